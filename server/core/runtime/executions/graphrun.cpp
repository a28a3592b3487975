// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/graphrun.h"

#include "server/core/graph.h"
#include "server/core/runtime/executions/taskspec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace signalbox::core {

GraphRun::GraphRun(EngineParts &parts, QString id, Plan plan, Command cause)
    : LiveExecution(parts, std::move(id), std::move(plan), std::move(cause))
    , m_units(static_cast<std::size_t>(m_plan.tasks.size()))
    , m_open(m_plan.tasks.size())
{
    for (qsizetype index = 0; index < m_plan.tasks.size(); ++index) {
        Unit &unit = m_units[static_cast<std::size_t>(index)];
        unit.file = safeFileName(planned(index).nodeId, index);
        unit.waitingFor = planned(index).predecessors.size();
        for (const QString &predecessor : planned(index).predecessors)
            m_units[static_cast<std::size_t>(m_positions.value(predecessor))].successors.append(index);
        m_positions.insert(planned(index).nodeId, index);
    }
}

GraphRun::~GraphRun()
{
    m_parts.scheduler.forget(*this);
}

void GraphRun::reuse(const QString &nodeId, const QString &outputPath)
{
    if (m_positions.contains(nodeId))
        m_units[static_cast<std::size_t>(m_positions.value(nodeId))].reused = outputPath;
}

void GraphRun::begin()
{
    Execution queued = execution();
    queued.state = ExecutionState::Queued;
    queued.message.clear();
    record(queued);
    adoptReused();
    queueReady();
    finishIfOver();
}

void GraphRun::waitForRoom()
{
    Execution queued = execution();
    queued.state = ExecutionState::Queued;
    queued.message = Reason(Why::WaitsForRoom, {Reason::number(m_parts.hub.snapshot().server.capacity)});
    record(queued);
}

void GraphRun::queueReady()
{
    for (qsizetype index = 0; index < m_plan.tasks.size() && !m_ending; ++index) {
        const Unit &unit = m_units[static_cast<std::size_t>(index)];
        if (unit.waitingFor == 0 && !unit.over)
            makeReady(index);
    }
    if (hasReadyTask())
        m_parts.scheduler.enqueue(*this);
}

void GraphRun::adoptReused()
{
    for (qsizetype index = 0; index < m_plan.tasks.size() && !m_ending; ++index) {
        Unit &unit = m_units[static_cast<std::size_t>(index)];
        // A node with a predecessor that runs again runs again, too.
        if (unit.reused.isEmpty() || unit.waitingFor != 0
            || !m_folder.adopt(unit.reused, ExecutionFolder::outputName(unit.file)))
            continue;
        finishTask(index, ExecutionState::Succeeded, {});
        for (const qsizetype successor : std::as_const(unit.successors))
            --m_units[static_cast<std::size_t>(successor)].waitingFor;
    }
}

Task GraphRun::task(qsizetype index) const
{
    return m_parts.hub.snapshot().tasks.value(m_id).value(planned(index).nodeId);
}

void GraphRun::makeReady(qsizetype index)
{
    m_ready.push_back(index);
    Task queued = task(index);
    queued.state = ExecutionState::Queued;
    recordTask(queued);
}

QString GraphRun::nextTaskId() const
{
    return m_id % u'.' % planned(m_ready.front()).nodeId;
}

void GraphRun::startNext(const QString &workerId)
{
    const qsizetype index = m_ready.front();
    m_ready.pop_front();
    Unit &unit = m_units[static_cast<std::size_t>(index)];
    unit.worker = workerId;
    const Result<TaskSpec> spec = specFor(index);
    if (spec) {
        unit.running.reset(m_parts.runner.start(*spec).release());
        connect(unit.running.get(), &RunningTask::ended, this,
                [this, index](const TaskEnd &end) { taskEnded(index, end); });
        connect(unit.running.get(), &RunningTask::progressed, this,
                [this, index](double percent, const QString &text) { taskProgressed(index, percent, text); });
    }
    Execution mine = execution();
    if (mine.state != ExecutionState::Running) {
        mine.state = ExecutionState::Running;
        mine.startedAt = now();
        record(mine);
    }
    Task running = task(index);
    if (isFinal(running.state))
        return; // a receiver of the ExecutionChanged above has ended the execution
    running.state = ExecutionState::Running;
    running.workerId = workerId;
    running.startedAt = now();
    running.outputFile = ExecutionFolder::partName(unit.file);
    recordTask(running);
    if (!spec)
        taskEnded(index, {std::nullopt, spec.error().message, false});
}

Result<TaskSpec> GraphRun::specFor(qsizetype index) const
{
    const Unit &unit = m_units[static_cast<std::size_t>(index)];
    QList<NodeInput> inputs;
    for (const QString &predecessor : planned(index).predecessors) {
        const auto position = static_cast<std::size_t>(m_positions.value(predecessor));
        inputs.append({predecessor, m_folder.path(ExecutionFolder::outputName(m_units[position].file))});
    }
    Result<TaskSpec> spec = nodeSpec(m_id, planned(index), unit.file, inputs, m_folder);
    if (spec) {
        spec->outputLimit = m_parts.options.nodeOutputBytes;
        spec->stopTimeout = m_parts.options.stopTimeout;
    }
    return spec;
}

void GraphRun::taskProgressed(qsizetype index, double percent, const QString &text)
{
    const Task before = task(index);
    Task further = before;
    further.percent = std::max(further.percent, percent); // a task that is tried again begins at 0
    if (!text.isEmpty())
        further.message = text;
    if (further != before && further.state == ExecutionState::Running)
        recordTask(further);
}

void GraphRun::taskEnded(qsizetype index, const TaskEnd &given)
{
    Unit &unit = m_units[static_cast<std::size_t>(index)];
    unit.running.reset();
    const TaskEnd end = withOutput(index, given);
    const QString worker = std::exchange(unit.worker, QString());
    if (m_ending && end.stopped)
        finishTask(index, skippedState(), end);
    else if (end.error.isEmpty())
        succeeded(index);
    else if (!m_ending && task(index).attempt <= m_plan.maxRetries)
        repeat(index, end);
    else
        failed(index, end);
    if (hasReadyTask())
        m_parts.scheduler.enqueue(*this);
    m_parts.scheduler.release(worker);
    finishIfOver();
}

// Gives the output its final name when it is complete.
TaskEnd GraphRun::withOutput(qsizetype index, TaskEnd end)
{
    const QString &file = m_units[static_cast<std::size_t>(index)].file;
    QString name = ExecutionFolder::partName(file);
    if (end.error.isEmpty() && !end.stopped) {
        const Result<void> complete = m_folder.complete(file);
        if (complete)
            name = ExecutionFolder::outputName(file);
        else
            end.error = complete.error().message;
    }
    Q_EMIT outputEnded(planned(index).nodeId, m_folder.path(name));
    return end;
}

// The state of tasks that end because the whole execution does.
ExecutionState GraphRun::skippedState() const
{
    return m_ending->state == ExecutionState::Failed ? ExecutionState::Cancelled : m_ending->state;
}

void GraphRun::finishTask(qsizetype index, ExecutionState state, const TaskEnd &end)
{
    Unit &unit = m_units[static_cast<std::size_t>(index)];
    Task done = task(index);
    const bool ran = done.startedAt.has_value();
    done.state = state;
    done.endedAt = now();
    done.exitCode = end.exitCode;
    done.error = state == ExecutionState::Failed ? end.error : Reason();
    if (state == ExecutionState::Succeeded) {
        done.outputFile = ExecutionFolder::outputName(unit.file);
        done.percent = 100.0;
        m_unsavedFiles.append(m_folder.path(done.outputFile));
    }
    if (ran || state == ExecutionState::Succeeded)
        done.order = ++m_order;
    unit.over = true;
    --m_open;
    m_unsavedTasks.append(done);
    recordTask(done);
}

void GraphRun::repeat(qsizetype index, const TaskEnd &end)
{
    Task again = task(index);
    again.state = ExecutionState::Queued;
    again.workerId.clear();
    again.exitCode = end.exitCode;
    again.error = end.error; // of the attempt that failed, until the next one has ended
    ++again.attempt;
    m_folder.forgetErrors(m_units[static_cast<std::size_t>(index)].file);
    m_ready.push_back(index);
    recordTask(again);
}

void GraphRun::succeeded(qsizetype index)
{
    finishTask(index, ExecutionState::Succeeded, {0, {}, false});
    for (const qsizetype successor : std::as_const(m_units[static_cast<std::size_t>(index)].successors)) {
        Unit &next = m_units[static_cast<std::size_t>(successor)];
        if (--next.waitingFor == 0 && !next.over && !m_ending)
            makeReady(successor);
    }
}

void GraphRun::failed(qsizetype index, const TaskEnd &end)
{
    ++m_failures;
    if (m_firstError.isEmpty())
        m_firstError = Reason(Why::NodeFailed, {planned(index).nodeId, end.error}).atMost(longestReason);
    finishTask(index, ExecutionState::Failed, end);
    skipDependents(index);
    if (m_plan.cancelOnFailure && !m_ending)
        GraphRun::end({ExecutionState::Failed, m_firstError});
}

void GraphRun::skip(qsizetype index, ExecutionState state)
{
    Unit &unit = m_units[static_cast<std::size_t>(index)];
    if (unit.over || unit.running)
        return;
    finishTask(index, state, {});
}

void GraphRun::skipDependents(qsizetype index)
{
    std::deque<qsizetype> next{index};
    while (!next.empty()) {
        const auto successors = m_units[static_cast<std::size_t>(next.front())].successors;
        next.pop_front();
        for (const qsizetype successor : successors) {
            if (m_units[static_cast<std::size_t>(successor)].over)
                continue;
            skip(successor, ExecutionState::Cancelled);
            next.push_back(successor);
        }
    }
}

void GraphRun::end(const Ending &ending)
{
    if (m_ending || m_finishing)
        return;
    m_ending = ending;
    m_ready.clear();
    m_parts.scheduler.forget(*this);
    for (qsizetype index = 0; index < m_plan.tasks.size(); ++index) {
        Unit &unit = m_units[static_cast<std::size_t>(index)];
        if (unit.running)
            unit.running->stop();
        else if (unit.worker.isEmpty())
            skip(index, skippedState());
    }
    finishIfOver();
}

void GraphRun::finishIfOver()
{
    if (m_open == 0 && !m_finishing) {
        m_finishing = true;
        finish();
    } else if (!m_unsavedTasks.isEmpty()) {
        save();
    }
}

void GraphRun::finish()
{
    if (m_ending)
        return finishWith(m_ending->state, m_ending->message, {});
    if (m_failures > 0) {
        const Reason error = m_plan.kind == ExecutionKind::Experiment
                                 ? Reason(Why::TasksFailedFirst, {Reason::number(m_failures),
                                                                  Reason::number(m_plan.tasks.size()), m_firstError})
                                       .atMost(longestReason)
                                 : m_firstError;
        return finishWith(ExecutionState::Failed, error, {});
    }
    QStringList names;
    for (const QString &sink : std::as_const(m_plan.sinks)) {
        const auto position = static_cast<std::size_t>(m_positions.value(sink));
        names.append(ExecutionFolder::outputName(m_units[position].file));
    }
    if (names.size() == 1)
        return finishWith(ExecutionState::Succeeded, {}, names.constFirst());
    QStringList paths;
    for (const QString &name : std::as_const(names))
        paths.append(m_folder.path(name));
    const QString joined = ExecutionFolder::joinedName();
    m_parts.files.concatenate(paths, m_folder.path(joined), this, [this, joined](const Result<void> &result) {
        if (!result)
            return finishWith(ExecutionState::Failed, result.error().message, {});
        m_unsavedFiles.append(m_folder.path(joined));
        finishWith(ExecutionState::Succeeded, {}, joined);
    });
}

void GraphRun::finishWith(ExecutionState state, const Reason &text, const QString &outputFile)
{
    m_parts.files.removeEmptyDirectory(m_folder.workDirectory());
    Execution done = execution();
    done.state = state;
    done.outputFile = outputFile;
    (state == ExecutionState::Cancelled ? done.message : done.error) = text;
    m_final = recordFinal(done);
    save();
}

// Saves one batch at a time; tasks that end meanwhile are saved together with the next one.
void GraphRun::save()
{
    if (m_saving)
        return;
    m_saving = true;
    const bool last = m_final.has_value();
    const QList<Task> tasks = std::exchange(m_unsavedTasks, {});
    const Execution current = last ? *m_final : execution();
    m_parts.files.makeDurable(
        std::exchange(m_unsavedFiles, {}), this, [this, last, tasks, current](const Result<void> &flushed) {
            if (!flushed)
                (void)m_parts.hub.record(ProblemOccurred{flushed.error().message, m_id});
            m_parts.journal.save(current, tasks, [self = QPointer<GraphRun>(this), last](const Result<void> &saved) {
                if (!self)
                    return;
                if (!saved)
                    (void)self->m_parts.hub.record(ProblemOccurred{saved.error().message, self->m_id});
                self->m_saving = false;
                if (last)
                    Q_EMIT self->saved();
                else if (self->m_final || !self->m_unsavedTasks.isEmpty())
                    self->save();
            });
        });
}

QList<GraphRun::Growing> GraphRun::growingOutputs() const
{
    QList<Growing> growing;
    for (qsizetype index = 0; index < m_plan.tasks.size(); ++index) {
        const Unit &unit = m_units[static_cast<std::size_t>(index)];
        if (unit.running)
            growing.append({planned(index).nodeId, m_folder.path(ExecutionFolder::partName(unit.file))});
    }
    return growing;
}

} // namespace signalbox::core
