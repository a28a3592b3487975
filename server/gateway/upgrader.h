// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/clientsocket.h"

#include <QHash>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <memory>

namespace signalbox::gateway {

// Hands vetted sockets to QWebSocketServer and gets QWebSockets back. Instead of the client's head,
// QWebSocketServer is given a small one of our own, so that it cannot read the head differently than
// RequestParser did: its ceilings are not ours, and of several offered subprotocols exactly the admitted one is
// echoed (docs/architecture.md, "Libraries and their traps"). Server thread; owned by Gateway.
class Upgrader : public QObject
{
    Q_OBJECT

public:
    explicit Upgrader(QObject *parent = nullptr);

    // Called once, unless the peer goes first. The socket's read buffer is still as small as our head: the new
    // owner of the socket must set a size.
    using Done = std::function<void(std::unique_ptr<QWebSocket>, ClientSocket *)>;

    // Takes the socket. key: Sec-WebSocket-Key as sent; leftover: what the client sent behind its head.
    void upgrade(ClientSocket *socket, const QByteArray &key, const QString &subprotocol, const QByteArray &leftover,
                 Done done);

private:
    void upgraded();

    struct Pending
    {
        ClientSocket *socket = nullptr;
        QByteArray early;
        Done done;
        QMetaObject::Connection watch;
    };

    QWebSocketServer m_server;
    QHash<QString, Pending> m_pending; // by the path of our head
    quint64 m_count = 0;
};

} // namespace signalbox::gateway
