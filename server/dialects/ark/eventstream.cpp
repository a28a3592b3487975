// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/eventstream.h"

#include "server/dialects/ark/codec_events.h"
#include "server/dialects/ark/names.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark {

namespace {

// An ended execution changes no more; EventStream recognises this many of them, should one be recorded again.
constexpr qsizetype finishedKept = 4 * Snapshot::finishedKept;

bool isConfiguredAlike(const Component &a, const Component &b)
{
    return a.name == b.name && a.kind == b.kind && a.command == b.command && a.dependsOn == b.dependsOn
           && a.autostart == b.autostart;
}

QString taskMessage(const Task &task, qsizetype ended, qsizetype total)
{
    QString what = u"finished"_s;
    if (task.state == ExecutionState::Cancelled)
        what = u"cancelled"_s;
    else if (task.state != ExecutionState::Succeeded)
        what = task.error.isEmpty() ? u"failed"_s : "failed: "_L1 + task.error;
    return u"%1 of %2: %3 %4"_s.arg(ended).arg(total).arg(task.nodeId, what);
}

} // namespace

EventStream::EventStream(const Snapshot &snapshot)
{
    for (const Execution &execution : snapshot.executions) {
        if (isFinal(execution.state)) {
            finish(execution.id);
            continue;
        }
        Live &live = m_live[execution.id];
        live.execution = execution;
        for (const Task &task : snapshot.tasks.value(execution.id)) {
            live.nodes.insert(task.nodeId);
            if (isFinal(task.state))
                live.ended.insert(task.nodeId);
        }
    }
    for (const Component &component : snapshot.components)
        m_components.insert(component.id, component);
    for (const Instance &instance : snapshot.instances)
        m_instances.insert(instance.id, instance);
    for (const Agent &agent : snapshot.agents)
        m_agents.insert(agent.id, agent);
}

struct EventStream::Visitor
{
    EventStream &stream;
    Timestamp time;
    QList<QByteArray> &events;

    void operator()(const ExecutionChanged &change) const { stream.executionChanged(change.execution, time, events); }
    void operator()(const TaskChanged &change) const { stream.taskChanged(change.task, time, events); }
    void operator()(const ComponentChanged &change) const { stream.componentChanged(change.component, time, events); }
    void operator()(const InstanceChanged &change) const { stream.instanceChanged(change.instance, time, events); }
    void operator()(const AgentChanged &change) const { stream.agentChanged(change.agent, events); }
    void operator()(const AgentRemoved &change) const { stream.m_agents.remove(change.id); }
    void operator()(const ExecutionForgotten &change) const { stream.m_live.remove(change.id); }
    void operator()(const ComponentRemoved &change) const
    {
        if (stream.m_components.remove(change.id))
            events.append(events::instanceDeleted(change.id, time));
    }
    void operator()(const InstanceRemoved &change) const
    {
        if (stream.m_instances.remove(change.id))
            events.append(events::instanceDeleted(change.id, time));
    }
    void operator()(const ProblemOccurred &change) const
    {
        events.append(events::systemError(change.error, change.context, time));
    }
    template<typename Other>
    void operator()(const Other &) const
    {
    }
};

QList<QByteArray> EventStream::eventsOf(const Change &change)
{
    QList<QByteArray> events;
    std::visit(Visitor{*this, change.time, events}, change.body);
    return events;
}

void EventStream::finish(const QString &id)
{
    m_live.remove(id);
    m_finished.insert(id);
    m_finishedInOrder.append(id);
    if (m_finishedInOrder.size() > finishedKept)
        m_finished.remove(m_finishedInOrder.takeFirst());
}

void EventStream::executionChanged(const Execution &execution, Timestamp time, QList<QByteArray> &events)
{
    if (m_finished.contains(execution.id))
        return;
    const bool isNew = !m_live.contains(execution.id);
    m_live[execution.id].execution = execution;
    if (isNew)
        events.append(events::jobCreated(execution));
    if (isFinal(execution.state)) {
        events.append(events::jobEnded(execution, time));
        finish(execution.id);
    } else if (!isNew && execution.kind == ExecutionKind::Job) {
        events.append(events::jobProgress(execution, execution.message, time));
    }
}

// Executions on this host emit job:progress with percent after every task (README.md, "Executions").
void EventStream::taskChanged(const Task &task, Timestamp time, QList<QByteArray> &events)
{
    const auto live = m_live.find(task.executionId);
    if (live == m_live.end())
        return;
    live->nodes.insert(task.nodeId);
    if (!isFinal(task.state) || live->ended.contains(task.nodeId))
        return;
    live->ended.insert(task.nodeId);
    Execution job = live->execution;
    job.percent = 100.0 * static_cast<double>(live->ended.size()) / static_cast<double>(live->nodes.size());
    events.append(events::jobProgress(job, taskMessage(task, live->ended.size(), live->nodes.size()), time));
}

void EventStream::componentChanged(const Component &component, Timestamp time, QList<QByteArray> &events)
{
    const auto known = m_components.constFind(component.id);
    if (known == m_components.cend()) {
        events.append(events::instanceCreated(component.id, component.name, gameType(component), time));
    } else {
        if (!isConfiguredAlike(*known, component))
            events.append(events::instanceUpdated(component.id, time));
        if (known->state != component.state)
            events.append(events::instanceStatusChanged(component.id, component.state, time));
    }
    m_components.insert(component.id, component);
}

void EventStream::instanceChanged(const Instance &instance, Timestamp time, QList<QByteArray> &events)
{
    const auto known = m_instances.constFind(instance.id);
    if (known == m_instances.cend())
        events.append(events::instanceCreated(instance.id, instance.name, instance.gameType, instance.createdAt));
    else if (known->status != instance.status)
        events.append(events::instanceStatusChanged(instance.id, instance.status, time));
    else
        events.append(events::instanceUpdated(instance.id, instance.updatedAt));
    m_instances.insert(instance.id, instance);
}

void EventStream::agentChanged(const Agent &agent, QList<QByteArray> &events)
{
    const auto known = m_agents.constFind(agent.id);
    const bool isNew = known == m_agents.cend() || known->registeredAt != agent.registeredAt;
    if (agent.state == AgentState::Offline) {
        if (isNew || known->state != AgentState::Offline)
            events.append(events::agentOffline(agent));
    } else {
        events.append(isNew ? events::agentRegistered(agent) : events::agentHeartbeat(agent));
    }
    m_agents.insert(agent.id, agent);
}

} // namespace signalbox::ark
