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

Event progressEvent(const Execution &execution, const Progress &progress, Timestamp now)
{
    return {Type::ExperimentProgress,
            {ResourceType::Experiment, execution.id},
            resourcesOf(execution),
            execution,
            [execution, progress, now] { return shapes::experimentProgress(execution, progress, now); }};
}

Event workerEvent(const Worker &worker, const Worker *before)
{
    Type type = Type::WorkerUpdated;
    if (worker.state == WorkerState::Offline)
        type = Type::WorkerOffline;
    else if (!before || before->state == WorkerState::Offline)
        type = Type::WorkerRegistered;
    return {
        type, {ResourceType::Worker, worker.id}, resourcesOf(worker), {}, [worker] { return shapes::worker(worker); }};
}

} // namespace

Events::Events(const Snapshot &snapshot)
{
    for (const Execution &execution : snapshot.executions) {
        if (isFinal(execution.state))
            continue;
        Live &live = m_live[execution.id];
        live.percent = progressOf(execution, {}).percent;
        for (const Task &task : snapshot.tasks.value(execution.id))
            note(live, task);
    }
}

QList<Event> Events::of(const Change &change, const Replaced &replaced)
{
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body))
        return ofExecution(execution->execution, std::get_if<Execution>(&replaced), change.time);
    if (const auto *worker = std::get_if<WorkerChanged>(&change.body))
        return {workerEvent(worker->worker, std::get_if<Worker>(&replaced))};
    const auto *task = std::get_if<TaskChanged>(&change.body);
    if (const auto *before = std::get_if<ReplacedTask>(&replaced); task && before)
        return ofTask(task->task, *before, change.time);
    if (const auto *forgotten = std::get_if<ExecutionForgotten>(&change.body))
        m_live.remove(forgotten->id);
    return {};
}

QList<Event> Events::ofExecution(const Execution &execution, const Execution *before, Timestamp now)
{
    const bool hasEnded = isFinal(execution.state);
    QList<Event> events;
    if (!before && !hasEnded) {
        events.append(experimentEvent(Type::ExperimentCreated, execution));
    } else if (!before || execution.state != before->state || execution.name != before->name
               || execution.project != before->project) {
        events.append(experimentEvent(typeOf(execution), execution));
    }
    if (before && execution.counts.total == 0 && !hasEnded) { // with tasks, ofTask() tells the progress
        const bool hasOtherText = execution.state == before->state && execution.message != before->message;
        if (hasOtherText || execution.percent > m_live[execution.id].percent)
            events.append(furtherEvent(execution, now));
    }
    if (hasEnded)
        m_live.remove(execution.id);
    return events;
}

QList<Event> Events::ofTask(const Task &task, const ReplacedTask &replaced, Timestamp now)
{
    const Execution &execution = replaced.execution;
    const std::optional<Task> &before = replaced.task;
    const double percent = before ? before->percent : 0.0;
    QList<Event> events;
    if (!before && !isFinal(task.state))
        events.append(taskEvent(Type::TaskCreated, task, execution));
    const bool hasMoved = before ? task.state != before->state : isFinal(task.state);
    const bool begins = task.state == ExecutionState::Running && (!before || hasMoved);
    if (task.state == ExecutionState::Succeeded && hasMoved)
        events.append(step(task, percent, execution, now)); // 100 % comes before the end
    if (hasMoved || (before && task.workerId != before->workerId))
        events.append(taskEvent(typeOf(task), task, execution));
    const bool isFurther =
        before && !isFinal(task.state) && (task.percent > percent || task.message != before->message);
    if (begins || isFurther)
        events.append(step(task, percent, execution, now));
    if (hasMoved && isFinal(task.state)) {
        if (isFinal(execution.state)) {
            events.append(progressEvent(execution, progressOf(execution, now), now));
        } else {
            note(m_live[execution.id], task);
            events.append(furtherEvent(execution, now));
        }
    } else if (isFurther && progressOf(execution, now).percent > m_live[execution.id].percent) {
        events.append(furtherEvent(execution, now));
    }
    return events;
}

// Of an execution that has not ended; never less than was told.
Event Events::furtherEvent(const Execution &execution, Timestamp now)
{
    Progress progress = progressOf(execution, now);
    Live &live = m_live[execution.id];
    progress.percent = live.percent = std::max(live.percent, progress.percent);
    return progressEvent(execution, progress, now);
}

// before: the percentage before this Change, which a task that is tried again does not fall below.
Event Events::step(const Task &task, double before, const Execution &execution, Timestamp now) const
{
    TaskStep step = stepOf(task, now);
    step.percent = std::max(step.percent, before);
    return {
        Type::TaskProgress, {ResourceType::Task, task.id}, resourcesOf(task, execution), execution, [task, step, now] {
            return shapes::taskProgress(task, step, now);
        }};
}

// estimatedCompletion: from the task's own percentage if there is one, else from how long the tasks beside it took.
TaskStep Events::stepOf(const Task &task, Timestamp now) const
{
    TaskStep step{percentOf(task), task.endedAt};
    const auto live = m_live.constFind(task.executionId);
    if (isFinal(task.state) || !task.startedAt)
        return step;
    if (task.percent > 0.0) {
        const auto spent = static_cast<double>((now - *task.startedAt).count());
        step.estimatedCompletion = *task.startedAt + Milliseconds(static_cast<qint64>(spent * 100.0 / task.percent));
    } else if (live != m_live.cend() && live->ended > 0) {
        step.estimatedCompletion = std::max(now, *task.startedAt + live->worked / live->ended);
    }
    return step;
}

void Events::note(Live &live, const Task &task)
{
    if (!task.startedAt || !task.endedAt)
        return;
    live.worked += *task.endedAt - *task.startedAt;
    ++live.ended;
}

} // namespace signalbox::airavata
