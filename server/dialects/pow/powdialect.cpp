// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/powdialect.h"

#include "server/dialects/pow/powsession.h"
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow {

using namespace dialects;

namespace {

bool isOffered(const RequestHead &head)
{
    return head.subprotocols.contains(subprotocol);
}

} // namespace

core::DialectSetting basePathSetting()
{
    const auto check = [](const core::DialectSetting::Value &value) {
        const auto &path = std::get<QString>(value);
        const bool isGood = path.startsWith(u'/') && path.endsWith(u'/') && !path.contains(u"//")
                            && !path.contains(u'?') && !path.contains(u'#') && !path.contains(u' ');
        return isGood ? QString() : u"cannot be '%1' (begin and end with /, as /pow/)"_s.arg(path);
    };
    return {u"base_path"_s, u"where pow's REST routes begin"_s, u"/"_s, check};
}

PowDialect::PowDialect(const DialectServices &services)
    : m_calls{services.hub, *services.streams, {}}
    , m_authenticator(services.authenticator)
    , m_basePath(std::get<QString>(services.settings.value(u"base_path"_s, u"/"_s)))
    , m_backlogBytes(services.limits.backlogBytes)
    , m_restCalls(m_calls)
    , m_pages(u":/signalbox/openapi/pow.json"_s, m_basePath)
{
}

bool PowDialect::matches(const RequestHead &head) const
{
    return head.isUpgrade;
}

void PowDialect::admit(const RequestHead &head, AdmissionCallback decide)
{
    if (!isOffered(head))
        return decide(RefuseHttp{unmatchedUpgrade(head)});
    const Result<Actor> actor = actorOf(head, m_authenticator, head.anonymousRole, Role::Viewer);
    if (!actor)
        return decide(RefuseHttp{restError(head, 401, actor.error().message)});
    decide(Accept{*actor, subprotocol(), head.token()});
}

std::unique_ptr<Session> PowDialect::create(Peer &peer, const RequestHead &)
{
    return std::make_unique<PowSession>(m_calls, peer, m_backlogBytes);
}

void PowDialect::changed(const Change &change, const Replaced &)
{
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        if (CallSession *call = m_calls.running.value(execution->execution.id))
            call->executionChanged(execution->execution);
    }
}

QList<RestRoute> PowDialect::routes()
{
    const QList<RestRoute> document{asyncApiRoute(m_basePath + "asyncapi.json"_L1, &asyncApi, m_calls.hub)};
    return m_restCalls.routes(m_basePath) + m_pages.routes() + document;
}

RestResponse PowDialect::restError(const RequestHead &, int status, const QString &message) const
{
    return RestResponse::text(status, message.toUtf8() + '\n');
}

RestResponse PowDialect::unmatchedUpgrade(const RequestHead &head) const
{
    return restError(head, 403, u"client does not support required pow-1 subprotocol"_s);
}

} // namespace signalbox::pow
