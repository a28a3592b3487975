// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

// model.md, States. Stable: stored in the database by name.
enum class ExecutionState : quint8 { Created, Queued, Running, Succeeded, Failed, Cancelled, Interrupted };

enum class ExecutionKind : quint8 { Pipeline, Process, Experiment, Job };

QString toString(ExecutionState state); // "created" … "interrupted"
QString toString(ExecutionKind kind);   // "pipeline" …
std::optional<ExecutionState> executionStateFromString(const QString &text);
std::optional<ExecutionKind> executionKindFromString(const QString &text);

// Succeeded, Failed, Cancelled, Interrupted: never left again.
bool isFinal(ExecutionState state);
// The one transition table for executions and tasks; Hub refuses anything else.
bool isLegalTransition(ExecutionState from, ExecutionState to);

// How many tasks are in which situation; kept by apply() so that nobody counts again.
struct TaskCounts
{
    int total = 0;
    int running = 0;
    int succeeded = 0;
    int failed = 0; // failed or interrupted
    int cancelled = 0;

    int ended() const { return succeeded + failed + cancelled; }
    int pending() const { return total - running - ended(); }

    friend bool operator==(const TaskCounts &, const TaskCounts &) = default;
};

// How long the rest takes if it goes on as it went; nothing before the first task has ended.
std::optional<Milliseconds> estimatedRemaining(const TaskCounts &counts, Timestamp startedAt, Timestamp now);

// One run of a pipeline, process, experiment or job. Its tasks stand beside it in the Snapshot.
struct Execution
{
    QString id; // UUID; the same string in every dialect (model.md, Ids)
    ExecutionKind kind = ExecutionKind::Pipeline;
    QString name;        // for people
    QString catalogueId; // pipeline id or process name; empty for ad-hoc graphs, experiments and jobs
    QString project;     // "default" unless configured
    QString owner;       // user name or "anonymous"
    QString dialect;     // which language started it; "console" for the window
    QJsonObject params;  // as given by who started it
    QJsonObject details; // what only some kinds have: ARK jobType, instanceId, agentId, priority, retryCount;
                         // Airavata commandTemplate, parameters; an ad-hoc graph

    ExecutionState state = ExecutionState::Created;
    Timestamp createdAt{};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> endedAt;
    int attempt = 1;      // ARK jobRunId is <id>.<attempt>
    double percent = 0.0; // 0…100, never runs backwards within an attempt
    QString message;      // newest progress text
    QString error;        // empty unless Failed, Interrupted
    QJsonValue result = QJsonValue::Undefined;
    QString outputFile; // name inside executions/<id>/, empty when there is none
    TaskCounts counts;

    friend bool operator==(const Execution &, const Execution &) = default;
};

// It runs, and nothing says how much of it is done: one task without a report of its progress.
bool isOfUnknownLength(const Execution &execution);

// One node or unit of an execution.
struct Task
{
    QString id; // <execution>.<node>
    QString executionId;
    QString nodeId;
    QString nodeKind;         // [[kind]] name; "command" for nodes with their own command
    QStringList command;      // as started
    QStringList predecessors; // node ids
    int order = 0;            // 1-based position in the order of completion, 0 until ended

    ExecutionState state = ExecutionState::Created;
    QString workerId; // empty unless assigned
    Timestamp createdAt{};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> endedAt;
    std::optional<int> exitCode;
    QString error;
    QString outputFile; // name inside executions/<id>/
    double percent = 0.0;
    int attempt = 1;
    QJsonObject params;

    friend bool operator==(const Task &, const Task &) = default;
};

} // namespace signalbox
