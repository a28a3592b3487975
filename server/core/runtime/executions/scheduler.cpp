// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/scheduler.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

Scheduler::Scheduler(Hub &hub, QString host, QObject *parent) : QObject(parent), m_hub(hub), m_host(std::move(host))
{
}

void Scheduler::setWorkers(int count)
{
    const auto wanted = static_cast<std::size_t>(std::max(count, 0));
    for (std::size_t index = 0; index < std::max(wanted, m_slots.size()); ++index) {
        if (index == m_slots.size()) {
            Worker worker;
            worker.id = u"%1-%2"_s.arg(m_host).arg(index + 1);
            worker.host = m_host;
            worker.state = WorkerState::Offline;
            m_slots.push_back({worker, true});
        }
        Slot &slot = m_slots[index];
        slot.wanted = index < wanted;
        if (slot.wanted && slot.worker.state == WorkerState::Offline)
            set(slot, WorkerState::Idle);
        else if (!slot.wanted && slot.worker.state == WorkerState::Idle)
            set(slot, WorkerState::Offline);
    }
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
    for (Slot &slot : m_slots) {
        if (slot.source == &source)
            slot.source = nullptr;
    }
}

void Scheduler::release(const QString &workerId)
{
    const auto slot =
        std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &each) { return each.worker.id == workerId; });
    if (slot != m_slots.end()) {
        if (TaskSource *source = std::exchange(slot->source, nullptr))
            taskEnded(shareOf(*source));
        set(*slot, slot->wanted ? WorkerState::Idle : WorkerState::Offline);
    }
    schedule();
}

Scheduler::Slot *Scheduler::idleSlot()
{
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [](const Slot &slot) {
        return slot.wanted && slot.worker.state == WorkerState::Idle;
    });
    return found == m_slots.end() ? nullptr : &*found;
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
    while (!m_waiting.empty()) {
        Slot *slot = idleSlot();
        if (!slot)
            break;
        TaskSource &source = *std::get<TaskSource *>(*m_waiting.cbegin());
        leaveWaiting(m_shares.find(&source));
        if (source.hasReadyTask())
            serve(*slot, source);
    }
    m_scheduling = false;
}

void Scheduler::serve(Slot &slot, TaskSource &source)
{
    const QString worker = slot.worker.id;
    set(slot, WorkerState::Running, source.executionId(), source.nextTaskId());
    if (!source.hasReadyTask()) // a receiver of the WorkerChanged above has cancelled the execution
        return set(slot, WorkerState::Idle);
    const auto share = shareOf(source);
    leaveWaiting(share); // a receiver may have enqueued the execution
    ++share->second.running;
    slot.source = &source;
    source.startNext(worker);
    if (source.hasReadyTask())
        wait(shareOf(source));
}

void Scheduler::set(Slot &slot, WorkerState state, const QString &executionId, const QString &taskId)
{
    slot.worker.state = state;
    slot.worker.executionId = executionId;
    slot.worker.taskId = taskId;
    (void)m_hub.record(WorkerChanged{slot.worker});
}

} // namespace signalbox::core
