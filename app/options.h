// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace signalbox::app {

// sysexits(3), as docs/interface.md ("Command line") lists them.
enum ExitCode { CleanStop = 0, BadUsage = 64, Unavailable = 69, CannotCreate = 73, BadConfiguration = 78 };

enum class Action {
    Run,
    Help,
    Version,
    Init,
    CheckConfig,
    PrintConfig,
    PrintProtocol,
    HashPassword,
    IssueToken,
    Backup,
    Restore
};
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
    QMap<QString, LogVerbosity> logLevels; // by category, over logLevel
    LogFormat logFormat = LogFormat::Text;
    QString protocol;               // of --print-protocol
    QString tokenUser;              // of --issue-token
    bool tellsOrigins = false;      // with PrintConfig
    bool isAgainstRunning = false;  // with CheckConfig
    bool isWithoutPassword = false; // with Init
    QString archive;                // of --backup and --restore
    Milliseconds tokenLifetime = std::chrono::hours(1);

    friend bool operator==(const Options &, const Options &) = default;
};

struct UsageError
{
    QString message; // one line: what, and what to do
};

// One row of the command line. --help, the manual page and the completions of the shells are made of it.
struct Option
{
    QString name;             // with its dashes
    QString shortName = {};   // "-c"; empty: none
    QString argument = {};    // what its value is called: FILE and DIR are paths; empty: a switch
    QString variable = {};    // the environment variable of the same meaning; empty: none
    QString meaning;          // part of a sentence, without a full stop
    QStringList choices = {}; // what the value can be; empty: anything
    // Puts a value into the options. Empty: success; else what is wrong with the value ("cannot be …").
    QString (*apply)(Options &, const QString &);
};
const std::vector<Option> &optionTable();

struct ExitMeaning
{
    ExitCode code;
    QString meaning;
};
QList<ExitMeaning> exitMeanings();

// Pure. `arguments` without the program's name. Command line beats environment; options in neither have their defaults.
std::variant<Options, UsageError> parseOptions(const QStringList &arguments, const QProcessEnvironment &environment);

QString helpText();

} // namespace signalbox::app
