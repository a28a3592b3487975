// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/catalogue.h"
#include "server/model/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace signalbox::core {

struct Edge
{
    QString source;
    QString target;
};

// A checked directed acyclic graph of nodes. Pure value; used by planning and by alger's reader of ad-hoc graphs.
class Graph
{
public:
    // Nodes as they came and the edges between them. Errors: InvalidArgument with texts that alger shows literally
    // (server/dialects/alger/README.md).
    static Result<Graph> fromEdges(QList<PipelineNode> nodes, const QList<Edge> &edges, const QList<NodeKind> &kinds);
    // Nodes that name their predecessors in `after`. Same errors.
    static Result<Graph> fromNodes(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds);

    const QList<PipelineNode> &nodes() const { return m_nodes; } // predecessors before successors, else as given
    QStringList sources() const;                                 // in the order of nodes()
    QStringList sinks() const;

private:
    QList<PipelineNode> m_nodes;
};

// "SIGNALBOX_INPUT_MY_NODE" for my-node: the variable in which a successor finds the file with the node's output.
QString inputVariable(const QString &nodeId);

// A file name without extension for a node; no id can turn it into a path. Ids of safe characters stay as they are, in
// others the unsafe ones become "_" and "~<position>" is added, which no safe id contains.
QString safeFileName(const QString &nodeId, qsizetype position);

} // namespace signalbox::core
