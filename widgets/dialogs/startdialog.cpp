// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/startdialog.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/placement.h"
#include "widgets/controls/sheet.h"
#include "widgets/text/reasontext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString &startSubject()
{
    static const QString text = u"*start-pipeline"_s;
    return text;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

// Numbers, true, lists and the like, if they come out as they were typed: version 1.10 is no number, nor is an id of twenty digits.
QJsonValue valueOf(const QString &text)
{
    const QJsonArray array = QJsonDocument::fromJson("[" + text.toUtf8() + "]").array();
    if (array.size() != 1)
        return text;
    const bool isNumber = array[0].isDouble();
    return isNumber && textOf(array[0]) != text.trimmed() ? QJsonValue(text) : array[0];
}

} // namespace

StartDialog::StartDialog(Replica &replica, Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_replica(replica)
    , m_commands(commands)
    , m_pipeline(new QComboBox)
    , m_description(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_form(new QVBoxLayout)
    , m_error(new ErrorLine)
    , m_start(nullptr)
    , m_queue(makeQueueButton())
{
    setWindowTitle(tr("Start a pipeline"));
    build();
    m_commands.dismiss(startSubject());
    connect(&m_commands, &Commands::changed, this, &StartDialog::refresh);
    connect(&m_commands, &Commands::done, this, [this](const QString &what, const QString &executionId) {
        if (what != startSubject())
            return;
        accept();
        Q_EMIT started(executionId);
    });
    connect(&replica, &Replica::connectedChanged, this, &StartDialog::refresh);
    refresh();
}

void StartDialog::build()
{
    for (const Pipeline &pipeline : m_replica.snapshot().catalogue.pipelines)
        m_pipeline->addItem(pipeline.name, pipeline.id);
    prepareBox(*m_pipeline, tr("Pipeline"));
    m_description->setWordWrap(true);
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(tr("Parameters"));
    auto *inner = new QWidget;
    inner->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(spacing::tight);
    m_form->addStretch();
    auto *scroll = new Sheet(inner);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    m_start->setDefault(true);
    buttons->addButton(m_queue, QDialogButtonBox::ActionRole);
    QSizePolicy keepsItsPlace = m_queue->sizePolicy(); // else Start moves away under the pointer when this appears
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_queue->setSizePolicy(keepsItsPlace);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_pipeline->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_pipeline);
    layout->addWidget(m_description);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    resizeWithin(*this, {grown(520), grown(400)});
    connect(m_pipeline, &QComboBox::currentIndexChanged, this, &StartDialog::showPipeline);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_queue, &QPushButton::clicked, this, [this] { start(true); });
    showPipeline();
}

const Pipeline *StartDialog::pipeline() const
{
    return m_replica.snapshot().catalogue.pipeline(m_pipeline->currentData().toString());
}

void StartDialog::choosePipeline(const QString &id)
{
    if (const int index = m_pipeline->findData(id); index >= 0)
        m_pipeline->setCurrentIndex(index);
}

void StartDialog::showPipeline()
{
    clearLines();
    const Pipeline *chosen = pipeline();
    if (!chosen) {
        m_description->setText(
            tr("No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it."));
        return;
    }
    QStringList nodes;
    QMap<QString, QString> usual; // what the nodes say themselves, as a hint
    for (const PipelineNode &node : chosen->nodes) {
        nodes << node.id;
        for (auto param = node.params.constBegin(); param != node.params.constEnd(); ++param)
            usual.insert(param.key(), textOf(param.value()));
    }
    const QString about = tr("Nodes: %1").arg(nodes.join(", "_L1));
    m_description->setText(chosen->description.isEmpty() ? about : chosen->description + u'\n' + about);
    for (auto param = usual.cbegin(); param != usual.cend(); ++param)
        addLine(param.key(), param.value());
    addLine({}, {});
}

void StartDialog::clearLines()
{
    for (const Line &line : std::exchange(m_lines, {}))
        delete line.name->parentWidget();
}

StartDialog::Line StartDialog::addLine(const QString &name, const QString &usual)
{
    auto *whole = new QWidget;
    Line line{new QLineEdit(name), new QLineEdit};
    line.name->setPlaceholderText(tr("Name"));
    line.name->setAccessibleName(tr("Name of parameter %1").arg(m_lines.size() + 1));
    line.value->setPlaceholderText(usual.isEmpty() ? tr("Value") : tr("usually %1").arg(usual));
    line.value->setAccessibleName(name.isEmpty() ? tr("Value of parameter %1").arg(m_lines.size() + 1)
                                                 : tr("Value of %1").arg(name));
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(spacing::small);
    row->addWidget(line.name, 2);
    row->addWidget(line.value, 3);
    m_form->insertWidget(m_form->count() - 1, whole);
    // There is always an empty line to go on with.
    QLineEdit *last = line.name;
    connect(last, &QLineEdit::textEdited, this, [this, last] {
        if (!m_lines.isEmpty() && m_lines.constLast().name == last && !last->text().isEmpty())
            addLine({}, {});
    });
    m_lines << line;
    return line;
}

void StartDialog::setParam(const QString &name, const QString &value)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.name->text() == name)
            return line.value->setText(value);
    }
    const Line last = m_lines.isEmpty() ? addLine({}, {}) : m_lines.constLast();
    last.name->setText(name);
    last.value->setText(value);
    addLine({}, {});
}

QJsonObject StartDialog::params() const
{
    QJsonObject given;
    for (const Line &line : m_lines) {
        const QString name = line.name->text().trimmed();
        if (!name.isEmpty() && !line.value->text().isEmpty())
            given.insert(name, valueOf(line.value->text()));
    }
    return given;
}

void StartDialog::start(bool queue)
{
    if (const Pipeline *chosen = pipeline())
        m_commands.submit(startSubject(), StartPipeline{chosen->id, params(), {}, queue});
}

void StartDialog::refresh()
{
    const QString error = reasontext::words(m_commands.error(startSubject()));
    m_error->say(error);
    m_queue->setVisible(m_commands.mayQueue(startSubject()));
    m_start->setEnabled(pipeline() && m_replica.isConnected() && !m_commands.isPending(startSubject()));
}

} // namespace signalbox::widgets
