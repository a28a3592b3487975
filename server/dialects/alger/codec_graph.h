// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/catalogue.h"
#include "server/model/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace signalbox::alger {

inline constexpr qsizetype longestParameter = 64 * 1024; // bytes of one argument (docs/model.md, "Processes")
inline constexpr qsizetype longestNodeId = 256;          // characters
inline constexpr qsizetype mostNodes = 1000;             // every node is a process, a task and a row of the history

// The graph of a 104 in either of its shapes (README.md, "Graph (104)"), checked: predecessors before successors. Pure.
// Errors: InvalidArgument with the texts given there.
Result<QList<PipelineNode>> readGraph(const QJsonValue &graph, const QList<NodeKind> &kinds);

// Whether every member can become an argument of a command. Errors: InvalidArgument, naming the member and why it
// cannot; owner is what the text begins with: "Parameter" or "Node 'a': parameter".
Result<void> checkParameters(const QString &owner, const QJsonObject &params);

} // namespace signalbox::alger
