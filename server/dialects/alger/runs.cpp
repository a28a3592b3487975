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

void Runs::watch(const QString &executionId, const Snapshot &snapshot)
{
    m_watchers.insert(executionId, &m_session);
    Run &run = m_runs[executionId];
    const Execution *execution = snapshot.execution(executionId);
    if (!execution)
        return;
    run.pipelineId = execution->catalogueId;
    // Nodes, and the run itself, may have ended before the id was known.
    QList<Task> tasks = snapshot.tasks.value(executionId).values();
    std::sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) { return a.order < b.order; });
    for (const Task &task : std::as_const(tasks))
        pushNode(run, task);
    executionChanged(*execution, snapshot);
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

void Runs::answered(const QString &executionId, qint64 requestId)
{
    if (const auto run = m_runs.find(executionId); run != m_runs.end())
        run->requestId = requestId;
}

void Runs::release(const QString &executionId)
{
    const auto run = m_runs.find(executionId);
    if (run == m_runs.end())
        return;
    run->isHeld = false;
    const qint64 requestId = run->requestId;
    const QList<Due> held = std::exchange(run->held, {});
    if (isFinal(run->state))
        forget(executionId);
    for (const Due &due : held) // may close the connection, which forgets all runs
        m_push(requestId, due.type, due.content);
}

void Runs::endTold(const QString &executionId)
{
    if (const auto run = m_runs.constFind(executionId); run != m_runs.cend() && run->isHeld)
        forget(executionId);
}

void Runs::setStopping(const QString &executionId, bool isStopping)
{
    if (const auto run = m_runs.find(executionId); run != m_runs.end())
        run->isStopping = isStopping;
}

void Runs::push(Run &run, int type, const QByteArray &content)
{
    if (run.isHeld)
        run.held.append({type, content});
    else
        m_push(run.requestId, type, content);
}

void Runs::taskChanged(const Task &task)
{
    if (const auto run = m_runs.find(task.executionId); run != m_runs.end())
        pushNode(*run, task);
}

// No push tells of a cancelled node: it did not end by itself.
void Runs::pushNode(Run &run, const Task &task)
{
    if (!isFinal(task.state) || task.state == ExecutionState::Cancelled || run.told.contains(task.nodeId))
        return;
    run.told.insert(task.nodeId);
    push(run, task.state == ExecutionState::Succeeded ? NodeFinished : NodeFailed, content::node(task, run.pipelineId));
}

// The Snapshot may be ahead of the Changes that are still to be delivered: a run that has ended stays what it is.
void Runs::executionChanged(const Execution &execution, const Snapshot &snapshot)
{
    const auto found = m_runs.find(execution.id);
    if (found == m_runs.end() || isFinal(found->state))
        return;
    found->state = execution.state;
    if (!isFinal(execution.state))
        return;
    if (found->isHeld)
        return pushEnd(*found, execution, snapshot);
    Run run = *found;
    forget(execution.id);
    pushEnd(run, execution, snapshot);
}

void Runs::pushEnd(Run &run, const Execution &execution, const Snapshot &snapshot)
{
    if (execution.state == ExecutionState::Succeeded)
        return push(run, Finished, content::finished(execution, snapshot.tasks.value(execution.id)));
    const bool isCancelled = execution.state == ExecutionState::Cancelled;
    if (isCancelled && run.isStopping)
        return;
    if (isCancelled && snapshot.mode == Mode::Halted)
        push(run, Halted, content::error(u"Pipeline executions are halted."_s));
    else
        push(run, Crashed, content::crashed(execution));
}

} // namespace signalbox::alger
