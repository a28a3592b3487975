// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a client is read: by its rate, and while its dialect wants no more.
#include "server/gateway/connection.h"

#include <algorithm>
#include <chrono>

namespace signalbox::gateway {

// What is no message cannot be discarded, and is read no faster on every dialect.
bool Connection::admitByRate(Counted what)
{
    const double rate = m_messagesPerSecond;
    if (rate <= 0)
        return true;
    const bool within = m_rate.take(rate, m_services.hub.clock().steady());
    const dialects::FastSender policy =
        what == Counted::Message ? m_dialect->fastSender() : dialects::FastSender::Pause;
    if (policy == dialects::FastSender::Pause && m_rate.tokens < 1 && !m_pausedByRate)
        pauseByRate();
    if (within || policy == dialects::FastSender::Pause)
        return true;
    if (policy == dialects::FastSender::Report && !m_rateReported) {
        m_rateReported = true;
        m_dialect->rateExceeded(*this);
    }
    return false;
}

// For several messages at a time where there are many a second.
void Connection::pauseByRate()
{
    const double rate = m_messagesPerSecond;
    m_pausedByRate = true;
    applyPause();
    const auto wait = std::chrono::ceil<Milliseconds>(
        std::chrono::duration<double>((std::max(1.0, rate / 100) - m_rate.tokens) / rate));
    m_services.hub.clock().after(wait, this, [this] {
        m_pausedByRate = false;
        applyPause();
    });
}

void Connection::setReadingPaused(bool paused)
{
    m_pausedByDialect = paused;
    applyPause();
}

// While closing, the peer's close frame must still be read. Queued, so that a message is never handled within another.
void Connection::applyPause()
{
    if (isPaused())
        m_socket->setPaused(true);
    else
        QMetaObject::invokeMethod(this, &Connection::resume, Qt::QueuedConnection);
}

} // namespace signalbox::gateway
