// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/kinddetails.h"
#include "server/model/time.h"
#include "server/model/words/reason.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

// docs/model.md, "States". Stable: stored in the database by name. The order has a meaning: isFinal() is >= Succeeded,
// isLegalTransition() asks for to > from, and arrays of names stand in it. What a new state touches: CONTRIBUTING.md,
// "An execution state".
enum class ExecutionState : quint8 { Created, Queued, Running, Succeeded, Failed, Cancelled, Interrupted };

enum class ExecutionKind : quint8 { Pipeline, Process, Experiment, Job };

QString toString(ExecutionState state); // "created" … "interrupted"
QString toString(ExecutionKind kind);   // "pipeline" …
std::optional<ExecutionState> executionStateFromString(const QString &text);
std::optional<ExecutionKind> executionKindFromString(const QString &text);

// Succeeded, Failed, Cancelled, Interrupted: states that are never left.
bool isFinal(ExecutionState state);
// Failed, Interrupted.
bool isFailure(ExecutionState state);
// The one transition table for executions and tasks; Hub refuses anything else.
bool isLegalTransition(ExecutionState from, ExecutionState to);

// How many tasks of an execution are in which state, and how far they are. Maintained by apply(), so that readers need not
// count.
struct TaskCounts
{
    int total = 0;
    int running = 0;
    int succeeded = 0;
    int failed = 0; // failed or interrupted
    int cancelled = 0;
    double percent = 0.0; // of all tasks, added up

    int done() const { return succeeded; } // ended well
    int ended() const { return succeeded + failed + cancelled; }
    int pending() const { return total - running - ended(); }

    friend bool operator==(const TaskCounts &, const TaskCounts &) = default;
};

// For people: "1 of 5 done, 1 failed, 3 cancelled".
QString inWords(const TaskCounts &counts);

// One run of a pipeline, process, experiment or job. Its tasks stand beside it in the Snapshot.
struct Execution
{
    QString id; // UUID; the same string in every dialect (docs/model.md, "Ids")
    ExecutionKind kind = ExecutionKind::Pipeline;
    QString name;        // for people
    QString catalogueId; // pipeline id or process name; empty for ad-hoc graphs, experiments and jobs
    QString project;     // "default" unless configured
    QString owner;       // user name or "anonymous"
    QString dialect;     // that it was started over; "console" for the window, "schedule" for a schedule
    QJsonObject params;  // as given at the start
    KindDetails details; // of this kind, or std::monostate
    QString scheduleId;  // of the schedule whose run it is, or was before it was run again; empty for others
    QString retryOf;     // id of the execution whose failed tasks this one repeats; empty for others

    ExecutionState state = ExecutionState::Created;
    Timestamp createdAt{};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> endedAt;
    int attempt = 1;      // counted from 1; see jobRunId()
    double percent = 0.0; // 0…100, never runs backwards within an attempt; the mean of its tasks, if it has any
    Reason message;       // newest progress text, of whichever task; of a call that Failed the line that explains it
    Reason error;         // empty unless Failed, Interrupted; at most longestReason characters where it failed here
    // Whether it Failed or was Interrupted, and no operator has said MarkSeen since. Of executions in the Snapshot alone.
    bool isUnseen = false;
    QJsonValue result = QJsonValue::Undefined;
    QString outputFile; // name inside executions/<id>/, empty when there is none
    TaskCounts counts;

    friend bool operator==(const Execution &, const Execution &) = default;
};

// Characters of an error with the line that explains it.
constexpr qsizetype longestReason = 400;
// Why it failed, for people. A call's error is its wire's words alone ("exit status 1"), to which this adds the line
// that explains it. Empty unless Failed, Interrupted.
Reason reasonOf(const Execution &execution);

// The details of this kind; for an execution of another kind they are empty.
template<typename Details>
const Details &detailsOf(const Execution &execution)
{
    static const Details none;
    const auto *details = std::get_if<Details>(&execution.details);
    return details ? *details : none;
}

// To be changed; details of another kind are dropped.
template<typename Details>
Details &editDetails(Execution &execution)
{
    auto *details = std::get_if<Details>(&execution.details);
    return details ? *details : execution.details.emplace<Details>();
}

// Whether the execution runs and its progress is unknown: it has at most one task, and no progress was reported.
bool isOfUnknownLength(const Execution &execution);

// One node or parameter set of an execution.
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
    Reason error;         // with the line that explains it: "exit status 1: ValueError: no such file"
    QString outputFile;   // name inside executions/<id>/
    double percent = 0.0; // 0…100, as it tells itself; apply() sees to it that it never runs backwards
    QString message;      // newest progress text
    int attempt = 1;
    QJsonObject params;

    friend bool operator==(const Task &, const Task &) = default;
};

// Whether a retry took its result over from the execution before: it is done, and never ran.
inline bool isTakenOver(const Task &task)
{
    return task.state == ExecutionState::Succeeded && !task.startedAt;
}

// How far the task is, 0…100: one that succeeded is done, one that ended otherwise stays where it was.
double percentOf(const Task &task);

} // namespace signalbox
