// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/serverhost.h"

#include <QTextStream>

#include <optional>
#include <variant>

namespace signalbox::app {

// The server alone, until it is told to stop. Returns the exit code of interface.md.
int runHeadless(const Options &options, int &argc, char **argv);

// What both modes share.

// Reads the configuration and refuses what R10 (reliability.md) refuses; problems are written to err already.
std::variant<ServerSetup, int> prepareSetup(const Options &options, QTextStream &err);
// One line, and the exit code to end with.
int reportStartFailure(const StartFailure &failure, QTextStream &err);
// Ready file, sd_notify and one line that says where the server listens. Returns the exit code when that failed.
std::optional<int> announceReady(const Options &options, const QList<ListenerInfo> &listeners, QTextStream &err);

} // namespace signalbox::app
