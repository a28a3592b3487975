// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Connection that is about its client: rights, and what the Clients page shows.
#include "server/gateway/connection.h"
#include "server/gateway/framewatch.h"

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

// ---- rights

void Connection::reviewAccess(const QString &user)
{
    if (m_access && m_phase == Phase::Open && (user.isEmpty() || user == m_actor.user))
        m_access->review();
}

void Connection::roleFound(Role role)
{
    if (m_actor.role == role)
        return;
    m_actor.role = role;
    m_client.role = toString(role);
    countSent();
    (void)m_services.hub.record(ClientChanged{m_client});
}

void Connection::accessLost(const QString &reason)
{
    if (m_phase == Phase::Open)
        m_dialect->accessLost(*this, reason);
}

// ---- what the Clients page shows

void Connection::countSent()
{
    m_client.figures.messagesOut = m_sent.frames;
    m_client.figures.bytesOut = m_sent.bytes;
}

void Connection::setSubscriptions(const QStringList &subscriptions)
{
    if (m_client.subscriptions == subscriptions || m_phase == Phase::Ended)
        return;
    m_client.subscriptions = subscriptions;
    countSent();
    (void)m_services.hub.record(ClientChanged{m_client});
}

void Connection::setLastError(const QString &error)
{
    if (m_client.lastError == error || m_phase == Phase::Ended)
        return;
    m_client.lastError = error;
    countSent();
    (void)m_services.hub.record(ClientChanged{m_client});
}

void Connection::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        return m_outbox.setObserver({});
    m_outbox.setObserver(
        [this](const dialects::Frame &frame) { Q_EMIT frameSeen(sentFrame(m_services.hub.clock().now(), frame)); });
}

std::optional<ClientFigures> Connection::movedFigures()
{
    countSent();
    m_client.figures.backlogBytes = m_phase == Phase::Ended ? 0 : backlogBytes();
    if (!m_session || m_client.figures == m_reported)
        return std::nullopt;
    m_reported = m_client.figures;
    return m_reported;
}

} // namespace signalbox::gateway
