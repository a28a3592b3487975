// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/blackboxpanel.h"

#include "widgets/controls/buttons.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

BlackBoxPanel::BlackBoxPanel(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_boxes(new QComboBox)
    , m_take(makeButton(u"watch"_s, tr("Take one now"), tr("Write down what can be seen of it now")))
    , m_save(makeButton(u"save"_s, tr("Save…"), tr("Save this page to a file")))
    , m_text(new QPlainTextEdit)
    , m_outcome(new ExportLine)
{
    build();
    connect(m_boxes, &QComboBox::currentIndexChanged, this, &BlackBoxPanel::read);
    connect(m_take, &QToolButton::clicked, this,
            [this] { m_context.commands.submit(subject(), TakeBlackBox{m_component}); });
    connect(m_save, &QToolButton::clicked, this, [this] {
        askWhereToSave(this, tr("Save the black box"), m_component + u'-' + m_boxes->currentData().toString(),
                       tr("Text files (*.txt)"), [this](const QString &path) { saveTo(path); });
    });
    connect(&context.commands, &Commands::done, this, [this](const QString &about, const QString &name) {
        if (about != subject())
            return;
        m_wanted = name;
        ask();
    });
    connect(&context.commands, &Commands::changed, this, [this](const QString &about) {
        if (about == subject() && !m_context.commands.error(about).isEmpty())
            m_outcome->tellFailure(m_component, reasontext::words(m_context.commands.error(about)));
    });
    connect(&context.replica, &Replica::sampled, this, &BlackBoxPanel::ask); // one may have been written
    connect(&context.replica, &Replica::missed, this, &BlackBoxPanel::ask);
}

void BlackBoxPanel::build()
{
    prepareBox(*m_boxes, tr("Which black box is shown"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(widgets::font(TextStyle::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Black box"));
    m_text->setPlaceholderText(
        tr("None yet. When the component fails, what was to be seen of it is written down here: its "
           "processes and figures, the last lines of its log and what the kernel says."));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(m_boxes, 1);
    tools->addStretch(1);
    tools->addWidget(m_take);
    tools->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addLayout(tools);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_outcome);
}

void BlackBoxPanel::setComponent(const QString &id)
{
    if (std::exchange(m_component, id) == id)
        return;
    m_listing.cancel();
    m_reading.cancel();
    m_wanted.clear();
    m_outcome->hide();
    take({});
    ask();
}

void BlackBoxPanel::ask()
{
    m_take->setEnabled(m_context.replica.isConnected() && !m_component.isEmpty());
    if (!isVisible() || m_component.isEmpty() || !m_context.replica.isConnected() || m_listing.isUnderWay())
        return;
    m_listing = m_context.replica.ask(BlackBoxesQuery{m_component}, [this](const Result<BlackBoxList> &list) {
        m_listing.cancel();
        if (list)
            take(*list);
    });
}

// What is read stays, though a newer one was written, unless a person asked for that.
void BlackBoxPanel::take(const BlackBoxList &list)
{
    const QString shown = m_boxes->currentData().toString();
    if (std::exchange(m_known, list.boxes) != list.boxes) {
        const QSignalBlocker quiet(m_boxes);
        m_boxes->clear();
        for (const BlackBoxInfo &box : std::as_const(m_known)) {
            const QString what = box.isHealthy ? tr("the last healthy one") : box.why;
            m_boxes->addItem(tr("%1: %2", "time, what").arg(format::dateTime(box.time), what), box.name);
        }
    }
    const QSignalBlocker quiet(m_boxes);
    const int wanted = m_wanted.isEmpty() ? -1 : m_boxes->findData(m_wanted);
    if (wanted >= 0)
        m_wanted.clear();
    m_boxes->setCurrentIndex(wanted >= 0 ? wanted : std::max(0, m_boxes->findData(shown)));
    m_save->setEnabled(m_boxes->count() > 0);
    if (m_boxes->count() == 0)
        m_text->clear();
    else if (m_boxes->currentData().toString() != shown || m_text->document()->isEmpty())
        read();
}

void BlackBoxPanel::read()
{
    const QString name = m_boxes->currentData().toString();
    if (name.isEmpty() || !m_context.replica.isConnected())
        return;
    m_reading = m_context.replica.ask(BlackBoxQuery{m_component, name}, [this](const Result<BlackBox> &box) {
        m_reading.cancel();
        m_text->setPlainText(box ? QString::fromUtf8(box->text) : reasontext::words(box.error().message));
    });
}

void BlackBoxPanel::saveTo(const QString &path)
{
    (void)m_outcome->write(path, m_text->toPlainText().toUtf8(), tr("Saved to %1").arg(path));
}

void BlackBoxPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

} // namespace signalbox::widgets
