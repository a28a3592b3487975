// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include "server/core/config/configmodel.h"
#include "server/dialectlist.h"
#include "server/serverlog.h"

#include <QHostInfo>
#include <QRandomGenerator>

#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox {

Q_LOGGING_CATEGORY(lcServer, "signalbox.server", QtInfoMsg)

namespace {

QList<gateway::ListenerOptions> listenerOptions(const core::Config &config, const QStringList &spoken)
{
    QList<gateway::ListenerOptions> listeners;
    for (const core::ListenerConfig &listener : config.listeners) {
        gateway::ListenerOptions options;
        options.addresses = config.server.bind;
        options.port = static_cast<quint16>(listener.port);
        for (const QString &dialect : listener.dialects) {
            if (spoken.contains(dialect))
                options.dialects.append(dialect);
        }
        if (options.dialects.isEmpty())
            continue;
        if (listener.tls) {
            options.certificateFile = listener.tls->certificate;
            options.keyFile = listener.tls->key;
        }
        options.anonymous = listener.anonymous;
        options.hosts = listener.hosts;
        options.origins = listener.origins;
        options.trustedProxies = config.server.trustedProxies;
        listeners.append(options);
    }
    return listeners;
}

} // namespace

Server::Server(ServerSetup setup) : m_setup(std::move(setup)), m_data(m_setup.dataDirectory, m_clock, this)
{
    // In the log, too: there may be no window.
    connect(&m_hub, &core::Hub::changed, this, [](const Change &change) {
        if (const auto *problem = std::get_if<ProblemOccurred>(&change.body))
            qCWarning(lcServer, "%s", qUtf8Printable(problem->error));
    });
}

Server::~Server() = default;

link::LinkEndpoint *Server::openLink(const Actor &actor)
{
    return new link::LinkEndpoint({m_hub, m_queries->function(), *m_streams}, actor, this);
}

void Server::start()
{
    Result<void> prepared = m_data.take();
    if (prepared)
        prepared = prepareUsers();
    if (!prepared) {
        Q_EMIT failed({StartFailure::Kind::DataDirectory, prepared.error().message});
        return;
    }
    m_data.whenFree([this] { openStore(); });
}

// Executions that the last run left unfinished become Interrupted before any listener opens (docs/model.md, "States").
// Without a database the server runs without history; the Store records a ProblemOccurred and tries again.
void Server::openStore()
{
    const core::ServerConfig &config = m_setup.config.server;
    m_store = std::make_unique<core::Store>(
        m_hub, m_setup.dataDirectory,
        core::Retention{config.history, config.historyCount, m_setup.config.limits.historyBytes, config.events});
    m_events = std::make_unique<core::EventBook>(m_hub);
    connect(&m_hub, &core::Hub::changed, m_store.get(), &core::Store::changed);
    m_hub.setDurability([store = QPointer(m_store.get())](std::function<void(Result<void>)> kept) {
        store ? store->whenDurable(std::move(kept)) : kept({});
    });
    m_store->open(this, [this](const Result<core::RecoveredState> &opened) {
        const core::RecoveredState recovered = opened ? *opened : core::RecoveredState();
        m_eventsBefore = recovered.events;
        m_interrupted = recovered.interrupted;
        restoreHistory(recovered);
        m_users->keepEndedSessions(recovered.endedSessions, [this](const core::EndedSession &session, auto done) {
            m_store->saveEndedSession(session, std::move(done));
        });
        buildAgents(recovered);
        buildRuntime(recovered);
        m_sampler->prepare([this] { openDoors(); });
    });
}

// Opens the listeners. Sampler::prepare() is done by then, so that the first sample a client gets is true.
void Server::openDoors()
{
    if (m_isStopping)
        return;
    buildDialects();
    if (const Result<void> listening = listen(); !listening) {
        Q_EMIT failed({StartFailure::Kind::Listener, listening.error().message});
        return;
    }
    buildRouter();
    announce();
    m_events->begin(m_eventsBefore, std::exchange(m_interrupted, {}));
    m_supervisor->autostart(m_setup.config.server.remember);
    m_sampler->start();
    m_blackBoxes->start();
    m_schedules->start();
    m_gateway->setReady(true);
    m_guards->keepSpare();
    Q_EMIT started(m_gateway->listeners());
}

void Server::restoreHistory(const core::RecoveredState &opened)
{
    m_seen = std::make_unique<core::SeenMarks>(m_hub, m_setup.dataDirectory);
    for (const Project &project : opened.projects)
        (void)m_hub.record(ProjectChanged{project});
    for (const QList<ExecutionDetail> &details : {opened.finished, opened.interrupted}) {
        for (ExecutionDetail detail : details) {
            detail.execution.counts = {}; // apply() counts the tasks that follow
            m_seen->restore(detail.execution);
            (void)m_hub.record(ExecutionChanged{detail.execution});
            for (const Task &task : detail.tasks)
                (void)m_hub.record(TaskChanged{task});
        }
    }
    if (!opened.interrupted.isEmpty())
        qCWarning(lcServer, "%d executions were interrupted by the end of the last run",
                  static_cast<int>(opened.interrupted.size()));
}

Result<QByteArray> Server::readKey(const core::AuthConfig &auth) const
{
    return core::loadTokenKey(m_setup.dataDirectory, auth.jwtSecretFile);
}

Result<void> Server::prepareUsers()
{
    const Result<QByteArray> key = readKey(m_setup.config.auth);
    if (!key)
        return Unexpected{key.error()};
    m_tokens = std::make_unique<core::Tokens>(m_clock, core::tokenSettingsOf(m_setup.config, *key));
    m_users = std::make_unique<core::UserAuthenticator>(m_clock, *m_tokens, core::accountsOf(m_setup.config));
    if (m_setup.isInsecure)
        m_users->acceptWellKnown();
    m_issuer = std::make_unique<core::TokenIssuer>(m_hub, *m_users);
    connect(m_users.get(), &core::UserAuthenticator::loginRefused, this,
            [this](const QString &address, bool isHeld) { m_events->loginRefused(address, isHeld); });
    return {};
}

// Agents on other machines went on working, so their agents, instances and jobs are restored before a listener opens.
void Server::buildAgents(const core::RecoveredState &opened)
{
    core::AgentRegistryOptions options;
    options.host = QHostInfo::localHostName();
    options.version = QString::fromUtf8(SIGNALBOX_VERSION);
    options.heartbeat = agentHeartbeat(m_setup.config);
    m_agents = std::make_unique<core::AgentRegistry>(m_hub, *m_store, *m_store, options);
    m_agents->restore(opened.agents, opened.instances, opened.jobs);
    m_agents->start();
}

// What was wanted of a component that is gone from the configuration is forgotten, as at a reload that removes it.
void Server::restoreWishes(const QList<ComponentWish> &wishes)
{
    QSet<QString> configured;
    for (const core::ComponentConfig &component : core::withInstances(m_setup.config.components))
        configured.insert(component.id);
    for (const ComponentWish &wish : wishes) {
        if (!configured.contains(wish.componentId))
            m_store->forgetWish(wish.componentId);
    }
    m_supervisor->restore(wishes);
}

// What is gone from the configuration is forgotten, as at a reload.
void Server::buildSchedules(const QList<ScheduleRecord> &records)
{
    m_schedules = std::make_unique<core::ScheduleBoard>(
        m_hub, [this](const QString &executionId) { (void)m_engine->closeInput(executionId); });
    QSet<QString> configured;
    for (const core::ScheduleConfig &schedule : m_setup.config.schedules)
        configured.insert(schedule.id);
    for (const ScheduleRecord &record : records) {
        if (!configured.contains(record.scheduleId))
            m_store->forgetSchedule(record.scheduleId);
    }
    m_schedules->restore(records);
}

void Server::buildRuntime(const core::RecoveredState &opened)
{
    const core::Config &config = m_setup.config;
    m_logs = std::make_unique<core::LogBook>(m_hub, m_setup.dataDirectory + "/logs"_L1);
    m_guards = std::make_unique<core::Guards>(QString(), m_data.leaseDescriptor());
    m_secrets = std::make_unique<core::Secrets>(*m_guards);
    m_secrets->configure(config.secrets);
    m_groups = core::ControlGroups::ofThisProcess();
    if (m_groups.areThere())
        qCInfo(lcServer, "components are in control groups of their own, with controllers: %s",
               qUtf8Printable(m_groups.controllers().join(u", "_s)));
    m_supervisor = std::make_unique<core::Supervisor>(
        m_hub, *m_logs, m_setup.dataDirectory, [] { return QRandomGenerator::global()->generateDouble(); },
        m_guards.get(), &m_groups, m_secrets.get());
    restoreWishes(opened.wishes);
    core::EngineOptions options;
    options.dataDirectory = m_setup.dataDirectory;
    options.host = QHostInfo::localHostName();
    options.workers = config.server.workers;
    const core::Limits calls = callLimits(config);
    options.calls = calls.connections > 0 ? calls.connections : std::numeric_limits<int>::max(); // 0: no ceiling
    options.callOutputBytes = calls.outputBytes;
    options.nodeOutputBytes = config.limits.nodeOutputBytes;
    m_runner = std::make_unique<core::LocalRunner>(m_clock, *m_guards, m_secrets.get());
    m_engine = std::make_unique<core::Engine>(m_hub, *m_runner, *m_store, options);
    buildSchedules(opened.schedules);
    m_queries = std::make_unique<Queries>(*m_store, *m_logs, *m_agents, *m_engine);
    m_finder = std::make_unique<core::Finder>(m_hub, *m_logs, m_setup.dataDirectory, m_queries->function());
    m_queries->setFinder(*m_finder);
    m_history = std::make_unique<core::HistoryCommands>(
        m_hub, m_queries->function(),
        [this](const ExecutionDetail &detail, const RetryExecution &request, const Command &command) {
            return m_engine->retry(detail, request, command);
        });
    m_sampler = std::make_unique<core::Sampler>(m_hub, *m_supervisor, m_setup.dataDirectory,
                                                [this] { return m_gateway->takeRequestFigures(); });
    connect(m_supervisor.get(), &core::Supervisor::scaled, this, &Server::sampleComponents);
    connect(m_sampler.get(), &core::Sampler::clockJumped, this, [this](Milliseconds by) {
        qCWarning(lcServer, "the clock was set by %lld s", static_cast<long long>(by.count() / 1000));
        m_supervisor->moveTimes(by);
        m_schedules->look();
        m_events->clockSet(by);
        ServerInfo info = m_hub.snapshot().server;
        info.startedAt += by;
        (void)m_hub.record(ServerChanged{info});
    });
    connect(m_sampler.get(), &core::Sampler::memoryExceeded, m_supervisor.get(), &core::Supervisor::killForMemory);
    connect(m_sampler.get(), &core::Sampler::figuresMissed, m_logs.get(),
            [this](const QString &id, const QString &text) { m_logs->note(id, LogLevel::Warn, text); });
    m_sampler->applyConfig(config);
    m_blackBoxes = std::make_unique<core::BlackBoxes>(m_hub, *m_logs, *m_supervisor, *m_sampler, m_queries->function(),
                                                      m_setup.dataDirectory);
    m_blackBoxes->setKept(config.server.blackBoxes);
    m_queries->setBlackBoxes(m_blackBoxes.get());
    connect(m_engine.get(), &core::Engine::shutDownFinished, this, &Server::partStopped);
}

void Server::buildDialects()
{
    m_streams = std::make_unique<core::RuntimeStreams>(*m_engine, *m_logs, m_frames);
    for (const DialectRow &row : dialectList()) {
        const QString name = row.facts.name;
        m_dialects.push_back(row.make({m_hub, m_users.get(), m_users.get(), m_queries->function(), m_streams.get(),
                                       [this] { return m_store->isOpen(); }, m_setup.config.limitsFor(name),
                                       m_setup.config.findDialect(name)->settings}));
    }
}

Result<void> Server::listen()
{
    QList<dialects::Dialect *> dialects;
    QStringList spoken;
    for (const auto &dialect : m_dialects) {
        dialects.append(dialect.get());
        spoken.append(dialect->name());
    }
    m_gateway =
        std::make_unique<gateway::Gateway>(m_hub, m_users.get(), dialects, gateway::LimitTable::of(m_setup.config));
    m_gateway->setFrameTap(&m_frames);
    connect(m_gateway.get(), &gateway::Gateway::stopped, this, &Server::partStopped);
    connect(m_users.get(), &core::UserAuthenticator::sessionEnded, m_gateway.get(), &gateway::Gateway::reviewAccess);
    return m_gateway->listen(listenerOptions(m_setup.config, spoken));
}

void Server::announce()
{
    const core::ServerConfig &config = m_setup.config.server;
    ServerInfo info;
    info.version = QString::fromUtf8(SIGNALBOX_VERSION);
    info.host = QHostInfo::localHostName();
    info.startedAt = m_clock.now();
    info.tick = config.tick;
    const core::HostFigures host = core::readHostFigures();
    info.cores = host.cores;
    info.memoryBytes = host.memoryBytes;
    info.workers = config.workers;
    info.capacity = config.capacity;
    info.ceilings = core::ceilingsOf(m_setup.config);
    info.configurationFile = m_setup.configFile;
    info.dataDirectory = m_setup.dataDirectory;
    info.dialects = m_setup.config.dialectNames();
    info.listeners = m_gateway->listeners();
    info.users = core::usersOf(m_setup.config);
    info.limits = core::limitTextsOf(m_setup.config);
    (void)m_hub.record(ServerChanged{info});
    m_data.watchSpace(m_setup.config.limits.freeDiskBytes, [this](const Reason &shortage) { tellShortage(shortage); });
    apply(m_setup.config, m_tokens->settings().key);
}

void Server::tellShortage(const Reason &shortage)
{
    ServerInfo info = m_hub.snapshot().server;
    info.shortage = shortage;
    (void)m_hub.record(ServerChanged{info});
    if (shortage.isEmpty())
        qCInfo(lcServer, "there is room on the disk again");
    else
        (void)m_hub.record(ProblemOccurred{shortage, u"disk"_s});
}

void Server::buildRouter()
{
    m_reload = std::make_unique<Reload>(
        m_hub,
        Reload::Options{m_setup.configFile, m_setup.bindOverride, m_setup.isInsecure, m_setup.config,
                        m_tokens->settings().key, m_setup.configTexts},
        Reload::Effects{[this](const core::Config &config, const QByteArray &key) { apply(config, key); },
                        [this](const core::AuthConfig &auth) { return readKey(auth); },
                        [this] { return m_gateway->reloadCertificates(); }});
    connect(m_reload.get(), &Reload::began, this, &Server::reloadBegan);
    connect(m_reload.get(), &Reload::ended, this, &Server::reloadEnded);
    m_router = std::make_unique<core::CommandRouter>(
        m_hub,
        core::CommandHandlers{m_supervisor.get(), m_engine.get(), m_gateway.get(), m_reload.get(), m_agents.get(),
                              m_history.get(), m_issuer.get(), m_schedules.get(), m_blackBoxes.get(), m_seen.get()});
    m_voice = std::make_unique<Voice>(m_hub, *m_router);
    m_hub.setHandler(m_voice.get());
}

// The sections that are in effect at once: at the start, and at every reload.
void Server::apply(const core::Config &config, const QByteArray &key)
{
    (void)m_hub.record(CatalogueChanged{core::catalogueOf(config, m_clock.now())});
    const bool isOtherKey = m_tokens->setSettings(core::tokenSettingsOf(config, key));
    const bool areOtherUsers = m_users->setAccounts(core::accountsOf(config));
    ServerInfo info = m_hub.snapshot().server;
    info.users = core::usersOf(config);
    info.workers = config.server.workers;
    info.capacity = config.server.capacity;
    if (info != m_hub.snapshot().server)
        (void)m_hub.record(ServerChanged{info});
    if (isOtherKey || areOtherUsers)
        m_gateway->reviewAccess();
    m_secrets->configure(config.secrets);
    m_supervisor->applyConfig(config.components);
    m_applied = config;
    sampleComponents();
    m_engine->setWorkers(config.server.workers);
    m_schedules->applyConfig(config.schedules);
    m_blackBoxes->setKept(config.server.blackBoxes);
}

void Server::sampleComponents()
{
    core::Config config = m_applied;
    config.components = m_supervisor->components();
    m_sampler->applyConfig(config);
}

void Server::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    qCInfo(lcServer, "stopping");
    if (!m_gateway) {
        Q_EMIT stopped();
        return;
    }
    m_gateway->setReady(false);
    if (m_reload)
        m_reload->dismiss();
    m_schedules->stop();
    m_supervisor->startNothingMore();
    m_engine->dismissWorkers();
    m_agents->shutDown();
    m_gateway->stop();
    m_engine->shutDown(); // at once: callers of processes are told the result before their connection is closed
}

// Executions and clients are gone: components may go, which both may have used, and the store, which both write to.
void Server::partStopped()
{
    if (--m_partsStopping == 0)
        m_supervisor->shutDown([this] {
            m_events->end();
            m_store->close(this, [this] { Q_EMIT stopped(); });
        });
}

void Server::reload()
{
    if (const auto asked = m_hub.submit(serverActor(), ReloadConfiguration{}); !asked)
        qCWarning(lcServer, "the configuration was not reloaded: %s", qUtf8Printable(asked.error().message));
}

void Server::planReload(const QString &file, const std::function<void(const Result<ReloadPlan> &)> &tell)
{
    if (!m_reload)
        return tell(unexpected(ErrorCode::Conflict, Why::ServerNotStarted));
    m_reload->plan(file, tell);
}

} // namespace signalbox
