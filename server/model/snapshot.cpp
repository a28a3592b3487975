// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/snapshot.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

void count(TaskCounts &counts, const Task &task, int by)
{
    switch (task.state) {
    case ExecutionState::Created:
    case ExecutionState::Queued:
        break;
    case ExecutionState::Running:
        counts.running += by;
        break;
    case ExecutionState::Succeeded:
        counts.succeeded += by;
        break;
    case ExecutionState::Failed:
    case ExecutionState::Interrupted:
        counts.failed += by;
        break;
    case ExecutionState::Cancelled:
        counts.cancelled += by;
        break;
    }
    counts.total += by;
    counts.percent += by * percentOf(task);
}

// The entry under the value's own id.
template<typename Values, typename Value>
Replaced put(Values &values, const Value &value)
{
    const auto known = values.find(value.id);
    if (known != values.end())
        return std::exchange(*known, value);
    values.insert(value.id, value);
    return {};
}

template<typename Values>
Replaced take(Values &values, const QString &id)
{
    if (!values.contains(id))
        return {};
    return values.take(id);
}

// As they stand in the configuration file.
template<typename Value>
QList<Value> inOrder(const QMap<QString, Value> &values)
{
    std::vector<const Value *> sorted;
    sorted.reserve(static_cast<std::size_t>(values.size()));
    for (const Value &value : values)
        sorted.push_back(&value);
    std::ranges::stable_sort(sorted, {}, [](const Value *value) { return value->position; });
    QList<Value> ordered;
    ordered.reserve(values.size());
    for (const Value *value : sorted)
        ordered.append(*value);
    return ordered;
}

Replaced forget(Snapshot &snapshot, const QString &id)
{
    Replaced replaced = take(snapshot.executions, id);
    snapshot.tasks.remove(id);
    snapshot.finished.removeOne(id);
    return replaced;
}

void forgetOldest(Snapshot &snapshot)
{
    qsizetype tasks = 0;
    for (const QString &id : std::as_const(snapshot.finished))
        tasks += snapshot.executions.constFind(id)->counts.total;
    while (snapshot.finished.size() > Snapshot::finishedKept
           || (snapshot.finished.size() > 1 && tasks > Snapshot::finishedTasksKept)) {
        const QString oldest = snapshot.finished.constFirst();
        tasks -= snapshot.executions.constFind(oldest)->counts.total;
        (void)forget(snapshot, oldest);
    }
}

struct Applier
{
    Snapshot &snapshot;

    Replaced operator()(const ComponentChanged &change);
    Replaced operator()(const ComponentRemoved &change) { return take(snapshot.components, change.id); }
    Replaced operator()(const ExecutionChanged &change);
    Replaced operator()(const TaskChanged &change);
    Replaced operator()(const ExecutionForgotten &change) { return forget(snapshot, change.id); }
    Replaced operator()(const ProjectChanged &change) { return put(snapshot.projects, change.project); }
    Replaced operator()(const ProjectRemoved &change) { return take(snapshot.projects, change.id); }
    Replaced operator()(const WorkerChanged &change) { return put(snapshot.workers, change.worker); }
    Replaced operator()(const AgentChanged &change) { return put(snapshot.agents, change.agent); }
    Replaced operator()(const AgentRemoved &change);
    Replaced operator()(const InstanceChanged &change) { return put(snapshot.instances, change.instance); }
    Replaced operator()(const InstanceRemoved &change) { return take(snapshot.instances, change.id); }
    Replaced operator()(const ScheduleChanged &change) { return put(snapshot.schedules, change.schedule); }
    Replaced operator()(const ScheduleRemoved &change) { return take(snapshot.schedules, change.id); }
    Replaced operator()(const ClientConnected &change) { return put(snapshot.clients, change.client); }
    Replaced operator()(const ClientChanged &change);
    Replaced operator()(const ClientDisconnected &change) { return take(snapshot.clients, change.id); }
    Replaced operator()(const ClientsCounted &change);
    Replaced operator()(const MetricsSampled &change);
    Replaced operator()(const CatalogueChanged &change);
    Replaced operator()(const ServerChanged &change);
    Replaced operator()(const ModeChanged &change) { return std::exchange(snapshot.mode, change.mode); }
    Replaced operator()(const CommandCompleted &) { return {}; }
    Replaced operator()(const ProblemOccurred &) { return {}; }
    Replaced operator()(const EventHappened &) { return {}; }
};

Replaced Applier::operator()(const ComponentChanged &change)
{
    if (change.figures)
        snapshot.metrics.components.insert(change.component.id, *change.figures);
    return put(snapshot.components, change.component);
}

Replaced Applier::operator()(const ExecutionChanged &change)
{
    Replaced replaced = put(snapshot.executions, change.execution);
    const auto *before = std::get_if<Execution>(&replaced);
    if (!isFinal(change.execution.state) || (before && isFinal(before->state)))
        return replaced;
    snapshot.finished.append(change.execution.id);
    forgetOldest(snapshot);
    return replaced;
}

Replaced Applier::operator()(const TaskChanged &change)
{
    const auto execution = snapshot.executions.find(change.task.executionId);
    if (execution == snapshot.executions.end())
        return {};
    ReplacedTask replaced;
    Task task = change.task;
    QMap<QString, Task> &tasks = snapshot.tasks[task.executionId];
    if (const auto known = tasks.find(task.nodeId); known != tasks.end()) {
        count(execution->counts, *known, -1);
        task.percent = std::max(task.percent, known->percent);
        replaced.task = std::exchange(*known, task);
    } else {
        tasks.insert(task.nodeId, task);
    }
    count(execution->counts, task, +1);
    if (!isFinal(execution->state)) { // one that has ended keeps what it ended with
        execution->percent = std::max(execution->percent, execution->counts.percent / execution->counts.total);
        if (replaced.task && task.message != replaced.task->message)
            execution->message = task.message;
    }
    replaced.execution = *execution;
    return replaced;
}

// An agent's workers go with it.
Replaced Applier::operator()(const AgentRemoved &change)
{
    snapshot.workers.removeIf([&](const auto &worker) { return worker.value().host == change.id; });
    return take(snapshot.agents, change.id);
}

Replaced Applier::operator()(const ClientChanged &change)
{
    const auto known = snapshot.clients.find(change.client.id);
    if (known == snapshot.clients.end())
        return {};
    return std::exchange(*known, change.client);
}

Replaced Applier::operator()(const CatalogueChanged &change)
{
    snapshot.catalogue = change.catalogue;
    return {};
}

Replaced Applier::operator()(const ServerChanged &change)
{
    snapshot.server = change.server;
    return {};
}

Replaced Applier::operator()(const ClientsCounted &change)
{
    for (const auto &[id, figures] : change.figures) {
        const auto client = snapshot.clients.find(id);
        if (client != snapshot.clients.end())
            client->figures = figures;
    }
    return {};
}

Replaced Applier::operator()(const MetricsSampled &change)
{
    snapshot.metrics = change.sample;
    return {};
}

} // namespace

const Component *Snapshot::component(const QString &id) const
{
    const auto found = components.constFind(id);
    return found == components.cend() ? nullptr : &*found;
}

const Execution *Snapshot::execution(const QString &id) const
{
    const auto found = executions.constFind(id);
    return found == executions.cend() ? nullptr : &*found;
}

const Schedule *Snapshot::schedule(const QString &id) const
{
    const auto found = schedules.constFind(id);
    return found == schedules.cend() ? nullptr : &*found;
}

QList<Component> Snapshot::componentsInOrder() const
{
    return inOrder(components);
}

QList<Schedule> Snapshot::schedulesInOrder() const
{
    return inOrder(schedules);
}

int Snapshot::running(ExecutionKind kind) const
{
    return static_cast<int>(std::count_if(executions.cbegin(), executions.cend(), [kind](const Execution &execution) {
        return execution.kind == kind && !isFinal(execution.state);
    }));
}

const ComponentFigures *Snapshot::figuresOf(const Component &component) const
{
    const auto found = metrics.components.constFind(component.id);
    return found != metrics.components.cend() && component.pid == found->pid ? &*found : nullptr;
}

Replaced apply(Snapshot &snapshot, const Change &change)
{
    snapshot.number = change.number;
    return std::visit(Applier{snapshot}, change.body);
}

} // namespace signalbox
