// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec_rest.h"

#include "server/model/detailsjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::airavata::shapes {

namespace {

void writeTimes(JsonWriter &json, Timestamp created, const std::optional<Timestamp> &started,
                const std::optional<Timestamp> &ended)
{
    const auto text = [](const std::optional<Timestamp> &time) {
        return time ? std::optional(toIsoMilliseconds(*time)) : std::nullopt;
    };
    json.member("createdAt"_L1, toIsoMilliseconds(created))
        .member("startedAt"_L1, text(started))
        .member("completedAt"_L1, text(ended));
}

struct Moment
{
    Timestamp time;
    QLatin1String event;
    QString taskId; // empty: the experiment's own
    ExecutionState state;
};

template<typename Thing>
void addMoments(QList<Moment> &moments, const Thing &thing, const QString &taskId)
{
    moments.append({thing.createdAt, "created"_L1, taskId, ExecutionState::Created});
    if (thing.startedAt)
        moments.append({*thing.startedAt, "started"_L1, taskId, ExecutionState::Running});
    if (thing.endedAt)
        moments.append({*thing.endedAt, "ended"_L1, taskId, thing.state});
}

} // namespace

void writeFullExperiment(JsonWriter &json, const Execution &execution)
{
    writeExperiment(json, execution);
    json.member("kind"_L1, signalbox::toString(execution.kind))
        .member("description"_L1, detailsOf<ExperimentDetails>(execution).description);
    if (const auto *details = std::get_if<ExperimentDetails>(&execution.details)) {
        json.member("commandTemplate"_L1, details->commandTemplate);
        json.member("parameters"_L1, QJsonValue(toJson(details->parameters)));
        json.member("maxRetries"_L1, details->maxRetries);
        if (details->metadata)
            json.member("metadata"_L1, QJsonValue(*details->metadata));
    }
    if (!execution.retryOf.isEmpty())
        json.member("retryOf"_L1, execution.retryOf);
    writeTimes(json, execution.createdAt, execution.startedAt, execution.endedAt);
    json.member("totalTasks"_L1, execution.counts.total).member("message"_L1, execution.message).endObject();
}

void writeFullTask(JsonWriter &json, const Task &task)
{
    writeTask(json, task);
    json.member("name"_L1, task.nodeId);
    writeTimes(json, task.createdAt, task.startedAt, task.endedAt);
    json.member("exitCode"_L1, task.exitCode)
        .member("retryCount"_L1, task.attempt - 1)
        .member("progressPercent"_L1, percentOf(task))
        .member("parameters"_L1, QJsonValue(task.params))
        .member("outputFile"_L1, task.outputFile.isEmpty() ? std::nullopt : std::optional(task.outputFile))
        .endObject();
}

void addFullTasks(dialects::Page &page, const QList<Task> &tasks)
{
    for (const Task &task : tasks) {
        page.add([&task] {
            JsonWriter json;
            writeFullTask(json, task);
            return json.take();
        });
    }
}

QByteArray summary(const Execution &execution, Timestamp now)
{
    const Progress progress = progressOf(execution, now);
    const Timestamp end = execution.endedAt.value_or(now);
    JsonWriter json;
    json.beginObject()
        .member("id"_L1, execution.id)
        .member("experimentId"_L1, execution.id)
        .member("name"_L1, execution.name)
        .member("status"_L1, statusOf(execution.state))
        .member("ownerId"_L1, execution.owner)
        .member("projectId"_L1, execution.project)
        .member("totalTasks"_L1, progress.counts.total)
        .member("completedTasks"_L1, progress.counts.succeeded)
        .member("failedTasks"_L1, progress.counts.failed)
        .member("runningTasks"_L1, progress.counts.running)
        .member("pendingTasks"_L1, progress.counts.pending())
        .member("canceledTasks"_L1, progress.counts.cancelled)
        .member("progressPercent"_L1, progress.percent);
    writeTimes(json, execution.createdAt, execution.startedAt, execution.endedAt);
    json.member("duration"_L1,
                execution.startedAt ? std::optional(uptimeText(end - *execution.startedAt)) : std::nullopt);
    if (const QString error = errorOf(execution); !error.isEmpty())
        json.member("error"_L1, error);
    json.endObject();
    return json.take();
}

QByteArray timeline(const ExecutionDetail &detail, dialects::Page &page)
{
    QList<Moment> moments;
    addMoments(moments, detail.execution, {});
    for (const Task &task : detail.tasks)
        addMoments(moments, task, task.id);
    std::stable_sort(moments.begin(), moments.end(),
                     [](const Moment &one, const Moment &other) { return one.time < other.time; });
    for (const Moment &moment : std::as_const(moments)) {
        page.add([&moment] {
            const QLatin1String subject = moment.taskId.isEmpty() ? "experiment_"_L1 : "task_"_L1;
            JsonWriter json;
            json.beginObject()
                .member("timestamp"_L1, toIsoMilliseconds(moment.time))
                .member("event"_L1, QString(subject + moment.event));
            if (!moment.taskId.isEmpty())
                json.member("taskId"_L1, moment.taskId);
            json.member("status"_L1, statusOf(moment.state)).endObject();
            return json.take();
        });
    }
    JsonWriter json;
    json.beginObject().member("experimentId"_L1, detail.execution.id).key("events"_L1).raw(page.array());
    json.member("total"_L1, page.total()).endObject();
    return json.take();
}

QByteArray outputs(const ExecutionDetail &detail, dialects::Page &page)
{
    const QString path = u"experiments/%1/outputs/"_s.arg(detail.execution.id);
    for (const Task &task : detail.tasks) {
        if (task.outputFile.isEmpty())
            continue;
        page.add([&] {
            JsonWriter json;
            json.beginObject()
                .member("taskId"_L1, task.id)
                .member("task"_L1, task.nodeId)
                .member("file"_L1, task.outputFile)
                .member("path"_L1, QString(path + task.nodeId + u'/' + task.outputFile))
                .endObject();
            return json.take();
        });
    }
    JsonWriter json;
    json.beginObject().member("experimentId"_L1, detail.execution.id).key("outputs"_L1).raw(page.array());
    json.member("total"_L1, page.total()).endObject();
    return json.take();
}

} // namespace signalbox::airavata::shapes
