// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codec_shapes.h"

#include "server/dialects/ark/names.h"
#include "server/dialects/page.h"
#include "server/json/jsonwriter.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

using dialects::RequestHead;
using dialects::RestResponse;

namespace {

constexpr int pollIntervalSeconds = 5; // README.md, "Requests"

InstanceView viewOf(const Component &component, const Snapshot &snapshot)
{
    InstanceView view;
    view.id = component.id;
    view.name = component.name;
    view.gameType = gameType(component);
    view.status = component.state;
    view.agentId = snapshot.server.host;
    view.createdAt = snapshot.server.startedAt;
    view.updatedAt = std::max(component.stateSince, view.createdAt);
    view.error = component.error;
    return view;
}

InstanceView viewOf(const Instance &instance)
{
    return {instance.id,      instance.name,      instance.gameType,  instance.status,
            instance.agentId, instance.createdAt, instance.updatedAt, instance.config};
}

void writeTime(JsonWriter &json, QLatin1String name, const std::optional<Timestamp> &time)
{
    if (time)
        json.member(name, toIsoMilliseconds(*time));
}

void writeText(JsonWriter &json, QLatin1String name, const QString &text)
{
    if (!text.isEmpty())
        json.member(name, text);
}

JsonWriter beginError(Timestamp now, const RequestHead &request, int status)
{
    JsonWriter json;
    json.beginObject().member("statusCode"_L1, status).member("timestamp"_L1, toIsoMilliseconds(now));
    json.member("path"_L1, request.path).member("method"_L1, QString::fromLatin1(request.method));
    return json;
}

} // namespace

QList<InstanceView> instancesOf(const Snapshot &snapshot)
{
    QList<InstanceView> views;
    const QList<Component> components = snapshot.componentsInOrder();
    for (const Component &component : components)
        views.append(viewOf(component, snapshot));
    const qsizetype configured = views.size();
    for (const Instance &instance : snapshot.instances)
        views.append(viewOf(instance));
    std::stable_sort(views.begin() + configured, views.end(),
                     [](const InstanceView &a, const InstanceView &b) { return a.createdAt < b.createdAt; });
    return views;
}

std::optional<InstanceView> instanceOf(const Snapshot &snapshot, const QString &id)
{
    if (const Component *component = snapshot.component(id))
        return viewOf(*component, snapshot);
    const auto instance = snapshot.instances.constFind(id);
    return instance == snapshot.instances.cend() ? std::nullopt : std::optional(viewOf(*instance));
}

QByteArray jobObject(const Execution &execution)
{
    const auto &details = detailsOf<JobDetails>(execution);
    JsonWriter json;
    json.beginObject().member("jobId"_L1, execution.id).member("jobRunId"_L1, jobRunId(execution));
    json.member("jobType"_L1, jobType(execution)).member("status"_L1, jobStatus(execution.state));
    json.member("parameters"_L1, QJsonValue(execution.params));
    writeTime(json, "createdAt"_L1, execution.createdAt);
    json.member("retryCount"_L1, details.retryCount);
    json.member("progressPercent"_L1, QJsonValue(std::round(execution.percent * 100.0) / 100.0));
    json.member("progressMessage"_L1, execution.message);
    if (execution.kind == ExecutionKind::Job)
        json.member("priority"_L1, details.priority);
    writeText(json, "agentId"_L1, details.agentId);
    writeText(json, "instanceId"_L1, details.instanceId);
    writeTime(json, "startedAt"_L1, execution.startedAt);
    writeTime(json, "completedAt"_L1, execution.endedAt);
    if (!execution.result.isUndefined() && !execution.result.isNull())
        json.member("result"_L1, execution.result);
    writeText(json, "error"_L1, jobError(execution));
    if (!details.errorDetails.isUndefined())
        json.member("errorDetails"_L1, details.errorDetails);
    json.endObject();
    return json.take();
}

QByteArray instanceObject(const InstanceView &instance)
{
    JsonWriter json;
    json.beginObject().member("instanceId"_L1, instance.id).member("name"_L1, instance.name);
    json.member("gameType"_L1, instance.gameType).member("status"_L1, instanceStatus(instance.status));
    json.member("agentId"_L1, instance.agentId);
    writeTime(json, "createdAt"_L1, instance.createdAt);
    writeTime(json, "updatedAt"_L1, instance.updatedAt);
    if (!instance.config.isEmpty())
        json.member("config"_L1, QJsonValue(instance.config));
    writeText(json, "error"_L1, instance.error);
    json.endObject();
    return json.take();
}

QByteArray registrationObject(const Snapshot &snapshot, const QList<Execution> &waiting, Milliseconds heartbeat,
                              const QString &agentId)
{
    QStringList jobs;
    for (const Execution &execution : snapshot.executions) {
        if (execution.kind == ExecutionKind::Job && execution.state == ExecutionState::Running
            && detailsOf<JobDetails>(execution).agentId == agentId)
            jobs.append(execution.id);
    }
    jobs.sort();
    for (const Execution &job : waiting)
        jobs.append(job.id);
    JsonWriter json;
    json.beginObject().member("agentId"_L1, agentId);
    json.member("status"_L1, agentStatus(snapshot.agents.value(agentId).state)).member("assignedJobs"_L1, jobs);
    json.key("config"_L1).beginObject().member("pollIntervalSeconds"_L1, pollIntervalSeconds);
    const auto interval = std::chrono::duration_cast<std::chrono::seconds>(heartbeat);
    json.member("heartbeatIntervalSeconds"_L1, interval.count()).member("maxRetries"_L1, jobRetries);
    json.endObject().endObject();
    return json.take();
}

QByteArray pollObject(const QList<Execution> &jobs, qint64 answerBytes)
{
    dialects::Page page(0, dialects::Page::unlimited, answerBytes);
    for (const Execution &job : jobs)
        page.add([&job] { return jobObject(job); });
    JsonWriter json;
    json.beginObject().key("jobs"_L1).raw(page.array()).endObject();
    return json.take();
}

QByteArray logArray(const QList<LogLine> &lines, qint64 answerBytes)
{
    dialects::Page page(0, dialects::Page::unlimited, answerBytes);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        page.add([&line] {
            JsonWriter json;
            json.beginObject().member("timestamp"_L1, toIsoMilliseconds(line->time));
            json.member("level"_L1, toString(levelOrUsual(*line))).member("message"_L1, line->text).endObject();
            return json.take();
        });
    }
    return page.array();
}

QByteArray healthObject(Timestamp now, bool isConnected)
{
    JsonWriter json;
    json.beginObject().member("status"_L1, isConnected ? "ok"_L1 : "degraded"_L1);
    json.member("timestamp"_L1, toIsoMilliseconds(now));
    json.member("database"_L1, isConnected ? "connected"_L1 : "disconnected"_L1).endObject();
    return json.take();
}

RestResponse errorResponse(Timestamp now, const RequestHead &request, int status, const QString &message)
{
    JsonWriter json = beginError(now, request, status);
    json.member("message"_L1, message).endObject();
    return RestResponse::json(status, json.take());
}

RestResponse validationResponse(Timestamp now, const RequestHead &request, const QStringList &messages)
{
    JsonWriter json = beginError(now, request, 400);
    json.member("message"_L1, messages).endObject();
    return RestResponse::json(400, json.take());
}

} // namespace signalbox::ark
