// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/tokenissuer.h"
#include "server/core/auth/userauthenticator.h"
#include "server/core/config/config.h"
#include "server/core/hub.h"
#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/blackbox/blackboxes.h"
#include "server/core/runtime/commandrouter.h"
#include "server/core/runtime/events/eventbook.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/executions/localrunner.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/metrics/sampler.h"
#include "server/core/runtime/runtimestreams.h"
#include "server/core/runtime/schedules/scheduleboard.h"
#include "server/core/runtime/search/finder.h"
#include "server/core/runtime/secrets/secrets.h"
#include "server/core/runtime/supervision/supervisor.h"
#include "server/core/storage/historycommands.h"
#include "server/core/storage/seenmarks.h"
#include "server/core/storage/store.h"
#include "server/datadirectory.h"
#include "server/dialects/dialect.h"
#include "server/gateway/gateway.h"
#include "server/link/linkendpoint.h"
#include "server/queries.h"
#include "server/reload.h"
#include "server/voice.h"

namespace signalbox {

// What a Server is started with.
struct ServerSetup
{
    core::Config config;
    QString configFile;              // empty: the built-in example; read again by a reload
    QString bindOverride;            // --bind, applied to a reload too
    QString dataDirectory;           // absolute
    bool isInsecure = false;         // --insecure: an exposure is no reason to refuse a reload
    core::ConfigTexts configTexts{}; // that config was read from
};

// Why a Server could not start. The text says what to do.
struct StartFailure
{
    enum class Kind { DataDirectory, Listener };
    Kind kind = Kind::DataDirectory;
    QString message;
};

// Builds and wires the server's half of the program. Server thread; owned by ServerHost.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(ServerSetup setup);
    ~Server() override;

    // started() or failed() follows, perhaps before this returns.
    void start();
    // stopped() follows: no peer is connected then, nothing of a component or execution runs, everything is written.
    void stop();
    // Submits ReloadConfiguration as the server itself, after SIGHUP.
    void reload();
    // What a reload of this file would do; see Reload::plan(). Conflict: the server has not started yet.
    void planReload(const QString &file, const std::function<void(const Result<ReloadPlan> &)> &tell);

    // After started(): the server's end of a window's link; lives as long as the Server.
    link::LinkEndpoint *openLink(const Actor &actor);

Q_SIGNALS:
    void started(const QList<signalbox::ListenerInfo> &listeners);
    void failed(const signalbox::StartFailure &failure);
    void stopped();
    void reloadBegan();
    void reloadEnded();

private:
    Result<void> prepareUsers();
    void openStore();
    void restoreHistory(const core::RecoveredState &opened);
    void buildRuntime(const core::RecoveredState &opened);
    void restoreWishes(const QList<ComponentWish> &wishes);
    void buildSchedules(const QList<ScheduleRecord> &records);
    void openDoors();
    void buildAgents(const core::RecoveredState &opened);
    void buildDialects();
    void buildRouter();
    Result<void> listen();
    void announce();
    void tellShortage(const Reason &shortage);
    Result<QByteArray> readKey(const core::AuthConfig &auth) const;
    void apply(const core::Config &config, const QByteArray &key);
    void sampleComponents();
    void partStopped();

    ServerSetup m_setup;
    core::SystemClock m_clock;
    core::Ids m_ids;
    core::Hub m_hub{m_clock, m_ids, this}; // all that is a QObject goes to the server thread with its parent
    core::FrameTap m_frames{m_clock, this};
    DataDirectory m_data;
    std::unique_ptr<core::Tokens> m_tokens;
    std::unique_ptr<core::UserAuthenticator> m_users;
    std::unique_ptr<core::TokenIssuer> m_issuer;
    std::unique_ptr<core::Store> m_store;
    std::unique_ptr<core::EventBook> m_events;
    core::EventsBefore m_eventsBefore;
    QList<ExecutionDetail> m_interrupted; // by the end of the run before
    std::unique_ptr<core::LogBook> m_logs;
    std::unique_ptr<core::Guards> m_guards;
    core::ControlGroups m_groups;
    std::unique_ptr<core::Secrets> m_secrets;
    std::unique_ptr<core::Supervisor> m_supervisor;
    std::unique_ptr<core::LocalRunner> m_runner;
    std::unique_ptr<core::Engine> m_engine;
    std::unique_ptr<core::ScheduleBoard> m_schedules;
    std::unique_ptr<core::AgentRegistry> m_agents;
    std::unique_ptr<core::HistoryCommands> m_history;
    std::unique_ptr<core::SeenMarks> m_seen;
    std::unique_ptr<Queries> m_queries;
    std::unique_ptr<core::Finder> m_finder;
    std::unique_ptr<Reload> m_reload;
    std::unique_ptr<core::CommandRouter> m_router;
    std::unique_ptr<Voice> m_voice;
    std::unique_ptr<core::Sampler> m_sampler;
    std::unique_ptr<core::BlackBoxes> m_blackBoxes;
    core::Config m_applied;
    std::unique_ptr<core::RuntimeStreams> m_streams;
    std::vector<std::unique_ptr<dialects::Dialect>> m_dialects;
    std::unique_ptr<gateway::Gateway> m_gateway;
    bool m_isStopping = false;
    int m_partsStopping = 2; // gateway and engine, of a stop
};

} // namespace signalbox
