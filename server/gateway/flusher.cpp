// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/flusher.h"

#include "server/gateway/connection.h"

#include <QCoreApplication>
#include <QEvent>

namespace signalbox::gateway {

void Flusher::schedule(Connection &connection)
{
    if (m_due.empty())
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
    m_due.push_back(&connection);
}

void Flusher::forget(Connection &connection)
{
    std::replace(m_due.begin(), m_due.end(), &connection, static_cast<Connection *>(nullptr));
    std::replace(m_flushing.begin(), m_flushing.end(), &connection, static_cast<Connection *>(nullptr));
}

bool Flusher::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_flushing.swap(m_due);
    for (std::size_t at = 0; at < m_flushing.size(); ++at) {
        if (Connection *connection = m_flushing[at])
            connection->flushScheduled();
    }
    m_flushing.clear();
    m_joined.clear();
    return true;
}

} // namespace signalbox::gateway
