// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/callpane.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString resultText(const QJsonValue &result)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{result}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

} // namespace

CallPane::CallPane(Replica &replica, Commands &commands, const Liveness &liveness, const QString &executionId,
                   QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_commands(commands)
    , m_liveness(liveness)
    , m_id(executionId)
    , m_badge(new Badge)
    , m_about(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_view(new OutputView)
    , m_reader(replica, *m_view, this)
    , m_result(new TextLabel(TextStyle::Caption))
    , m_input(new QLineEdit)
    , m_send(makeButton(u"send"_s, tr("Send"), tipWithKeys(tr("Send this line to the process"), ActId::RunProcess)))
    , m_closeInput(makeAction(
          ActId::CloseInput, *this, [this] { closeInput(); }, tr("Tell the process that nothing more comes")))
    , m_cancel(makeAction(
          ActId::CancelCall, *this, [this] { m_commands.submit(m_id, CancelExecution{m_id}); },
          tr("End the process at once")))
    , m_busy(new QProgressBar)
    , m_newest(makeNewestButton(m_view->newest()))
{
    build();
    connect(&replica, &Replica::missed, this, &CallPane::load);
    connect(&replica, &Replica::connectedChanged, this, &CallPane::refresh);
    connect(&m_reader, &OutputReader::progressed, this, &CallPane::refresh);
    connect(&replica, &Replica::executionChanged, this, [this](const Execution *, const Execution &now) {
        if (now.id == m_id)
            refresh();
    });
    connect(&commands, &Commands::changed, this, [this](const QString &subject) {
        if (subject == m_id)
            refresh();
    });
    connect(&liveness, &Liveness::secondPassed, this, [this] {
        if (isVisible() && !isEnded())
            refresh();
    });
    load();
}

void CallPane::build()
{
    m_input->setPlaceholderText(tr("A line for the process"));
    m_input->setAccessibleName(m_input->placeholderText());
    m_input->setFont(widgets::font(TextStyle::Mono));
    m_busy->setRange(0, 0); // nobody knows how long it takes
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(grown(80), spacing::medium);
    m_busy->setAccessibleName(tr("The process is running"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setEmptyText(tr("Output appears here as it is printed."));
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(m_badge);
    head->addWidget(m_about, 1);
    head->addWidget(m_busy);
    head->addWidget(m_newest);
    head->addWidget(makeButton(*m_cancel));
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::small);
    line->addWidget(m_input, 1);
    line->addWidget(m_send);
    line->addWidget(makeButton(*m_closeInput));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_result);
    layout->addLayout(line);
    setFocusProxy(m_input);
    connect(m_input, &QLineEdit::returnPressed, this, &CallPane::send);
    connect(m_send, &QToolButton::clicked, this, &CallPane::send);
}

void CallPane::closeInput()
{
    m_inputClosed = true;
    m_replica.link().closeInput(m_id);
    refresh();
    m_view->setFocus(Qt::OtherFocusReason); // what it prints to the end
}

bool CallPane::isEnded() const
{
    return isFinal(m_execution.state);
}

void CallPane::load()
{
    refresh();
    m_reader.read(m_id, {}, OutputStream::Out, isEnded() ? OutputReader::Source::Stored : OutputReader::Source::Both);
}

void CallPane::send()
{
    if (!m_input->isEnabled())
        return;
    const QString line = m_input->text();
    m_replica.link().sendInput(m_id, line.toUtf8() + '\n');
    m_view->echo(line);
    m_input->clear();
}

void CallPane::refresh()
{
    if (const Execution *known = m_replica.snapshot().execution(m_id))
        m_execution = *known;
    m_badge->show(m_execution.state);
    QStringList about{m_execution.name};
    if (!m_execution.owner.isEmpty())
        about << tr("%1 over %2", "owner, dialect").arg(m_execution.owner, m_execution.dialect);
    if (m_execution.startedAt)
        about << format::lasted(*m_execution.startedAt, m_execution.endedAt, m_liveness.serverNow());
    m_about->setElided(about.join(u" · "_s));
    const bool ended = isEnded();
    m_busy->setVisible(m_execution.state == ExecutionState::Running);
    const bool open = !ended && m_replica.isConnected();
    m_input->setEnabled(open && !m_inputClosed);
    m_send->setEnabled(m_input->isEnabled());
    m_closeInput->setEnabled(m_input->isEnabled());
    m_cancel->setEnabled(open && !m_commands.isPending(m_id));
    QString text = reasontext::words(m_commands.error(m_id));
    m_result->setTone(text.isEmpty() && m_execution.error.isEmpty() ? TextLabel::Tone::Normal : TextLabel::Tone::Bad);
    if (text.isEmpty() && !m_execution.error.isEmpty())
        text = tr("Rejected: %1").arg(reasontext::words(m_execution.error));
    else if (text.isEmpty() && ended && !m_execution.result.isUndefined())
        text = tr("Result: %1").arg(resultText(m_execution.result));
    else if (text.isEmpty() && !ended && m_inputClosed)
        text = tr("Input is closed; waiting for the process to end.");
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    if (ended)
        m_reader.endLive();
}

} // namespace signalbox::widgets
