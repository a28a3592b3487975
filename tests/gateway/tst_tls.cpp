// SPDX-License-Identifier: GPL-3.0-or-later
// wss and https on a listener, certificates renewed without dropping clients (docs/reliability.md, "TLS").
#include "tests/gateway/harness.h"

#include <QProcess>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>

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
    void plainTextIsDropped();
    void unreadableFilesAreNamed();

private:
    bool makeCertificate(const QString &name);
    QSslConfiguration trusting() const;

    QTemporaryDir m_folder;
    std::unique_ptr<Harness> m_harness;
};

// Writes server.pem, a certificate for localhost with this common name, and its key; the test's own CA signs it.
bool TestTls::makeCertificate(const QString &name)
{
    const auto run = [this](const QString &arguments) {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(u"openssl"_s, arguments.split(u' '));
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    };
    QFile extensions(m_folder.filePath(u"extensions"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n");
    extensions.close();
    const QString ec = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"_s;
    return (QFile::exists(m_folder.filePath(u"ca.pem"_s))
            || run(u"req -x509 %1 -keyout ca.key -out ca.pem -days 2 -subj /CN=testca"_s.arg(ec)))
           && run(u"req %1 -keyout server.key -out server.csr -subj /CN=%2"_s.arg(ec, name))
           && run(u"x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 "
                  "-extfile extensions"_s);
}

QSslConfiguration TestTls::trusting() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(m_folder.filePath(u"ca.pem"_s)));
    return tls;
}

void TestTls::initTestCase()
{
    if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("needs the openssl program and Qt's TLS backend");
}

void TestTls::init()
{
    QVERIFY(makeCertificate(u"one"_s));
    m_harness = std::make_unique<Harness>();
    m_harness->dialect.echo = true;
    m_harness->options.certificateFile = m_folder.filePath(u"server.pem"_s);
    m_harness->options.keyFile = m_folder.filePath(u"server.key"_s);
    m_harness->start();
}

void TestTls::webSocketAndRest()
{
    QVERIFY(m_harness->gateway->listeners().constFirst().tls);
    QWebSocket client;
    client.setSslConfiguration(trusting());
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
    rest.setSslConfiguration(trusting());
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
        socket.setSslConfiguration(trusting());
        socket.connectToHostEncrypted(u"localhost"_s, m_harness->port);
        if (!QTest::qWaitFor([&socket] { return socket.isEncrypted(); }))
            return QString();
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    };
    QWebSocket client;
    client.setSslConfiguration(trusting());
    client.open(QUrl(u"wss://localhost:%1/ws"_s.arg(m_harness->port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(nameSeen(), u"one"_s);
    QVERIFY(makeCertificate(u"two"_s));
    QCOMPARE(m_harness->gateway->reloadCertificates(), QStringList());
    QCOMPARE(nameSeen(), u"two"_s);
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    QVERIFY(QFile::remove(m_folder.filePath(u"server.key"_s)));
    QCOMPARE(m_harness->gateway->reloadCertificates().size(), 1);
    QCOMPARE(nameSeen(), u"two"_s);
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
    options.keyFile = m_folder.filePath(u"nowhere.key"_s);
    const Result<void> listening = other.listen({options});
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(u"nowhere.key"_s));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
