// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>

#include <memory>
#include <utility>

namespace signalbox::core {

struct ConfigProblem
{
    QString file;
    int line = 0;    // from 1; 0: the file as a whole
    int column = 0;  // from 1
    QString message; // what is wrong (what to do)

    QString toString() const; // "file:line:column: message"
};

struct ConfigDocument; // configpieces.h

// What stood in the files of a configuration: by the path of each, and of the file that names it.
using ConfigTexts = QMap<std::pair<QString, QString>, QByteArray>;

// Either no problems and a configuration to use, or every problem at once, in the order of the files.
struct ConfigOutcome
{
    Config config;
    QList<ConfigProblem> problems;
    QStringList refused{}; // of a reload: an included file that is not applied, and why, for people
    ConfigTexts texts{};   // that config was read from, where it was read from files
    std::shared_ptr<const ConfigDocument> document{}; // where everything stands; null where it was not read

    bool isGood() const { return problems.isEmpty(); }
};

// Pure: no file is touched, so that `include` and `environment_file` do nothing. `text` is UTF-8 and may be anything
// (fuzzed).
// defaults: Config::withDialects(), what holds where the text says nothing.
ConfigOutcome parseConfig(const QByteArray &text, const QString &fileName, const Config &defaults);

// Reads the file, those it includes and those with variables; relative paths to certificates, secrets and variables become
// relative to the folder of their file. before: what a running server was read from; then a file that is included and has
// mistakes keeps what it said then, or nothing, and is `refused` alone, if all fits together so.
ConfigOutcome loadConfig(const QString &path, const Config &defaults, const ConfigTexts *before = nullptr);

// What runs without any configuration file: resources/example.toml.
QByteArray exampleConfigText();
Config exampleConfig(const Config &defaults);

// Everything with its value, defaults included, as TOML that parses back to the same but for passwords, which are not shown.
QString printConfig(const Config &config);
// With the file and line of each value behind it. document: where config was read from. elsewhere: see Origins.
QString printWithOrigins(const Config &config, const ConfigDocument &document,
                         const QHash<QString, QString> &elsewhere = {});

} // namespace signalbox::core
