// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace signalbox::app {

// The window with a server in the same program. Returns the exit code (docs/interface.md, "Command line"). In
// signalbox-window it is that, in desktop.cpp. The program signalbox has no window and becomes signalbox-window by exec,
// in becomedesktop.cpp: same process, same arguments. It returns only if that cannot be.
int runDesktop(const Options &options, int &argc, char **argv);

} // namespace signalbox::app
