// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/json/jsonwriter.h"
#include "server/model/agent.h"
#include "server/model/command.h"
#include "server/model/execution.h"

#include <QByteArray>
#include <QString>

// The objects inside `data`, each shape written once: members in the order of the protocol document, then those that
// Signalbox adds (README.md, "Frames"). Pure.
namespace signalbox::airavata {

QString statusOf(ExecutionState state); // CREATED QUEUED RUNNING COMPLETED FAILED CANCELED
QString statusOf(WorkerState state);    // IDLE RUNNING OFFLINE
// The error of an execution or task that failed or was interrupted; of others empty.
QString errorOf(const Execution &execution);
QString errorOf(const Task &task);

// One line a person can read: words with blanks or quotes are quoted.
QString commandText(const QStringList &command);
// "2h 30m 15s", "45s": hours are the largest unit.
QString uptimeText(Milliseconds duration);
// "1h 30m", "5m 10s", "45s": two units at most.
QString remainingText(Milliseconds duration);

// How far an execution is. percent is the mean of its tasks, of which only those that completed are done: as in the protocol
// document's example, where 45 completed and 5 failed of 100 are 45.0.
struct Progress
{
    TaskCounts counts;
    double percent = 0.0; // 0…100, one decimal
    std::optional<Milliseconds> remaining;
};
Progress progressOf(const Execution &execution, Timestamp now);

// The figures of system_status about this dialect's connections, since the server started.
struct Figures
{
    qint64 totalConnections = 0;
    qint64 activeConnections = 0;
    qint64 totalMessages = 0; // both directions
    double messagesPerSecond = 0.0;
    double averageLatency = 0.0; // seconds
    Milliseconds uptime{};
};

// How far a task is.
struct TaskStep
{
    double percent = 0.0;
    std::optional<Timestamp> estimatedCompletion;
};

namespace shapes {

QByteArray experiment(const Execution &execution);
QByteArray experimentProgress(const Execution &execution, const Progress &progress, Timestamp now);
QByteArray task(const Task &task);
QByteArray taskProgress(const Task &task, const TaskStep &step, Timestamp now);
QByteArray worker(const Worker &worker);
QByteArray statistics(const Figures &figures, Mode mode);
QByteArray confirmation(bool subscribed, const Resource &resource);

// The inner objects, which REST shows, too. Each stays open for more members.
void writeExperiment(JsonWriter &json, const Execution &execution);
void writeTask(JsonWriter &json, const Task &task);
void writeWorker(JsonWriter &json, const Worker &worker);

} // namespace shapes

} // namespace signalbox::airavata
