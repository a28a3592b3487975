// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/workerpool.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

void WorkerPool::setCount(int count)
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
        slot.isWanted = index < wanted;
        if (slot.isWanted && slot.worker.state == WorkerState::Offline)
            set(slot, WorkerState::Idle);
        else if (!slot.isWanted && slot.worker.state == WorkerState::Idle)
            set(slot, WorkerState::Offline);
    }
}

void WorkerPool::dismiss()
{
    for (Slot &slot : m_slots)
        slot.isWanted = false;
    for (Slot &slot : m_slots) {
        if (slot.worker.state != WorkerState::Offline)
            set(slot, WorkerState::Offline);
    }
}

bool WorkerPool::hasIdle() const
{
    return std::any_of(m_slots.cbegin(), m_slots.cend(), [](const Slot &slot) { return slot.isIdle(); });
}

QString WorkerPool::take(const QString &executionId, const QString &taskId)
{
    const auto slot = std::find_if(m_slots.begin(), m_slots.end(), [](const Slot &each) { return each.isIdle(); });
    if (slot == m_slots.end())
        return {};
    const QString id = slot->worker.id;
    set(*slot, WorkerState::Running, executionId, taskId);
    return id;
}

void WorkerPool::release(const QString &workerId)
{
    for (Slot &slot : m_slots) {
        if (slot.worker.id == workerId)
            release(slot);
    }
}

void WorkerPool::releaseFrom(const QString &executionId)
{
    for (Slot &slot : m_slots) {
        if (slot.worker.executionId == executionId)
            release(slot);
    }
}

void WorkerPool::release(Slot &slot)
{
    if (slot.worker.state == WorkerState::Running)
        set(slot, slot.isWanted ? WorkerState::Idle : WorkerState::Offline);
}

void WorkerPool::set(Slot &slot, WorkerState state, const QString &executionId, const QString &taskId)
{
    slot.worker.state = state;
    slot.worker.executionId = executionId;
    slot.worker.taskId = taskId;
    (void)m_hub.record(WorkerChanged{slot.worker});
}

} // namespace signalbox::core
