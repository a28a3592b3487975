// SPDX-License-Identifier: GPL-3.0-or-later
// Upgrades, limits, slow readers, closing: real sockets on the loopback.
#include "tests/gateway/harness.h"

#include <QSignalSpy>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using dialects::Frame;
using test::clientFrame;
using test::Harness;
using test::RawClient;
using test::upgradeHead;

namespace {

// A QWebSocket that keeps the messages it has received.
struct WsClient
{
    QWebSocket socket;
    QStringList texts;
    QList<QByteArray> binaries;

    WsClient()
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { texts.append(text); });
        QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                         [this](const QByteArray &bytes) { binaries.append(bytes); });
    }
    bool open(const QUrl &url)
    {
        socket.open(url);
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
};

} // namespace

class TestWebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::wires(); }
    void init()
    {
        m_harness = std::make_unique<Harness>();
        QFETCH_GLOBAL(bool, portable);
        m_harness->options.portable = portable;
    }
    void cleanup() { m_harness.reset(); }
    void echoesTextAndBinary();
    void echoesOnlyTheAdmittedSubprotocol();
    void bigHeadAndEarlyFrame_data();
    void bigHeadAndEarlyFrame();
    void responseLetsNoOriginIn();
    void refusedAsPlainHttp();
    void acceptedThenClosed();
    void peerGoesDuringAdmission();
    void connectionCeilings();
    void messageSizes_data();
    void messageSizes();
    void rates_data();
    void rates();
    void broadcastSharesOneFrame();
    void statusKeepsNewest();
    void slowEventReaderIsClosed();
    void pausedPeerIsHeldAndStillNoticed();
    void pauseDrains();
    void countersAndLifeInTheHub();
    void disconnectsOnCommand();
    void unansweredCloseIsDropped();
    void stopClosesWith1001();
    void stopWaitsForALastWord();

private:
    test::TestSession *only() const { return m_harness->dialect.open.value(0); }

    std::unique_ptr<Harness> m_harness;
};

void TestWebSocket::echoesTextAndBinary()
{
    m_harness->dialect.echo = true;
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url(u"/ws?a=b"_s)));
    const QString text = u"grüße ✓"_s;
    client.socket.sendTextMessage(text);
    client.socket.sendBinaryMessage(QByteArray("\0\xff", 2));
    client.socket.sendTextMessage(QString(60000, u'x'));
    QTRY_COMPARE(client.texts.size(), 2);
    QCOMPARE(client.texts.first(), text);
    QTRY_COMPARE(client.binaries, QList<QByteArray>{QByteArray("\0\xff", 2)});
    QCOMPARE(only()->peer.actor().dialect, u"test"_s);
    QCOMPARE(only()->peer.actor().clientId, only()->peer.clientId());
    QCOMPARE(m_harness->dialect.seen.first().queryValue(u"a"_s), u"b"_s);
}

// QWebSocketServer alone accepts an unknown offer with none and echoes its own choice of several
// (docs/architecture.md, "Libraries and their traps").
void TestWebSocket::echoesOnlyTheAdmittedSubprotocol()
{
    m_harness->dialect.admission = dialects::Accept{{}, u"two"_s};
    m_harness->start();
    RawClient both(m_harness->port);
    both.send(upgradeHead("/ws", "Sec-WebSocket-Protocol: one, two\r\n"));
    QVERIFY(both.waitFor("\r\n\r\n"));
    QVERIFY(both.received.contains("Sec-WebSocket-Protocol: two\r\n"));
    m_harness->dialect.admission = dialects::Accept{{}, QString()};
    RawClient none(m_harness->port);
    none.send(upgradeHead("/ws", "Sec-WebSocket-Protocol: one, two\r\n"));
    QVERIFY(none.waitFor("\r\n\r\n"));
    QVERIFY(none.received.startsWith("HTTP/1.1 101"));
    QVERIFY(!none.received.contains("Sec-WebSocket-Protocol"));
    m_harness->dialect.admission = dialects::Accept{{}, u"never offered"_s};
    RawClient foreign(m_harness->port);
    foreign.send(upgradeHead());
    QVERIFY(foreign.waitFor("\r\n\r\n"));
    QVERIFY(!foreign.received.contains("Sec-WebSocket-Protocol"));
}

// A token of 8 KiB and more makes one header line longer than QWebSocketServer takes; a first frame may come
// in the same segment as the head.
void TestWebSocket::bigHeadAndEarlyFrame_data()
{
    QTest::addColumn<int>("turns"); // of the event loop between head and frames
    for (int turns = 0; turns < 6; ++turns)
        QTest::addRow("%d", turns) << turns;
}

void TestWebSocket::bigHeadAndEarlyFrame()
{
    m_harness->dialect.echo = true;
    m_harness->start();
    RawClient client(m_harness->port);
    QVERIFY(client.isConnected());
    QFETCH(int, turns);
    client.socket.write(upgradeHead("/ws?token=" + QByteArray(10000, 'a')));
    for (int turn = 0; turn < turns; ++turn)
        QCoreApplication::processEvents();
    client.send(clientFrame(1, "early") + clientFrame(1, "bird"));
    QVERIFY2(client.waitFor(Frame::text("early").bytes() + Frame::text("bird").bytes()), client.received.constData());
    QVERIFY(client.received.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

// QWebSocketServer's own does, by Access-Control headers, whatever [[listener]] origins says.
void TestWebSocket::responseLetsNoOriginIn()
{
    m_harness->dialect.admission = dialects::Accept{{}, u"two"_s};
    m_harness->start();
    RawClient client(m_harness->port);
    client.send(upgradeHead("/ws", "Origin: http://localhost\r\nSec-WebSocket-Protocol: one, two\r\n"));
    QVERIFY(client.waitFor("\r\n\r\n"));
    QVERIFY(client.received.startsWith("HTTP/1.1 101 Switching Protocols\r\n"));
    QVERIFY(client.received.contains("\r\nSec-WebSocket-Protocol: two\r\n"));
    QVERIFY2(!client.received.toLower().contains("access-control"), client.received.constData());
}

void TestWebSocket::refusedAsPlainHttp()
{
    m_harness->dialect.admission = dialects::RefuseHttp{dialects::RestResponse::text(403, "no\n")};
    m_harness->start();
    RawClient client(m_harness->port);
    client.send(upgradeHead());
    QVERIFY(client.waitFor("no\n"));
    QCOMPARE(client.statuses(), QList<int>{403});
    RawClient foreign(m_harness->port);
    foreign.send(upgradeHead("/ws", "Origin: http://evil.org\r\n"));
    QVERIFY(foreign.waitFor("\r\n\r\n"));
    QCOMPARE(foreign.statuses(), QList<int>{403});
    QCOMPARE(m_harness->dialect.seen.size(), 1); // the request with the foreign Origin never reached admit()
    QVERIFY(m_harness->hub.snapshot().clients.isEmpty());
}

void TestWebSocket::acceptedThenClosed()
{
    m_harness->dialect.admission =
        dialects::AcceptThenClose{u"alger"_s, Frame::text("sorry"), 4401, u"Invalid username/password pair"_s};
    m_harness->start();
    RawClient client(m_harness->port);
    client.send(upgradeHead("/ws", "Sec-WebSocket-Protocol: alger\r\n"));
    QVERIFY(
        client.waitFor(Frame::text("sorry").bytes() + QByteArray("\x88\x20\x11\x31Invalid username/password pair")));
    QVERIFY(client.received.contains("Sec-WebSocket-Protocol: alger\r\n"));
    client.send(clientFrame(8, QByteArray("\x11\x31")));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.received.count('\x88'), 1); // one close frame, not two
    QCOMPARE(m_harness->dialect.open.size(), 0);
    QTRY_COMPARE(m_harness->gateway->connectionCount(), 0);
}

void TestWebSocket::peerGoesDuringAdmission()
{
    m_harness->dialect.hold = true;
    m_harness->limits.general.connections = 1;
    m_harness->start();
    {
        RawClient client(m_harness->port);
        client.send(upgradeHead());
        QTRY_COMPARE(m_harness->dialect.held.size(), 1);
        RawClient crowd(m_harness->port); // refused: an upgrade that waits for admission counts as a connection
        crowd.send(upgradeHead());
        QVERIFY(crowd.waitFor("503"));
        QVERIFY(crowd.received.contains("Retry-After: 5\r\n"));
        // The client ends its direction; the server has noticed that when it ends its own.
        client.endOutput();
        QVERIFY(client.waitForEnd());
    }
    m_harness->dialect.held.takeFirst()(m_harness->dialect.admission);
    QCOMPARE(m_harness->dialect.open.size(), 0);
    RawClient next(m_harness->port);
    next.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.held.size(), 1);
    m_harness->dialect.held.takeFirst()(m_harness->dialect.admission);
    QVERIFY(next.waitFor(" 101 "));
}

void TestWebSocket::connectionCeilings()
{
    m_harness->limits.general.connectionsPerUser = 2;
    m_harness->start();
    WsClient one;
    WsClient two;
    QVERIFY(one.open(m_harness->url()));
    QVERIFY(two.open(m_harness->url()));
    RawClient three(m_harness->port);
    three.send(upgradeHead());
    QVERIFY(three.waitFor("503"));
    one.socket.close();
    QTRY_COMPARE(m_harness->gateway->connectionCount(), 1);
    WsClient again;
    QVERIFY(again.open(m_harness->url()));
}

void TestWebSocket::messageSizes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("text");
    QTest::addColumn<bool>("fragmented");
    QTest::addColumn<bool>("passes");
    for (const bool text : {false, true}) {
        for (const bool fragmented : {false, true}) {
            QTest::addRow("limit-1 %d %d", text, fragmented) << 65535 << text << fragmented << true;
            QTest::addRow("limit %d %d", text, fragmented) << 65536 << text << fragmented << true;
            QTest::addRow("limit+1 %d %d", text, fragmented) << 65537 << text << fragmented << false;
            QTest::addRow("far beyond %d %d", text, fragmented) << 3000000 << text << fragmented << false;
        }
    }
}

void TestWebSocket::messageSizes()
{
    QFETCH(int, size);
    QFETCH(bool, text);
    QFETCH(bool, fragmented);
    QFETCH(bool, passes);
    m_harness->start();
    RawClient client(m_harness->port);
    client.send(upgradeHead());
    QVERIFY(client.waitFor("\r\n\r\n"));
    // Two-byte characters: the limit counts bytes, QWebSocket counts UTF-16 units.
    const QByteArray payload =
        text ? QByteArray("\xc3\xbc").repeated(size / 2) + QByteArray(size % 2, 'x') : QByteArray(size, '\x01');
    const quint8 opcode = text ? 1 : 2;
    if (fragmented) {
        const qsizetype half = payload.size() / 4 * 2;
        QByteArray first = clientFrame(opcode, payload.first(half));
        first[0] = static_cast<char>(opcode);
        client.send(first + clientFrame(0, payload.sliced(half)));
    } else {
        client.send(clientFrame(opcode, payload));
    }
    if (passes) {
        QTRY_COMPARE((text ? only()->texts : only()->binaries).size(), 1);
        QCOMPARE((text ? only()->texts : only()->binaries).first(), payload);
        return;
    }
    QVERIFY(client.waitFor("\x88"));
    QTRY_VERIFY(client.received.contains("\x03\xf1")); // 1009
    client.socket.disconnectFromHost();
    QTRY_COMPARE(m_harness->dialect.closings, 1);
    QVERIFY(m_harness->dialect.open.isEmpty());
}

void TestWebSocket::rates_data()
{
    QTest::addColumn<int>("policy");
    QTest::newRow("discard") << int(dialects::FastSender::Discard);
    QTest::newRow("pause") << int(dialects::FastSender::Pause);
    QTest::newRow("report") << int(dialects::FastSender::Report);
}

void TestWebSocket::rates()
{
    QFETCH(int, policy);
    m_harness->dialect.fast = static_cast<dialects::FastSender>(policy);
    m_harness->limits.general.messagesPerSecond = 10;
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url()));
    for (int number = 0; number < 20; ++number) // the burst: twice the rate
        client.socket.sendTextMessage(QString::number(number));
    QTRY_COMPARE(only()->texts.size(), 20);
    QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    for (int number = 20; number < 25; ++number)
        client.socket.sendTextMessage(QString::number(number));
    if (m_harness->dialect.fast == dialects::FastSender::Report) {
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        return;
    }
    client.socket.ping();
    if (m_harness->dialect.fast == dialects::FastSender::Discard) {
        QSignalSpy pongs(&client.socket, &QWebSocket::pong);
        QVERIFY(pongs.wait());
        QCOMPARE(only()->texts.size(), 20);
    } else {
        test::turn(); // no signal tells that the bytes sent have arrived
        QCOMPARE(only()->texts.size(), 20);
        for (qsizetype count = 21; count <= 25; ++count) {
            m_harness->clock.advance(Milliseconds(100));
            QTRY_COMPARE(only()->texts.size(), count);
        }
        QCOMPARE(only()->texts.last(), QByteArray("24"));
    }
}

void TestWebSocket::broadcastSharesOneFrame()
{
    m_harness->start();
    std::vector<std::unique_ptr<WsClient>> clients;
    for (int count = 0; count < 5; ++count) {
        clients.push_back(std::make_unique<WsClient>());
        QVERIFY(clients.back()->open(m_harness->url()));
    }
    QTRY_COMPARE(m_harness->dialect.open.size(), 5);
    const Frame frame = Frame::text("tick");
    const Frame other = Frame::text("tock");
    for (test::TestSession *dialect : std::as_const(m_harness->dialect.open)) {
        dialect->peer.send(frame);
        dialect->peer.send(other);
        QCOMPARE(dialect->peer.backlogBytes(), 12);
    }
    QCOMPARE(frame.users(), 6u); // five outboxes beside this one share the bytes: nothing was encoded again
    for (const auto &client : clients)
        QTRY_COMPARE(client->texts, (QStringList{u"tick"_s, u"tock"_s}));
    QCOMPARE(only()->peer.backlogBytes(), 0);
}

void TestWebSocket::statusKeepsNewest()
{
    m_harness->dialect.slow = dialects::SlowReader::KeepNewest;
    m_harness->start();
    RawClient client(m_harness->port);
    client.socket.setReadBufferSize(1024);
    client.stopReading();
    client.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    // 100 MB of status frames for a client that does not read: the backlog stays at the rest of one frame and the
    // newest one (docs/reliability.md, "A slow client costs only itself").
    for (int number = 0; number < 400; ++number) {
        only()->peer.sendLatest(
            Frame::binary(QByteArray::number(number).rightJustified(8, ' ') + QByteArray(250000, 's')));
        QCoreApplication::processEvents();
        QVERIFY(only()->peer.backlogBytes() <= 2 * 250100);
    }
    QByteArray all;
    QTRY_VERIFY_WITH_TIMEOUT(
        (all += client.socket.readAll(), client.socket.setReadBufferSize(0), all.contains("     399s")), 10000);
    QVERIFY(!all.contains("     398s"));
    QCOMPARE(m_harness->dialect.closings, 0);
}

void TestWebSocket::slowEventReaderIsClosed()
{
    m_harness->start();
    RawClient client(m_harness->port);
    client.socket.setReadBufferSize(1024);
    client.stopReading();
    client.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    const Frame frame = Frame::binary(QByteArray(60000, 'e'));
    int sent = 0;
    while (m_harness->hub.snapshot().clients.size() == 1 && m_harness->dialect.open.size() == 1 && sent < 2000) {
        only()->peer.send(frame);
        QVERIFY(only()->peer.backlogBytes() <= 1048576 + 60010);
        ++sent;
        QCoreApplication::processEvents();
        m_harness->clock.advance(Milliseconds(5)); // 5 s after the close the connection is dropped at the latest
    }
    QVERIFY(sent < 2000);
    QCOMPARE(m_harness->dialect.closings, 1);
    const auto gone =
        std::find_if(m_harness->dialect.changes.cbegin(), m_harness->dialect.changes.cend(),
                     [](const Change &change) { return std::holds_alternative<ClientDisconnected>(change.body); });
    QVERIFY(gone != m_harness->dialect.changes.cend());
    QCOMPARE(std::get<ClientDisconnected>(gone->body).reason, u"slow consumer"_s);
}

void TestWebSocket::pausedPeerIsHeldAndStillNoticed()
{
    m_harness->start();
    auto client = std::make_unique<WsClient>();
    QVERIFY(client->open(m_harness->url()));
    client->socket.sendTextMessage(u"one"_s);
    QTRY_COMPARE(only()->texts.size(), 1);
    only()->peer.setReadingPaused(true);
    int many = 0;
    const auto isPushedBack = [&client] { // by two looks: a socket may merely be busy at the first
        test::turn();
        const qint64 before = client->socket.bytesToWrite();
        test::turn();
        return before > 0 && client->socket.bytesToWrite() == before;
    };
    do { // until the kernel's buffers are full, however large they are
        for (int i = 0; i < 100; ++i)
            client->socket.sendBinaryMessage(QByteArray(60000, static_cast<char>(many++)));
    } while (!isPushedBack() && many < 8000);
    QCOMPARE(only()->binaries.size(), 0);
    QVERIFY(client->socket.bytesToWrite() > 0); // TCP pushed back
    only()->peer.setReadingPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(only()->binaries.size(), many, 60'000);
    QCOMPARE(only()->binaries.last(), QByteArray(60000, static_cast<char>(many - 1)));
    only()->peer.setReadingPaused(true);
    client->socket.abort();
    QTRY_COMPARE(m_harness->dialect.closings, 1);
}

void TestWebSocket::pauseDrains()
{
    m_harness->dialect.slow = dialects::SlowReader::Pause;
    m_harness->start();
    RawClient client(m_harness->port);
    client.socket.setReadBufferSize(1024);
    client.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    const Frame frame = Frame::binary(QByteArray(60000, 'p'));
    int sent = 0;
    while (only()->peer.backlogBytes() < 1048576 && sent < 2000) {
        only()->peer.send(frame);
        ++sent;
        QCoreApplication::processEvents();
        client.socket.setReadBufferSize(1); // stops reading
        client.received.clear();
        client.stopReading();
    }
    QVERIFY(only()->peer.backlogBytes() >= 1048576);
    const int before = only()->drains;
    QTRY_VERIFY_WITH_TIMEOUT((client.socket.setReadBufferSize(0), client.socket.readAll(), only()->drains > before),
                             10000);
    QVERIFY(only()->peer.backlogBytes() < 1048576 / 2);
    QCOMPARE(m_harness->dialect.closings, 0);
}

void TestWebSocket::countersAndLifeInTheHub()
{
    m_harness->dialect.echo = true;
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url(u"/ws?token=secret"_s)));
    QTRY_COMPARE(m_harness->hub.snapshot().clients.size(), 1);
    const auto known = [this] { return m_harness->hub.snapshot().clients.first(); };
    QCOMPARE(known().dialect, u"test"_s);
    QCOMPARE(known().user, u"tester"_s);
    QCOMPARE(known().role, u"operator"_s);
    QCOMPARE(known().path, u"/ws"_s);
    QCOMPARE(known().address, u"127.0.0.1:%1"_s.arg(client.socket.localPort()));
    client.socket.sendTextMessage(u"four"_s);
    QTRY_COMPARE(client.texts.size(), 1);
    QVERIFY(m_harness->hub.record(MetricsSampled{}));
    QCOMPARE(known().figures, (ClientFigures{1, 1, 4, 6, 0}));
    const quint64 number = m_harness->hub.snapshot().number;
    QVERIFY(m_harness->hub.record(MetricsSampled{}));
    QCOMPARE(m_harness->hub.snapshot().number, number + 2); // and an empty ClientsCounted: no client moved
    QVERIFY(m_harness->hub.record(MetricsSampled{}));
    QCOMPARE(m_harness->hub.snapshot().number, number + 3); // MetricsSampled alone
    only()->peer.setSubscriptions({u"a"_s});
    only()->peer.setLastError(u"oops"_s);
    QCOMPARE(known().subscriptions, QStringList{u"a"_s});
    QCOMPARE(known().lastError, u"oops"_s);
    QCOMPARE(m_harness->gateway->takeRequestFigures().requests, 2); // the upgrade and the message
    client.socket.sendTextMessage(u"more"_s);
    QTRY_COMPARE(client.texts.size(), 2);
    m_harness->dialect.reply = Frame::text("status");
    QVERIFY(m_harness->hub.record(MetricsSampled{}));
    QCOMPARE(known().figures, (ClientFigures{2, 2, 8, 12, 0})); // no backlog: counted before the status is sent
    m_harness->dialect.reply = {};
    // The client goes while the status is on its way: the write fails, and the connection ends all the same.
    client.socket.close();
    QTRY_VERIFY(m_harness->hub.snapshot().clients.isEmpty());
    QCOMPARE(m_harness->dialect.closings, 1);
}

void TestWebSocket::disconnectsOnCommand()
{
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url()));
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    only()->peer.sendText("before");
    const Command disconnect{u"c1"_s, {}, DisconnectClient{only()->peer.clientId()}};
    QVERIFY(m_harness->gateway->handle(disconnect));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.texts, QStringList{u"before"_s});
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    QCOMPARE(client.socket.closeReason(), u"disconnected by an operator"_s);
}

void TestWebSocket::unansweredCloseIsDropped()
{
    m_harness->start();
    RawClient client(m_harness->port);
    client.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    only()->peer.close(1000, {});
    QVERIFY(client.waitFor("\x88\x02\x03\xe8"));
    m_harness->clock.advance(Milliseconds(4999));
    test::turn(); // no signal tells that the bytes sent have arrived
    QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    m_harness->clock.advance(Milliseconds(1));
    QVERIFY(client.waitForEnd());
    QCOMPARE(m_harness->dialect.closings, 1);
}

void TestWebSocket::stopClosesWith1001()
{
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url()));
    RawClient stuck(m_harness->port);
    stuck.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 2);
    QSignalSpy stopped(m_harness->gateway.get(), &gateway::Gateway::stopped);
    m_harness->gateway->stop();
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QCOMPARE(client.socket.closeReason(), u"server is shutting down"_s);
    QCOMPARE(stopped.size(), 0); // stuck has not answered the close frame
    m_harness->clock.advance(Milliseconds(2000));
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(m_harness->dialect.closings, 2);
    RawClient late(m_harness->port);
    QVERIFY(late.waitForEnd());
}

void TestWebSocket::stopWaitsForALastWord()
{
    m_harness->dialect.slow = dialects::SlowReader::Pause;
    m_harness->start();
    WsClient client;
    QVERIFY(client.open(m_harness->url()));
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    only()->hasLastWord = true;
    RawClient silent(m_harness->port); // never says its last word
    silent.send(upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 2);
    m_harness->dialect.open.last()->hasLastWord = true;
    QSignalSpy stopped(m_harness->gateway.get(), &gateway::Gateway::stopped);
    m_harness->gateway->stop();
    m_harness->clock.advance(Milliseconds(2500));
    test::turn();
    QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    m_harness->dialect.open.first()->peer.sendText("the last word");
    m_harness->dialect.open.first()->peer.close(1000, {});
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.texts, QStringList{u"the last word"_s});
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    QCOMPARE(client.socket.closeReason(), QString());
    QCOMPARE(stopped.size(), 0);
    m_harness->clock.advance(Milliseconds(500));
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(silent.waitForEnd());
}

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_websocket.moc"
