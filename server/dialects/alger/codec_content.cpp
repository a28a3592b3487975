// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec_content.h"

#include "server/core/graph.h"
#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codes.h"
#include "server/json/jsonwriter.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox::alger::content {

namespace {

qint64 durationMs(std::optional<Timestamp> begin, std::optional<Timestamp> end)
{
    return begin && end ? std::max<qint64>((*end - *begin).count(), 0) : 0;
}

// The kind of a node with a command of its own is "command", as in Task::nodeKind: command lines are not for every
// reader.
QString kindOf(const PipelineNode &node)
{
    return node.kind.isEmpty() ? u"command"_s : node.kind;
}

// Where a board draws a node, in its pixels: a column for each layer of the graph, a row for each node of a layer.
struct Place
{
    int x = 0;
    int y = 0;
};

QList<Place> placesOf(const QList<PipelineNode> &nodes)
{
    constexpr int columnWidth = 240;
    constexpr int rowHeight = 120;
    QList<Place> places;
    QHash<int, int> rows; // of each layer so far
    for (const int layer : core::layersOf(nodes))
        places.append({layer * columnWidth, rows[layer]++ * rowHeight});
    return places;
}

void writePlace(JsonWriter &json, const Place &place)
{
    json.key("position"_L1).beginObject().member("x"_L1, place.x).member("y"_L1, place.y).endObject();
}

// Boards that draw the graph by `nodes` need an object with a position for each; the rest is in full_graph.
void writeNodes(JsonWriter &json, const QList<PipelineNode> &nodes, const QList<Place> &places)
{
    json.beginArray();
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        json.beginObject().member("id"_L1, nodes.at(index).id);
        writePlace(json, places.at(index));
        json.endObject();
    }
    json.endArray();
}

void writeFullGraph(JsonWriter &json, const QList<PipelineNode> &nodes, const QList<Place> &places)
{
    json.beginObject().key("nodes"_L1).beginArray();
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        const PipelineNode &node = nodes.at(index);
        json.beginObject()
            .member("id"_L1, node.id)
            .member("kind"_L1, kindOf(node))
            .member("params"_L1, QJsonValue(node.params));
        writePlace(json, places.at(index));
        json.endObject();
    }
    json.endArray().key("edges"_L1).beginArray();
    for (const PipelineNode &node : nodes) {
        for (const QString &predecessor : node.after)
            json.beginObject().member("source"_L1, predecessor).member("target"_L1, node.id).endObject();
    }
    json.endArray().endObject();
}

void writePipeline(JsonWriter &json, const Pipeline &pipeline)
{
    const QList<Place> places = placesOf(pipeline.nodes);
    json.beginObject()
        .member("id"_L1, pipeline.id)
        .member("name"_L1, pipeline.name)
        .member("description"_L1, pipeline.description)
        .key("nodes"_L1);
    writeNodes(json, pipeline.nodes, places);
    json.key("full_graph"_L1);
    writeFullGraph(json, pipeline.nodes, places);
    json.key("metadata"_L1)
        .beginObject()
        .member("project"_L1, pipeline.project)
        .endObject()
        .member("created_at"_L1, toIsoSeconds(pipeline.createdAt))
        .member("updated_at"_L1, toIsoSeconds(pipeline.updatedAt))
        .endObject();
}

void writePipelineId(JsonWriter &json, const QString &pipelineId)
{
    if (!pipelineId.isEmpty()) // ad-hoc graphs have none
        json.member("pipelineId"_L1, pipelineId);
}

QList<Task> inOrderOfCompletion(const QMap<QString, Task> &tasks)
{
    QList<Task> ended = tasks.values();
    ended.removeIf([](const Task &task) { return task.order == 0; });
    std::sort(ended.begin(), ended.end(), [](const Task &a, const Task &b) { return a.order < b.order; });
    return ended;
}

void writeSummary(JsonWriter &json, const QMap<QString, Task> &tasks)
{
    QStringList order;
    QSet<QString> hasSuccessor;
    for (const Task &task : inOrderOfCompletion(tasks))
        order.append(task.nodeId);
    QStringList sources;
    for (const Task &task : tasks) {
        if (task.predecessors.isEmpty())
            sources.append(task.nodeId);
        for (const QString &predecessor : task.predecessors)
            hasSuccessor.insert(predecessor);
    }
    json.beginObject().member("order"_L1, order).member("sources"_L1, sources).key("sinks"_L1).beginObject();
    for (const Task &task : tasks) {
        if (!hasSuccessor.contains(task.nodeId))
            json.member(task.nodeId, task.outputFile);
    }
    json.endObject().endObject();
}

} // namespace

QByteArray error(const QString &text)
{
    return JsonWriter().beginObject().member("error"_L1, text).endObject().take();
}

QByteArray wrongId(qint64 expected, qint64 received)
{
    return JsonWriter()
        .beginObject()
        .member("error"_L1, "incorrect message id"_L1)
        .member("expectedId"_L1, expected)
        .member("receivedId"_L1, received)
        .endObject()
        .take();
}

QByteArray wrongRequestId(qint64 expectedId, const Incoming &message)
{
    return JsonWriter()
        .beginObject()
        .member("error"_L1, "incorrect requestId"_L1)
        .member("expectedId"_L1, expectedId)
        .member("receivedId"_L1, message.id)
        .member("expectedRequestId"_L1, 0)
        .member("receivedRequestId"_L1, message.requestId)
        .endObject()
        .take();
}

QByteArray loggedIn()
{
    return JsonWriter().beginObject().member("status"_L1, "login-ok"_L1).endObject().take();
}

QByteArray user(const User &user)
{
    return JsonWriter()
        .beginObject()
        .key("user"_L1)
        .beginObject()
        .member("id"_L1, user.name)
        .member("name"_L1, user.displayName)
        .member("roles"_L1, user.roleNames)
        .member("email"_L1, user.email)
        .endObject()
        .endObject()
        .take();
}

QByteArray catalogue(const QList<Pipeline> &pipelines)
{
    JsonWriter json(4096);
    json.beginObject().key("pipelines"_L1).beginArray();
    for (const Pipeline &pipeline : pipelines)
        writePipeline(json, pipeline);
    return json.endArray().endObject().take();
}

QByteArray execution(const QString &executionId, QLatin1String status, ExecutionState state)
{
    // This wire has no word for an execution that does not wait for a worker yet.
    const ExecutionState told = state == ExecutionState::Created ? ExecutionState::Queued : state;
    return JsonWriter()
        .beginObject()
        .member("executionId"_L1, executionId)
        .member("status"_L1, status)
        .member("state"_L1, toString(told))
        .endObject()
        .take();
}

QByteArray output(const QString &executionId, const OutputChunk &chunk, qint64 frameBytes)
{
    // Output may be any bytes; the wire is text. Invalid ones become U+FFFD.
    const QByteArray text = QString::fromUtf8(chunk.bytes).toUtf8();
    const auto build = [&](QByteArrayView shown, bool isCut) {
        JsonWriter json(shown.size() + shown.size() / 8 + 256);
        json.beginObject()
            .member("executionId"_L1, executionId)
            .member("file"_L1, chunk.fileName)
            .key("content"_L1)
            .utf8(shown);
        if (isCut)
            json.member("truncated"_L1, true);
        return json.endObject().take();
    };
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    const qsizetype envelope = encode({largest, largest, OutputRequest + 100, build({}, true)}).size();
    const qsizetype fitting = fittingPrefix(text, frameBytes - envelope);
    const bool isCut = fitting < text.size() || chunk.totalBytes > chunk.bytes.size();
    return build(QByteArrayView(text).first(fitting), isCut);
}

QByteArray failedOutput(const Execution &execution)
{
    return JsonWriter()
        .beginObject()
        .member("executionId"_L1, execution.id)
        .member("status"_L1, "failed"_L1)
        .member("error"_L1, errorOf(execution))
        .endObject()
        .take();
}

QByteArray node(const Task &task, const QString &pipelineId)
{
    const bool isSuccess = task.state == ExecutionState::Succeeded;
    JsonWriter json;
    json.beginObject()
        .member("executionId"_L1, task.executionId)
        .member("nodeId"_L1, task.nodeId)
        .member("nodeKind"_L1, task.nodeKind)
        .member("status"_L1, isSuccess ? "success"_L1 : "error"_L1);
    if (!isSuccess)
        json.member("error"_L1, task.error);
    json.member("durationMs"_L1, durationMs(task.startedAt, task.endedAt))
        .member("predecessors"_L1, task.predecessors)
        .member("order"_L1, task.order);
    writePipelineId(json, pipelineId);
    return json.endObject().take();
}

QByteArray finished(const Execution &execution, const QMap<QString, Task> &tasks)
{
    JsonWriter json;
    json.beginObject().member("executionId"_L1, execution.id).member("status"_L1, "success"_L1).key("summary"_L1);
    writeSummary(json, tasks);
    json.member("durationMs"_L1, durationMs(execution.startedAt, execution.endedAt));
    writePipelineId(json, execution.catalogueId);
    return json.endObject().take();
}

QByteArray crashed(const Execution &execution)
{
    JsonWriter json;
    json.beginObject()
        .member("executionId"_L1, execution.id)
        .member("status"_L1, "error"_L1)
        .member("error"_L1, errorOf(execution))
        .member("durationMs"_L1, durationMs(execution.startedAt, execution.endedAt));
    writePipelineId(json, execution.catalogueId);
    return json.endObject().take();
}

QString errorOf(const Execution &execution)
{
    if (execution.state == ExecutionState::Interrupted)
        return u"execution interrupted by a restart"_s; // docs/model.md, "States"
    if (execution.state == ExecutionState::Cancelled)
        return u"execution stopped"_s;
    return execution.error;
}

} // namespace signalbox::alger::content
