// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's pure rules as tables: which dialect, which route, which origin; and how responses are framed.
#include "server/gateway/admission/connectionslots.h"
#include "server/gateway/admission/forwarding.h"
#include "server/gateway/admission/origin.h"
#include "server/gateway/responsewriter.h"
#include "server/gateway/router.h"
#include "tests/support/testdialect.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::gateway;
using dialects::RequestHead;
using test::TestDialect;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void routing_data();
    void routing();
    void origins_data();
    void origins();
    void pagesFromADisk();
    void hosts_data();
    void hosts();
    void forwarding_data();
    void forwarding();
    void connectionSlots();
    void responsesCannotBeBrokenOutOf();
};

// Which dialect an upgrade goes to (docs/architecture.md, "The front door"). ARK and Sutra both claim /ws; pow shares
// ARK's listener.
void TestRules::matching_data()
{
    QTest::addColumn<QStringList>("listener");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("subprotocols");
    QTest::addColumn<QString>("expected");
    const QStringList powArk{u"pow"_s, u"ark"_s};
    const QStringList none;
    const QString ws = u"/ws"_s;
    QTest::newRow("sutra") << QStringList{u"sutra"_s} << ws << none << u"sutra"_s;
    QTest::newRow("sutra elsewhere") << QStringList{u"sutra"_s} << u"/x"_s << none << QString();
    QTest::newRow("ark beside pow") << powArk << ws << none << u"ark"_s;
    QTest::newRow("pow at ark's path") << powArk << ws << QStringList{u"pow-1"_s} << u"pow"_s;
    QTest::newRow("pow anywhere") << powArk << u"/a/b"_s << QStringList{u"x"_s, u"pow-1"_s} << u"pow"_s;
    QTest::newRow("neither") << powArk << u"/a/b"_s << QStringList{u"x"_s} << QString();
    QTest::newRow("alger") << QStringList{u"alger"_s} << u"/"_s << none << u"alger"_s;
    QTest::newRow("airavata") << QStringList{u"airavata"_s} << u"/ws/tasks/t1"_s << none << u"airavata"_s;
    QTest::newRow("airavata elsewhere") << QStringList{u"airavata"_s} << u"/wsx"_s << none << QString();
    QTest::newRow("no dialects") << none << ws << none << QString();
}

void TestRules::matching()
{
    QFETCH(QStringList, listener);
    QFETCH(QString, path);
    QFETCH(QStringList, subprotocols);
    QFETCH(QString, expected);
    const auto isWs = [](const RequestHead &head) { return head.path == "/ws"_L1; };
    TestDialect sutra(u"sutra"_s, isWs);
    TestDialect ark(u"ark"_s, isWs);
    TestDialect alger(u"alger"_s);
    TestDialect pow(u"pow"_s, [](const RequestHead &head) { return head.subprotocols.contains(u"pow-1"_s); });
    TestDialect airavata(u"airavata"_s, [](const RequestHead &head) {
        return head.path == "/ws"_L1 || head.path.startsWith("/ws/"_L1);
    });
    QList<dialects::Dialect *> own;
    for (TestDialect *dialect : {&sutra, &ark, &alger, &pow, &airavata}) {
        if (const qsizetype at = listener.indexOf(dialect->name()); at >= 0)
            own.insert(std::min(at, own.size()), dialect);
    }
    std::sort(own.begin(), own.end(), [&listener](const auto *one, const auto *other) {
        return listener.indexOf(one->name()) < listener.indexOf(other->name());
    });
    RequestHead head;
    head.path = path;
    head.subprotocols = subprotocols;
    head.isUpgrade = true;
    const dialects::Dialect *found = matchDialect(own, head);
    QCOMPARE(found ? found->name() : QString(), expected);
}

void TestRules::routing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("capture");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *method, const char *path, const char *pattern, const char *capture,
                        const char *allow = "") {
        QTest::addRow("%s %s", method, path)
            << QByteArray(method) << QString::fromLatin1(path) << QString::fromLatin1(pattern)
            << QString::fromLatin1(capture) << QByteArray(allow);
    };
    row("GET", "/jobs/poll", "/jobs/poll", "");
    row("GET", "/jobs/7", "/jobs/{id}", "7");
    row("HEAD", "/jobs/7", "/jobs/{id}", "7");
    row("POST", "/jobs/7/cancel", "/jobs/{id}/cancel", "7");
    row("GET", "/docs/a/b.css", "/docs/{id...}", "a/b.css");
    row("GET", "/docs/", "/docs/{id...}", "");
    row("GET", "/docs", "", "");
    row("GET", "/", "/", "");
    row("GET", "/jobs/", "", "");
    row("GET", "/nope", "", "");
    row("GET", "/jobs/7/cancel", "", "", "POST");
    row("POST", "/jobs/7", "", "", "DELETE, GET, HEAD");
    row("POST", "/jobs/poll", "", "", "DELETE, GET, HEAD");
}

void TestRules::routing()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QString, pattern);
    QFETCH(QString, capture);
    QFETCH(QByteArray, allow);
    TestDialect owner(u"owner"_s);
    Router router;
    const auto add = [&](const char *verb, const char *what) {
        router.add({verb, QString::fromLatin1(what), {}, Role::Viewer}, &owner);
    };
    add("GET", "/docs/{id...}");
    add("GET", "/jobs/{id}");
    add("DELETE", "/jobs/{id}");
    add("GET", "/jobs/poll"); // added later than /jobs/{id}, but more specific
    add("POST", "/jobs/{id}/cancel");
    add("GET", "/");
    const Router::Match match = router.match(method, path);
    QCOMPARE(match.route ? match.route->pattern : QString(), pattern);
    QCOMPARE(match.captures.value(u"id"_s), capture);
    QCOMPARE(match.allow, allow);
    QCOMPARE(match.owner, match.route || !allow.isEmpty() ? &owner : nullptr);
}

void TestRules::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *origin, const char *host, bool loopback, bool allowed) {
        QTest::addRow("%s at %s %d", origin, host, loopback)
            << QByteArray(origin) << QByteArray(host) << loopback << allowed;
    };
    row("", "box:9000", false, true);
    row("http://box:9000", "box:9000", false, true);
    row("http://BOX:9000", "box:9000", false, true);
    row("http://box", "box", false, true);
    row("http://box", "box:80", false, true);
    row("https://box", "box:443", false, true);
    row("http://box:9001", "box:9000", false, false);
    row("http://other:9000", "box:9000", false, false);
    row("http://box.evil.org:9000", "box:9000", false, false);
    row("https://dash.example.org", "box:9000", false, true);
    row("http://dash.example.org", "box:9000", false, false);
    row("null", "box:9000", false, false);
    row("null", "127.0.0.1:9000", true, false);
    row("file://", "127.0.0.1:9000", true, false);
    row("https://ops.example.org", "127.0.0.1:9000", true, true); // a proxy that writes the Host anew
    row("https://ops.example.org", "box:9000", false, true);
    row("https://OPS.example.org.:8443", "127.0.0.1:9000", true, true);
    row("https://ops.example.org.evil.org", "127.0.0.1:9000", true, false);
    row("https://evil.ops.example.org", "127.0.0.1:9000", true, false);
    row("http://localhost:5173", "127.0.0.1:9000", true, true);
    row("http://127.0.0.1:5173", "localhost:9000", true, true);
    row("http://[::1]:5173", "localhost:9000", true, true);
    row("http://localhost:5173", "box:9000", false, false);
    row("http://localhost.evil.org", "127.0.0.1:9000", true, false);
    row("http://127.0.0.1.evil.org", "127.0.0.1:9000", true, false);
    row("http://127.0.0.1@evil.org", "127.0.0.1:9000", true, false);
    row("garbage", "127.0.0.1:9000", true, false);
}

void TestRules::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, host);
    QFETCH(bool, loopback);
    QFETCH(bool, allowed);
    const HostRules rules{loopback, {u"127.0.0.1"_s}, {}, {u"ops.example.org"_s}, {u"https://dash.example.org"_s}};
    QCOMPARE(isOriginAllowed(origin, host, rules), allowed);
}

// Pages opened from a disk: Firefox calls their origin null, Chromium file:// at a WebSocket and null at fetch().
void TestRules::pagesFromADisk()
{
    for (const char *origin : {"null", "file://"}) {
        for (const bool loopback : {true, false}) {
            HostRules rules{loopback, {}, {}, {}, {QString::fromLatin1(origin)}};
            QVERIFY(isOriginAllowed(origin, "127.0.0.1:9000", rules));
            QVERIFY(!isOriginAllowed(QByteArray(origin) == "null" ? "file://" : "null", "127.0.0.1:9000", rules));
            QVERIFY(!isOriginAllowed("https://evil.org", "127.0.0.1:9000", rules));
        }
    }
}

void TestRules::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("listed"); // whether hosts and origins name something
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QByteArray &host, bool loopback, bool listed, bool allowed) {
        QTest::newRow(name) << host << loopback << listed << allowed;
    };
    row("address", "127.0.0.1:9000", true, false, true);
    row("name", "localhost:9000", true, false, true);
    row("name with a dot", "localhost.:9000", true, false, true);
    row("name below localhost", "box.localhost", true, false, true);
    row("v6", "[::1]:9000", true, false, true);
    row("http/1.0", {}, true, false, true);
    row("rebound", "evil.org:9000", true, false, false);
    row("rebound, tricky", "127.0.0.1.evil.org", true, false, false);
    row("rebound, another address", "192.0.2.1:9000", true, false, false);
    row("beyond, the machine's name", "box:9000", false, false, true);
    row("beyond, the machine's name on its network", "Box.local:9000", false, false, true);
    row("beyond, the machine's name on its network, with a dot", "box.local.", false, false, true);
    row("the machine's name on loopback", "box:9000", true, false, false);
    row("beyond, rebound", "box.example.org", false, false, false);
    row("beyond, below the machine's name", "evil.box", false, false, false);
    row("beyond, an address", "192.0.2.1:9000", false, false, true);
    row("beyond, a v6 address", "[2001:db8::9]:9000", false, false, true);
    row("beyond, looks like an address", "192.0.2.1.evil.org", false, false, false);
    row("beyond, here", "localhost:9000", false, false, true);
    row("beyond, garbage", "a b", false, false, false);
    row("beyond, http/1.0", {}, false, false, true);
    row("beyond, of a listed origin", "dash.example.org", false, true, true);
    row("garbage", "a b", true, false, false);
    row("not listed", "ops.example.org", true, false, false);
    row("listed", "ops.example.org", true, true, true);
    row("listed, any port", "ops.example.org:8443", true, true, true);
    row("listed, as somebody writes it", "Ops.Example.Org.", true, true, true);
    row("listed v6", "[2001:db8::7]:9000", true, true, true);
    row("of a listed origin", "dash.example.org", true, true, true);
    row("beside the listed ones", "evil.org", true, true, false);
    row("below the listed one", "evil.ops.example.org", true, true, false);
    row("null is no host", "null", true, true, false);
    row("still localhost", "localhost:9000", true, true, true);
    row("not on loopback, listed", "ops.example.org", false, true, true);
    row("not on loopback, not listed", "evil.org", false, true, false);
    row("not on loopback, an address", "192.0.2.1:9000", false, true, true);
    row("not on loopback, here", "localhost:9000", false, true, true);
}

void TestRules::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, loopback);
    QFETCH(bool, listed);
    QFETCH(bool, allowed);
    HostRules rules{loopback, {u"127.0.0.1"_s, u"::1"_s}, {u"box"_s, u"box.local"_s}, {}, {}};
    if (listed) {
        rules.hosts = {u"ops.example.org"_s, u"2001:db8::7"_s};
        rules.origins = {u"https://dash.example.org:8443"_s, u"null"_s, u"file://"_s};
    }
    QCOMPARE(isHostAllowed(host, rules), allowed);
}

// Whose request it is (docs/interface.md, "Behind a proxy"). Trusted: 127.0.0.1, 10.0.0.0/8 and fd00::/8.
void TestRules::forwarding_data()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<QString>("peer");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<bool>("forwarded");
    QTest::addColumn<QString>("client"); // empty: not known
    const QString proxy = u"127.0.0.1"_s;
    const QString far = u"203.0.113.9"_s;
    const auto row = [](const char *name, const QString &peer, const Headers &headers, bool forwarded,
                        const QString &client = {}) { QTest::newRow(name) << peer << headers << forwarded << client; };
    const auto by = [&](const char *name, const QByteArray &header, const QByteArray &value,
                        const QString &client = {}) { row(name, proxy, {{header, value}}, true, client); };
    row("direct", proxy, {{"host", "localhost"}, {"x-forwarder", "1"}, {"x-forwarded", "1"}}, false);
    for (const char *header : {"forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-proto",
                               "x-forwarded-host", "x-forwarded-anything"})
        row(header, u"127.0.0.2"_s, {{header, "203.0.113.9"}}, true); // not trusted: seen, and not believed
    by("one", "x-forwarded-for", "203.0.113.9", far);
    by("with a port", "x-forwarded-for", " 203.0.113.9:4711 ", far);
    by("v6", "x-forwarded-for", "2001:db8::9", u"2001:db8::9"_s);
    by("v6 with a port", "x-forwarded-for", "[2001:db8::9]:4711", u"2001:db8::9"_s);
    by("mapped", "x-forwarded-for", "::ffff:203.0.113.9", far);
    by("what the client says itself is before it", "x-forwarded-for", "127.0.0.1, 203.0.113.9", far);
    by("two proxies", "x-forwarded-for", "198.51.100.1, 203.0.113.9, 10.1.2.3", far);
    by("a mapped proxy", "x-forwarded-for", "203.0.113.9, ::ffff:10.1.2.3", far);
    by("a proxy of v6", "x-forwarded-for", "203.0.113.9, fd00::3", far);
    by("proxies alone", "x-forwarded-for", "127.0.0.1, 10.1.2.3", proxy);
    by("no address", "x-forwarded-for", "203.0.113.9, unknown");
    by("empty", "x-forwarded-for", "");
    row("two lines", proxy, {{"x-forwarded-for", "198.51.100.1"}, {"x-forwarded-for", "203.0.113.9"}}, true, far);
    by("RFC 7239", "forwarded", "for=198.51.100.1, for=203.0.113.9;proto=https;by=10.0.0.1", far);
    by("RFC 7239, v6", "forwarded", "proto=https; For=\"[2001:db8::9]:4711\"", u"2001:db8::9"_s);
    by("RFC 7239, hidden", "forwarded", "for=_secret");
    by("RFC 7239, without for", "forwarded", "proto=https");
    by("nginx's", "x-real-ip", "203.0.113.9", far);
    by("nothing but via", "via", "1.1 proxy");
    row("two say the same", proxy, {{"x-real-ip", "203.0.113.9"}, {"x-forwarded-for", "127.0.0.1, 203.0.113.9"}}, true,
        far);
    row("a second proxy sees the first", proxy,
        {{"x-real-ip", "10.0.0.1"}, {"x-forwarded-for", "203.0.113.9, 10.0.0.1"}}, true, far);
    row("one is the client's own", proxy, {{"forwarded", "for=198.51.100.1"}, {"x-forwarded-for", "203.0.113.9"}},
        true);
    row("a trusted subnet", u"10.9.8.7"_s, {{"x-forwarded-for", "203.0.113.9"}}, true, far);
    row("a mapped peer", u"::ffff:10.9.8.7"_s, {{"x-forwarded-for", "203.0.113.9"}}, true, far);
    row("a peer beside the subnet", u"11.0.0.1"_s, {{"x-forwarded-for", "203.0.113.9"}}, true);
    row("a peer of v6", u"fd00::1"_s, {{"x-forwarded-for", "203.0.113.9"}}, true, far);
}

void TestRules::forwarding()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(QString, peer);
    QFETCH(Headers, headers);
    QFETCH(bool, forwarded);
    QFETCH(QString, client);
    RequestHead head;
    head.headers = headers;
    const TrustedProxies trusted({u"127.0.0.1"_s, u"10.0.0.0/8"_s, u"fd00::/8"_s});
    const Forwarding found = forwardingOf(head, QHostAddress(peer), trusted);
    QCOMPARE(found.isForwarded, forwarded);
    QCOMPARE(found.client.toString(), client);
}

// Connections in all, per address and per user at limit - 1, limit, limit + 1, and again after one has ended
// (docs/reliability.md, "Limits hold").
void TestRules::connectionSlots()
{
    Limits limits;
    limits.connections = 5;
    limits.connectionsPerAddress = 3;
    limits.connectionsPerUser = 2;
    const QString dialect = u"airavata"_s;
    const QString here = u"127.0.0.1"_s;
    const QString there = u"10.0.0.1"_s;
    ConnectionSlots connectionSlots;
    std::vector<ConnectionSlots::ConnectionSlot> held;
    for (int count = 0; count < 3; ++count)
        held.push_back(*connectionSlots.take(dialect, here, limits));
    QVERIFY(!connectionSlots.take(dialect, here, limits));
    QVERIFY(connectionSlots.take(u"sutra"_s, here, limits));
    held.push_back(*connectionSlots.take(dialect, there, limits));
    held.push_back(*connectionSlots.take(dialect, there, limits));
    QVERIFY(!connectionSlots.take(dialect, there, limits)); // the ceiling of five in all
    QVERIFY(held[0].claimUser(u"ann"_s, 2));
    QVERIFY(held[1].claimUser(u"ann"_s, 2));
    QVERIFY(!held[2].claimUser(u"ann"_s, 2));
    QVERIFY(held[2].claimUser(u"bob"_s, 2));
    held.erase(held.begin());
    QVERIFY(held[3].claimUser(u"ann"_s, 2));
    QVERIFY(connectionSlots.take(dialect, here, limits));
}

void TestRules::responsesCannotBeBrokenOutOf()
{
    dialects::RestResponse response = dialects::RestResponse::text(200, "body");
    response.headers = {{"Location", "/a\r\nSet-Cookie: x=1"},
                        {"Bad\r\nName", "x"},
                        {"Content-Length", "9999"},
                        {"Connection", "upgrade"}};
    const QByteArray bytes = writeResponse(response, {Timestamp{}, false, true, "http://a\r\nX: y"});
    QVERIFY(!bytes.contains("\r\nSet-Cookie"));
    QVERIFY(!bytes.contains("\r\nX: y"));
    QVERIFY(!bytes.contains("Bad"));
    QVERIFY(!bytes.contains("9999"));
    QCOMPARE(bytes.count("Connection: "), 1);
    QVERIFY(bytes.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
    QVERIFY(bytes.contains("\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\nbody"));
    QVERIFY(writeResponse(response, {Timestamp{}, true, true, {}}).endsWith("\r\n\r\n"));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
