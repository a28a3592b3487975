// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/content.h"

#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codes.h"
#include "server/model/jsonwriter.h"

#include <algorithm>
#include <limits>

namespace signalbox::alger::content {

namespace {

using L1 = QLatin1String;

qint64 durationMs(std::optional<Timestamp> begin, std::optional<Timestamp> end)
{
    return begin && end ? std::max<qint64>((*end - *begin).count(), 0) : 0;
}

// Own commands are shown as a kind of that name, like in Task::nodeKind: command lines are not everybody's business.
QString kindOf(const PipelineNode &node)
{
    return node.kind.isEmpty() ? QStringLiteral("command") : node.kind;
}

void writeFullGraph(JsonWriter &json, const QList<PipelineNode> &nodes)
{
    json.beginObject().key(L1("nodes")).beginArray();
    for (const PipelineNode &node : nodes) {
        json.beginObject()
            .member(L1("id"), node.id)
            .member(L1("kind"), kindOf(node))
            .member(L1("params"), QJsonValue(node.params))
            .endObject();
    }
    json.endArray().key(L1("edges")).beginArray();
    for (const PipelineNode &node : nodes) {
        for (const QString &predecessor : node.after)
            json.beginObject().member(L1("source"), predecessor).member(L1("target"), node.id).endObject();
    }
    json.endArray().endObject();
}

void writePipeline(JsonWriter &json, const Pipeline &pipeline)
{
    json.beginObject()
        .member(L1("id"), pipeline.id)
        .member(L1("name"), pipeline.name)
        .member(L1("description"), pipeline.description)
        .key(L1("nodes"))
        .beginArray();
    for (const PipelineNode &node : pipeline.nodes)
        json.value(node.id);
    json.endArray().key(L1("full_graph"));
    writeFullGraph(json, pipeline.nodes);
    json.key(L1("metadata"))
        .beginObject()
        .member(L1("project"), pipeline.project)
        .endObject()
        .member(L1("created_at"), toIsoSeconds(pipeline.createdAt))
        .member(L1("updated_at"), toIsoSeconds(pipeline.updatedAt))
        .endObject();
}

void writePipelineId(JsonWriter &json, const QString &pipelineId)
{
    if (!pipelineId.isEmpty()) // ad-hoc graphs have none
        json.member(L1("pipelineId"), pipelineId);
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
    json.beginObject().member(L1("order"), order).member(L1("sources"), sources).key(L1("sinks")).beginObject();
    for (const Task &task : tasks) {
        if (!hasSuccessor.contains(task.nodeId))
            json.member(task.nodeId, task.outputFile);
    }
    json.endObject().endObject();
}

} // namespace

QByteArray error(const QString &text)
{
    return JsonWriter().beginObject().member(L1("error"), text).endObject().take();
}

QByteArray wrongId(qint64 expected, qint64 received)
{
    return JsonWriter()
        .beginObject()
        .member(L1("error"), L1("incorrect message id"))
        .member(L1("expectedId"), expected)
        .member(L1("receivedId"), received)
        .endObject()
        .take();
}

QByteArray loggedIn()
{
    return JsonWriter().beginObject().member(L1("status"), L1("login-ok")).endObject().take();
}

QByteArray user(const User &user)
{
    return JsonWriter()
        .beginObject()
        .key(L1("user"))
        .beginObject()
        .member(L1("id"), user.name)
        .member(L1("name"), user.displayName)
        .member(L1("roles"), user.roleNames)
        .member(L1("email"), user.email)
        .endObject()
        .endObject()
        .take();
}

QByteArray catalogue(const QList<Pipeline> &pipelines)
{
    JsonWriter json(4096);
    json.beginObject().key(L1("pipelines")).beginArray();
    for (const Pipeline &pipeline : pipelines)
        writePipeline(json, pipeline);
    return json.endArray().endObject().take();
}

QByteArray execution(const QString &executionId, QLatin1String status)
{
    return JsonWriter()
        .beginObject()
        .member(L1("executionId"), executionId)
        .member(L1("status"), status)
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
            .member(L1("executionId"), executionId)
            .member(L1("file"), chunk.fileName)
            .key(L1("content"))
            .utf8(shown);
        if (isCut)
            json.member(L1("truncated"), true);
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
        .member(L1("executionId"), execution.id)
        .member(L1("status"), L1("failed"))
        .member(L1("error"), errorOf(execution))
        .endObject()
        .take();
}

QByteArray node(const Task &task, const QString &pipelineId)
{
    const bool isSuccess = task.state == ExecutionState::Succeeded;
    JsonWriter json;
    json.beginObject()
        .member(L1("executionId"), task.executionId)
        .member(L1("nodeId"), task.nodeId)
        .member(L1("nodeKind"), task.nodeKind)
        .member(L1("status"), isSuccess ? L1("success") : L1("error"));
    if (!isSuccess)
        json.member(L1("error"), task.error);
    json.member(L1("durationMs"), durationMs(task.startedAt, task.endedAt))
        .member(L1("predecessors"), task.predecessors)
        .member(L1("order"), task.order);
    writePipelineId(json, pipelineId);
    return json.endObject().take();
}

QByteArray finished(const Execution &execution, const QMap<QString, Task> &tasks)
{
    JsonWriter json;
    json.beginObject().member(L1("executionId"), execution.id).member(L1("status"), L1("success")).key(L1("summary"));
    writeSummary(json, tasks);
    json.member(L1("durationMs"), durationMs(execution.startedAt, execution.endedAt));
    writePipelineId(json, execution.catalogueId);
    return json.endObject().take();
}

QByteArray crashed(const Execution &execution)
{
    JsonWriter json;
    json.beginObject()
        .member(L1("executionId"), execution.id)
        .member(L1("status"), L1("error"))
        .member(L1("error"), errorOf(execution))
        .member(L1("durationMs"), durationMs(execution.startedAt, execution.endedAt));
    writePipelineId(json, execution.catalogueId);
    return json.endObject().take();
}

QString errorOf(const Execution &execution)
{
    if (execution.state == ExecutionState::Interrupted)
        return QStringLiteral("execution interrupted by a restart"); // model.md, States
    if (execution.state == ExecutionState::Cancelled)
        return QStringLiteral("execution stopped");
    return execution.error;
}

} // namespace signalbox::alger::content
