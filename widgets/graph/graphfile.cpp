// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graphfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct GraphFileText
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

// Members that boards write for themselves: where a node stands and how it is drawn. Nobody means the server by them.
bool isOfBoards(const QString &member)
{
    static const QSet<QString> all{u"position"_s,
                                   u"positionAbsolute"_s,
                                   u"sourcePosition"_s,
                                   u"targetPosition"_s,
                                   u"x"_s,
                                   u"y"_s,
                                   u"width"_s,
                                   u"height"_s,
                                   u"measured"_s,
                                   u"selected"_s,
                                   u"dragging"_s,
                                   u"draggable"_s,
                                   u"selectable"_s,
                                   u"deletable"_s,
                                   u"label"_s,
                                   u"name"_s,
                                   u"title"_s,
                                   u"description"_s,
                                   u"style"_s,
                                   u"className"_s,
                                   u"color"_s,
                                   u"icon"_s,
                                   u"zIndex"_s,
                                   u"animated"_s,
                                   u"sourceHandle"_s,
                                   u"targetHandle"_s,
                                   u"markerEnd"_s,
                                   u"markerStart"_s,
                                   u"viewport"_s,
                                   u"version"_s,
                                   u"$schema"_s};
    return all.contains(member);
}

// where: a pattern of a person's words, %1 the member.
void noteOthers(QStringList &ignored, const QJsonObject &json, std::initializer_list<QLatin1String> read,
                const QString &where)
{
    for (const QString &member : json.keys()) {
        if (std::find(read.begin(), read.end(), member) == read.end() && !isOfBoards(member))
            ignored << where.arg(u'"' + member + u'"');
    }
}

PipelineNode readNode(const QJsonObject &json, QStringList &ignored)
{
    const QJsonObject data = json["data"_L1].toObject();
    PipelineNode node;
    node.id = json["id"_L1].toString();
    node.kind = firstText({data["kind"_L1], data["type"_L1], json["kind"_L1], json["type"_L1]});
    node.params = data.contains("params"_L1) ? data["params"_L1].toObject() : json["params"_L1].toObject();
    const QString where = GraphFileText::tr("%1 of node %2", "member, node").arg(u"%1"_s, node.id);
    noteOthers(ignored, json, {"id"_L1, "kind"_L1, "type"_L1, "params"_L1, "data"_L1}, where);
    noteOthers(ignored, data, {"kind"_L1, "type"_L1, "params"_L1}, where);
    return node;
}

Unexpected wrong(const QString &what)
{
    return unexpected(ErrorCode::InvalidArgument, what);
}

} // namespace

namespace {

// What a node of a [[pipeline]] has and a node of a graph file does not: passed over, it would be another graph.
std::optional<QString> belongsElsewhere(const QJsonObject &json, const QString &id)
{
    const QJsonObject data = json["data"_L1].toObject();
    const auto has = [&](QLatin1String member) { return json.contains(member) || data.contains(member); };
    if (has("after"_L1))
        return GraphFileText::tr(
                   "Node %1 has \"after\", as in a [[pipeline]]. A graph file has a list of \"edges\" instead: "
                   "{\"source\": \"…\", \"target\": \"%1\"}.")
            .arg(id);
    if (has("command"_L1))
        return GraphFileText::tr(
                   "Node %1 has a \"command\". A graph file has none: give it a \"kind\" of the configuration, whose "
                   "command it runs.")
            .arg(id);
    return {};
}

Result<void> readNodes(const QJsonArray &nodes, GraphFile &file)
{
    for (const QJsonValue &value : nodes) {
        const PipelineNode node = readNode(value.toObject(), file.ignored);
        if (node.id.isEmpty())
            return wrong(GraphFileText::tr("Node %1 of the list has no \"id\".").arg(file.graph.nodes.size() + 1));
        if (const std::optional<QString> elsewhere = belongsElsewhere(value.toObject(), node.id))
            return wrong(*elsewhere);
        if (node.kind.isEmpty())
            return wrong(GraphFileText::tr("Node %1 has no \"kind\".").arg(node.id));
        file.graph.nodes.append(node);
    }
    return {};
}

Result<void> readEdges(const QJsonArray &edges, GraphFile &file)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < file.graph.nodes.size(); ++i)
        places.insert(file.graph.nodes[i].id, i);
    for (const QJsonValue &value : edges) {
        const QJsonObject edge = value.toObject();
        const QString source = edge["source"_L1].toString();
        const QString target = edge["target"_L1].toString();
        if (source.isEmpty() || target.isEmpty())
            return wrong(GraphFileText::tr("An edge lacks its \"source\" or its \"target\"."));
        const auto to = places.constFind(target);
        if (to == places.cend() || !places.contains(source))
            return wrong(GraphFileText::tr("An edge refers to a missing node: %1 → %2").arg(source, target));
        file.graph.nodes[*to].after.append(source);
        noteOthers(file.ignored, edge, {"source"_L1, "target"_L1, "id"_L1, "type"_L1, "data"_L1},
                   GraphFileText::tr("%1 of the edge %2", "member, edge").arg(u"%1"_s, source + u" → "_s + target));
    }
    return {};
}

} // namespace

Result<GraphFile> readGraph(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = 1 + json.left(problem.offset).count('\n');
        return wrong(GraphFileText::tr("Line %1 is not JSON: %2.").arg(line).arg(problem.errorString()));
    }
    QJsonObject whole = document.object();
    if (const QJsonValue inner = whole.value("pipeline"_L1); inner.isObject())
        whole = inner.toObject();
    if (!whole["nodes"_L1].isArray())
        return wrong(GraphFileText::tr("This is no graph: it has no list of \"nodes\"."));
    GraphFile file{{name, {}, {}, whole}, {}};
    noteOthers(file.ignored, whole, {"nodes"_L1, "edges"_L1, "id"_L1}, u"%1"_s);
    if (const Result<void> read = readNodes(whole["nodes"_L1].toArray(), file); !read)
        return Unexpected{read.error()};
    if (const Result<void> read = readEdges(whole["edges"_L1].toArray(), file); !read)
        return Unexpected{read.error()};
    return file;
}

QStringList paramsOf(const NodeKind &kind)
{
    static const QRegularExpression place(u"\\{param:([^{}=]+)(?:=[^{}]*)?\\}"_s);
    QStringList names;
    for (const QString &argument : kind.command) {
        for (auto found = place.globalMatch(argument); found.hasNext();)
            names << found.next().captured(1);
    }
    names.removeDuplicates();
    return names;
}

QStringList unusedParams(const StartGraph &graph, const Catalogue &catalogue)
{
    QStringList unused;
    for (const PipelineNode &node : graph.nodes) {
        const NodeKind *kind = catalogue.kind(node.kind);
        const QStringList used = kind ? paramsOf(*kind) : node.params.keys();
        for (const QString &name : node.params.keys()) {
            if (!used.contains(name))
                unused << GraphFileText::tr("parameter %1 of node %2 (its kind %3 does not use it)")
                              .arg(u'"' + name + u'"', node.id, node.kind);
        }
    }
    return unused;
}

} // namespace signalbox::widgets
