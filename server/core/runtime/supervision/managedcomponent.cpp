// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/managedcomponent.h"

#include "server/core/duration.h"
#include "server/core/runtime/process/procstat.h"

#include <QDir>

#include <unistd.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr double leastMemoryMb = 0.1; // of a process that has begun; a tenth is the least that is shown

double residentMb(qint64 pid)
{
    const std::optional<ProcStat> process = readProcStat(static_cast<int>(pid));
    // The kernel counts in batches: of a process that has just begun it may know of no page yet.
    const auto pages = process ? std::max<std::uint64_t>(process->residentPages, 1) : 0;
    const auto bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return static_cast<double>(bytes) / (1024.0 * 1024.0);
}

} // namespace

QString describe(const ExitStatus &status)
{
    if (!status.error.isEmpty())
        return status.error;
    if (status.signal == 0)
        return u"exit status %1"_s.arg(status.exitCode);
    const char *name = ::sigabbrev_np(status.signal);
    return name ? u"killed by signal %1 (%2)"_s.arg(QString::number(status.signal), QString::fromLatin1(name))
                : u"killed by signal %1"_s.arg(status.signal);
}

ManagedComponent::ManagedComponent(const ComponentSurroundings &surroundings, const ComponentConfig &config,
                                   int position, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{
    m_facts.stateSince = m_surroundings.hub.clock().now();
    m_facts.reason = u"not started yet"_s;
    (void)reconfigure(config, position);
}

bool ManagedComponent::reconfigure(const ComponentConfig &config, int position)
{
    const auto launchedBy = [](const ComponentConfig &of) {
        return std::tie(of.command, of.workingDirectory, of.environment, of.input, of.terminal, of.ready);
    };
    const auto doneBy = [](const ComponentConfig &of) {
        return std::tie(of.command, of.workingDirectory, of.environment);
    };
    const bool changed = launchedBy(config) != launchedBy(m_config);
    m_endedWell = m_endedWell && doneBy(config) == doneBy(m_config);
    const bool isReadyTimeoutNew = config.readyTimeout != m_config.readyTimeout;
    m_config = config;
    if (m_process)
        m_process->setStop(config.stopSignal, config.stopMode == StopMode::Main, config.stopTimeout);
    if (isReadyTimeoutNew && m_phase == Phase::Launching && m_facts.pid)
        awaitReadiness();
    m_surroundings.logs.setLevelRule(config.id, config.logLevel);
    m_facts.id = config.id;
    m_facts.name = config.name;
    m_facts.kind = config.kind;
    m_facts.position = position;
    m_facts.command = config.command;
    m_facts.dependsOn.clear();
    for (const Dependency &needed : config.dependsOn)
        m_facts.dependsOn.append(needed.id);
    m_facts.autostart = config.autostart;
    m_facts.group = config.group;
    m_facts.instanceOf = config.instanceOf;
    m_facts.takesInput = config.terminal || config.input == StandardInput::Open;
    return changed;
}

void ManagedComponent::moveTimes(Milliseconds by)
{
    m_facts.stateSince += by;
    QList<std::optional<Timestamp> *> times{&m_facts.startedAt, &m_facts.nextRestartAt, &m_facts.killAt};
    if (m_facts.lastStart) {
        m_facts.lastStart->wanted += by;
        times << &m_facts.lastStart->launched << &m_facts.lastStart->ready;
    }
    for (std::optional<Timestamp> *time : std::as_const(times)) {
        if (*time)
            **time += by;
    }
    record({});
}

void ManagedComponent::announce()
{
    record();
}

void ManagedComponent::record()
{
    record(m_cause);
}

void ManagedComponent::record(const std::optional<Command> &cause)
{
    m_isWishUntold = false;
    m_facts.isDone = isDone();
    (void)m_surroundings.hub.record(ComponentChanged{m_facts, firstFigures()}, cause ? &*cause : nullptr);
}

void ManagedComponent::setWish(const std::optional<ComponentWish> &wish)
{
    m_isWishUntold = m_isWishUntold || m_facts.wish != wish;
    m_facts.wish = wish;
}

void ManagedComponent::tellWish(const std::optional<Command> &cause)
{
    if (m_isWishUntold)
        record(cause);
}

void ManagedComponent::keepDown(const QString &reason)
{
    m_facts.reason = reason;
    record();
}

// None once there are some. A process that has just started is alone in its tree, and has used no time worth telling.
std::optional<ComponentFigures> ManagedComponent::firstFigures()
{
    if (!m_facts.pid || m_surroundings.hub.snapshot().figuresOf(m_facts))
        return std::nullopt;
    m_firstFigures = ComponentFigures{.pid = *m_facts.pid, .cpuPercent = 0.0, .memoryMb = residentMb(*m_facts.pid)};
    return m_firstFigures;
}

bool ManagedComponent::measureAgain(const std::optional<Command> &cause)
{
    const ComponentFigures *known = m_surroundings.hub.snapshot().figuresOf(m_facts);
    if (!known || known->pid == 0 || m_firstFigures != *known) // it does not run, or was measured by a tick
        return true;
    const double memoryMb = residentMb(known->pid);
    if (memoryMb != known->memoryMb) {
        m_firstFigures->memoryMb = memoryMb;
        (void)m_surroundings.hub.record(ComponentChanged{m_facts, m_firstFigures}, cause ? &*cause : nullptr);
    }
    return memoryMb >= leastMemoryMb;
}

void ManagedComponent::enter(Phase phase, ComponentState state, const QString &reason)
{
    m_phase = phase;
    if (m_facts.state != state)
        m_facts.stateSince = m_surroundings.hub.clock().now();
    m_facts.state = state;
    m_facts.reason = reason;
    record();
    Q_EMIT moved();
}

bool ManagedComponent::meets(Dependency::After after) const
{
    if (m_endedWell)
        return true;
    if (after == Dependency::After::Started)
        return m_facts.pid && !isStopping();
    return m_phase == Phase::Up && !mustComplete(after);
}

bool ManagedComponent::mustComplete(Dependency::After after) const
{
    return m_config.type == ComponentType::Oneshot && after != Dependency::After::Started;
}

void ManagedComponent::requestStart(const std::optional<Command> &cause, const QString &reason, Needs needs)
{
    if (m_surroundings.isClosing || (isActive() && !isStopping()))
        return;
    m_cause = cause;
    m_startReason = reason;
    m_needs = needs;
    m_endedWell = false;
    m_plan.reset();
    m_facts.restarts = 0;
    if (isStopping()) {
        m_startAgain = true;
        return;
    }
    ++m_run; // calls off a scheduled restart
    m_facts.nextRestartAt.reset();
    waitToStart();
}

void ManagedComponent::waitToStart()
{
    m_facts.lastStart = LastStart{m_surroundings.hub.clock().now(), {}, {}};
    m_phase = Phase::Waiting;
    Q_EMIT moved();
}

// For those that depend on it, it stops like any other: what they may still ask of it is lost either way.
void ManagedComponent::requestKill(const std::optional<Command> &cause, const QString &reason)
{
    if (!m_process || !m_process->isRunning())
        return requestStop(cause, reason);
    m_startAgain = false;
    m_cause = cause;
    m_lateness.clear();
    m_isKilled = true;
    enter(Phase::Ending, ComponentState::Stopping, reason);
    if (m_process)
        m_process->kill();
}

Result<void> ManagedComponent::type(const QByteArray &bytes, const QString &user)
{
    if (!m_process)
        return unexpected(ErrorCode::Conflict, u"no process of the component runs"_s);
    const Result<void> written = m_process->write(bytes);
    if (written && !m_config.terminal) // a terminal shows what is typed by itself
        m_surroundings.logs.note(m_config.id, LogLevel::Info,
                                 u"%1 typed: %2"_s.arg(user, QString::fromUtf8(bytes).trimmed()));
    return written;
}

void ManagedComponent::requestStop(const std::optional<Command> &cause, const QString &reason)
{
    m_startAgain = false;
    if (m_phase == Phase::Down && !willBeTriedAgain())
        return;
    m_cause = cause;
    if (m_phase == Phase::Down || m_phase == Phase::Waiting) {
        ++m_run;
        m_facts.nextRestartAt.reset();
        enter(Phase::Down, ComponentState::Stopped, reason);
        m_cause.reset();
        Q_EMIT gone();
    } else if (!isStopping()) {
        enter(Phase::Holding, ComponentState::Stopping, reason);
    } else {
        m_lateness.clear(); // it was being stopped for not being ready in time; now the stop is requested
        enter(m_phase, ComponentState::Stopping, reason);
    }
}

void ManagedComponent::requestRestart(const std::optional<Command> &cause, const QString &reason, Needs needs)
{
    if (m_phase == Phase::Launching || m_phase == Phase::Up)
        requestStop(cause, reason);
    requestStart(cause, reason, needs);
}

void ManagedComponent::waitFor(const QStringList &ids)
{
    const QString reason = u"%1; waiting for %2"_s.arg(m_startReason, ids.join(u", "_s));
    if (m_facts.state != ComponentState::Starting || m_facts.reason != reason)
        enter(Phase::Waiting, ComponentState::Starting, reason);
}

ProcessSpec ManagedComponent::spec() const
{
    ProcessSpec spec;
    spec.program = m_config.command.value(0);
    spec.arguments = m_config.command.mid(1);
    spec.workingDirectory = QDir(m_surroundings.dataDirectory).absoluteFilePath(m_config.workingDirectory);
    spec.environment = m_config.environment;
    spec.environment.insert(u"SIGNALBOX_DATA_DIR"_s, m_surroundings.dataDirectory);
    spec.environment.insert(u"SIGNALBOX_COMPONENT"_s, m_config.id);
    spec.stopSignal = m_config.stopSignal;
    spec.stopsMainAlone = m_config.stopMode == StopMode::Main;
    spec.stopTimeout = m_config.stopTimeout;
    spec.input = m_config.input == StandardInput::Open ? StreamSpec::pipe() : StreamSpec::null();
    spec.isTerminal = m_config.terminal;
    if (m_config.terminal && !m_config.environment.contains(u"TERM"_s))
        spec.environment.insert(u"TERM"_s, u"xterm"_s);
    spec.guards = m_surroundings.guards;
    return spec;
}

void ManagedComponent::launch()
{
    ++m_run;
    m_lateness.clear();
    m_isKilled = false;
    if (m_facts.lastStart && !m_facts.lastStart->launched)
        m_facts.lastStart->launched = m_surroundings.hub.clock().now();
    m_launchedAt = m_surroundings.hub.clock().steady();
    m_process = std::make_unique<GuardedProcess>();
    m_probe =
        std::make_unique<ReadinessProbe>(m_config.id, m_config.ready, m_surroundings.logs, m_surroundings.hub.clock());
    m_surroundings.logs.attach(m_config.id, *m_process);
    connect(m_process.get(), &GuardedProcess::started, this, &ManagedComponent::processStarted);
    connect(m_process.get(), &GuardedProcess::failedToStart, this,
            [this](const Error &error) { processEnded(error.message, false); });
    connect(m_process.get(), &GuardedProcess::exited, this, [this](const ExitStatus &status) {
        m_hadToBeKilled = status.signal == SIGKILL && m_facts.killAt && !m_isKilled && m_config.stopSignal != SIGKILL;
        processEnded(describe(status), status.isSuccess(m_config.successExitCodes));
    });
    // Not before: one that ends with its input shall know by then that it is to end.
    connect(m_process.get(), &GuardedProcess::toldToStop, m_process.get(), &GuardedProcess::closeInput);
    connect(m_process.get(), &GuardedProcess::toldToStop, this, [this] {
        m_facts.killAt = m_surroundings.hub.clock().now() + m_config.stopTimeout;
        record();
    });
    connect(m_probe.get(), &ReadinessProbe::becameReady, this, &ManagedComponent::becameReady);
    enter(Phase::Launching, ComponentState::Starting, m_startReason);
    if (m_process && m_phase == Phase::Launching) // a receiver of the ComponentChanged may have stopped it again
        m_process->start(spec());
}

void ManagedComponent::processStarted(qint64 pid)
{
    m_facts.pid = pid;
    m_facts.startedAt = m_surroundings.hub.clock().now();
    m_surroundings.hub.clock().after(settleTime, this, [this] { measureAgain({}); });
    if (m_phase != Phase::Launching) {
        record();
        return;
    }
    if (m_config.ready.isSet()) {
        record(); // not needed without [[component]] ready: becameReady() follows at once and records the same
        awaitReadiness();
    }
    if (m_probe)
        m_probe->processStarted(treeRoot());
    if (m_phase == Phase::Launching)
        Q_EMIT moved(); // for what waits until its process runs
}

void ManagedComponent::becameReady()
{
    if (m_phase != Phase::Launching || !m_facts.pid)
        return;
    m_facts.error.clear();
    if (m_facts.lastStart && !m_facts.lastStart->ready)
        m_facts.lastStart->ready = m_surroundings.hub.clock().now();
    enter(Phase::Up, ComponentState::Running, m_startReason);
    m_cause.reset();
    if (m_probe)
        m_probe.release()->deleteLater(); // the probe is the caller
}

void ManagedComponent::awaitReadiness()
{
    const Milliseconds left = std::max(m_config.readyTimeout - ran(), Milliseconds(0));
    m_surroundings.hub.clock().after(left, this, [this, run = m_run] {
        if (run == m_run && m_phase == Phase::Launching)
            stopIfLate();
    });
}

// A reload may have given it more time since, and a timer may be early.
void ManagedComponent::stopIfLate()
{
    if (ran() < m_config.readyTimeout)
        return awaitReadiness();
    m_lateness =
        u"not ready within %1 (ready_timeout): %2"_s.arg(formatDuration(m_config.readyTimeout), m_probe->description());
    enter(Phase::Holding, ComponentState::Stopping, m_lateness);
}

void ManagedComponent::end()
{
    m_phase = Phase::Ending;
    if (m_process->isRunning())
        m_process->stop();
    else
        processEnded({}, true); // stopped before the process was started
}

void ManagedComponent::dropProcess()
{
    m_probe.reset();
    if (m_process)
        m_process.release()->deleteLater(); // the process may be the caller
    m_facts.pid.reset();
    m_facts.startedAt.reset();
    m_facts.killAt.reset();
}

Milliseconds ManagedComponent::ran() const
{
    return std::chrono::floor<Milliseconds>(m_surroundings.hub.clock().steady() - m_launchedAt);
}

void ManagedComponent::processEnded(const QString &outcome, bool success)
{
    dropProcess();
    if (!isStopping() && m_surroundings.isClosing)
        return endedWithServer(outcome);
    if (!isStopping() || !m_lateness.isEmpty()) {
        const bool late = !m_lateness.isEmpty();
        endedByItself(late ? std::exchange(m_lateness, {}) : outcome, success && !late);
        return;
    }
    if (std::exchange(m_hadToBeKilled, false)) {
        const QString killed = u"had to be killed after %1 (stop_timeout)"_s.arg(formatDuration(m_config.stopTimeout));
        m_surroundings.logs.note(m_config.id, LogLevel::Warn, killed);
        m_facts.reason += "; "_L1 + killed;
    }
    Q_EMIT gone();
    if (std::exchange(m_startAgain, false))
        return waitToStart();
    if (m_phase == Phase::Waiting)
        return; // a receiver of gone() has started it again
    enter(Phase::Down, ComponentState::Stopped, m_facts.reason);
    m_cause.reset();
}

void ManagedComponent::endedByItself(const QString &outcome, bool success)
{
    const bool wasReady = m_phase == Phase::Up;
    const bool failed = !success || !wasReady;
    const QString text = success && !wasReady ? u"ended before it was ready (%1)"_s.arg(outcome) : outcome;
    m_surroundings.logs.note(m_config.id, failed ? LogLevel::Error : LogLevel::Info, text);
    if (failed)
        m_facts.error = text;
    const bool isOneshot = m_config.type == ComponentType::Oneshot;
    const bool again =
        failed ? m_config.restart != RestartPolicy::Never : m_config.restart == RestartPolicy::Always && !isOneshot;
    if (std::exchange(m_startAgain, false)) // not ready in time, and a start was requested meanwhile
        return waitToStart();
    if (again) {
        tryAgainOrGiveUp(text, !failed);
    } else {
        m_facts.wish.reset(); // it has run, as was wanted
        m_endedWell = !failed;
        if (isDone() && m_facts.lastStart)
            m_facts.lastStart->ready = m_surroundings.hub.clock().now();
        const QString ended = isOneshot ? u"done (%1)"_s : u"ended by itself (%1)"_s;
        enter(Phase::Down, failed ? ComponentState::Error : ComponentState::Stopped, failed ? text : ended.arg(text));
    }
    m_cause.reset();
}

// A service manager may tell all processes to end at once, and then a component hears it before the server asks it to.
void ManagedComponent::endedWithServer(const QString &outcome)
{
    m_surroundings.logs.note(m_config.id, LogLevel::Info, u"ended while the server is being stopped: "_s + outcome);
    m_startAgain = false;
    enter(Phase::Down, ComponentState::Stopped, u"stopped with the server"_s);
    m_cause.reset();
    Q_EMIT gone();
}

void ManagedComponent::tryAgainOrGiveUp(const QString &outcome, bool success)
{
    Clock &clock = m_surroundings.hub.clock();
    const auto delay = m_plan.next(ran(), !success, m_config.restartDelay, m_surroundings.random());
    if (!delay) {
        m_facts.wish.reset();
        m_facts.error = outcome;
        const QString reason =
            u"%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the "
            "cause in its log, then start it"_s.arg(outcome)
                .arg(RestartPlan::quickFailuresAllowed)
                .arg(RestartPlan::quickRun.count() / 1000);
        m_surroundings.logs.note(m_config.id, LogLevel::Error, reason);
        enter(Phase::Down, ComponentState::Error, reason);
        return;
    }
    m_facts.nextRestartAt = clock.now() + *delay;
    const quint64 run = ++m_run;
    clock.after(*delay, this, [this, run, outcome] {
        if (run != m_run)
            return;
        m_facts.nextRestartAt.reset();
        ++m_facts.restarts;
        m_startReason = u"started again after: %1"_s.arg(outcome);
        m_needs = Needs::None; // one that went down since does not prevent the restart
        m_phase = Phase::Waiting;
        Q_EMIT moved();
    });
    enter(Phase::Down, success ? ComponentState::Stopped : ComponentState::Error, outcome);
}

void ManagedComponent::fail(const QString &error)
{
    m_facts.error = error;
    m_facts.wish.reset();
    m_facts.nextRestartAt.reset();
    m_surroundings.logs.note(m_config.id, LogLevel::Error, error);
    enter(Phase::Down, ComponentState::Error, error);
    m_cause.reset();
}

} // namespace signalbox::core
