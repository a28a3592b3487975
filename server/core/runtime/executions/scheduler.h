// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

#include <QObject>

#include <deque>
#include <map>
#include <set>

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

// The workers <host>-<n> of this host. A free one goes to the waiting execution with the fewest running tasks; of several
// to the one whose last task ended, or that came, first. So a pipeline beside a sweep of a thousand tasks starts when
// the first of these ends, and goes on as its own tasks end, while no execution waits for ever. What a task costs does
// not depend on the number of tasks that wait. Server thread; owned by Engine.
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
        TaskSource *source = nullptr; // whose task it runs; null: idle, or the source was forgotten
    };
    // What an execution has of the workers.
    struct Share
    {
        int running = 0;    // tasks
        quint64 turn = 0;   // when its last task ended, or it came; counted
        bool waits = false; // is in m_waiting
    };
    using Shares = std::map<TaskSource *, Share>;
    using Claim = std::tuple<int, quint64, TaskSource *>; // the least is served first

    void schedule();
    void serve(Slot &slot, TaskSource &source);
    Slot *idleSlot();
    Shares::iterator shareOf(TaskSource &source);
    void wait(Shares::iterator share);
    void leaveWaiting(Shares::iterator share);
    void taskEnded(Shares::iterator share);
    static Claim claimOf(const Shares::value_type &share);
    void set(Slot &slot, WorkerState state, const QString &executionId = {}, const QString &taskId = {});

    Hub &m_hub;
    QString m_host;
    std::deque<Slot> m_slots;
    Shares m_shares; // of the executions that wait or run tasks here, until they are forgotten
    std::set<Claim> m_waiting;
    quint64 m_turns = 0;
    bool m_scheduling = false;
};

} // namespace signalbox::core
