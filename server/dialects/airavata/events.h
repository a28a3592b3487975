// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codec_shapes.h"
#include "server/model/snapshot.h"

#include <QHash>

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

// Turns Changes into events (README.md, "Events"). Server thread; owned by AiravataDialect.
class Events
{
public:
    explicit Events(const Snapshot &snapshot);

    // The events of a Change, in order.
    QList<Event> of(const Change &change, const Replaced &replaced);

    // How far a task is, as events and REST tell it.
    TaskStep stepOf(const Task &task, Timestamp now) const;

private:
    // What no Change replaces.
    struct Live
    {
        double percent = 0.0;  // highest told: that of a job that begins again is 0, and events do not run backwards
        Milliseconds worked{}; // that the tasks which ended took together, summed up as they end: a sweep has thousands
        int ended = 0;         // those tasks
    };

    QList<Event> ofExecution(const Execution &execution, const Execution *before, Timestamp now);
    QList<Event> ofTask(const Task &task, const ReplacedTask &before, Timestamp now);
    Event furtherEvent(const Execution &execution, Timestamp now);
    Event step(const Task &task, double before, const Execution &execution, Timestamp now) const;
    static void note(Live &live, const Task &task);

    QHash<QString, Live> m_live; // executions that have not ended
};

} // namespace signalbox::airavata
