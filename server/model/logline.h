// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QString>

namespace signalbox {

enum class LogLevel : quint8 { Trace, Debug, Info, Warn, Error };

QString toString(LogLevel level); // "INFO" …: ARK's spelling, also the log file's
std::optional<LogLevel> logLevelFromString(const QString &text);

// One line a component printed. Lines are streams, not Changes: they reach only who follows them (model.md).
struct LogLine
{
    QString componentId;
    qint64 number = 0; // counts up per component, gaps mean lines left out
    Timestamp time{};
    LogLevel level = LogLevel::Info; // standard output Info, standard error Warn (wire.md, ARK)
    QString text;

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

} // namespace signalbox
