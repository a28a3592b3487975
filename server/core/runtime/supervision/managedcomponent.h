// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/hub.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/process/guardedprocess.h"
#include "server/core/runtime/supervision/notifysocket.h"
#include "server/core/runtime/supervision/probe.h"
#include "server/core/runtime/supervision/resourcelimits.h"
#include "server/core/runtime/supervision/restartplan.h"
#include "server/core/runtime/supervision/sidecommand.h"

#include <QObject>

#include <memory>

namespace signalbox::core {

// What all ManagedComponents share; outlives them.
struct ComponentSurroundings
{
    Hub &hub;
    LogBook &logs;
    QString dataDirectory;
    std::function<double()> random; // 0…1
    Guards *guards = nullptr;       // see ProcessSpec
    const ControlGroups *groups = nullptr;
    SecretSource *secrets = nullptr; // likewise
    bool isClosing = false;          // nothing is started any more, and what ends now ends with the server
};

// One supervised program: its process, its state and the facts recorded about it. Supervisor knows the order of
// dependencies: it reads phase() and calls launch() or end() when a component may go on, waitFor() or fail() when not.
// Server thread; owned by Supervisor.
class ManagedComponent : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Down,      // Stopped or Error, perhaps with a restart scheduled
        Waiting,   // to be started once its dependencies are up
        Launching, // before_start runs, or the process; not ready yet
        Up,
        Holding, // to be stopped once its dependents are gone
        Ending,  // being stopped, or it has ended and after_stop runs
    };
    // Which dependencies must not be down at a start. Those that start or stop are awaited in any case.
    enum class Needs {
        All,
        Oneshots, // that are not done
        None,     // after a run that had all
    };
    static constexpr Milliseconds settleTime{100};   // after its start it is measured again
    static constexpr Milliseconds statusPause{1000}; // between two of its own words about itself that are told

    // configured: all components; this is the one at the position.
    ManagedComponent(const ComponentSurroundings &surroundings, const QList<ComponentConfig> &configured, int position,
                     QObject *parent);

    const ComponentConfig &config() const { return m_configured.at(m_facts.position); }
    Phase phase() const { return m_phase; }
    int position() const { return m_facts.position; }
    ComponentState state() const { return m_facts.state; }
    const Reason &error() const { return m_facts.error; }
    const std::optional<ComponentWish> &wish() const { return m_facts.wish; }
    bool isActive() const { return m_phase != Phase::Down; }
    bool isStopping() const { return m_phase == Phase::Holding || m_phase == Phase::Ending; }
    bool willBeTriedAgain() const { return m_facts.nextRestartAt.has_value(); }
    bool isDone() const { return m_endedWell && config().type == ComponentType::Oneshot; }
    Needs needs() const { return m_needs; }

    // For one that depends on this one: whether this one is as far as that waits for, and whether that waits for its end.
    bool meets(Dependency::After after) const;
    bool mustComplete(Dependency::After after) const;
    // Its memory_limit, where nothing but a look at what it uses can hold that; nothing: another holds it, or it has none.
    std::optional<qint64> watchedMemory() const;
    ControlGroup *group() const { return m_resources ? m_resources->group() : nullptr; }
    qint64 treeRoot() const { return m_process ? m_process->guardPid() : 0; }

    // Requests. The Changes that follow name the cause; without one the server itself requested it.
    void requestStart(const std::optional<Command> &cause, const Reason &reason, Needs needs);
    void requestStop(const std::optional<Command> &cause, const Reason &reason);
    void requestKill(const std::optional<Command> &cause, const Reason &reason); // a stop without asking
    void requestRestart(const std::optional<Command> &cause, const Reason &reason, Needs needs);

    // To its standard input, and into its log as what user typed. Capacity, Conflict: see GuardedProcess::write().
    Result<void> type(const QByteArray &bytes, const QString &user);

    // What a person wants from now on; nothing: autostart decides. Recorded with the next Change, or by tellWish().
    void setWish(const std::optional<ComponentWish> &wish);
    void tellWish(const std::optional<Command> &cause);
    void keepDown(const Reason &reason); // at a start of the server

    // Before a tick has measured its process, which had hardly any memory when it started; records what is new. False: it
    // has next to none still.
    bool measureAgain(const std::optional<Command> &cause);

    // For Supervisor: in phase Waiting waitFor(), launch() or fail(), in phase Holding end().
    void waitFor(const QList<Reason> &names); // each a name, or one with why it is not up
    void launch();
    void fail(const Reason &error);
    void end();

    // New configuration for the same id; true: a running process does not match it any more. How it is stopped, how long it
    // may take to be ready, whether it is healthy, its hooks, which exit codes are good and what it may use hold for one that
    // runs, too; how it becomes ready from its next start on.
    bool reconfigure(const QList<ComponentConfig> &configured, int position);
    // The same configuration at the same position of another list, so that the old one can go.
    void keep(const QList<ComponentConfig> &configured) { m_configured = configured; }
    // Whether a process that was launched as one says is as the other wants it.
    static bool isLaunchedAlike(const ComponentConfig &one, const ComponentConfig &other);
    // It was seen to use more than watchedMemory(): kills it, which is a failure.
    void killForMemory(qint64 usedBytes);
    void moveTimes(Milliseconds by); // the wall clock was set: what began so long ago still did
    void announce();                 // records the component in its current state

Q_SIGNALS:
    void moved(); // the phase or the scheduled restart changed
    void gone();  // a requested stop is done; a requested restart may follow

private:
    // How a run ended, while after_stop runs and until it is decided what follows.
    struct End
    {
        Reason outcome;
        bool success = false;
        bool wasReady = false;
        bool byItself = false;
        Milliseconds ran{0};
        Explanation explanation{}; // of a failure that its program may have explained
    };
    // Why it is being stopped without a request; empty: it is not, or a stop was requested.
    struct Failure
    {
        Reason text;
        bool isHealth = false; // it was ready: such a failure is no quick one
    };

    void waitToStart();
    ProcessSpec surroundings() const;
    ProcessSpec spec() const;
    void startProcess();
    Reason openNotifySocket();
    void processStarted(qint64 pid);
    void becameReady();
    void awaitReadiness();
    void stopIfLate();
    void stopFor(const Failure &failure);
    Probe::Subject subject() const;
    void watchHealth();
    void degraded(const Reason &text);
    void recovered();
    void dropHealth();
    void take(const Notice &notice);
    void tellStatus();
    void runHook(const HookConfig &hook, const QString &name, const QString &exit,
                 std::function<void(const Reason &problem)> done);
    std::unique_ptr<SideCommand> commandOf(const HookConfig &hook, const QString &name, const QString &exit);
    void runAlone(const HookConfig &hook, const QString &name);
    void runFailureHook(const QString &failure);
    void processEnded(const Reason &outcome, bool success);
    void over();
    void endedByItself(const End &end);
    void endedWithServer(const QString &outcome);
    void tryAgainOrGiveUp(const Reason &outcome, Milliseconds ran, bool failed, bool isHealth);
    void dropProcess();
    Reason outcomeOf(const ExitStatus &status);
    Explanation explanation() const;
    void setError(const Reason &error);
    void lookForPort();
    void lookForCause(const QString &line);
    Reason holderOf(const QList<LogLine> &lines) const;
    void adjustResources();
    void warnOfResources(const QStringList &refused);
    void enter(Phase phase, ComponentState state, const Reason &reason);
    void record();
    void record(const std::optional<Command> &cause);
    std::optional<ComponentFigures> firstFigures();
    Milliseconds ran() const;

    const ComponentSurroundings &m_surroundings;
    QList<ComponentConfig> m_configured{ComponentConfig()}; // shared by all: each copy would be a kilobyte
    Component m_facts;
    Phase m_phase = Phase::Down;
    std::unique_ptr<ResourceLimits> m_resources; // of this run; its group is removed after the process
    std::unique_ptr<GuardedProcess> m_process;
    std::unique_ptr<NotifySocket> m_notify;
    std::unique_ptr<Probe> m_ready;      // until it is ready
    std::unique_ptr<Probe> m_health;     // from then on
    std::unique_ptr<SideCommand> m_hook; // but for on_failure, which outlives the run
    std::unique_ptr<SideCommand> m_failureHook;
    Reason m_excess; // not empty: it is being killed for this, or was
    RestartPlan m_plan;
    std::shared_ptr<const Command> m_cause; // none, for most of the time
    Reason m_startReason;
    Failure m_failure;
    std::optional<End> m_end;
    bool m_isKilled = false;      // by requestKill()
    bool m_hadToBeKilled = false; // it did not end by itself in time
    bool m_startAgain = false;    // once the process has ended
    bool m_endedWell = false;     // by itself, after it was ready, for good; until the next start
    Needs m_needs = Needs::All;
    bool m_isWishUntold = false;
    std::optional<ComponentFigures> m_firstFigures; // of this run, measured here
    std::chrono::steady_clock::time_point m_launchedAt{};
    Milliseconds m_extension{0}; // it has asked for until then, counted from m_launchedAt
    Milliseconds m_watchdog{0};  // it was told at its start; 0: of none
    QString m_status;            // in its own words
    bool m_isStatusHeld = false; // one was told a moment ago
    bool m_isStrangerTold = false;
    quint64 m_run = 0; // by its number a timer notices that it belongs to an earlier run
};

} // namespace signalbox::core
