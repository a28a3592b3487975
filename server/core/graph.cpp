// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/graph.h"

#include <QHash>
#include <QSet>

#include <set>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype longestFileName = 64;

using Positions = QHash<QString, qsizetype>;

Unexpected invalid(const QString &message)
{
    return unexpected(ErrorCode::InvalidArgument, message);
}

Result<Positions> positionsOf(const QList<PipelineNode> &nodes)
{
    if (nodes.isEmpty())
        return invalid(u"Graph is empty."_s);
    Positions positions;
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        const QString &id = nodes.at(index).id;
        if (id.isEmpty())
            return invalid(u"Each node must have a non-empty string 'id'."_s);
        if (positions.contains(id))
            return invalid(u"Duplicate node id '%1'."_s.arg(id));
        positions.insert(id, index);
    }
    return positions;
}

Result<void> checkKinds(const QList<PipelineNode> &nodes, const QHash<QString, NodeKind> &kinds)
{
    for (const PipelineNode &node : nodes) {
        if (node.command.isEmpty() && !kinds.contains(node.kind))
            return invalid(u"Node '%1' has unknown kind '%2'."_s.arg(node.id, node.kind));
    }
    return {};
}

Result<void> checkEdges(const QList<PipelineNode> &nodes, const Positions &positions)
{
    for (const PipelineNode &node : nodes) {
        for (const QString &predecessor : node.after) {
            if (!positions.contains(predecessor))
                return invalid(u"Edge refers to missing node: %1 -> %2"_s.arg(predecessor, node.id));
        }
    }
    return {};
}

Result<void> checkInputs(const QList<PipelineNode> &nodes, const QHash<QString, NodeKind> &kinds)
{
    for (const PipelineNode &node : nodes) {
        if (!node.command.isEmpty())
            continue;
        const NodeKind kind = kinds.value(node.kind);
        const auto got = node.after.size();
        if (got >= kind.minInputs && got <= kind.maxInputs)
            continue;
        QString expected = got < kind.minInputs ? u">= %1"_s.arg(kind.minInputs) : u"<= %1"_s.arg(kind.maxInputs);
        if (kind.minInputs == kind.maxInputs)
            expected = u"exactly %1"_s.arg(kind.minInputs);
        return invalid(
            u"Node '%1' (kind='%2') expects %3 input(s); got %4."_s.arg(node.id, node.kind, expected).arg(got));
    }
    return {};
}

Result<void> checkVariables(const QList<PipelineNode> &nodes)
{
    QHash<QString, QString> owners;
    for (const PipelineNode &node : nodes) {
        const QString variable = inputVariable(node.id);
        if (owners.contains(variable))
            return invalid(
                u"Nodes '%1' and '%2' would share the variable %3."_s.arg(owners.value(variable), node.id, variable));
        owners.insert(variable, node.id);
    }
    return {};
}

// Every node in `left` has a predecessor in `left`, so walking backwards must meet a node twice.
QString describeCycle(const QList<PipelineNode> &nodes, const Positions &positions, const QSet<qsizetype> &left)
{
    QList<qsizetype> path;
    QSet<qsizetype> seen;
    qsizetype at = *std::min_element(left.cbegin(), left.cend());
    while (!seen.contains(at)) {
        seen.insert(at);
        path.append(at);
        for (const QString &predecessor : nodes.at(at).after) {
            if (left.contains(positions.value(predecessor))) {
                at = positions.value(predecessor);
                break;
            }
        }
    }
    QList<qsizetype> cycle = path.mid(path.indexOf(at));
    std::reverse(cycle.begin(), cycle.end());
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycle.append(cycle.constFirst());
    QStringList names;
    for (const qsizetype index : std::as_const(cycle))
        names.append(nodes.at(index).id);
    return names.join(u" -> "_s);
}

Result<QList<PipelineNode>> sorted(const QList<PipelineNode> &nodes, const Positions &positions)
{
    QList<QList<qsizetype>> successors(nodes.size());
    QList<qsizetype> waitingFor(nodes.size());
    std::set<qsizetype> ready; // ordered, so that nodes that are ready keep the order they were given in
    QSet<qsizetype> left;
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        waitingFor[index] = nodes.at(index).after.size();
        for (const QString &predecessor : nodes.at(index).after)
            successors[positions.value(predecessor)].append(index);
        if (waitingFor.at(index) == 0)
            ready.insert(index);
        else
            left.insert(index);
    }
    QList<PipelineNode> order;
    while (!ready.empty()) {
        const qsizetype index = ready.extract(ready.begin()).value();
        order.append(nodes.at(index));
        for (const qsizetype successor : std::as_const(successors[index])) {
            if (--waitingFor[successor] == 0) {
                ready.insert(successor);
                left.remove(successor);
            }
        }
    }
    if (!left.isEmpty())
        return invalid(u"Pipeline must be a DAG. Found cycle: %1"_s.arg(describeCycle(nodes, positions, left)));
    return order;
}

} // namespace

Result<Graph> Graph::fromEdges(QList<PipelineNode> nodes, const QList<Edge> &edges, const QList<NodeKind> &kinds)
{
    const auto positions = positionsOf(nodes);
    if (!positions)
        return Unexpected{positions.error()};
    QHash<QString, NodeKind> known;
    for (const NodeKind &kind : kinds)
        known.insert(kind.name, kind);
    if (const auto checked = checkKinds(nodes, known); !checked)
        return Unexpected{checked.error()};
    for (const Edge &edge : edges) {
        if (!positions->contains(edge.source) || !positions->contains(edge.target))
            return invalid(u"Edge refers to missing node: %1 -> %2"_s.arg(edge.source, edge.target));
        QStringList &after = nodes[positions->value(edge.target)].after;
        after.append(edge.source);
    }
    return fromNodes(nodes, kinds);
}

Result<Graph> Graph::fromNodes(const QList<PipelineNode> &given, const QList<NodeKind> &kinds)
{
    QList<PipelineNode> nodes = given;
    for (PipelineNode &node : nodes)
        node.after.removeDuplicates(); // an edge drawn twice is one edge
    QHash<QString, NodeKind> known;
    for (const NodeKind &kind : kinds)
        known.insert(kind.name, kind);
    const auto positions = positionsOf(nodes);
    if (!positions)
        return Unexpected{positions.error()};
    if (const auto checked = checkKinds(nodes, known); !checked)
        return Unexpected{checked.error()};
    if (const auto checked = checkEdges(nodes, *positions); !checked)
        return Unexpected{checked.error()};
    const auto order = sorted(nodes, *positions);
    if (!order)
        return Unexpected{order.error()};
    if (const auto checked = checkInputs(nodes, known); !checked)
        return Unexpected{checked.error()};
    if (const auto checked = checkVariables(nodes); !checked)
        return Unexpected{checked.error()};
    Graph graph;
    graph.m_nodes = *order;
    return graph;
}

QStringList Graph::sources() const
{
    QStringList ids;
    for (const PipelineNode &node : m_nodes) {
        if (node.after.isEmpty())
            ids.append(node.id);
    }
    return ids;
}

QStringList Graph::sinks() const
{
    QSet<QString> hasSuccessor;
    for (const PipelineNode &node : m_nodes)
        hasSuccessor.unite(QSet<QString>(node.after.cbegin(), node.after.cend()));
    QStringList ids;
    for (const PipelineNode &node : m_nodes) {
        if (!hasSuccessor.contains(node.id))
            ids.append(node.id);
    }
    return ids;
}

QString inputVariable(const QString &nodeId)
{
    QString name = u"SIGNALBOX_INPUT_"_s;
    for (const QChar c : nodeId) {
        const QChar upper = c >= u'a' && c <= u'z' ? c.toUpper() : c;
        const bool kept = (upper >= u'A' && upper <= u'Z') || (upper >= u'0' && upper <= u'9');
        name += kept ? upper : QChar(u'_');
    }
    return name;
}

QString safeFileName(const QString &nodeId, qsizetype position)
{
    QString name = nodeId.left(longestFileName);
    for (QChar &c : name) {
        const bool safe =
            (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
        if (!safe)
            c = u'_';
    }
    return name == nodeId ? name : name % u'~' % QString::number(position);
}

} // namespace signalbox::core
