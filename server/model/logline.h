// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QString>

namespace signalbox {

enum class LogLevel : quint8 { Trace, Debug, Info, Warn, Error };

QString toString(LogLevel level); // "INFO" …: ARK's spelling, also the log file's
std::optional<LogLevel> logLevelFromString(const QString &text);

// Standard output or standard error of the component, or a note of the server's about it.
enum class LogSource : quint8 { Output, Error, Server };

QString toString(LogSource source); // "out", "err", "server": the log file's spelling
std::optional<LogSource> logSourceFromString(const QString &text);

// What decides about the level of what a component prints: words of the line, else its stream; or the stream alone.
enum class LevelRule : quint8 { Words, Stream };

// One line a component printed. Log lines are a stream, not Changes: they reach followers only (docs/model.md, "Four
// kinds of traffic").
struct LogLine
{
    QString componentId;
    qint64 number = 0; // counts up per component, gaps mean lines left out
    Timestamp time{};
    std::optional<LogLevel> level; // none: it is not known, only the source
    QString text;                  // at most 8 KiB of it, then "…[cut]"; the file has the whole line
    bool isOpen = false;           // its end has not come: a prompt, a progress bar. The next lines stand in its place
    LogSource source = LogSource::Output;

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

// What a line counts as where each must have a level (ARK's wire): its own, else Info of standard output and Warn of
// standard error.
LogLevel levelOrUsual(const LogLine &line);
// "INFO" …; of a line whose level is not known "out" or "err".
QString levelText(const LogLine &line);

// The filter of all log views: the lines of this level and above, and what may be: of standard error also lines
// whose level is not known, since they may be errors. On standard output lines of unknown level count as Info.
bool passesLevel(LogSource source, std::optional<LogLevel> level, LogLevel least);
inline bool passesLevel(const LogLine &line, LogLevel least)
{
    return passesLevel(line.source, line.level, least);
}

} // namespace signalbox
