// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/pow/world.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::dialects;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray echoCall = R"({"call":"echo"})"_ba;

class OneToken final : public core::Authenticator
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
        return core::TokenInfo{{u"bob"_s, {}, {}, {u"admin"_s}}, {}};
    }
};

RequestHead upgrade(const QString &path, const QStringList &subprotocols)
{
    RequestHead head;
    head.isUpgrade = true;
    head.path = path;
    head.subprotocols = subprotocols;
    return head;
}

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void admits_data();
    void admits();
    void slowReaderPausesTheProcess();
    void slowProcessPausesTheReader();
    void earlyInputIsBounded();
    void manyCallsAtOnce();
    void callIsAnExecution();
    void vanishingOnceCancelsOnce();
    void destroyedWithoutGoodbye();
    void modeRefusalsSayWhy();
};

void ConnectionTest::matches_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<bool>("isUpgrade");
    QTest::addColumn<bool>("ours");
    const QStringList pow1{u"pow-1"_s};
    QTest::newRow("any path") << u"/"_s << pow1 << true << true;
    QTest::newRow("another path") << u"/some/where"_s << pow1 << true << true;
    QTest::newRow("one of several") << u"/"_s << QStringList{u"x"_s, u"pow-1"_s} << true << true;
    QTest::newRow("a path that another dialect has, too") << u"/ws"_s << pow1 << true << true;
    QTest::newRow("to be refused") << u"/"_s << QStringList() << true << true;
    QTest::newRow("plain HTTP") << u"/new"_s << QStringList() << false << false;
}

void ConnectionTest::matches()
{
    QFETCH(QString, path);
    QFETCH(QStringList, offered);
    QFETCH(bool, isUpgrade);
    World world;
    RequestHead head = upgrade(path, offered);
    head.isUpgrade = isUpgrade;
    QTEST(world.dialect.matches(head), "ours");
}

void ConnectionTest::admits_data()
{
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QString>("token");
    QTest::addColumn<Role>("anonymous");
    QTest::addColumn<int>("status"); // 0: admitted
    QTest::addColumn<QString>("text");
    const QStringList pow1{u"pow-1"_s};
    const QString required = u"client does not support required pow-1 subprotocol\n"_s;
    QTest::newRow("anonymous") << pow1 << QString() << Role::Operator << 0 << u"anonymous"_s;
    QTest::newRow("token") << pow1 << u"good"_s << Role::None << 0 << u"bob"_s;
    QTest::newRow("no subprotocol") << QStringList() << QString() << Role::Operator << 403 << required;
    QTest::newRow("another") << QStringList{u"pow-2"_s} << QString() << Role::Operator << 403 << required;
    QTest::newRow("subprotocol before token") << QStringList() << u"bad"_s << Role::None << 403 << required;
    QTest::newRow("nobody") << pow1 << QString() << Role::None << 401 << u"authentication required\n"_s;
    QTest::newRow("bad token") << pow1 << u"bad"_s << Role::Operator << 401 << u"invalid or expired token\n"_s;
}

void ConnectionTest::admits()
{
    QFETCH(QStringList, offered);
    QFETCH(QString, token);
    QFETCH(Role, anonymous);
    QFETCH(int, status);
    QFETCH(QString, text);
    World world;
    OneToken authenticator;
    pow::PowDialect dialect({.hub = world.hub, .authenticator = &authenticator, .streams = &world.processes});
    RequestHead head = upgrade(u"/"_s, offered);
    head.anonymousRole = anonymous;
    if (!token.isEmpty())
        head.query = {{u"token"_s, token}};
    std::optional<Admission> decided;
    dialect.admit(head, [&](Admission admission) { decided = std::move(admission); });
    QVERIFY(decided);
    if (status == 0) {
        const Accept accept = std::get<Accept>(*decided);
        QCOMPARE(accept.subprotocol, u"pow-1"_s);
        QCOMPARE(accept.actor.user, text);
        return;
    }
    const RestResponse refusal = std::get<RefuseHttp>(*decided).response;
    QCOMPARE(refusal.status, status);
    QCOMPARE(refusal.body, text.toUtf8());
    QVERIFY(refusal.contentType.startsWith("text/plain"));
}

void ConnectionTest::slowReaderPausesTheProcess()
{
    World world;
    FakePeer peer;
    const auto client = world.connect(peer);
    client->binaryReceived(echoCall);
    const QString id = world.processes.newest;
    world.processes.writes(id, "some");
    QVERIFY(!world.processes.running[id].isPaused);
    peer.backlog = (1 << 20) + 1;
    world.processes.writes(id, "more");
    QVERIFY(world.processes.running[id].isPaused);
    world.processes.writes(id, "what was read already"); // must not be lost
    peer.backlog = 1000;
    client->drained();
    QVERIFY(!world.processes.running[id].isPaused);
    QCOMPARE(peer.take(), (QList<QByteArray>{"some", "more", "what was read already"}));
    QVERIFY(!peer.closed);
}

void ConnectionTest::slowProcessPausesTheReader()
{
    World world;
    FakePeer peer;
    const auto client = world.connect(peer);
    client->binaryReceived(echoCall);
    const QString id = world.processes.newest;
    world.processes.pendingInput = 1 << 20;
    client->textReceived("a");
    QVERIFY(!peer.isPaused);
    world.processes.pendingInput = (1 << 20) + 1;
    client->textReceived("b");
    QVERIFY(peer.isPaused);
    world.processes.reads(id, 600'000);
    QVERIFY(peer.isPaused);
    world.processes.reads(u"another"_s, 0);
    QVERIFY(peer.isPaused);
    world.processes.reads(id, 500'000);
    QVERIFY(!peer.isPaused);
    QCOMPARE(world.processes.running[id].input, "ab");
}

void ConnectionTest::earlyInputIsBounded()
{
    World world;
    FakePeer peer;
    const auto client = world.connect(peer);
    const QByteArray chunk(65'536, 'x');
    for (int i = 0; i < 16; ++i)
        client->textReceived(chunk);
    QVERIFY(!peer.isPaused);
    client->textReceived("y");
    QVERIFY(peer.isPaused);
    // Frames that were read already still come: a call among them starts, and reading goes on.
    client->binaryReceived(echoCall);
    QVERIFY(!peer.isPaused);
    QCOMPARE(world.processes.running[world.processes.newest].input.size(), 16 * 65'536 + 1);
}

void ConnectionTest::manyCallsAtOnce()
{
    World world;
    std::vector<std::unique_ptr<FakePeer>> peers;
    std::vector<std::unique_ptr<Session>> clients;
    QStringList started;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(std::make_unique<FakePeer>(QString::number(i)));
        clients.push_back(world.connect(*peers.back()));
        clients.back()->binaryReceived(R"({"call":"echo","params":[")" + QByteArray::number(i) + R"("]})");
        started.append(world.processes.newest);
    }
    QCOMPARE(world.processes.running.size(), 100);
    for (qsizetype i = 99; i >= 0; --i) {
        world.processes.writes(started.at(i), "out of " + QByteArray::number(i));
        world.processes.ends(started.at(i), ExecutionState::Succeeded);
    }
    for (std::size_t i = 0; i < 100; ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        QCOMPARE(peers[i]->take(),
                 (QList<QByteArray>{"out of " + number, R"({"status":"fulfilled","value":[")" + number + R"("]})"}));
    }
}

void ConnectionTest::callIsAnExecution()
{
    World world;
    FakePeer peer;
    const auto client = world.connect(peer, Role::Operator, u"eve"_s);
    client->binaryReceived(R"({"call":"echo","params":["p"]})");
    const Execution *execution = world.hub.snapshot().execution(world.processes.newest);
    QVERIFY(execution);
    QVERIFY(execution->kind == ExecutionKind::Process);
    QCOMPARE(execution->owner, u"eve"_s);
    QCOMPARE(execution->dialect, u"pow"_s);
    QCOMPARE(peer.subscriptions, QStringList{u"echo"_s});
}

void ConnectionTest::vanishingOnceCancelsOnce()
{
    World world;
    FakePeer peer;
    int cancels = 0;
    connect(&world.hub, &core::Hub::changed, this,
            [&](const Change &change) { cancels += std::holds_alternative<CommandCompleted>(change.body); });
    auto client = world.connect(peer);
    client->binaryReceived(echoCall);
    cancels = 0;
    client->closed();
    QVERIFY(world.processes.running.isEmpty());
    client.reset();
    QCOMPARE(cancels, 1);
    QVERIFY(peer.messages.isEmpty());
}

void ConnectionTest::destroyedWithoutGoodbye()
{
    World world;
    FakePeer peer;
    auto client = world.connect(peer);
    client->binaryReceived(echoCall);
    QVERIFY(!world.processes.running.isEmpty());
    client.reset();
    QVERIFY(world.processes.running.isEmpty());
    world.clock.advance(Milliseconds(5000));
    QVERIFY(peer.messages.isEmpty());
}

void ConnectionTest::modeRefusalsSayWhy()
{
    World world;
    QVERIFY(world.hub.record(ModeChanged{Mode::Maintenance}));
    FakePeer peer;
    const auto client = world.connect(peer);
    client->binaryReceived(echoCall);
    QCOMPARE(peer.take().constFirst(),
             R"({"status":"rejected","reason":"failed to get process: maintenance mode is active"})");
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
