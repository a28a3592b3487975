// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"
#include "server/model/result.h"

namespace signalbox::widgets {

// A file with an ad-hoc graph in the shape of Alger's 104 (server/dialects/alger/README.md, "Graph (104)"):
// {"nodes":[…],"edges":[…]}, or the same under "pipeline". readGraph() checks the shape alone; the server checks kinds,
// inputs and cycles, and its messages are shown as they are. Errors: InvalidArgument.
Result<StartGraph> readGraph(const QByteArray &json, const QString &name);

} // namespace signalbox::widgets
