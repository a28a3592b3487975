// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/airavatadialect.h"

#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/routing.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::Admission;
using dialects::Frame;
using dialects::RequestHead;
using dialects::RestResponse;

namespace {

const QString apiDocument = u":/signalbox/openapi/airavata.json"_s;

} // namespace

AiravataDialect::AiravataDialect(dialects::DialectServices services)
    : m_services(std::move(services))
    , m_traffic(m_services.hub.clock().steady())
    , m_events(m_services.hub.snapshot())
    , m_startedAt(m_services.hub.clock().now())
    , m_pagesV2(apiDocument, u"/api/v2/"_s)
    , m_pagesV1(apiDocument, u"/api/v1/"_s)
{
}

// ---- admission

std::optional<AiravataDialect::Place> AiravataDialect::placeOf(const QString &path)
{
    if (path == "/ws"_L1)
        return Place{};
    if (path == "/ws/user"_L1)
        return Place{ResourceType::User, {}};
    const QStringList parts = path.split(u'/');
    if (parts.size() != 4 || !parts.at(0).isEmpty() || parts.at(1) != "ws"_L1 || parts.at(3).isEmpty())
        return std::nullopt;
    static const QHash<QString, ResourceType> collections{{u"experiments"_s, ResourceType::Experiment},
                                                          {u"tasks"_s, ResourceType::Task},
                                                          {u"projects"_s, ResourceType::Project}};
    const auto found = collections.constFind(parts.at(2));
    if (found == collections.cend())
        return std::nullopt;
    return Place{*found, parts.at(3)};
}

bool AiravataDialect::matches(const RequestHead &head) const
{
    return placeOf(head.path).has_value();
}

// Upgrade, one error frame, close 1008 (README.md, "Handshake").
Admission AiravataDialect::refusal(const QString &text) const
{
    return dialects::AcceptThenClose{{}, frame(Type::Error, {}, text), 1008, text};
}

void AiravataDialect::admit(const RequestHead &head, dialects::AdmissionCallback decide)
{
    const QByteArray token = head.token();
    if (token.isEmpty())
        return decide(refusal(u"Authentication required"_s));
    const Result<core::TokenInfo> info = m_services.authenticator->checkToken(token);
    if (!info)
        return decide(refusal(u"Invalid or expired token"_s));
    if (info->user.role() < Role::Viewer)
        return decide(refusal(u"Forbidden"_s));
    decide(dialects::Accept{{info->user.name, info->user.role(), {}, {}}, {}, token});
}

Admission AiravataDialect::overLimit(const RequestHead &) const
{
    return refusal(u"Rate limit exceeded"_s);
}

void AiravataDialect::rateExceeded(dialects::Peer &peer)
{
    closeWithFrame(peer, u"Rate limit exceeded"_s);
}

void AiravataDialect::accessLost(dialects::Peer &peer, const QString &)
{
    closeWithFrame(peer, u"Invalid or expired token"_s);
}

void AiravataDialect::closeWithFrame(dialects::Peer &peer, const QString &text) const
{
    peer.setLastError(text);
    peer.send(frame(Type::Error, {}, text));
    peer.close(1008, text);
}

std::unique_ptr<dialects::Session> AiravataDialect::create(dialects::Peer &peer, const RequestHead &head)
{
    const std::optional<Place> place = placeOf(head.path);
    std::optional<Resource> resource;
    if (place && place->type)
        resource = Resource{*place->type, place->type == ResourceType::User ? peer.actor().user : place->id};
    return std::make_unique<AiravataSession>(*this, peer, resource);
}

RestResponse AiravataDialect::restError(const RequestHead &, int status, const QString &message) const
{
    return RestResponse::json(status, JsonWriter().beginObject().member("error"_L1, message).endObject().text());
}

RestResponse AiravataDialect::unmatchedUpgrade(const RequestHead &head) const
{
    return restError(head, 404,
                     u"WebSocket clients connect to /ws, /ws/user or "
                     "/ws/{experiments|tasks|projects}/{id}"_s);
}

QList<dialects::RestRoute> AiravataDialect::routes()
{
    QList<dialects::RestRoute> documents;
    for (const QString &version : {u"v2"_s, u"v1"_s})
        documents.append(
            dialects::asyncApiRoute("/api/"_L1 + version + "/asyncapi.json"_L1, &asyncApi, m_services.hub));
    return m_rest.routes() + m_pagesV2.routes() + m_pagesV1.routes() + documents;
}

// ---- events

void AiravataDialect::changed(const Change &change, const Replaced &replaced)
{
    for (const Event &event : m_events.of(change, replaced))
        broadcast(event, change.time);
    if (std::holds_alternative<ModeChanged>(change.body) || std::holds_alternative<MetricsSampled>(change.body)) {
        const auto clients = m_subscribers.of(resourcesOf(change, m_services.hub.snapshot()));
        if (clients.empty())
            return;
        const Frame status = frame(Type::SystemStatus, statistics());
        for (AiravataSession *client : clients)
            client->send(status);
    }
}

void AiravataDialect::broadcast(const Event &event, Timestamp time)
{
    std::optional<Frame> encoded; // once, and only if there is a receiver
    for (AiravataSession *client : m_subscribers.of(event.resources)) {
        if (event.execution && !maySee(client->actor(), *event.execution, m_services.hub.snapshot()))
            continue;
        if (!encoded)
            encoded = Frame::text(
                encode({event.type, nextId(event.type, event.subject.id), time, event.data(), {}, event.subject}));
        client->send(*encoded);
    }
}

Frame AiravataDialect::frame(Type type, const QByteArray &data, const QString &error) const
{
    return Frame::text(encode({type, nextId(type), clock().now(), data, error, {}}));
}

// <prefix>_<id>_<unix ns>; unique although two may be made within one reading of the clock.
QString AiravataDialect::nextId(Type type, const QString &subject) const
{
    m_lastId = std::max(clock().unixNanoseconds(), m_lastId + std::chrono::nanoseconds(1));
    const QString prefix = QString::fromUtf16(rowOf(type).prefix);
    const QString about = subject.isEmpty() ? QString() : QString(subject + u'_');
    return prefix + u'_' + about + QString::number(m_lastId.count());
}

QByteArray AiravataDialect::statistics() const
{
    const Snapshot &snapshot = m_services.hub.snapshot();
    const Timestamp begun = snapshot.server.startedAt == Timestamp{} ? m_startedAt : snapshot.server.startedAt;
    return shapes::statistics(m_traffic.figures(clock().steady(), clock().now() - begun), snapshot.mode);
}

} // namespace signalbox::airavata
