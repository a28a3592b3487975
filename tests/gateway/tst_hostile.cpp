// SPDX-License-Identifier: GPL-3.0-or-later
// Peers that want more than their share, in clear and over TLS (docs/reliability.md, "Nobody locks others out" and
// "Limits hold"): what has no end, what comes too often, what is never read, and more sockets than an address may have.
#include "tests/gateway/certificate.h"
#include "tests/gateway/harness.h"
#include "tests/gateway/wirecases.h"

#include <QSslSocket>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using dialects::RestResponse;
using gateway::Places;
using test::Harness;

namespace {

const QByteArray host = "Host: localhost\r\n";
const QByteArray getOk = "GET /ok HTTP/1.1\r\n" + host + "\r\n";

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup() { m_harness.reset(); }
    void chunksWithoutEnd_data();
    void chunksWithoutEnd();
    void framesCountInTheRate_data();
    void framesCountInTheRate();
    void fragmentsWithoutEnd();
    void manyAtOnceTakeTurns_data();
    void manyAtOnceTakeTurns();
    void aBodyTakesTurns();
    void refusedRequestsAreReadSlowly();
    void requestsOfAnAddress();
    void socketsOfAnAddress();
    void webSocketsDoNotGiveWay();
    void anotherAddressIsServed();
    void fewDescriptors();
    void unreadAnswers();
    void begunRequests();
    void begunMessages();
    void noAnswer();

private:
    // A client of the wire under test, which does exactly what a test says.
    class Client
    {
    public:
        explicit Client(TestHostile &test, const QString &from = {}) : m_test(test)
        {
            if (!from.isEmpty())
                socket.bind(QHostAddress(from));
            QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] {
                if (isReading)
                    received += socket.readAll();
            });
            QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [this] { socket.ignoreSslErrors(); });
            if (m_test.isSecure())
                socket.connectToHostEncrypted(u"127.0.0.1"_s, m_test.m_harness->port);
            else
                socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_test.m_harness->port);
        }
        bool isOpen()
        {
            const auto isUp = [this] {
                return m_test.isSecure() ? socket.isEncrypted() : socket.state() == QAbstractSocket::ConnectedState;
            };
            return QTest::qWaitFor([&] { return isUp() || hasEnded(); }) && isUp();
        }
        bool send(const QByteArray &bytes)
        {
            return isOpen() && socket.write(bytes) == bytes.size() && QTest::qWaitFor([this] {
                       return hasEnded() || (socket.bytesToWrite() == 0 && socket.encryptedBytesToWrite() == 0);
                   });
        }
        bool hasEnded() const { return socket.state() == QAbstractSocket::UnconnectedState; }
        bool waitFor(const QByteArray &text)
        {
            return QTest::qWaitFor([&] { return received.contains(text); });
        }
        bool waitForEnd()
        {
            return QTest::qWaitFor([this] { return hasEnded(); });
        }
        int status() const { return received.mid(9, 3).toInt(); }
        bool isServed() { return send(getOk) && waitFor("\r\n\r\nok"); }
        void stopReading()
        {
            isReading = false;
            socket.setReadBufferSize(1024);
        }

        QSslSocket socket;
        QByteArray received;
        bool isReading = true;

    private:
        TestHostile &m_test;
    };

    bool isSecure() const { return !m_harness->options.certificateFile.isEmpty(); }

    test::Certificates m_certificates;
    std::unique_ptr<Harness> m_harness;
    QList<dialects::Respond> m_held;
    qsizetype m_handled = 0;       // requests for /ok
    std::function<void()> m_other; // called by a request for /other
};

void TestHostile::initTestCase_data()
{
    QTest::addColumn<bool>("portable");
    QTest::addColumn<bool>("secure");
    QTest::newRow("epoll") << false << false;
    QTest::newRow("qt") << true << false;
    if (test::Certificates::areAvailable())
        QTest::newRow("tls") << false << true;
}

void TestHostile::initTestCase()
{
    if (test::Certificates::areAvailable())
        QVERIFY(m_certificates.make(u"localhost"_s));
}

void TestHostile::init()
{
    QFETCH_GLOBAL(bool, portable);
    QFETCH_GLOBAL(bool, secure);
    m_held.clear();
    m_handled = 0;
    m_harness = std::make_unique<Harness>();
    m_harness->options.portable = portable;
    if (secure) {
        m_harness->options.certificateFile = m_certificates.certificateFile();
        m_harness->options.keyFile = m_certificates.keyFile();
    }
    const auto ok = [this](const dialects::RestRequest &, const dialects::Respond &respond) {
        ++m_handled;
        respond(RestResponse::text(200, "ok"));
    };
    const auto other = [this](const dialects::RestRequest &, const dialects::Respond &respond) {
        m_other();
        respond(RestResponse::text(200, "other"));
    };
    const auto large = [](const dialects::RestRequest &, const dialects::Respond &respond) {
        respond(RestResponse::text(200, QByteArray(16'000'000, 'l')));
    };
    const auto hold = [this](const dialects::RestRequest &, const dialects::Respond &respond) {
        m_held.append(respond);
    };
    m_harness->dialect.restRoutes = {{"GET", u"/ok"_s, ok, Role::Viewer},
                                     {"POST", u"/ok"_s, ok, Role::Viewer},
                                     {"GET", u"/other"_s, other, Role::Viewer},
                                     {"GET", u"/large"_s, large, Role::Viewer},
                                     {"GET", u"/hold"_s, hold, Role::Viewer}};
}

void TestHostile::chunksWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after"); // empty: the part has no end
    QTest::addColumn<int>("size");         // of the part, with its end
    QTest::addColumn<int>("status");
    const auto add = [](const QByteArray &name, const QByteArray &before, const QByteArray &after) {
        for (const int size : {16383, 16384, 16385})
            QTest::addRow("%s %d", name.constData(), size) << before << after << size << (size > 16384 ? 431 : 200);
        QTest::addRow("%s without end", name.constData()) << before << QByteArray() << 4'000'000 << 431;
    };
    add("extension", "1;", "\r\n");
    add("trailer", "0\r\nA: ", "\r\n\r\n");
    add("size line", "1", "\r\n"); // zeros before the digit are none of Beast's errors
}

// A chunk's head and the trailer have the ceiling of a head, head_bytes.
void TestHostile::chunksWithoutEnd()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, size);
    QFETCH(int, status);
    m_harness->start();
    const bool isSize = before == "1";
    const QByteArray filling(size - before.size() - after.size(), isSize ? '0' : 'a');
    QByteArray part = isSize ? QByteArray(filling + before) : QByteArray(before + filling);
    part += after;
    if (!after.isEmpty() && !before.startsWith('0'))
        part += "b\r\n0\r\n\r\n";
    Client client(*this);
    QVERIFY(client.send("POST /ok HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"));
    client.socket.write(part);
    QVERIFY(client.waitFor("\r\n\r\n"));
    QCOMPARE(client.status(), status);
}

void TestHostile::framesCountInTheRate_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("opcode");
    for (const int policy :
         {int(dialects::FastSender::Discard), int(dialects::FastSender::Pause), int(dialects::FastSender::Report)}) {
        QTest::addRow("pings %d", policy) << policy << 0x9;
        QTest::addRow("fragments %d", policy) << policy << 0x0;
    }
}

// What is no message is read no faster than messages_per_second, and no reason to close.
void TestHostile::framesCountInTheRate()
{
    QFETCH(int, policy);
    QFETCH(int, opcode);
    m_harness->dialect.fast = static_cast<dialects::FastSender>(policy);
    m_harness->limits.general.messagesPerSecond = 10;
    m_harness->start();
    Client client(*this);
    QVERIFY(client.send(test::upgradeHead()));
    QVERIFY(client.waitFor("\r\n\r\n"));
    const bool isPing = opcode == 0x9;
    QByteArray frames = isPing ? QByteArray() : test::masked(0x2, {}, false);
    for (int count = 0; count < 30; ++count)
        frames += test::masked(static_cast<quint8>(opcode), {}, isPing);
    frames += test::masked(isPing ? 0x2 : 0x0, "end");
    QVERIFY(client.send(frames));
    const auto pongs = [&client] { return client.received.count("\x8a"); };
    if (isPing)
        QTRY_COMPARE(pongs(), 20); // the burst: twice the rate
    test::turn();                  // no signal tells that nothing more is read
    QCOMPARE(pongs(), isPing ? 20 : 0);
    test::TestSession *session = m_harness->dialect.open.value(0);
    QVERIFY(session && session->binaries.isEmpty());
    for (int step = 0; step < 20 && session->binaries.isEmpty(); ++step) {
        m_harness->clock.advance(Milliseconds(100));
        test::turn();
    }
    QCOMPARE(session->binaries, QList<QByteArray>{"end"});
    QCOMPARE(pongs(), isPing ? 30 : 0);
}

// Of nothing, two hundred thousand of them: neither memory nor the stack grows.
void TestHostile::fragmentsWithoutEnd()
{
    m_harness->limits.general.messagesPerSecond = 0;
    m_harness->start();
    Client client(*this);
    QVERIFY(client.send(test::upgradeHead()));
    QVERIFY(client.send(test::masked(0x2, {}, false)));
    const QByteArray many = test::masked(0x0, {}, false).repeated(10'000);
    for (int count = 0; count < 20; ++count)
        QVERIFY(client.send(many));
    QVERIFY(client.send(test::masked(0x0, "end")));
    QTRY_COMPARE(m_harness->dialect.open.value(0)->binaries, QList<QByteArray>{"end"});
}

void TestHostile::manyAtOnceTakeTurns_data()
{
    QTest::addColumn<bool>("isUpgraded");
    QTest::newRow("requests") << false;
    QTest::newRow("messages") << true;
}

// A thousand that come in one piece are handled a few at a time, and others between them.
void TestHostile::manyAtOnceTakeTurns()
{
    QFETCH(bool, isUpgraded);
    m_harness->limits.general.messagesPerSecond = 0;
    m_harness->limits.general.requestsPerSecond = 0;
    m_harness->start();
    Client many(*this);
    QVERIFY(isUpgraded ? many.send(test::upgradeHead()) && many.waitFor("\r\n\r\n") : many.isServed());
    Client other(*this);
    QVERIFY(other.isServed());
    m_handled = 0;
    const auto handled = [&] { return isUpgraded ? m_harness->dialect.open.value(0)->binaries.size() : m_handled; };
    qsizetype before = -1;
    m_other = [&] { before = handled(); };
    many.socket.write((isUpgraded ? test::masked(0x2, "m") : getOk).repeated(1000));
    many.socket.flush();
    other.socket.write("GET /other HTTP/1.1\r\n" + host + "\r\n");
    other.socket.flush();
    QVERIFY(other.waitFor("\r\n\r\nother"));
    QVERIFY2(before >= 0 && before <= 100, qPrintable(QString::number(before)));
    QTRY_COMPARE(handled(), 1000);
}

// Ten thousand chunks of a byte that come in one piece, likewise: a quarter of them before others have their turn.
void TestHostile::aBodyTakesTurns()
{
    m_harness->start();
    Client many(*this);
    QVERIFY(many.send("POST /ok HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"));
    Client other(*this);
    QVERIFY(other.isServed());
    m_handled = 0;
    qsizetype before = -1;
    m_other = [&] { before = m_handled; };
    many.socket.write(QByteArray("1\r\nb\r\n").repeated(10'000) + "0\r\n\r\n");
    many.socket.flush();
    other.socket.write("GET /other HTTP/1.1\r\n" + host + "\r\n");
    other.socket.flush();
    QVERIFY(other.waitFor("\r\n\r\nother"));
    QCOMPARE(before, 0);
    QVERIFY(many.waitFor("\r\n\r\nok"));
}

// Of a client that is told 429 and asks on, ten a second are read.
void TestHostile::refusedRequestsAreReadSlowly()
{
    m_harness->limits.general.requestsPerSecond = 1;
    m_harness->start();
    Client client(*this);
    QVERIFY(client.send(getOk.repeated(20)));
    const auto refused = [&client] { return client.received.count("HTTP/1.1 429 "); };
    QTRY_COMPARE(refused(), 1);
    test::turn(); // no signal tells that nothing more is read
    QCOMPARE(refused(), 1);
    m_harness->clock.advance(Milliseconds(100));
    QTRY_COMPARE(refused(), 2);
    test::turn();
    QCOMPARE(refused(), 2);
    QCOMPARE(m_handled, 2);
}

// 429 with Retry-After beyond a burst of twice requests_per_second.
void TestHostile::requestsOfAnAddress()
{
    m_harness->limits.general.requestsPerSecond = 5;
    m_harness->start();
    for (int count = 0; count < 2; ++count) {
        Client client(*this);
        for (int number = 0; number < 5; ++number) {
            client.received.clear();
            QVERIFY(client.isServed());
        }
    }
    Client client(*this);
    QVERIFY(client.send(getOk));
    QVERIFY(client.waitFor("\r\n\r\ntest: "));
    QCOMPARE(client.status(), 429);
    QVERIFY(client.received.contains("\r\nRetry-After: 1\r\n"));
    if (QHostAddress(u"127.0.0.2"_s).isLoopback()) {
        Client other(*this, u"127.0.0.2"_s);
        QVERIFY(other.isServed());
    }
    m_harness->clock.advance(Milliseconds(200));
    client.received.clear();
    QVERIFY(client.isServed());
}

// The oldest that waits for its client gives way: half-open, or idle between two requests.
void TestHostile::socketsOfAnAddress()
{
    m_harness->limits.general.socketsPerAddress = 3;
    m_harness->start();
    Client idle(*this);
    QVERIFY(idle.isServed());
    Client halfOpen(*this);
    QVERIFY(halfOpen.send("GET /ok HT"));
    Client held(*this);
    QVERIFY(held.send("GET /hold HTTP/1.1\r\n" + host + "\r\n"));
    QTRY_COMPARE(m_held.size(), 1);
    Client fourth(*this);
    QVERIFY(fourth.isServed());
    QVERIFY(idle.waitForEnd());
    Client fifth(*this);
    QVERIFY(fifth.isServed());
    QVERIFY(halfOpen.waitForEnd());
    m_held.constFirst()(RestResponse::text(200, "held"));
    QVERIFY(held.waitFor("held"));
}

void TestHostile::webSocketsDoNotGiveWay()
{
    m_harness->limits.general.socketsPerAddress = 2;
    m_harness->start();
    Client one(*this);
    QVERIFY(one.send(test::upgradeHead()));
    QVERIFY(one.waitFor("\r\n\r\n"));
    Client two(*this);
    QVERIFY(two.send(test::upgradeHead()));
    QVERIFY(two.waitFor("\r\n\r\n"));
    Client third(*this);
    QVERIFY(third.waitForEnd());
    if (!isSecure())
        QCOMPARE(third.status(), 503);
    QCOMPARE(m_harness->dialect.open.size(), 2);
    two.socket.abort();
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    Client fourth(*this);
    QVERIFY(fourth.isServed());
}

void TestHostile::anotherAddressIsServed()
{
    m_harness->limits.general.socketsPerAddress = 1;
    m_harness->start();
    Client one(*this);
    QVERIFY(one.send(test::upgradeHead()));
    QVERIFY(one.waitFor("\r\n\r\n"));
    Client other(*this, u"127.0.0.3"_s);
    QVERIFY(other.isServed());
}

// The reserve for pipes and files stays free, and newcomers are served: the oldest idle socket of all gives way.
void TestHostile::fewDescriptors()
{
    m_harness->start();
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = ::dup(0);
    ::close(next);
    rlimit few = before;
    few.rlim_cur = static_cast<rlim_t>(next) + 80;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    std::vector<std::unique_ptr<Client>> clients;
    bool isServed = true;
    int lowest = 1000;
    for (int count = 0; count < 60 && isServed; ++count) {
        clients.push_back(std::make_unique<Client>(*this));
        isServed = clients.back()->isServed();
        const int number = ::dup(0);
        ::close(number);
        lowest = std::min(lowest, static_cast<int>(few.rlim_cur) - number);
    }
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY2(isServed, qPrintable(QString::number(clients.size())));
    QVERIFY2(lowest > 8, qPrintable(QString::number(lowest)));
    QVERIFY(clients.front()->waitForEnd());
    QVERIFY(!clients.back()->hasEnded());
}

// Of large answers that are not read an address gets held_bytes_per_address and one more.
void TestHostile::unreadAnswers()
{
    m_harness->limits.general.heldBytesPerAddress = 20'000'000;
    m_harness->limits.general.answerBytes = 20'000'000;
    m_harness->start();
    std::vector<std::unique_ptr<Client>> readers;
    for (int count = 0; count < 3; ++count) {
        readers.push_back(std::make_unique<Client>(*this));
        readers.back()->stopReading();
        QVERIFY(readers.back()->send("GET /large HTTP/1.1\r\n" + host + "\r\n"));
        QTRY_VERIFY(readers.back()->socket.bytesAvailable() > 0);
    }
    Client next(*this);
    QVERIFY(next.send("GET /large HTTP/1.1\r\n" + host + "\r\n"));
    QVERIFY(next.waitFor("\r\n\r\ntest: "));
    QCOMPARE(next.status(), 503);
    QVERIFY(next.received.contains("\r\nRetry-After: 1\r\n"));
    Client other(*this, u"127.0.0.2"_s);
    QVERIFY(other.isServed());
    readers.clear();
    QTRY_VERIFY((next.received.clear(), next.isServed()));
}

void TestHostile::begunRequests()
{
    m_harness->limits.general.heldBytesPerAddress = 1'000'000;
    m_harness->start();
    const QByteArray begun =
        "POST /ok HTTP/1.1\r\n" + host + "Content-Length: 1000000\r\n\r\n" + QByteArray(700'000, 'b');
    Client one(*this);
    QVERIFY(one.send(begun));
    Client two(*this);
    QVERIFY(two.send(begun));
    Client three(*this);
    QVERIFY(three.isOpen());
    three.socket.write(begun);
    QVERIFY(three.waitFor("\r\n\r\ntest: "));
    QCOMPARE(three.status(), 503);
    QVERIFY(!one.hasEnded());
}

void TestHostile::begunMessages()
{
    m_harness->limits.general.heldBytesPerAddress = 100'000;
    m_harness->start();
    std::vector<std::unique_ptr<Client>> clients;
    for (int count = 0; count < 3; ++count) {
        clients.push_back(std::make_unique<Client>(*this));
        QVERIFY(clients.back()->send(test::upgradeHead()));
        QVERIFY(clients.back()->waitFor("\r\n\r\n"));
    }
    for (const auto &client : clients)
        QVERIFY(client->send(test::masked(0x2, QByteArray(60'000, 'm'), false)));
    QVERIFY(clients.back()->waitFor("too many messages of your address or user are under way"));
    QCOMPARE(m_harness->dialect.open.size(), 3);
    QVERIFY(clients.front()->send(test::masked(0x0, "end")));
    QTRY_COMPARE(m_harness->dialect.open.constFirst()->binaries.size(), 1);
}

// A handler that never answers holds a request for a minute.
void TestHostile::noAnswer()
{
    m_harness->start();
    Client client(*this);
    QVERIFY(client.send("GET /hold HTTP/1.1\r\n" + host + "\r\n"));
    QTRY_COMPARE(m_held.size(), 1);
    m_harness->clock.advance(Milliseconds(59'999));
    test::turn(); // nothing may happen
    QVERIFY(client.received.isEmpty());
    m_harness->clock.advance(Milliseconds(1));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.status(), 503);
    m_held.constFirst()(RestResponse::text(200, "late"));
    m_harness->dialect.hold = true; // an upgrade, likewise
    Client upgrade(*this);
    QVERIFY(upgrade.send(test::upgradeHead()));
    QTRY_COMPARE(m_harness->dialect.held.size(), 1);
    m_harness->clock.advance(Milliseconds(60'000));
    m_harness->dialect.held.constFirst()(m_harness->dialect.admission);
    QVERIFY(upgrade.waitForEnd());
    QCOMPARE(upgrade.status(), 503);
    QVERIFY(m_harness->dialect.open.isEmpty());
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
