// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/event.h"
#include "server/model/execution.h"
#include "server/model/logline.h"
#include "server/model/metrics.h"
#include "server/model/result.h"
#include "server/model/user.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace signalbox {

// Questions about what the Snapshot does not hold. Each is answered once, perhaps at once; much comes in pages.

struct HistoryFilter
{
    QString text; // part of id or name
    QList<ExecutionState> states;
    QList<ExecutionKind> kinds;
    QString owner;
    QStringList orProjects; // with an owner: executions of these projects match too, whatever their owner
    QString dialect;
    QString project;
    QString schedule; // runs of the schedule with this id, and what was run again of them
    std::optional<Timestamp> createdFrom;
    std::optional<Timestamp> createdTo;

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

// Newest first.
struct HistoryQuery
{
    HistoryFilter filter;
    int limit = 100;
    int offset = 0;
    qint64 mostBytes =
        0; // of the rows' texts: the page is shorter where they would be more, but not empty; 0: any number
};
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

// Of what a node printed. Both: in the order in which it came, a line of one beside a line of the other, never within one.
// Everything: what all nodes of the execution printed on both, one node after another with a heading for each, as one text.
// A call has one stream for both, which is Out and Both.
enum class OutputStream : quint8 { Out, Err, Both, Everything };

// A node's output file; without a node, the execution's own (the outputs of its sinks).
struct OutputQuery
{
    QString executionId;
    QString nodeId;
    qint64 offset = 0;
    qint64 maxBytes = 1 << 20;
    OutputStream stream = OutputStream::Out;
};
// So many bytes of an OutputChunk, one behind the other, that came through one stream.
struct OutputPiece
{
    qint64 bytes = 0;
    bool isError = false;

    friend bool operator==(const OutputPiece &, const OutputPiece &) = default;
};
struct OutputChunk
{
    QString fileName;
    QByteArray bytes;
    qint64 totalBytes = 0; // of the file, of Both and Everything of all of it
    qint64 start = 0;      // position of the file's first byte in all that was printed; of a call that prints much, > 0
    QList<OutputPiece> pieces{}; // of Both: where bytes come from
};

struct LogQuery
{
    QString componentId;
    int limit = 500; // newest lines, 1 … mostLines
    LogLevel leastLevel = LogLevel::Trace;
    QString text; // case-insensitive part of the line
    // The search ends at the hundredth older line in a row: a few may have been written while the clock was wrong.
    std::optional<Timestamp> since;
    // Only lines with a smaller number, for the page that continues another one. Lines that could not be written have
    // numbers too: where some were lost between two pages, as many lines are left out or repeated.
    std::optional<qint64> before;
    // Looked through in files at most, so that a peer cannot have all of a large log read for nothing; 0: all of it.
    qint64 mostBytes = 0;

    static constexpr int mostLines = 100'000;
    static constexpr int olderInARow = 100;
};
struct LogPage
{
    QList<LogLine> lines; // oldest first
};

// Lines with a text in all that is stored: in the logs of components, in the order of their ids, then in what executions
// printed, newest first. Answered piece by piece, so that a question takes a fraction of a second: who wants more asks on
// from `next` of the answer before; who does not has ended the search.
struct FindPlace
{
    QString componentId; // the last one that was searched; or
    QString executionId; // all components and all newer executions were, and of this one
    QString fileName;    // the files before this one, and of that
    qint64 offset = 0;   // the bytes before this one

    friend bool operator==(const FindPlace &, const FindPlace &) = default;
};
struct FindQuery
{
    static constexpr qsizetype mostText = 1000; // characters
    static constexpr int mostOfOne = 500;       // lines of one log or output that are listed; the others are counted

    QString text;
    bool isCaseSensitive = false;
    bool isExpression = false; // a regular expression, as Perl has them
    std::optional<FindPlace> from{};
};
struct FoundLine
{
    QString componentId; // or of what an execution printed:
    QString executionId;
    QString nodeId; // empty: of a call
    QString name;   // of the component or execution
    OutputStream stream = OutputStream::Out;
    qint64 number = 0; // LogLine::number; of an output the position of its first byte in the file
    Timestamp time{};  // of an output when its node began: its lines have no times
    std::optional<LogLevel> level{};
    LogSource source = LogSource::Output;
    QString text{}; // at most 8 KiB of it

    friend bool operator==(const FoundLine &, const FoundLine &) = default;
};
struct FoundLines
{
    QList<FoundLine> lines; // of each log or output the newest mostOfOne, oldest first
    qint64 matches = 0;     // lines that match, also those not listed
    qint64 looked = 0;      // lines that were looked through
    qint64 bytes = 0;
    std::optional<FindPlace> next{}; // none: all is searched
};

// Samples thinned to at most maxPoints. With a component: cpuPercent and memoryPercent hold its own figures
// (percent of a core, MiB). With a figure of that component (ComponentFigures::figures): the member of figureMetric holds
// it, and all others are nothing.
struct SamplesQuery
{
    static constexpr Metric figureMetric = Metric::Queries;

    Timestamp from{};
    Timestamp to{};
    int maxPoints = 1000;
    QString componentId;
    QString figure{};
};
struct SamplesPage
{
    QList<MetricsSample> samples;
    // Indices into samples: where several were joined, samples[index] has the lowest value of every figure and
    // samples[index + 1] the highest.
    QList<qsizetype> pairs;
    QList<MetricsSample> means{}; // of what was joined, one for each of pairs
    Milliseconds stretch{0};      // the longest time that was joined; zero: every sample as it was measured
};

// What an agent is told to do, in that order: the jobs waiting for it, but for those that a crash of the server could
// still give to another agent.
struct AgentJobsQuery
{
    QString agentId;
};
struct AgentJobs
{
    QList<Execution> jobs;
};

// Events, newest first by number. An entry that several were joined into counts where any part of it does.
// For operators and admins (core::policy::mayReadEvents).
struct EventsQuery
{
    static constexpr int mostRows = 10'000;

    std::optional<Timestamp> from{};
    std::optional<Timestamp> to{};
    QList<EventEntry::Kind> kinds{};
    QString subject{};
    QString actor{};
    QString text{}; // case-insensitive part of the text, name, address or detail
    bool onlyBad = false;
    std::optional<qint64> before{}; // only smaller numbers, for the page that continues another one
    int limit = 100;                // 0 … mostRows
    qint64 mostBytes = 0;           // as of HistoryQuery
};
struct EventsPage
{
    QList<EventEntry> entries;
    bool hasMore = false; // older ones that match
};

// How long what is run again and again takes: the last mostRuns runs that succeeded, of a pipeline or process by
// catalogueId, of others by name. A run that took over results of an earlier one does not count.
struct UsualDurationQuery
{
    static constexpr int mostRuns = 30;

    ExecutionKind kind = ExecutionKind::Pipeline;
    QString catalogueId{};
    QString name{}; // where catalogueId is empty
};
struct UsualDuration
{
    Milliseconds median{0};
    Milliseconds p90{0}; // nine of ten took no longer
    int runs = 0;        // 0: nothing is known

    friend bool operator==(const UsualDuration &, const UsualDuration &) = default;
};
struct UsualDurations
{
    UsualDuration whole;                // from the start to the end, without waiting for a worker
    QMap<QString, UsualDuration> nodes; // likewise, by node id
};

// The black boxes of a component, newest first (docs/failures.md).
struct BlackBoxesQuery
{
    QString componentId;
};
struct BlackBoxInfo
{
    QString name;     // for BlackBoxQuery
    Timestamp time{}; // it was taken
    qint64 bytes = 0;
    QString why;            // its first line, for people
    bool isHealthy = false; // the last one that was taken while the component was well

    friend bool operator==(const BlackBoxInfo &, const BlackBoxInfo &) = default;
};
struct BlackBoxList
{
    QList<BlackBoxInfo> boxes;
};

// One page, as it was taken. NotFound.
struct BlackBoxQuery
{
    QString componentId;
    QString name;
};
struct BlackBox
{
    QByteArray text; // UTF-8
};

struct QueryBody : std::variant<HistoryQuery, ExecutionQuery, OutputQuery, LogQuery, SamplesQuery, AgentJobsQuery,
                                EventsQuery, UsualDurationQuery, BlackBoxesQuery, BlackBoxQuery, FindQuery>
{
    using variant::variant;
    QueryBody(const QueryBody &);
    QueryBody(QueryBody &&) noexcept;
    QueryBody &operator=(const QueryBody &);
    QueryBody &operator=(QueryBody &&) noexcept;
    ~QueryBody();
    // Most kinds have none, which a metatype must see.
    friend bool operator==(const QueryBody &, const QueryBody &) = delete;
    friend bool operator<(const QueryBody &, const QueryBody &) = delete;
};
struct Answer : std::variant<HistoryPage, ExecutionDetail, OutputChunk, LogPage, SamplesPage, AgentJobs, EventsPage,
                             UsualDurations, BlackBoxList, BlackBox, FoundLines>
{
    using variant::variant;
    Answer(const Answer &);
    Answer(Answer &&) noexcept;
    Answer &operator=(const Answer &);
    Answer &operator=(Answer &&) noexcept;
    ~Answer();
    // Most kinds have none, which a metatype must see.
    friend bool operator==(const Answer &, const Answer &) = delete;
    friend bool operator<(const Answer &, const Answer &) = delete;
};

struct Query
{
    Actor actor; // dialects decide what it may see (docs/model.md, "Who may do what")
    QueryBody body;
};

using QueryId = quint64;

} // namespace signalbox
