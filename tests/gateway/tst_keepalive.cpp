// SPDX-License-Identifier: GPL-3.0-or-later
// Peers that are gone without a word, and those that only seem to be: real sockets on the loopback.
#include "tests/gateway/harness.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace signalbox;
using dialects::Frame;
using test::clientFrame;
using test::Harness;
using test::RawClient;
using test::upgradeHead;

namespace {

const QByteArray ping("\x89\0", 2);
const QByteArray lost = "\x88\x1d\x03\xe9two pings were not answered"_ba;
constexpr Milliseconds closing = 5s; // for the answer to a close frame

} // namespace

class TestKeepAlive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::wires(); }
    void init();
    void cleanup() { m_harness.reset(); }
    void pingsAlsoWhileFramesFlow();
    void halfOpenIsGone_data();
    void halfOpenIsGone();
    void anySignOfLifeKeeps_data();
    void anySignOfLifeKeeps();
    void slowReaderStays();
    void unreadPeerStays();

private:
    test::TestSession *only() const { return m_harness->dialect.open.value(0); }
    void advance(Milliseconds by) { m_harness->clock.advance(by); }
    // Connected and admitted; the Gateway has read everything it was sent.
    std::unique_ptr<RawClient> connect();
    void say(RawClient &client, const QByteArray &bytes);

    std::unique_ptr<Harness> m_harness;
    Milliseconds m_interval{};
};

void TestKeepAlive::init()
{
    m_harness = std::make_unique<Harness>();
    QFETCH_GLOBAL(bool, portable);
    m_harness->options.portable = portable;
    m_interval = m_harness->dialect.pingInterval();
}

std::unique_ptr<RawClient> TestKeepAlive::connect()
{
    auto client = std::make_unique<RawClient>(m_harness->port);
    client->send(upgradeHead());
    const bool isOpen = QTest::qWaitFor([this] { return m_harness->dialect.open.size() == 1; });
    if (!isOpen || !client->waitFor("\r\n\r\n"))
        qFatal("not admitted");
    test::turn();
    return client;
}

void TestKeepAlive::say(RawClient &client, const QByteArray &bytes)
{
    client.send(bytes);
    QVERIFY(client.hasArrived());
    test::turn();
}

// At least every 30 s: proxies take a connection without traffic for dead after 50 or 60 s.
void TestKeepAlive::pingsAlsoWhileFramesFlow()
{
    m_harness->start();
    QVERIFY(m_interval <= 30s);
    const auto client = connect();
    for (int number = 1; number <= 4; ++number) {
        for (int second = 1; second < m_interval / 1s; ++second) {
            advance(1s);
            only()->peer.sendText("frame");
        }
        test::turn();
        QCOMPARE(client->received.count(ping), number - 1);
        advance(1s);
        QTRY_COMPARE(client->received.count(ping), number);
        say(*client, clientFrame(0xa, {}));
        QTRY_COMPARE(only()->pongs, number);
    }
    advance(1500ms);
    say(*client, clientFrame(0xa, {}));
    QTRY_COMPARE(only()->pongs, 5);
    QCOMPARE(only()->roundTrip, std::chrono::nanoseconds(1500ms));
}

// In all at most 90 s after the last sign of life, whatever the server sends meanwhile.
void TestKeepAlive::halfOpenIsGone_data()
{
    QTest::addColumn<bool>("reads");
    QTest::addColumn<int>("bytesASecond"); // sent to the peer
    QTest::newRow("answers nothing") << true << 0;
    QTest::newRow("answers nothing to many frames") << true << 1000;
    QTest::newRow("reads nothing") << false << 0;
    QTest::newRow("reads nothing of many frames") << false << 1000;
    QTest::newRow("reads nothing, its buffers are full") << false << 1'000'000;
}

void TestKeepAlive::halfOpenIsGone()
{
    QFETCH(bool, reads);
    QFETCH(int, bytesASecond);
    m_harness->dialect.slow = dialects::SlowReader::Pause; // no end by backlog_bytes
    m_harness->start();
    const auto client = connect();
    if (!reads)
        client->stopReading();
    Milliseconds silent{};
    while (m_harness->dialect.closings == 0 && silent < 200s) {
        if (bytesASecond > 0 && only())
            only()->peer.sendBinary(QByteArray(bytesASecond, 'x'));
        advance(1s);
        test::turn();
        silent += 1s;
        if (reads && silent < 2 * m_interval)
            QCOMPARE(client->received.count(ping), silent / m_interval);
    }
    test::turn();
    QVERIFY2(silent <= 90s, qPrintable(QString::number(silent.count())));
    QCOMPARE(m_harness->gateway->connectionCount(), 0);
    if (reads)
        QVERIFY(client->received.endsWith(lost));
}

void TestKeepAlive::anySignOfLifeKeeps_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("seconds"); // between two of them
    const int often = 28;
    QTest::newRow("control pong") << clientFrame(0xa, {}) << often;
    QTest::newRow("control ping") << clientFrame(0x9, {}) << often;
    QTest::newRow("binary") << clientFrame(0x2, "x") << often;
    // A client of airavata's that answers the protocol's `ping`, sent every 54 s, and no control ping.
    QTest::newRow("text now and then") << clientFrame(0x1, R"({"type":"pong"})") << 54;
    QTest::newRow("a part of a frame") << QByteArray("\x82\xfe\x7f\xff\0\0\0\0", 8) << often;
}

void TestKeepAlive::anySignOfLifeKeeps()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, seconds);
    m_harness->start();
    const auto client = connect();
    for (int times = 1; times <= 8; ++times) {
        for (int second = 0; second < seconds; ++second)
            advance(1s);
        say(*client, times > 1 && bytes.startsWith("\x82\xfe") ? QByteArray("x") : bytes);
    }
    QVERIFY(only());
    QCOMPARE(client->socket.state(), QAbstractSocket::ConnectedState);
    QVERIFY(!client->received.contains('\x88'));
    advance(90s);
    QTRY_COMPARE(m_harness->dialect.closings, 1);
}

// The ping waits behind a backlog, but the peer reads: it is slow and not gone.
void TestKeepAlive::slowReaderStays()
{
    m_harness->dialect.slow = dialects::SlowReader::Pause;
    m_harness->start();
    const auto client = connect();
    client->stopReading();
    client->socket.setReadBufferSize(1'000'000); // what the loop below reads from
    const Frame frame = Frame::binary(QByteArray(60'000, 'p'));
    const auto fill = [&] {
        for (int count = 0; count < 1000 && only() && only()->peer.backlogBytes() < 4'000'000; ++count) {
            only()->peer.send(frame);
            QCoreApplication::processEvents();
        }
    };
    fill();
    for (int times = 0; times < 8; ++times) {
        advance(m_interval);
        QVERIFY(only());
        const qint64 before = only()->peer.backlogBytes();
        QTRY_VERIFY_WITH_TIMEOUT((client->socket.readAll(), !only() || only()->peer.backlogBytes() < before), 20'000);
        fill();
    }
    QVERIFY(only());
    advance(m_interval); // since then it has read
    advance(2 * m_interval + closing);
    QTRY_COMPARE(m_harness->dialect.closings, 1);
}

// While its messages are not read (a process that takes no input), its pongs cannot be heard.
void TestKeepAlive::unreadPeerStays()
{
    m_harness->start();
    const auto client = connect();
    only()->peer.setReadingPaused(true);
    for (int i = 0; i < 100; ++i)
        client->socket.write(clientFrame(0x2, QByteArray(60'000, 'x')));
    test::turn();
    for (int times = 0; times < 8; ++times) {
        advance(m_interval);
        QTRY_COMPARE(client->received.count(ping), times + 1);
    }
    QVERIFY(only());
    QCOMPARE(only()->binaries.size(), 0);
    only()->peer.setReadingPaused(false);
    QTRY_COMPARE(only()->binaries.size(), 100);
}

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
