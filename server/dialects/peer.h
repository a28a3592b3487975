// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"
#include "server/model/user.h"

#include <QString>

namespace signalbox::dialects {

// The other side of a connection as a Session sees it: implemented by gateway::Connection, and by FakePeer in
// tests, so that every protocol runs without a socket. Server thread. A Session never outlives its Peer.
class Peer
{
public:
    virtual ~Peer() = default;

    virtual QString clientId() const = 0; // key into Snapshot::clients
    // Who acts here, with the role of now: a reload may change it, so that a Session keeps no copy.
    virtual const Actor &actor() const = 0;

    // In order, never blocking. Beyond backlog_bytes the dialect's SlowReader applies.
    virtual void send(const Frame &frame) = 0;
    void sendText(const QByteArray &utf8) { send(Frame::text(utf8)); }
    void sendBinary(const QByteArray &payload) { send(Frame::binary(payload)); }

    // For status wires: replaces the previous frame while the peer has not taken that (docs/reliability.md, "A slow
    // client costs only itself").
    virtual void sendLatest(const Frame &frame) = 0;

    // Sends what is queued, then the close frame. Session::closed() follows. Calling it twice is harmless.
    virtual void close(quint16 code, const QString &reason) = 0;

    virtual qint64 backlogBytes() const = 0;
    // Paused: takes no messages from the peer, and TCP pushes back (docs/model.md, "Workers, capacity, limits").
    virtual void setReadingPaused(bool paused) = 0;

    // What the Clients page shows.
    virtual void setSubscriptions(const QStringList &subscriptions) = 0;
    virtual void setLastError(const QString &error) = 0;
};

} // namespace signalbox::dialects
