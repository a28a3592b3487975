// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

QString agentOf(const Execution &job)
{
    return job.details.value(jobdetail::agentId).toString();
}

int priorityOf(const Execution &job)
{
    return job.details.value(jobdetail::priority).toInt();
}

bool isBefore(const Execution &a, const Execution &b)
{
    if (priorityOf(a) != priorityOf(b))
        return priorityOf(a) > priorityOf(b);
    if (a.createdAt != b.createdAt)
        return a.createdAt < b.createdAt;
    return a.id < b.id;
}

void assign(Execution &job, const QString &agentId)
{
    if (agentId.isEmpty())
        job.details.remove(jobdetail::agentId);
    else
        job.details.insert(jobdetail::agentId, agentId);
}

// Reports about a run that was given to somebody else since, or that has ended.
Result<void> checkRun(const Execution &job, const QString &runId)
{
    if (jobRunId(job) != runId)
        return unexpected(ErrorCode::NotFound, u"Job run not found: %1"_s.arg(runId));
    if (isFinal(job.state))
        return unexpected(ErrorCode::Conflict, u"Job %1 has ended already: %2"_s.arg(job.id, toString(job.state)));
    return {};
}

} // namespace

QString jobRunId(const Execution &execution)
{
    return u"%1.%2"_s.arg(execution.id).arg(execution.attempt);
}

QList<Execution> jobsWaitingFor(const Snapshot &snapshot, const QString &agentId)
{
    QList<Execution> jobs;
    for (const Execution &execution : snapshot.executions) {
        if (execution.kind == ExecutionKind::Job && execution.state == ExecutionState::Queued
            && agentOf(execution) == agentId)
            jobs.append(execution);
    }
    std::sort(jobs.begin(), jobs.end(), isBefore);
    return jobs;
}

QList<Execution> AgentDesk::jobsOf(ExecutionState state) const
{
    QList<Execution> jobs;
    for (const Execution &execution : m_hub.snapshot().executions) {
        if (execution.kind == ExecutionKind::Job && execution.state == state)
            jobs.append(execution);
    }
    std::sort(jobs.begin(), jobs.end(), isBefore);
    return jobs;
}

// The instance's agent when it is online, else the agent seen last (issue 7); empty: there is none.
QString AgentDesk::agentFor(const QString &instanceId) const
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

void AgentDesk::change(const Execution &job, const Command *cause, Durable durable)
{
    if (!m_hub.record(ExecutionChanged{job}, cause))
        return;
    ++m_beingKept[job.id];
    m_jobs.save(
        job, {},
        [self = QPointer<AgentDesk>(this), id = job.id, durable = std::move(durable)](const Result<void> &kept) {
            if (self)
                self->jobKept(id);
            if (durable)
                durable(kept);
        });
    followJob(job);
}

// Or could not be: then the server runs on without history (see Store).
void AgentDesk::jobKept(const QString &jobId)
{
    const auto writes = m_beingKept.find(jobId);
    if (writes != m_beingKept.end() && --*writes == 0)
        m_beingKept.erase(writes);
}

// An assignment that is not kept yet could be made again, after a crash, under the same jobRunId to somebody else.
QList<Execution> AgentDesk::jobsFor(const QString &agentId) const
{
    QList<Execution> jobs = jobsWaitingFor(m_hub.snapshot(), agentId);
    jobs.removeIf([this](const Execution &job) { return m_beingKept.contains(job.id); });
    return jobs;
}

Result<QString> AgentDesk::createJob(const CreateJob &wish, const Command &command)
{
    const QString agentId = agentFor(wish.instanceId);
    if (agentId.isEmpty())
        return unexpected(ErrorCode::Conflict, u"No available agents to assign job"_s);
    if (jobsOf(ExecutionState::Queued).size() >= m_options.waitingJobs)
        return unexpected(ErrorCode::Capacity,
                          u"%1 jobs are waiting, as many as are allowed"_s.arg(m_options.waitingJobs));
    Execution job;
    job.id = m_hub.ids().next();
    job.kind = ExecutionKind::Job;
    job.name = wish.jobType;
    job.project = u"default"_s;
    job.owner = command.actor.user;
    job.dialect = command.actor.dialect;
    job.params = wish.params;
    job.details = {
        {jobdetail::jobType, wish.jobType}, {jobdetail::priority, wish.priority}, {jobdetail::retryCount, 0}};
    if (!wish.instanceId.isEmpty())
        job.details.insert(jobdetail::instanceId, wish.instanceId);
    assign(job, agentId);
    job.state = ExecutionState::Queued;
    job.createdAt = m_hub.clock().now();
    job.message = u"Job queued"_s;
    const auto settle = settling(command, job.id);
    change(job, &command,
           [self = QPointer<AgentDesk>(this), id = job.id, command, settle](const Result<void> &durable) {
               if (self && !durable)
                   self->jobNotKept(id, durable.error(), command);
               settle(durable);
           });
    return job.id;
}

// Its creation is not answered with success, so nobody may work on it.
void AgentDesk::jobNotKept(const QString &jobId, const Error &error, const Command &command)
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

Result<QString> AgentDesk::progress(const ReportJobProgress &wish, const Command &command)
{
    Execution job = *m_hub.snapshot().execution(wish.jobId);
    if (const Result<void> current = checkRun(job, wish.jobRunId); !current)
        return Unexpected{current.error()};
    if (job.state != ExecutionState::Running) {
        job.state = ExecutionState::Running;
        job.startedAt = m_hub.clock().now();
    }
    job.percent = std::max(job.percent, wish.percent.value_or(0.0));
    job.message = wish.message;
    change(job, &command, settling(command, job.id));
    return job.id;
}

Result<QString> AgentDesk::end(const ReportJobEnd &wish, const Command &command)
{
    Execution job = *m_hub.snapshot().execution(wish.jobId);
    if (job.state == wish.state && jobRunId(job) == wish.jobRunId) {
        m_jobs.save(job, {}, settling(command, job.id)); // said again because the first answer was lost
        return job.id;
    }
    if (const Result<void> current = checkRun(job, wish.jobRunId); !current)
        return Unexpected{current.error()};
    const Timestamp now = m_hub.clock().now();
    job.state = wish.state;
    job.startedAt = job.startedAt.value_or(now);
    job.endedAt = now;
    job.result = wish.result;
    if (wish.state == ExecutionState::Succeeded)
        job.percent = 100.0;
    if (wish.state == ExecutionState::Failed)
        job.error = wish.error.isEmpty() ? u"Job failed"_s : wish.error;
    if (!wish.errorDetails.isUndefined())
        job.details.insert(jobdetail::errorDetails, wish.errorDetails);
    change(job, &command, settling(command, job.id));
    return job.id;
}

Result<QString> AgentDesk::cancel(const CancelExecution &wish, const Command &command)
{
    const Execution *known = m_hub.snapshot().execution(wish.executionId);
    if (!known || known->kind != ExecutionKind::Job)
        return unexpected(ErrorCode::Unsupported, u"this execution is no job"_s);
    Execution job = *known;
    if (isFinal(job.state)) {
        m_jobs.save(job, {}, settling(command, job.id)); // perhaps it is not kept yet
        return job.id;
    }
    job.state = ExecutionState::Cancelled;
    job.endedAt = m_hub.clock().now();
    job.message = u"cancelled by %1"_s.arg(command.actor.user);
    change(job, &command, settling(command, job.id));
    return job.id;
}

// The agent of a running job vanished.
void AgentDesk::takeBack(Execution job, const Command *cause)
{
    const QString agentId = agentOf(job);
    const int retry = job.details.value(jobdetail::retryCount).toInt() + 1;
    if (retry > m_options.maxRetries) {
        job.state = ExecutionState::Failed;
        job.endedAt = m_hub.clock().now();
        job.error = u"agent %1 went offline; given up after %2 retries"_s.arg(agentId).arg(m_options.maxRetries);
        return change(job, cause);
    }
    job.state = ExecutionState::Queued;
    job.startedAt.reset();
    job.percent = 0.0;
    ++job.attempt;
    job.details.insert(jobdetail::retryCount, retry);
    assign(job, agentFor(job.details.value(jobdetail::instanceId).toString()));
    job.message =
        u"agent %1 went offline; queued again (retry %2 of %3)"_s.arg(agentId).arg(retry).arg(m_options.maxRetries);
    change(job, cause);
}

// Jobs that wait for an agent that is not there.
void AgentDesk::assignLostJobs(const Command *cause)
{
    const QList<Execution> waiting = jobsOf(ExecutionState::Queued);
    for (Execution job : waiting) {
        const QString before = agentOf(job);
        if (m_heardOf.contains(before))
            continue;
        const QString now = agentFor(job.details.value(jobdetail::instanceId).toString());
        if (now.isEmpty() || now == before)
            continue;
        if (!before.isEmpty())
            ++job.attempt; // the other agent may have been told of it
        assign(job, now);
        job.message = u"Job queued"_s;
        change(job, cause);
    }
}

} // namespace signalbox::core
