// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// What a job does to the status of its instance, for the job types that existing agents know.
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

const InstanceJob *effectOf(const Execution &job)
{
    const QString jobType = detailsOf<JobDetails>(job).jobType;
    const auto *found = std::find_if(instanceJobs.begin(), instanceJobs.end(),
                                     [&](const InstanceJob &row) { return jobType == QStringView(row.jobType); });
    return found == instanceJobs.end() ? nullptr : found;
}

// The settled status, or what the running job that began last makes of it.
ComponentState statusOf(const Instance &instance, const Snapshot &snapshot)
{
    const Execution *newest = nullptr;
    for (const Execution &job : snapshot.executions) {
        if (job.state == ExecutionState::Running && detailsOf<JobDetails>(job).instanceId == instance.id
            && effectOf(job) && (!newest || job.startedAt > newest->startedAt))
            newest = &job;
    }
    return newest ? effectOf(*newest)->during : instance.settled;
}

} // namespace

Result<QString> AgentRegistry::createInstance(const CreateInstance &request, const Command &command)
{
    Instance instance;
    instance.id = m_hub.ids().next();
    instance.name = request.name;
    instance.gameType = request.gameType;
    instance.agentId = request.agentId;
    instance.config = request.config;
    instance.createdAt = m_hub.clock().now();
    instance.updatedAt = instance.createdAt;
    (void)m_hub.record(InstanceChanged{instance}, &command);
    const auto complete = completing(command, instance.id);
    m_instances.saveInstance(instance, [self = QPointer<AgentRegistry>(this), id = instance.id, command,
                                        complete](const Result<void> &durable) {
        if (self && !durable) { // answered with an error, so there must be no instance
            (void)self->m_hub.record(InstanceRemoved{id}, &command);
            self->m_instances.removeInstance(id, {});
        }
        complete(durable);
    });
    return instance.id;
}

Result<QString> AgentRegistry::updateInstance(const UpdateInstance &request, const Command &command)
{
    Instance instance = m_hub.snapshot().instances.value(request.id);
    instance.name = request.name.value_or(instance.name);
    instance.config = request.config.value_or(instance.config);
    instance.updatedAt = m_hub.clock().now();
    (void)m_hub.record(InstanceChanged{instance}, &command);
    m_instances.saveInstance(instance, completing(command, instance.id));
    return instance.id;
}

Result<QString> AgentRegistry::deleteInstance(const DeleteInstance &request, const Command &command)
{
    const QList<Execution> open = jobsOf(ExecutionState::Running) + jobsOf(ExecutionState::Queued);
    for (const Execution &job : open) {
        if (detailsOf<JobDetails>(job).instanceId == request.id)
            return unexpected(ErrorCode::Conflict, Why::InstanceInUse, {request.id, job.id});
    }
    const QString id = request.id;
    (void)m_hub.record(InstanceRemoved{id}, &command);
    m_instances.removeInstance(id, completing(command, id));
    return id;
}

// A database of an earlier program may hold the status of a job that was cancelled since.
void AgentRegistry::restore(Instance instance)
{
    if (instance.settled == ComponentState::Starting)
        instance.settled = ComponentState::Stopped;
    else if (instance.settled == ComponentState::Stopping)
        instance.settled = ComponentState::Running;
    instance.status = statusOf(instance, m_hub.snapshot());
    (void)m_hub.record(InstanceChanged{instance});
}

// The state of this job is another one: so may the status of its instance be. A job that was cancelled, or whose agent
// went, leaves the instance as it was; one that failed without having begun says nothing of it.
void AgentRegistry::followJob(const Execution &job)
{
    const InstanceJob *effect = effectOf(job);
    Instance instance = m_hub.snapshot().instances.value(detailsOf<JobDetails>(job).instanceId);
    if (!effect || instance.id.isEmpty())
        return;
    const Instance before = instance;
    if (job.state == ExecutionState::Succeeded)
        instance.settled = effect->after;
    else if (job.state == ExecutionState::Failed && job.startedAt)
        instance.settled = ComponentState::Error;
    instance.status = statusOf(instance, m_hub.snapshot());
    if (instance == before)
        return;
    instance.updatedAt = m_hub.clock().now();
    (void)m_hub.record(InstanceChanged{instance});
    if (instance.settled != before.settled)
        m_instances.saveInstance(instance, {});
}

} // namespace signalbox::core
