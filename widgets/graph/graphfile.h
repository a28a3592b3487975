// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/catalogue.h"
#include "server/model/command.h"
#include "server/model/result.h"

namespace signalbox::widgets {

// What a file with an ad-hoc graph holds.
struct GraphFile
{
    StartGraph graph;
    QStringList ignored; // members that are not read, and where they stand: for people
};

// The shape is that of Alger's 104 (server/dialects/alger/README.md, "Graph (104)", docs/graph-files.md):
// {"nodes":[…],"edges":[…]}, or the same under "pipeline". readGraph() checks the shape alone; the server checks kinds,
// inputs and cycles, and its messages are shown as they are. What would make another graph of it than its author meant, as
// `after` and `command`, is an error here. Errors: InvalidArgument.
Result<GraphFile> readGraph(const QByteArray &json, const QString &name);

// Parameters of nodes that their kinds do not use, for people; kinds that the catalogue does not have are passed over.
QStringList unusedParams(const StartGraph &graph, const Catalogue &catalogue);
// What the command of a kind uses: the names in its {param:name} and {param:name=default}.
QStringList paramsOf(const NodeKind &kind);

} // namespace signalbox::widgets
