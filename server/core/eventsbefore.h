// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <optional>

namespace signalbox::core {

// What the events in the database say of the runs of the server before this one.
struct EventsBefore
{
    qint64 lastNumber = 0;
    bool hasRun = false;               // a start was written down
    bool hasEnded = false;             // and, behind it, an end
    std::optional<Timestamp> lastSign; // of life, of any run: the newest event or sample
};

} // namespace signalbox::core
