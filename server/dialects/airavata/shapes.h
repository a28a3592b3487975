// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/json/jsonwriter.h"
#include "server/model/agent.h"
#include "server/model/command.h"
#include "server/model/execution.h"

#include <QByteArray>
#include <QString>

// The objects inside `data`, each shape written once, members in the order of airavata.md, what wire.md adds after
// them. Pure.
namespace signalbox::airavata {

QString statusOf(ExecutionState state); // CREATED QUEUED RUNNING COMPLETED FAILED CANCELED
QString statusOf(WorkerState state);    // IDLE RUNNING OFFLINE
// What went wrong; empty unless it failed or was interrupted.
QString errorOf(const Execution &execution);
QString errorOf(const Task &task);

// One line a person can read: words with blanks or quotes are quoted.
QString commandText(const QStringList &command);
// "2h 30m 15s", "45s": hours are the largest unit.
QString uptimeText(Milliseconds duration);
// "1h 30m", "5m 10s", "45s": two units at most.
QString remainingText(Milliseconds duration);

// How far an execution is. percent is completed of all (airavata.md: 45 of 100 completed, 5 failed: 45.0).
struct Progress
{
    TaskCounts counts;
    double percent = 0.0; // 0…100, one decimal
    std::optional<Milliseconds> remaining;
};
Progress progressOf(const Execution &execution, Timestamp now);

// What is said of this dialect's connections (airavata.md, System Status). Since the server started.
struct Figures
{
    qint64 totalConnections = 0;
    qint64 activeConnections = 0;
    qint64 totalMessages = 0; // both directions
    double messagesPerSecond = 0.0;
    double averageLatency = 0.0; // seconds
    Milliseconds uptime{};
};

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

// The inner objects, which REST shows too. The object stays open for more members.
void writeExperiment(JsonWriter &json, const Execution &execution);
void writeTask(JsonWriter &json, const Task &task);
void writeWorker(JsonWriter &json, const Worker &worker);

} // namespace shapes

} // namespace signalbox::airavata
