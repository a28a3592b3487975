// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/place.h"
#include "server/gateway/wire/places.h"

#include <QByteArray>
#include <QHostAddress>

#include <span>

namespace signalbox::gateway {

// The bytes of one client in both directions: PlainSocket, or QtSocket where TLS is spoken or there is no epoll. Server
// thread; owned by HttpConnection, then by Connection.
class ClientSocket
{
public:
    // Whose socket it is at the moment. It may drop or delete the socket from within any of these.
    class User
    {
    public:
        virtual ~User() = default;
        // All of bytes is the user's: what is not kept is lost. They may be changed in place until the call returns.
        virtual void received(std::span<char> bytes) = 0;
        virtual void roomMade() = 0; // the kernel has taken some of what waited
        virtual void peerGone() = 0; // once; nothing is called after it
        // Whether the peer has still to be written to, though it has ended its own direction (`nc -N` does so once its
        // request is sent). Asked when it has, and each time that all of what was written is on its way.
        virtual bool owesAnswer() const { return false; }
    };

    ClientSocket(const QHostAddress &address, quint16 port) : m_address(core::withoutMapping(address)), m_port(port) {}
    ClientSocket(const ClientSocket &) = delete;
    ClientSocket &operator=(const ClientSocket &) = delete;
    virtual ~ClientSocket() = default;

    const QHostAddress &peerAddress() const { return m_address; } // an IPv4 one is never mapped
    quint16 peerPort() const { return m_port; }
    virtual int descriptor() const = 0; // -1: the connection is gone
    void prefetch() const { __builtin_prefetch(&m_user); }
    void setUser(User *user) { m_user = user; }
    // Where the socket is counted, until its descriptor is closed; then null.
    void setSeat(std::unique_ptr<Places::Seat> seat) { m_seat = std::move(seat); }
    Places::Seat *seat() const { return m_seat.get(); }

    // What the kernel takes of bytes at once, 0 while earlier bytes wait here, -1 when the connection is gone. After less
    // than all of them roomMade() follows.
    virtual qint64 send(QByteArrayView bytes) = 0;
    // Takes all of bytes, in order behind what waits; roomMade() follows unless they went at once.
    virtual void write(QByteArrayView bytes) = 0;
    virtual void sendWaiting() = 0; // tries again at once, whatever the kernel has said last
    // Everything written and not yet taken by the kernel, TLS's own buffers included.
    virtual qint64 unsentBytes() const = 0;
    // Paused: nothing is received, TCP pushes back, and a peer that goes is still noticed once nothing is left to read.
    virtual void setPaused(bool paused) = 0;
    // A socket closed with unread input sends RST, and the peer may lose the close frame or the response before it. So:
    // sends the rest, ends our direction, throws away what still comes; peerGone() once the peer has ended its own. The
    // user sets a deadline for that, and then calls drop().
    virtual void finish() = 0;
    // The kernel takes no more than this, beside what is on its way to the peer; 0: as much as it has room for. Its room
    // for what is written last does not fill up then while the peer does not read.
    void limitUnsent(int bytes);
    virtual void drop() = 0; // closes at once, without peerGone(); what waits is lost

private:
    const QHostAddress m_address;
    const quint16 m_port;

protected:
    void leave() { m_seat.reset(); }

    User *m_user = nullptr;

private:
    std::unique_ptr<Places::Seat> m_seat;
};

} // namespace signalbox::gateway
