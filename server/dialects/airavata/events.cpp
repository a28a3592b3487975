// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/events.h"

#include "server/dialects/airavata/routing.h"

namespace signalbox::airavata {

namespace {

Type typeOf(const Execution &execution)
{
    switch (execution.state) {
    case ExecutionState::Succeeded:
        return Type::ExperimentCompleted;
    case ExecutionState::Failed:
    case ExecutionState::Interrupted:
        return Type::ExperimentFailed;
    default:
        return Type::ExperimentUpdated; // the protocol document has no event for CANCELED
    }
}

Type typeOf(const Task &task)
{
    switch (task.state) {
    case ExecutionState::Succeeded:
        return Type::TaskCompleted;
    case ExecutionState::Failed:
    case ExecutionState::Interrupted:
        return Type::TaskFailed;
    default:
        return Type::TaskUpdated;
    }
}

Event experimentEvent(Type type, const Execution &execution)
{
    return {type, {ResourceType::Experiment, execution.id}, resourcesOf(execution), execution, [execution] {
                return shapes::experiment(execution);
            }};
}

Event taskEvent(Type type, const Task &task, const Execution &execution)
{
    return {type, {ResourceType::Task, task.id}, resourcesOf(task, execution), execution, [task] {
                return shapes::task(task);
            }};
}

} // namespace

Events::Events(const Snapshot &snapshot)
{
    for (const Execution &execution : snapshot.executions) {
        Seen &seen = m_executions[execution.id];
        seen.state = execution.state;
        seen.name = execution.name;
        seen.project = execution.project;
        seen.message = execution.message;
        seen.percent = progressOf(execution, {}).percent;
        if (isFinal(execution.state)) {
            retire(execution.id);
            continue;
        }
        for (const Task &task : snapshot.tasks.value(execution.id)) {
            seen.tasks.insert(task.nodeId, {task.state, task.workerId, task.percent});
            note(seen, task);
        }
    }
    for (const Worker &worker : snapshot.workers)
        m_workers.insert(worker.id, worker.state);
}

QList<Event> Events::of(const Change &change, const Snapshot &snapshot)
{
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body))
        return ofExecution(execution->execution, change);
    if (const auto *task = std::get_if<TaskChanged>(&change.body))
        return ofTask(task->task, change, snapshot);
    if (const auto *worker = std::get_if<WorkerChanged>(&change.body))
        return ofWorker(worker->worker);
    if (const auto *forgotten = std::get_if<ExecutionForgotten>(&change.body))
        m_executions.remove(forgotten->id);
    return {};
}

QList<Event> Events::ofExecution(const Execution &execution, const Change &change)
{
    const bool isNew = !m_executions.contains(execution.id);
    Seen &seen = m_executions[execution.id];
    QList<Event> events;
    if (isNew && !isFinal(execution.state)) {
        events.append(experimentEvent(Type::ExperimentCreated, execution));
    } else if (isNew || execution.state != seen.state || execution.name != seen.name
               || execution.project != seen.project) {
        events.append(experimentEvent(typeOf(execution), execution));
    } else if (execution.counts.total == 0 // with tasks, ofTask() tells the progress
               && (execution.percent > seen.percent || execution.message != seen.message)) {
        events.append(progress(seen, execution, change.time));
    }
    const bool hasEnded = isFinal(execution.state) && (isNew || !isFinal(seen.state));
    seen.state = execution.state;
    seen.name = execution.name;
    seen.project = execution.project;
    seen.message = execution.message;
    if (hasEnded)
        retire(execution.id);
    return events;
}

QList<Event> Events::ofTask(const Task &task, const Change &change, const Snapshot &snapshot)
{
    const Execution *execution = snapshot.execution(task.executionId);
    const auto known = m_executions.find(task.executionId);
    if (!execution || known == m_executions.end())
        return {};
    Seen &seen = *known;
    const bool isNew = !seen.tasks.contains(task.nodeId);
    SeenTask &before = seen.tasks[task.nodeId];
    QList<Event> events;
    if (isNew && !isFinal(task.state))
        events.append(taskEvent(Type::TaskCreated, task, *execution));
    const bool hasMoved = isNew ? isFinal(task.state) : task.state != before.state;
    const bool isFurther = task.percent > before.percent;
    const bool begins = task.state == ExecutionState::Running && (isNew || hasMoved);
    if (task.state == ExecutionState::Succeeded && hasMoved)
        events.append(step(before, task, *execution, change.time)); // 100 % comes before the end
    if (hasMoved || (!isNew && task.workerId != before.workerId))
        events.append(taskEvent(typeOf(task), task, *execution));
    if (begins || (isFurther && !isFinal(task.state)))
        events.append(step(before, task, *execution, change.time));
    before.state = task.state;
    before.workerId = task.workerId;
    if (hasMoved && isFinal(task.state)) {
        note(seen, task);
        events.append(progress(seen, *execution, change.time));
    }
    return events;
}

QList<Event> Events::ofWorker(const Worker &worker)
{
    const auto known = m_workers.constFind(worker.id);
    Type type = Type::WorkerUpdated;
    if (worker.state == WorkerState::Offline)
        type = Type::WorkerOffline;
    else if (known == m_workers.cend() || *known == WorkerState::Offline)
        type = Type::WorkerRegistered;
    m_workers.insert(worker.id, worker.state);
    return {{type, {ResourceType::Worker, worker.id}, resourcesOf(worker), {}, [worker] {
                 return shapes::worker(worker);
             }}};
}

Event Events::progress(Seen &seen, const Execution &execution, Timestamp now)
{
    Progress progress = progressOf(execution, now);
    progress.percent = seen.percent = std::max(seen.percent, progress.percent);
    return {Type::ExperimentProgress,
            {ResourceType::Experiment, execution.id},
            resourcesOf(execution),
            execution,
            [execution, progress, now] { return shapes::experimentProgress(execution, progress, now); }};
}

Event Events::step(SeenTask &seen, const Task &task, const Execution &execution, Timestamp now)
{
    seen.percent = std::max(seen.percent, task.state == ExecutionState::Succeeded ? 100.0 : task.percent);
    TaskStep step = stepOf(task, now);
    step.percent = seen.percent;
    return {
        Type::TaskProgress, {ResourceType::Task, task.id}, resourcesOf(task, execution), execution, [task, step, now] {
            return shapes::taskProgress(task, step, now);
        }};
}

// estimatedCompletion: from the task's own percentage if there is one, else from how long the tasks beside it took.
TaskStep Events::stepOf(const Task &task, Timestamp now) const
{
    TaskStep step{task.state == ExecutionState::Succeeded ? 100.0 : task.percent, task.endedAt};
    const auto seen = m_executions.constFind(task.executionId);
    if (isFinal(task.state) || !task.startedAt)
        return step;
    if (task.percent > 0.0) {
        const auto spent = static_cast<double>((now - *task.startedAt).count());
        step.estimatedCompletion = *task.startedAt + Milliseconds(static_cast<qint64>(spent * 100.0 / task.percent));
    } else if (seen != m_executions.cend() && seen->ended > 0) {
        step.estimatedCompletion = std::max(now, *task.startedAt + seen->worked / seen->ended);
    }
    return step;
}

void Events::note(Seen &seen, const Task &task)
{
    if (!task.startedAt || !task.endedAt)
        return;
    seen.worked += *task.endedAt - *task.startedAt;
    ++seen.ended;
}

// An ended execution is remembered as long as the Snapshot holds it, without its tasks.
void Events::retire(const QString &executionId)
{
    m_executions[executionId].tasks.clear();
    m_ended.enqueue(executionId);
    while (m_ended.size() > Snapshot::finishedKept)
        m_executions.remove(m_ended.dequeue());
}

} // namespace signalbox::airavata
