// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/gateway/wire/clientsocket.h"

#include <QObject>

#include <functional>

namespace signalbox::gateway {

// Notices a peer that is gone without a word (docs/interface.md, "Silence"): a ping every interval, also while other frames
// flow, and when two in a row go by without a sign of life, the peer is lost. Every byte from the peer is a sign of life.
// Where a pong cannot be expected, because the peer's buffers are full or its messages are not read, bytes acknowledged by
// its system count instead. Server thread; owned by its Connection.
class KeepAlive final : public QObject
{
    Q_OBJECT

public:
    // isRead: whether what the peer sends is read now.
    KeepAlive(const ClientSocket &socket, core::Clock &clock, Milliseconds interval, std::function<bool()> isRead);

    void start();
    void heard() { m_heard = true; } // a byte has come
    std::chrono::nanoseconds sincePing() const { return m_clock.steady() - m_pingedAt; }

Q_SIGNALS:
    void pingDue();
    void lost(); // once; no ping follows

private:
    void wait();
    void wake();

    const ClientSocket &m_socket;
    core::Clock &m_clock;
    const Milliseconds m_interval;
    const std::function<bool()> m_isRead;
    std::chrono::steady_clock::time_point m_pingedAt;
    quint64 m_acknowledged = 0; // bytes, at the last wake()
    int m_unanswered = 0;       // pings in a row
    bool m_heard = false;       // since the last wake()
    bool m_wasBlocked = false;  // at the last wake(): no pong could be expected
};

} // namespace signalbox::gateway
