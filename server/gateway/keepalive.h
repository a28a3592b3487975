// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/timeouts.h"
#include "server/gateway/wire/clientsocket.h"

namespace signalbox::gateway {

// Notices a peer that is gone without a word (docs/interface.md, "Silence"): a ping every interval, also while other frames
// flow, and when two in a row go by without a sign of life, the peer is lost. Every byte from the peer is a sign of life.
// Where a pong cannot be expected, because the peer's buffers are full or its messages are not read, bytes acknowledged by
// its system count instead. Server thread; owned by its Connection.
class KeepAlive final
{
public:
    class User
    {
    public:
        virtual bool isRead() const = 0; // whether what the peer sends is read now
        virtual void pingDue() = 0;
        virtual void peerLost() = 0; // once; no ping follows

    protected:
        ~User() = default;
    };

    // All outlive the KeepAlive. The first ping is due after one interval.
    KeepAlive(const ClientSocket &socket, Timeouts &timeouts, Milliseconds interval, User &user);

    void heard() { m_heard = true; } // a byte has come
    std::chrono::nanoseconds sincePing() const { return m_clock.steady() - m_pingedAt; }

private:
    void wake();

    const ClientSocket &m_socket;
    core::Clock &m_clock;
    User &m_user;
    const Milliseconds m_interval;
    std::chrono::steady_clock::time_point m_pingedAt;
    quint64 m_acknowledged = 0; // bytes, at the last wake()
    int m_unanswered = 0;       // pings in a row
    bool m_heard = false;       // since the last wake()
    bool m_wasBlocked = false;  // at the last wake(): no pong could be expected
    Timeout m_next;
};

} // namespace signalbox::gateway
