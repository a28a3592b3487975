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

// A checked DAG of nodes. Pure value; used by the reader of ad-hoc graphs, the configuration check and the engine.
class Graph
{
public:
    // Nodes as they came and the edges between them. Errors: InvalidArgument with the texts of wire.md (Alger,
    // Graph).
    static Result<Graph> fromEdges(QList<PipelineNode> nodes, const QList<Edge> &edges, const QList<NodeKind> &kinds);
    // Nodes that name their predecessors in `after`. Same errors.
    static Result<Graph> fromNodes(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds);

    const QList<PipelineNode> &nodes() const { return m_nodes; } // predecessors before successors, else as given
    QStringList sources() const;                                 // in the order of nodes()
    QStringList sinks() const;

private:
    QList<PipelineNode> m_nodes;
};

// A file name without extension that no id can turn into a path: ids of safe characters stay as they are, any
// other is made safe and gets "~<position>", which no safe id contains.
QString safeFileName(const QString &nodeId, qsizetype position);

} // namespace signalbox::core
