// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/events.h"

#include "server/dialects/ark/codec_events.h"
#include "server/dialects/ark/names.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark {

namespace {

bool isConfiguredAlike(const Component &a, const Component &b)
{
    return a.name == b.name && a.kind == b.kind && a.command == b.command && a.dependsOn == b.dependsOn
           && a.autostart == b.autostart;
}

QString taskMessage(const Task &task, const TaskCounts &counts)
{
    QString what = u"finished"_s;
    if (task.state == ExecutionState::Cancelled)
        what = u"cancelled"_s;
    else if (task.state != ExecutionState::Succeeded)
        what = task.error.isEmpty() ? u"failed"_s : "failed: "_L1 + task.error;
    return u"%1 of %2: %3 %4"_s.arg(counts.done()).arg(counts.total).arg(task.nodeId, what);
}

struct Visitor
{
    const Replaced &replaced;
    Timestamp time;
    QList<QByteArray> events;

    void operator()(const ExecutionChanged &change);
    void operator()(const TaskChanged &change);
    void operator()(const ComponentChanged &change);
    void operator()(const InstanceChanged &change);
    void operator()(const AgentChanged &change);
    void operator()(const ComponentRemoved &change)
    {
        if (std::holds_alternative<Component>(replaced))
            events.append(events::instanceDeleted(change.id, time));
    }
    void operator()(const InstanceRemoved &change)
    {
        if (std::holds_alternative<Instance>(replaced))
            events.append(events::instanceDeleted(change.id, time));
    }
    void operator()(const ProblemOccurred &change)
    {
        events.append(events::systemError(change.error, change.context, time));
    }
    template<typename Other>
    void operator()(const Other &)
    {
    }
};

// An execution that had ended changes no more for ARK, which shows neither its name nor its description.
void Visitor::operator()(const ExecutionChanged &change)
{
    const Execution &execution = change.execution;
    const auto *before = std::get_if<Execution>(&replaced);
    if (before && isFinal(before->state))
        return;
    if (!before)
        events.append(events::jobCreated(execution));
    if (isFinal(execution.state))
        events.append(events::jobEnded(execution, time));
    else if (before && execution.kind == ExecutionKind::Job)
        events.append(events::jobProgress(execution, execution.message, time));
}

// Executions on this host emit job:progress when a task ends or tells how far it is (README.md, "Executions").
void Visitor::operator()(const TaskChanged &change)
{
    const auto *now = std::get_if<ReplacedTask>(&replaced);
    if (!now || isFinal(now->execution.state))
        return;
    const Task &task = change.task;
    const std::optional<Task> &before = now->task;
    if (isFinal(task.state)) {
        if (!before || !isFinal(before->state))
            events.append(events::jobProgress(now->execution, taskMessage(task, now->execution.counts), time));
    } else if (before && (task.percent > before->percent || task.message != before->message)) {
        events.append(events::jobProgress(now->execution, task.message, time));
    }
}

void Visitor::operator()(const ComponentChanged &change)
{
    const Component &component = change.component;
    const auto *before = std::get_if<Component>(&replaced);
    if (!before)
        return events.append(events::instanceCreated(component.id, component.name, gameType(component), time));
    if (!isConfiguredAlike(*before, component))
        events.append(events::instanceUpdated(component.id, time));
    if (before->state != component.state || isDegraded(*before) != isDegraded(component))
        events.append(events::instanceStatusChanged(component.id, component.state, component.error, time));
}

void Visitor::operator()(const InstanceChanged &change)
{
    const Instance &instance = change.instance;
    const auto *before = std::get_if<Instance>(&replaced);
    if (!before)
        events.append(events::instanceCreated(instance.id, instance.name, instance.gameType, instance.createdAt));
    else if (before->status != instance.status)
        events.append(events::instanceStatusChanged(instance.id, instance.status, {}, time));
    else if (before->settled == instance.settled)
        events.append(events::instanceUpdated(instance.id, instance.updatedAt));
}

void Visitor::operator()(const AgentChanged &change)
{
    const Agent &agent = change.agent;
    const auto *before = std::get_if<Agent>(&replaced);
    const bool isNew = !before || before->registeredAt != agent.registeredAt;
    if (agent.state != AgentState::Offline)
        events.append(isNew ? events::agentRegistered(agent) : events::agentHeartbeat(agent));
    else if (isNew || before->state != AgentState::Offline)
        events.append(events::agentOffline(agent));
}

} // namespace

QList<QByteArray> eventsOf(const Change &change, const Replaced &replaced)
{
    Visitor visitor{replaced, change.time, {}};
    std::visit(visitor, change.body);
    return visitor.events;
}

} // namespace signalbox::ark
