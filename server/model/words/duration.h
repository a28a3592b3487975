// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QString>

#include <optional>

namespace signalbox {

// "500ms", "2s", "10m", "1h30m", "30d": whole numbers with a unit (ms, s, m, h, d), largest first. Nothing for anything
// else: no unit, a sign, a fraction, a unit twice, more than a hundred years.
std::optional<Milliseconds> parseDuration(const QString &text);

// The shortest text that parses back to the same: "1m5s", "0s".
QString formatDuration(Milliseconds duration);

} // namespace signalbox
