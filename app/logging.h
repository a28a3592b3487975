// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace signalbox::app {

// Sends Qt's messages to standard error: text for people, JSON for collectors; where that is the journal, the lines
// carry its priority prefix instead of a time of their own. Messages may come from any thread afterwards.
void installLogging(LogVerbosity least, LogFormat format);

} // namespace signalbox::app
