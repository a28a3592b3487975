// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcAgents, "signalbox.agents", QtInfoMsg)

// How often look() runs per heartbeat, and so how late it may notice that an agent vanished.
constexpr int looksPerHeartbeat = 6;

} // namespace

struct AgentRegistry::Visitor
{
    AgentRegistry &registry;
    const Command &command;

    Result<QString> operator()(const RegisterAgent &request) const { return registry.registerAgent(request, command); }
    Result<QString> operator()(const ReportHeartbeat &request) const { return registry.heartbeat(request, command); }
    Result<QString> operator()(const CreateInstance &request) const
    {
        return registry.createInstance(request, command);
    }
    Result<QString> operator()(const UpdateInstance &request) const
    {
        return registry.updateInstance(request, command);
    }
    Result<QString> operator()(const DeleteInstance &request) const
    {
        return registry.deleteInstance(request, command);
    }
    Result<QString> operator()(const CreateJob &request) const { return registry.createJob(request, command); }
    Result<QString> operator()(const ReportJobProgress &request) const { return registry.progress(request, command); }
    Result<QString> operator()(const ReportJobEnd &request) const { return registry.end(request, command); }
    Result<QString> operator()(const CancelExecution &request) const { return registry.cancel(request, command); }
    // All other Commands. One of agents, instances or jobs that is forgotten above comes here, too: it compiles, and
    // fails when it is submitted.
    template<typename Other>
    Result<QString> operator()(const Other &) const
    {
        return unexpected(ErrorCode::Unsupported, u"this is no command about agents, instances or jobs"_s);
    }
};

AgentRegistry::AgentRegistry(Hub &hub, ExecutionJournal &jobs, AgentJournal &instances, AgentRegistryOptions options,
                             QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_jobs(jobs)
    , m_instances(instances)
    , m_options(std::move(options))
{
}

Result<QString> AgentRegistry::handle(const Command &command)
{
    return std::visit(Visitor{*this, command}, command.body);
}

void AgentRegistry::restore(const QList<Agent> &agents, const QList<Instance> &instances, const QList<Execution> &jobs)
{
    for (const Agent &agent : agents) {
        if (agent.id == m_options.host)
            continue; // this machine has got that name since
        (void)m_hub.record(AgentChanged{agent});
        if (agent.state == AgentState::Offline)
            continue;
        m_heardOf.insert(agent.id, m_hub.clock().steady());
        announceWorkers(agent);
    }
    for (const Execution &job : jobs) {
        (void)m_hub.record(ExecutionChanged{job});
        moveWorkers({}, job);
        if (const QString agentId = detailsOf<JobDetails>(job).agentId; !agentId.isEmpty())
            m_heardOf.insert(agentId, m_hub.clock().steady());
    }
    for (const Instance &instance : instances)
        restore(instance);
}

void AgentRegistry::start()
{
    const Timestamp now = m_hub.clock().now();
    Agent here;
    here.id = m_options.host;
    here.hostname = m_options.host;
    here.version = m_options.version;
    here.state = AgentState::Online;
    here.local = true;
    here.registeredAt = now;
    here.lastSeenAt = now;
    m_lastBeat = m_hub.clock().steady();
    (void)m_hub.record(AgentChanged{here});
    look();
}

void AgentRegistry::shutDown()
{
    m_isStopped = true;
    Agent here = m_hub.snapshot().agents.value(m_options.host);
    if (here.id.isEmpty() || here.state == AgentState::Offline)
        return;
    here.state = AgentState::Offline;
    (void)m_hub.record(AgentChanged{here});
}

// ---- agents

Result<QString> AgentRegistry::registerAgent(const RegisterAgent &request, const Command &command)
{
    const QMap<QString, Agent> &agents = m_hub.snapshot().agents;
    Agent agent = agents.value(request.agentId);
    if (agent.local)
        return unexpected(ErrorCode::Conflict, Why::AgentIdOfServer, {request.agentId});
    if (agent.id.isEmpty())
        makeRoom();
    agent.id = request.agentId;
    agent.hostname = request.hostname;
    agent.version = request.version;
    agent.owner = command.actor.user;
    agent.capabilities = request.capabilities;
    agent.state = AgentState::Online;
    agent.registeredAt = m_hub.clock().now();
    agent.lastSeenAt = agent.registeredAt;
    m_heardOf.insert(agent.id, m_hub.clock().steady());
    qCInfo(lcAgents, "agent %s registered from %s", qUtf8Printable(agent.id), qUtf8Printable(agent.hostname));
    (void)m_hub.record(AgentChanged{agent}, &command);
    announceWorkers(agent);
    assignLostJobs(&command);
    m_instances.saveAgent(agent, completing(command, agent.id));
    return request.agentId;
}

// At the ceiling, removes the offline agent that was not seen for longest; policy::admit() saw that there is one.
void AgentRegistry::makeRoom()
{
    const QMap<QString, Agent> &agents = m_hub.snapshot().agents;
    const int ceiling = m_hub.snapshot().server.ceilings.agents;
    if (ceiling == 0 || agents.size() < ceiling)
        return;
    const Agent *oldest = nullptr;
    for (const Agent &agent : agents) {
        if (agent.state == AgentState::Offline && !agent.local && (!oldest || agent.lastSeenAt < oldest->lastSeenAt))
            oldest = &agent;
    }
    if (!oldest)
        return;
    const QString id = oldest->id;
    m_workers.erase(id);
    (void)m_hub.record(AgentRemoved{id});
    m_instances.removeAgent(id);
}

Result<QString> AgentRegistry::heartbeat(const ReportHeartbeat &request, const Command &command)
{
    Agent agent = m_hub.snapshot().agents.value(request.agentId);
    if (agent.local)
        return unexpected(ErrorCode::Conflict, Why::AgentIsServer, {request.agentId});
    if (request.state == AgentState::Offline) {
        goOffline(agent.id, &command);
        m_instances.saveAgent(m_hub.snapshot().agents.value(request.agentId), completing(command, request.agentId));
        return request.agentId;
    }
    const bool isOtherState = agent.state != request.state;
    agent.state = request.state;
    agent.lastSeenAt = m_hub.clock().now();
    if (!request.resourceUsage.isEmpty())
        agent.resourceUsage = request.resourceUsage;
    const bool isBack = !m_heardOf.contains(agent.id);
    m_heardOf.insert(agent.id, m_hub.clock().steady());
    (void)m_hub.record(AgentChanged{agent}, &command);
    if (isBack) {
        announceWorkers(agent);
        assignLostJobs(&command);
    }
    m_instances.saveAgent(agent, isOtherState ? completing(command, request.agentId) : Durable());
    if (!isOtherState)
        m_hub.complete(command, request.agentId);
    return request.agentId;
}

void AgentRegistry::goOffline(const QString &agentId, const Command *cause)
{
    m_heardOf.remove(agentId);
    Agent agent = m_hub.snapshot().agents.value(agentId);
    // Without an id: jobs are assigned to an agent that has not registered again since the server started.
    if (!agent.id.isEmpty() && agent.state != AgentState::Offline) {
        agent.state = AgentState::Offline;
        qCWarning(lcAgents, "agent %s went offline", qUtf8Printable(agentId));
        (void)m_hub.record(AgentChanged{agent}, cause);
        m_instances.saveAgent(agent, {});
    }
    if (const auto workers = m_workers.find(agentId); workers != m_workers.end())
        workers->second.dismiss();
    const QList<Execution> running = jobsOf(ExecutionState::Running);
    for (const Execution &job : running) {
        if (detailsOf<JobDetails>(job).agentId == agentId)
            takeBack(job, cause);
    }
    assignLostJobs(cause);
}

void AgentRegistry::announceWorkers(const Agent &agent)
{
    const int jobs = agent.capabilities.value("maxConcurrentJobs"_L1).toInt();
    m_workers.try_emplace(agent.id, m_hub, agent.id).first->second.setCount(std::min(jobs, m_options.workersPerAgent));
}

// The job has begun, ended, or gone back to the queue.
void AgentRegistry::moveWorkers(const Execution &before, const Execution &job)
{
    const auto workersOf = [this](const Execution &execution) {
        const auto found = m_workers.find(detailsOf<JobDetails>(execution).agentId);
        return found == m_workers.end() ? nullptr : &found->second;
    };
    if (WorkerPool *workers = workersOf(before); workers && before.state == ExecutionState::Running)
        workers->releaseFrom(job.id);
    if (WorkerPool *workers = workersOf(job); workers && job.state == ExecutionState::Running)
        (void)workers->take(job.id);
}

void AgentRegistry::look()
{
    if (m_isStopped)
        return;
    const auto now = m_hub.clock().steady();
    QStringList vanished;
    for (auto agent = m_heardOf.cbegin(); agent != m_heardOf.cend(); ++agent) {
        if (now - agent.value() >= m_options.heartbeat * m_options.missedHeartbeats)
            vanished.append(agent.key());
    }
    vanished.sort();
    for (const QString &agentId : std::as_const(vanished))
        goOffline(agentId, nullptr);
    if (now - m_lastBeat >= m_options.heartbeat)
        beat();
    m_hub.clock().after(m_options.heartbeat / looksPerHeartbeat, this, [this] { look(); });
}

void AgentRegistry::beat()
{
    m_lastBeat = m_hub.clock().steady();
    Agent here = m_hub.snapshot().agents.value(m_options.host);
    here.lastSeenAt = m_hub.clock().now();
    (void)m_hub.record(AgentChanged{here});
}

AgentRegistry::Durable AgentRegistry::completing(const Command &command, const QString &subject)
{
    return [self = QPointer<AgentRegistry>(this), command, subject](const Result<void> &durable) {
        if (self)
            self->m_hub.complete(command, subject, durable ? std::nullopt : std::optional(durable.error()));
    };
}

} // namespace signalbox::core
