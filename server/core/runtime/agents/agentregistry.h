// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/agents/agentjournal.h"
#include "server/core/runtime/executions/executionjournal.h"

namespace signalbox::core {

struct AgentDeskOptions
{
    QString host;    // the agent that this machine is
    QString version; // of it
    Milliseconds heartbeat{30'000};
    int missedHeartbeats = 3; // then an agent is offline
    int maxRetries = 3;       // of a job whose agent vanished
    int agents = 1000;        // ceilings
    int instances = 10'000;
    int waitingJobs = 10'000;
};

// Members of Execution::details of a job.
namespace jobdetail {
inline constexpr QLatin1String jobType{"jobType"};
inline constexpr QLatin1String instanceId{"instanceId"};
inline constexpr QLatin1String agentId{"agentId"}; // absent while no agent can be found
inline constexpr QLatin1String priority{"priority"};
inline constexpr QLatin1String retryCount{"retryCount"};
inline constexpr QLatin1String errorDetails{"errorDetails"};
} // namespace jobdetail

// "<execution>.<attempt>": changes whenever a job goes to another agent, so that what the old one still says of it is
// recognised and refused (model.md, Ids).
QString jobRunId(const Execution &execution);

// What is assigned to this agent and Queued, by priority, then age.
QList<Execution> jobsWaitingFor(const Snapshot &snapshot, const QString &agentId);

// Agents on other machines, their instances, and the jobs they work off; everything it knows of them is in the
// Snapshot, but when each was last heard of by a clock that does not jump. Server thread; owned by Server.
//
// Commands are settled once the journal has what they did; a sign of life alone is not waited for.
class AgentDesk final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // hub and journals outlive it.
    AgentDesk(Hub &hub, ExecutionJournal &jobs, InstanceJournal &instances, AgentDeskOptions options,
              QObject *parent = nullptr);

    // What was kept: agents, instances, and jobs that had not ended. Before start(). Agents that were not offline are
    // waited for as if they had just been heard of, and so are those that jobs were left with.
    void restore(const QList<Agent> &agents, const QList<Instance> &instances, const QList<Execution> &jobs);
    // This machine becomes an agent (it takes no jobs, model.md), and missing heartbeats are noticed.
    void start();
    // This machine goes offline. Jobs stay as they are: their agents go on working.
    void shutDown();

    // What this agent is told to do: jobsWaitingFor() it, but for those that a crash could still give to another one.
    QList<Execution> jobsFor(const QString &agentId) const;
    Milliseconds heartbeat() const { return m_options.heartbeat; } // asked of agents
    int maxRetries() const { return m_options.maxRetries; }

    // RegisterAgent … ReportJobEnd, and CancelExecution of a job. Everything else: Unsupported.
    // Errors: Conflict without an agent that could take a job, for reports about an ended job, for instances whose jobs
    // have not ended; NotFound for outdated runs; Capacity beyond a ceiling.
    Result<QString> handle(const Command &command) override;

private:
    struct Visitor;
    using Durable = std::function<void(Result<void>)>;

    Result<QString> registerAgent(const RegisterAgent &wish, const Command &command);
    Result<QString> heartbeat(const ReportHeartbeat &wish, const Command &command);
    Result<void> makeRoom();
    void goOffline(const QString &agentId, const Command *cause);
    void look();
    void beat();

    Result<QString> createInstance(const CreateInstance &wish, const Command &command);
    Result<QString> updateInstance(const UpdateInstance &wish, const Command &command);
    Result<QString> deleteInstance(const DeleteInstance &wish, const Command &command);
    void followJob(const Execution &job);
    Durable settling(const Command &command, const QString &subject);

    Result<QString> createJob(const CreateJob &wish, const Command &command);
    Result<QString> progress(const ReportJobProgress &wish, const Command &command);
    Result<QString> end(const ReportJobEnd &wish, const Command &command);
    Result<QString> cancel(const CancelExecution &wish, const Command &command);
    void change(const Execution &job, const Command *cause, Durable durable = {});
    void jobKept(const QString &jobId);
    void jobNotKept(const QString &jobId, const Error &error, const Command &command);
    void takeBack(Execution job, const Command *cause);
    void assignLostJobs(const Command *cause);
    QString agentFor(const QString &instanceId) const;
    QList<Execution> jobsOf(ExecutionState state) const;

    Hub &m_hub;
    ExecutionJournal &m_jobs;
    InstanceJournal &m_instances;
    AgentDeskOptions m_options;
    // Agents that are online, and for a while after the start those that jobs were left with.
    QHash<QString, std::chrono::steady_clock::time_point> m_heardOf;
    QHash<QString, int> m_beingKept; // writes of a job that are under way
    std::chrono::steady_clock::time_point m_lastBeat{};
    bool m_isStopped = false;
};

} // namespace signalbox::core
