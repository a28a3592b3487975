// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/restcalls.h"

#include "server/dialects/pow/codec.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace signalbox::pow {

using dialects::RestResponse;
using dialects::RestRoute;

namespace {

// The Store saves within milliseconds; with a disk that hangs, the id is told all the same.
constexpr Milliseconds durableDeadline{15'000};
constexpr qint64 overheadBytes = 1024; // what an ended call counts for beside its buffer

} // namespace

RestCalls::RestCalls(Calls &calls) : m_calls(calls)
{
}

QList<RestRoute> RestCalls::routes(const QString &basePath)
{
    return {
        {"POST", basePath + "new"_L1,
         [this](const Request &request, const Respond &respond) { open(request, respond); }, Role::Viewer},
        callRoute("GET", basePath + "status/{id}"_L1, &RestCalls::status),
        callRoute("POST", basePath + "input/{id}"_L1, &RestCalls::input),
        callRoute("POST", basePath + "closeInput/{id}"_L1, &RestCalls::closeInput),
        callRoute("POST", basePath + "cancel/{id}"_L1, &RestCalls::cancel),
    };
}

RestRoute RestCalls::callRoute(const QByteArray &method, const QString &pattern, Handler handler)
{
    return {method, pattern,
            [this, handler](const Request &request, const Respond &respond) {
                if (RestCall *restCall = find(request))
                    (this->*handler)(*restCall, request, respond);
                else
                    respond(RestResponse::text(404, "process not found\n"));
            },
            Role::Viewer};
}

RestCall *RestCalls::find(const Request &request)
{
    const auto found = m_restCalls.constFind(request.captures.value(u"id"_s));
    if (found == m_restCalls.cend())
        return nullptr;
    RestCall &restCall = **found;
    if (request.actor.user != restCall.owner && request.actor.role != Role::Admin)
        return nullptr;
    restCall.usedAt = m_calls.hub.clock().steady();
    return &restCall;
}

void RestCalls::open(const Request &request, const Respond &respond)
{
    const Result<CallMessage> message = decodeCall(request.body);
    if (!message)
        return respond(RestResponse::text(400, "failed to decode call message\n"));
    const auto restCall = std::make_shared<RestCall>();
    restCall->id = m_calls.hub.ids().secret();
    restCall->owner = request.actor.user;
    restCall->usedAt = m_calls.hub.clock().steady();
    restCall->call = std::make_unique<CallSession>(m_calls, request.actor);
    listenTo(*restCall);

    // The id is told once: when the execution is durable, or after durableDeadline.
    const auto isTold = std::make_shared<bool>(false);
    const auto tell = [respond, isTold, known = std::weak_ptr(restCall)] {
        const auto opened = known.lock();
        if (opened && !std::exchange(*isTold, true))
            respond(RestResponse::json(200, encodeId(opened->id)));
    };
    const auto isDurable = std::make_shared<bool>(false);
    connect(restCall->call.get(), &CallSession::durable, this, [tell, isDurable] {
        *isDurable = true;
        tell();
    });
    m_restCalls.insert(restCall->id, restCall);
    forgetWhenUnused(restCall->id, unusedLifetime);
    const Result<QString> started = restCall->call->start(*message);
    if (restCall->call->outcome())
        callEnded(*restCall);
    if (!started || *isDurable)
        return tell();
    m_calls.hub.clock().after(durableDeadline, this, tell);
}

void RestCalls::listenTo(RestCall &restCall)
{
    // The RestCall owns its CallSession, so that it exists whenever that emits a signal.
    connect(restCall.call.get(), &CallSession::outputReceived, this,
            [&restCall](const QByteArray &utf8) { restCall.buffer.add(utf8); });
    connect(restCall.call.get(), &CallSession::ended, this, [this, &restCall] { callEnded(restCall); });
}

void RestCalls::callEnded(RestCall &restCall)
{
    if (restCall.ended)
        return;
    restCall.keptBytes = overheadBytes + restCall.buffer.bytes();
    restCall.ended = m_ended.insert(m_ended.end(), restCall.id);
    m_endedBytes += restCall.keptBytes;
    while (m_endedBytes > endedBytes && m_ended.size() > 1)
        forget(m_ended.front());
}

void RestCalls::forget(const QString &id)
{
    const std::shared_ptr<RestCall> restCall = m_restCalls.take(id);
    if (!restCall || !restCall->ended)
        return;
    m_endedBytes -= restCall->keptBytes;
    m_ended.erase(*restCall->ended);
}

void RestCalls::forgetWhenUnused(const QString &id, Milliseconds delay)
{
    m_calls.hub.clock().after(delay, this, [this, id] {
        const auto found = m_restCalls.constFind(id);
        if (found == m_restCalls.cend())
            return;
        const auto unused = std::chrono::floor<Milliseconds>(m_calls.hub.clock().steady() - (*found)->usedAt);
        if (unused < unusedLifetime)
            forgetWhenUnused(id, unusedLifetime - unused);
        else
            forget(id);
    });
}

void RestCalls::status(RestCall &restCall, const Request &, const Respond &respond)
{
    const std::optional<Outcome> &outcome = restCall.call->outcome();
    RestResponse response = RestResponse::json(200, encodeStatus(restCall.buffer.text(outcome.has_value()), outcome));
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    respond(response);
}

void RestCalls::input(RestCall &restCall, const Request &request, const Respond &respond)
{
    const Result<void> written = restCall.call->write(request.body);
    if (written)
        respond(RestResponse::text(200, "input sent"));
    else if (written.error().code == ErrorCode::Capacity)
        respond(RestResponse::text(503, "the process does not read its input; try again later\n"));
    else
        respond(RestResponse::text(500, "error copying data to process\n"));
}

void RestCalls::closeInput(RestCall &restCall, const Request &, const Respond &respond)
{
    restCall.call->closeInput();
    respond(RestResponse::text(200, "input closed"));
}

void RestCalls::cancel(RestCall &restCall, const Request &, const Respond &respond)
{
    // Answered once the process has ended, or after 15 s: the call is not forgotten before that.
    restCall.call->cancel([respond] { respond(RestResponse::text(200, "process cancelled")); });
}

} // namespace signalbox::pow
