// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QString>

namespace signalbox {

enum class LogLevel : quint8 { Trace, Debug, Info, Warn, Error };

QString toString(LogLevel level); // "INFO" …: ARK's spelling, also the log file's
std::optional<LogLevel> logLevelFromString(const QString &text);

// One line a component printed. Log lines are a stream, not Changes: they reach followers only (docs/model.md, "Four
// kinds of traffic").
struct LogLine
{
    QString componentId;
    qint64 number = 0; // counts up per component, gaps mean lines left out
    Timestamp time{};
    LogLevel level = LogLevel::Info; // standard output Info, standard error Warn
    QString text;                    // at most 8 KiB of it, then "…[cut]"; the file has the whole line
    bool isOpen = false; // its end has not come: a prompt, a progress bar. The next lines stand in its place

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

} // namespace signalbox
