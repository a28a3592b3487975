// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

#include <deque>

namespace signalbox::core {

// The workers <host>-<n> of one host, on record in the Hub. Server thread; owned by Scheduler or AgentRegistry.
class WorkerPool
{
public:
    WorkerPool(Hub &hub, QString host) : m_hub(hub), m_host(std::move(host)) {}

    // The number of workers from now on; a surplus worker that is busy goes offline when it is released.
    void setCount(int count);
    void dismiss(); // the host goes: all are offline at once, busy or not

    bool hasIdle() const;
    // A worker that was idle and runs this from now on; empty: there is none. Jobs have no tasks.
    QString take(const QString &executionId, const QString &taskId = {});
    void release(const QString &workerId); // harmless when it is offline
    void releaseFrom(const QString &executionId);

private:
    struct Slot
    {
        Worker worker;
        bool isWanted = true;

        bool isIdle() const { return isWanted && worker.state == WorkerState::Idle; }
    };

    void set(Slot &slot, WorkerState state, const QString &executionId = {}, const QString &taskId = {});
    void release(Slot &slot);

    Hub &m_hub;
    QString m_host;
    std::deque<Slot> m_slots; // never gets shorter: a receiver of a WorkerChanged may call back
};

} // namespace signalbox::core
