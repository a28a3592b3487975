// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that a listener binds to: real sockets on the loopback.
#include "server/gateway/listeningsockets.h"
#include "tests/gateway/harness.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace signalbox;
using gateway::ListeningSockets;
using test::Harness;

namespace {

class Taken
{
public:
    explicit Taken(const QString &address, quint16 port = 0)
    {
        if (!server.listen(QHostAddress(address), port))
            qFatal("cannot take %s: %s", qPrintable(address), qPrintable(server.errorString()));
    }
    QTcpServer server;
};

// For sockets to which nobody connects.
void unused(int, const QHostAddress &, quint16)
{
}

bool answers(const QString &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(address), port);
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 2000))
        return false;
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return QTest::qWaitFor([&] { return socket.bytesAvailable() > 0 && socket.peek(100).contains(" 200 "); });
}

} // namespace

class TestListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::wires(); }
    void initTestCase();
    void localhostIsBothFamilies_data();
    void localhostIsBothFamilies();
    void everyAddressOfTheList();
    void onePortForAll();
    void oneThatIsTakenIsNamed_data();
    void oneThatIsTakenIsNamed();
    void whatIsNoAddress_data();
    void whatIsNoAddress();
    void loopbackIfAllAre();
};

void TestListening::initTestCase()
{
    if (!QTcpServer().listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this machine has no IPv6"); // app.proxied_program tries that
}

void TestListening::localhostIsBothFamilies_data()
{
    QTest::addColumn<bool>("chosen"); // the port
    QTest::newRow("port 0") << false;
    QTest::newRow("a port") << true;
}

void TestListening::localhostIsBothFamilies()
{
    QFETCH(bool, chosen);
    QFETCH_GLOBAL(bool, portable);
    Harness harness;
    harness.options.portable = portable;
    harness.options.addresses = {u"localhost"_s};
    if (chosen) {
        Taken free(u"::1"_s);
        harness.options.port = free.server.serverPort();
    }
    harness.start();
    QCOMPARE(harness.gateway->listeners().constFirst().addresses, QStringList({u"127.0.0.1"_s, u"::1"_s}));
    QVERIFY(!chosen || harness.port == harness.options.port);
    for (const QString &address : {u"127.0.0.1"_s, u"::1"_s})
        QVERIFY2(answers(address, harness.port), qPrintable(address));
    const ListenerInfo info = harness.gateway->listeners().constFirst();
    QCOMPARE(info.endpoints(), QStringList({u"127.0.0.1:%1"_s.arg(info.port), u"[::1]:%1"_s.arg(info.port)}));
}

void TestListening::everyAddressOfTheList()
{
    QFETCH_GLOBAL(bool, portable);
    Harness harness;
    harness.options.portable = portable;
    harness.options.addresses = {u"127.0.0.2"_s, u"localhost"_s, u"127.0.0.1"_s}; // one of them twice
    harness.start();
    QCOMPARE(harness.gateway->listeners().constFirst().addresses,
             QStringList({u"127.0.0.2"_s, u"127.0.0.1"_s, u"::1"_s}));
    for (const QString &address : {u"127.0.0.2"_s, u"127.0.0.1"_s, u"::1"_s})
        QVERIFY2(answers(address, harness.port), qPrintable(address));
    QVERIFY(!answers(u"127.0.0.3"_s, harness.port));
}

// The free port of the first address may be taken on the second one: other ports are tried.
void TestListening::onePortForAll()
{
    std::vector<std::unique_ptr<Taken>> taken; // 1 in 35: Linux chooses among odd ports first
    QFile range(u"/proc/sys/net/ipv4/ip_local_port_range"_s);
    QVERIFY(range.open(QIODevice::ReadOnly));
    const QList<QByteArray> limits = range.readAll().simplified().split(' ');
    for (int port = limits.at(0).toInt() | 1; port <= limits.at(1).toInt() && taken.size() < 400; port += 2) {
        QTcpServer probe;
        if (probe.listen(QHostAddress(QHostAddress::LocalHostIPv6), static_cast<quint16>(port))) {
            probe.close();
            taken.push_back(std::make_unique<Taken>(u"::1"_s, static_cast<quint16>(port)));
        }
    }
    QFETCH_GLOBAL(bool, portable);
    core::Poller poller;
    for (int times = 0; times < 200; ++times) {
        ListeningSockets sockets(unused, {});
        const Result<void> opened = sockets.open({u"localhost"_s}, 0, portable ? nullptr : &poller);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(sockets.addresses().size(), 2);
    }
}

void TestListening::oneThatIsTakenIsNamed_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("where");
    QTest::newRow("v4") << u"127.0.0.1"_s << u"127.0.0.1:%1"_s;
    QTest::newRow("v6") << u"::1"_s << u"[::1]:%1"_s; // clients of localhost would reach another program
}

void TestListening::oneThatIsTakenIsNamed()
{
    QFETCH(QString, address);
    QFETCH(QString, where);
    const Taken taken(address);
    const quint16 port = taken.server.serverPort();
    QFETCH_GLOBAL(bool, portable);
    core::Poller poller;
    ListeningSockets sockets(unused, {});
    const Result<void> opened = sockets.open({u"localhost"_s}, port, portable ? nullptr : &poller);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Conflict);
    QVERIFY2(opened.error().message.startsWith(where.arg(port) + " is taken by another program"_L1),
             qPrintable(opened.error().message));
    QVERIFY(sockets.addresses().isEmpty()); // none is left open
    const Taken other(address == "::1"_L1 ? u"127.0.0.1"_s : u"::1"_s, port);
}

void TestListening::whatIsNoAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("message");
    QTest::newRow("a name") << u"everywhere"_s << u"'everywhere' is not an address"_s;
    QTest::newRow("not of this machine") << u"192.0.2.1"_s << u"cannot listen on 192.0.2.1:0: "_s;
    QTest::newRow("not of this machine, v6") << u"2001:db8::1"_s << u"cannot listen on [2001:db8::1]:0: "_s;
}

// Only of localhost may one address be missing.
void TestListening::whatIsNoAddress()
{
    QFETCH(QString, address);
    QFETCH(QString, message);
    QFETCH_GLOBAL(bool, portable);
    core::Poller poller;
    ListeningSockets sockets(unused, {});
    Result<void> opened = sockets.open({address}, 0, portable ? nullptr : &poller);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.startsWith(message), qPrintable(opened.error().message));
    opened = sockets.open({u"localhost"_s, address}, 0, portable ? nullptr : &poller);
    QVERIFY(!opened);
}

void TestListening::loopbackIfAllAre()
{
    QFETCH_GLOBAL(bool, portable);
    core::Poller poller;
    ListeningSockets sockets(unused, {});
    QVERIFY(sockets.open({u"localhost"_s, u"127.0.0.2"_s}, 0, portable ? nullptr : &poller));
    QVERIFY(sockets.isLoopback());
    QVERIFY(sockets.open({u"0.0.0.0"_s, u"::1"_s}, 0, portable ? nullptr : &poller));
    QVERIFY(!sockets.isLoopback());
}

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
