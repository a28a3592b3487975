// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec_graph.h"

#include "server/core/graph.h"
#include "server/json/jsonwriter.h"

#include <QJsonArray>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace signalbox::alger {

namespace {

Unexpected invalid(const QString &text)
{
    return unexpected(ErrorCode::InvalidArgument, text);
}

QString kindOf(const QJsonObject &node)
{
    const QJsonObject data = node.value("data"_L1).toObject();
    for (const QJsonValue &candidate :
         {data.value("kind"_L1), data.value("type"_L1), node.value("kind"_L1), node.value("type"_L1)}) {
        if (const QString kind = candidate.toString(); !kind.isEmpty())
            return kind;
    }
    return {};
}

QJsonObject nodeParams(const QJsonObject &node)
{
    const QJsonValue inData = node.value("data"_L1).toObject().value("params"_L1);
    return inData.isObject() ? inData.toObject() : node.value("params"_L1).toObject();
}

// An item that is no node gets an empty id, which Graph::fromEdges() refuses.
QList<PipelineNode> readNodes(const QJsonArray &array)
{
    QList<PipelineNode> nodes;
    nodes.reserve(array.size());
    for (const QJsonValue value : array) {
        const QJsonObject node = value.toObject();
        nodes.append({node.value("id"_L1).toString(), kindOf(node), {}, nodeParams(node), {}});
    }
    return nodes;
}

QList<core::Edge> readEdges(const QJsonArray &array)
{
    QList<core::Edge> edges;
    edges.reserve(array.size());
    for (const QJsonValue value : array) {
        const QJsonObject edge = value.toObject();
        edges.append({edge.value("source"_L1).toString(), edge.value("target"_L1).toString()});
    }
    return edges;
}

Result<void> checkSizes(const QList<PipelineNode> &nodes)
{
    if (nodes.size() > mostNodes)
        return invalid(u"Graph has %1 nodes; at most %2 are allowed."_s.arg(nodes.size()).arg(mostNodes));
    for (const PipelineNode &node : nodes) {
        if (node.id.size() > longestNodeId)
            return invalid(u"Node id '%1…' has %2 characters; at most %3 are allowed."_s.arg(node.id.left(40))
                               .arg(node.id.size())
                               .arg(longestNodeId));
        if (node.id.contains(QChar::Null))
            return invalid(u"Node ids must not contain NUL characters."_s);
    }
    return {};
}

} // namespace

Result<void> checkParameters(const QString &owner, const QJsonObject &params)
{
    for (auto param = params.begin(); param != params.end(); ++param) {
        const QJsonValue value = param.value();
        const QByteArray argument = value.isString() ? value.toString().toUtf8() : JsonWriter().value(value).take();
        const QString name = param.key().size() > 40 ? param.key().left(40) % u'…' : param.key();
        if (argument.size() > longestParameter || param.key().size() > longestParameter)
            return invalid(u"%1 '%2' is too large: %3 bytes, at most %4."_s.arg(owner, name)
                               .arg(std::max(argument.size(), param.key().size()))
                               .arg(longestParameter));
        if (argument.contains('\0'))
            return invalid(u"%1 '%2' contains a NUL character."_s.arg(owner, name));
    }
    return {};
}

Result<QList<PipelineNode>> readGraph(const QJsonValue &value, const QList<NodeKind> &kinds)
{
    if (!value.isObject())
        return invalid(u"graph definition missing"_s);
    const QJsonObject outer = value.toObject();
    const bool isWrapped = !outer.contains("nodes"_L1) && outer.value("pipeline"_L1).isObject();
    const QJsonObject graph = isWrapped ? outer.value("pipeline"_L1).toObject() : outer;

    const QList<PipelineNode> nodes = readNodes(graph.value("nodes"_L1).toArray());
    if (const Result<void> checked = checkSizes(nodes); !checked)
        return Unexpected{checked.error()};
    const Result<core::Graph> checked =
        core::Graph::fromEdges(nodes, readEdges(graph.value("edges"_L1).toArray()), kinds);
    if (!checked)
        return Unexpected{checked.error()};
    for (const PipelineNode &node : checked->nodes()) {
        const Result<void> params = checkParameters(u"Node '%1': parameter"_s.arg(node.id), node.params);
        if (!params)
            return Unexpected{params.error()};
    }
    return checked->nodes();
}

} // namespace signalbox::alger
