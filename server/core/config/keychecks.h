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
QString checkFiles(const QStringList &paths);
// What the kernel demands of any command, with room to spare (docs/model.md, "Processes").
QString checkCommand(const QStringList &command);

// The key `like`. readSections() has put the other one's keys into the table before; of the key itself nothing is left.
template<typename S>
Key<S> likeKey(const QString &meaning)
{
    Key<S> result;
    result.name = u"like"_s;
    result.type = Codec<QString>::typeName();
    result.meaning = meaning;
    result.read = [](const TomlNode &node, S &, ProblemList &problems) {
        (void)Codec<QString>::read(node, u"like"_s, problems);
    };
    result.write = [](const S &) { return QString(); };
    return result;
}

} // namespace signalbox::core
