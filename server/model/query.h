// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "server/model/logline.h"
#include "server/model/metrics.h"
#include "server/model/result.h"
#include "server/model/user.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace signalbox {

// Questions about what is not in the Snapshot. Answered later, in pages, never on the tick.

struct HistoryFilter
{
    QString text; // part of id or name
    QList<ExecutionState> states;
    QList<ExecutionKind> kinds;
    QString owner;
    QStringList orProjects; // with an owner: besides, everybody's executions of these projects
    QString dialect;
    QString project;
    std::optional<Timestamp> createdFrom;
    std::optional<Timestamp> createdTo;

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

struct HistoryQuery
{
    HistoryFilter filter;
    int limit = 100;
    int offset = 0;
}; // newest first
struct HistoryPage
{
    QList<Execution> executions;
    int total = 0;
};

struct ExecutionQuery
{
    QString id;
};
struct ExecutionDetail
{
    Execution execution;
    QList<Task> tasks;
};

// A node's output file; without a node, the execution's own (the outputs of its sinks).
struct OutputQuery
{
    QString executionId;
    QString nodeId;
    qint64 offset = 0;
    qint64 maxBytes = 1 << 20;
};
struct OutputChunk
{
    QString fileName;
    QByteArray bytes;
    qint64 totalBytes = 0;
};

struct LogQuery
{
    QString componentId;
    int limit = 500; // newest lines, 1 … mostLines
    LogLevel leastLevel = LogLevel::Trace;
    QString text; // case-insensitive part of the line
    std::optional<Timestamp> since;
    // A line's number: only older ones, for what does not fit into one page. Lines that could not be written have numbers
    // too: where some were lost between two pages, as many are missing or told twice.
    std::optional<qint64> before;

    static constexpr int mostLines = 100'000;
};
struct LogPage
{
    QList<LogLine> lines;
}; // oldest first

// Samples thinned to at most maxPoints. With a component: cpuPercent and memoryPercent hold its own figures
// (percent of a core, MiB).
struct SamplesQuery
{
    Timestamp from{};
    Timestamp to{};
    int maxPoints = 1000;
    QString componentId;
};
struct SamplesPage
{
    QList<MetricsSample> samples;
    // Where values were joined: of every figure the lowest, then the highest. The places of the former in samples.
    QList<qsizetype> pairs;
    Milliseconds stretch{0}; // the longest time that was joined; zero: every sample as it was measured
};

using QueryBody = std::variant<HistoryQuery, ExecutionQuery, OutputQuery, LogQuery, SamplesQuery>;
using Answer = std::variant<HistoryPage, ExecutionDetail, OutputChunk, LogPage, SamplesPage>;

struct Query
{
    Actor actor; // Policy: one sees one's own unless admin
    QueryBody body;
};

using QueryId = quint64;

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::Answer)
