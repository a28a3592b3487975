// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codec_shapes.h"
#include "server/model/snapshot.h"

#include <QHash>
#include <QQueue>

#include <functional>

namespace signalbox::airavata {

// One event: its subject, its receivers, and a function that makes its data, called only if there is a receiver.
struct Event
{
    Type type = Type::ExperimentCreated;
    Resource subject;
    QList<Resource> resources;          // whose subscribers hear of it
    std::optional<Execution> execution; // that a receiver must be allowed to see; unset: none
    std::function<QByteArray()> data;
};

// Turns Changes into events (README.md, "Events"): remembers what was told, so that only news is told, and percentages
// never run backwards. Server thread; owned by AiravataDialect.
class Events
{
public:
    explicit Events(const Snapshot &snapshot); // what it holds is no news

    // The events of a Change, in order. snapshot: with the Change applied.
    QList<Event> of(const Change &change, const Snapshot &snapshot);

    // How far a task is, as events and REST tell it.
    TaskStep stepOf(const Task &task, Timestamp now) const;

private:
    struct SeenTask
    {
        ExecutionState state = ExecutionState::Created;
        QString workerId;
        double percent = 0.0;
    };
    struct Seen
    {
        ExecutionState state = ExecutionState::Created;
        QString name;
        QString project;
        QString message;
        double percent = 0.0; // highest told
        Milliseconds worked{};
        int ended = 0; // tasks that took `worked` together
        QHash<QString, SeenTask> tasks;
    };

    QList<Event> ofExecution(const Execution &execution, const Change &change);
    QList<Event> ofTask(const Task &task, const Change &change, const Snapshot &snapshot);
    QList<Event> ofWorker(const Worker &worker);
    Event progress(Seen &seen, const Execution &execution, Timestamp now);
    Event step(SeenTask &seen, const Task &task, const Execution &execution, Timestamp now);
    void note(Seen &seen, const Task &task);
    void retire(const QString &executionId);

    QHash<QString, Seen> m_executions;
    QHash<QString, WorkerState> m_workers;
    QQueue<QString> m_ended;
};

} // namespace signalbox::airavata
