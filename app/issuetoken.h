// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QTextStream>

namespace signalbox::app {

// Writes a JWT for options.tokenUser, signed with the key of options.dataDir (made now if there is none yet), to out. A
// running server accepts it at once. Returns the exit code.
int issueToken(const Options &options, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
