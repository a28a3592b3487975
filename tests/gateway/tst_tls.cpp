// SPDX-License-Identifier: GPL-3.0-or-later
// wss and https on a listener, certificates renewed without dropping clients (docs/reliability.md, "TLS").
#include "tests/gateway/certificate.h"
#include "tests/gateway/harness.h"

#include <QSslSocket>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using test::Harness;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_harness.reset(); }
    void webSocketAndRest();
    void renewal();
    void slowReaders_data();
    void slowReaders();
    void plainTextIsDropped();
    void unreadableFilesAreNamed();
    void aKeyThatOthersMayReadIsRefused();
    void aKeyMayBeALink();

private:
    test::Certificates m_certificates;
    std::unique_ptr<Harness> m_harness;
};

void TestTls::initTestCase()
{
    if (!test::Certificates::areAvailable())
        QSKIP("needs the openssl program and Qt's TLS backend");
}

void TestTls::init()
{
    QVERIFY(m_certificates.make(u"one"_s));
    m_harness = std::make_unique<Harness>();
    m_harness->dialect.echo = true;
    m_harness->options.certificateFile = m_certificates.certificateFile();
    m_harness->options.keyFile = m_certificates.keyFile();
    m_harness->start();
}

void TestTls::webSocketAndRest()
{
    QVERIFY(m_harness->gateway->listeners().constFirst().tls);
    QWebSocket client;
    client.setSslConfiguration(m_certificates.trusting());
    QString received;
    connect(&client, &QWebSocket::textMessageReceived, this, [&](const QString &text) { received = text; });
    client.open(QUrl(u"wss://localhost:%1/ws"_s.arg(m_harness->port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QVERIFY(m_harness->dialect.seen.constFirst().secure);
    const QString big(60000, u'x');
    client.sendTextMessage(big);
    QTRY_COMPARE(received.size(), big.size());
    m_harness->dialect.open.first()->peer.setReadingPaused(true);
    for (int number = 0; number < 100; ++number)
        client.sendTextMessage(big + QString::number(number));
    test::turn(); // no signal tells that the bytes sent have arrived
    QCOMPARE(m_harness->dialect.open.first()->texts.size(), 1);
    m_harness->dialect.open.first()->peer.setReadingPaused(false);
    QTRY_COMPARE(received, big + u"99");
    QVERIFY(m_harness->gateway->handle({{}, {}, DisconnectClient{m_harness->dialect.open.first()->peer.clientId()}}));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.closeReason(), u"disconnected by an operator"_s);

    QSslSocket rest;
    rest.setSslConfiguration(m_certificates.trusting());
    rest.connectToHostEncrypted(u"localhost"_s, m_harness->port);
    QTRY_VERIFY(rest.isEncrypted());
    rest.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(rest.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(rest.readAll().endsWith("\r\n\r\nok\n"));
}

void TestTls::renewal()
{
    const auto nameSeen = [this] {
        QSslSocket socket;
        socket.setSslConfiguration(m_certificates.trusting());
        socket.connectToHostEncrypted(u"localhost"_s, m_harness->port);
        if (!QTest::qWaitFor([&socket] { return socket.isEncrypted(); }))
            return QString();
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    };
    QWebSocket client;
    client.setSslConfiguration(m_certificates.trusting());
    client.open(QUrl(u"wss://localhost:%1/ws"_s.arg(m_harness->port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(nameSeen(), u"one"_s);
    QVERIFY(m_certificates.make(u"two"_s));
    QCOMPARE(m_harness->gateway->reloadCertificates(), QStringList());
    QCOMPARE(nameSeen(), u"two"_s);
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    QVERIFY(QFile::remove(m_certificates.keyFile()));
    QCOMPARE(m_harness->gateway->reloadCertificates().size(), 1);
    QCOMPARE(nameSeen(), u"two"_s);
}

void TestTls::slowReaders_data()
{
    QTest::addColumn<int>("policy");
    QTest::newRow("status") << int(dialects::SlowReader::KeepNewest);
    QTest::newRow("events") << int(dialects::SlowReader::Close1013);
    QTest::newRow("pow") << int(dialects::SlowReader::Pause);
}

// What TLS has encrypted and not sent is counted, too (docs/reliability.md, "A slow client costs only itself").
void TestTls::slowReaders()
{
    QFETCH(int, policy);
    m_harness->dialect.slow = static_cast<dialects::SlowReader>(policy);
    m_harness->start();
    QSslSocket client;
    client.setSslConfiguration(m_certificates.trusting());
    client.setReadBufferSize(1024); // nothing reads it
    client.connectToHostEncrypted(u"localhost"_s, m_harness->port);
    QTRY_VERIFY(client.isEncrypted());
    client.write(test::upgradeHead());
    QTRY_COMPARE(m_harness->dialect.open.size(), 1);
    test::TestSession *session = m_harness->dialect.open.constFirst();
    const qint64 limit = m_harness->limits.general.backlogBytes;
    if (m_harness->dialect.slow == dialects::SlowReader::KeepNewest) {
        for (int number = 0; number < 400; ++number) {
            session->peer.sendLatest(
                dialects::Frame::binary(QByteArray::number(number).rightJustified(8, ' ') + QByteArray(250000, 's')));
            QCoreApplication::processEvents();
            QVERIFY(session->peer.backlogBytes() <= 2 * 252000);
        }
    } else {
        const bool pauses = m_harness->dialect.slow == dialects::SlowReader::Pause;
        const dialects::Frame frame = dialects::Frame::binary(QByteArray(60000, 'e'));
        int sent = 0;
        while (sent < 2000 && !m_harness->dialect.open.isEmpty()
               && !(pauses && session->peer.backlogBytes() >= limit)) {
            session->peer.send(frame);
            QVERIFY(session->peer.backlogBytes() <= limit + 61000);
            ++sent;
            QCoreApplication::processEvents();
            m_harness->clock.advance(Milliseconds(5)); // 5 s after the close the connection is dropped at the latest
        }
        QVERIFY(sent < 2000);
    }
    if (m_harness->dialect.slow == dialects::SlowReader::Close1013) {
        QCOMPARE(m_harness->dialect.closings, 1);
        return;
    }
    const int before = session->drains;
    client.setReadBufferSize(0);
    QByteArray all;
    if (m_harness->dialect.slow == dialects::SlowReader::KeepNewest) {
        QTRY_VERIFY_WITH_TIMEOUT((all += client.readAll(), all.contains("     399s")), 10000);
        QVERIFY(!all.contains("     398s"));
    } else {
        QTRY_VERIFY_WITH_TIMEOUT((client.readAll(), session->drains > before), 10000);
        QVERIFY(session->peer.backlogBytes() < limit / 2);
    }
    QCOMPARE(m_harness->dialect.closings, 0);
}

void TestTls::plainTextIsDropped()
{
    test::RawClient client(m_harness->port);
    client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.received.contains("HTTP/1.1 200"));
    test::RawClient silent(m_harness->port);
    QVERIFY(silent.isConnected());
    QTRY_VERIFY(m_harness->clock.pending() > 0);
    test::turn(); // no signal tells that the bytes sent have arrived
    m_harness->clock.advance(Milliseconds(10000));
    QVERIFY(silent.waitForEnd());
}

void TestTls::unreadableFilesAreNamed()
{
    gateway::Gateway other(m_harness->hub, nullptr, {&m_harness->dialect});
    gateway::ListenerOptions options = m_harness->options;
    options.keyFile = m_certificates.filePath(u"nowhere.key"_s);
    const Result<void> listening = other.listen({options});
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(u"nowhere.key"_s));
}

void TestTls::aKeyThatOthersMayReadIsRefused()
{
    const QFileDevice::Permissions own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QVERIFY(QFile::setPermissions(m_certificates.keyFile(), own | QFileDevice::ReadOther));
    gateway::Gateway other(m_harness->hub, nullptr, {&m_harness->dialect});
    const Result<void> listening = other.listen({m_harness->options});
    QVERIFY(!listening);
    QVERIFY2(listening.error().message.contains(u"its mode 0604 lets other users at it (chmod 600 "_s),
             qPrintable(listening.error().message));
    QVERIFY(QFile::setPermissions(m_certificates.keyFile(), own));
    QVERIFY(other.listen({m_harness->options}));
}

// certbot's are links. A pipe holds nobody up.
void TestTls::aKeyMayBeALink()
{
    gateway::Gateway other(m_harness->hub, nullptr, {&m_harness->dialect});
    gateway::ListenerOptions options = m_harness->options;
    options.keyFile = m_certificates.filePath(u"link.key"_s);
    QVERIFY(QFile::link(m_certificates.keyFile(), options.keyFile));
    const Result<void> listening = other.listen({options});
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().message));
    options.keyFile = m_certificates.filePath(u"pipe.key"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(options.keyFile).constData(), 0600), 0);
    ::alarm(20); // ends the test that waits
    gateway::Gateway waiting(m_harness->hub, nullptr, {&m_harness->dialect});
    const Result<void> refused = waiting.listen({options});
    ::alarm(0);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"pipe.key: it is no file"_s), qPrintable(refused.error().message));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
