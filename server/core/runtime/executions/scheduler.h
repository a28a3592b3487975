// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/workerpool.h"

#include <QHash>
#include <QObject>

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
    Scheduler(Hub &hub, const QString &host, QObject *parent = nullptr);

    void setWorkers(int count);                    // as WorkerPool::setCount()
    void dismissWorkers() { m_workers.dismiss(); } // no task is started any more

    void enqueue(TaskSource &source); // has a ready task; harmless when it is enqueued already
    void forget(TaskSource &source);
    void release(const QString &workerId);

private:
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
    void serve(TaskSource &source);
    Shares::iterator shareOf(TaskSource &source);
    void wait(Shares::iterator share);
    void leaveWaiting(Shares::iterator share);
    void taskEnded(Shares::iterator share);
    static Claim claimOf(const Shares::value_type &share);

    WorkerPool m_workers;
    Shares m_shares; // of the executions that wait or run tasks here, until they are forgotten
    std::set<Claim> m_waiting;
    QHash<QString, TaskSource *> m_served; // by worker; not those that were forgotten
    quint64 m_turns = 0;
    bool m_scheduling = false;
};

} // namespace signalbox::core
