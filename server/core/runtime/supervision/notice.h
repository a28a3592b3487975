// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QByteArrayView>

#include <optional>

namespace signalbox::core {

// What one message of a program to its notification socket says, as sd_notify(3) has it. What is not here is ignored, as
// STOPPING=1, RELOADING=1, MAINPID= and FDSTORE=1.
struct Notice
{
    static constexpr qsizetype mostBytes = 4096;
    static constexpr qsizetype longestStatus = 200; // characters; the rest is cut
    static constexpr Milliseconds longestExtension{24 * 3600 * 1000};

    bool isReady = false;             // READY=1
    bool isAlive = false;             // WATCHDOG=1
    bool isTriggered = false;         // WATCHDOG=trigger: it says itself that it has failed
    std::optional<QString> status;    // STATUS=, for people
    std::optional<Milliseconds> more; // EXTEND_TIMEOUT_USEC=, from now on

    bool isEmpty() const { return *this == Notice(); }
    friend bool operator==(const Notice &, const Notice &) = default;
};

// Of a line that is none nothing is taken, of any other text what can be.
Notice readNotice(QByteArrayView text);

} // namespace signalbox::core
