// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdialect.h"

#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Lets the test's client and the Gateway read what the loopback has delivered. For tests that something does not
// happen.
inline void turn()
{
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

// Global rows: sockets behind epoll, and Qt's own, which systems without epoll have.
inline void wires()
{
    QTest::addColumn<bool>("portable");
    QTest::newRow("epoll") << false;
    QTest::newRow("qt") << true;
}

// A Gateway on a free port of the loopback, with a clock that stands still.
struct Harness
{
    FakeClock clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    TestDialect dialect{u"test"_s, [](const dialects::RequestHead &head) { return head.isUpgrade; }};
    gateway::LimitTable limits;
    gateway::ListenerOptions options;
    const core::Authenticator *authenticator = nullptr;
    std::unique_ptr<gateway::Gateway> gateway;
    quint16 port = 0;

    Harness()
    {
        options.dialects = {u"test"_s};
        options.anonymous = Role::Viewer;
    }

    void start(QList<dialects::Dialect *> dialects = {})
    {
        if (dialects.isEmpty())
            dialects = {&dialect};
        gateway = std::make_unique<gateway::Gateway>(hub, authenticator, dialects, limits);
        const Result<void> listening = gateway->listen({options});
        QVERIFY2(listening.has_value(), qPrintable(listening.error().message));
        port = static_cast<quint16>(gateway->listeners().constFirst().port);
    }

    QUrl url(const QString &path = u"/ws"_s) const { return QUrl(u"ws://127.0.0.1:%1%2"_s.arg(port).arg(path)); }
};

// A peer that does exactly what a test says, byte by byte.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_reading = QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    bool isConnected()
    {
        const bool waited = QTest::qWaitFor([this] {
            return socket.state() == QAbstractSocket::ConnectedState
                   || socket.state() == QAbstractSocket::UnconnectedState;
        });
        return waited && socket.state() == QAbstractSocket::ConnectedState;
    }
    void send(const QByteArray &bytes)
    {
        if (isConnected()) {
            socket.write(bytes);
            socket.flush();
        }
    }
    void endOutput() // and go on reading
    {
        if (isConnected())
            ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
    }
    // Whether the kernel has all that was sent at the other end, where the next turn of the loop reads it.
    bool hasArrived()
    {
        return QTest::qWaitFor([this] {
            int unacknowledged = -1;
            return socket.bytesToWrite() == 0
                   && ::ioctl(static_cast<int>(socket.socketDescriptor()), SIOCOUTQ, &unacknowledged) == 0
                   && unacknowledged == 0;
        });
    }
    // Fills the receive buffers with what the server sends next, so that TCP pushes back.
    void stopReading()
    {
        QObject::disconnect(m_reading);
        socket.setReadBufferSize(1024);
    }
    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor([this, &text] { return received.contains(text); });
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    // Status codes of the responses so far, in order.
    QList<int> statuses() const
    {
        QList<int> codes;
        for (qsizetype at = received.indexOf("HTTP/1.1 "); at >= 0; at = received.indexOf("HTTP/1.1 ", at + 1))
            codes.append(received.mid(at + 9, 3).toInt());
        return codes;
    }

    QTcpSocket socket;
    QByteArray received;

private:
    QMetaObject::Connection m_reading;
};

inline QByteArray upgradeHead(const QByteArray &path = "/ws", const QByteArray &more = {})
{
    return "GET " + path
           + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           + more + "\r\n";
}

// A masked client frame (RFC 6455, 5.3), with a mask of zeros.
inline QByteArray clientFrame(quint8 opcode, const QByteArray &payload)
{
    QByteArray bytes(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        bytes.append(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() <= 0xffff) {
        bytes.append(static_cast<char>(0xfe));
        bytes.append(static_cast<char>(payload.size() >> 8));
        bytes.append(static_cast<char>(payload.size() & 0xff));
    } else {
        bytes.append(static_cast<char>(0xff));
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(static_cast<char>((payload.size() >> shift) & 0xff));
    }
    return bytes + QByteArray(4, '\0') + payload;
}

} // namespace signalbox::test
