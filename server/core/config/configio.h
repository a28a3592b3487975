// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

#include <QByteArray>
#include <QList>

namespace signalbox::core {

struct ConfigProblem
{
    QString file;
    int line = 0;    // from 1; 0: the file as a whole
    int column = 0;  // from 1
    QString message; // what is wrong (what to do)

    QString toString() const; // "file:line:column: message"
};

// Either no problems and a configuration to use, or every problem at once, in the order of the file.
struct ConfigOutcome
{
    Config config;
    QList<ConfigProblem> problems;

    bool isGood() const { return problems.isEmpty(); }
};

// Pure: no file is touched. `text` is UTF-8 and may be anything (fuzzed).
// defaults: Config::withDialects(), what holds where the text says nothing.
ConfigOutcome parseConfig(const QByteArray &text, const QString &fileName, const Config &defaults);

// Reads the file; its relative paths to certificates and secrets become relative to its folder.
ConfigOutcome loadConfig(const QString &path, const Config &defaults);

// What runs without any configuration file: resources/example.toml.
QByteArray exampleConfigText();
Config exampleConfig(const Config &defaults);

// Everything with its value, defaults included, as TOML that parses back to the same but for passwords, which are not shown.
QString printConfig(const Config &config);

} // namespace signalbox::core
