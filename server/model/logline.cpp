// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/logline.h"

#include "server/model/enumnames.h"

namespace signalbox {

namespace {

constexpr EnumNames<5> levelNames{u"TRACE", u"DEBUG", u"INFO", u"WARN", u"ERROR"};
constexpr EnumNames<3> sourceNames{u"out", u"err", u"server"};

} // namespace

QString toString(LogLevel level)
{
    return nameOf(level, levelNames);
}

std::optional<LogLevel> logLevelFromString(const QString &text)
{
    return valueNamed<LogLevel>(text, levelNames, Qt::CaseInsensitive);
}

QString toString(LogSource source)
{
    return nameOf(source, sourceNames);
}

std::optional<LogSource> logSourceFromString(const QString &text)
{
    return valueNamed<LogSource>(text, sourceNames);
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
