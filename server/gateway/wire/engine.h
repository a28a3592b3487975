// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/framefilter.h"

#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <optional>
#include <vector>

namespace signalbox::gateway {

class Engine;

// The handshakes and frames of all connections, done by QWebSocketServer and QWebSocket on sockets without a descriptor.
// A QWebSocket holds nothing of its client between two frames, since FrameFilter hands over whole messages; so it is lent
// for the time of a frame, and few serve all. Server thread; owned by Gateway.
class Engines
{
public:
    // Of the connection whose frame is being handled.
    class User
    {
    public:
        virtual ~User() = default;
        virtual void messageArrived(const QByteArray &payload) = 0;
        virtual void pongArrived(const QByteArray &payload) = 0;
        virtual void engineWrites(QByteArrayView bytes) = 0;  // a pong, or a close frame
        virtual void engineCloses(const QString &reason) = 0; // the close frame has been written
    };

    Engines();
    ~Engines();

    // The answer to an upgrade; nullopt: QWebSocketServer refuses the key. Instead of the client's head it is given a
    // small one of our own, so that it cannot read the head differently than RequestParser did: its ceilings are not ours,
    // and of several offered subprotocols exactly the admitted one is echoed (docs/architecture.md, "Libraries and their
    // traps").
    std::optional<QByteArray> handshake(const QByteArray &key, const QString &subprotocol);

    void handle(const FrameFilter::Frame &frame, User &user); // neither None nor Broken
    void close(quint16 code, const QString &reason, User &user);

private:
    std::unique_ptr<Engine> make(const QByteArray &key, const QString &subprotocol);
    std::unique_ptr<Engine> lend();
    void giveBack(std::unique_ptr<Engine> engine);

    QWebSocketServer m_server;
    std::vector<std::unique_ptr<Engine>> m_spare;
};

} // namespace signalbox::gateway
