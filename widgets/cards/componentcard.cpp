// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/componentcard.h"

#include "widgets/actions/componentacts.h"
#include "widgets/controls/buttons.h"
#include "widgets/text/format.h"

#include <QGridLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

ComponentCard::ComponentCard(const Context &context, const QString &componentId, QWidget *parent)
    : ComponentTile(context, componentId, parent)
    , m_since(new LiveLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_pid(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_log(makeButton(u"log"_s, tr("Log"), tr("Show the log, at the line that explains this state")))
{
    build();
    connect(m_log, &QToolButton::clicked, this, &ComponentCard::open);
    refresh();
}

void ComponentCard::build()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(&name(), 1);
    head->addWidget(&badge());
    auto *since = new QHBoxLayout;
    since->addWidget(m_since, 1);
    since->addWidget(&curve());
    auto *figures = new QGridLayout;
    figures->setHorizontalSpacing(spacing::medium);
    figures->setVerticalSpacing(0);
    int column = 0;
    for (const auto &[caption, value] :
         {std::pair(tr("CPU"), &cpu()), std::pair(tr("Memory"), &memory()), std::pair(tr("PID"), m_pid)}) {
        auto *label = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
        label->setText(caption);
        value->setAccessibleName(caption);
        figures->addWidget(label, 0, column);
        figures->addWidget(value, 1, column);
        figures->setColumnStretch(column, 1);
        figures->setColumnMinimumWidth(column, 60);
        ++column;
    }
    auto *actions = new QHBoxLayout;
    actions->setSpacing(spacing::tight);
    actions->setContentsMargins(-spacing::small, 0, -spacing::small, 0);
    for (const ComponentAct &act : componentActs()) {
        const ActInfo info = actInfo(act.one);
        QToolButton *button = makeButton(info.icon, {}, info.text);
        connect(button, &QToolButton::clicked, this,
                [this, act] { context().commands.submit(id(), act.command(id())); });
        button->setCursor(Qt::ArrowCursor);
        actions->addWidget(button);
        m_buttons << button;
    }
    actions->addStretch();
    actions->addWidget(m_log);
    m_log->setCursor(Qt::ArrowCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(head);
    layout->addLayout(since);
    layout->addSpacing(spacing::tight);
    layout->addLayout(figures);
    layout->addSpacing(spacing::tight);
    layout->addWidget(&messageLabel());
    layout->addLayout(actions);
}

void ComponentCard::refresh()
{
    ComponentTile::refresh();
    const Component *known = component();
    if (!known)
        return;
    m_pid->showText(known->pid ? format::plainNumber(*known->pid) : format::dash());
    showActions(*known);
}

void ComponentCard::refreshUptime()
{
    const Component *component = this->component();
    if (!component)
        return;
    const Timestamp now = context().liveness.serverNow();
    if (component->nextRestartAt && *component->nextRestartAt > now)
        m_since->showText(
            tr("Next try in %1").arg(format::duration(*component->nextRestartAt - now + Milliseconds(999))));
    else if (component->killAt)
        m_since->showText(
            tr("Killed in %1").arg(format::duration(std::max(*component->killAt - now, Milliseconds(0)))));
    else if (component->state == ComponentState::Running && component->startedAt)
        m_since->showText(tr("Up %1").arg(format::duration(now - *component->startedAt)));
    else if (component->state == ComponentState::Error && component->stateSince != Timestamp{})
        m_since->showText(tr("Not tried again, since %1").arg(format::dateTime(component->stateSince)));
    else if (component->stateSince != Timestamp{})
        m_since->showText(tr("Since %1").arg(format::dateTime(component->stateSince)));
    else
        m_since->showText(tr("Never started"));
}

void ComponentCard::showActions(const Component &component)
{
    const bool connected = context().replica.isConnected();
    const auto &acts = componentActs();
    for (std::size_t i = 0; i < acts.size(); ++i)
        m_buttons[static_cast<qsizetype>(i)]->setEnabled(connected && acts[i].canNow(context().commands, component));
}

} // namespace signalbox::widgets
