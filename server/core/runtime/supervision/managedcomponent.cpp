// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/managedcomponent.h"

#include "server/core/duration.h"
#include "server/core/runtime/process/procstat.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr double leastMemoryMb = 0.1; // of a process that has begun; a tenth is the least that is shown

double residentMb(qint64 pid)
{
    const std::optional<ProcStat> process = readProcStat(static_cast<int>(pid));
    // The kernel counts in batches: of a process that has just begun it may know of no page yet, and of one that has
    // ended, which is not known yet, of none any more. Neither did without.
    const auto pages = std::max<std::uint64_t>(process ? process->residentPages : 0, 1);
    const auto bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return static_cast<double>(bytes) / (1024.0 * 1024.0);
}

} // namespace

ManagedComponent::ManagedComponent(const ComponentSurroundings &surroundings, const QList<ComponentConfig> &configured,
                                   int position, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{
    m_facts.stateSince = m_surroundings.hub.clock().now();
    m_facts.reason = Why::NotStarted;
    (void)reconfigure(configured, position);
}

bool ManagedComponent::isLaunchedAlike(const ComponentConfig &one, const ComponentConfig &other)
{
    const auto launchedBy = [](const ComponentConfig &of) {
        return std::tie(of.command, of.workingDirectory, of.environment, of.secrets, of.input, of.terminal);
    };
    return launchedBy(one) == launchedBy(other);
}

bool ManagedComponent::reconfigure(const QList<ComponentConfig> &configured, int position)
{
    const ComponentConfig &config = configured.at(position);
    const auto doneBy = [](const ComponentConfig &of) {
        return std::tie(of.command, of.workingDirectory, of.environment, of.secrets);
    };
    const bool changed = !isLaunchedAlike(config, this->config());
    m_endedWell = m_endedWell && doneBy(config) == doneBy(this->config());
    const bool isReadyTimeoutNew = config.readyTimeout != this->config().readyTimeout;
    const bool isHealthNew = config.health != this->config().health;
    m_configured = configured;
    m_facts.position = position;
    if (m_process)
        m_process->setStop(config.stopSignal, config.stopMode == StopMode::Main, config.stopTimeout);
    if (isReadyTimeoutNew && m_phase == Phase::Launching && m_facts.pid)
        awaitReadiness();
    if (isHealthNew && m_phase == Phase::Up)
        watchHealth();
    adjustResources();
    m_surroundings.logs.setLevelRule(config.id, config.logLevel);
    m_facts.id = config.id;
    m_facts.name = config.name;
    m_facts.description = config.description;
    m_facts.kind = config.kind;
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
    QList<std::optional<Timestamp> *> times{&m_facts.startedAt, &m_facts.nextRestartAt, &m_facts.killAt,
                                            &m_facts.healthSince};
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
    record(m_cause ? std::optional(*m_cause) : std::nullopt);
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

void ManagedComponent::keepDown(const Reason &reason)
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

void ManagedComponent::enter(Phase phase, ComponentState state, const Reason &reason)
{
    m_phase = phase;
    if (m_facts.state != state)
        m_facts.stateSince = m_surroundings.hub.clock().now();
    m_facts.state = state;
    m_facts.reason = reason;
    if (phase != Phase::Up)
        dropHealth();
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
    return config().type == ComponentType::Oneshot && after != Dependency::After::Started;
}

void ManagedComponent::requestStart(const std::optional<Command> &cause, const Reason &reason, Needs needs)
{
    if (m_surroundings.isClosing || (isActive() && !isStopping()))
        return;
    m_cause = cause ? std::make_shared<const Command>(*cause) : nullptr;
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
void ManagedComponent::requestKill(const std::optional<Command> &cause, const Reason &reason)
{
    if (!m_process || !m_process->isRunning()) {
        requestStop(cause, reason);
        if (m_end) { // after_stop runs
            m_hook.reset();
            over();
        }
        return;
    }
    m_startAgain = false;
    m_cause = cause ? std::make_shared<const Command>(*cause) : nullptr;
    m_failure = {};
    m_isKilled = true;
    m_hook.reset(); // before_stop has nothing to prepare any more
    enter(Phase::Ending, ComponentState::Stopping, reason);
    if (m_process)
        m_process->kill();
}

Result<void> ManagedComponent::type(const QByteArray &bytes, const QString &user)
{
    if (!m_process)
        return unexpected(ErrorCode::Conflict, Why::NoProcessRuns);
    const Result<void> written = m_process->write(bytes);
    if (written && !config().terminal) // a terminal shows what is typed by itself
        m_surroundings.logs.note(config().id, LogLevel::Info,
                                 u"%1 typed: %2"_s.arg(user, QString::fromUtf8(bytes).trimmed()));
    return written;
}

void ManagedComponent::requestStop(const std::optional<Command> &cause, const Reason &reason)
{
    m_startAgain = false;
    if (m_phase == Phase::Down && !willBeTriedAgain())
        return;
    m_cause = cause ? std::make_shared<const Command>(*cause) : nullptr;
    if (m_phase == Phase::Down || m_phase == Phase::Waiting) {
        ++m_run;
        m_facts.nextRestartAt.reset();
        enter(Phase::Down, ComponentState::Stopped, reason);
        m_cause.reset();
        Q_EMIT gone();
    } else if (!isStopping()) {
        enter(Phase::Holding, ComponentState::Stopping, reason);
    } else {
        m_failure = {}; // it was being stopped, or has ended, by itself; now the stop is requested
        if (m_end)
            m_end->byItself = false;
        if (m_hook && m_surroundings.isClosing)
            m_hook->endWithin(config().stopTimeout);
        enter(m_phase, ComponentState::Stopping, reason);
    }
}

void ManagedComponent::requestRestart(const std::optional<Command> &cause, const Reason &reason, Needs needs)
{
    if (m_phase == Phase::Launching || m_phase == Phase::Up)
        requestStop(cause, reason);
    requestStart(cause, reason, needs);
}

void ManagedComponent::waitFor(const QList<Reason> &names)
{
    const Reason reason(Why::WaitingFor, {m_startReason, Reason::list(names)});
    if (m_facts.state != ComponentState::Starting || m_facts.reason != reason)
        enter(Phase::Waiting, ComponentState::Starting, reason);
}

// End of a run.

void ManagedComponent::processEnded(const Reason &outcome, bool success)
{
    const bool hasRun = m_facts.pid.has_value();
    const bool isFailure = !m_failure.text.isEmpty();
    m_end = End{isFailure ? m_failure.text : outcome,
                success && !isFailure,
                m_phase == Phase::Up,
                !isStopping() || isFailure,
                ran(),
                explanation()};
    dropProcess();
    if (!hasRun || config().afterStop.command.isEmpty())
        return over();
    enter(Phase::Ending, ComponentState::Stopping,
          isStopping() ? m_facts.reason : Reason(Why::AfterStopRuns, {outcome}));
    runHook(config().afterStop, u"after_stop"_s, outcome, [this](const Reason &) { over(); });
}

void ManagedComponent::over()
{
    const End end = *std::exchange(m_end, std::nullopt);
    if (end.byItself && m_failure.text.isEmpty() && m_surroundings.isClosing)
        return endedWithServer(end.outcome);
    if (end.byItself)
        return endedByItself(end);
    if (std::exchange(m_hadToBeKilled, false)) {
        m_surroundings.logs.note(
            config().id, LogLevel::Warn,
            u"had to be killed after %1 (stop_timeout)"_s.arg(formatDuration(config().stopTimeout)));
        m_facts.reason = Reason(Why::HadToBeKilled, {m_facts.reason, Reason::duration(config().stopTimeout)});
    }
    Q_EMIT gone();
    if (std::exchange(m_startAgain, false))
        return waitToStart();
    if (m_phase == Phase::Waiting)
        return; // a receiver of gone() has started it again
    enter(Phase::Down, ComponentState::Stopped, m_facts.reason);
    m_cause.reset();
}

void ManagedComponent::endedByItself(const End &end)
{
    const bool isHealth = std::exchange(m_failure, {}).isHealth;
    const bool failed = !end.success || !end.wasReady;
    const Reason outcome = end.success && !end.wasReady ? Reason(Why::EndedBeforeReady, {end.outcome}) : end.outcome;
    const Reason text = failed ? withExplanation(outcome, end.explanation) : outcome;
    m_surroundings.logs.note(config().id, failed ? LogLevel::Error : LogLevel::Info, text);
    if (failed)
        setError(text);
    const bool isOneshot = config().type == ComponentType::Oneshot;
    const bool again = failed ? config().restart != RestartPolicy::Never || isHealth
                              : config().restart == RestartPolicy::Always && !isOneshot;
    if (failed)
        runFailureHook(outcome);
    if (std::exchange(m_startAgain, false)) // it was being stopped, and a start was requested meanwhile
        return waitToStart();
    if (again) {
        tryAgainOrGiveUp(text, end.ran, failed, isHealth);
    } else {
        m_facts.wish.reset(); // it has run, as was wanted
        m_endedWell = !failed;
        if (isDone() && m_facts.lastStart)
            m_facts.lastStart->ready = m_surroundings.hub.clock().now();
        const Reason ended(isOneshot ? Why::Done : Why::EndedByItself, {text});
        enter(Phase::Down, failed ? ComponentState::Error : ComponentState::Stopped, failed ? text : ended);
    }
    m_cause.reset();
    if (failed)
        lookForCause(end.explanation.line);
}

// A service manager may tell all processes to end at once, and then a component hears it before the server asks it to.
void ManagedComponent::endedWithServer(const QString &outcome)
{
    m_surroundings.logs.note(config().id, LogLevel::Info, u"ended while the server is being stopped: "_s + outcome);
    m_startAgain = false;
    enter(Phase::Down, ComponentState::Stopped, Why::StoppedWithServer);
    m_cause.reset();
    Q_EMIT gone();
}

// Only failures lead to giving up, and none of health, since one that had been ready is no crash loop.
void ManagedComponent::tryAgainOrGiveUp(const Reason &outcome, Milliseconds ran, bool failed, bool isHealth)
{
    Clock &clock = m_surroundings.hub.clock();
    const auto delay = m_plan.next(ran, failed && !isHealth, config().restartDelay, m_surroundings.random());
    if (!delay) {
        m_facts.wish.reset();
        const Reason reason(Why::GivenUp, {outcome, Reason::number(RestartPlan::quickFailuresAllowed),
                                           Reason::number(RestartPlan::quickRun.count() / 1000)});
        m_surroundings.logs.note(config().id, LogLevel::Error, reason);
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
        m_startReason = Reason(Why::StartedAgain, {outcome});
        m_needs = Needs::None; // one that went down since does not prevent the restart
        m_phase = Phase::Waiting;
        Q_EMIT moved();
    });
    enter(Phase::Down, failed ? ComponentState::Error : ComponentState::Stopped, outcome);
}

void ManagedComponent::fail(const Reason &error)
{
    setError(error);
    m_facts.wish.reset();
    m_facts.nextRestartAt.reset();
    m_surroundings.logs.note(config().id, LogLevel::Error, error);
    runFailureHook(error);
    enter(Phase::Down, ComponentState::Error, error);
    m_cause.reset();
}

} // namespace signalbox::core
