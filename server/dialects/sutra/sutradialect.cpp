// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/sutradialect.h"

#include "server/dialects/requests.h"
#include "server/dialects/sutra/codec.h"
#include "server/dialects/sutra/sutrasession.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::RequestHead;
using dialects::RestResponse;

SutraDialect::SutraDialect(const dialects::DialectServices &services)
    : m_hub(services.hub)
    , m_authenticator(services.authenticator)
    , m_rest(services.hub, *this, services.ask, services.limits.answerBytes)
{
}

bool SutraDialect::matches(const RequestHead &head) const
{
    return head.path == "/ws"_L1;
}

void SutraDialect::admit(const RequestHead &head, dialects::AdmissionCallback decide)
{
    const Result<Actor> actor = dialects::actorOf(head, m_authenticator, head.anonymousRole, Role::Viewer);
    if (!actor)
        return decide(dialects::RefuseHttp{restError(head, 401, dialects::asSentence(actor.error().message))});
    decide(dialects::Accept{*actor, {}, head.token()});
}

std::unique_ptr<dialects::Session> SutraDialect::create(dialects::Peer &peer, const RequestHead &)
{
    return std::make_unique<SutraSession>(*this, peer);
}

void SutraDialect::changed(const Change &change, const Replaced &)
{
    const bool isTick = std::holds_alternative<MetricsSampled>(change.body);
    if (isTick || std::holds_alternative<ComponentChanged>(change.body)
        || std::holds_alternative<ComponentRemoved>(change.body))
        m_encoded.clear();
    if (!isTick)
        return;
    for (SutraSession *client : m_clients)
        client->sendStatus();
}

dialects::Frame SutraDialect::frame(const QString &key, const StatusFilter &filter)
{
    auto encoded = m_encoded.constFind(key);
    if (encoded == m_encoded.cend())
        encoded = m_encoded.insert(key, dialects::Frame::text(status(m_hub.snapshot(), filter)));
    return *encoded;
}

RestResponse SutraDialect::restError(const RequestHead &, int status, const QString &message) const
{
    // Unknown paths and wrong methods are spelled as by the existing server's framework (README.md, "Rules as
    // implemented").
    if (status == 404)
        return RestResponse::json(404, detail(u"Not Found"_s));
    if (status == 405)
        return RestResponse::json(405, detail(u"Method Not Allowed"_s));
    if (status == 403)
        return RestResponse::json(403, failure(dialects::asSentence(message)));
    return RestResponse::json(status, failure(message));
}

RestResponse SutraDialect::unmatchedUpgrade(const RequestHead &) const
{
    return RestResponse::json(403, detail(u"WebSocket clients connect to /ws"_s));
}

} // namespace signalbox::sutra
