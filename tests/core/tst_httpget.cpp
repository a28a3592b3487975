// SPDX-License-Identifier: GPL-3.0-or-later
// One GET over real sockets, of peers that answer as they should and of peers that never end.
#include "server/core/runtime/http/httpget.h"
#include "server/core/runtime/http/responseparser.h"
#include "tests/gateway/certificate.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 offered = 64 * 1024 * 1024;
// Of what is offered the kernel holds some at both ends, whatever is read.
constexpr qint64 mostTaken = 8 * 1024 * 1024;
constexpr qsizetype mostBody = 64 * 1024;

// What a peer sends to each that asks: a beginning, then the same again and again.
struct Script
{
    QByteArray begin;
    QByteArray again = {};
    bool closes = true; // behind the last
};

class Peer : public QObject
{
public:
    explicit Peer(const std::function<Script(const QByteArray &request)> &script, QTcpServer *server = new QTcpServer)
        : m_server(server)
        , m_script(script)
    {
        m_server->listen(QHostAddress::LocalHost);
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Peer::take);
    }
    explicit Peer(const Script &script) : Peer([script](const QByteArray &) { return script; }) {}

    QUrl url(const QString &path = u"/"_s, const QString &scheme = u"http"_s) const
    {
        return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_server->serverPort()).arg(path));
    }

    QList<QTcpSocket *> sockets() const { return m_server->findChildren<QTcpSocket *>(); }

    QList<QByteArray> requests;
    qint64 sent = 0; // that the kernel has taken
    int open = 0;

private:
    void take()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++open;
            socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, 64 * 1024);
            const auto heard = std::make_shared<QByteArray>();
            const auto script = std::make_shared<Script>();
            connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
                --open;
                socket->deleteLater();
            });
            connect(socket, &QIODevice::readyRead, this, [this, socket, heard, script] {
                heard->append(socket->readAll());
                if (!heard->endsWith("\r\n\r\n"))
                    return;
                requests.append(std::exchange(*heard, {}));
                *script = m_script(requests.constLast());
                socket->write(script->begin.isEmpty() ? script->again : script->begin);
                if (script->closes && script->again.isEmpty())
                    socket->disconnectFromHost();
            });
            auto *secure = qobject_cast<QSslSocket *>(socket);
            const auto goOn = [this, socket, secure, script](qint64 bytes) {
                sent += bytes;
                const qint64 unsent = socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
                if (!script->again.isEmpty() && unsent < 64 * 1024 && sent < offered)
                    socket->write(script->again);
            };
            if (secure)
                connect(secure, &QSslSocket::encryptedBytesWritten, this, goOn);
            else
                connect(socket, &QIODevice::bytesWritten, this, goOn);
        }
    }

    const std::unique_ptr<QTcpServer> m_server;
    const std::function<Script(const QByteArray &)> m_script;
};

QByteArray times(qsizetype count, const QByteArray &text)
{
    return text.repeated(count);
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() * 4096 : 0;
}

HttpRequest to(const QUrl &url)
{
    return {.url = url, .within = 2s, .mostBody = mostBody};
}

} // namespace

class HttpGetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        const auto good = [](const char *name, const QByteArray &bytes, const QByteArray &body, int status = 200) {
            QTest::newRow(name) << bytes << status << body << QString();
        };
        const auto bad = [](const char *name, const QByteArray &bytes, const QString &problem, int status = 0,
                            const QByteArray &body = {}) { QTest::newRow(name) << bytes << status << body << problem; };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        good("a length", ok + "Content-Length: 5\r\n\r\nhello", "hello");
        good("more than its length", ok + "Content-Length: 5\r\n\r\nhello and more", "hello");
        good("to the end", ok + "Server: x\r\n\r\nhello\r\n\r\n", "hello\r\n\r\n");
        good("chunks", chunked + "5\r\nhello\r\n2;a=\"b;c\"\r\n, \r\n5\r\nworld\r\n0\r\n\r\n", "hello, world");
        good("chunks of zeros", chunked + "1\r\n0\r\n1\r\n0\r\n0\r\n\r\n", "00");
        good("chunks of one byte", chunked + times(40'000, "1\r\nx\r\n") + "0\r\n\r\n", times(40'000, "x"));
        good("no chunks", chunked + "0\r\n\r\n", "");
        good("a trailer", chunked + "5\r\nhello\r\n0;x=y\r\nA: b\r\nC: d\r\n\r\n", "hello");
        good("nothing", ok + "Content-Length: 0\r\n\r\n", "");
        good("no content", "HTTP/1.1 204 No Content\r\n\r\n", "", 204);
        good("not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", "", 304);
        good("HTTP/1.0", "HTTP/1.0 404 Not Found\r\n\r\nwhere?", "where?", 404);
        good("no reason", "HTTP/1.1 503\r\nContent-Length: 2\r\n\r\nno", "no", 503);
        good("line feeds", "HTTP/1.1 200 OK\nContent-Length: 5\nX:y\n\nhello", "hello");
        good("interim answers",
             "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok
                 + "Content-Length: 2\r\n\r\nok",
             "ok");
        good("as many as may be", times(ResponseParser::mostInterim, "HTTP/1.1 102 \r\n\r\n") + ok + "\r\nok", "ok");
        good("a switch nobody asked for", "HTTP/1.1 101 Switching Protocols\r\n\r\nwhat?", "", 101);
        good("the largest head", ok + "X: " + times(ResponseParser::usualHead - 24, "x") + "\r\n\r\nok", "ok");
        good("the largest body", ok + "\r\n" + times(mostBody, "x"), times(mostBody, "x"));
        good("a length that is zero, twice", ok + "Content-Length: 0, 0\r\n\r\n", "");
        good("no transfer encoding", ok + "Transfer-Encoding: identity\r\n\r\nok", "ok");
        good("a line that goes on", ok + "X: a\r\n b\r\nContent-Length: 2\r\n\r\nok", "ok");

        bad("a larger head", ok + "X: " + times(ResponseParser::usualHead - 23, "x") + "\r\n\r\nok",
            u"answered with a head of more than 16 KiB"_s);
        bad("heads that are too large together",
            "HTTP/1.1 100 Continue\r\nX: " + times(9'000, "x") + "\r\n\r\n" + ok + "X: " + times(9'000, "x")
                + "\r\n\r\nok",
            u"answered with a head of more than 16 KiB"_s);
        bad("a larger body", ok + "\r\n" + times(mostBody + 1, "x"), u"answered with more than 65536 bytes"_s, 200,
            times(mostBody, "x"));
        bad("too many interim answers", times(ResponseParser::mostInterim + 1, "HTTP/1.1 102 \r\n\r\n") + ok + "\r\nok",
            u"answered with more than 16 interim answers (1xx)"_s);
        bad("nothing at all", "", u"closed the connection without an answer"_s);
        bad("half a name", "HTT", u"closed the connection in the middle of its head"_s);
        bad("half a head", ok + "Content-Le", u"closed the connection in the middle of its head"_s);
        bad("an interim answer alone", "HTTP/1.1 100 Continue\r\n\r\n",
            u"closed the connection in the middle of its head"_s);
        bad("less than its length", ok + "Content-Length: 6\r\n\r\nhello",
            u"closed the connection in the middle of its answer"_s, 200, "hello");
        bad("no last chunk", chunked + "5\r\nhello\r\n", u"closed the connection in the middle of its answer"_s, 200,
            "hello");
        bad("another protocol", "SSH-2.0-OpenSSH_9.2\r\n",
            u"answered with something that is not HTTP; is this the right port?"_s);
        bad("a newer version", "HTTP/2 200 OK\r\n\r\n",
            u"answered with a head that is not well-formed HTTP (bad version)"_s);
        bad("a status of words", "HTTP/1.1 fine\r\n\r\n",
            u"answered with a head that is not well-formed HTTP (bad status)"_s);
        bad("a status that is none", "HTTP/1.1 099 x\r\n\r\n",
            u"answered with a head that is not well-formed HTTP (bad status)"_s);
        bad("a field that is none", ok + "what is this\r\n\r\n",
            u"answered with a head that is not well-formed HTTP (bad field)"_s);
        bad("a length that is none", ok + "Content-Length: -1\r\n\r\n",
            u"answered with a head that is not well-formed HTTP (bad Content-Length)"_s);
        bad("a chunk that is none", chunked + "5\r\nhelloworld",
            u"answered with a body that is not well-formed HTTP (bad chunk)"_s, 200, "hello");
        bad("more wrapping than body, before there is much body",
            chunked + "1;" + times(10'000, "x") + "\r\nx\r\n7d0;" + times(10'000, "x") + "\r\n" + times(2'000, "x")
                + "\r\n0\r\n\r\n",
            u"answered with more than 16 KiB of chunk heads or trailers"_s, 200, "x");
        bad("packed", ok + "Content-Encoding: GZIP\r\nContent-Length: 2\r\n\r\nxx",
            u"answered with a body in the encoding 'gzip', which was not asked for"_s, 200, "xx");
        bad("packed for the way", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\nxx\r\n0\r\n\r\n",
            u"answered with a body in the encoding 'gzip, chunked', which was not asked for"_s, 200, "xx");
    }

    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, problem);
        Peer peer(Script{bytes});
        const HttpAnswer answer = get(to(peer.url()));
        QCOMPARE(answer.problem, problem);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
        QVERIFY(!answer.isLate);
        QTRY_COMPARE(peer.open, 0);
    }

    void byteByByteIsTheSame_data() { answers_data(); }
    void byteByByteIsTheSame()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, problem);
        ResponseParser parser(mostBody);
        for (const char byte : std::as_const(bytes))
            parser.feed(QByteArrayView(&byte, 1));
        parser.end();
        QCOMPARE(parser.status(), status);
        QCOMPARE(parser.body(), body);
        QCOMPARE(parser.state() == ResponseParser::State::Failed || parser.isCut() || !parser.encoding().isEmpty(),
                 !problem.isEmpty());
        if (parser.state() == ResponseParser::State::Failed)
            QCOMPARE(parser.problem(), problem);
    }

    // Each offers 64 MiB, and nothing but its ceiling ends it: the clock stands still.
    void endless_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<QString>("problem");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        const QByteArray much = times(64 * 1024, "x");
        const QString head = u"answered with a head of more than 16 KiB"_s;
        const QString body = u"answered with more than 65536 bytes"_s;
        const QString wrapping = u"answered with more than 16 KiB of chunk heads or trailers"_s;
        QTest::newRow("status line") << "HTTP/1.1 200 "_ba << much << head;
        QTest::newRow("field") << ok + "X: " << much << head;
        QTest::newRow("fields") << ok << times(8 * 1024, "X: yz\r\n") << head;
        QTest::newRow("interim") << ""_ba << times(2 * 1024, "HTTP/1.1 103 Early Hints\r\n\r\n")
                                 << u"answered with more than 16 interim answers (1xx)"_s;
        QTest::newRow("interim field") << "HTTP/1.1 103 Early Hints\r\nX: "_ba << much << head;
        QTest::newRow("no HTTP") << ""_ba << much
                                 << u"answered with something that is not HTTP; is this the right port?"_s;
        QTest::newRow("body") << ok + "\r\n" << much << body;
        QTest::newRow("body of a length") << ok + "Content-Length: 18446744073709551615\r\n\r\n" << much << body;
        QTest::newRow("body of packed bytes") << ok + "Content-Encoding: gzip\r\n\r\n" << much << body;
        QTest::newRow("chunk") << chunked + "ffffffffffffffff\r\n" << much << body;
        QTest::newRow("chunks") << chunked << times(4, "4000\r\n" + times(0x4000, "x") + "\r\n") << body;
        QTest::newRow("chunk head") << chunked << times(64 * 1024, "0") << wrapping;
        QTest::newRow("chunk extension") << chunked + "1;a=" << much << wrapping;
        QTest::newRow("quoted chunk extension") << chunked + "1;a=\"" << much << wrapping;
        QTest::newRow("chunk extensions") << chunked << times(64, "1;a=" + times(1000, "x") + "\r\nx\r\n") << wrapping;
        QTest::newRow("chunk sizes of zeros") << chunked << times(64, times(1000, "0") + "1\r\nx\r\n") << wrapping;
        QTest::newRow("extension of the last chunk") << chunked + "0;a=" << much << wrapping;
        QTest::newRow("trailer") << chunked + "1\r\nx\r\n0\r\nX: " << much << wrapping;
        QTest::newRow("trailers") << chunked + "0\r\n" << times(8 * 1024, "X: yz\r\n") << wrapping;
    }

    void endless()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, again);
        QFETCH(QString, problem);
        Peer peer(Script{begin, again, false});
        const qint64 before = residentBytes();
        const HttpAnswer answer = get(to(peer.url()));
        QCOMPARE(answer.problem, problem);
        QVERIFY(answer.body.size() <= mostBody);
        QTRY_COMPARE(peer.open, 0); // while the HttpGet is still there
        QVERIFY2(peer.sent < mostTaken, qPrintable(QString::number(peer.sent)));
        QVERIFY2(residentBytes() - before < mostTaken, qPrintable(QString::number(residentBytes() - before)));
    }

    // A byte now and then, for ever: silence never lasts, and the whole ends all the same.
    void slow_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<QString>("problem");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("silence") << ""_ba << ""_ba << u"no answer within 2s"_s;
        QTest::newRow("head") << ok + "X: " << "x"_ba << u"no answer within 2s"_s;
        QTest::newRow("body") << ok + "\r\n" << "x"_ba << u"no whole answer within 2s"_s;
        QTest::newRow("chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n" << "0"_ba << u"no whole answer within 2s"_s;
    }

    void slow()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, again);
        QFETCH(QString, problem);
        Peer peer(Script{begin, {}, false});
        FakeClock clock;
        HttpGet one(clock, to(peer.url()));
        std::optional<HttpAnswer> answer;
        connect(&one, &HttpGet::answered, this, [&answer](const HttpAnswer &given) { answer = given; });
        one.start();
        QTRY_COMPARE(peer.requests.size(), 1);
        for (int i = 0; i < 199; ++i) {
            for (QTcpSocket *socket : peer.sockets())
                socket->write(again);
            QCoreApplication::processEvents();
            clock.advance(10ms);
            QVERIFY(!answer);
        }
        clock.advance(10ms);
        QVERIFY(answer);
        QCOMPARE(answer->problem, problem);
        QVERIFY(answer->isLate);
        QTRY_COMPARE(peer.open, 0);
        clock.advance(1h);
    }

    void destroyedItCloses_data()
    {
        QTest::addColumn<bool>("isInAnswer");
        QTest::newRow("while it is answered") << false;
        QTest::newRow("by who hears of it") << true;
    }

    void destroyedItCloses()
    {
        QFETCH(bool, isInAnswer);
        Peer peer(Script{"HTTP/1.1 200 OK\r\n\r\n", times(1024, "x"), false});
        FakeClock clock;
        HttpRequest request = to(peer.url());
        if (!isInAnswer)
            request.mostBody = 2 * offered;
        auto one = std::make_unique<HttpGet>(clock, request);
        int heard = 0;
        connect(one.get(), &HttpGet::answered, this, [&one, &heard] {
            ++heard;
            one.reset();
        });
        one->start();
        if (isInAnswer)
            QTRY_VERIFY(!one);
        QTRY_VERIFY(peer.sent > 0);
        one.reset();
        QTRY_COMPARE(peer.open, 0);
        QCOMPARE(heard, isInAnswer ? 1 : 0);
        clock.advance(1h);
    }

    void noMoreThanEnough()
    {
        Peer peer(Script{"HTTP/1.1 200 OK\r\n\r\nfine", {}, false}); // and nothing more, ever
        HttpRequest request = to(peer.url());
        request.isEnough = [](int status, const QByteArray &body) { return status == 200 && body.contains("fin"); };
        const HttpAnswer answer = get(request);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.problem, QString());
        QTRY_COMPARE(peer.open, 0);
    }

    void refused()
    {
        QUrl url;
        {
            url = Peer(Script{}).url();
        }
        const HttpAnswer answer = get(to(url));
        QCOMPARE(answer.problem, u"Connection refused"_s);
        QCOMPARE(answer.status, 0);
    }

    void whatIsAsked_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("root") << u""_s << "GET / HTTP/1.1\r\n"_ba;
        QTest::newRow("query") << u"?a=b c&d=\u00e9#x"_s << "GET /?a=b%20c&d=%C3%A9 HTTP/1.1\r\n"_ba;
        QTest::newRow("path") << u"/a b/%0d%0aX:%20y"_s << "GET /a%20b/%0D%0AX:%20y HTTP/1.1\r\n"_ba;
    }

    void whatIsAsked()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, asked);
        Peer peer(Script{"HTTP/1.1 200 OK\r\n\r\n"});
        QUrl url = peer.url(path);
        QCOMPARE(get(to(url)).status, 200);
        const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(url.port()) + "\r\n";
        const QByteArray rest =
            "User-Agent: signalbox\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n";
        QCOMPARE(peer.requests.constLast(), asked + host + rest + "\r\n");
        url.setUserName(u"\u00e4:b"_s);
        url.setPassword(u"p@ss word"_s);
        QCOMPARE(get(to(url)).status, 200);
        QCOMPARE(peer.requests.constLast(), asked + host + rest + "Authorization: Basic "
                                                + u"\u00e4:b:p@ss word"_s.toUtf8().toBase64() + "\r\n\r\n");
    }

    void overIPv6()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("no IPv6 here");
        QByteArray heard;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [&heard, socket] {
                heard += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QCOMPARE(get(to(QUrl(u"http://[::1]:%1/"_s.arg(server.serverPort())))).status, 200);
        QVERIFY(heard.contains(u"\r\nHost: [::1]:%1\r\n"_s.arg(server.serverPort()).toUtf8()));
    }

    void redirects_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("isFollowed");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("problem");
        const QString elsewhere = u"it redirects to another host, port or scheme, which is not followed"_s;
        QTest::newRow("relative") << "there"_ba << true << 200 << QString();
        QTest::newRow("absolute") << "http://127.0.0.1:PORT/x/there"_ba << true << 200 << QString();
        QTest::newRow("not wanted") << "there"_ba << false << 307 << QString();
        QTest::newRow("another host") << "http://localhost:PORT/x/there"_ba << true << 307 << elsewhere;
        QTest::newRow("another port") << "http://127.0.0.1:1/x/there"_ba << true << 307 << elsewhere;
        QTest::newRow("another scheme") << "https://127.0.0.1:PORT/x/there"_ba << true << 307 << elsewhere;
        QTest::newRow("a file") << "file:///etc/passwd"_ba << true << 307 << elsewhere;
        QTest::newRow("nowhere") << ""_ba << true << 307 << u"answered with a redirect that does not say where to"_s;
        QTest::newRow("a circle") << "here"_ba << true << 307 << u"it redirects more than 10 times"_s;
    }

    void redirects()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, isFollowed);
        QFETCH(int, status);
        QFETCH(QString, problem);
        // The body of a redirect has no end, and is not waited for.
        Peer peer([&location](const QByteArray &request) {
            return request.startsWith("GET /x/there ")
                       ? Script{"HTTP/1.1 200 OK\r\n\r\nthere"}
                       : Script{"HTTP/1.1 307 x\r\nLocation: " + location + "\r\n\r\nx", {}, false};
        });
        location.replace("PORT", QByteArray::number(peer.url().port()));
        HttpRequest request = to(peer.url(u"/x/here"_s));
        request.url.setUserName(u"me"_s);
        request.followsRedirects = isFollowed;
        if (!isFollowed)
            request.isEnough = [](int, const QByteArray &) { return true; };
        const HttpAnswer answer = get(request);
        QCOMPARE(answer.problem, problem);
        QCOMPARE(answer.status, status);
        QCOMPARE(peer.requests.size(), location == "here" ? HttpGet::mostRedirects + 1 : status == 200 ? 2 : 1);
        for (const QByteArray &asked : std::as_const(peer.requests))
            QVERIFY(asked.contains("Authorization: Basic "));
        QTRY_COMPARE(peer.open, 0);
    }

    // A proxy would read and hold what the peer sends, and see what is the component's alone.
    void throughNoProxy()
    {
        Peer peer(Script{"HTTP/1.1 200 OK\r\n\r\n"});
        const QNetworkProxy before = QNetworkProxy::applicationProxy();
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, static_cast<quint16>(peer.url().port())));
        // Qt never takes a proxy to this machine itself; the kernel refuses this address without sending anything.
        const HttpAnswer answer = get(to(QUrl(u"http://255.255.255.255/"_s)));
        QNetworkProxy::setApplicationProxy(before);
        QVERIFY(!answer.problem.isEmpty());
        QCOMPARE(get(to(peer.url())).status, 200);
        QCOMPARE(peer.requests.size(), 1);
    }

    // More than one buffer's worth, of one that sends faster than is read.
    void largeAnswers()
    {
        const QByteArray body = times(1024, times(1024, "x") + "y");
        Peer peer(Script{"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body});
        HttpRequest request = to(peer.url());
        request.mostBody = body.size();
        const HttpAnswer answer = get(request);
        QCOMPARE(answer.problem, QString());
        QVERIFY(answer.body == body);
    }

    void overTls_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<QString>("problem");
        QTest::newRow("answered") << "HTTP/1.1 200 OK\r\n\r\nfine"_ba << ""_ba << QString();
        QTest::newRow("head") << "HTTP/1.1 200 OK\r\nX: "_ba << times(64 * 1024, "x")
                              << u"answered with a head of more than 16 KiB"_s;
        QTest::newRow("body") << "HTTP/1.1 200 OK\r\n\r\n"_ba << times(64 * 1024, "x")
                              << u"answered with more than 65536 bytes"_s;
    }

    void overTls()
    {
        if (!Certificates::areAvailable())
            QSKIP("no TLS, or no openssl to make certificates");
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, again);
        QFETCH(QString, problem);
        const Certificates certificates;
        QVERIFY(certificates.make(u"localhost"_s));
        QFile key(certificates.keyFile());
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificates.certificateFile()));
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        auto *server = new QSslServer;
        server->setSslConfiguration(tls);
        Peer peer([&](const QByteArray &) { return Script{begin, again, again.isEmpty()}; }, server);
        const QUrl url = peer.url(u"/"_s, u"https"_s);

        const HttpAnswer untrusted = get(to(url));
        QVERIFY2(untrusted.problem.contains(u"certificate"_s), qUtf8Printable(untrusted.problem));
        QVERIFY(peer.requests.isEmpty());

        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration::setDefaultConfiguration(certificates.trusting());
        const qint64 resident = residentBytes();
        const HttpAnswer answer = get(to(url));
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(answer.problem, problem);
        QCOMPARE(answer.status, problem.contains(u"head"_s) ? 0 : 200);
        if (problem.isEmpty())
            QCOMPARE(answer.body, "fine");
        QTRY_COMPARE(peer.open, 0);
        QVERIFY2(peer.sent < mostTaken, qPrintable(QString::number(peer.sent)));
        QVERIFY2(residentBytes() - resident < mostTaken, qPrintable(QString::number(residentBytes() - resident)));
    }

private:
    HttpAnswer get(const HttpRequest &request)
    {
        m_get = std::make_unique<HttpGet>(m_clock, request);
        std::optional<HttpAnswer> answer;
        connect(m_get.get(), &HttpGet::answered, this, [&answer](const HttpAnswer &given) { answer = given; });
        m_get->start();
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000))
            return {0, {}, u"never answered"_s};
        return *answer;
    }

    FakeClock m_clock;
    std::unique_ptr<HttpGet> m_get; // the last one, so that nothing is closed because it goes
};

QTEST_GUILESS_MAIN(HttpGetTest)
#include "tst_httpget.moc"
