// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace signalbox::core {

// How loggers call levels. Any thread.

struct LevelName
{
    enum Place : quint8 {
        Framed = 0,  // in brackets and quotes, as the value of a field, and in capitals after a time or before a colon
        AtStart = 1, // in capitals at the start of a line, too
        BeforeColon = 2, // in any letters before a colon, too
    };
    LogLevel level;
    quint8 places;
};

// "ERROR", "error" or "Error".
std::optional<LevelName> levelName(QStringView word);
std::optional<LogLevel> levelNamed(QStringView word);  // wherever it stands
std::optional<LogLevel> levelOfLetter(QChar letter);   // "E" …
std::optional<LogLevel> levelOfSeverity(int severity); // 0 to 7, as syslog counts

bool isLevelField(QStringView name);
std::optional<LogLevel> levelOfField(QStringView value); // a name, "INFO+2" of Go, or a number as pino counts

} // namespace signalbox::core
