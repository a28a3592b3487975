// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upgrader.h"

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

void putBack(QTcpSocket &socket, const QByteArray &bytes)
{
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        socket.ungetChar(*byte);
}

} // namespace

Upgrader::Upgrader(QObject *parent) : QObject(parent), m_server(u"signalbox"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &Upgrader::upgraded);
}

void Upgrader::upgrade(ClientSocket *socket, const QByteArray &key, const QString &subprotocol,
                       const QByteArray &leftover, Done done)
{
    const QString path = u'/' + QString::number(++m_count);
    QByteArray head = "GET " + path.toLatin1()
                      + " HTTP/1.1\r\nHost: signalbox\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                      + key + "\r\n";
    if (!subprotocol.isEmpty()) {
        head += "Sec-WebSocket-Protocol: " + subprotocol.toLatin1() + "\r\n";
        if (QStringList known = m_server.supportedSubprotocols(); !known.contains(subprotocol)) {
            known.append(subprotocol);
            m_server.setSupportedSubprotocols(known);
        }
    }
    head += "\r\n";
    QTcpSocket &tcp = socket->tcp();
    const QByteArray early = leftover + tcp.readAll();
    putBack(tcp, head);
    // QWebSocketServer reads the head through a QTextStream and loses what that read ahead: the socket may hold
    // nothing but the head.
    tcp.setReadBufferSize(head.size());
    const auto watch = connect(&tcp, &QObject::destroyed, this, [this, path] { m_pending.remove(path); });
    m_pending.insert(path, {socket, early, std::move(done), watch});
    m_server.handleConnection(&tcp);
}

void Upgrader::upgraded()
{
    while (QWebSocket *webSocket = m_server.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> owned(webSocket);
        owned->setParent(nullptr);
        const auto pending = m_pending.find(webSocket->requestUrl().path());
        if (pending == m_pending.end())
            continue;
        const Pending found = std::move(*pending);
        m_pending.erase(pending);
        disconnect(found.watch);
        putBack(found.socket->tcp(), found.early);
        found.socket->tcp().flush(); // the 101, so that frames go straight to the descriptor
        found.done(std::move(owned), found.socket);
    }
}

} // namespace signalbox::gateway
