// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <variant>

namespace signalbox::app {

// sysexits(3), as docs/interface.md ("Command line") lists them.
enum ExitCode { CleanStop = 0, BadUsage = 64, Unavailable = 69, CannotCreate = 73, BadConfiguration = 78 };

enum class Action { Run, Help, Version, CheckConfig, PrintConfig, PrintProtocol, HashPassword, IssueToken };
enum class LogVerbosity { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

// The result of command line and environment. Paths are as given: relative to the current directory.
struct Options
{
    Action action = Action::Run;
    QString configFile; // empty: the first of configCandidates that exists, else the built-in example
    QStringList configCandidates;
    bool withGui = true;
    QString dataDir;         // never empty
    QString bind;            // empty: as configured
    bool isInsecure = false; // start although what would be reachable beyond loopback is not protected
    QString readyFile;       // empty: none
    QString language;        // empty: the system's
    LogVerbosity logLevel = LogVerbosity::Info;
    LogFormat logFormat = LogFormat::Text;
    QString protocol;          // of --print-protocol
    QString tokenUser;         // of --issue-token
    bool tellsOrigins = false; // with PrintConfig
    Milliseconds tokenLifetime = std::chrono::hours(1);

    friend bool operator==(const Options &, const Options &) = default;
};

struct UsageError
{
    QString message; // one line: what, and what to do
};

// Pure. `arguments` without the program's name. Command line beats environment; options in neither have their defaults.
std::variant<Options, UsageError> parseOptions(const QStringList &arguments, const QProcessEnvironment &environment);

QString helpText();

} // namespace signalbox::app
