// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 6455 on real sockets: what a client may send, cut anywhere, and what it may not. An echo answers, once behind
// epoll, once by Qt's own sockets, once over TLS.
#include "tests/gateway/certificate.h"
#include "tests/gateway/harness.h"
#include "tests/gateway/wirecases.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace signalbox;
using test::Harness;
using test::WireCase;
using test::WireFrame;

namespace {

// Waits in the event loop, without the pauses of QTRY: some hundred cases are to take seconds.
template<typename Condition>
bool waitUntil(Condition condition)
{
    QTimer late;
    late.setSingleShot(true);
    late.start(20000); // a build with sanitizers on a busy machine
    while (!condition() && late.isActive())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return condition();
}

class WireClient
{
public:
    WireClient(quint16 port, const QSslConfiguration *tls)
    {
        QObject::connect(&m_socket, &QIODevice::readyRead, &m_socket, [this] { m_received += m_socket.readAll(); });
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (tls) {
            m_socket.setSslConfiguration(*tls);
            m_socket.connectToHostEncrypted(u"localhost"_s, port);
        } else {
            m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        }
    }

    bool upgrade(bool isEncrypted)
    {
        if (!waitUntil([&] {
                return isEncrypted ? m_socket.isEncrypted() : m_socket.state() == QAbstractSocket::ConnectedState;
            }))
            return false;
        send(test::upgradeHead());
        if (!waitUntil([this] { return m_received.contains("\r\n\r\n"); }) || !m_received.startsWith("HTTP/1.1 101"))
            return false;
        m_received.remove(0, m_received.indexOf("\r\n\r\n") + 4);
        return true;
    }
    void send(const QByteArray &bytes)
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket.write(bytes);
        m_socket.flush();
    }
    QList<WireFrame> frames() const { return test::framesOf(m_received); }
    bool hasEnded() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitFor(qsizetype count)
    {
        return waitUntil([&] { return hasEnded() || frames().size() >= count; });
    }
    bool waitForEnd()
    {
        return waitUntil([this] { return hasEnded(); });
    }

private:
    QSslSocket m_socket;
    QByteArray m_received;
};

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup() { m_harness.reset(); }
    void cases_data();
    void cases();
    void hundredsWithinAMessage();
    void pingsWithoutReading();

private:
    const QSslConfiguration *tls();

    test::Certificates m_certificates;
    QSslConfiguration m_trusting;
    std::unique_ptr<Harness> m_harness;
};

void TestConformance::initTestCase_data()
{
    QTest::addColumn<bool>("portable");
    QTest::addColumn<bool>("secure");
    QTest::newRow("epoll") << false << false;
    QTest::newRow("qt") << true << false;
    if (test::Certificates::areAvailable())
        QTest::newRow("tls") << false << true;
}

void TestConformance::initTestCase()
{
    if (test::Certificates::areAvailable()) {
        QVERIFY(m_certificates.make(u"localhost"_s));
        m_trusting = m_certificates.trusting();
    }
}

const QSslConfiguration *TestConformance::tls()
{
    return m_harness->options.certificateFile.isEmpty() ? nullptr : &m_trusting;
}

void TestConformance::init()
{
    QFETCH_GLOBAL(bool, portable);
    QFETCH_GLOBAL(bool, secure);
    m_harness = std::make_unique<Harness>();
    m_harness->dialect.echo = true;
    m_harness->options.portable = portable;
    if (secure) {
        m_harness->options.certificateFile = m_certificates.certificateFile();
        m_harness->options.keyFile = m_certificates.keyFile();
    }
    m_harness->limits.general.messageBytes = test::caseMessageBytes;
    m_harness->limits.general.messagesPerSecond = 0;
    m_harness->start();
}

void TestConformance::cases_data()
{
    QTest::addColumn<WireCase>("wire");
    const QList<WireCase> cases = test::wireCases();
    for (const WireCase &wire : cases)
        QTest::newRow(wire.name.constData()) << wire;
    QCOMPARE_GE(cases.size(), 300);
}

// What is expected comes whole and in order; after it the connection has ended with that code, or still answers.
void TestConformance::cases()
{
    QFETCH(WireCase, wire);
    WireClient client(m_harness->port, tls());
    QVERIFY(client.upgrade(tls()));
    for (const QByteArray &chunk : wire.chunks) {
        client.send(chunk);
        if (wire.chunks.size() > 1)
            QCoreApplication::processEvents();
    }
    if (wire.closeCode == 0)
        client.send(test::masked(0x9, "still here"));
    QVERIFY(client.waitFor(wire.expected.size() + 1));
    QList<WireFrame> frames = client.frames();
    QCOMPARE(frames.size(), wire.expected.size() + 1);
    const WireFrame last = frames.takeLast();
    QCOMPARE(frames, wire.expected);
    if (wire.closeCode == 0) {
        QCOMPARE(last, (WireFrame{0xa, "still here"}));
        client.send(test::masked(0x8, "\x03\xe8"));
        QVERIFY(client.waitFor(wire.expected.size() + 2));
        QCOMPARE(client.frames().constLast(), (WireFrame{0x8, "\x03\xe8"}));
    } else {
        QCOMPARE(int(last.opcode), 0x8);
        QCOMPARE(test::closeCodeOf(last), wire.closeCode);
        if (wire.reason)
            QCOMPARE(last.payload.sliced(2), *wire.reason);
    }
    QVERIFY(client.waitForEnd());
}

// Each has sent a part of a frame within a fragmented message, and a ping before that; the rest comes in another order.
void TestConformance::hundredsWithinAMessage()
{
    constexpr int count = 300;
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int number = 0; number < count; ++number) {
        clients.push_back(std::make_unique<WireClient>(m_harness->port, tls()));
        QVERIFY(clients.back()->upgrade(tls()));
    }
    const auto textOf = [](int number) -> QByteArray {
        return "grüße ✓ " + QByteArray::number(number) + QByteArray(number, 'x');
    };
    const auto restOf = [&](int number) { return test::masked(0x0, textOf(number).sliced(4), true); };
    for (int number = 0; number < count; ++number) {
        const QByteArray begun = test::masked(0x1, textOf(number).first(4), false); // within a character
        clients[std::size_t(number)]->send(begun + test::masked(0x9, QByteArray::number(number))
                                           + restOf(number).first(7));
    }
    for (int number = 0; number < count; ++number) {
        QVERIFY(clients[std::size_t(number)]->waitFor(1));
        QCOMPARE(clients[std::size_t(number)]->frames(), (QList<WireFrame>{{0xa, QByteArray::number(number)}}));
    }
    for (int number = count - 1; number >= 0; --number)
        clients[std::size_t(number)]->send(restOf(number).sliced(7));
    for (int number = 0; number < count; ++number) {
        QVERIFY(clients[std::size_t(number)]->waitFor(2));
        QCOMPARE(clients[std::size_t(number)]->frames().constLast(), (WireFrame{0x1, textOf(number)}));
    }
}

// "If an endpoint receives a Ping frame and has not yet sent Pong frame(s) in response to previous Ping frame(s), the
// endpoint MAY elect to send a Pong frame for only the most recently processed Ping frame" (RFC 6455, 5.5.3).
void TestConformance::pingsWithoutReading()
{
    QSslSocket client;
    client.setReadBufferSize(1024);
    if (tls()) {
        client.setSslConfiguration(*tls());
        client.connectToHostEncrypted(u"localhost"_s, m_harness->port);
        QVERIFY(waitUntil([&] { return client.isEncrypted(); }));
    } else {
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), m_harness->port);
        QVERIFY(waitUntil([&] { return client.state() == QAbstractSocket::ConnectedState; }));
    }
    client.write(test::upgradeHead());
    QVERIFY(waitUntil([&] { return m_harness->dialect.open.size() == 1; }));
    dialects::Peer &peer = m_harness->dialect.open.constFirst()->peer;
    const QByteArray pings = test::masked(0x9, QByteArray(125, 'p')).repeated(1000);
    qint64 largest = 0;
    for (int round = 0; round < 200; ++round) { // 25 MB of pongs
        client.write(pings);
        QVERIFY(waitUntil([&] { return client.bytesToWrite() == 0 && client.encryptedBytesToWrite() == 0; }));
        largest = std::max(largest, peer.backlogBytes());
    }
    client.write(test::masked(0x9, "newest"));
    QVERIFY2(largest < 16384, qPrintable(QString::number(largest)));
    client.setReadBufferSize(0);
    QByteArray received;
    QVERIFY(waitUntil([&] { return (received += client.readAll()).endsWith("newest"); }));
    QVERIFY(received.size() < 20'000'000);
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
