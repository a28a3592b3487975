// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/graph.h"

#include <QHash>
#include <QSet>

#include <set>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype longestFileName = 64;

using Problem = GraphProblem::Kind;

Unexpected invalid(const Reason &message)
{
    return unexpected(ErrorCode::InvalidArgument, message);
}

struct Order
{
    QList<qsizetype> sorted; // predecessors before successors, else as given
    QSet<qsizetype> left;    // what is in a cycle or behind one
};

Order order(const QList<QList<qsizetype>> &predecessors)
{
    QList<QList<qsizetype>> successors(predecessors.size());
    QList<qsizetype> waitingFor(predecessors.size());
    std::set<qsizetype> ready; // ordered, so that what is ready keeps the order it was given in
    Order result;
    for (qsizetype index = 0; index < predecessors.size(); ++index) {
        waitingFor[index] = predecessors.at(index).size();
        for (const qsizetype predecessor : predecessors.at(index))
            successors[predecessor].append(index);
        if (waitingFor.at(index) == 0)
            ready.insert(index);
        else
            result.left.insert(index);
    }
    while (!ready.empty()) {
        const qsizetype index = ready.extract(ready.begin()).value();
        result.sorted.append(index);
        for (const qsizetype successor : std::as_const(successors[index])) {
            if (--waitingFor[successor] == 0) {
                ready.insert(successor);
                result.left.remove(successor);
            }
        }
    }
    return result;
}

// Everything in `left` has a predecessor in `left`, so walking backwards must meet something twice.
QList<qsizetype> cycleIn(const QSet<qsizetype> &left, const QList<QList<qsizetype>> &predecessors)
{
    if (left.isEmpty())
        return {};
    QList<qsizetype> path;
    QSet<qsizetype> seen;
    qsizetype at = *std::min_element(left.cbegin(), left.cend());
    while (!seen.contains(at)) {
        seen.insert(at);
        path.append(at);
        const QList<qsizetype> &before = predecessors.at(at);
        at = *std::find_if(before.begin(), before.end(), [&left](qsizetype index) { return left.contains(index); });
    }
    QList<qsizetype> cycle = path.mid(path.indexOf(at));
    std::reverse(cycle.begin(), cycle.end());
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycle.append(cycle.constFirst());
    return cycle;
}

// Collects every problem of a graph, in the order in which alger's document has its texts.
class Check
{
public:
    Check(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds) : m_nodes(nodes)
    {
        for (const NodeKind &kind : kinds) {
            if (!kind.name.isEmpty())
                m_kinds.insert(kind.name, &kind);
        }
    }

    void checkNodes()
    {
        if (m_nodes.isEmpty())
            add({Problem::Empty});
        for (qsizetype index = 0; index < m_nodes.size(); ++index) {
            const QString &id = m_nodes.at(index).id;
            if (id.isEmpty())
                add({Problem::NoId, index});
            else if (m_positions.contains(id))
                add({Problem::SameId, index});
            else
                m_positions.insert(id, index);
        }
        for (qsizetype index = 0; index < m_nodes.size(); ++index) {
            if (m_nodes.at(index).command.isEmpty() && !m_kinds.contains(m_nodes.at(index).kind))
                add({Problem::UnknownKind, index});
        }
    }

    void checkPredecessors()
    {
        m_predecessors.resize(m_nodes.size());
        for (qsizetype index = 0; index < m_nodes.size(); ++index) {
            const QStringList &after = m_nodes.at(index).after;
            QSet<QString> seen;
            for (qsizetype at = 0; at < after.size(); ++at) {
                if (seen.contains(after.at(at)))
                    continue;
                seen.insert(after.at(at));
                if (const auto predecessor = position(after.at(at)))
                    m_predecessors[index].append(*predecessor);
                else
                    add({Problem::MissingPredecessor, index, at});
            }
            m_inputs.append(seen.size());
        }
        const Order found = order(m_predecessors);
        m_sorted = found.sorted;
        if (const QList<qsizetype> cycle = cycleIn(found.left, m_predecessors); !cycle.isEmpty())
            add({Problem::Cycle, cycle.constFirst(), 0, 0, 0, cycle});
    }

    void checkInputs()
    {
        for (qsizetype index = 0; index < m_nodes.size(); ++index) {
            const NodeKind *kind =
                m_nodes.at(index).command.isEmpty() ? m_kinds.value(m_nodes.at(index).kind) : nullptr;
            const qsizetype inputs = m_inputs.at(index);
            if (kind && (inputs < kind->minInputs || inputs > kind->maxInputs))
                add({Problem::Inputs, index, 0, 0, inputs});
        }
    }

    void checkVariables()
    {
        QHash<QString, qsizetype> owners;
        for (qsizetype index = 0; index < m_nodes.size(); ++index) {
            const QString &id = m_nodes.at(index).id;
            if (m_positions.value(id, -1) != index)
                continue;
            const QString variable = inputVariable(id);
            if (const auto owner = owners.constFind(variable); owner != owners.cend())
                add({Problem::SharedVariable, index, 0, *owner});
            owners.insert(variable, index);
        }
    }

    const QList<GraphProblem> &problems() const { return m_problems; }

    std::optional<qsizetype> position(const QString &id) const
    {
        const auto found = m_positions.constFind(id);
        return found == m_positions.cend() ? std::nullopt : std::optional(*found);
    }

    QList<PipelineNode> sorted() const
    {
        QList<PipelineNode> nodes;
        for (const qsizetype index : m_sorted) {
            nodes.append(m_nodes.at(index));
            nodes.last().after.removeDuplicates();
        }
        return nodes;
    }

    // As alger shows it, literally.
    Reason textOf(const GraphProblem &problem) const
    {
        const PipelineNode node = m_nodes.value(problem.node);
        switch (problem.kind) {
        case Problem::Empty:
            return Why::GraphEmpty;
        case Problem::NoId:
            return Why::NodeWithoutId;
        case Problem::SameId:
            return {Why::NodeTwice, {node.id}};
        case Problem::UnknownKind:
            return {Why::UnknownKind, {node.id, node.kind}};
        case Problem::MissingPredecessor:
            return missingText(node.after.at(problem.predecessor), node.id);
        case Problem::Cycle:
            return {Why::GraphCycle, {idsOf(problem.cycle).join(u" -> "_s)}};
        case Problem::Inputs:
            return {Why::WrongInputs, {node.id, node.kind, expected(problem), Reason::number(problem.inputs)}};
        case Problem::SharedVariable:
            return {Why::SharedVariable, {m_nodes.at(problem.other).id, node.id, inputVariable(node.id)}};
        }
        return {};
    }

    static Reason missingText(const QString &source, const QString &target)
    {
        return {Why::MissingNode, {source, target}};
    }

private:
    void add(const GraphProblem &problem) { m_problems.append(problem); }

    QStringList idsOf(const QList<qsizetype> &positions) const
    {
        QStringList ids;
        for (const qsizetype index : positions)
            ids.append(m_nodes.at(index).id);
        return ids;
    }

    QString expected(const GraphProblem &problem) const
    {
        const NodeKind &kind = *m_kinds.value(m_nodes.at(problem.node).kind);
        if (kind.minInputs == kind.maxInputs)
            return u"exactly %1"_s.arg(kind.minInputs);
        return problem.inputs < kind.minInputs ? u">= %1"_s.arg(kind.minInputs) : u"<= %1"_s.arg(kind.maxInputs);
    }

    const QList<PipelineNode> &m_nodes;
    QHash<QString, const NodeKind *> m_kinds;
    QHash<QString, qsizetype> m_positions;  // of the first node of each id
    QList<QList<qsizetype>> m_predecessors; // those that there are, each once
    QList<qsizetype> m_inputs;              // how many different ones each node names
    QList<qsizetype> m_sorted;
    QList<GraphProblem> m_problems;
};

Result<void> firstOf(const Check &check)
{
    return check.problems().isEmpty() ? Result<void>() : invalid(check.textOf(check.problems().constFirst()));
}

void checkAll(Check &check)
{
    check.checkNodes();
    check.checkPredecessors();
    check.checkInputs();
    check.checkVariables();
}

} // namespace

Result<Graph> Graph::fromEdges(QList<PipelineNode> nodes, const QList<Edge> &edges, const QList<NodeKind> &kinds)
{
    // The nodes first: what is wrong with them is said before what is wrong with edges, and edges in their own order.
    Check check(nodes, kinds);
    check.checkNodes();
    if (const Result<void> checked = firstOf(check); !checked)
        return Unexpected{checked.error()};
    for (const Edge &edge : edges) {
        const auto target = check.position(edge.target);
        if (!target || !check.position(edge.source))
            return invalid(Check::missingText(edge.source, edge.target));
        nodes[*target].after.append(edge.source);
    }
    return fromNodes(nodes, kinds);
}

Result<Graph> Graph::fromNodes(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds)
{
    Check check(nodes, kinds);
    checkAll(check);
    if (const Result<void> checked = firstOf(check); !checked)
        return Unexpected{checked.error()};
    Graph graph;
    graph.m_nodes = check.sorted();
    return graph;
}

QList<GraphProblem> Graph::problemsOf(const QList<PipelineNode> &nodes, const QList<NodeKind> &kinds)
{
    Check check(nodes, kinds);
    checkAll(check);
    return check.problems();
}

QList<qsizetype> findCycle(const QList<QList<qsizetype>> &predecessors)
{
    return cycleIn(order(predecessors).left, predecessors);
}

QList<int> layersOf(const QList<PipelineNode> &nodes)
{
    QHash<QString, qsizetype> positions;
    for (qsizetype index = 0; index < nodes.size(); ++index)
        positions.insert(nodes.at(index).id, index);
    QList<QList<qsizetype>> predecessors(nodes.size());
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        for (const QString &predecessor : nodes.at(index).after)
            predecessors[index].append(positions.value(predecessor));
    }
    QList<int> layers(nodes.size());
    for (const qsizetype index : order(predecessors).sorted) {
        for (const qsizetype predecessor : predecessors.at(index))
            layers[index] = std::max(layers.at(index), layers.at(predecessor) + 1);
    }
    return layers;
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
