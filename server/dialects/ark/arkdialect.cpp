// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/arkdialect.h"

#include "server/core/duration.h"
#include "server/dialects/ark/arksession.h"
#include "server/dialects/ark/codec_events.h"
#include "server/dialects/ark/codec_shapes.h"
#include "server/dialects/ark/events.h"
#include "server/dialects/requests.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::ark {

using namespace dialects;

namespace {

Q_LOGGING_CATEGORY(lcArk, "signalbox.ark", QtInfoMsg)

constexpr Milliseconds noteInterval{1'000};
constexpr Milliseconds quietTime{60'000}; // between warnings about what clients send

} // namespace

core::DialectSetting heartbeatSetting()
{
    const auto check = [](const core::DialectSetting::Value &value) {
        return core::durationProblem(std::get<Milliseconds>(value), 1s, 1h);
    };
    return {u"heartbeat_interval"_s, u"how often ARK's agents report; offline when three are missing"_s,
            Milliseconds(30s), check};
}

Milliseconds heartbeatOf(const core::DialectSettings &settings)
{
    const core::DialectSetting setting = heartbeatSetting();
    return std::get<Milliseconds>(settings.value(setting.name, setting.fallback));
}

bool ArkDialect::matches(const RequestHead &head) const
{
    return head.path == "/ws"_L1;
}

void ArkDialect::admit(const RequestHead &head, AdmissionCallback decide)
{
    const Result<Actor> actor = actorOf(head, m_services.authenticator, head.anonymousRole, Role::Viewer);
    if (!actor)
        return decide(RefuseHttp{restError(head, 401, asSentence(actor.error().message))});
    decide(Accept{*actor, {}, head.token()});
}

std::unique_ptr<Session> ArkDialect::create(Peer &peer, const RequestHead &)
{
    return std::make_unique<ArkSession>(*this, peer);
}

RestResponse ArkDialect::restError(const RequestHead &request, int status, const QString &message) const
{
    // As the existing framework spells an unknown route (README.md, "Errors").
    const bool isRouting = status == 404 || status == 405;
    return errorResponse(m_services.hub.clock().now(), request, status,
                         isRouting ? u"Cannot %1 %2"_s.arg(QString::fromLatin1(request.method), request.path)
                                   : message);
}

RestResponse ArkDialect::unmatchedUpgrade(const RequestHead &head) const
{
    return restError(head, 404, {});
}

// ---- clients

void ArkDialect::add(ArkSession *client)
{
    m_clients.push_back(client);
    if (m_clients.size() > 1)
        return;
    for (const Component &component : m_services.hub.snapshot().components)
        follow(component.id);
}

void ArkDialect::remove(ArkSession *client)
{
    std::erase(m_clients, client);
    if (!m_clients.empty())
        return;
    while (!m_followed.empty())
        unfollow(m_followed.begin()->first);
}

// A message of a client is not answered and ends no connection (README.md, "Frames"). For quietTime after a warning,
// messages are not even parsed.
void ArkDialect::ignore(const Peer &peer, const QByteArray &message)
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

void ArkDialect::broadcast(const QByteArray &event)
{
    if (m_clients.empty())
        return;
    const Frame frame = Frame::text(event);
    for (ArkSession *client : m_clients)
        client->peer().send(frame);
}

// ---- events

void ArkDialect::changed(const Change &change, const Replaced &replaced)
{
    const QList<QByteArray> events = eventsOf(change, replaced);
    for (const QByteArray &event : events)
        broadcast(event);
    if (const auto *component = std::get_if<ComponentChanged>(&change.body); component && !m_clients.empty())
        follow(component->component.id);
    if (const auto *removed = std::get_if<ComponentRemoved>(&change.body))
        unfollow(removed->id);
}

void ArkDialect::follow(const QString &componentId)
{
    if (!m_services.streams || m_followed.contains(componentId))
        return;
    m_followed[componentId] =
        m_services.streams->followLog(componentId, [this, componentId](const QList<LogLine> &lines, qint64 leftOut) {
            tell(componentId, lines, leftOut);
        });
}

void ArkDialect::unfollow(const QString &componentId)
{
    // The node, which lives to the end of this function, holds the id that componentId may refer to.
    if (const auto followed = m_followed.extract(componentId))
        m_gate.forget(followed.key()); // the next client is not told of lines left out before it came
}

void ArkDialect::tell(const QString &componentId, const QList<LogLine> &lines, qint64 leftOut)
{
    const QList<LogLine> admitted = m_gate.admit(componentId, lines, leftOut, m_services.hub.clock().steady());
    for (const LogLine &line : admitted)
        broadcast(events::instanceLog(line));
    if (m_noteIsDue || !m_gate.hasLeftOut())
        return;
    m_noteIsDue = true;
    m_services.hub.clock().after(noteInterval, this, [this] { noteLeftOut(); });
}

void ArkDialect::noteLeftOut()
{
    m_noteIsDue = false;
    const QList<LogLine> notes = m_gate.takeNotes(m_services.hub.clock().now());
    for (const LogLine &note : notes)
        broadcast(events::instanceLog(note));
}

} // namespace signalbox::ark
