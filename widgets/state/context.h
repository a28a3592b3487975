// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/commands.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// The server, for the widgets that show it: what is known of it, what it is told to do, whether that is still true.
struct Context
{
    Replica &replica;
    Commands &commands;
    const Liveness &liveness;
};

} // namespace signalbox::widgets
