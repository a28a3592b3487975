// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/runtime/agents/agentjournal.h"
#include "server/core/runtime/executions/executionjournal.h"
#include "server/core/workerpool.h"
#include "server/model/job.h"

#include <map>

namespace signalbox::core {

struct AgentRegistryOptions
{
    QString host;    // this machine's name, which is its id as an agent
    QString version; // of this server
    Milliseconds heartbeat{30'000};
    int missedHeartbeats = 3; // then an agent is offline
    int maxRetries = jobRetries;
    int workersPerAgent = 100; // a ceiling
};

// ARK's agents on other machines, their workers, instances and jobs. All its state is in the Snapshot, but for the times
// of the last heartbeats by the steady clock. An agent brings as many workers as it says it can do jobs at once
// (capabilities, maxConcurrentJobs), up to a ceiling; a job it has begun takes one. Server thread; owned by Server.
//
// Commands are completed once the journal has their effect; a heartbeat that changes no state at once.
class AgentRegistry final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // hub and journals outlive it.
    AgentRegistry(Hub &hub, ExecutionJournal &jobs, AgentJournal &instances, AgentRegistryOptions options,
                  QObject *parent = nullptr);

    // Agents, instances and unfinished jobs of the database (RecoveredState). Before start(). Agents that were not
    // offline, and those that have jobs, count as heard of just now.
    void restore(const QList<Agent> &agents, const QList<Instance> &instances, const QList<Execution> &jobs);
    // Records this machine as an agent (it takes no jobs) and begins to notice missing heartbeats.
    void start();
    // Records this machine as offline. Jobs stay as they are: their agents go on working.
    void shutDown();

    // The jobs to hand to this agent: jobsWaitingFor() it, without those whose assignment is not durable yet.
    QList<Execution> jobsFor(const QString &agentId) const;

    // RegisterAgent … ReportJobEnd, and CancelExecution of a job. Everything else: Unsupported.
    // Errors: Conflict when no agent can take a job, for reports about an ended job, for the deletion of an instance
    // whose jobs have not ended.
    Result<QString> handle(const Command &command) override;

private:
    struct Visitor;
    using Durable = std::function<void(Result<void>)>;

    Result<QString> registerAgent(const RegisterAgent &request, const Command &command);
    Result<QString> heartbeat(const ReportHeartbeat &request, const Command &command);
    void makeRoom();
    void goOffline(const QString &agentId, const Command *cause);
    void announceWorkers(const Agent &agent);
    void moveWorkers(const Execution &before, const Execution &job);
    void look();
    void beat();

    Result<QString> createInstance(const CreateInstance &request, const Command &command);
    Result<QString> updateInstance(const UpdateInstance &request, const Command &command);
    Result<QString> deleteInstance(const DeleteInstance &request, const Command &command);
    void restore(Instance instance);
    void followJob(const Execution &job);
    Durable completing(const Command &command, const QString &subject);

    Result<QString> createJob(const CreateJob &request, const Command &command);
    Result<QString> progress(const ReportJobProgress &request, const Command &command);
    Result<QString> end(const ReportJobEnd &request, const Command &command);
    Result<QString> cancel(const CancelExecution &request, const Command &command);
    void change(const Execution &job, const Command *cause, Durable durable = {});
    void jobKept(const QString &jobId);
    void jobNotKept(const QString &jobId, const Error &error, const Command &command);
    void takeBack(Execution job, const Command *cause);
    void assignLostJobs(const Command *cause);
    QString agentFor(const QString &instanceId) const;
    QList<Execution> jobsOf(ExecutionState state) const;

    Hub &m_hub;
    ExecutionJournal &m_jobs;
    AgentJournal &m_instances;
    AgentRegistryOptions m_options;
    // When each agent that is not offline was last heard of; after restore() also those that have jobs.
    QHash<QString, std::chrono::steady_clock::time_point> m_heardOf;
    std::map<QString, WorkerPool> m_workers; // by agent
    QHash<QString, int> m_beingKept;         // journal writes under way, by job
    std::chrono::steady_clock::time_point m_lastBeat{};
    bool m_isStopped = false;
};

} // namespace signalbox::core
