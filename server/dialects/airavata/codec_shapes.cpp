// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec_shapes.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

namespace {

double tenths(double value)
{
    return std::round(value * 10.0) / 10.0;
}

std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> isoOrNull(const std::optional<Timestamp> &time)
{
    return time ? std::optional(toIsoSeconds(*time)) : std::nullopt;
}

QString errorText(ExecutionState state, const QString &error)
{
    if (state == ExecutionState::Interrupted)
        return u"interrupted"_s; // docs/model.md, "States"
    return state == ExecutionState::Failed ? error : QString();
}

QStringList units(Milliseconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    QStringList parts;
    if (seconds >= 3600)
        parts.append(QString::number(seconds / 3600) + u'h');
    if (seconds >= 60)
        parts.append(QString::number(seconds / 60 % 60) + u'm');
    parts.append(QString::number(seconds % 60) + u's');
    return parts;
}

} // namespace

QString statusOf(ExecutionState state)
{
    switch (state) {
    case ExecutionState::Created:
        return u"CREATED"_s;
    case ExecutionState::Queued:
        return u"QUEUED"_s;
    case ExecutionState::Running:
        return u"RUNNING"_s;
    case ExecutionState::Succeeded:
        return u"COMPLETED"_s;
    case ExecutionState::Cancelled:
        return u"CANCELED"_s;
    case ExecutionState::Failed:
    case ExecutionState::Interrupted:
        break;
    }
    return u"FAILED"_s;
}

QString statusOf(WorkerState state)
{
    switch (state) {
    case WorkerState::Idle:
        return u"IDLE"_s;
    case WorkerState::Running:
        return u"RUNNING"_s;
    case WorkerState::Offline:
        break;
    }
    return u"OFFLINE"_s;
}

QString errorOf(const Execution &execution)
{
    return errorText(execution.state, execution.error);
}

QString errorOf(const Task &task)
{
    return errorText(task.state, task.error);
}

QString commandText(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command) {
        const bool isPlain = !word.isEmpty() && std::none_of(word.cbegin(), word.cend(), [](QChar c) {
            return c.isSpace() || c == u'"' || c == u'\'' || c == u'\\';
        });
        QString quoted = word;
        quoted.replace(u'\'', "'\\''"_L1);
        words.append(isPlain ? word : u'\'' + quoted + u'\'');
    }
    return words.join(u' ');
}

QString uptimeText(Milliseconds duration)
{
    return units(duration).join(u' ');
}

QString remainingText(Milliseconds duration)
{
    return units(duration).mid(0, 2).join(u' ');
}

Progress progressOf(const Execution &execution, Timestamp now)
{
    const TaskCounts &counts = execution.counts;
    Progress progress{counts, execution.state == ExecutionState::Succeeded ? 100.0 : execution.percent, {}};
    // Tasks that failed are over, although they are not done.
    const double done =
        counts.total > 0 ? std::max(progress.percent, 100.0 * counts.ended() / counts.total) : progress.percent;
    if (isFinal(execution.state))
        progress.remaining = Milliseconds(0);
    else if (execution.startedAt && done > 0.0)
        progress.remaining = Milliseconds(std::llround(
            static_cast<double>(std::max<qint64>(0, (now - *execution.startedAt).count())) * (100.0 - done) / done));
    progress.percent = tenths(progress.percent);
    return progress;
}

namespace shapes {

void writeExperiment(JsonWriter &json, const Execution &execution)
{
    json.beginObject()
        .member("id"_L1, execution.id)
        .member("name"_L1, execution.name)
        .member("status"_L1, statusOf(execution.state))
        .member("ownerId"_L1, execution.owner)
        .member("projectId"_L1, execution.project);
    if (const QString error = errorOf(execution); !error.isEmpty())
        json.member("error"_L1, error);
}

void writeTask(JsonWriter &json, const Task &task)
{
    json.beginObject()
        .member("id"_L1, task.id)
        .member("experimentId"_L1, task.executionId)
        .member("status"_L1, statusOf(task.state))
        .member("command"_L1, commandText(task.command))
        .member("workerId"_L1, orNull(task.workerId));
    if (const QString error = errorOf(task); !error.isEmpty())
        json.member("error"_L1, error);
}

void writeWorker(JsonWriter &json, const Worker &worker)
{
    json.beginObject()
        .member("id"_L1, worker.id)
        .member("computeResourceId"_L1, worker.host)
        .member("experimentId"_L1, orNull(worker.executionId))
        .member("status"_L1, statusOf(worker.state))
        .member("currentTaskId"_L1, orNull(worker.taskId));
}

QByteArray experiment(const Execution &execution)
{
    JsonWriter json;
    json.beginObject().key("experiment"_L1);
    writeExperiment(json, execution);
    json.endObject().key("summary"_L1).beginObject();
    json.member("id"_L1, execution.id)
        .member("name"_L1, execution.name)
        .member("status"_L1, statusOf(execution.state))
        .member("ownerId"_L1, execution.owner);
    if (const QString error = errorOf(execution); !error.isEmpty())
        json.member("error"_L1, error);
    json.endObject().endObject();
    return json.take();
}

QByteArray experimentProgress(const Execution &execution, const Progress &progress, Timestamp now)
{
    JsonWriter json;
    json.beginObject()
        .member("experimentId"_L1, execution.id)
        .member("totalTasks"_L1, progress.counts.total)
        .member("completedTasks"_L1, progress.counts.succeeded)
        .member("failedTasks"_L1, progress.counts.failed)
        .member("runningTasks"_L1, progress.counts.running)
        .member("progressPercent"_L1, progress.percent)
        .member("estimatedTimeRemaining"_L1,
                progress.remaining ? std::optional(remainingText(*progress.remaining)) : std::nullopt)
        .member("lastUpdated"_L1, toIsoSeconds(now))
        .member("progress"_L1, progress.percent / 100.0)
        .member("pendingTasks"_L1, progress.counts.pending())
        .member("status"_L1, statusOf(execution.state))
        .member("message"_L1, execution.message)
        .endObject();
    return json.take();
}

QByteArray task(const Task &task)
{
    JsonWriter json;
    json.beginObject().key("task"_L1);
    writeTask(json, task);
    json.endObject().key("summary"_L1).beginObject();
    json.member("id"_L1, task.id)
        .member("experimentId"_L1, task.executionId)
        .member("status"_L1, statusOf(task.state))
        .member("workerId"_L1, orNull(task.workerId));
    if (const QString error = errorOf(task); !error.isEmpty())
        json.member("error"_L1, error);
    json.endObject().endObject();
    return json.take();
}

QByteArray taskProgress(const Task &task, const TaskStep &step, Timestamp now)
{
    const QString error = errorOf(task);
    JsonWriter json;
    json.beginObject()
        .member("taskId"_L1, task.id)
        .member("experimentId"_L1, task.executionId)
        .member("status"_L1, statusOf(task.state))
        .member("progressPercent"_L1, tenths(step.percent))
        .member("currentStage"_L1, statusOf(task.state)) // tasks have no stages but their states
        .member("workerId"_L1, orNull(task.workerId))
        .member("startedAt"_L1, isoOrNull(task.startedAt))
        .member("estimatedCompletion"_L1, isoOrNull(step.estimatedCompletion))
        .member("lastUpdated"_L1, toIsoSeconds(now))
        .member("progress"_L1, tenths(step.percent) / 100.0)
        .member("message"_L1, error.isEmpty() ? task.message : error)
        .endObject();
    return json.take();
}

QByteArray worker(const Worker &worker)
{
    JsonWriter json;
    json.beginObject().key("worker"_L1);
    writeWorker(json, worker);
    json.endObject().key("summary"_L1).beginObject();
    json.member("id"_L1, worker.id)
        .member("computeResourceId"_L1, worker.host)
        .member("experimentId"_L1, orNull(worker.executionId))
        .member("status"_L1, statusOf(worker.state));
    json.endObject().endObject();
    return json.take();
}

QByteArray statistics(const Figures &figures, Mode mode)
{
    const int decimals = figures.averageLatency < 0.01 && figures.averageLatency > 0.0 ? 4 : 2;
    JsonWriter json;
    json.beginObject()
        .member("totalConnections"_L1, figures.totalConnections)
        .member("activeConnections"_L1, figures.activeConnections)
        .member("totalMessages"_L1, figures.totalMessages)
        .member("messagesPerSecond"_L1, tenths(figures.messagesPerSecond))
        .member("averageLatency"_L1, QString::number(figures.averageLatency, 'f', decimals) + u's')
        .member("uptime"_L1, uptimeText(figures.uptime))
        .member("mode"_L1, signalbox::toString(mode))
        .endObject();
    return json.take();
}

QByteArray confirmation(bool subscribed, const Resource &resource)
{
    JsonWriter json;
    json.beginObject()
        .member("action"_L1, subscribed ? "subscribed"_L1 : "unsubscribed"_L1)
        .member("resourceType"_L1, airavata::toString(resource.type))
        .member("resourceId"_L1, resource.id)
        .member("status"_L1, "success"_L1)
        .endObject();
    return json.take();
}

} // namespace shapes

} // namespace signalbox::airavata
