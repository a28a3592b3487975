// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graphfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphFile)
};

QString firstText(std::initializer_list<QJsonValue> candidates)
{
    for (const QJsonValue &candidate : candidates) {
        if (const QString text = candidate.toString(); !text.isEmpty())
            return text;
    }
    return {};
}

PipelineNode readNode(const QJsonObject &json)
{
    const QJsonObject data = json["data"_L1].toObject();
    PipelineNode node;
    node.id = json["id"_L1].toString();
    node.kind = firstText({data["kind"_L1], data["type"_L1], json["kind"_L1], json["type"_L1]});
    node.params = data.contains("params"_L1) ? data["params"_L1].toObject() : json["params"_L1].toObject();
    return node;
}

Unexpected wrong(const QString &what)
{
    return unexpected(ErrorCode::InvalidArgument, what);
}

} // namespace

Result<StartGraph> readGraph(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = 1 + json.left(problem.offset).count('\n');
        return wrong(Text::tr("Line %1 is not JSON: %2.").arg(line).arg(problem.errorString()));
    }
    QJsonObject whole = document.object();
    if (const QJsonValue inner = whole["pipeline"_L1]; inner.isObject())
        whole = inner.toObject();
    if (!whole["nodes"_L1].isArray())
        return wrong(Text::tr("This is no graph: it has no list of \"nodes\"."));
    StartGraph graph{name, {}, {}, whole};
    QHash<QString, qsizetype> places;
    for (const QJsonValue &value : whole["nodes"_L1].toArray()) {
        const PipelineNode node = readNode(value.toObject());
        if (node.id.isEmpty())
            return wrong(Text::tr("Node %1 of the list has no \"id\".").arg(graph.nodes.size() + 1));
        places.insert(node.id, graph.nodes.size());
        graph.nodes.append(node);
    }
    for (const QJsonValue &value : whole["edges"_L1].toArray()) {
        const QString source = value.toObject()["source"_L1].toString();
        const QString target = value.toObject()["target"_L1].toString();
        if (source.isEmpty() || target.isEmpty())
            return wrong(Text::tr("An edge lacks its \"source\" or its \"target\"."));
        const auto to = places.constFind(target);
        if (to == places.cend() || !places.contains(source))
            return wrong(Text::tr("An edge refers to a missing node: %1 → %2").arg(source, target));
        graph.nodes[*to].after.append(source);
    }
    return graph;
}

} // namespace signalbox::widgets
