// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/serverhost.h"

#include <QTextStream>

#include <functional>
#include <optional>
#include <variant>

class QObject;

namespace signalbox::app {

class UnixSignals;

// The server alone, until it is told to stop. Returns the exit code (docs/interface.md, "Command line").
int runHeadless(const Options &options, int &argc, char **argv);

// What runHeadless() and runDesktop() share.

// Refuses to start beside a server in the same data directory. Reads the configuration; refuses one that would be
// reachable beyond loopback unprotected (docs/reliability.md, "No open door by accident"), unless --insecure insists.
// Else the exit code; err has the problems already.
std::variant<ServerSetup, int> prepareSetup(const Options &options, QTextStream &err);
// Writes one line to err and returns the exit code to end with.
int reportStartFailure(const StartFailure &failure, QTextStream &err);
int reportFailure(const QString &message, ExitCode exitCode, QTextStream &err);
// Ready file, sd_notify and one line that says where the server listens. Returns the exit code when that failed.
std::optional<int> announceReady(const Options &options, const QList<ListenerInfo> &listeners, QTextStream &err);
// The first signal to stop calls stop, the second ends the program at once, SIGHUP reloads. All on context's thread, while
// context lives.
void obeySignals(const UnixSignals &signalsOfUnix, ServerHost &host, QObject &context,
                 const std::function<void()> &stop);

} // namespace signalbox::app
