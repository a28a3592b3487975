// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokenissuer.h"
#include "server/core/runtime/commandrouter.h"
#include "server/link/locallink.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakestreams.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
#include <rapidcheck.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Actor console{u"admin"_s, Role::Admin, u"console"_s, {}};

core::LiveStreams &noStreams()
{
    static test::FakeStreams streams;
    return streams;
}

QString smallId()
{
    return QString::number(*rc::gen::inRange(0, 6));
}

Execution anyExecution()
{
    Execution execution;
    execution.id = smallId();
    execution.kind = static_cast<ExecutionKind>(*rc::gen::inRange(0, 4));
    execution.state = static_cast<ExecutionState>(*rc::gen::inRange(0, 7));
    execution.name = smallId();
    return execution;
}

Task anyTask()
{
    Task task;
    task.executionId = smallId();
    task.nodeId = smallId();
    task.state = static_cast<ExecutionState>(*rc::gen::inRange(0, 7));
    return task;
}

Component anyComponent()
{
    Component component;
    component.id = smallId();
    component.state = static_cast<ComponentState>(*rc::gen::inRange(0, 5));
    if (*rc::gen::arbitrary<bool>())
        component.pid = *rc::gen::inRange(1, 99999);
    return component;
}

MetricsSample anySample()
{
    MetricsSample sample;
    sample.cpuPercent = *rc::gen::inRange(0, 100);
    sample.components.insert(smallId(), {*rc::gen::inRange(0, 3), 1.5, 2.5});
    return sample;
}

Client anyClient()
{
    Client client;
    client.id = smallId();
    client.dialect = smallId();
    return client;
}

Schedule anySchedule()
{
    Schedule schedule;
    schedule.id = smallId();
    schedule.isEnabled = *rc::gen::arbitrary<bool>();
    schedule.running = {smallId()};
    return schedule;
}

// Any Change, also illegal ones: that the Hub refuses those is part of the property.
ChangeBody anyChange()
{
    switch (*rc::gen::inRange(0, 16)) {
    case 0:
        return ComponentChanged{anyComponent()};
    case 1:
        return ComponentRemoved{smallId()};
    case 2:
    case 3:
        return ExecutionChanged{anyExecution()};
    case 4:
    case 5:
        return TaskChanged{anyTask()};
    case 6:
        return ExecutionForgotten{smallId()};
    case 7:
        return ClientConnected{anyClient()};
    case 8:
        return ClientChanged{anyClient()};
    case 9:
        return ClientDisconnected{smallId(), {}};
    case 10:
        return ClientsCounted{{{smallId(), ClientFigures{1, 2, 3, 4, 5}}}};
    case 11:
        return MetricsSampled{anySample()};
    case 12:
        return ModeChanged{static_cast<Mode>(*rc::gen::inRange(0, 3))};
    case 13:
        return ScheduleChanged{anySchedule()};
    case 14:
        return ScheduleRemoved{smallId()};
    default:
        return ProblemOccurred{smallId(), {}};
    }
}

struct Fixture
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    link::LinkEndpoint endpoint{{hub,
                                 [](const Query &, QObject *, const core::AnswerCallback &answered) {
                                     answered(unexpected(ErrorCode::NotFound, u"nothing stored"_s));
                                 },
                                 noStreams()},
                                console};
    link::LocalLink link{&endpoint};
};

} // namespace

class LocalLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"signalbox.hub.warning=false"_s); }
    void replicaEqualsHubAfterAnyChanges();
    void connectsWithASnapshot();
    void aRefusedCommandIsCompleted();
    void aClickIsSeenBeforeTheNextBatch();
    void aBlockedWindowCostsABoundedQueue();
    void afterAnOverflowNobodyIsFollowed();
    void aLongBatchLeavesRoomForTheWindow();
    void acrossThreads();
    void framesOfWatchedClientsOnly();
    void aTokenReachesWhoAskedAlone();
    void aVanishedServerCompletesEverything();
};

void LocalLinkTest::replicaEqualsHubAfterAnyChanges()
{
    const bool held = rc::check("replica == hub after any sequence of changes", [] {
        Fixture fixture;
        QList<Replaced> replaced;
        QList<Replaced> replacedThere;
        connect(&fixture.hub, &core::Hub::changed, &fixture.hub,
                [&](const Change &, const Replaced &before) { replaced.append(before); });
        connect(&fixture.link, &link::ControlLink::changed, &fixture.link,
                [&](const Change &, const Replaced &before) { replacedThere.append(before); });
        const int count = *rc::gen::inRange(0, 120);
        for (int i = 0; i < count; ++i) {
            (void)fixture.hub.record(anyChange());
            if (*rc::gen::inRange(0, 10) == 0)
                fixture.clock.advance(link::LinkEndpoint::batchEvery);
        }
        fixture.clock.advance(link::LinkEndpoint::batchEvery);
        RC_ASSERT(fixture.link.snapshot() == fixture.hub.snapshot());
        RC_ASSERT(replacedThere == replaced);
    });
    QVERIFY(held);
}

void LocalLinkTest::connectsWithASnapshot()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    QVERIFY(hub.record(ModeChanged{Mode::Maintenance}));
    link::LinkEndpoint endpoint({hub, {}, noStreams()}, console);
    link::LocalLink link(&endpoint);
    QVERIFY(link.isConnected());
    QVERIFY(link.snapshot().mode == Mode::Maintenance);
}

void LocalLinkTest::aRefusedCommandIsCompleted()
{
    Fixture fixture;
    QSignalSpy completed(&fixture.link, &link::ControlLink::completed);
    QString id;
    connect(&fixture.link, &link::ControlLink::completed, this,
            [&](const CommandId &command, const QString &, const std::optional<Error> &error) {
                id = command;
                QCOMPARE(error->code, ErrorCode::NotFound);
            });
    (void)fixture.link.submit(StartComponent{u"nope"_s});
    QCOMPARE(completed.size(), 1);
    QVERIFY(!id.isEmpty());
}

void LocalLinkTest::aClickIsSeenBeforeTheNextBatch()
{
    Fixture fixture;
    QSignalSpy completed(&fixture.link, &link::ControlLink::completed);
    (void)fixture.link.submit(SetMode{Mode::Maintenance});
    QVERIFY(fixture.link.snapshot().mode == Mode::Maintenance);
    QCOMPARE(completed.size(), 1);
}

void LocalLinkTest::aBlockedWindowCostsABoundedQueue()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    link::LinkEndpoint endpoint({hub, {}, noStreams()}, console);
    int snapshots = 0;
    int batches = 0;
    QList<CommandCompleted> outcomes;
    connect(&endpoint, &link::LinkEndpoint::snapshotReady, this, [&] { ++snapshots; });
    connect(&endpoint, &link::LinkEndpoint::batchReady, this, [&] { ++batches; });
    connect(&endpoint, &link::LinkEndpoint::completedMeanwhile, this,
            [&](const QList<CommandCompleted> &completed) { outcomes = completed; });
    endpoint.open(); // the window does not acknowledge the Snapshot
    endpoint.submit(u"mine"_s, SetMode{Mode::Halted});
    for (std::size_t i = 0; i < link::LinkEndpoint::queueLimit + 10; ++i)
        QVERIFY(hub.record(ProblemOccurred{}));
    clock.advance(link::LinkEndpoint::batchEvery);
    QCOMPARE(snapshots, 1);
    QCOMPARE(batches, 0);
    endpoint.acknowledge();
    QCOMPARE(snapshots, 2);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.constFirst().command, u"mine"_s);
}

// With a fresh Snapshot the endpoint forgets which clients the window follows, and the window names them anew: those
// it had named before would never be unfollowed.
void LocalLinkTest::afterAnOverflowNobodyIsFollowed()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    test::FakeStreams streams;
    link::LinkEndpoint endpoint({hub, {}, streams}, console);
    endpoint.open();
    endpoint.acknowledge();
    endpoint.wantClient(u"a"_s, true);
    QVERIFY(hub.record(ProblemOccurred{}));
    clock.advance(link::LinkEndpoint::batchEvery); // the window does not acknowledge the batch
    for (std::size_t i = 0; i < link::LinkEndpoint::queueLimit + 1; ++i)
        QVERIFY(hub.record(ProblemOccurred{}));
    endpoint.acknowledge();
    endpoint.wantClient(u"b"_s, true); // sent before the window has the fresh Snapshot
    QVERIFY(streams.frames.contains(u"a"_s) && streams.frames.contains(u"b"_s));
    endpoint.acknowledge();
    QVERIFY(!streams.frames.contains(u"a"_s) && !streams.frames.contains(u"b"_s));
    endpoint.wantClient(u"a"_s, true);
    QVERIFY(streams.frames.contains(u"a"_s));
    endpoint.wantClient(u"a"_s, false);
    QVERIFY(!streams.frames.contains(u"a"_s));
}

void LocalLinkTest::aLongBatchLeavesRoomForTheWindow()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    auto endpoint = std::make_unique<link::LinkEndpoint>(link::LinkServices{hub, {}, noStreams()}, console);
    link::LocalLink link(endpoint.get());
    int seen = 0;
    connect(&link, &link::ControlLink::changed, this, [&] {
        QElapsedTimer work;
        work.start();
        while (work.nsecsElapsed() < 20'000) {
        }
        ++seen;
    });
    const auto burst = [&] {
        for (int i = 0; i < 3000; ++i)
            QVERIFY(hub.record(ProblemOccurred{}));
        clock.advance(link::LinkEndpoint::batchEvery);
    };
    burst(); // 60 ms of work for the window
    QVERIFY2(seen > 0 && seen < 3000, qPrintable(QString::number(seen)));
    QTRY_COMPARE(seen, 3000);
    QVERIFY(link.snapshot() == hub.snapshot());
    burst();
    QVERIFY2(seen > 3000 && seen < 6000, qPrintable(QString::number(seen)));
    endpoint.reset(); // the link delivers the rest of the batch before it reports the end
    QCOMPARE(seen, 6000);
    QVERIFY(!link.isConnected());
}

void LocalLinkTest::framesOfWatchedClientsOnly()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    test::FakeStreams streams;
    auto endpoint = std::make_unique<link::LinkEndpoint>(link::LinkServices{hub, {}, streams}, console);
    auto link = std::make_unique<link::LocalLink>(endpoint.get());
    QSignalSpy seen(link.get(), &link::ControlLink::clientFrames);
    const auto say = [&](const QString &client) { streams.frames.deliver(client, {ClientFrame{}}, 0); };
    link->followClient(u"a"_s);
    link->followClient(u"a"_s);
    QVERIFY(streams.frames.contains(u"a"_s));
    const core::Follow other = streams.frames.add(u"b"_s, [](const QList<ClientFrame> &, qint64) {});
    say(u"a"_s);
    say(u"b"_s);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.constFirst().constFirst().toString(), u"a"_s);
    link->unfollowClient(u"a"_s);
    say(u"a"_s);
    QCOMPARE(seen.size(), 2);
    endpoint.reset(); // a window that vanishes stops watching
    QVERIFY(!streams.frames.contains(u"a"_s));
    QVERIFY(streams.frames.contains(u"b"_s));
}

void LocalLinkTest::acrossThreads()
{
    QThread thread;
    core::SystemClock clock;
    core::Ids ids;
    auto *hub = new core::Hub(clock, ids);
    auto *endpoint = new link::LinkEndpoint(
        {*hub,
         [](const Query &, QObject *, const core::AnswerCallback &answered) { answered(Answer(HistoryPage{{}, 7})); },
         noStreams()},
        console, hub);
    hub->moveToThread(&thread);
    connect(&thread, &QThread::finished, hub, &QObject::deleteLater);
    thread.start();

    link::LocalLink link(endpoint);
    QSignalSpy connected(&link, &link::ControlLink::connectedChanged);
    QTRY_VERIFY(link.isConnected());
    std::optional<int> total;
    connect(&link, &link::ControlLink::answered, this,
            [&](QueryId, const Result<Answer> &answer) { total = std::get<HistoryPage>(*answer).total; });
    (void)link.ask(HistoryQuery{});
    (void)link.submit(SetMode{Mode::Halted});
    QTRY_VERIFY(link.snapshot().mode == Mode::Halted);
    QTRY_COMPARE(total, std::optional(7));
    thread.quit();
    QVERIFY(thread.wait());
    QTRY_VERIFY(!link.isConnected());
}

// A token is not part of a Change, which would reach every window, dialect and the store, nor of a log line.
void LocalLinkTest::aTokenReachesWhoAskedAlone()
{
    QThread thread;
    core::SystemClock clock;
    core::Ids ids;
    auto *hub = new core::Hub(clock, ids);
    ServerInfo info;
    info.users = {{u"ann"_s, {}, {}, {u"operator"_s}}};
    QVERIFY(hub->record(ServerChanged{info}));
    const core::Tokens tokens(clock, {QByteArray(32, 'k'), {}, {}});
    const core::UserAuthenticator known(clock, tokens, {{{u"ann"_s, {}, {}, {}}, {}, {}}});
    core::TokenIssuer issuer(*hub, known);
    core::CommandHandlers handlers;
    handlers.tokens = &issuer;
    core::CommandRouter runtime(*hub, handlers);
    hub->setHandler(&runtime);
    auto *mine = new link::LinkEndpoint({*hub, {}, noStreams()}, console, hub);
    auto *others = new link::LinkEndpoint({*hub, {}, noStreams()}, console, hub);
    auto *viewers = new link::LinkEndpoint({*hub, {}, noStreams()}, {u"eve"_s, Role::Operator, u"console"_s, {}}, hub);
    hub->moveToThread(&thread);
    connect(&thread, &QThread::finished, hub, &QObject::deleteLater);
    static QStringList logged;
    QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) { logged.append(text); });
    thread.start();

    link::LocalLink link(mine);
    link::LocalLink other(others);
    link::LocalLink viewer(viewers);
    QSignalSpy heardByOthers(&other, &link::ControlLink::secretReceived);
    QSignalSpy heardByViewers(&viewer, &link::ControlLink::secretReceived);
    QStringList order;
    QString token;
    connect(&link, &link::ControlLink::secretReceived, this, [&](const CommandId &, const QString &secret) {
        token = secret;
        order.append(u"secret"_s);
    });
    const auto completed = [&order](const CommandId &, const QString &subject, const std::optional<Error> &error) {
        order.append(!error ? subject : error->code == ErrorCode::Forbidden ? u"forbidden"_s : u"refused"_s);
    };
    connect(&link, &link::ControlLink::completed, this, completed);
    connect(&viewer, &link::ControlLink::completed, this, completed);
    (void)link.submit(IssueToken{u"ann"_s, std::chrono::hours(2)});
    QTRY_COMPARE(order, (QStringList{u"secret"_s, u"ann"_s}));
    order.clear();
    (void)link.submit(IssueToken{u"gone"_s});
    QTRY_COMPARE(order, QStringList{u"refused"_s});
    (void)viewer.submit(IssueToken{u"ann"_s});
    QTRY_COMPARE(order, (QStringList{u"refused"_s, u"forbidden"_s}));
    (void)other.submit(SetMode{Mode::Maintenance}); // comes after all that was on its way to the others
    QTRY_VERIFY(other.snapshot().mode == Mode::Maintenance && viewer.snapshot().mode == Mode::Maintenance);
    thread.quit();
    QVERIFY(thread.wait());
    qInstallMessageHandler(before);
    QCOMPARE(tokens.verify(token.toLatin1())->subject, u"ann"_s);
    QVERIFY(heardByOthers.isEmpty() && heardByViewers.isEmpty());
    QVERIFY(logged.contains(u"admin issued a token for ann, good for 2h"_s));
    QVERIFY(!logged.join(u'\n').contains(token.section(u'.', 1, 1)));
}

void LocalLinkTest::aVanishedServerCompletesEverything()
{
    test::FakeClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    auto endpoint = std::make_unique<link::LinkEndpoint>(
        link::LinkServices{hub, [](const Query &, QObject *, const core::AnswerCallback &) {}, noStreams()}, console);
    link::LocalLink link(endpoint.get());
    QSignalSpy answered(&link, &link::ControlLink::answered);
    (void)link.ask(HistoryQuery{});
    endpoint.reset();
    QVERIFY(!link.isConnected());
    QCOMPARE(answered.size(), 1);
    // Commands and queries of later, from a dialog that was open, are completed too; after submit() has returned.
    QSignalSpy completed(&link, &link::ControlLink::completed);
    (void)link.submit(StopComponents{});
    (void)link.ask(HistoryQuery{});
    QCOMPARE(completed.size() + answered.size(), 1);
    QTRY_COMPARE(completed.size(), 1);
    QTRY_COMPARE(answered.size(), 2);
}

QTEST_GUILESS_MAIN(LocalLinkTest)
#include "tst_locallink.moc"
