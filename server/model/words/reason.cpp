// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/words/reason.h"

#include "server/model/words/duration.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

using Code = Reason::Code;

// values: what each of %1, %2, … is: r another Reason, w words as they came, o one word of them, p those without a colon,
// n a number, d a duration, s a size, t a time, l a list.
struct Row
{
    Code code;
    const char *values;
    const char *pattern;
};

// In the order of Code. English is shown literally on wires, so that no pattern ever changes.
const auto table = std::to_array<Row>({
    {Code::Verbatim, "", ""},
    {Code::Stored, "", ""},
    {Code::Number, "", ""},
    {Code::Duration, "", ""},
    {Code::Size, "", ""},
    {Code::Time, "", ""},
    {Code::List, "", ""},
    {Code::NotStarted, "", QT_TRANSLATE_NOOP("Reason", "not started yet")},
    {Code::StartedWithServer, "", QT_TRANSLATE_NOOP("Reason", "started with the server")},
    {Code::StartedForConfiguration, "", QT_TRANSLATE_NOOP("Reason", "started because the configuration changed")},
    {Code::StartedAgain, "r", QT_TRANSLATE_NOOP("Reason", "started again after: %1")},
    {Code::RestartedForConfiguration, "", QT_TRANSLATE_NOOP("Reason", "restarted because its configuration changed")},
    {Code::StoppedWithServer, "", QT_TRANSLATE_NOOP("Reason", "stopped with the server")},
    {Code::RemovedFromConfiguration, "", QT_TRANSLATE_NOOP("Reason", "removed from the configuration")},
    {Code::WaitingFor, "rl", QT_TRANSLATE_NOOP("Reason", "%1; waiting for %2")},
    {Code::NeededBy, "rl", QT_TRANSLATE_NOOP("Reason", "%1; needed by %2")},
    {Code::AfterStopRuns, "r", QT_TRANSLATE_NOOP("Reason", "%1; after_stop runs")},
    {Code::HadToBeKilled, "rd", QT_TRANSLATE_NOOP("Reason", "%1; had to be killed after %2 (stop_timeout)")},
    {Code::Done, "r", QT_TRANSLATE_NOOP("Reason", "done (%1)")},
    {Code::EndedByItself, "r", QT_TRANSLATE_NOOP("Reason", "ended by itself (%1)")},
    {Code::EndedBeforeReady, "r", QT_TRANSLATE_NOOP("Reason", "ended before it was ready (%1)")},
    {Code::GivenUp, "rnn",
     QT_TRANSLATE_NOOP("Reason",
                       "%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find "
                       "the cause in its log, then start it")},
    {Code::StartedAsWanted, "w", QT_TRANSLATE_NOOP("Reason", "started with the server, as %1 wanted")},
    {Code::StartedBy, "w", QT_TRANSLATE_NOOP("Reason", "started by %1")},
    {Code::RestartedBy, "w", QT_TRANSLATE_NOOP("Reason", "restarted by %1")},
    {Code::ScaledBy, "nw", QT_TRANSLATE_NOOP("Reason", "scaled to %1 by %2")},
    {Code::StoppedBefore, "w", QT_TRANSLATE_NOOP("Reason", "stopped by %1, before the server was started")},
    {Code::StoppedBy, "w", QT_TRANSLATE_NOOP("Reason", "stopped by %1")},
    {Code::NotReady, "dr", QT_TRANSLATE_NOOP("Reason", "not ready within %1 (ready_timeout): %2")},
    {Code::DependencyStopped, "w", QT_TRANSLATE_NOOP("Reason", "'%1', which it depends on, was stopped")},
    {Code::DependencyFailed, "wr", QT_TRANSLATE_NOOP("Reason", "'%1', which it depends on, failed: %2")},
    {Code::MemoryLimitUsed, "sn", QT_TRANSLATE_NOOP("Reason", "killed: memory limit of %1, of which it used %2 MiB")},
    {Code::MemoryLimit, "s", QT_TRANSLATE_NOOP("Reason", "killed: memory limit of %1")},
    {Code::ExitStatus, "n", QT_TRANSLATE_NOOP("Reason", "exit status %1")},
    {Code::KilledBySignal, "nw", QT_TRANSLATE_NOOP("Reason", "killed by signal %1 (%2)")},
    {Code::KilledByUnknownSignal, "n", QT_TRANSLATE_NOOP("Reason", "killed by signal %1")},
    {Code::KilledBy, "w", QT_TRANSLATE_NOOP("Reason", "killed by %1")},
    {Code::Signal, "p", QT_TRANSLATE_NOOP("Reason", "signal: %1")},
    {Code::DiskFull, "rw", QT_TRANSLATE_NOOP("Reason", "%1 (the disk with '%2' is full)")},
    {Code::TookLonger, "d", QT_TRANSLATE_NOOP("Reason", "killed because it took longer than %1")},
    {Code::StartedNoLoader, "ww",
     QT_TRANSLATE_NOOP("Reason", "cannot start '%1': %2 (it exists, but the interpreter or loader it names does not)")},
    {Code::StartedNoScript, "ww",
     QT_TRANSLATE_NOOP("Reason", "cannot start '%1': %2 (a script needs a first line like #!/bin/sh)")},
    {Code::TooLarge, "w",
     QT_TRANSLATE_NOOP("Reason", "cannot start '%1': its arguments and environment are too large together")},
    {Code::NotInPath, "ww", QT_TRANSLATE_NOOP("Reason", "cannot start '%1': no such program in PATH (%2)")},
    {Code::NoSuchProgram, "w", QT_TRANSLATE_NOOP("Reason", "cannot start '%1': no such program in PATH")},
    {Code::CannotStart, "ww", QT_TRANSLATE_NOOP("Reason", "cannot start '%1': %2")},
    {Code::NoSuchDirectory, "w", QT_TRANSLATE_NOOP("Reason", "working directory '%1' does not exist")},
    {Code::NotADirectory, "w", QT_TRANSLATE_NOOP("Reason", "working directory '%1' is not a directory")},
    {Code::ClosedDirectory, "ww", QT_TRANSLATE_NOOP("Reason", "working directory '%1' cannot be entered: %2")},
    {Code::SaysItFailed, "", QT_TRANSLATE_NOOP("Reason", "it says itself that it has failed (WATCHDOG=trigger)")},
    {Code::NotPrintedWithin, "wd", QT_TRANSLATE_NOOP("Reason", "no line with '%1' was printed within %2")},
    {Code::NotPrinted, "w", QT_TRANSLATE_NOOP("Reason", "no line with '%1' was printed")},
    {Code::NotSaidReady, "", QT_TRANSLATE_NOOP("Reason", "it has not said READY=1")},
    {Code::NotTried, "", QT_TRANSLATE_NOOP("Reason", "it was not tried yet")},
    {Code::NoWatchdog, "dt", QT_TRANSLATE_NOOP("Reason", "it has not said WATCHDOG=1 for %1, since %2")},
    {Code::Silent, "dtr", QT_TRANSLATE_NOOP("Reason", "it has printed nothing for %1, since %2; %3")},
    {Code::PrintedNothing, "", QT_TRANSLATE_NOOP("Reason", "it has printed nothing yet")},
    {Code::LastLine, "w", QT_TRANSLATE_NOOP("Reason", "its last line: %1")},
    {Code::FailedInARow, "rnt", QT_TRANSLATE_NOOP("Reason", "%1 (%2 times in a row, since %3)")},
    {Code::FailedOnce, "rt", QT_TRANSLATE_NOOP("Reason", "%1 (once in a row, since %2)")},
    {Code::NothingAnswers, "n", QT_TRANSLATE_NOOP("Reason", "nothing answers on port %1")},
    {Code::PortHeldByStranger, "nr", QT_TRANSLATE_NOOP("Reason", "port %1 is held by %2, which is none of its own")},
    {Code::PortHeld, "nr", QT_TRANSLATE_NOOP("Reason", "port %1 is held by %2")},
    {Code::PortNotAnswering, "nd", QT_TRANSLATE_NOOP("Reason", "port %1 has not answered within %2")},
    {Code::NotAnsweredWithin, "od", QT_TRANSLATE_NOOP("Reason", "%1 has not answered within %2")},
    {Code::AnswersWithout, "onw", QT_TRANSLATE_NOOP("Reason", "%1 answers %2, but without '%3'")},
    {Code::Answers, "on", QT_TRANSLATE_NOOP("Reason", "%1 answers %2")},
    {Code::ProcessOfComponent, "nww", QT_TRANSLATE_NOOP("Reason", "process %1 (%2) of component '%3'")},
    {Code::Process, "nw", QT_TRANSLATE_NOOP("Reason", "process %1 (%2)")},
    {Code::ForeignProcess, "", QT_TRANSLATE_NOOP("Reason", "a process of another user")},
    {Code::Interrupted, "", QT_TRANSLATE_NOOP("Reason", "interrupted")},
    {Code::InterruptedByRestart, "", QT_TRANSLATE_NOOP("Reason", "interrupted by a restart of the server")},
    {Code::CancelledBy, "w", QT_TRANSLATE_NOOP("Reason", "cancelled by %1")},
    {Code::HaltedByOperator, "", QT_TRANSLATE_NOOP("Reason", "halted by an operator")},
    {Code::NodeFailed, "wr", QT_TRANSLATE_NOOP("Reason", "Node '%1' failed: %2")},
    {Code::TasksFailed, "nn", QT_TRANSLATE_NOOP("Reason", "%1 of %2 tasks failed")},
    {Code::TasksFailedFirst, "nnr", QT_TRANSLATE_NOOP("Reason", "%1 of %2 tasks failed. %3")},
    {Code::TimedOut, "n", QT_TRANSLATE_NOOP("Reason", "timed out after %1 s")},
    {Code::PrintedTooMuch, "n",
     QT_TRANSLATE_NOOP("Reason", "printed more than %1 bytes, the limit of one node's output")},
    {Code::AgentOffline, "wn", QT_TRANSLATE_NOOP("Reason", "agent %1 went offline; given up after %2 retries")},
    {Code::WaitsForRoom, "n", QT_TRANSLATE_NOOP("Reason", "waits for room: [server] capacity is %1")},
    {Code::JobQueued, "", QT_TRANSLATE_NOOP("Reason", "Job queued")},
    {Code::JobQueuedAgain, "wnn", QT_TRANSLATE_NOOP("Reason", "agent %1 went offline; queued again (retry %2 of %3)")},
    {Code::MadeUpFor, "", QT_TRANSLATE_NOOP("Reason", "made up: nothing could be started at its time")},
    {Code::ServerWasDown, "",
     QT_TRANSLATE_NOOP("Reason", "the server was down at its time, or the clock was set past it")},
    {Code::RunBeforeWaits, "",
     QT_TRANSLATE_NOOP("Reason", "a run before it still goes on, and another one waits already")},
    {Code::RunBeforeGoesOn, "", QT_TRANSLATE_NOOP("Reason", "a run before it still goes on")},
    {Code::WaitedForRunBefore, "", QT_TRANSLATE_NOOP("Reason", "waited for the run before it")},
    {Code::NeedsRole, "www", QT_TRANSLATE_NOOP("Reason", "this needs the role '%1'; %2 has '%3'")},
    {Code::MaintenancePipelines, "",
     QT_TRANSLATE_NOOP("Reason", "Pipelines unavailable while maintenance mode is active.")},
    {Code::MaintenanceOther, "", QT_TRANSLATE_NOOP("Reason", "maintenance mode is active")},
    {Code::HaltedPipelines, "", QT_TRANSLATE_NOOP("Reason", "Pipeline executions are halted.")},
    {Code::HaltedOther, "", QT_TRANSLATE_NOOP("Reason", "executions are halted")},
    {Code::DiskShort, "wnn",
     QT_TRANSLATE_NOOP("Reason",
                       "the disk of '%1' has %2 MiB left and nothing new starts below %3 (make room there, or "
                       "set [limits] free_disk_bytes)")},
    {Code::PipelineCapacity, "nn",
     QT_TRANSLATE_NOOP("Reason", "Too many pipeline execution requests in progress. %1 have not ended, and [server] "
                                 "capacity allows %2.")},
    {Code::CallCapacity, "n",
     QT_TRANSLATE_NOOP("Reason", "%1 processes are running, as many as [limits.pow] connections allows")},
    {Code::UnknownComponent, "", QT_TRANSLATE_NOOP("Reason", "Unknown component")},
    {Code::AlreadyRunning, "", QT_TRANSLATE_NOOP("Reason", "Component already running")},
    {Code::AlreadyStopped, "", QT_TRANSLATE_NOOP("Reason", "Component already stopped")},
    {Code::NoProcessRuns, "", QT_TRANSLATE_NOOP("Reason", "no process of the component runs")},
    {Code::InstancesImpossible, "n", QT_TRANSLATE_NOOP("Reason", "%1 instances are not possible (1 to 1000)")},
    {Code::NoInstances, "", QT_TRANSLATE_NOOP("Reason", "no component with instances has this id")},
    {Code::InputClosed, "",
     QT_TRANSLATE_NOOP("Reason", "its input is closed; it needs stdin = \"open\" or tty = true")},
    {Code::NoMoreInput, "w", QT_TRANSLATE_NOOP("Reason", "'%1' takes no more input")},
    {Code::InputNotRead, "wn", QT_TRANSLATE_NOOP("Reason", "'%1' does not read its input; %2 bytes are waiting")},
    {Code::StoppedBeforeReady, "w", QT_TRANSLATE_NOOP("Reason", "'%1' was stopped before it was ready")},
    {Code::UnknownExecution, "", QT_TRANSLATE_NOOP("Reason", "execution not found")},
    {Code::UnknownPipeline, "", QT_TRANSLATE_NOOP("Reason", "pipeline not found")},
    {Code::UnknownProcess, "", QT_TRANSLATE_NOOP("Reason", "unknown process")},
    {Code::UnknownSchedule, "", QT_TRANSLATE_NOOP("Reason", "unknown schedule")},
    {Code::HistoryStays, "", QT_TRANSLATE_NOOP("Reason", "execution has ended; history is not rewritten")},
    {Code::StillRunningCancel, "", QT_TRANSLATE_NOOP("Reason", "execution is still running; cancel it first")},
    {Code::StillRunning, "", QT_TRANSLATE_NOOP("Reason", "execution is still running")},
    {Code::ProcessEnded, "", QT_TRANSLATE_NOOP("Reason", "the process has ended")},
    {Code::ScheduleGoesOn, "", QT_TRANSLATE_NOOP("Reason", "a run of this schedule still goes on")},
    {Code::ClientGone, "", QT_TRANSLATE_NOOP("Reason", "this client is not connected any more")},
    {Code::NoBlackBoxes, "", QT_TRANSLATE_NOOP("Reason", "no black boxes are kept ([server] black_boxes = 0)")},
    {Code::BlackBoxUnderWay, "", QT_TRANSLATE_NOOP("Reason", "a black box of this component is being taken just now")},
    {Code::NoSuchBlackBox, "", QT_TRANSLATE_NOOP("Reason", "there is no such black box")},
    {Code::JobRepeatedByAgent, "", QT_TRANSLATE_NOOP("Reason", "a job is repeated by its agent, not here")},
    {Code::TasksLimit, "n",
     QT_TRANSLATE_NOOP("Reason", "there are %1 tasks that have not ended, as many as [limits] tasks allows")},
    {Code::TasksTooMany, "nnn",
     QT_TRANSLATE_NOOP("Reason",
                       "%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3")},
    {Code::ExperimentsLimit, "n",
     QT_TRANSLATE_NOOP("Reason",
                       "there are %1 experiments that have not ended, as many as [limits] experiments allows")},
    {Code::JobsLimit, "n",
     QT_TRANSLATE_NOOP("Reason", "there are %1 jobs that have not ended, as many as [limits] jobs allows")},
    {Code::AgentsLimit, "n", QT_TRANSLATE_NOOP("Reason", "there are %1 agents, as many as [limits] agents allows")},
    {Code::InstancesLimit, "n",
     QT_TRANSLATE_NOOP("Reason", "there are %1 instances, as many as [limits] instances allows")},
    {Code::ProjectsLimit, "n",
     QT_TRANSLATE_NOOP("Reason", "there are %1 projects, as many as [limits] projects allows")},
    {Code::QuestionsLimit, "",
     QT_TRANSLATE_NOOP("Reason", "too many questions wait for an answer; ask again in a moment")},
    {Code::TypedTooMuch, "nn", QT_TRANSLATE_NOOP("Reason", "%1 bytes at once are too many (%2)")},
    {Code::EmptyCommand, "", QT_TRANSLATE_NOOP("Reason", "the command is empty")},
    {Code::NulInArgument, "n", QT_TRANSLATE_NOOP("Reason", "argument %1 contains a NUL character")},
    {Code::LongArgument, "nnn", QT_TRANSLATE_NOOP("Reason", "argument %1 is %2 bytes long; at most %3 are possible")},
    {Code::UnknownProject, "", QT_TRANSLATE_NOOP("Reason", "project not found")},
    {Code::NameMissing, "", QT_TRANSLATE_NOOP("Reason", "name is required")},
    {Code::DefaultProjectStays, "", QT_TRANSLATE_NOOP("Reason", "the default project cannot be deleted")},
    {Code::ProjectInUse, "o",
     QT_TRANSLATE_NOOP("Reason", "execution %1 of this project has not ended; cancel it first")},
    {Code::UnknownAgent, "w", QT_TRANSLATE_NOOP("Reason", "Agent not found: %1")},
    {Code::AgentOfAnother, "www",
     QT_TRANSLATE_NOOP("Reason", "Agent %1 belongs to the user %2 who registered it; %3 may not speak for it")},
    {Code::AgentIsServer, "w", QT_TRANSLATE_NOOP("Reason", "Agent %1 is this server itself")},
    {Code::AgentIdOfServer, "w",
     QT_TRANSLATE_NOOP("Reason", "Agent %1 is this server itself; register under another agentId")},
    {Code::NoAgentAvailable, "", QT_TRANSLATE_NOOP("Reason", "No available agents to assign job")},
    {Code::UnknownInstance, "w", QT_TRANSLATE_NOOP("Reason", "Instance not found: %1")},
    {Code::InstanceConfigured, "w",
     QT_TRANSLATE_NOOP("Reason", "Instance %1 is configured in the server's configuration file; change it there")},
    {Code::InstanceInUse, "wo",
     QT_TRANSLATE_NOOP("Reason", "Instance %1 cannot be deleted while its job %2 is not done; cancel it first")},
    {Code::UnknownJob, "w", QT_TRANSLATE_NOOP("Reason", "Job not found: %1")},
    {Code::UnknownJobRun, "w", QT_TRANSLATE_NOOP("Reason", "Job run not found: %1")},
    {Code::JobEnded, "oo", QT_TRANSLATE_NOOP("Reason", "Job %1 has ended already: %2")},
    {Code::NoJob, "", QT_TRANSLATE_NOOP("Reason", "this execution is no job")},
    {Code::NumberedParameterMissing, "n", QT_TRANSLATE_NOOP("Reason", "parameter %1 is missing")},
    {Code::ParameterMissing, "w", QT_TRANSLATE_NOOP("Reason", "parameter '%1' is missing")},
    {Code::GraphEmpty, "", QT_TRANSLATE_NOOP("Reason", "Graph is empty.")},
    {Code::NodeWithoutId, "", QT_TRANSLATE_NOOP("Reason", "Each node must have a non-empty string 'id'.")},
    {Code::NodeTwice, "w", QT_TRANSLATE_NOOP("Reason", "Duplicate node id '%1'.")},
    {Code::UnknownKind, "ww", QT_TRANSLATE_NOOP("Reason", "Node '%1' has unknown kind '%2'.")},
    {Code::GraphCycle, "w", QT_TRANSLATE_NOOP("Reason", "Pipeline must be a DAG. Found cycle: %1")},
    {Code::MissingNode, "ww", QT_TRANSLATE_NOOP("Reason", "Edge refers to missing node: %1 -> %2")},
    {Code::WrongInputs, "wwwn", QT_TRANSLATE_NOOP("Reason", "Node '%1' (kind='%2') expects %3 input(s); got %4.")},
    {Code::SharedVariable, "www", QT_TRANSLATE_NOOP("Reason", "Nodes '%1' and '%2' would share the variable %3.")},
    {Code::ServerStopping, "", QT_TRANSLATE_NOOP("Reason", "the server is being stopped")},
    {Code::ServerStops, "", QT_TRANSLATE_NOOP("Reason", "the server is stopping")},
    {Code::ServerNotStarted, "", QT_TRANSLATE_NOOP("Reason", "the server has not started yet (try again)")},
    {Code::ReloadRefused, "r",
     QT_TRANSLATE_NOOP("Reason", "the configuration was not reloaded, the old one stays: %1")},
    {Code::HookFailed, "or", QT_TRANSLATE_NOOP("Reason", "%1 failed: %2")},
    {Code::ProgramSays, "wr", QT_TRANSLATE_NOOP("Reason", "'%1': %2")},
    {Code::InNode, "wr", QT_TRANSLATE_NOOP("Reason", "Node '%1': %2")},
    {Code::InBrackets, "or", QT_TRANSLATE_NOOP("Reason", "%1 (%2)")},
    {Code::Explained, "rw", QT_TRANSLATE_NOOP("Reason", "%1: %2")},
    {Code::And, "rr", QT_TRANSLATE_NOOP("Reason", "%1; %2")},
});

const Row &rowOf(Code code)
{
    return table.at(static_cast<std::size_t>(code));
}

QString expressionFor(char value)
{
    switch (value) {
    case 'n':
        return u"(-?\\d+(?:\\.\\d+)?)"_s;
    case 'd':
        return u"((?:\\d+(?:ms|[dhms]))+)"_s;
    case 's':
        return u"(\\d+ \\w+)"_s;
    case 't':
        return u"(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)"_s;
    case 'o':
        return u"(\\S+)"_s;
    case 'p':
        return u"([^:]+)"_s;
    default:
        return u"(.+?)"_s;
    }
}

QRegularExpression expressionOf(const Row &row)
{
    QString expression = QRegularExpression::escape(QString::fromUtf8(row.pattern));
    for (int index = 0; row.values[index] != '\0'; ++index)
        expression.replace(u"\\%"_s + QString::number(index + 1), expressionFor(row.values[index]));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<QRegularExpression> &expressions()
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> made;
        for (const Row &row : table)
            made.push_back(expressionOf(row));
        return made;
    }();
    return all;
}

std::optional<Reason> valueOf(char value, const QString &text)
{
    switch (value) {
    case 'r':
        return Reason::read(text);
    case 'n': {
        bool isWhole = false;
        const qint64 whole = text.toLongLong(&isWhole);
        return isWhole ? Reason::number(whole) : Reason::number(text.toDouble());
    }
    case 'd': {
        const std::optional<Milliseconds> duration = parseDuration(text);
        return duration ? std::optional(Reason::duration(*duration)) : std::nullopt;
    }
    case 's':
        return Reason::byteSize(text);
    case 't': {
        const std::optional<Timestamp> time = fromIso(text);
        return time ? std::optional(Reason::time(*time)) : std::nullopt;
    }
    default:
        return Reason(text);
    }
}

bool hasWords(const Row &row)
{
    const QString pattern = QString::fromUtf8(row.pattern);
    return std::any_of(pattern.cbegin(), pattern.cend(), [](QChar each) { return each.isLetter(); });
}

std::optional<Reason> readAs(const Row &row, const QRegularExpression &expression, const QString &text)
{
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QList<Reason> values;
    for (int index = 0; row.values[index] != '\0'; ++index) {
        const std::optional<Reason> value = valueOf(row.values[index], match.captured(index + 1));
        // Where a pattern begins with another Reason, or has no words, nothing but that tells it from any other text.
        const bool isVague = row.values[index] == 'r' && ((row.pattern[0] == '%' && index == 0) || !hasWords(row));
        if (!value || (isVague && value->code() == Code::Verbatim))
            return std::nullopt;
        values.append(*value);
    }
    Reason reason(row.code, values);
    return reason == text ? std::optional(reason) : std::nullopt;
}

} // namespace

Reason::Reason(Code code) : Reason(code, QList<Reason>())
{
}

Reason::Reason(Code code, const QList<Reason> &values)
    : QString(filled(QString::fromUtf8(pattern(code)), QStringList(values.cbegin(), values.cend())))
    , m_code(code)
    , m_values(values)
{
}

Reason Reason::made(Code code, const QString &text, const QList<Reason> &values)
{
    Reason reason(text);
    reason.m_code = code;
    reason.m_values = values;
    return reason;
}

Reason Reason::of(Code code, const QList<Reason> &values)
{
    return code == Code::List ? list(values) : Reason(code, values);
}

Reason Reason::duration(Milliseconds duration)
{
    return made(Code::Duration, formatDuration(duration));
}

Reason Reason::byteSize(const QString &text)
{
    return made(Code::Size, text);
}

Reason Reason::time(Timestamp time)
{
    return made(Code::Time, toIsoSeconds(time));
}

Reason Reason::list(const QList<Reason> &reasons)
{
    return made(Code::List, QStringList(reasons.cbegin(), reasons.cend()).join(", "_L1), reasons);
}

Reason Reason::stored(const QString &text)
{
    return made(Code::Stored, text);
}

Reason Reason::atMost(qsizetype characters) const
{
    return size() <= characters ? *this : made(m_code, left(characters - 1) % u'…', m_values);
}

Reason Reason::inFull() const
{
    if (m_code == Code::NoSuchProgram && m_values.size() > 1)
        return {Code::NotInPath, m_values};
    QList<Reason> values;
    for (const Reason &value : m_values)
        values.append(value.inFull());
    return values == m_values ? *this : of(m_code, values); // as it is, it may be cut
}

Reason Reason::with(const Reason &part, const Reason &by) const
{
    if (*this == part)
        return by;
    if (m_values.isEmpty())
        return *this;
    QList<Reason> values;
    for (const Reason &value : m_values)
        values.append(value.with(part, by));
    return of(m_code, values);
}

Reason Reason::read(const QString &text)
{
    for (std::size_t index = 0; index < table.size(); ++index) {
        if (table[index].pattern[0] == '\0')
            continue;
        if (const std::optional<Reason> found = readAs(table[index], expressions()[index], text))
            return *found;
    }
    return text;
}

const char *Reason::pattern(Code code)
{
    return rowOf(code).pattern;
}

// In one pass: a value may hold what looks like a place.
QString Reason::filled(const QString &pattern, const QStringList &values)
{
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int place = at + 1 < pattern.size() && pattern.at(at) == u'%' ? pattern.at(at + 1).digitValue() : -1;
        if (place < 1 || place > values.size()) {
            text += pattern.at(at);
            continue;
        }
        text += values.at(place - 1);
        ++at;
    }
    return text;
}

} // namespace signalbox
