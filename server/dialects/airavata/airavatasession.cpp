// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/airavatasession.h"

#include "server/dialects/airavata/airavatadialect.h"
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/shapes.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::Frame;

namespace {

const Resource everyone{ResourceType::Everyone, {}};

} // namespace

AiravataDialect::AiravataDialect(AiravataFactory &factory, dialects::Peer &peer, Visitor visitor)
    : m_factory(factory)
    , m_peer(peer)
    , m_visitor(std::move(visitor))
    , m_heardAt(factory.clock().steady())
{
    m_factory.traffic().connected();
    m_factory.subscribers().add(everyone, this);
    if (m_visitor.resource) {
        m_subscriptions.append(*m_visitor.resource);
        m_factory.subscribers().add(*m_visitor.resource, this);
    }
}

AiravataDialect::~AiravataDialect()
{
    closed();
}

void AiravataDialect::opened()
{
    show();
    m_factory.clock().after(heartbeat, &m_life, [this] { beat(); });
    watchSilence();
    watchToken();
}

void AiravataDialect::closed()
{
    if (!std::exchange(m_isOpen, false))
        return;
    m_factory.traffic().disconnected();
    m_factory.subscribers().remove(everyone, this);
    for (const Resource &resource : std::as_const(m_subscriptions))
        m_factory.subscribers().remove(resource, this);
}

// ---- what the client says

void AiravataDialect::textReceived(const QByteArray &utf8)
{
    if (!m_isOpen)
        return;
    heard();
    m_factory.traffic().message(m_heardAt);
    const Result<Incoming> message = decode(utf8);
    if (!message)
        return answer(Type::Error, {}, message.error().message);
    switch (message->wish) {
    case Incoming::Wish::Ping:
        return answer(Type::Pong);
    case Incoming::Wish::Pong:
        return pongReceived();
    case Incoming::Wish::Statistics:
        return answer(Type::SystemStatus, m_factory.statistics());
    case Incoming::Wish::Subscribe:
    case Incoming::Wish::Unsubscribe:
        return subscribe(*message);
    }
}

void AiravataDialect::pongReceived()
{
    heard();
    if (m_pingedAt)
        m_factory.traffic().roundTrip(m_heardAt - *std::exchange(m_pingedAt, std::nullopt));
}

void AiravataDialect::heard()
{
    m_heardAt = m_factory.clock().steady();
}

// Whether the resource exists, and whether this client may see it, is not told here: events are filtered one by one.
void AiravataDialect::subscribe(const Incoming &message)
{
    const Result<Resource> resource = resourceOf(message, m_visitor.actor.user);
    if (!resource)
        return answer(Type::Error, {}, resource.error().message);
    const bool isWanted = message.wish == Incoming::Wish::Subscribe;
    const int most = m_factory.subscriptionLimit();
    if (isWanted && !m_subscriptions.contains(*resource)) {
        if (most > 0 && m_subscriptions.size() >= most)
            return answer(Type::Error, {}, u"Too many subscriptions: at most %1 per connection"_s.arg(most));
        m_subscriptions.append(*resource);
        m_factory.subscribers().add(*resource, this);
    } else if (!isWanted && m_subscriptions.removeOne(*resource)) {
        m_factory.subscribers().remove(*resource, this);
    }
    show();
    answer(Type::SystemStatus, shapes::confirmation(isWanted, *resource));
}

void AiravataDialect::show()
{
    QStringList texts;
    for (const Resource &resource : std::as_const(m_subscriptions)) {
        const QString type = toString(resource.type);
        texts.append(resource.id.isEmpty() ? type : type + u':' + resource.id);
    }
    m_peer.setSubscriptions(texts);
}

// ---- what the server says

void AiravataDialect::send(const Frame &frame)
{
    if (!m_isOpen)
        return;
    m_factory.traffic().message(m_factory.clock().steady());
    m_peer.send(frame);
}

void AiravataDialect::answer(Type type, const QByteArray &data, const QString &error)
{
    if (!error.isEmpty())
        m_peer.setLastError(error);
    send(m_factory.frame(type, data, error));
}

void AiravataDialect::beat()
{
    if (!m_isOpen || !isTokenGood())
        return;
    m_pingedAt = m_factory.clock().steady();
    answer(Type::Ping);
    m_peer.ping();
    m_factory.clock().after(heartbeat, &m_life, [this] { beat(); });
}

void AiravataDialect::watchSilence()
{
    const auto silent = std::chrono::duration_cast<Milliseconds>(m_factory.clock().steady() - m_heardAt);
    if (!m_isOpen)
        return;
    if (silent >= patience)
        return m_peer.close(1001, u"nothing heard for 60 s"_s);
    m_factory.clock().after(patience - silent, &m_life, [this] { watchSilence(); });
}

// The wall clock may jump, so never wait for long at once.
void AiravataDialect::watchToken()
{
    if (!m_isOpen || !m_visitor.expiresAt)
        return;
    const Milliseconds left = *m_visitor.expiresAt - m_factory.clock().now();
    if (left <= Milliseconds(0))
        return end(1008, u"Invalid or expired token"_s);
    m_factory.clock().after(std::min<Milliseconds>(left, patience), &m_life, [this] { watchToken(); });
}

// A reload may have taken the user away, or changed the role.
bool AiravataDialect::isTokenGood()
{
    const Result<core::TokenInfo> info = m_factory.authenticator().checkToken(m_visitor.token);
    if (!info) {
        end(1008, u"Invalid or expired token"_s);
        return false;
    }
    m_visitor.actor.role = info->user.role();
    return true;
}

void AiravataDialect::end(quint16 code, const QString &text)
{
    answer(Type::Error, {}, text);
    m_peer.close(code, text);
    closed(); // no event comes after the reason why
}

} // namespace signalbox::airavata
