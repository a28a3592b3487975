// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/rest.h"

#include "server/dialects/ark/arkdialect.h"
#include "server/dialects/ark/codec_body.h"
#include "server/dialects/ark/codec_shapes.h"
#include "server/dialects/ark/names.h"
#include "server/dialects/page.h"
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark {

using namespace dialects;

namespace {

// Of a log's files that one request has read.
constexpr qint64 mostLogBytes = 4 * 1024 * 1024;

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Conflict:
        return 400; // a conflict, too: no agent is there, or jobs of the instance run
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Capacity:
    case ErrorCode::Halted:
    case ErrorCode::Maintenance:
        return 503;
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

QString idOf(const RestRequest &request)
{
    return request.captures.value(u"id"_s);
}

// Whether a QueryReader of its own says which names the route knows.
bool readsQuery(Route route)
{
    return route == Route::ListInstances || route == Route::InstanceLogs || route == Route::ListJobs
           || route == Route::PollJobs;
}

RestResponse noContent()
{
    return {204, {}, {}, {}};
}

} // namespace

QList<RestRoute> Rest::routes()
{
    QList<RestRoute> routes;
    for (const QLatin1String prefix : {""_L1, "/api"_L1}) {
        for (const RouteRow &row : routeTable) {
            routes.append({row.method, prefix + QLatin1String(row.pattern),
                           [this, route = row.route](const RestRequest &request, const dialects::Respond &respond) {
                               handle(route, request, respond);
                           },
                           row.least});
        }
    }
    routes.append(dialects::asyncApiRoute(u"/api/asyncapi.json"_s, &asyncApi, m_services.hub));
    return routes + m_pages.routes();
}

void Rest::handle(Route route, const Request &request, const Respond &respond)
{
    if (!readsQuery(route) && refuseProblems(QueryReader(request.head).problems(), request, respond))
        return;
    switch (route) {
    case Route::Health:
    case Route::RegisterAgent:
    case Route::Heartbeat:
        return handleAgents(route, request, respond);
    case Route::CreateInstance:
    case Route::ListInstances:
    case Route::ShowInstance:
    case Route::UpdateInstance:
    case Route::DeleteInstance:
    case Route::InstanceLogs:
        return handleInstances(route, request, respond);
    case Route::CreateJob:
    case Route::ListJobs:
    case Route::PollJobs:
    case Route::JobProgress:
    case Route::JobComplete:
    case Route::ShowJob:
    case Route::CancelJob:
        return handleJobs(route, request, respond);
    }
}

// ---- common

void Rest::refuse(const Error &error, const Request &request, const Respond &respond) const
{
    respond(errorResponse(m_services.hub.clock().now(), request.head, httpStatus(error.code), error.message)
                .laterIf(error));
}

bool Rest::refuseProblems(const QStringList &problems, const Request &request, const Respond &respond) const
{
    if (!problems.isEmpty())
        respond(validationResponse(m_services.hub.clock().now(), request.head, problems));
    return !problems.isEmpty();
}

void Rest::submit(CommandBody body, const Request &request, const Respond &respond,
                  const std::function<void(const QString &)> &answer)
{
    dialects::submit(m_services.hub, request.actor, std::move(body), this,
                     {[this, request, respond](const Error &error) { refuse(error, request, respond); },
                      [this, request, respond, answer](const core::CommandOutcome &outcome) {
                          outcome.error ? refuse(*outcome.error, request, respond) : answer(outcome.subject);
                      },
                      [this, request, respond] {
                          refuse({ErrorCode::Internal, u"this takes too long; look again in a moment"_s}, request,
                                 respond);
                      }});
}

// ---- health, agents

void Rest::handleAgents(Route route, const Request &request, const Respond &respond)
{
    if (route == Route::Health) {
        const bool isConnected = !m_services.isStoreOpen || m_services.isStoreOpen();
        return respond(RestResponse::json(200, healthObject(m_services.hub.clock().now(), isConnected)));
    }
    if (route == Route::Heartbeat)
        return carryOut(readHeartbeat(request.body), request, respond,
                        [respond](const QString &) { respond(noContent()); });
    carryOut(readRegistration(request.body), request, respond, [this, request, respond](const QString &id) {
        withJobsOf(id, request, respond, [this, id, respond](const QList<Execution> &waiting) {
            respond(
                RestResponse::json(200, registrationObject(snapshot(), waiting, heartbeatOf(m_services.settings), id)));
        });
    });
}

// ---- instances

void Rest::handleInstances(Route route, const Request &request, const Respond &respond)
{
    const QString id = idOf(request);
    if (route == Route::CreateInstance) {
        carryOut(readNewInstance(request.body), request, respond,
                 [this, request, respond](const QString &created) { showInstance(request, 201, created, respond); });
    } else if (route == Route::UpdateInstance) {
        carryOut(readInstanceUpdate(request.body, id), request, respond,
                 [this, request, respond](const QString &same) { showInstance(request, 200, same, respond); });
    } else if (route == Route::DeleteInstance) {
        submit(DeleteInstance{id}, request, respond, [respond](const QString &) { respond(noContent()); });
    } else if (route == Route::InstanceLogs) {
        showLogs(request, respond);
    } else if (route == Route::ShowInstance) {
        showInstance(request, 200, id, respond);
    } else {
        listInstances(request, respond);
    }
}

void Rest::showInstance(const Request &request, int status, const QString &id, const Respond &respond) const
{
    const std::optional<InstanceView> instance = instanceOf(snapshot(), id);
    if (!instance)
        return refuse({ErrorCode::NotFound, u"Instance not found: %1"_s.arg(id)}, request, respond);
    respond(RestResponse::json(status, instanceObject(*instance)));
}

void Rest::listInstances(const Request &request, const Respond &respond) const
{
    QueryReader query(request.head);
    const QString agentId = query.text(u"agentId"_s);
    const QString gameType = query.text(u"gameType"_s);
    const QString status = query.oneOf(u"status"_s, instanceStatuses());
    const int limit = query.integer(u"limit"_s, mostItems, 1, mostItems);
    const int offset = query.integer(u"offset"_s, 0, 0, std::numeric_limits<int>::max());
    if (refuseProblems(query.problems(), request, respond))
        return;
    dialects::Page page(offset, limit, m_services.limits.answerBytes);
    const QList<InstanceView> instances = instancesOf(snapshot());
    for (const InstanceView &instance : instances) {
        const bool isWanted = (agentId.isEmpty() || instance.agentId == agentId)
                              && (gameType.isEmpty() || instance.gameType == gameType)
                              && (status.isEmpty() || instanceStatus(instance.status) == status);
        if (isWanted)
            page.add([&] { return instanceObject(instance); });
    }
    respond(page.answer(request.head, page.array()));
}

void Rest::showLogs(const Request &request, const Respond &respond)
{
    const QString id = idOf(request);
    if (!instanceOf(snapshot(), id))
        return refuse({ErrorCode::NotFound, u"Instance not found: %1"_s.arg(id)}, request, respond);
    QueryReader query(request.head);
    LogQuery wanted;
    wanted.componentId = id;
    wanted.limit = query.integer(u"limit"_s, 100, 1, mostItems);
    wanted.mostBytes = mostLogBytes;
    wanted.since = query.time(u"since"_s);
    const QString level = query.oneOf(u"level"_s, logLevels());
    wanted.leastLevel = logLevelFromString(level).value_or(LogLevel::Trace);
    if (refuseProblems(query.problems(), request, respond))
        return;
    if (!snapshot().component(id)) // agents do not send their instances' logs
        return respond(RestResponse::json(200, logArray({}, 0)));
    m_services.ask({request.actor, wanted}, request.peer, [this, request, respond](const Result<Answer> &answer) {
        if (!answer)
            return refuse(answer.error(), request, respond);
        respond(RestResponse::json(200, logArray(std::get<LogPage>(*answer).lines, m_services.limits.answerBytes)));
    });
}

} // namespace signalbox::ark
