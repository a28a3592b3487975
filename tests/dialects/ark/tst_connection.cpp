// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/arkdialect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepeer.h"
#include "tests/support/fakestreams.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ark;
using namespace signalbox::dialects;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ArkConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void matches_data();
    void matches();
    void admits_data();
    void admits();
    void saysNothingUntilSomethingHappens();
    void everybodyGetsTheSameBytes();
    void ignoresWhatClientsSend();
    void followsLogsWhileSomebodyListens();
    void floodsAreCounted();
    void whatNobodyMissedIsNotCounted();
    void unmatchedUpgradesAreUnknownRoutes();

private:
    std::unique_ptr<Session> join(test::FakePeer &peer) { return m_dialect->create(peer, {}); }
    QList<LogLine> lines(int count)
    {
        QList<LogLine> made;
        for (int n = 0; n < count; ++n)
            made.append({u"storage"_s, ++m_line, m_clock.now(), LogLevel::Info, u"line %1"_s.arg(m_line)});
        return made;
    }

    test::FakeClock m_clock;
    core::Ids m_ids;
    std::unique_ptr<core::Hub> m_hub;
    std::unique_ptr<ArkDialect> m_dialect;
    test::FakeStreams m_streams;
    qint64 m_line = 0;
};

void ArkConnectionTest::init()
{
    m_dialect.reset();
    m_hub = std::make_unique<core::Hub>(m_clock, m_ids);
    Component storage;
    storage.id = u"storage"_s;
    QVERIFY(m_hub->record(ComponentChanged{storage}));
    m_streams.follows.clear();
    DialectServices services{*m_hub};
    services.streams = &m_streams;
    m_dialect = std::make_unique<ArkDialect>(services);
    connect(m_hub.get(), &core::Hub::changed, m_dialect.get(),
            [this](const Change &change, const Replaced &replaced) { m_dialect->changed(change, replaced); });
}

void ArkConnectionTest::matches_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("subprotocols");
    QTest::addColumn<bool>("expected");
    QTest::newRow("its own") << u"/ws"_s << QStringList() << true;
    QTest::newRow("offering what another dialect speaks") << u"/ws"_s << QStringList{u"pow-1"_s} << true;
    QTest::newRow("root") << u"/"_s << QStringList() << false;
    QTest::newRow("below") << u"/ws/"_s << QStringList() << false;
    QTest::newRow("under api") << u"/api/ws"_s << QStringList() << false;
}

void ArkConnectionTest::matches()
{
    QFETCH(QString, path);
    QFETCH(QStringList, subprotocols);
    RequestHead head;
    head.isUpgrade = true;
    head.path = path;
    head.subprotocols = subprotocols;
    QTEST(m_dialect->matches(head), "expected");
}

void ArkConnectionTest::admits_data()
{
    QTest::addColumn<Role>("anonymous");
    QTest::addColumn<bool>("isAdmitted");
    QTest::newRow("none") << Role::None << false;
    QTest::newRow("viewer") << Role::Viewer << true;
    QTest::newRow("operator") << Role::Operator << true;
}

void ArkConnectionTest::admits()
{
    QFETCH(Role, anonymous);
    QFETCH(bool, isAdmitted);
    RequestHead head;
    head.path = u"/ws"_s;
    head.anonymousRole = anonymous;
    std::optional<Admission> decided;
    m_dialect->admit(head, [&](Admission admission) { decided = std::move(admission); });
    QCOMPARE(std::holds_alternative<Accept>(*decided), isAdmitted);
    if (!isAdmitted)
        QCOMPARE(std::get<RefuseHttp>(*decided).response.status, 401);
}

void ArkConnectionTest::saysNothingUntilSomethingHappens()
{
    test::FakePeer peer;
    const auto client = join(peer);
    client->opened();
    QVERIFY(peer.take().isEmpty());
    QVERIFY(m_hub->record(ProblemOccurred{u"disk full"_s, {}}));
    QCOMPARE(peer.take(), QList<QByteArray>{R"({"event":"system:error","data":{"error":"disk full","timestamp":")"
                                            + toIsoMilliseconds(m_clock.now()).toUtf8() + R"("}})"});
    QVERIFY(!peer.closed);
}

void ArkConnectionTest::everybodyGetsTheSameBytes()
{
    test::FakePeer first;
    test::FakePeer second(u"client-2"_s);
    const auto one = join(first);
    auto two = join(second);
    QVERIFY(m_hub->record(ProblemOccurred{u"a"_s, {}}));
    const QList<QByteArray> events = first.take();
    QCOMPARE(events, second.take());
    QCOMPARE(events.size(), 1);
    two.reset();
    QVERIFY(m_hub->record(ProblemOccurred{u"b"_s, {}}));
    QCOMPARE(first.take().size(), 1);
    QVERIFY(second.take().isEmpty());
}

void ArkConnectionTest::ignoresWhatClientsSend()
{
    test::FakePeer peer;
    const auto client = join(peer);
    QTest::ignoreMessage(QtWarningMsg,
                         "client client-1 sent 4 bytes that are no JSON; /ws only sends, whatever clients send is "
                         "ignored (said at most once a minute)");
    client->textReceived(R"({"event":"job:created"})"); // valid JSON is ignored without a warning
    client->textReceived("{{{{");
    QTest::failOnWarning(QRegularExpression(u"."_s));
    for (int n = 0; n < 100; ++n) {
        client->textReceived("{{{{");
        client->binaryReceived(QByteArray(65'536, '\0'));
    }
    m_clock.advance(59s);
    client->textReceived(QByteArray(65'536, '['));
    QVERIFY(peer.messages.isEmpty());
    QVERIFY(!peer.closed);
}

void ArkConnectionTest::followsLogsWhileSomebodyListens()
{
    test::FakePeer peer;
    auto client = join(peer);
    QCOMPARE(m_streams.follows, QStringList{u"+storage"_s});
    Component api;
    api.id = u"api"_s;
    QVERIFY(m_hub->record(ComponentChanged{api}));
    auto second = join(peer);
    QCOMPARE(m_streams.follows, (QStringList{u"+storage"_s, u"+api"_s}));
    QVERIFY(m_hub->record(ComponentRemoved{u"api"_s}));
    client.reset();
    QCOMPARE(m_streams.follows.size(), 3);
    second.reset();
    QCOMPARE(m_streams.follows, (QStringList{u"+storage"_s, u"+api"_s, u"-api"_s, u"-storage"_s}));
}

void ArkConnectionTest::floodsAreCounted()
{
    test::FakePeer peer;
    const auto client = join(peer);
    m_streams.logs.deliver(u"storage"_s, lines(3), 0);
    const QList<QByteArray> few = peer.take();
    QCOMPARE(few.size(), 3);
    QVERIFY(few.constFirst().contains(R"("level":"INFO","message":"line 1")"));
    m_clock.advance(5s);
    // A hundred thousand lines a second for ten seconds, in batches as LogBook emits them.
    QList<QByteArray> all;
    qint64 printed = 0;
    for (int turn = 0; turn < 100; ++turn) {
        m_streams.logs.deliver(u"storage"_s, lines(1000), 9000);
        printed += 10'000;
        m_clock.advance(100ms);
        all += peer.take();
    }
    m_clock.advance(2s);
    all += peer.take();
    qint64 leftOut = 0;
    int shown = 0;
    for (const QByteArray &event : all) {
        const QJsonValue data = QJsonDocument::fromJson(event)["data"_L1];
        const QString message = data["message"_L1].toString();
        if (data["level"_L1].toString() == "WARN"_L1)
            leftOut += message.section(u' ', 0, 0).toLongLong();
        else
            ++shown;
    }
    QCOMPARE(leftOut + shown, printed);
    QVERIFY2(shown >= 540 && shown <= 550, qPrintable(QString::number(shown)));
    QVERIFY(all.size() - shown <= 12); // the notes that tell of omitted lines
}

void ArkConnectionTest::whatNobodyMissedIsNotCounted()
{
    test::FakePeer peer;
    auto client = join(peer);
    m_streams.logs.deliver(u"storage"_s, lines(1000), 9000);
    client.reset();
    (void)peer.take();
    const auto next = join(peer);
    m_clock.advance(5s);
    QVERIFY(peer.take().isEmpty());
}

void ArkConnectionTest::unmatchedUpgradesAreUnknownRoutes()
{
    RequestHead head;
    head.path = u"/elsewhere"_s;
    const RestResponse response = m_dialect->unmatchedUpgrade(head);
    QCOMPARE(response.status, 404);
    QVERIFY(response.body.contains(R"("message":"Cannot GET /elsewhere")"));
}

QTEST_GUILESS_MAIN(ArkConnectionTest)
#include "tst_connection.moc"
