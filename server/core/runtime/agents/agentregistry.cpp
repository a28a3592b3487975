// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcAgents, "signalbox.agents", QtInfoMsg)

// How late a vanished agent may be noticed.
constexpr int looksPerHeartbeat = 6;

// What the job types that existing agents know do to an instance.
struct InstanceJob
{
    const char16_t *jobType;
    ComponentState during;
    ComponentState after;
};
constexpr std::array<InstanceJob, 3> instanceJobs{{
    {u"START_INSTANCE", ComponentState::Starting, ComponentState::Running},
    {u"STOP_INSTANCE", ComponentState::Stopping, ComponentState::Stopped},
    {u"RESTART_INSTANCE", ComponentState::Starting, ComponentState::Running},
}};

} // namespace

struct AgentDesk::Visitor
{
    AgentDesk &desk;
    const Command &command;

    Result<QString> operator()(const RegisterAgent &wish) const { return desk.registerAgent(wish, command); }
    Result<QString> operator()(const ReportHeartbeat &wish) const { return desk.heartbeat(wish, command); }
    Result<QString> operator()(const CreateInstance &wish) const { return desk.createInstance(wish, command); }
    Result<QString> operator()(const UpdateInstance &wish) const { return desk.updateInstance(wish, command); }
    Result<QString> operator()(const DeleteInstance &wish) const { return desk.deleteInstance(wish, command); }
    Result<QString> operator()(const CreateJob &wish) const { return desk.createJob(wish, command); }
    Result<QString> operator()(const ReportJobProgress &wish) const { return desk.progress(wish, command); }
    Result<QString> operator()(const ReportJobEnd &wish) const { return desk.end(wish, command); }
    Result<QString> operator()(const CancelExecution &wish) const { return desk.cancel(wish, command); }
    template<typename Other>
    Result<QString> operator()(const Other &) const
    {
        return unexpected(ErrorCode::Unsupported, u"this is no wish about agents, instances or jobs"_s);
    }
};

AgentDesk::AgentDesk(Hub &hub, ExecutionJournal &jobs, InstanceJournal &instances, AgentDeskOptions options,
                     QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_jobs(jobs)
    , m_instances(instances)
    , m_options(std::move(options))
{
}

Result<QString> AgentDesk::handle(const Command &command)
{
    return std::visit(Visitor{*this, command}, command.body);
}

void AgentDesk::restore(const QList<Agent> &agents, const QList<Instance> &instances, const QList<Execution> &jobs)
{
    for (const Agent &agent : agents) {
        if (agent.id == m_options.host)
            continue; // this machine is called so by now
        (void)m_hub.record(AgentChanged{agent});
        if (agent.state != AgentState::Offline)
            m_heardOf.insert(agent.id, m_hub.clock().steady());
    }
    for (const Instance &instance : instances)
        (void)m_hub.record(InstanceChanged{instance});
    for (const Execution &job : jobs) {
        (void)m_hub.record(ExecutionChanged{job});
        if (const QString agentId = job.details.value(jobdetail::agentId).toString(); !agentId.isEmpty())
            m_heardOf.insert(agentId, m_hub.clock().steady());
    }
}

void AgentDesk::start()
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

void AgentDesk::shutDown()
{
    m_isStopped = true;
    Agent here = m_hub.snapshot().agents.value(m_options.host);
    if (here.id.isEmpty() || here.state == AgentState::Offline)
        return;
    here.state = AgentState::Offline;
    (void)m_hub.record(AgentChanged{here});
}

// ---- agents

Result<QString> AgentDesk::registerAgent(const RegisterAgent &wish, const Command &command)
{
    const QMap<QString, Agent> &agents = m_hub.snapshot().agents;
    Agent agent = agents.value(wish.agentId);
    if (agent.local)
        return unexpected(ErrorCode::Conflict,
                          u"Agent %1 is this server itself; register under another agentId"_s.arg(wish.agentId));
    if (agent.id.isEmpty()) {
        if (const Result<void> room = makeRoom(); !room)
            return Unexpected{room.error()};
    }
    agent.id = wish.agentId;
    agent.hostname = wish.hostname;
    agent.version = wish.version;
    agent.capabilities = wish.capabilities;
    agent.state = AgentState::Online;
    agent.registeredAt = m_hub.clock().now();
    agent.lastSeenAt = agent.registeredAt;
    m_heardOf.insert(agent.id, m_hub.clock().steady());
    qCInfo(lcAgents, "agent %s registered from %s", qUtf8Printable(agent.id), qUtf8Printable(agent.hostname));
    (void)m_hub.record(AgentChanged{agent}, &command);
    assignLostJobs(&command);
    m_instances.saveAgent(agent, settling(command, agent.id));
    return wish.agentId;
}

// At the ceiling the one that was not seen for longest goes, if it is offline.
Result<void> AgentDesk::makeRoom()
{
    const QMap<QString, Agent> &agents = m_hub.snapshot().agents;
    if (agents.size() < m_options.agents)
        return {};
    const Agent *oldest = nullptr;
    for (const Agent &agent : agents) {
        if (agent.state == AgentState::Offline && !agent.local && (!oldest || agent.lastSeenAt < oldest->lastSeenAt))
            oldest = &agent;
    }
    if (!oldest)
        return unexpected(ErrorCode::Capacity,
                          u"%1 agents are registered, as many as are allowed"_s.arg(agents.size()));
    const QString id = oldest->id;
    (void)m_hub.record(AgentRemoved{id});
    m_instances.removeAgent(id);
    return {};
}

Result<QString> AgentDesk::heartbeat(const ReportHeartbeat &wish, const Command &command)
{
    Agent agent = m_hub.snapshot().agents.value(wish.agentId);
    if (agent.local)
        return unexpected(ErrorCode::Conflict, u"Agent %1 is this server itself"_s.arg(wish.agentId));
    if (wish.state == AgentState::Offline) {
        goOffline(agent.id, &command);
        m_instances.saveAgent(m_hub.snapshot().agents.value(wish.agentId), settling(command, wish.agentId));
        return wish.agentId;
    }
    const bool isOtherState = agent.state != wish.state;
    agent.state = wish.state;
    agent.lastSeenAt = m_hub.clock().now();
    if (!wish.resourceUsage.isEmpty())
        agent.resourceUsage = wish.resourceUsage;
    const bool isBack = !m_heardOf.contains(agent.id);
    m_heardOf.insert(agent.id, m_hub.clock().steady());
    (void)m_hub.record(AgentChanged{agent}, &command);
    if (isBack)
        assignLostJobs(&command);
    m_instances.saveAgent(agent, isOtherState ? settling(command, wish.agentId) : Durable());
    if (!isOtherState)
        m_hub.settle(command, wish.agentId);
    return wish.agentId;
}

void AgentDesk::goOffline(const QString &agentId, const Command *cause)
{
    m_heardOf.remove(agentId);
    Agent agent = m_hub.snapshot().agents.value(agentId);
    // Unknown: not heard of since the server started, but jobs were left with it.
    if (!agent.id.isEmpty() && agent.state != AgentState::Offline) {
        agent.state = AgentState::Offline;
        qCWarning(lcAgents, "agent %s went offline", qUtf8Printable(agentId));
        (void)m_hub.record(AgentChanged{agent}, cause);
        m_instances.saveAgent(agent, {});
    }
    const QList<Execution> running = jobsOf(ExecutionState::Running);
    for (const Execution &job : running) {
        if (job.details.value(jobdetail::agentId).toString() == agentId)
            takeBack(job, cause);
    }
    assignLostJobs(cause);
}

void AgentDesk::look()
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

void AgentDesk::beat()
{
    m_lastBeat = m_hub.clock().steady();
    Agent here = m_hub.snapshot().agents.value(m_options.host);
    here.lastSeenAt = m_hub.clock().now();
    (void)m_hub.record(AgentChanged{here});
}

// ---- instances

AgentDesk::Durable AgentDesk::settling(const Command &command, const QString &subject)
{
    return [self = QPointer<AgentDesk>(this), command, subject](const Result<void> &durable) {
        if (self)
            self->m_hub.settle(command, subject, durable ? std::nullopt : std::optional(durable.error()));
    };
}

Result<QString> AgentDesk::createInstance(const CreateInstance &wish, const Command &command)
{
    if (m_hub.snapshot().instances.size() >= m_options.instances)
        return unexpected(ErrorCode::Capacity,
                          u"there are %1 instances, as many as are allowed"_s.arg(m_options.instances));
    Instance instance;
    instance.id = m_hub.ids().next();
    instance.name = wish.name;
    instance.gameType = wish.gameType;
    instance.agentId = wish.agentId;
    instance.config = wish.config;
    instance.createdAt = m_hub.clock().now();
    instance.updatedAt = instance.createdAt;
    (void)m_hub.record(InstanceChanged{instance}, &command);
    const auto settle = settling(command, instance.id);
    m_instances.saveInstance(
        instance, [self = QPointer<AgentDesk>(this), id = instance.id, command, settle](const Result<void> &durable) {
            if (self && !durable) { // not answered with success, so it is not there
                (void)self->m_hub.record(InstanceRemoved{id}, &command);
                self->m_instances.removeInstance(id, {});
            }
            settle(durable);
        });
    return instance.id;
}

Result<QString> AgentDesk::updateInstance(const UpdateInstance &wish, const Command &command)
{
    Instance instance = m_hub.snapshot().instances.value(wish.id);
    instance.name = wish.name.value_or(instance.name);
    instance.config = wish.config.value_or(instance.config);
    instance.updatedAt = m_hub.clock().now();
    (void)m_hub.record(InstanceChanged{instance}, &command);
    m_instances.saveInstance(instance, settling(command, instance.id));
    return instance.id;
}

Result<QString> AgentDesk::deleteInstance(const DeleteInstance &wish, const Command &command)
{
    const QList<Execution> open = jobsOf(ExecutionState::Running) + jobsOf(ExecutionState::Queued);
    for (const Execution &job : open) {
        if (job.details.value(jobdetail::instanceId).toString() == wish.id)
            return unexpected(
                ErrorCode::Conflict,
                u"Instance %1 cannot be deleted while its job %2 is not done; cancel it first"_s.arg(wish.id, job.id));
    }
    const QString id = wish.id;
    (void)m_hub.record(InstanceRemoved{id}, &command);
    m_instances.removeInstance(id, settling(command, id));
    return id;
}

void AgentDesk::followJob(const Execution &job)
{
    const QString jobType = job.details.value(jobdetail::jobType).toString();
    const auto effect = std::find_if(instanceJobs.begin(), instanceJobs.end(),
                                     [&](const InstanceJob &row) { return jobType == QStringView(row.jobType); });
    Instance instance = m_hub.snapshot().instances.value(job.details.value(jobdetail::instanceId).toString());
    if (effect == instanceJobs.end() || instance.id.isEmpty())
        return;
    ComponentState status = instance.status;
    if (job.state == ExecutionState::Running)
        status = effect->during;
    else if (job.state == ExecutionState::Succeeded)
        status = effect->after;
    else if (job.state == ExecutionState::Failed)
        status = ComponentState::Error;
    if (status == instance.status)
        return;
    instance.status = status;
    instance.updatedAt = m_hub.clock().now();
    (void)m_hub.record(InstanceChanged{instance});
    m_instances.saveInstance(instance, {});
}

} // namespace signalbox::core
