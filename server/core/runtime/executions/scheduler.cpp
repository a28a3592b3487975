// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/scheduler.h"

#include <algorithm>

namespace signalbox::core {

Scheduler::Scheduler(Hub &hub, const QString &host, QObject *parent) : QObject(parent), m_workers(hub, host)
{
}

void Scheduler::setWorkers(int count)
{
    m_workers.setCount(count);
    schedule();
}

void Scheduler::enqueue(TaskSource &source)
{
    wait(shareOf(source));
    schedule();
}

void Scheduler::forget(TaskSource &source)
{
    const auto share = m_shares.find(&source);
    if (share == m_shares.end())
        return;
    leaveWaiting(share);
    m_shares.erase(share);
    m_served.removeIf([&source](auto served) { return served.value() == &source; });
}

void Scheduler::release(const QString &workerId)
{
    if (TaskSource *source = m_served.take(workerId))
        taskEnded(shareOf(*source));
    m_workers.release(workerId);
    schedule();
}

Scheduler::Shares::iterator Scheduler::shareOf(TaskSource &source)
{
    const auto [share, isNew] = m_shares.try_emplace(&source);
    if (isNew)
        share->second.turn = ++m_turns;
    return share;
}

Scheduler::Claim Scheduler::claimOf(const Shares::value_type &share)
{
    return {share.second.running, share.second.turn, share.first};
}

void Scheduler::wait(Shares::iterator share)
{
    share->second.waits = true;
    m_waiting.insert(claimOf(*share));
}

void Scheduler::leaveWaiting(Shares::iterator share)
{
    if (std::exchange(share->second.waits, false))
        m_waiting.erase(claimOf(*share));
}

void Scheduler::taskEnded(Shares::iterator share)
{
    const bool waits = share->second.waits;
    leaveWaiting(share);
    --share->second.running;
    share->second.turn = ++m_turns;
    if (waits)
        wait(share);
}

// Recording a fact or starting a task may enqueue more sources, which calls schedule() again: the outer call goes on.
void Scheduler::schedule()
{
    if (m_scheduling)
        return;
    m_scheduling = true;
    while (!m_waiting.empty() && m_workers.hasIdle()) {
        TaskSource &source = *std::get<TaskSource *>(*m_waiting.cbegin());
        leaveWaiting(m_shares.find(&source));
        if (source.hasReadyTask())
            serve(source);
    }
    m_scheduling = false;
}

void Scheduler::serve(TaskSource &source)
{
    const QString worker = m_workers.take(source.executionId(), source.nextTaskId());
    if (!source.hasReadyTask()) // a receiver of the WorkerChanged above has cancelled the execution
        return m_workers.release(worker);
    const auto share = shareOf(source);
    leaveWaiting(share); // a receiver may have enqueued the execution
    ++share->second.running;
    m_served.insert(worker, &source);
    source.startNext(worker);
    if (source.hasReadyTask())
        wait(shareOf(source));
}

} // namespace signalbox::core
