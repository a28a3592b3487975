// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/serverhealth.h"

#include "widgets/text/format.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

ServerHealth::ServerHealth(const Replica &replica, const Liveness &liveness, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_liveness(liveness)
{
    connect(&replica, &Replica::componentChanged, this, [this](const Component *before, const Component *now) {
        if (count(before, now))
            Q_EMIT changed();
    });
    connect(&replica, &Replica::executionChanged, this, [this](const Execution *before, const Execution &now) {
        if (count(before, &now))
            Q_EMIT changed();
    });
    connect(&replica, &Replica::executionForgotten, this, [this](const QString &, const Execution *before) {
        if (count(before, nullptr))
            Q_EMIT changed();
    });
    connect(&replica, &Replica::modeChanged, this, &ServerHealth::changed);
    connect(&replica, &Replica::missed, this, &ServerHealth::recount);
    connect(&liveness, &Liveness::staleChanged, this, &ServerHealth::changed);
    recount();
}

void ServerHealth::recount()
{
    m_inState = {};
    m_degraded = 0;
    m_running = 0;
    m_waiting = 0;
    for (const Component &component : m_replica.snapshot().components)
        (void)count(nullptr, &component);
    for (const Execution &execution : m_replica.snapshot().executions)
        (void)count(nullptr, &execution);
    Q_EMIT changed();
}

// Whether the counts are different now.
bool ServerHealth::count(const Component *before, const Component *now)
{
    if (before && now && before->state == now->state && isDegraded(*before) == isDegraded(*now))
        return false;
    if (before) {
        --m_inState[static_cast<std::size_t>(before->state)];
        m_degraded -= isDegraded(*before) ? 1 : 0;
    }
    if (now) {
        ++m_inState[static_cast<std::size_t>(now->state)];
        m_degraded += isDegraded(*now) ? 1 : 0;
    }
    return before || now;
}

bool ServerHealth::count(const Execution *before, const Execution *now)
{
    if (before && now && before->state == now->state)
        return false;
    const auto add = [this](ExecutionState state, int difference) {
        if (!isFinal(state))
            (state == ExecutionState::Running ? m_running : m_waiting) += difference;
    };
    if (before)
        add(before->state, -1);
    if (now)
        add(now->state, 1);
    return before || now;
}

QStringList ServerHealth::unwellNames() const
{
    QStringList names;
    for (const Component &component : m_replica.snapshot().componentsInOrder()) {
        if (isUnwell(component))
            names << component.name;
    }
    return names;
}

Health ServerHealth::health() const
{
    if (m_liveness.isStale())
        return Health::Stale;
    if (failedComponents() + degradedComponents() > 0)
        return Health::Failed;
    return m_replica.snapshot().mode == Mode::Normal ? Health::Well : Health::Restricted;
}

QString ServerHealth::summary() const
{
    switch (health()) {
    case Health::Stale:
        return m_replica.isConnected() ? tr("The server stopped reporting") : tr("Not connected to the server");
    case Health::Failed:
        return tr("%1: %2", "what happened, to whom").arg(trouble(), format::firstNames(unwellNames()));
    case Health::Restricted:
        return format::mode(m_replica.snapshot().mode);
    case Health::Well:
        break;
    }
    return tr("All is well");
}

int ServerHealth::failedComponents() const
{
    return m_inState[static_cast<std::size_t>(ComponentState::Error)];
}

int ServerHealth::degradedComponents() const
{
    return m_degraded;
}

QString ServerHealth::trouble() const
{
    QStringList parts;
    if (failedComponents() > 0)
        parts << format::failedComponents(failedComponents());
    if (degradedComponents() > 0)
        parts << format::degradedComponents(degradedComponents());
    return parts.join(u" · "_s);
}

QString ServerHealth::executions() const
{
    return format::unfinishedExecutions(m_running, m_waiting);
}

int ServerHealth::activeComponents() const
{
    return std::accumulate(m_inState.cbegin(), m_inState.cend(), 0)
           - m_inState[static_cast<std::size_t>(ComponentState::Stopped)] - failedComponents();
}

} // namespace signalbox::widgets
