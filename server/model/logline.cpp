// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/logline.h"

#include <array>

namespace signalbox {

namespace {

constexpr std::array<const char16_t *, 5> levelNames{u"TRACE", u"DEBUG", u"INFO", u"WARN", u"ERROR"};
constexpr std::array<const char16_t *, 3> sourceNames{u"out", u"err", u"server"};

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

QString toString(LogSource source)
{
    return QString::fromUtf16(sourceNames[static_cast<std::size_t>(source)]);
}

std::optional<LogSource> logSourceFromString(const QString &text)
{
    for (std::size_t index = 0; index < sourceNames.size(); ++index) {
        if (text == QString::fromUtf16(sourceNames[index]))
            return static_cast<LogSource>(index);
    }
    return std::nullopt;
}

LogLevel levelOrUsual(const LogLine &line)
{
    return line.level.value_or(line.source == LogSource::Error ? LogLevel::Warn : LogLevel::Info);
}

QString levelText(const LogLine &line)
{
    return line.level ? toString(*line.level) : toString(line.source);
}

bool passesLevel(LogSource source, std::optional<LogLevel> level, LogLevel least)
{
    return level ? *level >= least : source == LogSource::Error || least <= LogLevel::Info;
}

} // namespace signalbox
