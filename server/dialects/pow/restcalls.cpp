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
constexpr qint64 sessionBytes = 1024;

} // namespace

RestCalls::RestCalls(Calls &calls) : m_calls(calls)
{
}

QList<RestRoute> RestCalls::routes(const QString &basePath)
{
    return {
        {"POST", basePath + "new"_L1,
         [this](const Request &request, const Respond &respond) { open(request, respond); }, Role::Viewer},
        sessionRoute("GET", basePath + "status/{id}"_L1, &RestCalls::status),
        sessionRoute("POST", basePath + "input/{id}"_L1, &RestCalls::input),
        sessionRoute("POST", basePath + "closeInput/{id}"_L1, &RestCalls::closeInput),
        sessionRoute("POST", basePath + "cancel/{id}"_L1, &RestCalls::cancel),
    };
}

RestRoute RestCalls::sessionRoute(const QByteArray &method, const QString &pattern, Handler handler)
{
    return {method, pattern,
            [this, handler](const Request &request, const Respond &respond) {
                if (RestCall *session = find(request))
                    (this->*handler)(*session, request, respond);
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
    RestCall &session = **found;
    if (request.actor.user != session.owner && request.actor.role != Role::Admin)
        return nullptr;
    session.usedAt = m_calls.hub.clock().steady();
    return &session;
}

void RestCalls::open(const Request &request, const Respond &respond)
{
    const Result<CallMessage> message = decodeCall(request.body);
    if (!message)
        return respond(RestResponse::text(400, "failed to decode call message\n"));
    const auto session = std::make_shared<RestCall>();
    session->owner = request.actor.user;
    session->usedAt = m_calls.hub.clock().steady();
    session->call = std::make_unique<CallSession>(m_calls, request.actor);
    listenTo(*session);

    // The id is told once: when the execution is durable, or after durableDeadline.
    const auto isTold = std::make_shared<bool>(false);
    const auto tell = [respond, isTold, known = std::weak_ptr(session)] {
        const auto opened = known.lock();
        if (opened && !opened->id.isEmpty() && !std::exchange(*isTold, true))
            respond(RestResponse::json(200, encodeId(opened->id)));
    };
    const auto isDurable = std::make_shared<bool>(false);
    connect(session->call.get(), &CallSession::durable, this, [tell, isDurable] {
        *isDurable = true;
        tell();
    });
    const Result<QString> started = session->call->start(*message);
    session->id = started ? *started : m_calls.hub.ids().next();
    m_restCalls.insert(session->id, session);
    forgetWhenUnused(session->id, unusedLifetime);
    if (session->call->outcome())
        callEnded(*session);
    if (!started || *isDurable)
        return tell();
    m_calls.hub.clock().after(durableDeadline, this, tell);
}

void RestCalls::listenTo(RestCall &session)
{
    // The RestCall owns its CallSession, so that it exists whenever that emits a signal.
    connect(session.call.get(), &CallSession::outputReceived, this,
            [&session](const QByteArray &utf8) { session.buffer.add(utf8); });
    connect(session.call.get(), &CallSession::ended, this, [this, &session] {
        if (!session.id.isEmpty())
            callEnded(session);
    });
}

void RestCalls::callEnded(RestCall &session)
{
    if (session.ended)
        return;
    session.keptBytes = sessionBytes + session.buffer.bytes();
    session.ended = m_ended.insert(m_ended.end(), session.id);
    m_endedBytes += session.keptBytes;
    while (m_endedBytes > endedBytes && m_ended.size() > 1)
        forget(m_ended.front());
}

void RestCalls::forget(const QString &id)
{
    const std::shared_ptr<RestCall> session = m_restCalls.take(id);
    if (!session || !session->ended)
        return;
    m_endedBytes -= session->keptBytes;
    m_ended.erase(*session->ended);
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

void RestCalls::status(RestCall &session, const Request &, const Respond &respond)
{
    const std::optional<Outcome> &outcome = session.call->outcome();
    RestResponse response = RestResponse::json(200, encodeStatus(session.buffer.text(outcome.has_value()), outcome));
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    respond(response);
}

void RestCalls::input(RestCall &session, const Request &request, const Respond &respond)
{
    const Result<void> written = session.call->write(request.body);
    if (written)
        respond(RestResponse::text(200, "input sent\n"));
    else if (written.error().code == ErrorCode::Capacity)
        respond(RestResponse::text(503, "the process does not read its input; try again later\n"));
    else
        respond(RestResponse::text(500, "error copying data to process\n"));
}

void RestCalls::closeInput(RestCall &session, const Request &, const Respond &respond)
{
    session.call->closeInput();
    respond(RestResponse::text(200, "input closed\n"));
}

void RestCalls::cancel(RestCall &session, const Request &, const Respond &respond)
{
    // Answered once the process has ended, or after 15 s: the call is not forgotten before that.
    session.call->cancel([respond] { respond(RestResponse::text(200, "process cancelled\n")); });
}

} // namespace signalbox::pow
