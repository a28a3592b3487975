// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/airavatasession.h"

#include "server/dialects/airavata/airavatadialect.h"
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/codec_shapes.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::Frame;

namespace {

const Resource everyone{ResourceType::Everyone, {}};

} // namespace

AiravataSession::AiravataSession(AiravataDialect &dialect, dialects::Peer &peer,
                                 const std::optional<Resource> &resource)
    : m_dialect(dialect)
    , m_peer(peer)
{
    m_dialect.traffic().connected();
    m_dialect.subscribers().add(everyone, this);
    if (resource) {
        m_subscriptions.append(*resource);
        m_dialect.subscribers().add(*resource, this);
    }
}

AiravataSession::~AiravataSession()
{
    closed();
}

void AiravataSession::opened()
{
    show();
    m_dialect.clock().after(heartbeat, &m_life, [this] { beat(); });
}

void AiravataSession::closed()
{
    if (!std::exchange(m_isOpen, false))
        return;
    m_dialect.traffic().disconnected();
    m_dialect.subscribers().remove(everyone, this);
    for (const Resource &resource : std::as_const(m_subscriptions))
        m_dialect.subscribers().remove(resource, this);
}

// ---- what the client says

void AiravataSession::textReceived(const QByteArray &utf8)
{
    if (!m_isOpen)
        return;
    const auto now = m_dialect.clock().steady();
    m_dialect.traffic().message(now);
    const Result<Incoming> message = decode(utf8);
    if (!message)
        return answer(Type::Error, {}, message.error().message);
    switch (message->action) {
    case Incoming::Action::Ping:
        return answer(Type::Pong);
    case Incoming::Action::Pong:
        if (m_pingedAt)
            m_dialect.traffic().roundTrip(now - *std::exchange(m_pingedAt, std::nullopt));
        return;
    case Incoming::Action::Statistics:
        return answer(Type::SystemStatus, m_dialect.statistics());
    case Incoming::Action::Subscribe:
    case Incoming::Action::Unsubscribe:
        return subscribe(*message);
    }
}

void AiravataSession::pongReceived(std::chrono::nanoseconds sincePing)
{
    m_dialect.traffic().roundTrip(sincePing);
}

// Confirms also a resource that does not exist or may not be seen: AiravataDialect::broadcast() checks each event.
void AiravataSession::subscribe(const Incoming &message)
{
    const Result<Resource> resource = resourceOf(message, actor().user);
    if (!resource)
        return answer(Type::Error, {}, resource.error().message);
    const bool isWanted = message.action == Incoming::Action::Subscribe;
    const int most = m_dialect.subscriptionLimit();
    if (isWanted && !m_subscriptions.contains(*resource)) {
        if (most > 0 && m_subscriptions.size() >= most)
            return answer(Type::Error, {}, u"Too many subscriptions: at most %1 per connection"_s.arg(most));
        m_subscriptions.append(*resource);
        m_dialect.subscribers().add(*resource, this);
    } else if (!isWanted && m_subscriptions.removeOne(*resource)) {
        m_dialect.subscribers().remove(*resource, this);
    }
    show();
    answer(Type::SystemStatus, shapes::confirmation(isWanted, *resource));
}

void AiravataSession::show()
{
    QStringList texts;
    for (const Resource &resource : std::as_const(m_subscriptions)) {
        const QString type = toString(resource.type);
        texts.append(resource.id.isEmpty() ? type : type + u':' + resource.id);
    }
    m_peer.setSubscriptions(texts);
}

// ---- what the server says

void AiravataSession::send(const Frame &frame)
{
    if (!m_isOpen)
        return;
    m_dialect.traffic().message(m_dialect.clock().steady());
    m_peer.send(frame);
}

void AiravataSession::answer(Type type, const QByteArray &data, const QString &error)
{
    if (!error.isEmpty())
        m_peer.setLastError(error);
    send(m_dialect.frame(type, data, error));
}

void AiravataSession::beat()
{
    if (!m_isOpen)
        return;
    m_pingedAt = m_dialect.clock().steady();
    answer(Type::Ping);
    m_dialect.clock().after(heartbeat, &m_life, [this] { beat(); });
}

} // namespace signalbox::airavata
