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

// What is wrong with a graph, and where: positions are those of the nodes as given.
struct GraphProblem
{
    enum class Kind {
        Empty,
        NoId,
        SameId,             // as an earlier node
        UnknownKind,        // of a node without a command
        MissingPredecessor, // `predecessor` of the node's `after` is no node
        Cycle,
        Inputs,        // the node's kind does not take `inputs` predecessors
        SharedVariable // with the node `other`: inputVariable()
    };

    Kind kind{};
    qsizetype node = 0;
    qsizetype predecessor = 0;
    qsizetype other = 0;
    qsizetype inputs = 0;
    QList<qsizetype> cycle{}; // predecessors first, the first again at the end
};

// A checked directed acyclic graph of nodes: the one check for pipelines of the configuration, ad-hoc graphs and graphs
// that are run again. Pure value. A predecessor named twice is one predecessor.
class Graph
{
public:
    // Nodes as they came and the edges between them. Errors: InvalidArgument with texts that alger shows literally
    // (server/dialects/alger/README.md).
    static Result<Graph> fromEdges(QList<PipelineNode> nodes, const QList<Edge> &edges, const QList<NodeKind> &kinds);
    // Nodes that name their predecessors in `after`. Same errors.
    static Result<Graph> fromNodes(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds);

    // Everything that fromNodes() refuses, at most one cycle; the first is what it says.
    static QList<GraphProblem> problemsOf(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds);

    const QList<PipelineNode> &nodes() const { return m_nodes; } // predecessors before successors, else as given
    QStringList sinks() const;

private:
    QList<PipelineNode> m_nodes;
};

// One cycle among things that name their predecessors by position, or nothing: from the first of the cycle's things to
// that thing again, predecessors first. Without recursion, in linear time.
QList<qsizetype> findCycle(const QList<QList<qsizetype>> &predecessors);

// Of each node of a checked graph, in their order, the number of nodes on the longest way to it: 0 for one without
// predecessors. Linear time.
QList<int> layersOf(const QList<PipelineNode> &nodes);

// "SIGNALBOX_INPUT_MY_NODE" for my-node: the variable in which a successor finds the file with the node's output.
QString inputVariable(const QString &nodeId);

// A file name without extension for a node; no id can turn it into a path. Ids of safe characters stay as they are, in
// others the unsafe ones become "_" and "~<position>" is added, which no safe id contains.
QString safeFileName(const QString &nodeId, qsizetype position);

} // namespace signalbox::core
