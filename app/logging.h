// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QString>

namespace signalbox::app {

// Sends Qt's messages to standard error: text for people, JSON for collectors; where that is the journal, the lines
// carry its priority prefix instead of a time of their own. Messages may come from any thread afterwards.
void installLogging(LogVerbosity least, LogFormat format);

// The message as a line of the text log: a peer chooses words in it, so line ends are blanks, and what a terminal obeys or
// what turns the direction of a text is spelled (\x1b, \u202e).
QString asOneLine(const QString &message);

} // namespace signalbox::app
