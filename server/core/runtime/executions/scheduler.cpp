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
    if (std::find(m_waiting.cbegin(), m_waiting.cend(), &source) == m_waiting.cend())
        m_waiting.push_back(&source);
    schedule();
}

void Scheduler::forget(TaskSource &source)
{
    std::erase(m_waiting, &source);
}

void Scheduler::release(const QString &workerId)
{
    for (Slot &slot : m_slots) {
        if (slot.worker.id == workerId)
            set(slot, slot.wanted ? WorkerState::Idle : WorkerState::Offline);
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
        TaskSource *source = m_waiting.front();
        m_waiting.pop_front();
        if (!source->hasReadyTask())
            continue;
        const QString worker = slot->worker.id;
        set(*slot, WorkerState::Running, source->executionId(), source->nextTaskId());
        if (!source->hasReadyTask()) { // a receiver of the WorkerChanged above has cancelled the execution
            set(*slot, WorkerState::Idle);
            continue;
        }
        source->startNext(worker);
        if (source->hasReadyTask())
            m_waiting.push_back(source);
    }
    m_scheduling = false;
}

void Scheduler::set(Slot &slot, WorkerState state, const QString &executionId, const QString &taskId)
{
    slot.worker.state = state;
    slot.worker.executionId = executionId;
    slot.worker.taskId = taskId;
    (void)m_hub.record(WorkerChanged{slot.worker});
}

} // namespace signalbox::core
