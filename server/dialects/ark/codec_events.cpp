// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codec_events.h"

#include "server/dialects/ark/names.h"
#include "server/json/jsonwriter.h"
#include "server/model/job.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::ark::events {

namespace {

// Bytes of JSON for the longest text of an event; what is left of frameBytes is for names, ids and times.
constexpr qsizetype textBudget = 3000;
constexpr qsizetype nameBudget = 400;

const QString &mark()
{
    static const QString text = u"… [cut]"_s;
    return text;
}
constexpr qsizetype markBytes = 9;

// Bytes one UTF-16 unit takes in JSON; half of a pair two.
qsizetype jsonBytes(QChar unit)
{
    if (unit < u' ')
        return 6;
    if (unit == u'"' || unit == u'\\')
        return 2;
    if (unit < QChar(0x80))
        return 1;
    return unit < QChar(0x800) || unit.isSurrogate() ? 2 : 3;
}

JsonWriter open(QLatin1String event)
{
    JsonWriter json;
    json.beginObject().member("event"_L1, event).key("data"_L1).beginObject();
    return json;
}

QByteArray close(JsonWriter &json)
{
    json.endObject().endObject();
    return json.take();
}

void writeTime(JsonWriter &json, QLatin1String name, Timestamp time)
{
    json.member(name, toIsoMilliseconds(time));
}

void writeRun(JsonWriter &json, const Execution &job)
{
    json.member("jobId"_L1, job.id).member("jobRunId"_L1, jobRunId(job));
}

QByteArray completed(const Execution &job, Timestamp time, bool withResult)
{
    JsonWriter json = open("job:completed"_L1);
    writeRun(json, job);
    if (withResult)
        json.member("result"_L1, job.result);
    writeTime(json, "completedAt"_L1, time);
    return close(json);
}

} // namespace

QString cut(const QString &text, qsizetype budget)
{
    qsizetype bytes = 0;
    qsizetype fits = 0; // with the mark behind it
    for (qsizetype at = 0; at < text.size(); ++at) {
        bytes += jsonBytes(text.at(at));
        if (bytes > budget)
            return text.left(fits > 0 && text.at(fits - 1).isHighSurrogate() ? fits - 1 : fits) + mark();
        if (bytes <= budget - markBytes)
            fits = at + 1;
    }
    return text;
}

QByteArray jobCreated(const Execution &job)
{
    JsonWriter json = open("job:created"_L1);
    json.member("jobId"_L1, job.id).member("jobType"_L1, cut(jobType(job), nameBudget));
    if (const QString instance = detailsOf<JobDetails>(job).instanceId; !instance.isEmpty())
        json.member("instanceId"_L1, instance);
    writeTime(json, "createdAt"_L1, job.createdAt);
    return close(json);
}

QByteArray jobProgress(const Execution &job, const QString &message, Timestamp time)
{
    JsonWriter json = open("job:progress"_L1);
    writeRun(json, job);
    json.member("status"_L1, jobStatus(job.state));
    json.member("percent"_L1, QJsonValue(std::round(job.percent * 100.0) / 100.0));
    json.member("message"_L1, cut(message, textBudget));
    writeTime(json, "timestamp"_L1, time);
    return close(json);
}

QByteArray jobEnded(const Execution &job, Timestamp time)
{
    const Timestamp ended = job.endedAt.value_or(time);
    if (job.state == ExecutionState::Succeeded) {
        const bool hasResult = !job.result.isUndefined() && !job.result.isNull();
        const QByteArray whole = completed(job, ended, hasResult);
        return hasResult && whole.size() + 8 > frameBytes ? completed(job, ended, false) : whole;
    }
    const bool isCancelled = job.state == ExecutionState::Cancelled;
    JsonWriter json = open(isCancelled ? "job:cancelled"_L1 : "job:failed"_L1);
    writeRun(json, job);
    if (!isCancelled)
        json.member("error"_L1, cut(jobError(job), textBudget));
    writeTime(json, isCancelled ? "cancelledAt"_L1 : "failedAt"_L1, ended);
    return close(json);
}

QByteArray instanceCreated(const QString &id, const QString &name, const QString &gameType, Timestamp time)
{
    JsonWriter json = open("instance:created"_L1);
    json.member("instanceId"_L1, id).member("name"_L1, cut(name, textBudget / 2));
    json.member("gameType"_L1, cut(gameType, nameBudget));
    writeTime(json, "createdAt"_L1, time);
    return close(json);
}

QByteArray instanceUpdated(const QString &id, Timestamp time)
{
    JsonWriter json = open("instance:updated"_L1);
    json.member("instanceId"_L1, id);
    writeTime(json, "updatedAt"_L1, time);
    return close(json);
}

QByteArray instanceStatusChanged(const QString &id, ComponentState state, const QString &error, Timestamp time)
{
    JsonWriter json = open("instance:status_changed"_L1);
    json.member("instanceId"_L1, id).member("status"_L1, instanceStatus(state));
    writeTime(json, "changedAt"_L1, time);
    if (!error.isEmpty())
        json.member("error"_L1, cut(error, textBudget));
    return close(json);
}

QByteArray instanceDeleted(const QString &id, Timestamp time)
{
    JsonWriter json = open("instance:deleted"_L1);
    json.member("instanceId"_L1, id);
    writeTime(json, "deletedAt"_L1, time);
    return close(json);
}

QByteArray instanceLog(const LogLine &line)
{
    JsonWriter json = open("instance:log"_L1);
    json.member("instanceId"_L1, line.componentId);
    writeTime(json, "timestamp"_L1, line.time);
    json.member("level"_L1, toString(levelOrUsual(line))).member("message"_L1, cut(line.text, textBudget));
    return close(json);
}

QByteArray agentRegistered(const Agent &agent)
{
    JsonWriter json = open("agent:registered"_L1);
    json.member("agentId"_L1, agent.id).member("hostname"_L1, agent.hostname);
    writeTime(json, "registeredAt"_L1, agent.registeredAt);
    return close(json);
}

QByteArray agentHeartbeat(const Agent &agent)
{
    JsonWriter json = open("agent:heartbeat"_L1);
    json.member("agentId"_L1, agent.id).member("status"_L1, agentStatus(agent.state));
    writeTime(json, "timestamp"_L1, agent.lastSeenAt);
    return close(json);
}

QByteArray agentOffline(const Agent &agent)
{
    JsonWriter json = open("agent:offline"_L1);
    json.member("agentId"_L1, agent.id);
    writeTime(json, "lastSeenAt"_L1, agent.lastSeenAt);
    return close(json);
}

// context is an object, as existing clients expect.
QByteArray systemError(const QString &error, const QString &context, Timestamp time)
{
    JsonWriter json = open("system:error"_L1);
    json.member("error"_L1, cut(error, textBudget));
    writeTime(json, "timestamp"_L1, time);
    if (!context.isEmpty())
        json.key("context"_L1).beginObject().member("source"_L1, cut(context, nameBudget)).endObject();
    return close(json);
}

} // namespace signalbox::ark::events
