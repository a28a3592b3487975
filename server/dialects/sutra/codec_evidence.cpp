// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec_evidence.h"

#include "server/dialects/sutra/codec.h"
#include "server/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

void writeCounts(JsonWriter &json, const TaskCounts &counts)
{
    json.beginObject()
        .member("total"_L1, counts.total)
        .member("pending"_L1, counts.pending())
        .member("running"_L1, counts.running)
        .member("succeeded"_L1, counts.succeeded)
        .member("failed"_L1, counts.failed)
        .member("cancelled"_L1, counts.cancelled)
        .member("text"_L1, inWords(counts))
        .endObject();
}

void writeNode(JsonWriter &json, const Task &task)
{
    json.beginObject()
        .member("id"_L1, task.nodeId)
        .member("state"_L1, toString(task.state))
        .member("started_at"_L1, isoTime(task.startedAt))
        .member("ended_at"_L1, isoTime(task.endedAt))
        .member("exit_code"_L1, task.exitCode)
        .member("error"_L1, unlessEmpty(task.error))
        .member("attempt"_L1, task.attempt)
        .member("taken_over"_L1, isTakenOver(task))
        .endObject();
}

} // namespace

QByteArray blackBoxesObject(const QList<BlackBoxInfo> &boxes)
{
    JsonWriter json;
    json.beginObject().key("boxes"_L1).beginArray();
    for (const BlackBoxInfo &box : boxes) {
        json.beginObject()
            .member("name"_L1, box.name)
            .member("time"_L1, toIsoMilliseconds(box.time))
            .member("bytes"_L1, box.bytes)
            .member("why"_L1, box.why)
            .member("healthy"_L1, box.isHealthy)
            .endObject();
    }
    return json.endArray().endObject().take();
}

QByteArray blackBoxTaken(const QString &name)
{
    return JsonWriter().beginObject().member("success"_L1, true).member("name"_L1, name).endObject().text();
}

QByteArray executionObject(const ExecutionDetail &detail)
{
    const Execution &execution = detail.execution;
    JsonWriter json;
    json.beginObject()
        .member("id"_L1, execution.id)
        .member("kind"_L1, toString(execution.kind))
        .member("name"_L1, execution.name)
        .member("owner"_L1, execution.owner)
        .member("state"_L1, toString(execution.state))
        .member("created_at"_L1, toIsoMilliseconds(execution.createdAt))
        .member("started_at"_L1, isoTime(execution.startedAt))
        .member("ended_at"_L1, isoTime(execution.endedAt))
        .member("error"_L1, unlessEmpty(reasonOf(execution)))
        .member("unseen"_L1, execution.isUnseen)
        .member("retry_of"_L1, unlessEmpty(execution.retryOf))
        .key("tasks"_L1);
    writeCounts(json, execution.counts);
    json.key("nodes"_L1).beginArray();
    for (const Task &task : detail.tasks)
        writeNode(json, task);
    return json.endArray().endObject().take();
}

} // namespace signalbox::sutra
