// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/flusher.h"

#include "server/gateway/connection.h"

#include <QCoreApplication>
#include <QEvent>

#include <thread>

namespace signalbox::gateway {

namespace {

// A pass may be put off for this part of what the last one took, and never for longer than that.
constexpr int gatheringPart = 8;
constexpr std::chrono::microseconds gatheringAtMost{500};

} // namespace

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
    gather();
    const Clock::time_point begun = Clock::now();
    m_lastDepth = depth();
    m_flushing.swap(m_due);
    for (std::size_t at = 0; at < m_flushing.size(); ++at) {
        prefetch(at);
        if (Connection *connection = m_flushing[at])
            connection->flushScheduled();
    }
    m_flushing.clear();
    m_joined.clear();
    m_lastEnd = Clock::now();
    m_lastTook = m_lastEnd - begun;
    return true;
}

// What decides the cost of many messages is how many go with one system call. A message that comes alone, after a pause
// or one at a time, never waits.
void Flusher::gather()
{
    const Clock::time_point now = Clock::now();
    if (m_lastDepth <= 1 || now - m_lastEnd > m_lastTook)
        return;
    const Clock::time_point end = now + std::min<Clock::duration>(m_lastTook / gatheringPart, gatheringAtMost);
    while (depth() < m_lastDepth && Clock::now() < end) {
        if (!m_poller.poll())
            std::this_thread::yield();
    }
}

// Between two sends the kernel has used the cache for its own, and memory is slower than what is done here: so the next
// connection but one is fetched, and what the next one refers to.
void Flusher::prefetch(std::size_t at) const
{
    if (at + 2 < m_flushing.size() && m_flushing[at + 2])
        m_flushing[at + 2]->prefetch();
    if (at + 1 < m_flushing.size() && m_flushing[at + 1])
        m_flushing[at + 1]->prefetchParts();
}

// Of the connection that waits for longest, for all.
std::size_t Flusher::depth() const
{
    return m_due.empty() || !m_due.front() ? 0 : m_due.front()->waitingFrames();
}

} // namespace signalbox::gateway
