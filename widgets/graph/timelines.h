// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"
#include "widgets/graph/barchart.h"
#include "widgets/graph/startup.h"

namespace signalbox::widgets {

// What a BarChart is given.
struct Timeline
{
    QList<BarChart::Bar> bars;
    Milliseconds length{};
    QString summary; // all of it in words
};

// Of the components of the last start-up: those of the longest chain in the accent. "Ready after 2.1 s: db → web"
Timeline timelineOf(const Startup &startup);
// Of the tasks of an execution, with marks where they usually end, and what is left of one that runs.
Timeline timelineOf(const Execution &execution, const QList<Task> &tasks, const UsualDurations &usual, Timestamp now);

} // namespace signalbox::widgets
