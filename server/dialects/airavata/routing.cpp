// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/routing.h"

namespace signalbox::airavata {

QList<Resource> resourcesOf(const Execution &execution)
{
    return {{ResourceType::Experiment, execution.id},
            {ResourceType::Project, execution.project},
            {ResourceType::User, execution.owner}};
}

QList<Resource> resourcesOf(const Task &task, const Execution &execution)
{
    QList<Resource> resources = resourcesOf(execution);
    resources.prepend({ResourceType::Task, task.id});
    return resources;
}

QList<Resource> resourcesOf(const Worker &worker)
{
    return {{ResourceType::Worker, worker.id}, {ResourceType::System, {}}};
}

QList<Resource> resourcesOf(const Change &change, const Snapshot &snapshot)
{
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body))
        return resourcesOf(execution->execution);
    if (const auto *task = std::get_if<TaskChanged>(&change.body)) {
        const Execution *execution = snapshot.execution(task->task.executionId);
        return execution ? resourcesOf(task->task, *execution) : QList<Resource>();
    }
    if (const auto *worker = std::get_if<WorkerChanged>(&change.body))
        return resourcesOf(worker->worker);
    // A new mode concerns all sessions; the statistics of a tick only subscribers of `system`.
    if (std::holds_alternative<ModeChanged>(change.body))
        return {{ResourceType::Everyone, {}}};
    if (std::holds_alternative<MetricsSampled>(change.body))
        return {{ResourceType::System, {}}};
    return {};
}

bool maySee(const Actor &actor, const Execution &execution, const Snapshot &snapshot)
{
    if (actor.role == Role::Admin || actor.user == execution.owner)
        return true;
    const auto project = snapshot.projects.constFind(execution.project);
    return project != snapshot.projects.cend() && !project->owner.isEmpty() && project->owner == actor.user;
}

} // namespace signalbox::airavata
