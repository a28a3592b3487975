// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace signalbox::app {

// The window with a server in the same program. Returns the exit code (docs/interface.md, "Command line").
int runDesktop(const Options &options, int &argc, char **argv);

} // namespace signalbox::app
