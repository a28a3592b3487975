// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP on a real socket: framing, ceilings, refusals.
#include "tests/gateway/harness.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using dialects::RestRequest;
using dialects::RestResponse;
using test::Harness;
using test::RawClient;

namespace {

const QByteArray host = "Host: 127.0.0.1\r\n"_ba;

class TokenCheck final : public core::Authenticator
{
public:
    void checkPassword(const QString &, const QString &, const core::LoginOrigin &, Done done) override
    {
        done(unexpected(ErrorCode::Unauthenticated));
    }
    Result<core::TokenInfo> checkToken(const QByteArray &token) const override
    {
        if (token != "good")
            return unexpected(ErrorCode::Unauthenticated);
        User user;
        user.name = u"ann"_s;
        user.roleNames = {u"operator"_s};
        return core::TokenInfo{user, {}};
    }
};

} // namespace

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::wires(); }
    void init();
    void cleanup();
    void oneShotAndByteByByte_data();
    void oneShotAndByteByByte();
    void refusals_data();
    void refusals();
    void headAtTheLimit_data();
    void headAtTheLimit();
    void bodyAtTheLimit_data();
    void bodyAtTheLimit();
    void answersAtTheLimit_data();
    void answersAtTheLimit();
    void pipelinedInOrder();
    void slowHead();
    void slowBody();
    void idleKeepAlive();
    void expectContinue();
    void foreignOriginAndPreflight();
    void behindAProxy();
    void plainRequestOfAWebSocket_data();
    void plainRequestOfAWebSocket();
    void anyPathLeavesPagesAlone();
    void roles_data();
    void roles();
    void peerGoesWhileHandling();
    void peerHasNoMoreToSay();
    void ready();
    void takenPortIsNamed();
    void indexLinksWhatAnybodyMayRead();

private:
    std::unique_ptr<Harness> m_harness;
    TokenCheck m_tokens;
    QList<dialects::Respond> m_held;
};

void TestHttp::init()
{
    m_held.clear();
    m_harness = std::make_unique<Harness>();
    QFETCH_GLOBAL(bool, portable);
    m_harness->options.portable = portable;
    m_harness->authenticator = &m_tokens;
    const auto echo = [](const RestRequest &request, const dialects::Respond &respond) {
        respond(RestResponse::text(200, request.captures.value(u"id"_s).toUtf8() + '|' + request.body + '|'
                                            + request.actor.user.toUtf8() + '|'
                                            + request.head.queryValue(u"q"_s).value_or(QString()).toUtf8()));
    };
    const auto hold = [this](const RestRequest &, const dialects::Respond &respond) { m_held.append(respond); };
    m_harness->dialect.restRoutes = {
        {"GET", u"/echo/{id}"_s, echo, Role::Viewer},  {"POST", u"/echo/{id}"_s, echo, Role::Viewer},
        {"POST", u"/operate"_s, echo, Role::Operator}, {"POST", u"/admin"_s, echo, Role::Admin},
        {"POST", u"/login"_s, echo, Role::None},       {"GET", u"/hold"_s, hold, Role::Viewer}};
    m_harness->limits.general.answerBytes = 2'000'000;
    m_harness->start();
}

void TestHttp::cleanup()
{
    m_harness.reset();
}

void TestHttp::oneShotAndByteByByte_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << "GET /echo/a%20b?q=1+%2B&q=2 HTTP/1.1\r\n" + host + "\r\n"
                         << QByteArray("a b||anonymous|1 +");
    QTest::newRow("post") << "POST /echo/x HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello"
                          << QByteArray("x|hello|anonymous|");
    QTest::newRow("chunked") << "POST /echo/x HTTP/1.1\r\n" + host
                                    + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\n\r\n"
                             << QByteArray("x|hello|anonymous|");
    QTest::newRow("chunked, empty") << "POST /echo/x HTTP/1.1\r\n" + host
                                           + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                    << QByteArray("x||anonymous|");
    QTest::newRow("chunked, empty, a trailer")
        << "POST /echo/x HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\na: b\r\n\r\n"
        << QByteArray("x||anonymous|");
    QTest::newRow("absolute form") << "GET http://127.0.0.1/echo/x HTTP/1.1\r\n" + host + "\r\n"
                                   << QByteArray("x||anonymous|");
    QTest::newRow("empty lines first") << "\r\n\r\nGET /echo/x HTTP/1.1\r\n" + host + "\r\n"
                                       << QByteArray("x||anonymous|");
}

void TestHttp::oneShotAndByteByByte()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    RawClient once(m_harness->port);
    once.send(request);
    QVERIFY2(once.waitFor("\r\n\r\n" + body), once.received.constData());
    RawClient slowly(m_harness->port);
    for (const char byte : request) {
        slowly.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QVERIFY2(slowly.waitFor("\r\n\r\n" + body), slowly.received.constData());
    QCOMPARE(slowly.received, once.received);
}

void TestHttp::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contains");
    const auto row = [](const char *name, const QByteArray &request, int status, const QByteArray &contains = {}) {
        QTest::newRow(name) << request << status << contains;
    };
    row("unknown path", "GET /nope HTTP/1.1\r\n" + host + "\r\n", 404, "test: ");
    row("wrong method", "DELETE /echo/x HTTP/1.1\r\n" + host + "\r\n", 405, "\r\nAllow: GET, HEAD, POST\r\n");
    row("garbage", "what is this\r\n\r\n", 400);
    row("tls on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
    row("http/2", "PRI * HTTP/2.0\r\n\r\n", 505);
    row("unknown method", "BREW /echo/x HTTP/1.1\r\n" + host + "\r\n", 501);
    row("connect", "CONNECT a:1 HTTP/1.1\r\n" + host + "\r\n", 501);
    row("no host", "GET /echo/x HTTP/1.1\r\n\r\n", 400);
    row("two hosts", "GET /echo/x HTTP/1.1\r\n" + host + host + "\r\n", 400);
    row("rebound host", "GET /echo/x HTTP/1.1\r\nHost: evil.org\r\n\r\n", 403,
        "this server is not called 'evil.org' (to allow it, add it to [[listener]] hosts)");
    row("rebound host, well forwarded",
        "GET /echo/x HTTP/1.1\r\nHost: evil.org\r\nX-Forwarded-Host: localhost\r\nForwarded: host=localhost\r\n\r\n",
        403);
    row("localhost, whatever was forwarded",
        "GET /echo/x HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.org\r\nX-Forwarded-For: 192.0.2.1\r\n"
        "X-Forwarded-Proto: https\r\nForwarded: for=192.0.2.1;host=evil.org;proto=https\r\n\r\n",
        200);
    row("foreign origin", "GET /echo/x HTTP/1.1\r\n" + host + "Origin: null\r\n\r\n", 403,
        "origin 'null' is not allowed (to allow it, add it to [[listener]] origins)");
    row("NUL in the path", "GET /echo/%00 HTTP/1.1\r\n" + host + "\r\n", 400);
    row("line break in the path", "GET /echo/%0d%0aX: HTTP/1.1\r\n" + host + "\r\n", 400);
    row("smuggling",
        "POST /echo/x HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("unknown encoding",
        "POST /echo/x HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\nGET / HTTP/1.1\r\n\r\n", 501);
    row("two lengths", "POST /echo/x HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        400);
    row("bad header", "GET /echo/x HTTP/1.1\r\n" + host + "a b: c\r\n\r\n", 400);
    row("bad chunk", "POST /echo/x HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
    row("websocket 8",
        "GET /ws HTTP/1.1\r\n" + host
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        426, "Sec-WebSocket-Version: 13");
    row("websocket 8 names what it speaks",
        "GET /ws HTTP/1.1\r\n" + host
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        426, "\r\nUpgrade: websocket\r\nConnection: close, Upgrade\r\n");
    row("websocket without key",
        "GET /ws HTTP/1.1\r\n" + host
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
        400);
    row("head request", "HEAD /echo/x HTTP/1.1\r\n" + host + "\r\n", 200, "Content-Length: 13\r\n");
    row("options", "OPTIONS /echo/x HTTP/1.1\r\n" + host + "\r\n", 204, "\r\nAllow: GET, HEAD, POST\r\n");
    row("http/1.0", "GET /echo/x HTTP/1.0\r\n\r\n", 200, "Connection: close");
    row("healthz", "GET /healthz HTTP/1.1\r\n" + host + "\r\n", 200, "ok\n");
    row("metrics", "GET /metrics HTTP/1.1\r\n" + host + "\r\n", 200, "\nsignalbox_mode{mode=\"normal\"} 1\n");
    row("metrics with a bad token", "GET /metrics HTTP/1.1\r\n" + host + "Authorization: Bearer x\r\n\r\n", 401);
}

void TestHttp::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, contains);
    RawClient client(m_harness->port);
    client.send(request);
    QVERIFY(client.waitFor("\r\n\r\n"));
    QCOMPARE(client.statuses(), QList<int>{status});
    QVERIFY2(client.waitFor(contains), client.received.constData());
    if (request.startsWith("HEAD"))
        QVERIFY(client.received.endsWith("\r\n\r\n"));
    if (status == 400 || status == 501 || status == 505)
        QVERIFY(client.waitForEnd());
}

void TestHttp::headAtTheLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("limit-1") << 16383 << 200;
    QTest::newRow("limit") << 16384 << 200;
    QTest::newRow("limit+1") << 16385 << 431;
    QTest::newRow("much more") << 200000 << 431;
}

void TestHttp::headAtTheLimit()
{
    QFETCH(int, size);
    QFETCH(int, status);
    QByteArray request = "GET /echo/x HTTP/1.1\r\n" + host + "X: ";
    request += QByteArray(size - request.size() - 4, 'a') + "\r\n\r\n";
    RawClient client(m_harness->port);
    client.send(request);
    QVERIFY(client.waitFor("\r\n\r\n"));
    QCOMPARE(client.statuses(), QList<int>{status});
}

void TestHttp::bodyAtTheLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("status");
    for (const bool chunked : {false, true}) {
        QTest::addRow("limit-1 %d", chunked) << 1048575 << chunked << 200;
        QTest::addRow("limit %d", chunked) << 1048576 << chunked << 200;
        QTest::addRow("limit+1 %d", chunked) << 1048577 << chunked << 413;
    }
}

void TestHttp::bodyAtTheLimit()
{
    QFETCH(int, size);
    QFETCH(bool, chunked);
    QFETCH(int, status);
    QByteArray request = "POST /echo/x HTTP/1.1\r\n" + host;
    const QByteArray body(size, 'b');
    if (chunked)
        request += "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(size - 7, 16) + "\r\n"
                   + body.first(size - 7) + "\r\n7\r\nbbbbbbb\r\n0\r\n\r\n";
    else
        request += "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + body;
    RawClient client(m_harness->port);
    client.send(request);
    QVERIFY(client.waitFor("\r\n\r\n"));
    QCOMPARE(client.statuses(), QList<int>{status});
}

void TestHttp::answersAtTheLimit_data()
{
    QTest::addColumn<qint64>("beyond");
    QTest::addColumn<int>("status");
    QTest::newRow("limit - 1") << qint64(-1) << 200;
    QTest::newRow("limit") << qint64(0) << 200;
    QTest::newRow("limit + 1") << qint64(1) << 507;
}

void TestHttp::answersAtTheLimit()
{
    QFETCH(qint64, beyond);
    QFETCH(int, status);
    const qint64 most = m_harness->limits.general.answerBytes;
    RawClient client(m_harness->port);
    client.send("GET /hold HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    m_held.constFirst()(RestResponse::text(200, QByteArray(most + beyond, 'x')));
    client.send("GET /echo/last HTTP/1.1\r\n" + host + "\r\n"); // the connection stays
    QVERIFY(client.waitFor("last|"));
    QCOMPARE(client.statuses(), QList<int>({status, 200}));
    QCOMPARE(client.received.count('x') >= most - 1, status == 200);
    QCOMPARE(client.received.contains("answer_bytes"), status != 200);
}

void TestHttp::pipelinedInOrder()
{
    RawClient client(m_harness->port);
    client.send("GET /hold HTTP/1.1\r\n" + host + "\r\nPOST /echo/2 HTTP/1.1\r\n" + host
                + "Content-Length: 1\r\n\r\nxGET /echo/3 HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    QVERIFY(client.received.isEmpty());
    m_held.first()(RestResponse::text(202, "1"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.statuses(), (QList<int>{202, 200, 200}));
    QVERIFY(client.received.indexOf("2|x|") < client.received.indexOf("3||"));
    QCOMPARE(m_harness->gateway->takeRequestFigures().requests, 3);
    QCOMPARE(m_harness->gateway->takeRequestFigures().requests, 0);
}

void TestHttp::slowHead()
{
    RawClient client(m_harness->port);
    client.send("GET /echo/x HT");
    QTRY_VERIFY(m_harness->clock.pending() > 0);
    QVERIFY(client.hasArrived());
    test::turn();
    m_harness->clock.advance(Milliseconds(9999));
    QVERIFY(client.received.isEmpty());
    m_harness->clock.advance(Milliseconds(1));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.statuses(), QList<int>{408});
    RawClient silent(m_harness->port);
    QVERIFY(silent.isConnected());
    QTRY_VERIFY(m_harness->clock.pending() > 0);
    m_harness->clock.advance(Milliseconds(20000));
    QVERIFY(silent.waitForEnd());
    QVERIFY(silent.received.isEmpty());
}

void TestHttp::slowBody()
{
    RawClient client(m_harness->port);
    client.send("POST /echo/x HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QVERIFY(client.waitFor("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("hell");
    QVERIFY(client.hasArrived());
    test::turn();
    m_harness->clock.advance(Milliseconds(10000));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.statuses(), (QList<int>{100, 408}));
}

void TestHttp::idleKeepAlive()
{
    RawClient client(m_harness->port);
    client.send("GET /echo/x HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(client.waitFor("x||"));
    m_harness->clock.advance(Milliseconds(59000));
    client.send("GET /echo/y HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(client.waitFor("y||"));
    m_harness->clock.advance(Milliseconds(60000));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.statuses(), (QList<int>{200, 200}));
}

void TestHttp::expectContinue()
{
    RawClient client(m_harness->port);
    client.send("POST /echo/x HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(client.waitFor("100 Continue"));
    client.send("hi");
    QVERIFY(client.waitFor("x|hi|"));
    RawClient refused(m_harness->port);
    refused.send("POST /nope HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(refused.waitForEnd());
    QCOMPARE(refused.statuses(), QList<int>{404});
}

void TestHttp::foreignOriginAndPreflight()
{
    RawClient foreign(m_harness->port);
    foreign.send("GET /echo/x HTTP/1.1\r\n" + host + "Origin: http://evil.org\r\n\r\n");
    QVERIFY(foreign.waitFor("\r\n\r\n"));
    QCOMPARE(foreign.statuses(), QList<int>{403});
    QVERIFY(!foreign.received.contains("Access-Control"));
    RawClient own(m_harness->port);
    own.send("OPTIONS /echo/x HTTP/1.1\r\n" + host
             + "Origin: http://localhost:5173\r\nAccess-Control-Request-Method: POST\r\n\r\n");
    QVERIFY(own.waitFor("\r\n\r\n"));
    QCOMPARE(own.statuses(), QList<int>{204});
    QVERIFY(own.received.contains("Access-Control-Allow-Origin: http://localhost:5173\r\n"));
    QVERIFY(own.received.contains("Access-Control-Allow-Methods: GET, HEAD, POST\r\n"));
}

// A proxy that keeps the Host, and one that writes it anew.
void TestHttp::behindAProxy()
{
    m_harness->options.hosts = {u"ops.example.org"_s};
    m_harness->options.origins = {u"https://dash.example.org"_s};
    m_harness->start();
    for (const QByteArray &head :
         {"Host: ops.example.org\r\n"_ba, "Host: ops.example.org\r\nOrigin: https://ops.example.org\r\n"_ba,
          "Host: 127.0.0.1\r\nOrigin: https://ops.example.org\r\n"_ba,
          "Host: dash.example.org\r\nOrigin: https://dash.example.org\r\n"_ba, "Host: localhost\r\n"_ba}) {
        RawClient client(m_harness->port);
        client.send("GET /echo/x HTTP/1.1\r\n" + head + "\r\n");
        QVERIFY2(client.waitFor("x||"), client.received.constData());
    }
}

// A person who opens a WebSocket's path as a page, and a client behind a proxy that drops headers, learn which one is
// missing; before authentication.
void TestHttp::plainRequestOfAWebSocket_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("missing");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &headers,
                        const QByteArray &missing) {
        QTest::newRow(name) << line + "\r\n" + host + headers + "\r\n" << missing;
    };
    const QByteArray key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    row("a page", "GET /ws HTTP/1.1", {}, "the header 'Upgrade: websocket'");
    row("a proxy that passes neither", "GET /ws HTTP/1.1", key, "the header 'Upgrade: websocket'");
    row("another protocol", "GET /ws HTTP/1.1", "Connection: Upgrade\r\nUpgrade: h2c\r\n",
        "the header 'Upgrade: websocket'");
    row("a proxy that passes one", "GET /ws HTTP/1.1", "Connection: close\r\nUpgrade: WebSocket\r\n" + key,
        "the header 'Connection: Upgrade'");
    row("a proxy of HTTP/1.0", "GET /ws HTTP/1.0", "Connection: Upgrade\r\nUpgrade: websocket\r\n" + key, "HTTP/1.1");
    row("another method", "POST /ws HTTP/1.1",
        "Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n" + key, "the method GET");
    row("a bad token", "GET /ws HTTP/1.1", "Authorization: Bearer bad\r\n", "the header 'Upgrade: websocket'");
}

void TestHttp::plainRequestOfAWebSocket()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, missing);
    test::TestDialect dialect(u"wire"_s, [](const dialects::RequestHead &head) { return head.path == "/ws"_L1; });
    m_harness->options.dialects = {u"wire"_s};
    m_harness->options.anonymous = Role::None;
    m_harness->start({&dialect});
    RawClient client(m_harness->port);
    client.send(request);
    QVERIFY2(client.waitFor("wire: /ws is a WebSocket, and this request lacks " + missing + " (connect"),
             client.received.constData());
    QVERIFY(client.received.startsWith("HTTP/1.1 426 "));
    QVERIFY(client.received.contains("\r\nUpgrade: websocket\r\n"));
    QVERIFY(client.received.contains(", Upgrade\r\n"));
    RawClient other(m_harness->port);
    other.send("GET /wsx HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(other.waitFor(" 404 "));
}

// A dialect that takes any path answers for all that are nobody's, unless another one has pages there.
void TestHttp::anyPathLeavesPagesAlone()
{
    test::TestDialect any(u"any"_s);
    any.offered = u"any-1"_s;
    m_harness->options.dialects = {u"any"_s};
    m_harness->start({&any});
    for (const char *line : {"GET /nope", "POST /", "DELETE /healthz", "GET /", "GET /metrics"}) {
        RawClient client(m_harness->port);
        client.send(line + " HTTP/1.1\r\n"_ba + host + "Content-Length: 0\r\n\r\n");
        QVERIFY(client.waitFor("\r\n\r\n"));
        const bool isNobodys = QByteArray(line) == "GET /nope";
        const bool isPage = QByteArray(line).startsWith("GET") && !isNobodys;
        QCOMPARE(client.statuses(), QList<int>{isNobodys ? 426 : isPage ? 200 : 405});
        QCOMPARE(client.received.contains("offers the subprotocol any-1"), isNobodys);
    }
    m_harness->options.dialects = {u"any"_s, u"test"_s};
    m_harness->start({&any, &m_harness->dialect});
    RawClient client(m_harness->port);
    client.send("GET /nope HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(client.waitFor("test: nothing is served at /nope"));
}

void TestHttp::roles_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::newRow("anonymous viewer") << QByteArray("/echo/x") << QByteArray() << 200;
    QTest::newRow("anonymous below") << QByteArray("/operate") << QByteArray() << 403;
    QTest::newRow("token enough") << QByteArray("/operate") << QByteArray("good") << 200;
    QTest::newRow("token below") << QByteArray("/admin") << QByteArray("good") << 403;
    QTest::newRow("token wrong") << QByteArray("/echo/x") << QByteArray("bad") << 401;
    QTest::newRow("login with a stale token") << QByteArray("/login") << QByteArray("bad") << 200;
}

void TestHttp::roles()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    RawClient client(m_harness->port);
    const QByteArray bearer = token.isEmpty() ? QByteArray() : QByteArray("Authorization: Bearer " + token + "\r\n");
    client.send("POST " + path + " HTTP/1.1\r\n" + host + bearer + "\r\nPOST " + path
                + (token.isEmpty() ? QByteArray() : QByteArray("?token=" + token)) + " HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(client.statuses(), (QList<int>{status, status}));
    if (status == 200 && token == "good")
        QVERIFY(client.received.contains("|ann|"));
}

void TestHttp::peerGoesWhileHandling()
{
    {
        RawClient client(m_harness->port);
        client.send("GET /hold HTTP/1.1\r\n" + host + "\r\n");
        QTRY_COMPARE(m_held.size(), 1);
    }
    test::turn(); // no signal tells that the bytes sent have arrived
    m_held.first()(RestResponse::text(200, "too late"));
    RawClient next(m_harness->port);
    next.send("GET /echo/x HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(next.waitFor("x||"));
}

// As `nc -N` does: all that has been asked is answered, then the connection ends.
void TestHttp::peerHasNoMoreToSay()
{
    QFETCH_GLOBAL(bool, portable);
    if (portable)
        QSKIP("QTcpSocket ends with the peer's direction");
    RawClient client(m_harness->port);
    QByteArray requests = "GET /hold HTTP/1.1\r\n" + host + "\r\n";
    for (int i = 0; i < 9; ++i) // more than a turn
        requests += "GET /echo/n HTTP/1.1\r\n" + host + "\r\n";
    client.send(requests + "GET /echo/unfinis");
    client.endOutput();
    QTRY_COMPARE(m_held.size(), 1);
    test::turn();
    m_held.takeFirst()(RestResponse::text(202, "held"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.statuses(), QList<int>{202} + QList<int>(9, 200));

    RawClient nothing(m_harness->port);
    nothing.endOutput();
    QVERIFY(nothing.waitForEnd());
    QVERIFY(nothing.received.isEmpty());

    // Both directions have ended before the answer is there.
    auto gone = std::make_unique<RawClient>(m_harness->port);
    gone->send("GET /hold HTTP/1.1\r\n" + host + "\r\n");
    gone->endOutput();
    QTRY_COMPARE(m_held.size(), 1);
    gone.reset();
    m_held.takeFirst()(RestResponse::text(200, "too late"));
    RawClient next(m_harness->port);
    next.send("GET /echo/x HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(next.waitFor("x||"));
}

void TestHttp::ready()
{
    RawClient before(m_harness->port);
    before.send("GET /readyz HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(before.waitFor("503"));
    m_harness->gateway->setReady(true);
    before.send("GET /readyz HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(before.waitFor(" 200 "));
    ServerInfo info;
    info.shortage = u"the disk is full"_s;
    QVERIFY(m_harness->hub.record(ServerChanged{info}));
    before.send("GET /readyz HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(before.waitFor("the disk is full\n"));
    QCOMPARE(before.statuses(), QList<int>({503, 200, 503}));
}

void TestHttp::takenPortIsNamed()
{
    gateway::Gateway second(m_harness->hub, nullptr, {&m_harness->dialect});
    gateway::ListenerOptions options = m_harness->options;
    options.port = m_harness->port;
    const Result<void> listening = second.listen({options});
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::Conflict);
    QVERIFY(listening.error().message.contains(u"127.0.0.1:%1 is taken"_s.arg(m_harness->port)));
}

void TestHttp::indexLinksWhatAnybodyMayRead()
{
    const auto page = [](const RestRequest &, const dialects::Respond &respond) {
        respond(RestResponse::text(200, "the dialect's own\n"));
    };
    m_harness->dialect.restRoutes = {{"GET", u"/open"_s, page, Role::None},
                                     {"GET", u"/open/{id}"_s, page, Role::None},
                                     {"GET", u"/closed"_s, page, Role::Viewer},
                                     {"POST", u"/done"_s, page, Role::None}};
    m_harness->options.anonymous = Role::None;
    m_harness->start();
    RawClient client(m_harness->port);
    client.send("GET / HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(client.waitFor("</html>"));
    QCOMPARE(client.statuses(), QList<int>{200});
    QVERIFY(client.received.contains("speak test."));
    QCOMPARE(client.received.count("<a href"), 3); // with /healthz and /readyz
    QVERIFY(client.received.contains("<a href=\"./open\">/open</a>"));

    init();
    m_harness->dialect.restRoutes = {{"GET", u"/{path...}"_s, page, Role::None}};
    m_harness->start();
    RawClient other(m_harness->port);
    other.send("GET / HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(other.waitFor("the dialect's own"));
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
