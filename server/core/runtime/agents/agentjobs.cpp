// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Refuses reports about a job that has ended; policy has refused those about a run that another agent was given since.
Result<void> checkOpen(const Execution &job)
{
    if (isFinal(job.state))
        return unexpected(ErrorCode::Conflict, Why::JobEnded, {job.id, toString(job.state)});
    return {};
}

} // namespace

QList<Execution> AgentRegistry::jobsOf(ExecutionState state) const
{
    QList<Execution> jobs;
    for (const Execution &execution : m_hub.snapshot().executions) {
        if (execution.kind == ExecutionKind::Job && execution.state == state)
            jobs.append(execution);
    }
    std::sort(jobs.begin(), jobs.end(), isGivenOutBefore);
    return jobs;
}

// The instance's agent when it is available, else the available agent that was seen last; empty: there is none.
QString AgentRegistry::agentFor(const QString &instanceId) const
{
    const Snapshot &snapshot = m_hub.snapshot();
    const auto isAvailable = [](const Agent &agent) {
        return !agent.local && (agent.state == AgentState::Online || agent.state == AgentState::Degraded);
    };
    const QString own = snapshot.instances.value(instanceId).agentId;
    if (isAvailable(snapshot.agents.value(own)))
        return own;
    const Agent *newest = nullptr;
    for (const Agent &agent : snapshot.agents) {
        if (isAvailable(agent) && (!newest || agent.lastSeenAt > newest->lastSeenAt))
            newest = &agent;
    }
    return newest ? newest->id : QString();
}

void AgentRegistry::change(const Execution &job, const Command *cause, Durable durable)
{
    const Execution before = m_hub.snapshot().executions.value(job.id);
    if (!m_hub.record(ExecutionChanged{job}, cause))
        return;
    ++m_beingKept[job.id];
    m_jobs.save(
        job, {},
        [self = QPointer<AgentRegistry>(this), id = job.id, durable = std::move(durable)](const Result<void> &kept) {
            if (self)
                self->jobKept(id);
            if (durable)
                durable(kept);
        });
    if (job.state == before.state)
        return;
    moveWorkers(before, job);
    followJob(job);
}

// The journal has one write of the job, or could not write it: then the server runs on without history (see Store).
void AgentRegistry::jobKept(const QString &jobId)
{
    const auto writes = m_beingKept.find(jobId);
    if (writes != m_beingKept.end() && --*writes == 0)
        m_beingKept.erase(writes);
}

// Leaves out jobs whose assignment is not durable: after a crash it could go to another agent under the same jobRunId.
QList<Execution> AgentRegistry::jobsFor(const QString &agentId) const
{
    QList<Execution> jobs = jobsWaitingFor(m_hub.snapshot(), agentId);
    jobs.removeIf([this](const Execution &job) { return m_beingKept.contains(job.id); });
    return jobs;
}

Result<QString> AgentRegistry::createJob(const CreateJob &request, const Command &command)
{
    const QString agentId = agentFor(request.instanceId);
    if (agentId.isEmpty())
        return unexpected(ErrorCode::Conflict, Why::NoAgentAvailable);
    Execution job;
    job.id = m_hub.ids().next();
    job.kind = ExecutionKind::Job;
    job.name = request.jobType;
    job.project = u"default"_s;
    job.owner = command.actor.user;
    job.dialect = command.actor.dialect;
    job.params = request.params;
    job.details = JobDetails{
        .jobType = request.jobType,
        .instanceId = request.instanceId,
        .agentId = agentId,
        .priority = request.priority,
    };
    job.state = ExecutionState::Queued;
    job.createdAt = m_hub.clock().now();
    job.message = Reason(Why::JobQueued);
    const auto complete = completing(command, job.id);
    change(job, &command,
           [self = QPointer<AgentRegistry>(this), id = job.id, command, complete](const Result<void> &durable) {
               if (self && !durable)
                   self->jobNotKept(id, durable.error(), command);
               complete(durable);
           });
    return job.id;
}

// The creation of the job is answered with an error, so no agent may work on it.
void AgentRegistry::jobNotKept(const QString &jobId, const Error &error, const Command &command)
{
    const Execution *known = m_hub.snapshot().execution(jobId);
    if (!known || isFinal(known->state))
        return;
    Execution failed = *known;
    failed.state = ExecutionState::Failed;
    failed.endedAt = m_hub.clock().now();
    failed.error = error.message;
    change(failed, &command);
}

Result<QString> AgentRegistry::progress(const ReportJobProgress &request, const Command &command)
{
    Execution job = *m_hub.snapshot().execution(request.jobId);
    if (const Result<void> current = checkOpen(job); !current)
        return Unexpected{current.error()};
    if (job.state != ExecutionState::Running) {
        job.state = ExecutionState::Running;
        job.startedAt = m_hub.clock().now();
    }
    job.percent = std::max(job.percent, request.percent.value_or(0.0));
    job.message = request.message;
    change(job, &command, completing(command, job.id));
    return job.id;
}

Result<QString> AgentRegistry::end(const ReportJobEnd &request, const Command &command)
{
    Execution job = *m_hub.snapshot().execution(request.jobId);
    if (job.state == request.state) {
        m_jobs.save(job, {}, completing(command, job.id)); // reported again, because the first answer was lost
        return job.id;
    }
    if (const Result<void> current = checkOpen(job); !current)
        return Unexpected{current.error()};
    const Timestamp now = m_hub.clock().now();
    job.state = request.state;
    job.startedAt = job.startedAt.value_or(now);
    job.endedAt = now;
    job.result = request.result;
    if (request.state == ExecutionState::Succeeded)
        job.percent = 100.0;
    if (request.state == ExecutionState::Failed)
        job.error = request.error.isEmpty() ? u"Job failed"_s : request.error;
    if (!request.errorDetails.isUndefined())
        editDetails<JobDetails>(job).errorDetails = request.errorDetails;
    change(job, &command, completing(command, job.id));
    return job.id;
}

Result<QString> AgentRegistry::cancel(const CancelExecution &request, const Command &command)
{
    const Execution *known = m_hub.snapshot().execution(request.executionId);
    if (!known || known->kind != ExecutionKind::Job)
        return unexpected(ErrorCode::Unsupported, Why::NoJob);
    Execution job = *known;
    if (isFinal(job.state)) {
        m_jobs.save(job, {}, completing(command, job.id)); // its end may not be durable yet
        return job.id;
    }
    job.state = ExecutionState::Cancelled;
    job.endedAt = m_hub.clock().now();
    job.message = Reason(Why::CancelledBy, {command.actor.user});
    change(job, &command, completing(command, job.id));
    return job.id;
}

// Queues a running job again because its agent went offline; after maxRetries the job has failed.
void AgentRegistry::takeBack(Execution job, const Command *cause)
{
    auto &details = editDetails<JobDetails>(job);
    const QString agentId = details.agentId;
    const int retry = details.retryCount + 1;
    if (retry > m_options.maxRetries) {
        job.state = ExecutionState::Failed;
        job.endedAt = m_hub.clock().now();
        job.error = Reason(Why::AgentOffline, {agentId, Reason::number(m_options.maxRetries)});
        return change(job, cause);
    }
    job.state = ExecutionState::Queued;
    job.startedAt.reset();
    job.percent = 0.0;
    ++job.attempt;
    details.retryCount = retry;
    details.agentId = agentFor(details.instanceId);
    job.message = Reason(Why::JobQueuedAgain, {agentId, Reason::number(retry), Reason::number(m_options.maxRetries)});
    change(job, cause);
}

// Gives queued jobs whose agent is offline, or that have none, to an available agent.
void AgentRegistry::assignLostJobs(const Command *cause)
{
    const QList<Execution> waiting = jobsOf(ExecutionState::Queued);
    for (Execution job : waiting) {
        auto &details = editDetails<JobDetails>(job);
        const QString before = details.agentId;
        if (m_heardOf.contains(before))
            continue;
        const QString now = agentFor(details.instanceId);
        if (now.isEmpty() || now == before)
            continue;
        if (!before.isEmpty())
            ++job.attempt; // the agent before may have been given the job
        details.agentId = now;
        job.message = Reason(Why::JobQueued);
        change(job, cause);
    }
}

} // namespace signalbox::core
