// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server.h"

#include "app/options.h"
#include "server/core/config/configio.h"
#include "server/core/config/configmodel.h"
#include "server/dialectlist.h"

#include <QDir>
#include <QFileInfo>
#include <QHostInfo>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryFile>

#include <sys/stat.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

Q_LOGGING_CATEGORY(lcServer, "signalbox.server", QtInfoMsg)

constexpr Milliseconds leftoversEvery{20};

QList<gateway::ListenerOptions> listenerOptions(const core::Config &config, const QStringList &spoken)
{
    const bool isLoopback = core::isLoopback(config.server.bind);
    QList<gateway::ListenerOptions> listeners;
    for (const core::ListenerConfig &listener : config.listeners) {
        gateway::ListenerOptions options;
        options.address = config.server.bind;
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
        options.anonymous = listener.anonymousRole(isLoopback);
        options.origins = listener.origins;
        listeners.append(options);
    }
    return listeners;
}

} // namespace

Server::Server(ServerSetup setup) : m_setup(std::move(setup))
{
}

Server::~Server() = default;

link::LinkEndpoint *Server::openLink(const Actor &actor)
{
    const core::Ask askHere = [this](const Query &query, QObject *context, core::AnswerCallback answered) {
        ask(query, context, answered);
    };
    return new link::LinkEndpoint({m_hub, askHere, m_logs.get(), m_engine.get(), &m_frames}, actor, this);
}

void Server::start()
{
    for (const auto step : {&Server::prepareDataDirectory, &Server::prepareUsers}) {
        if (const std::optional<StartFailure> failure = (this->*step)()) {
            Q_EMIT failed(*failure);
            return;
        }
    }
    if (const Result<void> opened = m_lease.open(m_setup.dataDirectory); !opened) {
        Q_EMIT failed({CannotCreate, opened.error().message});
        return;
    }
    awaitLeftovers();
}

// After a crash the guards of the last run may still be ending its processes. Nothing is started before they are done:
// it could run twice.
void Server::awaitLeftovers()
{
    if (m_lease.take())
        return openStore();
    if (!std::exchange(m_hasLeftovers, true))
        qCWarning(lcServer, "waiting until what the last run started has ended");
    m_clock.after(leftoversEvery, this, [this] { awaitLeftovers(); });
}

// Executions that the last run left unfinished become Interrupted before any listener opens (docs/model.md, "States").
// Without a database the server runs without history; the Store records a ProblemOccurred and tries again.
void Server::openStore()
{
    const core::ServerConfig &config = m_setup.config.server;
    m_store = std::make_unique<core::Store>(m_hub, m_setup.dataDirectory,
                                            core::Retention{config.history, config.historyCount});
    connect(&m_hub, &core::Hub::changed, m_store.get(), &core::Store::changed);
    m_hub.setDurability([store = QPointer(m_store.get())](std::function<void(Result<void>)> kept) {
        store ? store->whenDurable(std::move(kept)) : kept({});
    });
    m_store->open(this, [this](const Result<core::RecoveredState> &opened) {
        if (opened)
            restoreHistory(*opened);
        buildAgents(opened ? *opened : core::RecoveredState());
        buildRuntime();
        m_sampler->prepare([this] { openDoors(); });
    });
}

// Opens the listeners. Sampler::prepare() is done by then, so that the first sample a client gets is true.
void Server::openDoors()
{
    if (m_isStopping)
        return;
    buildDialects();
    if (const std::optional<StartFailure> failure = listen()) {
        Q_EMIT failed(*failure);
        return;
    }
    announce();
    m_supervisor->autostart();
    m_sampler->start();
    m_gateway->setReady(true);
    Q_EMIT started(m_gateway->listeners());
}

void Server::restoreHistory(const core::RecoveredState &opened)
{
    for (const Project &project : opened.projects)
        (void)m_hub.record(ProjectChanged{project});
    for (const QList<ExecutionDetail> &details : {opened.finished, opened.interrupted}) {
        for (ExecutionDetail detail : details) {
            detail.execution.counts = {}; // apply() counts the tasks that follow
            (void)m_hub.record(ExecutionChanged{detail.execution});
            for (const Task &task : detail.tasks)
                (void)m_hub.record(TaskChanged{task});
        }
    }
    if (!opened.interrupted.isEmpty())
        qCWarning(lcServer, "%d executions were interrupted by the end of the last run",
                  static_cast<int>(opened.interrupted.size()));
}

// Everything in it is readable for this user alone (docs/interface.md, "Files in the data directory").
std::optional<StartFailure> Server::prepareDataDirectory()
{
    const QString path = m_setup.dataDirectory;
    umask(0077);
    QDir().mkpath(path);
    QTemporaryFile probe(path + "/.probe-XXXXXX"_L1);
    if (!probe.open()) {
        return StartFailure{CannotCreate,
                            u"the data directory '%1' cannot be written: %2 (choose another with --data-dir)"_s.arg(
                                path, probe.errorString())};
    }
    m_lock = std::make_unique<QLockFile>(path + "/lock"_L1);
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0))
        return {};
    qint64 pid = 0;
    QString host;
    QString application;
    m_lock->getLockInfo(&pid, &host, &application);
    return StartFailure{CannotCreate,
                        u"the data directory '%1' is in use by process %2 (stop that Signalbox, or choose "
                        "another directory with --data-dir)"_s.arg(path)
                            .arg(pid)};
}

std::optional<StartFailure> Server::prepareUsers()
{
    const core::AuthConfig &auth = m_setup.config.auth;
    const Result<QByteArray> key = core::loadTokenKey(m_setup.dataDirectory, auth.jwtSecretFile);
    if (!key)
        return StartFailure{CannotCreate, key.error().message};
    m_tokens = std::make_unique<core::Tokens>(m_clock, core::TokenSettings{*key, auth.issuer, auth.audience});
    m_users = std::make_unique<core::UserAuthenticator>(m_clock, *m_tokens, core::accountsOf(m_setup.config));
    m_issuer = std::make_unique<core::TokenIssuer>(m_hub, *m_tokens);
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

void Server::buildRuntime()
{
    const core::Config &config = m_setup.config;
    m_logs = std::make_unique<core::LogBook>(m_hub, m_setup.dataDirectory + "/logs"_L1);
    m_supervisor = std::make_unique<core::Supervisor>(
        m_hub, *m_logs, m_setup.dataDirectory, [] { return QRandomGenerator::global()->generateDouble(); },
        m_lease.descriptor());
    core::EngineOptions options;
    options.dataDirectory = m_setup.dataDirectory;
    options.host = QHostInfo::localHostName();
    options.workers = config.server.workers;
    const core::Limits calls = callLimits(config);
    options.calls = calls.connections > 0 ? calls.connections : std::numeric_limits<int>::max(); // 0: no ceiling
    options.callOutputBytes = calls.outputBytes;
    m_runner = std::make_unique<core::LocalRunner>(m_clock, QString(), m_lease.descriptor());
    m_engine = std::make_unique<core::Engine>(m_hub, *m_runner, *m_store, options);
    m_history = std::make_unique<core::HistoryCommands>(
        m_hub,
        [this](const Query &query, QObject *context, const core::AnswerCallback &answered) {
            ask(query, context, answered);
        },
        [this](const ExecutionDetail &detail, const RetryExecution &request, const Command &command) {
            return m_engine->retry(detail, request, command);
        });
    m_router = std::make_unique<core::CommandRouter>(core::CommandHandlers{
        m_supervisor.get(), m_engine.get(), this, this, m_agents.get(), m_history.get(), m_issuer.get()});
    m_hub.setHandler(m_router.get());
    m_sampler = std::make_unique<core::Sampler>(m_hub, *m_supervisor, m_setup.dataDirectory,
                                                [this] { return m_gateway->takeRequestFigures(); });
    m_sampler->applyConfig(config);
    connect(m_engine.get(), &core::Engine::shutDownFinished, this,
            [this] { m_supervisor->shutDown([this] { m_store->close(this, [this] { Q_EMIT stopped(); }); }); });
}

void Server::buildDialects()
{
    const core::Ask askHere = [this](const Query &query, QObject *context, core::AnswerCallback answered) {
        ask(query, context, answered);
    };
    m_streams = std::make_unique<core::RuntimeStreams>(*m_engine, *m_logs);
    for (const DialectRow &row : dialectList()) {
        const QString name = row.facts.name;
        m_dialects.push_back(row.make({m_hub, m_users.get(), m_tokens.get(), askHere, m_streams.get(),
                                       [this] { return m_store->isOpen(); }, m_setup.config.limitsFor(name),
                                       m_setup.config.findDialect(name)->settings}));
    }
}

std::optional<StartFailure> Server::listen()
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
    connect(m_gateway.get(), &gateway::Gateway::stopped, m_engine.get(), &core::Engine::shutDown);
    const Result<void> listening = m_gateway->listen(listenerOptions(m_setup.config, spoken));
    if (!listening)
        return StartFailure{Unavailable, listening.error().message};
    return {};
}

void Server::announce()
{
    const core::ServerConfig &config = m_setup.config.server;
    ServerInfo info;
    info.version = QString::fromUtf8(SIGNALBOX_VERSION);
    info.host = QHostInfo::localHostName();
    info.startedAt = m_clock.now();
    info.tick = config.tick;
    info.workers = config.workers;
    info.capacity = config.capacity;
    info.configurationFile = m_setup.configFile;
    info.dataDirectory = m_setup.dataDirectory;
    info.dialects = m_setup.config.dialectNames();
    info.listeners = m_gateway->listeners();
    info.users = core::usersOf(m_setup.config);
    info.limits = core::limitTextsOf(m_setup.config);
    (void)m_hub.record(ServerChanged{info});
    applyConfig(m_setup.config);
    m_engine->setWorkers(config.workers);
}

void Server::applyConfig(const core::Config &config)
{
    (void)m_hub.record(CatalogueChanged{core::catalogueOf(config, m_clock.now())});
    m_users->setAccounts(core::accountsOf(config));
    ServerInfo info = m_hub.snapshot().server;
    info.users = core::usersOf(config);
    if (info != m_hub.snapshot().server)
        (void)m_hub.record(ServerChanged{info});
    m_supervisor->applyConfig(config.components);
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
    m_agents->shutDown();
    m_gateway->stop(); // its stopped() ends the engine, then supervisor and store end: see listen() and buildRuntime()
}

void Server::reload()
{
    (void)m_hub.submit(serverActor(), ReloadConfiguration{});
}

Result<void> Server::readConfigAgain()
{
    const core::ConfigOutcome outcome =
        m_setup.configFile.isEmpty()
            ? core::parseConfig(core::exampleConfigText(), u"built-in example"_s, defaultConfig())
            : core::loadConfig(m_setup.configFile, defaultConfig());
    if (!outcome.isGood()) {
        QStringList problems;
        for (const core::ConfigProblem &problem : outcome.problems)
            problems.append(problem.toString());
        return unexpected(ErrorCode::InvalidArgument,
                          u"the configuration was not reloaded, the old one stays: "_s + problems.join("; "_L1));
    }
    core::Config config = outcome.config;
    if (!m_setup.bindOverride.isEmpty())
        config.server.bind = m_setup.bindOverride;
    if (config.listeners != m_setup.config.listeners || config.server != m_setup.config.server
        || config.limits != m_setup.config.limits || config.dialects != m_setup.config.dialects)
        qCWarning(lcServer, "[server], [[listener]], [limits] or [ark] changed: these take effect at the next start");
    m_setup.config = config;
    applyConfig(config);
    (void)m_gateway->reloadCertificates();
    qCInfo(lcServer, "configuration reloaded");
    return {};
}

Result<QString> Server::handle(const Command &command)
{
    if (const auto *request = std::get_if<DisconnectClient>(&command.body)) {
        m_gateway->disconnectClient(request->clientId, u"disconnected by an operator"_s);
        m_hub.complete(command, request->clientId);
        return request->clientId;
    }
    if (std::holds_alternative<ReloadConfiguration>(command.body)) {
        Q_EMIT reloadBegan();
        const Result<void> done = readConfigAgain();
        if (!done) {
            qCWarning(lcServer, "%s", qUtf8Printable(done.error().message));
            (void)m_hub.record(ProblemOccurred{done.error().message, u"reload"_s}, &command);
        }
        m_hub.complete(command, {}, done ? std::nullopt : std::optional(done.error()));
        Q_EMIT reloadEnded();
        return QString();
    }
    return unexpected(ErrorCode::Unsupported);
}

void Server::ask(const Query &query, QObject *context, const core::AnswerCallback &answered)
{
    if (const auto *logs = std::get_if<LogQuery>(&query.body)) {
        m_logs->ask(*logs, context, [answered](Result<LogPage> page) {
            answered(page ? Result<Answer>(Answer(*page)) : Result<Answer>(Unexpected{page.error()}));
        });
        return;
    }
    if (const auto *jobs = std::get_if<AgentJobsQuery>(&query.body))
        return answered(Answer(AgentJobs{m_agents->jobsFor(jobs->agentId)}));
    m_store->ask(query, context, answered);
}

} // namespace signalbox::app
