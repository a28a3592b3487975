// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/sutradialect.h"

#include "server/json/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Handshake;
using dialects::Respond;
using dialects::RestRequest;
using dialects::RestResponse;

namespace {

// A start that waits for readiness may take long; the caller is told the state it has reached by then.
constexpr Milliseconds answerDeadline{15'000};

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
    case ErrorCode::InvalidArgument:
    case ErrorCode::Conflict:
        return 400; // wire.md: unknown, already running, already stopped
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

QByteArray modeObject(Mode mode)
{
    return JsonWriter().beginObject().member("mode"_L1, toString(mode)).endObject().text();
}

} // namespace

SutraFactory::SutraFactory(core::Hub &hub, const core::Authenticator *authenticator)
    : m_hub(hub)
    , m_authenticator(authenticator)
{
}

bool SutraFactory::matches(const Handshake &handshake) const
{
    return handshake.path == "/ws"_L1;
}

void SutraFactory::admit(const Handshake &handshake, dialects::AdmissionCallback decide)
{
    Actor actor{u"anonymous"_s, handshake.anonymousRole, {}, {}};
    if (const QByteArray token = handshake.token(); !token.isEmpty() && m_authenticator) {
        const Result<core::TokenInfo> known = m_authenticator->checkToken(token);
        if (!known)
            return decide(dialects::RefuseHttp{restError(handshake, 401, u"Invalid or expired token"_s)});
        actor.user = known->user.name;
        actor.role = known->user.role();
    }
    if (actor.role < Role::Viewer)
        return decide(dialects::RefuseHttp{restError(handshake, 401, u"Authentication required"_s)});
    decide(dialects::Accept{actor, {}});
}

std::unique_ptr<dialects::Dialect> SutraFactory::create(dialects::Peer &peer, const Handshake &, const Actor &)
{
    return std::make_unique<SutraDialect>(*this, peer);
}

void SutraFactory::changed(const Change &change)
{
    const bool isTick = std::holds_alternative<MetricsSampled>(change.body);
    if (isTick || std::holds_alternative<ComponentChanged>(change.body)
        || std::holds_alternative<ComponentRemoved>(change.body))
        m_encoded.clear();
    if (!isTick)
        return;
    for (SutraDialect *client : m_clients)
        client->sendStatus();
}

const dialects::Frame &SutraFactory::frame(const Narrowing &narrowing)
{
    for (const Encoded &encoded : m_encoded) {
        if (encoded.narrowing == narrowing)
            return encoded.frame;
    }
    m_encoded.push_back({narrowing, dialects::Frame::text(status(m_hub.snapshot(), narrowing))});
    return m_encoded.back().frame;
}

RestResponse SutraFactory::restError(const Handshake &, int status, const QString &message) const
{
    // Unknown paths and wrong methods are spelled as the existing server's framework does (wire.md, Sutra).
    if (status == 404)
        return RestResponse::json(404, detail(u"Not Found"_s));
    if (status == 405)
        return RestResponse::json(405, detail(u"Method Not Allowed"_s));
    if (status == 403)
        return RestResponse::json(403, failure(u"Forbidden"_s));
    return RestResponse::json(status, failure(message));
}

RestResponse SutraFactory::unmatchedUpgrade(const Handshake &) const
{
    return RestResponse::json(403, detail(u"WebSocket clients connect to /ws"_s));
}

void SutraFactory::control(const RestRequest &request, CommandBody body, Respond respond)
{
    const QString id = request.captures.value(u"id"_s);
    const auto answered = std::make_shared<bool>(false);
    const auto object = [this, id] {
        const Component *component = m_hub.snapshot().component(id);
        return component ? componentObject(*component, m_hub.clock().now()) : QByteArray();
    };
    const Result<QString> admitted =
        m_hub.submit(request.actor, std::move(body), this, [answered, respond, object](const CommandSettled &outcome) {
            if (std::exchange(*answered, true))
                return;
            respond(outcome.error ? RestResponse::json(500, failure(outcome.error->message, object()))
                                  : RestResponse::json(200, success(object())));
        });
    if (!admitted) {
        const int status = httpStatus(admitted.error().code);
        return respond(status == 403 ? restError(request.head, 403, {})
                                     : RestResponse::json(status, failure(admitted.error().message)));
    }
    if (*answered)
        return;
    m_hub.clock().after(answerDeadline, this, [answered, respond, object] {
        if (!std::exchange(*answered, true))
            respond(RestResponse::json(200, success(object())));
    });
}

void SutraFactory::changeMode(const RestRequest &request, Respond respond)
{
    const QString text = QJsonDocument::fromJson(request.body).object().value("mode"_L1).toString();
    const std::optional<Mode> mode = modeFromString(text);
    if (!mode)
        return respond(
            RestResponse::json(400, failure(u"body must be {\"mode\":\"normal\"|\"maintenance\"|\"halted\"}"_s)));
    const Result<QString> admitted =
        m_hub.submit(request.actor, SetMode{*mode}, this, [this, respond](const CommandSettled &outcome) {
            respond(outcome.error ? RestResponse::json(500, failure(outcome.error->message))
                                  : RestResponse::json(200, modeObject(m_hub.snapshot().mode)));
        });
    if (!admitted)
        respond(restError(request.head, httpStatus(admitted.error().code), admitted.error().message));
}

QList<dialects::RestRoute> SutraFactory::routes()
{
    const auto componentRoute = [this](const char *verb, auto makeCommand) {
        return dialects::RestRoute{"POST", "/api/components/{id}/"_L1 + QLatin1String(verb),
                                   [this, makeCommand](const RestRequest &request, Respond respond) {
                                       const QString id = request.captures.value(u"id"_s);
                                       control(request, makeCommand(id), std::move(respond));
                                   },
                                   Role::Operator};
    };
    const auto fileRoute = [this](const char *path, const char *file) {
        return dialects::RestRoute{"GET", QLatin1String(path),
                                   [this, file](const RestRequest &request, const Respond &respond) {
                                       respond(m_files.serve(request.head, QLatin1String(file)));
                                   },
                                   Role::None};
    };
    const QList<dialects::RestRoute> own{
        fileRoute("/", "index.html"),
        fileRoute("/dashboard.js", "dashboard.js"),
        fileRoute("/dashboard.css", "dashboard.css"),
        fileRoute("/icon.svg", "icon.svg"),
        {"GET", u"/api/status"_s,
         [this](const RestRequest &, const Respond &respond) {
             respond(RestResponse::json(200, status(m_hub.snapshot())));
         },
         Role::Viewer},
        componentRoute("start", [](const QString &id) { return StartComponent{id}; }),
        componentRoute("stop", [](const QString &id) { return StopComponent{id}; }),
        componentRoute("restart", [](const QString &id) { return RestartComponent{id}; }),
        {"GET", u"/api/mode"_s,
         [this](const RestRequest &, const Respond &respond) {
             respond(RestResponse::json(200, modeObject(m_hub.snapshot().mode)));
         },
         Role::Viewer},
        {"PUT", u"/api/mode"_s,
         [this](const RestRequest &request, Respond respond) { changeMode(request, std::move(respond)); }, Role::Admin},
    };
    return own + m_pages.routes();
}

SutraDialect::SutraDialect(SutraFactory &factory, dialects::Peer &peer) : m_factory(factory), m_peer(peer)
{
    m_factory.m_clients.push_back(this);
}

SutraDialect::~SutraDialect()
{
    std::erase(m_factory.m_clients, this);
}

void SutraDialect::textReceived(const QByteArray &utf8)
{
    const std::optional<Narrowing> wanted = readSubscribe(utf8);
    if (!wanted)
        return;
    m_narrowing = *wanted;
    QStringList shown;
    if (m_narrowing.components)
        shown.append("components: "_L1 + m_narrowing.components->join(", "_L1));
    if (m_narrowing.metrics)
        shown.append("metrics: "_L1 + m_narrowing.metrics->join(", "_L1));
    m_peer.setSubscriptions(shown);
}

void SutraDialect::sendStatus()
{
    m_peer.sendLatest(m_factory.frame(m_narrowing));
}

} // namespace signalbox::sutra
