// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox {

// What a switch to a mode would do now, to be told before it is done.
struct ModeEffect
{
    QStringList ended;     // ids of executions that it ends
    QStringList goOn;      // ids of executions that have not ended and go on
    QStringList schedules; // ids of schedules whose runs would be refused, while it lasts
};

// Pure. What it says of `ended` is what SetMode does.
ModeEffect modeEffect(const Snapshot &snapshot, Mode mode);

} // namespace signalbox
