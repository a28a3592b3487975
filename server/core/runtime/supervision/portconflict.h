// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/model/logline.h"
#include "server/model/snapshot.h"

namespace signalbox::core {

// Which process listens on the port already: "port 8080 is held by process 4711 (nginx) of component 'web'"; empty: none
// does. Costs a look at all processes where one does.
Reason portHeldBy(int port, const Snapshot &snapshot);

// Whether a line says that an address is in use, as programs do that cannot listen.
bool saysInUse(const QString &line);
// Ports that a failed component may have meant, the most certain first: those in the lines that say so, else the one of its
// ready, and numbers that can be one in its command. None if no line says so.
QList<int> portsInUse(const QList<LogLine> &lines, const ComponentConfig &config);

} // namespace signalbox::core
