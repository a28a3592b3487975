// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/agents/agentregistry.h"
#include "server/dialects/ark/bodyreader.h"
#include "server/dialects/ark/names.h"
#include "server/dialects/ark/restapi.h"
#include "server/dialects/ark/shapes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

using dialects::RestResponse;

namespace {

constexpr int mostItems = 1000;

bool isBefore(const Execution &a, const Execution &b)
{
    return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.id < b.id;
}

// Jobs that ended stay in the Snapshot for a while only; an agent whose answer was lost may repeat itself later.
Result<void> isSameEnd(const Execution &known, const ReportJobEnd &wish)
{
    if (known.kind != ExecutionKind::Job)
        return unexpected(ErrorCode::NotFound, u"Job not found: %1"_s.arg(wish.jobId));
    if (core::jobRunId(known) != wish.jobRunId)
        return unexpected(ErrorCode::NotFound, u"Job run not found: %1"_s.arg(wish.jobRunId));
    if (known.state != wish.state)
        return unexpected(ErrorCode::Conflict, u"Job %1 has ended already: %2"_s.arg(known.id, toString(known.state)));
    return {};
}

} // namespace

void RestApi::handleJobs(Route route, const Request &request, const Respond &respond)
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

void RestApi::listJobs(const Request &request, const Respond &respond) const
{
    QueryReader query(request.head);
    const QString status = query.oneOf(u"status"_s, jobStatuses());
    const QString type = query.text(u"jobType"_s);
    const QString agentId = query.text(u"agentId"_s);
    const QString instanceId = query.text(u"instanceId"_s);
    const int limit = query.integer(u"limit"_s, mostItems, 1, mostItems);
    const int offset = query.integer(u"offset"_s, 0, 0, std::numeric_limits<int>::max());
    if (refuseProblems(query.problems(), request, respond))
        return;
    QList<const Execution *> jobs;
    for (const Execution &execution : snapshot().executions) {
        const QJsonObject &details = execution.details;
        if ((status.isEmpty() || jobStatus(execution.state) == status) && (type.isEmpty() || jobType(execution) == type)
            && (agentId.isEmpty() || details.value(core::jobdetail::agentId).toString() == agentId)
            && (instanceId.isEmpty() || details.value(core::jobdetail::instanceId).toString() == instanceId))
            jobs.append(&execution);
    }
    std::sort(jobs.begin(), jobs.end(), [](const Execution *a, const Execution *b) { return isBefore(*b, *a); });
    QList<QByteArray> objects;
    for (qsizetype at = offset; at < jobs.size() && objects.size() < limit; ++at)
        objects.append(jobObject(*jobs.at(at)));
    respond(RestResponse::json(200, arrayOf(objects)));
}

void RestApi::poll(const Request &request, const Respond &respond) const
{
    QueryReader query(request.head);
    const QString agentId = query.required(u"agentId"_s);
    if (refuseProblems(query.problems(), request, respond))
        return;
    if (!snapshot().agents.contains(agentId))
        return refuse({ErrorCode::NotFound, u"Agent not found: %1"_s.arg(agentId)}, request, respond);
    respond(RestResponse::json(200, pollObject(m_services.desk.jobsFor(agentId))));
}

void RestApi::showJob(const Request &request, int status, const QString &id, const Respond &respond)
{
    if (const Execution *execution = snapshot().execution(id))
        return respond(RestResponse::json(status, jobObject(*execution)));
    const auto unknown = [this, request, respond, id] {
        refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(id)}, request, respond);
    };
    if (!m_services.ask)
        return unknown();
    m_services.ask({request.actor, ExecutionQuery{id}}, this,
                   [this, request, respond, status, unknown](const Result<Answer> &answer) {
                       if (answer)
                           return respond(
                               RestResponse::json(status, jobObject(std::get<ExecutionDetail>(*answer).execution)));
                       if (answer.error().code == ErrorCode::NotFound)
                           return unknown();
                       refuse(answer.error(), request, respond);
                   });
}

void RestApi::completeJob(const Request &request, const Respond &respond)
{
    const Read<ReportJobEnd> read = readCompletion(request.body);
    if (const auto *wish = std::get_if<ReportJobEnd>(&read);
        wish && m_services.ask && !snapshot().execution(wish->jobId))
        return completeOldJob(*wish, request, respond);
    carryOut(read, request, respond, [respond](const QString &) { respond({204, {}, {}, {}}); });
}

void RestApi::completeOldJob(const ReportJobEnd &wish, const Request &request, const Respond &respond)
{
    m_services.ask({request.actor, ExecutionQuery{wish.jobId}}, this,
                   [this, wish, request, respond](const Result<Answer> &answer) {
                       if (!answer && answer.error().code == ErrorCode::NotFound)
                           return refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(wish.jobId)}, request,
                                         respond);
                       const Result<void> same = answer ? isSameEnd(std::get<ExecutionDetail>(*answer).execution, wish)
                                                        : Result<void>(Unexpected{answer.error()});
                       if (!same)
                           return refuse(same.error(), request, respond);
                       respond({204, {}, {}, {}});
                   });
}

void RestApi::cancelJob(const Request &request, const Respond &respond)
{
    const QString id = request.captures.value(u"id"_s);
    if (!snapshot().execution(id))
        return refuse({ErrorCode::NotFound, u"Job not found: %1"_s.arg(id)}, request, respond);
    submit(CancelExecution{id}, request, respond,
           [this, request, respond](const QString &same) { showJob(request, 201, same, respond); });
}

} // namespace signalbox::ark
