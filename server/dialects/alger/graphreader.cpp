// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/graphreader.h"

#include "server/core/runtime/graph.h"
#include "server/model/jsonwriter.h"

#include <QJsonArray>

#include <initializer_list>

namespace signalbox::alger {

namespace {

using L1 = QLatin1String;

Unexpected invalid(const QString &text)
{
    return unexpected(ErrorCode::InvalidArgument, text);
}

QString kindOf(const QJsonObject &node)
{
    const QJsonObject data = node.value(L1("data")).toObject();
    for (const QJsonValue &candidate :
         {data.value(L1("kind")), data.value(L1("type")), node.value(L1("kind")), node.value(L1("type"))}) {
        if (const QString kind = candidate.toString(); !kind.isEmpty())
            return kind;
    }
    return {};
}

QJsonObject paramsOf(const QJsonObject &node)
{
    const QJsonValue inData = node.value(L1("data")).toObject().value(L1("params"));
    return inData.isObject() ? inData.toObject() : node.value(L1("params")).toObject();
}

// Anything that is not a node leaves an empty id, which Graph refuses by its text.
QList<PipelineNode> readNodes(const QJsonArray &array)
{
    QList<PipelineNode> nodes;
    nodes.reserve(array.size());
    for (const QJsonValue value : array) {
        const QJsonObject node = value.toObject();
        nodes.append({node.value(L1("id")).toString(), kindOf(node), {}, paramsOf(node), {}});
    }
    return nodes;
}

QList<core::Edge> readEdges(const QJsonArray &array)
{
    QList<core::Edge> edges;
    edges.reserve(array.size());
    for (const QJsonValue value : array) {
        const QJsonObject edge = value.toObject();
        edges.append({edge.value(L1("source")).toString(), edge.value(L1("target")).toString()});
    }
    return edges;
}

Result<void> checkSizes(const QList<PipelineNode> &nodes)
{
    if (nodes.size() > mostNodes)
        return invalid(QStringLiteral("Graph has %1 nodes; at most %2 are allowed.").arg(nodes.size()).arg(mostNodes));
    for (const PipelineNode &node : nodes) {
        if (node.id.size() > longestNodeId)
            return invalid(QStringLiteral("Node id '%1…' has %2 characters; at most %3 are allowed.")
                               .arg(node.id.left(40))
                               .arg(node.id.size())
                               .arg(longestNodeId));
        if (node.id.contains(QChar::Null))
            return invalid(QStringLiteral("Node ids must not contain NUL characters."));
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
            return invalid(QStringLiteral("%1 '%2' is too large: %3 bytes, at most %4.")
                               .arg(owner, name)
                               .arg(std::max(argument.size(), param.key().size()))
                               .arg(longestParameter));
        if (argument.contains('\0'))
            return invalid(QStringLiteral("%1 '%2' contains a NUL character.").arg(owner, name));
    }
    return {};
}

Result<QList<PipelineNode>> readGraph(const QJsonValue &value, const QList<NodeKind> &kinds)
{
    if (!value.isObject())
        return invalid(QStringLiteral("graph definition missing"));
    const QJsonObject outer = value.toObject();
    const bool isWrapped = !outer.contains(L1("nodes")) && outer.value(L1("pipeline")).isObject();
    const QJsonObject graph = isWrapped ? outer.value(L1("pipeline")).toObject() : outer;

    const QList<PipelineNode> nodes = readNodes(graph.value(L1("nodes")).toArray());
    if (const Result<void> checked = checkSizes(nodes); !checked)
        return Unexpected{checked.error()};
    const Result<core::Graph> checked =
        core::Graph::fromEdges(nodes, readEdges(graph.value(L1("edges")).toArray()), kinds);
    if (!checked)
        return Unexpected{checked.error()};
    for (const PipelineNode &node : checked->nodes()) {
        const Result<void> params = checkParameters(QStringLiteral("Node '%1': parameter").arg(node.id), node.params);
        if (!params)
            return Unexpected{params.error()};
    }
    return checked->nodes();
}

} // namespace signalbox::alger
