// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/snapshot.h"

#include <algorithm>

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
}

void forget(Snapshot &snapshot, const QString &id)
{
    snapshot.executions.remove(id);
    snapshot.tasks.remove(id);
    snapshot.finished.removeOne(id);
}

struct Applier
{
    Snapshot &snapshot;

    void operator()(const ComponentChanged &change)
    {
        snapshot.components.insert(change.component.id, change.component);
    }
    void operator()(const ComponentRemoved &change) { snapshot.components.remove(change.id); }
    void operator()(const ExecutionChanged &change);
    void operator()(const TaskChanged &change);
    void operator()(const ExecutionForgotten &change) { forget(snapshot, change.id); }
    void operator()(const ProjectChanged &change) { snapshot.projects.insert(change.project.id, change.project); }
    void operator()(const ProjectRemoved &change) { snapshot.projects.remove(change.id); }
    void operator()(const WorkerChanged &change) { snapshot.workers.insert(change.worker.id, change.worker); }
    void operator()(const AgentChanged &change) { snapshot.agents.insert(change.agent.id, change.agent); }
    void operator()(const AgentRemoved &change) { snapshot.agents.remove(change.id); }
    void operator()(const InstanceChanged &change) { snapshot.instances.insert(change.instance.id, change.instance); }
    void operator()(const InstanceRemoved &change) { snapshot.instances.remove(change.id); }
    void operator()(const ClientConnected &change) { snapshot.clients.insert(change.client.id, change.client); }
    void operator()(const ClientChanged &change);
    void operator()(const ClientDisconnected &change) { snapshot.clients.remove(change.id); }
    void operator()(const ClientsCounted &change);
    void operator()(const MetricsSampled &change);
    void operator()(const CatalogueChanged &change) { snapshot.catalogue = change.catalogue; }
    void operator()(const ServerChanged &change) { snapshot.server = change.server; }
    void operator()(const ModeChanged &change) { snapshot.mode = change.mode; }
    void operator()(const CommandCompleted &) {}
    void operator()(const ProblemOccurred &) {}
};

void Applier::operator()(const ExecutionChanged &change)
{
    const QString &id = change.execution.id;
    const auto known = snapshot.executions.constFind(id);
    const bool wasFinal = known != snapshot.executions.cend() && isFinal(known->state);
    snapshot.executions.insert(id, change.execution);
    if (!isFinal(change.execution.state) || wasFinal)
        return;
    snapshot.finished.append(id);
    while (snapshot.finished.size() > Snapshot::finishedKept)
        forget(snapshot, snapshot.finished.constFirst());
}

void Applier::operator()(const TaskChanged &change)
{
    const auto execution = snapshot.executions.find(change.task.executionId);
    if (execution == snapshot.executions.end())
        return;
    QMap<QString, Task> &tasks = snapshot.tasks[change.task.executionId];
    const auto known = tasks.find(change.task.nodeId);
    if (known != tasks.end())
        count(execution->counts, *known, -1);
    count(execution->counts, change.task, +1);
    tasks.insert(change.task.nodeId, change.task);
    const double percent = 100.0 * execution->counts.ended() / execution->counts.total;
    execution->percent = std::max(execution->percent, percent);
}

void Applier::operator()(const ClientChanged &change)
{
    const auto known = snapshot.clients.find(change.client.id);
    if (known != snapshot.clients.end())
        *known = change.client;
}

void Applier::operator()(const ClientsCounted &change)
{
    for (const auto &[id, figures] : change.figures) {
        const auto client = snapshot.clients.find(id);
        if (client != snapshot.clients.end())
            client->figures = figures;
    }
}

void Applier::operator()(const MetricsSampled &change)
{
    snapshot.metrics = change.sample;
    for (Component &component : snapshot.components) {
        component.cpuPercent.reset();
        component.memoryMb.reset();
        component.lastUpdated = change.sample.time;
    }
    for (const ComponentFigures &figures : change.sample.components) {
        const auto component = snapshot.components.find(figures.id);
        if (component == snapshot.components.end() || !component->pid)
            continue; // it ended since it was measured
        component->cpuPercent = figures.cpuPercent;
        component->memoryMb = figures.memoryMb;
    }
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

QList<Component> Snapshot::componentsInOrder() const
{
    QList<Component> ordered = components.values();
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Component &a, const Component &b) { return a.position < b.position; });
    return ordered;
}

int Snapshot::running(ExecutionKind kind) const
{
    return static_cast<int>(std::count_if(executions.cbegin(), executions.cend(), [kind](const Execution &execution) {
        return execution.kind == kind && !isFinal(execution.state);
    }));
}

void apply(Snapshot &snapshot, const Change &change)
{
    snapshot.number = change.number;
    std::visit(Applier{snapshot}, change.body);
}

} // namespace signalbox
