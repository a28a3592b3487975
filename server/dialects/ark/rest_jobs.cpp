// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/policy.h"
#include "server/dialects/ark/codec_body.h"
#include "server/dialects/ark/codec_shapes.h"
#include "server/dialects/ark/names.h"
#include "server/dialects/ark/rest.h"
#include "server/dialects/page.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

using dialects::RestResponse;

namespace {

bool isBefore(const Execution &a, const Execution &b)
{
    return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.id < b.id;
}

// Whether the Command repeats the end that a job has come to. An agent whose answer was lost may repeat its report
// after the job has left the Snapshot.
Result<void> isSameEnd(const Execution &known, const ReportJobEnd &command)
{
    if (known.kind != ExecutionKind::Job)
        return unexpected(ErrorCode::NotFound, u"Job not found: %1"_s.arg(command.jobId));
    if (jobRunId(known) != command.jobRunId)
        return unexpected(ErrorCode::NotFound, u"Job run not found: %1"_s.arg(command.jobRunId));
    if (known.state != command.state)
        return unexpected(ErrorCode::Conflict, u"Job %1 has ended already: %2"_s.arg(known.id, toString(known.state)));
    return {};
}

} // namespace

void Rest::handleJobs(Route route, const Request &request, const Respond &respond)
{
    const auto noContent = [respond](const QString &) { respond({204, {}, {}, {}}); };
    if (route == Route::CreateJob) {
        carryOut(readNewJob(request.body), request, respond,
                 [this, request, respond](const QString &id) { showJob(request, 201, id, respond); });
    } else if (route == Route::JobProgress) {
        carryOut(readProgress(request.body), request, respond, noContent);
    } else if (route == Route::JobComplete) {
        completeJob(request, respond);
    } else if (route == Route::CancelJob) {
        cancelJob(request, respond);
    } else if (route == Route::PollJobs) {
        poll(request, respond);
    } else if (route == Route::ShowJob) {
        showJob(request, 200, request.captures.value(u"id"_s), respond);
    } else {
        listJobs(request, respond);
    }
}

void Rest::listJobs(const Request &request, const Respond &respond) const
{
    QueryReader query(request.head);
    const QString status = query.oneOf(u"status"_s, jobStatuses());
    const QString type = query.oneOf(u"jobType"_s, allJobTypes());
    const QString agentId = query.text(u"agentId"_s);
    const QString instanceId = query.text(u"instanceId"_s);
    const int limit = query.integer(u"limit"_s, mostItems, 1, mostItems);
    const int offset = query.integer(u"offset"_s, 0, 0, std::numeric_limits<int>::max());
    if (refuseProblems(query.problems(), request, respond))
        return;
    QList<const Execution *> jobs;
    for (const Execution &execution : snapshot().executions) {
        const auto &details = detailsOf<JobDetails>(execution);
        if ((status.isEmpty() || jobStatus(execution.state) == status) && (type.isEmpty() || jobType(execution) == type)
            && (agentId.isEmpty() || details.agentId == agentId)
            && (instanceId.isEmpty() || details.instanceId == instanceId))
            jobs.append(&execution);
    }
    std::sort(jobs.begin(), jobs.end(), [](const Execution *a, const Execution *b) { return isBefore(*b, *a); });
    dialects::Page page(offset, limit, m_services.limits.answerBytes);
    for (const Execution *job : std::as_const(jobs))
        page.add([job] { return jobObject(*job); });
    respond(page.answer(request.head, page.array()));
}

void Rest::poll(const Request &request, const Respond &respond)
{
    QueryReader query(request.head);
    const QString agentId = query.required(u"agentId"_s);
    if (refuseProblems(query.problems(), request, respond))
        return;
    if (const Result<void> may = core::policy::maySpeakFor(snapshot(), request.actor, agentId); !may)
        return refuse(may.error(), request, respond);
    withJobsOf(agentId, request, respond, [this, respond](const QList<Execution> &jobs) {
        respond(RestResponse::json(200, pollObject(jobs, m_services.limits.answerBytes)));
    });
}

// Hands `use` the jobs that the agent is to carry out.
void Rest::withJobsOf(const QString &agentId, const Request &request, const Respond &respond, const WithJobs &use)
{
    m_services.ask({request.actor, AgentJobsQuery{agentId}}, request.peer,
                   [this, request, respond, use](const Result<Answer> &answer) {
                       answer ? use(std::get<AgentJobs>(*answer).jobs) : refuse(answer.error(), request, respond);
                   });
}

void Rest::showJob(const Request &request, int status, const QString &id, const Respond &respond)
{
    if (const Execution *execution = snapshot().execution(id))
        return respond(RestResponse::json(status, jobObject(*execution)));
    const auto unknown = [this, request, respond, id] {
        refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(id)}, request, respond);
    };
    if (!m_services.ask)
        return unknown();
    m_services.ask({request.actor, ExecutionQuery{id}}, request.peer,
                   [this, request, respond, status, unknown](const Result<Answer> &answer) {
                       if (answer)
                           return respond(
                               RestResponse::json(status, jobObject(std::get<ExecutionDetail>(*answer).execution)));
                       if (answer.error().code == ErrorCode::NotFound)
                           return unknown();
                       refuse(answer.error(), request, respond);
                   });
}

void Rest::completeJob(const Request &request, const Respond &respond)
{
    const Read<ReportJobEnd> read = readCompletion(request.body);
    if (const auto *command = std::get_if<ReportJobEnd>(&read);
        command && m_services.ask && !snapshot().execution(command->jobId))
        return completeOldJob(*command, request, respond);
    carryOut(read, request, respond, [respond](const QString &) { respond({204, {}, {}, {}}); });
}

void Rest::completeOldJob(const ReportJobEnd &command, const Request &request, const Respond &respond)
{
    m_services.ask(
        {request.actor, ExecutionQuery{command.jobId}}, request.peer,
        [this, command, request, respond](const Result<Answer> &answer) {
            if (!answer && answer.error().code == ErrorCode::NotFound)
                return refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(command.jobId)}, request, respond);
            const Result<void> same = answer ? isSameEnd(std::get<ExecutionDetail>(*answer).execution, command)
                                             : Result<void>(Unexpected{answer.error()});
            if (!same)
                return refuse(same.error(), request, respond);
            respond({204, {}, {}, {}});
        });
}

void Rest::cancelJob(const Request &request, const Respond &respond)
{
    const QString id = request.captures.value(u"id"_s);
    if (!snapshot().execution(id))
        return refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(id)}, request, respond);
    submit(CancelExecution{id}, request, respond,
           [this, request, respond](const QString &same) { showJob(request, 201, same, respond); });
}

} // namespace signalbox::ark
