// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "server/core/config/configio.h"
#include "server/core/config/exposure.h"

#include <QTextStream>

#include <optional>

namespace signalbox::app {

// The configuration a run would use: the file of --config, else the first candidate that exists, else the built-in
// example; what the command line overrides is applied.
struct LoadedConfig
{
    QString origin; // the file's path, or "built-in example"
    core::ConfigOutcome outcome;

    bool isFile() const { return origin != QLatin1String("built-in example"); }
};
LoadedConfig loadEffectiveConfig(const Options &options);
// What a start would refuse, and warn of.
core::Exposure exposureOf(const LoadedConfig &loaded, const Options &options);

// Writes "signalbox: <message>" to err and returns exit code 64.
int reportUsageError(const UsageError &error, QTextStream &err);
// Writes every problem on a line of its own to err and returns exit code 78.
int reportProblems(const QList<core::ConfigProblem> &problems, QTextStream &err);

// Carries out --help, --version, --check-config, --print-config and --hash-password and returns the exit code; nothing
// for the other actions (Run, and those that have a file of their own).
std::optional<int> runAction(const Options &options, QTextStream &in, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
