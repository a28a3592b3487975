// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a component: its process, what it says of itself, its probes and hooks.
#include "server/core/duration.h"
#include "server/core/runtime/supervision/managedcomponent.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace signalbox::core {

ProcessSpec ManagedComponent::surroundings() const
{
    ProcessSpec spec;
    const QDir data(m_surroundings.dataDirectory);
    spec.workingDirectory = data.absoluteFilePath(config().workingDirectory);
    if (config().workingDirectory == ComponentConfig::defaultWorkingDirectory)
        (void)data.mkpath(config().workingDirectory); // where that fails, the start says that there is no such folder
    spec.environment = config().environment;
    spec.environment.insert(u"SIGNALBOX_DATA_DIR"_s, m_surroundings.dataDirectory);
    spec.environment.insert(u"SIGNALBOX_COMPONENT"_s, config().id);
    spec.guards = m_surroundings.guards;
    spec.secrets = config().secrets;
    spec.secretSource = m_surroundings.secrets;
    return spec;
}

ProcessSpec ManagedComponent::spec() const
{
    ProcessSpec spec = surroundings();
    spec.program = config().command.value(0);
    spec.arguments = config().command.mid(1);
    spec.stopSignal = config().stopSignal;
    spec.stopsMainAlone = config().stopMode == StopMode::Main;
    spec.stopTimeout = config().stopTimeout;
    spec.input = config().input == StandardInput::Open ? StreamSpec::pipe() : StreamSpec::null();
    spec.limits = m_resources->forLaunch();
    spec.isTerminal = config().terminal;
    if (config().terminal && !config().environment.contains(u"TERM"_s))
        spec.environment.insert(u"TERM"_s, u"xterm"_s);
    if (m_notify)
        spec.environment.insert(u"NOTIFY_SOCKET"_s, m_notify->name());
    if (m_watchdog > Milliseconds(0)) {
        const auto microseconds = std::chrono::microseconds(m_watchdog).count();
        spec.environment.insert(u"WATCHDOG_USEC"_s, QString::number(microseconds)); // WATCHDOG_PID comes with it
    }
    return spec;
}

void ManagedComponent::launch()
{
    ++m_run;
    m_failure = {};
    m_isKilled = false;
    if (m_facts.lastStart && !m_facts.lastStart->launched)
        m_facts.lastStart->launched = m_surroundings.hub.clock().now();
    m_launchedAt = m_surroundings.hub.clock().steady();
    enter(Phase::Launching, ComponentState::Starting, m_startReason);
    if (m_phase != Phase::Launching) // a receiver of the ComponentChanged has stopped it again
        return;
    if (config().beforeStart.command.isEmpty())
        return startProcess();
    runHook(config().beforeStart, u"before_start"_s, {}, [this](const Reason &problem) {
        if (problem.isEmpty())
            startProcess();
        else
            processEnded(problem, false);
    });
}

void ManagedComponent::startProcess()
{
    m_launchedAt = m_surroundings.hub.clock().steady();
    m_extension = {};
    m_watchdog = config().health.watchdog.value_or(Milliseconds(0));
    if (const Reason problem = openNotifySocket(); !problem.isEmpty())
        return processEnded(problem, false);
    m_excess.clear();
    m_resources = std::make_unique<ResourceLimits>(m_surroundings.groups, config());
    lookForPort();
    m_process = std::make_unique<GuardedProcess>();
    m_ready = std::make_unique<Probe>(Probe::Kind::Ready, config().ready, subject());
    m_surroundings.logs.attach(config().id, *m_process);
    connect(m_process.get(), &GuardedProcess::started, this, &ManagedComponent::processStarted);
    connect(m_process.get(), &GuardedProcess::failedToStart, this,
            [this](const Error &error) { processEnded(error.message, false); });
    connect(m_process.get(), &GuardedProcess::exited, this, [this](const ExitStatus &status) {
        m_hadToBeKilled = status.signal == SIGKILL && m_facts.killAt && !m_isKilled && config().stopSignal != SIGKILL;
        processEnded(outcomeOf(status), m_excess.isEmpty() && status.isSuccess(config().successExitCodes));
    });
    // Not before: one that ends with its input shall know by then that it is to end.
    connect(m_process.get(), &GuardedProcess::toldToStop, m_process.get(), &GuardedProcess::closeInput);
    connect(m_process.get(), &GuardedProcess::toldToStop, this, [this] {
        m_facts.killAt = m_surroundings.hub.clock().now() + config().stopTimeout;
        record();
    });
    connect(m_ready.get(), &Probe::passed, this, &ManagedComponent::becameReady);
    m_process->start(spec());
}

// For people, what went wrong.
Reason ManagedComponent::openNotifySocket()
{
    m_status.clear();
    m_isStrangerTold = false;
    if (!config().ready.isTold() && !config().health.isTold())
        return {};
    auto socket = NotifySocket::open(QDir(m_surroundings.dataDirectory).absoluteFilePath(u"notify/"_s + config().id));
    if (!socket)
        return socket.error().message;
    m_notify = std::move(*socket);
    connect(m_notify.get(), &NotifySocket::told, this, &ManagedComponent::take);
    connect(m_notify.get(), &NotifySocket::strangerHeard, this, [this](qint64 pid) {
        if (!std::exchange(m_isStrangerTold, true))
            m_surroundings.logs.note(config().id, LogLevel::Warn,
                                     u"process %1 wrote to its notification socket and is not believed: it is none of "
                                     u"this component's, or had "
                                     "ended when the message was read"_s.arg(pid));
    });
    return {};
}

void ManagedComponent::processStarted(qint64 pid)
{
    m_facts.pid = pid;
    m_facts.startedAt = m_surroundings.hub.clock().now();
    m_facts.limits = m_resources->description();
    warnOfResources(m_resources->refusedAtStart(pid));
    if (m_notify)
        m_notify->setTreeRoot(treeRoot());
    m_surroundings.hub.clock().after(settleTime, this, [this] { measureAgain({}); });
    if (m_phase != Phase::Launching) {
        record();
        return;
    }
    if (m_ready->config().isSet()) {
        record(); // not needed without [[component]] ready: becameReady() follows at once and records the same
        awaitReadiness();
    }
    if (m_ready)
        m_ready->begin(treeRoot());
    if (m_phase == Phase::Launching)
        Q_EMIT moved(); // for what waits until its process runs
}

void ManagedComponent::becameReady()
{
    if (m_phase != Phase::Launching || !m_facts.pid)
        return;
    if (m_ready)
        m_ready.release()->deleteLater(); // the probe is the caller
    setError({});
    if (m_facts.lastStart && !m_facts.lastStart->ready)
        m_facts.lastStart->ready = m_surroundings.hub.clock().now();
    const quint64 run = m_run;
    m_phase = Phase::Up;
    watchHealth();
    enter(Phase::Up, ComponentState::Running, m_status.isEmpty() ? m_startReason : Reason(m_status));
    m_cause.reset();
    if (run == m_run && m_phase == Phase::Up)
        runAlone(config().afterStart, u"after_start"_s);
}

void ManagedComponent::awaitReadiness()
{
    const Milliseconds allowed = std::max(config().readyTimeout, m_extension);
    m_surroundings.hub.clock().after(std::max(allowed - ran(), Milliseconds(0)), this, [this, run = m_run] {
        if (run == m_run && m_phase == Phase::Launching)
            stopIfLate();
    });
}

// A reload may have given it more time since, or it has asked for some, and a timer may be early.
void ManagedComponent::stopIfLate()
{
    if (ran() < std::max(config().readyTimeout, m_extension))
        return awaitReadiness();
    stopFor({{Why::NotReady, {Reason::duration(config().readyTimeout), m_ready->description()}}, false});
}

void ManagedComponent::stopFor(const Failure &failure)
{
    m_failure = failure;
    enter(Phase::Holding, ComponentState::Stopping, failure.text);
}

void ManagedComponent::end()
{
    m_phase = Phase::Ending;
    if (!m_process || !m_process->isRunning())
        return processEnded({}, true); // stopped before the process was started
    if (!m_facts.pid || config().beforeStop.command.isEmpty())
        return m_process->stop();
    runHook(config().beforeStop, u"before_stop"_s, {}, [this](const Reason &) {
        if (m_process)
            m_process->stop();
    });
}

void ManagedComponent::dropProcess()
{
    m_hook.reset();
    m_ready.reset();
    dropHealth();
    m_notify.reset();
    m_resources.reset();
    m_facts.limits.clear();
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

// Health.

Probe::Subject ManagedComponent::subject() const
{
    return {config().id, m_surroundings.logs, m_surroundings.hub.clock(), surroundings()};
}

// From now on, of one that is Up. The caller records it.
void ManagedComponent::watchHealth()
{
    dropHealth();
    const ProbeConfig &health = config().health;
    if (!health.isSet())
        return;
    if (health.watchdog && *health.watchdog != m_watchdog) {
        m_surroundings.logs.note(
            config().id, LogLevel::Info,
            u"health.watchdog holds from its next start: a program is told then how often to speak"_s);
        return;
    }
    m_facts.health = ComponentHealth::Healthy;
    m_facts.healthSince = m_surroundings.hub.clock().now();
    m_health = std::make_unique<Probe>(Probe::Kind::Health, health, subject());
    connect(m_health.get(), &Probe::failed, this, &ManagedComponent::degraded);
    connect(m_health.get(), &Probe::passed, this, &ManagedComponent::recovered);
    // Components that start together are not asked together.
    const double share = static_cast<double>(m_health->interval().count()) * m_surroundings.random();
    m_health->begin(treeRoot(), Milliseconds(1 + std::llround(share)));
}

void ManagedComponent::degraded(const Reason &text)
{
    if (m_phase != Phase::Up)
        return;
    m_surroundings.logs.note(config().id, LogLevel::Warn, u"degraded: "_s + text);
    if (config().health.action == HealthAction::Restart)
        return stopFor({text, true});
    if (m_facts.health != ComponentHealth::Degraded)
        m_facts.healthSince = m_surroundings.hub.clock().now();
    m_facts.health = ComponentHealth::Degraded;
    setError(text);
    record();
}

void ManagedComponent::recovered()
{
    m_surroundings.logs.note(config().id, LogLevel::Info, u"healthy again"_s);
    m_facts.health = ComponentHealth::Healthy;
    m_facts.healthSince = m_surroundings.hub.clock().now();
    setError({});
    record();
}

void ManagedComponent::dropHealth()
{
    if (m_health) {
        m_health->disconnect(this);        // a try may be under way
        m_health.release()->deleteLater(); // the probe may be the caller
    }
    if (m_facts.health == ComponentHealth::Degraded)
        setError({});
    m_facts.health = ComponentHealth::Unchecked;
    m_facts.healthSince.reset();
}

// What it says of itself.

void ManagedComponent::take(const Notice &notice)
{
    if (notice.more) {
        m_extension = std::max(m_extension, ran() + *notice.more);
    }
    if (notice.status) {
        m_status = m_process->withoutSecrets(*notice.status);
        tellStatus();
    }
    if (m_ready)
        m_ready->take(notice);
    if (m_health)
        m_health->take(notice);
}

// The first one at once, others after a pause: there may be thousands.
void ManagedComponent::tellStatus()
{
    const Reason reason = m_status.isEmpty() ? m_startReason : Reason(m_status);
    if (m_isStatusHeld || isStopping() || !m_facts.pid || m_facts.reason == reason)
        return;
    m_facts.reason = reason;
    record();
    m_isStatusHeld = true;
    m_surroundings.hub.clock().after(statusPause, this, [this] {
        m_isStatusHeld = false;
        tellStatus();
    });
}

// Hooks.

std::unique_ptr<SideCommand> ManagedComponent::commandOf(const HookConfig &hook, const QString &name,
                                                         const QString &exit)
{
    ProcessSpec spec = surroundings();
    spec.program = hook.command.constFirst();
    spec.arguments = hook.command.mid(1);
    spec.environment.insert(u"SIGNALBOX_HOOK"_s, name);
    if (!exit.isEmpty())
        spec.environment.insert(u"SIGNALBOX_EXIT"_s, exit);
    const Milliseconds timeout = m_surroundings.isClosing ? std::min(hook.timeout, config().stopTimeout) : hook.timeout;
    auto command = std::make_unique<SideCommand>(m_surroundings.hub.clock(), spec, timeout);
    connect(command.get(), &SideCommand::printed, this, [this, name](const QString &line) {
        m_surroundings.logs.note(config().id, LogLevel::Info, u"%1: %2"_s.arg(name, line));
    });
    return command;
}

// In place of the one that runs, if any. exit: for SIGNALBOX_EXIT. problem: empty, or for people.
void ManagedComponent::runHook(const HookConfig &hook, const QString &name, const QString &exit,
                               std::function<void(const Reason &problem)> done)
{
    m_hook = commandOf(hook, name, exit);
    connect(m_hook.get(), &SideCommand::ended, this, [this, name, done = std::move(done)](const Reason &problem) {
        m_hook.release()->deleteLater(); // the caller
        const Reason text = problem.isEmpty() ? Reason() : Reason(Why::HookFailed, {name, problem});
        if (!text.isEmpty())
            m_surroundings.logs.note(config().id, LogLevel::Warn, text);
        done(text);
    });
    m_hook->start();
}

void ManagedComponent::runAlone(const HookConfig &hook, const QString &name)
{
    if (!hook.command.isEmpty())
        runHook(hook, name, {}, [](const Reason &) {});
}

// Beside whatever follows the failure.
void ManagedComponent::runFailureHook(const QString &failure)
{
    if (config().onFailure.command.isEmpty() || m_surroundings.isClosing)
        return;
    const QString name = u"on_failure"_s;
    if (m_failureHook) {
        m_surroundings.logs.note(config().id, LogLevel::Warn,
                                 u"on_failure still runs, so it is not run for this failure"_s);
        return;
    }
    m_failureHook = commandOf(config().onFailure, name, failure);
    connect(m_failureHook.get(), &SideCommand::ended, this, [this, name](const Reason &problem) {
        m_failureHook.release()->deleteLater(); // the caller
        if (!problem.isEmpty())
            m_surroundings.logs.note(config().id, LogLevel::Warn, u"%1 failed: %2"_s.arg(name, problem));
    });
    m_failureHook->start();
}

} // namespace signalbox::core
