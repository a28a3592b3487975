// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QString>

namespace signalbox::app {

// What --log-level can name: the categories of this program's log, in the order of the alphabet.
const QStringList &logCategories();

// Sends Qt's messages to standard error: text for people, JSON for collectors. Where that is the journal, they go to its
// socket, with what they are about as fields, or if that is not there, as lines with its priority prefix instead of a time
// of their own. Messages may come from any thread afterwards.
// levels: by category, over least.
void installLogging(LogVerbosity least, const QMap<QString, LogVerbosity> &levels, LogFormat format);

} // namespace signalbox::app
