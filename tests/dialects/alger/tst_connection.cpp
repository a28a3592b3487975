// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codes.h"
#include "tests/dialects/alger/world.h"
#include "tests/gateway/harness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::alger;
using namespace signalbox::dialects;
using alger::test::takeOne;
using alger::test::World;

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admits_data();
    void admits();
    void answersPlainRequests();
    void everyRequestChecksTheRole_data();
    void everyRequestChecksTheRole();
    void theRoleIsThatOfNow();
    void binaryIsReadLikeText();
    void bigParametersAreRefused();
    void bigOutputIsCut();
    void readsNoFasterThanItServes();
    void manyWaitingMessagesAreServedInOrder();
    void lateAnswersFindNobody();
    void goneWithoutAWordLeavesItsRuns();
};

void ConnectionTest::admits_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QString>("outcome");
    const QStringList alger{u"x"_s, u"alger"_s};
    const QStringList other{u"x"_s};
    const auto row = [](const char *name, const char *query, const QStringList &offered, const char *outcome) {
        QTest::newRow(name) << QString::fromLatin1(query) << offered << QString::fromLatin1(outcome);
    };
    const char *wrong = "[alger] 4401 Invalid username/password pair";
    row("right", "username=admin password=admin", alger, "[alger] admin admin");
    row("any configured user", "username=viewer password=viewer", alger, "[alger] viewer viewer");
    row("first value wins", "username=bob username=admin password=bob password=admin", alger, "[alger] bob operator");
    row("first value wins, wrong", "password=x username=admin password=admin", alger, wrong);
    row("wrong password", "username=admin password=nope", alger, wrong);
    row("unknown user", "username=mallory password=mallory", alger, wrong);
    row("must wait", "username=slow password=slow", alger, wrong);
    row("well-known password", "username=admin password=changeme", alger,
        "[alger] 4401 Well-known passwords do not count");
    row("no password", "username=admin", alger, wrong);
    row("empty password", "username=admin password=", alger, wrong);
    row("nothing", "", alger, wrong);
    row("case of the names matters", "Username=admin Password=admin", alger, wrong);
    row("no subprotocol", "username=admin password=admin", {}, "[] 4406 Subprotocol 'alger' required");
    row("another subprotocol", "username=admin password=admin", other, "[] 4406 Subprotocol 'alger' required");
    row("case of the subprotocol matters", "username=admin password=admin", {u"Alger"_s},
        "[] 4406 Subprotocol 'alger' required");
    row("credentials are checked first", "username=admin password=nope", {}, "[] 4401 Invalid username/password pair");
}

void ConnectionTest::admits()
{
    QFETCH(QString, query);
    QFETCH(QStringList, offered);
    QFETCH(QString, outcome);
    World world;
    RequestHead head;
    head.isUpgrade = true;
    head.path = u"/any/path"_s;
    head.subprotocols = offered;
    head.address = u"192.0.2.9"_s;
    for (const QString &pair : query.split(u' ', Qt::SkipEmptyParts))
        head.query.append({pair.section(u'=', 0, 0), pair.section(u'=', 1)});
    QVERIFY(world.dialect.matches(head));

    QStringList decisions;
    world.dialect.admit(head, [&](const Admission &admission) {
        if (const auto *accept = std::get_if<Accept>(&admission))
            decisions.append(
                u"[%1] %2 %3"_s.arg(accept->subprotocol, accept->actor.user, toString(accept->actor.role)));
        else if (const auto *refusal = std::get_if<AcceptThenClose>(&admission))
            decisions.append(u"[%1] %2 %3"_s.arg(refusal->subprotocol).arg(refusal->code).arg(refusal->reason));
    });
    QCOMPARE(decisions, QStringList{outcome});
    if (!outcome.contains("4401"_L1))
        QCOMPARE(world.authenticator.lastAddress, head.address);
}

void ConnectionTest::answersPlainRequests()
{
    World world;
    RequestHead plain;
    plain.path = u"/"_s;
    QVERIFY(
        world.dialect.matches(plain)); // therefore the Gateway answers 426: gateway/tst_http, plainRequestOfAWebSocket
    QCOMPARE(world.dialect.routes().size(), 1);
    QCOMPARE(world.dialect.routes().constFirst().pattern, u"/asyncapi.json"_s);
    QCOMPARE(world.dialect.restError(plain, 503, u"busy"_s).status, 503);
}

void ConnectionTest::everyRequestChecksTheRole_data()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("isAllowed");
    const QList<std::pair<QString, Role>> everybody{
        {u"nobody"_s, Role::None}, {u"viewer"_s, Role::Viewer}, {u"bob"_s, Role::Operator}, {u"admin"_s, Role::Admin}};
    for (const Row &row : messageTable) {
        for (const auto &[user, role] : everybody) {
            if (row.request.code != 0)
                QTest::addRow("%d by %s", row.request.code, qPrintable(user))
                    << row.request.code << user << (role >= row.least);
        }
    }
}

void ConnectionTest::everyRequestChecksTheRole()
{
    QFETCH(int, request);
    QFETCH(QString, user);
    QFETCH(bool, isAllowed);
    World world;
    auto &connection = world.connect(user);
    connection.dialect->textReceived(encode({1, 0, request, {}}));
    const QByteArray forbidden = encode({2, 1, request + 200, R"({"error":"forbidden"})"});
    QCOMPARE(takeOne(connection.peer) != forbidden, isAllowed);
}

// A reload may change it while the connection is open.
void ConnectionTest::theRoleIsThatOfNow()
{
    World world;
    auto &connection = world.connect(u"bob"_s);
    const auto start = [&](qint64 id) {
        connection.dialect->textReceived(encode({id, 0, RunStored, R"({"pipelineId":"nope"})"}));
        return takeOne(connection.peer);
    };
    QCOMPARE(start(1), encode({2, 1, 303, R"({"error":"pipeline not found"})"}));
    connection.peer.user.role = Role::Viewer;
    QCOMPARE(start(3), encode({4, 3, 303, R"({"error":"forbidden"})"}));
    connection.peer.user.role = Role::Operator;
    QCOMPARE(start(5), encode({6, 5, 303, R"({"error":"pipeline not found"})"}));
}

void ConnectionTest::binaryIsReadLikeText()
{
    World world;
    auto &connection = world.connect(u"admin"_s);
    connection.dialect->binaryReceived(encode({1, 0, UserData, R"({"userId":"x"})"}));
    QCOMPARE(connection.peer.messages.size(), 1);
    QVERIFY(!connection.peer.messages.constFirst().isBinary);
    QCOMPARE(takeOne(connection.peer), encode({2, 1, 301, R"({"error":"user 'x' not found"})"}));
    connection.dialect->binaryReceived("\xff\xfe");
    QCOMPARE(takeOne(connection.peer), encode({3, 0, 396, R"({"error":"Payload is not valid JSON"})"}));
    QCOMPARE(connection.peer.lastError, u"Payload is not valid JSON"_s);
}

void ConnectionTest::bigParametersAreRefused()
{
    World world;
    auto &connection = world.connect(u"admin"_s);
    const QByteArray big(65'537, 'a');
    connection.dialect->textReceived(
        encode({1, 0, RunStored, R"({"pipelineId":"demo","params":{"x":")" + big + "\"}}"}));
    QCOMPARE(takeOne(connection.peer),
             encode({2, 1, 303, R"({"error":"Parameter 'x' is too large: 65537 bytes, at most 65536."})"}));
    connection.dialect->textReceived(
        encode({3, 0, RunGraph, R"({"graph":{"nodes":[{"id":"a","kind":"dataset","params":{"x":")" + big + "\"}}]}}"}));
    QCOMPARE(takeOne(connection.peer),
             encode({4, 3, 304, R"({"error":"Node 'a': parameter 'x' is too large: 65537 bytes, at most 65536."})"}));
    QVERIFY(world.hub.snapshot().executions.isEmpty());
}

void ConnectionTest::bigOutputIsCut()
{
    World world; // frames of at most 4096 bytes
    auto &connection = world.connect(u"admin"_s);
    world.perform({u"store"_s, u"old"_s, u"succeeded"_s});
    world.perform({u"output"_s, u"x"_s, u"100000"_s});
    connection.dialect->textReceived(encode({1, 0, OutputRequest, R"({"executionId":"old"})"}));
    const QByteArray sent = takeOne(connection.peer);
    QVERIFY(sent.size() > 4000 && sent.size() <= 4096);
    QVERIFY(sent.endsWith(R"(x\",\"truncated\":true}"})"));
}

void ConnectionTest::readsNoFasterThanItServes()
{
    World world;
    auto &connection = world.connect(u"admin"_s);
    world.authenticator.isHeld = true;
    for (int i = 0; i < 9; ++i) {
        QVERIFY(!connection.peer.isPaused);
        connection.dialect->textReceived(encode({2 * i + 1, 0, Login, R"({"username":"bob","password":"bob"})"}));
    }
    QVERIFY(connection.peer.isPaused);
    world.authenticator.isHeld = false;
    world.authenticator.release();
    QCOMPARE(connection.peer.messages.size(), 9);
    QVERIFY(!connection.peer.isPaused);
}

void ConnectionTest::manyWaitingMessagesAreServedInOrder()
{
    World world;
    auto &connection = world.connect(u"admin"_s);
    world.authenticator.isHeld = true;
    constexpr int count = 50'000; // enough to overflow the stack if each answer served the next request by recursion
    for (int i = 0; i < count; ++i)
        connection.dialect->textReceived(
            encode({2 * i + 1, 0, i == 0 ? Login : UserData, R"({"username":"bob","password":"bob","userId":"bob"})"}));
    QVERIFY(connection.peer.messages.isEmpty());
    world.authenticator.release();
    QCOMPARE(connection.peer.messages.size(), count);
    QVERIFY(
        connection.peer.messages.constLast().payload.startsWith("{\"id\":100000,\"requestId\":99999,\"type\":201,"));
}

void ConnectionTest::lateAnswersFindNobody()
{
    World world;
    world.authenticator.isHeld = true;
    world.connect(u"admin"_s).dialect->textReceived(encode({1, 0, Login, R"({"username":"bob","password":"bob"})"}));
    world.perform({u"gone"_s, u"admin"_s});
    world.authenticator.release(); // must not touch the destroyed session
    QVERIFY(world.connect(u"admin"_s).peer.messages.isEmpty());
}

// A client whose machine is gone sends no close frame and ends no connection; what it started goes on.
void ConnectionTest::goneWithoutAWordLeavesItsRuns()
{
    World world;
    gateway::Gateway door(world.hub, &world.authenticator, {&world.dialect});
    gateway::ListenerOptions listener;
    listener.dialects = {u"alger"_s};
    QVERIFY(door.listen({listener}));
    signalbox::test::RawClient client(static_cast<quint16>(door.listeners().constFirst().port));
    client.send(signalbox::test::upgradeHead("/?username=bob&password=bob", "Sec-WebSocket-Protocol: alger\r\n")
                + signalbox::test::clientFrame(1, encode({1, 0, RunStored, R"({"pipelineId":"demo"})"})));
    QTRY_COMPARE(world.hub.snapshot().executions.size(), 1);
    world.clock.advance(Milliseconds(83'999));
    QCOMPARE(door.connectionCount(), 1);
    world.clock.advance(Milliseconds(6'001));
    QCOMPARE(door.connectionCount(), 0);
    QVERIFY(!isFinal(world.hub.snapshot().executions.cbegin()->state));
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
