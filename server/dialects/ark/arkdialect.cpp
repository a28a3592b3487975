// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/arkdialect.h"

#include "server/dialects/ark/arksession.h"
#include "server/dialects/ark/events.h"
#include "server/dialects/ark/shapes.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

using namespace dialects;

namespace {

Q_LOGGING_CATEGORY(lcArk, "signalbox.ark", QtInfoMsg)

constexpr Milliseconds pingInterval{30'000}; // wire.md, ARK
constexpr Milliseconds noteInterval{1'000};
constexpr Milliseconds quietTime{60'000}; // between warnings about what clients send

} // namespace

ArkFactory::ArkFactory(const Services &services, const core::Authenticator *authenticator)
    : m_services(services)
    , m_authenticator(authenticator)
    , m_rest(services)
    , m_stream(services.hub.snapshot())
{
    pingAll();
}

bool ArkFactory::matches(const Handshake &handshake) const
{
    // interface.md, Listeners: pow has any path with its subprotocol, this one too.
    return handshake.isUpgrade && handshake.path == "/ws"_L1 && !handshake.subprotocols.contains("pow-1"_L1);
}

void ArkFactory::admit(const Handshake &handshake, AdmissionCallback decide)
{
    Actor actor{u"anonymous"_s, handshake.anonymousRole, {}, {}};
    if (const QByteArray token = handshake.token(); !token.isEmpty() && m_authenticator) {
        const Result<core::TokenInfo> known = m_authenticator->checkToken(token);
        if (!known)
            return decide(RefuseHttp{restError(handshake, 401, u"Invalid or expired token"_s)});
        actor.user = known->user.name;
        actor.role = known->user.role();
    }
    if (actor.role < Role::Viewer)
        return decide(RefuseHttp{restError(handshake, 401, u"Authentication required"_s)});
    decide(Accept{actor, {}});
}

std::unique_ptr<Dialect> ArkFactory::create(Peer &peer, const Handshake &, const Actor &)
{
    return std::make_unique<ArkDialect>(*this, peer);
}

RestResponse ArkFactory::restError(const Handshake &request, int status, const QString &message) const
{
    // As the existing framework spells an unknown route (wire.md, ARK).
    const bool isRouting = status == 404 || status == 405;
    return errorResponse(m_services.hub.clock().now(), request, status,
                         isRouting ? u"Cannot %1 %2"_s.arg(QString::fromLatin1(request.method), request.path)
                                   : message);
}

RestResponse ArkFactory::unmatchedUpgrade(const Handshake &handshake) const
{
    return restError(handshake, 404, {});
}

// ---- clients

void ArkFactory::add(ArkDialect *client)
{
    m_clients.push_back(client);
    if (m_clients.size() > 1)
        return;
    for (const Component &component : m_services.hub.snapshot().components)
        follow(component.id, true);
}

void ArkFactory::remove(ArkDialect *client)
{
    std::erase(m_clients, client);
    if (!m_clients.empty())
        return;
    const QSet<QString> followed = m_followed;
    for (const QString &id : followed)
        follow(id, false);
}

// Never answered, never a disconnect (ark.md, 4). In the quiet time after a warning nothing is even looked at.
void ArkFactory::ignore(const Peer &peer, const QByteArray &message)
{
    if (m_quiet)
        return;
    QJsonParseError error;
    (void)QJsonDocument::fromJson(message, &error);
    if (error.error == QJsonParseError::NoError)
        return;
    m_quiet = true;
    m_services.hub.clock().after(quietTime, this, [this] { m_quiet = false; });
    qCWarning(lcArk,
              "client %s sent %lld bytes that are no JSON; /ws only sends, whatever clients send is ignored (said at "
              "most once a minute)",
              qUtf8Printable(peer.clientId()), static_cast<long long>(message.size()));
}

void ArkFactory::broadcast(const QByteArray &event)
{
    if (m_clients.empty())
        return;
    const Frame frame = Frame::text(event);
    for (ArkDialect *client : m_clients)
        client->peer().send(frame);
}

void ArkFactory::pingAll()
{
    for (ArkDialect *client : m_clients)
        client->peer().ping();
    m_services.hub.clock().after(pingInterval, this, [this] { pingAll(); });
}

// ---- events

void ArkFactory::changed(const Change &change)
{
    const QList<QByteArray> events = m_stream.eventsOf(change);
    for (const QByteArray &event : events)
        broadcast(event);
    if (const auto *component = std::get_if<ComponentChanged>(&change.body); component && !m_clients.empty())
        follow(component->component.id, true);
    if (const auto *removed = std::get_if<ComponentRemoved>(&change.body))
        follow(removed->id, false);
}

void ArkFactory::follow(const QString &componentId, bool wanted)
{
    if (m_followed.contains(componentId) == wanted)
        return;
    if (wanted) {
        m_followed.insert(componentId);
    } else {
        m_followed.remove(componentId);
        m_gate.forget(componentId); // whoever comes next did not miss them
    }
    if (m_services.followLog)
        m_services.followLog(componentId, wanted);
}

void ArkFactory::logLinesAdded(const QString &componentId, const QList<LogLine> &lines, qint64 leftOut)
{
    if (!m_followed.contains(componentId))
        return; // others follow too
    const QList<LogLine> admitted = m_gate.admit(componentId, lines, leftOut, m_services.hub.clock().steady());
    for (const LogLine &line : admitted)
        broadcast(events::instanceLog(line));
    if (m_noteIsDue || !m_gate.hasLeftOut())
        return;
    m_noteIsDue = true;
    m_services.hub.clock().after(noteInterval, this, [this] { noteLeftOut(); });
}

void ArkFactory::noteLeftOut()
{
    m_noteIsDue = false;
    const QList<LogLine> notes = m_gate.takeNotes(m_services.hub.clock().now());
    for (const LogLine &note : notes)
        broadcast(events::instanceLog(note));
}

} // namespace signalbox::ark
