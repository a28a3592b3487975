// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/logline.h"

#include <array>

namespace signalbox {

namespace {

constexpr std::array<const char16_t *, 5> levelNames{u"TRACE", u"DEBUG", u"INFO", u"WARN", u"ERROR"};

} // namespace

QString toString(LogLevel level)
{
    return QString::fromUtf16(levelNames[static_cast<std::size_t>(level)]);
}

std::optional<LogLevel> logLevelFromString(const QString &text)
{
    for (std::size_t index = 0; index < levelNames.size(); ++index) {
        if (text.compare(QString::fromUtf16(levelNames[index]), Qt::CaseInsensitive) == 0)
            return static_cast<LogLevel>(index);
    }
    return std::nullopt;
}

} // namespace signalbox
