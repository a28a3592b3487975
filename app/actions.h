// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "server/core/config/configio.h"

#include <QTextStream>

#include <optional>

namespace signalbox::app {

// The configuration a run would use: the file of --config, else the first candidate that exists, else the built-in
// example; what the command line overrides is applied.
struct LoadedConfig
{
    QString origin; // the file's path, or "built-in example"
    core::ConfigOutcome outcome;
};
LoadedConfig loadEffectiveConfig(const Options &options);

// "signalbox: <message>" and, for a usage error, exit code 64.
int reportUsageError(const UsageError &error, QTextStream &err);
// Every problem on a line of its own, exit code 78.
int reportProblems(const QList<core::ConfigProblem> &problems, QTextStream &err);

// Does --help, --version, --check-config, --print-config and --hash-password and returns the exit code; nothing for
// actions that need more than a configuration (Run, PrintProtocol, IssueToken).
std::optional<int> runAction(const Options &options, QTextStream &in, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
