// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/airavata/world.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace signalbox;
using namespace signalbox::airavata;
namespace at = signalbox::airavata::test;
using namespace Qt::StringLiterals;
using dialects::Accept;
using dialects::AcceptThenClose;
using dialects::RequestHead;

namespace {

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &header, const QByteArray &claims, const QByteArray &key)
{
    const QByteArray text = base64(header) + '.' + base64(claims);
    return text + '.' + base64(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256));
}

QByteArray payloadOf(const dialects::Frame &frame)
{
    at::FakePeer peer;
    peer.send(frame);
    return peer.messages.constFirst().payload;
}

QString errorOf(const QByteArray &frame)
{
    return at::object(frame).value("error"_L1).toString();
}

} // namespace

// Admission, messages and the end of a connection.
class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void authenticates_data();
    void authenticates();
    void refusesWithAFrame();
    void limitsAnswerWithTheirFrame();
    void pathsSubscribe_data();
    void pathsSubscribe();
    void answersPing();
    void confirms_data();
    void confirms();
    void errorsKeepTheConnection();
    void subscriptionsHaveACeiling();
    void statisticsAreTrue();
    void heartbeat();
    void lostAccessEndsWithAFrame();
    void theRoleIsThatOfNow();
};

void ConnectionTest::matches_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("expected");
    for (const char *path : {"/ws", "/ws/user", "/ws/experiments/exp-123", "/ws/tasks/a.b", "/ws/projects/default"})
        QTest::newRow(path) << QString::fromLatin1(path) << true;
    for (const char *path : {"/", "/ws/", "/ws/experiments", "/ws/experiments/", "/ws/galaxies/1", "/ws/user/x",
                             "/ws/tasks/a/b", "/wss", "ws/tasks/a"})
        QTest::newRow(path) << QString::fromLatin1(path) << false;
}

void ConnectionTest::matches()
{
    QFETCH(QString, path);
    at::World world;
    QTEST(world.dialect.matches(world.head(path, {})), "expected");
}

void ConnectionTest::authenticates_data()
{
    QTest::addColumn<QByteArray>("token"); // $good: one that World makes
    QTest::addColumn<bool>("inQuery");
    QTest::addColumn<QString>("outcome"); // the user, or the error
    const QByteArray key(32, 'k');
    const QByteArray hs256 = R"({"alg":"HS256","typ":"JWT"})";
    const qint64 now = 1'760'677'200;
    const auto claims = [](const QByteArray &user, qint64 exp, const QByteArray &more = {}) -> QByteArray {
        return "{\"sub\":\"" + user + "\",\"exp\":" + QByteArray::number(exp) + more + "}";
    };
    const QString invalid = u"Invalid or expired token"_s;
    const auto row = [](const char *name, const QByteArray &token, const QString &outcome) {
        QTest::addRow("%s, query", name) << token << true << outcome;
        QTest::addRow("%s, header", name) << token << false << outcome;
    };
    row("good", signedToken(hs256, claims("ann", now + 60), key), u"ann"_s);
    row("user_id", signedToken(hs256, R"({"user_id":"ann","exp":1760677260})", key), u"ann"_s);
    row("expired within leeway", signedToken(hs256, claims("ann", now - 29), key), u"ann"_s);
    row("expired", signedToken(hs256, claims("ann", now - 31), key), invalid);
    row("not yet valid", signedToken(hs256, claims("ann", now + 60, ",\"nbf\":" + QByteArray::number(now + 40)), key),
        invalid);
    row("nearly valid", signedToken(hs256, claims("ann", now + 60, ",\"nbf\":" + QByteArray::number(now + 20)), key),
        u"ann"_s);
    row("missing", {}, u"Authentication required"_s);
    row("malformed", "nonsense", invalid);
    row("three parts of nonsense", "a.b.c", invalid);
    row("wrong key", signedToken(hs256, claims("ann", now + 60), QByteArray(32, 'x')), invalid);
    row("none", base64(R"({"alg":"none"})") + '.' + base64(claims("ann", now + 60)) + '.', invalid);
    row("none with a signature", signedToken(R"({"alg":"none"})", claims("ann", now + 60), key), invalid);
    row("RS256 header", signedToken(R"({"alg":"RS256"})", claims("ann", now + 60), key), invalid);
    row("revoked user", signedToken(hs256, claims("gone", now + 60), key), invalid);
    row("nobody's", signedToken(hs256, R"({"exp":9999999999})", key), invalid);
    row("a user without a role", signedToken(hs256, claims("nobody", now + 60), key), u"Forbidden"_s);
}

void ConnectionTest::authenticates()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, inQuery);
    QFETCH(QString, outcome);
    at::World world;
    RequestHead head = world.head(u"/ws"_s, inQuery ? token : QByteArray());
    if (!inQuery && !token.isEmpty())
        head.headers.append({"authorization", "Bearer " + token});
    const dialects::Admission admission = world.admit(head);
    if (const auto *accepted = std::get_if<Accept>(&admission)) {
        QCOMPARE(accepted->actor.user, outcome);
        return;
    }
    const auto &refused = std::get<AcceptThenClose>(admission);
    QCOMPARE(refused.code, quint16(1008));
    QCOMPARE(refused.reason, outcome);
    QCOMPARE(errorOf(payloadOf(*refused.firstFrame)), outcome);
}

void ConnectionTest::refusesWithAFrame()
{
    at::World world;
    const dialects::Admission admission = world.admit(world.head(u"/ws"_s, {}));
    const QJsonObject frame = at::object(payloadOf(*std::get<AcceptThenClose>(admission).firstFrame));
    QCOMPARE(frame.keys(), (QStringList{u"error"_s, u"id"_s, u"timestamp"_s, u"type"_s}));
    QCOMPARE(frame.value("type"_L1).toString(), u"error"_s);
    QVERIFY(!world.dialect.allowsAnonymous()); // the listener's anonymous role (operator) does not count
}

void ConnectionTest::limitsAnswerWithTheirFrame()
{
    at::World world;
    const dialects::Admission over = world.dialect.overLimit(world.head(u"/ws"_s, {}));
    QCOMPARE(errorOf(payloadOf(*std::get<AcceptThenClose>(over).firstFrame)), u"Rate limit exceeded"_s);
    QCOMPARE(std::get<AcceptThenClose>(over).code, quint16(1008));

    QCOMPARE(world.dialect.fastSender(), dialects::FastSender::Report);
    QCOMPARE(world.dialect.slowReader(), dialects::SlowReader::Close1013);
    at::FakePeer peer;
    world.dialect.rateExceeded(peer);
    QCOMPARE(errorOf(peer.take().value(0)), u"Rate limit exceeded"_s);
    QCOMPARE(peer.closed->first, quint16(1008));
}

void ConnectionTest::pathsSubscribe_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("subscriptions");
    QTest::newRow("experiment") << u"/ws/experiments/exp-123"_s << QStringList{u"experiment:exp-123"_s};
    QTest::newRow("task") << u"/ws/tasks/e.t"_s << QStringList{u"task:e.t"_s};
    QTest::newRow("project") << u"/ws/projects/default"_s << QStringList{u"project:default"_s};
    QTest::newRow("user") << u"/ws/user"_s << QStringList{u"user:ann"_s};
    QTest::newRow("nothing") << u"/ws"_s << QStringList();
}

void ConnectionTest::pathsSubscribe()
{
    QFETCH(QString, path);
    at::World world;
    const auto client = world.connect(u"ann"_s, path);
    QTEST(client->peer.subscriptions, "subscriptions");
    QCOMPARE(client->peer.messages.size(), 0); // no greeting
}

void ConnectionTest::answersPing()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws"_s);
    client->say(at::fixture(u"ping"_s));
    client->session->binaryReceived(at::fixture(u"ping"_s));
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), (QStringList{u"pong"_s, u"pong"_s}));
    QVERIFY(at::object(frames.at(0)).value("id"_L1) != at::object(frames.at(1)).value("id"_L1));
    QVERIFY(at::object(frames.at(0)).value("id"_L1) != "ping-123"_L1);
    client->say(at::fixture(u"pong"_s));
    QCOMPARE(client->peer.take().size(), 0);
}

void ConnectionTest::confirms_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("data");
    const QByteArray start = R"("data":{"action":"subscribed","resourceType":")";
    QTest::newRow("the document's") << at::fixture(u"subscribe"_s)
                                    << start + R"(experiment","resourceId":"exp-123","status":"success"})";
    QTest::newRow("the document's, back")
        << at::fixture(u"unsubscribe"_s)
        << QByteArray(
               R"("data":{"action":"unsubscribed","resourceType":"experiment","resourceId":"exp-123","status":"success"})");
    QTest::newRow("snake, top level") << QByteArray(
        R"({"type":"subscription","action":"subscribe","resource_type":"worker","resource_id":"w-1"})")
                                      << start + R"(worker","resourceId":"w-1","status":"success"})";
    QTest::newRow("own user") << QByteArray(R"({"type":"x","action":"subscribe","resourceType":"user"})")
                              << start + R"(user","resourceId":"ann","status":"success"})";
    QTest::newRow("system") << QByteArray(R"({"type":"x","action":"subscribe","resourceType":"system"})")
                            << start + R"(system","resourceId":"","status":"success"})";
}

void ConnectionTest::confirms()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, data);
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws"_s);
    client->say(request);
    const QList<QByteArray> frames = client->peer.take();
    QCOMPARE(at::types(frames), QStringList{u"system_status"_s});
    QVERIFY2(frames.constFirst().contains(data), frames.constFirst());
}

void ConnectionTest::errorsKeepTheConnection()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws"_s);
    const auto errorTo = [&](const QByteArray &text) {
        client->say(text);
        return errorOf(client->peer.take().value(0));
    };
    QCOMPARE(errorTo("{"), u"Invalid message format"_s);
    QCOMPARE(errorTo(R"({"type":"dance"})"), u"Unknown message type"_s);
    QCOMPARE(errorTo(R"({"type":"x","action":"subscribe","resourceType":"galaxy","resourceId":"1"})"),
             u"Unknown resource type: galaxy"_s);
    QCOMPARE(errorTo(R"({"type":"x","action":"subscribe","resourceType":"task"})"), u"resourceId is required"_s);
    QVERIFY(!client->peer.closed);
    QCOMPARE(client->peer.lastError, u"resourceId is required"_s);
    client->say(R"({"type":"ping"})");
    QCOMPARE(at::types(client->peer.take()), QStringList{u"pong"_s});
}

void ConnectionTest::subscriptionsHaveACeiling()
{
    at::World world; // at most four subscriptions
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    const auto subscribe = [&](int number) {
        client->say(R"({"type":"x","action":"subscribe","resourceType":"task","resourceId":")"
                    + QByteArray::number(number) + "\"}");
        return at::types(client->peer.take()).value(0);
    };
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(subscribe(i), u"system_status"_s);
    QCOMPARE(subscribe(4), u"error"_s);
    QCOMPARE(subscribe(3), u"system_status"_s); // a subscription is counted once
    client->say(R"({"type":"x","action":"unsubscribe","resourceType":"task","resourceId":"1"})");
    client->peer.take();
    QCOMPARE(subscribe(4), u"system_status"_s);
    QVERIFY(!client->peer.closed);
}

void ConnectionTest::statisticsAreTrue()
{
    at::World world;
    const auto gone = world.connect(u"ann"_s, u"/ws"_s);
    gone->session->closed();
    const auto client = world.connect(u"ann"_s, u"/ws"_s);
    world.clock.advance(std::chrono::seconds(54)); // the heartbeat's ping: 1 message
    world.clock.advance(Milliseconds(250));
    client->say(R"({"type":"pong"})"); // 2 messages
    client->session->pongReceived(Milliseconds(750));
    world.clock.advance(std::chrono::seconds(20));
    client->peer.take();
    client->say(R"({"type":"ping"})");          // and its pong: 4 messages
    client->say(R"({"type":"system_status"})"); // the fifth message
    const QJsonObject data = at::object(client->peer.take().last()).value("data"_L1).toObject();
    QCOMPARE(data.value("totalConnections"_L1).toInt(), 2);
    QCOMPARE(data.value("activeConnections"_L1).toInt(), 1);
    QCOMPARE(data.value("totalMessages"_L1).toInt(), 5);
    QCOMPARE(data.value("messagesPerSecond"_L1).toDouble(), 0.3);     // 3 messages in 10 s
    QCOMPARE(data.value("averageLatency"_L1).toString(), u"0.50s"_s); // of a `pong` and a control pong
    QCOMPARE(data.value("uptime"_L1).toString(), u"1m 14s"_s);
}

void ConnectionTest::heartbeat()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws"_s);
    for (int beat = 1; beat <= 3; ++beat) {
        world.clock.advance(Milliseconds(53'999));
        QCOMPARE(client->peer.take().size(), 0);
        world.clock.advance(Milliseconds(1));
        QCOMPARE(at::types(client->peer.take()), QStringList{u"ping"_s});
    }
    QVERIFY(!client->peer.closed);
}

// When the gateway finds that the token no longer holds (gateway/tst_access).
void ConnectionTest::lostAccessEndsWithAFrame()
{
    at::World world;
    const auto client = world.connect(u"ann"_s, u"/ws/user"_s);
    client->peer.take();
    world.dialect.accessLost(client->peer, u"whatever happened"_s);
    QCOMPARE(errorOf(client->peer.take().value(0)), u"Invalid or expired token"_s);
    QCOMPARE(client->peer.closed->first, quint16(1008));
    QCOMPARE(client->peer.closed->second, u"Invalid or expired token"_s);
}

// An admin hears of everybody's experiments, and of none but the own ones once a reload has made an operator of it.
void ConnectionTest::theRoleIsThatOfNow()
{
    at::World world;
    const auto client = world.connect(u"admin"_s, u"/ws"_s);
    client->say(R"({"type":"subscribe","data":{"resourceType":"user","resourceId":"bob"}})");
    client->peer.take();
    const QString id = world.begin(world.actorOf(u"bob"_s), u"default"_s, 1);
    client->say(R"({"type":"subscribe","data":{"resourceType":"experiment","resourceId":")" + id.toUtf8() + R"("}})");
    client->peer.take();
    world.move(id, ExecutionState::Running);
    QCOMPARE(at::types(client->peer.take()), QStringList{u"experiment_updated"_s});
    client->peer.user.role = Role::Operator;
    world.move(id, ExecutionState::Succeeded);
    QCOMPARE(client->peer.take().size(), 0);
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
