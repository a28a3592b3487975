// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/words/duration.h"

namespace signalbox::core {

using signalbox::formatDuration;
using signalbox::parseDuration;

// 'cannot be "5ms" ("1s" to "1h")' for a value outside of these two; empty for one between them.
QString durationProblem(Milliseconds value, Milliseconds least, Milliseconds most);

} // namespace signalbox::core
