// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/runs.h"

#include "server/dialects/alger/codec_content.h"
#include "server/dialects/alger/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::alger {

Runs::Runs(Watchers &watchers, AlgerSession &session, Push push)
    : m_watchers(watchers)
    , m_session(session)
    , m_push(std::move(push))
{
}

void Runs::watch(const QString &executionId)
{
    m_runs.insert(executionId, {});
    m_watchers.insert(executionId, &m_session);
}

void Runs::forget(const QString &executionId)
{
    m_runs.remove(executionId);
    m_watchers.remove(executionId);
}

void Runs::forgetAll()
{
    for (auto run = m_runs.cbegin(); run != m_runs.cend(); ++run)
        m_watchers.remove(run.key());
    m_runs.clear();
}

void Runs::follow(const QString &executionId, qint64 requestId, const Snapshot &snapshot)
{
    Run &run = m_runs[executionId];
    run.requestId = requestId;
    if (const Execution *execution = snapshot.execution(executionId))
        run.pipelineId = execution->catalogueId;
    QList<Task> tasks = snapshot.tasks.value(executionId).values();
    std::sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) { return a.order < b.order; });
    for (const Task &task : std::as_const(tasks))
        pushNode(run, task);
}

void Runs::stopping(const QString &executionId)
{
    if (const auto run = m_runs.find(executionId); run != m_runs.end())
        run->isStopping = true;
}

void Runs::taskChanged(const Task &task)
{
    const auto run = m_runs.find(task.executionId);
    if (run != m_runs.end() && run->requestId != 0)
        pushNode(*run, task);
}

// No push tells of a cancelled node: it did not end by itself.
void Runs::pushNode(Run &run, const Task &task)
{
    if (!isFinal(task.state) || task.state == ExecutionState::Cancelled || run.pushed.contains(task.nodeId))
        return;
    run.pushed.insert(task.nodeId);
    m_push(run.requestId, task.state == ExecutionState::Succeeded ? NodeFinished : NodeFailed,
           content::node(task, run.pipelineId));
}

void Runs::executionChanged(const Execution &execution, const Snapshot &snapshot)
{
    const auto found = m_runs.constFind(execution.id);
    if (found == m_runs.cend() || found->requestId == 0 || !isFinal(execution.state))
        return;
    const Run run = *found;
    forget(execution.id);
    pushEnd(run, execution, snapshot);
}

void Runs::pushEnd(const Run &run, const Execution &execution, const Snapshot &snapshot)
{
    if (execution.state == ExecutionState::Succeeded) {
        m_push(run.requestId, Finished, content::finished(execution, snapshot.tasks.value(execution.id)));
        return;
    }
    const bool isCancelled = execution.state == ExecutionState::Cancelled;
    if (isCancelled && run.isStopping)
        return;
    if (isCancelled && snapshot.mode == Mode::Halted)
        m_push(run.requestId, Halted, content::error(u"Pipeline executions are halted."_s));
    else
        m_push(run.requestId, Crashed, content::crashed(execution));
}

} // namespace signalbox::alger
