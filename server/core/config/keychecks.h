// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configrows.h"
#include "server/core/duration.h"

// Checks of values that keys of several sections share; the end of a sentence that begins with the key.

namespace signalbox::core {

constexpr Milliseconds longestYear = std::chrono::hours(24 * 366);

template<typename T>
auto between(T least, T most)
{
    return [least, most](const T &value) {
        return value >= least && value <= most ? QString()
                                               : u"cannot be %1 (%2 to %3)"_s.arg(value).arg(least).arg(most);
    };
}

inline auto durationBetween(Milliseconds least, Milliseconds most)
{
    return [least, most](const Milliseconds &value) { return durationProblem(value, least, most); };
}

QString checkId(const QString &text);
QString checkNotEmpty(const QString &text);
// What the kernel demands of any command, with room to spare (docs/model.md, "Processes").
QString checkCommand(const QStringList &command);

} // namespace signalbox::core
