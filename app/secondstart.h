// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controlsocket.h"
#include "app/options.h"
#include "app/serverhost.h"

#include <QTextStream>

// A second start beside a program that serves in the same data directory, from both ends (docs/interface.md, "A second
// start").

namespace signalbox::app {

// Opens the socket and answers "who" and "reload"; where it cannot be opened, the log says so. After started(); host lives
// no longer than control.
void openControl(ControlSocket &control, ServerHost &host, const ServerSetup &setup,
                 const QList<ListenerInfo> &listeners, bool hasWindow);

// Has the window of the program that serves there come to the front. False: none does, or it has no window.
bool raiseRunning(const Options &options);

// Writes to out what a reload of file would do in the program that serves there, or to err why that cannot be told. file:
// empty: the built-in example. Returns the exit code.
int tellReload(const Options &options, const QString &file, QTextStream &out, QTextStream &err);

} // namespace signalbox::app
