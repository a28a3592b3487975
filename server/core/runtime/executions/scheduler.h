// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

#include <QObject>

#include <deque>

namespace signalbox::core {

// What has tasks that wait for workers.
class TaskSource
{
public:
    virtual ~TaskSource() = default;
    virtual QString executionId() const = 0;
    virtual bool hasReadyTask() const = 0;
    virtual QString nextTaskId() const = 0; // of the one startNext() starts; only when there is one
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

    // More or fewer from now on; a busy worker too many goes offline when its task has ended.
    void setWorkers(int count);

    void enqueue(TaskSource &source); // it has a ready task; harmless when it waits already
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
