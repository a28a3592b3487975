// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statusline.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

StatusLine::StatusLine(const Replica &replica, const Liveness &liveness, const ServerHealth &health, QWidget *parent)
    : QStatusBar(parent)
    , m_replica(replica)
    , m_liveness(liveness)
    , m_health(health)
    , m_state(new LinkLabel(tr("Show what this is about")))
    , m_addresses(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_clients(new LinkLabel(tr("Show the clients")))
    , m_executions(new LinkLabel(tr("Show the executions")))
    , m_tick(new LiveLabel(TextStyle::Caption))
{
    setSizeGripEnabled(false);
    setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    addWidget(m_state);
    addWidget(m_addresses, 1);
    for (TextLabel *label : {static_cast<TextLabel *>(m_clients), static_cast<TextLabel *>(m_executions),
                             static_cast<TextLabel *>(m_tick)}) {
        label->setIndent(spacing::medium);
        addPermanentWidget(label);
    }
    connect(m_state, &LinkLabel::pressed, this, &StatusLine::openState);
    connect(m_clients, &LinkLabel::pressed, this, [this] { Q_EMIT wanted(PageId::Clients, {}); });
    connect(m_executions, &LinkLabel::pressed, this, [this] { Q_EMIT wanted(PageId::Executions, {}); });
    connect(&health, &ServerHealth::changed, this, &StatusLine::refresh);
    connect(&liveness, &Liveness::staleChanged, this, &StatusLine::refresh);
    connect(&liveness, &Liveness::secondPassed, this, &StatusLine::refreshTick);
    connect(&replica, &Replica::connectedChanged, this, &StatusLine::refresh);
    connect(&replica, &Replica::missed, this, &StatusLine::refresh);
    connect(&replica, &Replica::sampled, this, &StatusLine::refresh);
    connect(&replica, &Replica::clientConnected, this, &StatusLine::refresh);
    connect(&replica, &Replica::clientGone, this, &StatusLine::refresh);
    connect(&replica, &Replica::serverChanged, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::refresh()
{
    const Snapshot &snapshot = m_replica.snapshot();
    const bool stale = m_liveness.isStale();
    if (!m_replica.isConnected())
        m_state->setText(tr("● Not connected"));
    else if (stale)
        m_state->setText(tr("● Stale"));
    else if (const QString trouble = m_health.trouble(); !trouble.isEmpty())
        m_state->setText(u"● "_s + trouble
                         + (snapshot.mode == Mode::Normal ? QString() : u" · "_s + format::mode(snapshot.mode)));
    else
        m_state->setText(u"● "_s + format::mode(snapshot.mode));
    const bool isWell = m_health.health() == Health::Well;
    m_state->setTone(isWell ? TextLabel::Tone::Normal : TextLabel::Tone::Bad);
    QStringList addresses;
    for (const ListenerInfo &listener : snapshot.server.listeners)
        addresses << u"%1 %2"_s.arg(format::address(listener), listener.dialects.join(u'/'));
    m_addresses->setElided(addresses.isEmpty() ? tr("No listener") : addresses.join(u" · "_s));
    m_clients->setText(tr("%Ln clients", "", static_cast<int>(snapshot.clients.size())));
    m_executions->setText(m_health.executions());
    const TextLabel::Tone tone = stale ? TextLabel::Tone::Muted : TextLabel::Tone::Normal;
    m_clients->setTone(tone);
    m_executions->setTone(tone);
    m_tick->setTone(tone);
    refreshTick();
}

// What is red, if anything is: the component that came to harm last, or the mode.
void StatusLine::openState()
{
    const Snapshot &snapshot = m_replica.snapshot();
    const Component *last = nullptr;
    for (const Component &component : snapshot.components) {
        if (isUnwell(component) && (!last || last->stateSince < component.stateSince))
            last = &component;
    }
    if (last)
        Q_EMIT wanted(PageId::Components, last->id);
    else
        Q_EMIT wanted(snapshot.mode == Mode::Normal && m_replica.isConnected() ? PageId::Overview : PageId::Server, {});
}

void StatusLine::refreshTick()
{
    const std::optional<Milliseconds> age = m_liveness.tickAge();
    m_tick->showText(age ? tr("Last tick %1 ago").arg(format::duration(*age)) : tr("No tick yet"));
}

} // namespace signalbox::widgets
