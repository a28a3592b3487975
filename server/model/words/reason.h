// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QString>

namespace signalbox {

// Why something is as it is, or was refused: an English text that still knows what it was made of. Wires, history and
// logs take the text, which a Reason is; the window says the same in the reader's language by code() and values()
// (docs/model.md, "Reasons"). A value; compared by its text.
class Reason : public QString
{
public:
    // read() tries them in this order: what is more special is first.
    enum class Code : quint8 {
        // The values of others.
        Verbatim, // as a program, the system or a person said it; in no language of ours
        Stored,   // as the history has it: read() may know more
        Number,   // digits, perhaps with a point
        Duration, // as formatDuration() writes it
        Size,     // "64 MiB"
        Time,     // as toIsoSeconds() writes it
        List,     // of all its values

        // Components.
        NotStarted,
        StartedWithServer,
        StartedForConfiguration,
        StartedAgain,
        RestartedForConfiguration,
        StoppedWithServer,
        RemovedFromConfiguration,
        WaitingFor,
        NeededBy,
        AfterStopRuns,
        HadToBeKilled,
        Done,
        EndedByItself,
        EndedBeforeReady,
        GivenUp,
        StartedAsWanted,
        StartedBy,
        RestartedBy,
        ScaledBy,
        StoppedBefore,
        StoppedBy,
        NotReady,
        DependencyStopped,
        DependencyFailed,
        MemoryLimitUsed,
        MemoryLimit,

        // How a process ended, or why it did not begin.
        ExitStatus,
        KilledBySignal,
        KilledByUnknownSignal,
        KilledBy,
        Signal,
        DiskFull,
        TookLonger,
        StartedNoLoader,
        StartedNoScript,
        TooLarge,
        NotInPath,
        NoSuchProgram, // its second value, the PATH, is not in the text
        CannotStart,
        NoSuchDirectory,
        NotADirectory,
        ClosedDirectory,

        // Probes and ports.
        SaysItFailed,
        NotPrintedWithin,
        NotPrinted,
        NotSaidReady,
        NotTried,
        NoWatchdog,
        Silent,
        PrintedNothing,
        LastLine,
        FailedInARow,
        FailedOnce,
        NothingAnswers,
        PortHeldByStranger,
        PortHeld,
        PortNotAnswering,
        NotAnsweredWithin,
        AnswersWithout,
        Answers,
        ProcessOfComponent,
        Process,
        ForeignProcess,

        // Executions.
        Interrupted,
        InterruptedByRestart,
        CancelledBy,
        HaltedByOperator,
        NodeFailed,
        TasksFailed,
        TasksFailedFirst, // with why the first of them did
        TimedOut,
        PrintedTooMuch,
        AgentOffline,
        WaitsForRoom,
        JobQueued,
        JobQueuedAgain,

        // Runs of schedules.
        MadeUpFor,
        ServerWasDown,
        RunBeforeWaits,
        RunBeforeGoesOn,
        WaitedForRunBefore,

        // Refused.
        NeedsRole,
        MaintenancePipelines,
        MaintenanceOther,
        HaltedPipelines,
        HaltedOther,
        DiskShort,
        PipelineCapacity,
        CallCapacity,
        UnknownComponent,
        AlreadyRunning,
        AlreadyStopped,
        NoProcessRuns,
        InstancesImpossible,
        NoInstances,
        InputClosed,
        NoMoreInput,
        InputNotRead,
        StoppedBeforeReady,
        UnknownExecution,
        UnknownPipeline,
        UnknownProcess,
        UnknownSchedule,
        HistoryStays,
        StillRunningCancel,
        StillRunning,
        ProcessEnded,
        ScheduleGoesOn,
        ClientGone,
        NoBlackBoxes,
        BlackBoxUnderWay,
        NoSuchBlackBox,
        JobRepeatedByAgent,
        TasksLimit,
        TasksTooMany,
        ExperimentsLimit,
        JobsLimit,
        AgentsLimit,
        InstancesLimit,
        ProjectsLimit,
        QuestionsLimit,
        TypedTooMuch,
        EmptyCommand,
        NulInArgument,
        LongArgument,
        UnknownProject,
        NameMissing,
        DefaultProjectStays,
        ProjectInUse,
        UnknownAgent,
        AgentOfAnother,
        AgentIsServer,
        AgentIdOfServer,
        NoAgentAvailable,
        UnknownInstance,
        InstanceConfigured,
        InstanceInUse,
        UnknownJob,
        UnknownJobRun,
        JobEnded,
        NoJob,
        NumberedParameterMissing,
        ParameterMissing,
        GraphEmpty,
        NodeWithoutId,
        NodeTwice,
        UnknownKind,
        GraphCycle,
        MissingNode,
        WrongInputs,
        SharedVariable,
        ServerStopping,
        ServerStops,
        ServerNotStarted,
        ReloadRefused,

        // Joined from others.
        HookFailed,
        ProgramSays,
        InNode,
        InBrackets,
        Explained,
        And,
    };

    Reason() = default;
    Reason(const QString &text) : QString(text) {}
    explicit Reason(QLatin1String text) : QString(text) {}
    template<typename A, typename B>
    Reason(const QStringBuilder<A, B> &text) : QString(text)
    {
    }
    Reason(Code code);
    Reason(Code code, const QList<Reason> &values);

    template<typename Number>
    static Reason number(Number number)
    {
        return made(Code::Number, QString::number(number));
    }
    static Reason duration(Milliseconds duration);
    static Reason byteSize(const QString &text); // as core::byteSizeForPeople() writes it
    static Reason time(Timestamp time);
    static Reason list(const QList<Reason> &reasons);
    static Reason stored(const QString &text);

    const QString &text() const { return *this; }
    Code code() const { return m_code; }
    const QList<Reason> &values() const { return m_values; }

    // At most so many characters of text; the values are whole.
    Reason atMost(qsizetype characters) const;
    // With what the text leaves out: for a log line or a tip, where there is room.
    Reason inFull() const;
    // The same with `by` in place of `part`, wherever that is among the values.
    Reason with(const Reason &part, const Reason &by) const;
    // What the English text was made of; Verbatim where no code says so.
    static Reason read(const QString &text);
    // English, with %1, %2, … in place of the values; a key of the translations, context "Reason". Empty of those that are
    // values of others.
    static const char *pattern(Code code);
    static QString filled(const QString &pattern, const QStringList &values);

    // A changed text would not be what code and values say.
    void operator+=(const QString &) = delete;
    void append(const QString &) = delete;
    void prepend(const QString &) = delete;
    void replace(const QString &, const QString &) = delete;
    void clear() { *this = Reason(); }

private:
    static Reason made(Code code, const QString &text, const QList<Reason> &values = {});
    static Reason of(Code code, const QList<Reason> &values);

    Code m_code = Code::Verbatim;
    QList<Reason> m_values;
};

using Why = Reason::Code;

} // namespace signalbox

template<>
struct QConcatenable<signalbox::Reason> : QConcatenable<QString>
{
};
