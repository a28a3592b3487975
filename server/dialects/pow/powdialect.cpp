// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/powdialect.h"

#include "server/dialects/pow/powsession.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow {

using namespace dialects;

namespace {

bool isOffered(const Handshake &handshake)
{
    return handshake.subprotocols.contains(subprotocol);
}

} // namespace

PowFactory::PowFactory(core::Hub &hub, ProcessStreams &streams, const core::Authenticator *authenticator,
                       PowOptions options)
    : m_calls{hub, streams, {}}
    , m_authenticator(authenticator)
    , m_options(std::move(options))
    , m_sessions(m_calls)
    , m_pages(u":/signalbox/openapi/pow.json"_s, m_options.basePath, m_options.basePath)
{
}

bool PowFactory::matches(const Handshake &handshake) const
{
    return handshake.isUpgrade && (isOffered(handshake) || handshake.path != "/ws"_L1);
}

void PowFactory::admit(const Handshake &handshake, AdmissionCallback decide)
{
    if (!isOffered(handshake))
        return decide(RefuseHttp{unmatchedUpgrade(handshake)});
    Actor actor{u"anonymous"_s, handshake.anonymousRole, {}, {}};
    if (const QByteArray token = handshake.token(); !token.isEmpty() && m_authenticator) {
        const Result<core::TokenInfo> known = m_authenticator->checkToken(token);
        if (!known)
            return decide(RefuseHttp{restError(handshake, 401, u"invalid or expired token"_s)});
        actor.user = known->user.name;
        actor.role = known->user.role();
    }
    if (actor.role < Role::Viewer)
        return decide(RefuseHttp{restError(handshake, 401, u"authentication required"_s)});
    decide(Accept{actor, subprotocol()});
}

std::unique_ptr<Dialect> PowFactory::create(Peer &peer, const Handshake &, const Actor &actor)
{
    return std::make_unique<PowDialect>(m_calls, peer, actor, m_options.backlogBytes);
}

void PowFactory::changed(const Change &change)
{
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        if (Call *call = m_calls.running.value(execution->execution.id))
            call->executionChanged(execution->execution);
    }
}

QList<RestRoute> PowFactory::routes()
{
    return m_sessions.routes(m_options.basePath) + m_pages.routes();
}

RestResponse PowFactory::restError(const Handshake &, int status, const QString &message) const
{
    return RestResponse::text(status, message.toUtf8() + '\n');
}

RestResponse PowFactory::unmatchedUpgrade(const Handshake &handshake) const
{
    return restError(handshake, 403, u"client does not support required pow-1 subprotocol"_s);
}

} // namespace signalbox::pow
