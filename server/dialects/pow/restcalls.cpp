// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/restcalls.h"

#include "server/dialects/pow/codec.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace signalbox::pow {

using dialects::RestResponse;
using dialects::RestRoute;

namespace {

// The journal answers within milliseconds; with a disk that hangs, the id is told all the same.
constexpr Milliseconds durableDeadline{15'000};
constexpr qint64 sessionBytes = 1024;

} // namespace

Sessions::Sessions(Calls &calls) : m_calls(calls)
{
}

QList<RestRoute> Sessions::routes(const QString &basePath)
{
    return {
        {"POST", basePath + "new"_L1,
         [this](const Request &request, const Respond &respond) { open(request, respond); }, Role::Viewer},
        sessionRoute("GET", basePath + "status/{id}"_L1, &Sessions::status),
        sessionRoute("POST", basePath + "input/{id}"_L1, &Sessions::input),
        sessionRoute("POST", basePath + "closeInput/{id}"_L1, &Sessions::closeInput),
        sessionRoute("POST", basePath + "cancel/{id}"_L1, &Sessions::cancel),
    };
}

RestRoute Sessions::sessionRoute(const QByteArray &method, const QString &pattern, Handler handler)
{
    return {method, pattern,
            [this, handler](const Request &request, const Respond &respond) {
                if (Session *session = find(request))
                    (this->*handler)(*session, request, respond);
                else
                    respond(RestResponse::text(404, "process not found\n"));
            },
            Role::Viewer};
}

Session *Sessions::find(const Request &request)
{
    const auto found = m_sessions.constFind(request.captures.value(u"id"_s));
    if (found == m_sessions.cend())
        return nullptr;
    Session &session = **found;
    if (request.actor.user != session.owner && request.actor.role != Role::Admin)
        return nullptr;
    session.usedAt = m_calls.hub.clock().steady();
    return &session;
}

void Sessions::open(const Request &request, const Respond &respond)
{
    const Result<CallMessage> message = decodeCall(request.body);
    if (!message)
        return respond(RestResponse::text(400, "failed to decode call message\n"));
    const auto session = std::make_shared<Session>();
    session->owner = request.actor.user;
    session->usedAt = m_calls.hub.clock().steady();
    session->call = std::make_unique<Call>(m_calls, request.actor);
    listenTo(*session);

    // The id is told once, and not before it would survive a restart.
    const auto isTold = std::make_shared<bool>(false);
    const auto tell = [respond, isTold, known = std::weak_ptr(session)] {
        const auto opened = known.lock();
        if (opened && !opened->id.isEmpty() && !std::exchange(*isTold, true))
            respond(RestResponse::json(200, encodeId(opened->id)));
    };
    const auto isDurable = std::make_shared<bool>(false);
    connect(session->call.get(), &Call::durable, this, [tell, isDurable] {
        *isDurable = true;
        tell();
    });
    const Result<QString> started = session->call->start(*message);
    session->id = started ? *started : m_calls.hub.ids().next();
    m_sessions.insert(session->id, session);
    forgetWhenUnused(session->id, unusedLifetime);
    if (session->call->outcome())
        callEnded(*session);
    if (!started || *isDurable)
        return tell();
    m_calls.hub.clock().after(durableDeadline, this, tell);
}

void Sessions::listenTo(Session &session)
{
    // The session owns the call, so it is there whenever the call speaks.
    connect(session.call.get(), &Call::outputReceived, this,
            [&session](const QByteArray &utf8) { session.buffer.add(utf8); });
    connect(session.call.get(), &Call::ended, this, [this, &session] {
        if (!session.id.isEmpty())
            callEnded(session);
    });
}

void Sessions::callEnded(Session &session)
{
    if (session.ended)
        return;
    session.keptBytes = sessionBytes + session.buffer.bytes();
    session.ended = m_ended.insert(m_ended.end(), session.id);
    m_endedBytes += session.keptBytes;
    while (m_endedBytes > endedBytes && m_ended.size() > 1)
        forget(m_ended.front());
}

void Sessions::forget(const QString &id)
{
    const std::shared_ptr<Session> session = m_sessions.take(id);
    if (!session || !session->ended)
        return;
    m_endedBytes -= session->keptBytes;
    m_ended.erase(*session->ended);
}

void Sessions::forgetWhenUnused(const QString &id, Milliseconds delay)
{
    m_calls.hub.clock().after(delay, this, [this, id] {
        const auto found = m_sessions.constFind(id);
        if (found == m_sessions.cend())
            return;
        const auto unused = std::chrono::floor<Milliseconds>(m_calls.hub.clock().steady() - (*found)->usedAt);
        if (unused < unusedLifetime)
            forgetWhenUnused(id, unusedLifetime - unused);
        else
            forget(id);
    });
}

void Sessions::status(Session &session, const Request &, const Respond &respond)
{
    const std::optional<Outcome> &outcome = session.call->outcome();
    RestResponse response = RestResponse::json(200, encodeStatus(session.buffer.text(outcome.has_value()), outcome));
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    respond(response);
}

void Sessions::input(Session &session, const Request &request, const Respond &respond)
{
    const Result<void> written = session.call->write(request.body);
    if (written)
        respond(RestResponse::text(200, "input sent\n"));
    else if (written.error().code == ErrorCode::Capacity)
        respond(RestResponse::text(503, "the process does not read its input; try again later\n"));
    else
        respond(RestResponse::text(500, "error copying data to process\n"));
}

void Sessions::closeInput(Session &session, const Request &, const Respond &respond)
{
    session.call->closeInput();
    respond(RestResponse::text(200, "input closed\n"));
}

void Sessions::cancel(Session &session, const Request &, const Respond &respond)
{
    // Cancelling takes as long as the process does: the session is in use, and stays until its call has ended.
    session.call->cancel([respond] { respond(RestResponse::text(200, "process cancelled\n")); });
}

} // namespace signalbox::pow
