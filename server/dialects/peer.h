// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"

#include <QString>

namespace signalbox::dialects {

// The other side of a connection as a Dialect sees it: implemented by gateway::Connection, and by FakePeer in
// tests, so that every protocol runs without a socket. Server thread. A Dialect never outlives its Peer.
class Peer
{
public:
    virtual ~Peer() = default;

    virtual QString clientId() const = 0; // key into Snapshot::clients

    // In order, never blocking. Beyond the listener's backlog_bytes the dialect's SlowReader policy applies.
    virtual void send(const Frame &frame) = 0;
    void sendText(const QByteArray &utf8) { send(Frame::text(utf8)); }
    void sendBinary(const QByteArray &payload) { send(Frame::binary(payload)); }

    // Status wires: when the peer has not taken the previous one yet, this replaces it (reliability.md, R4).
    virtual void sendLatest(const Frame &frame) = 0;

    virtual void ping() = 0; // control frame
    // Sends what is queued, then the close frame. Dialect::closed() follows. Calling it twice is harmless.
    virtual void close(quint16 code, const QString &reason) = 0;

    virtual qint64 backlogBytes() const = 0;
    // Stop taking messages from the peer; TCP pushes back (model.md, Workers, capacity, limits).
    virtual void setReadingPaused(bool paused) = 0;

    // What the Clients page shows.
    virtual void setSubscriptions(const QStringList &subscriptions) = 0;
    virtual void setLastError(const QString &error) = 0;
};

} // namespace signalbox::dialects
