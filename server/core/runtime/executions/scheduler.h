// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

#include <QObject>

#include <deque>

namespace signalbox::core {

// An execution with tasks that wait for workers.
class TaskSource
{
public:
    virtual ~TaskSource() = default;
    virtual QString executionId() const = 0;
    virtual bool hasReadyTask() const = 0;
    virtual QString nextTaskId() const = 0; // of the task that startNext() will start; only when one is ready
    virtual void startNext(const QString &workerId) = 0;
};

// The workers <host>-<n> of this host, given in turn to the executions whose tasks wait: one task of each
// before a second of any, so that a sweep of a thousand does not keep a pipeline waiting.
// Server thread; owned by Engine.
class Scheduler : public QObject
{
    Q_OBJECT

public:
    Scheduler(Hub &hub, QString host, QObject *parent = nullptr);

    // The number of workers from now on; a surplus worker that is busy goes offline when its task has ended.
    void setWorkers(int count);

    void enqueue(TaskSource &source); // has a ready task; harmless when it is enqueued already
    void forget(TaskSource &source);
    void release(const QString &workerId);

private:
    struct Slot
    {
        Worker worker;
        bool wanted = true;
    };

    void schedule();
    Slot *idleSlot();
    void set(Slot &slot, WorkerState state, const QString &executionId = {}, const QString &taskId = {});

    Hub &m_hub;
    QString m_host;
    std::deque<Slot> m_slots;
    std::deque<TaskSource *> m_waiting;
    bool m_scheduling = false;
};

} // namespace signalbox::core
