// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down, and how often (docs/model.md, "Events").
#include "server/core/policy.h"
#include "server/core/runtime/events/eventbook.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

const Actor ann{u"ann"_s, Role::Admin, u"sutra"_s, {}, u"192.0.2.7"_s};
const Actor bob{u"bob"_s, Role::Operator, u"alger"_s, {}, u"192.0.2.8"_s};

class Nothing final : public CommandHandler
{
public:
    Result<QString> handle(const Command &command) override
    {
        if (!answer)
            return answer;
        wanted.append(command);
        return answer;
    }
    Result<QString> answer = QString();
    QList<Command> wanted;
};

struct World
{
    World()
    {
        QObject::connect(&hub, &Hub::changed, &hub, [this](const Change &change) {
            if (const auto *event = std::get_if<EventHappened>(&change.body))
                entries.append(event->entry);
        });
        hub.setHandler(&handler);
        ServerInfo info;
        info.capacity = 1;
        (void)hub.record(ServerChanged{info});
        Component db;
        db.id = u"db"_s;
        db.name = u"Database"_s;
        (void)hub.record(ComponentChanged{db});
        Catalogue catalogue;
        catalogue.pipelines.append(Pipeline{});
        catalogue.pipelines.last().id = u"demo"_s;
        catalogue.pipelines.last().name = u"Demo"_s;
        (void)hub.record(CatalogueChanged{catalogue});
    }
    void open(const EventsBefore &before = {}, const QList<ExecutionDetail> &interrupted = {})
    {
        book.begin(before, interrupted);
        entries.clear();
    }
    void become(ComponentState state, const QString &reason, const Command *cause = nullptr,
                const std::function<void(Component &)> &edit = {})
    {
        Component db = *hub.snapshot().component(u"db"_s);
        db.state = state;
        db.reason = reason;
        if (edit)
            edit(db);
        (void)hub.record(ComponentChanged{db}, cause);
    }
    void fail()
    {
        become(ComponentState::Starting, {});
        become(ComponentState::Error, u"exit status 3"_s, nullptr,
               [this](Component &db) { db.nextRestartAt = clock.now() + 1s; });
    }
    // "what by whom: text" of each.
    QStringList told() const
    {
        QStringList texts;
        for (const EventEntry &entry : entries)
            texts.append(entry.what + u" by "_s + entry.actor + u": "_s + entry.text);
        return texts;
    }
    QStringList take()
    {
        const QStringList texts = told();
        entries.clear();
        return texts;
    }

    FakeClock clock;
    Ids ids;
    Hub hub{clock, ids};
    Nothing handler;
    EventBook book{hub};
    QList<EventEntry> entries;
};

Execution running(const QString &id, const Actor &actor)
{
    Execution execution;
    execution.id = id;
    execution.name = u"Demo"_s;
    execution.owner = actor.user;
    execution.dialect = actor.dialect;
    execution.state = ExecutionState::Running;
    return execution;
}

} // namespace

class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNothingBeforeTheServerStarts();
    void saysHowTheRunBeforeEnded();
    void tellsOfComponents();
    void tellsOfExecutions();
    void tellsWhoEndedAnExecution();
    void tellsOfSchedules();
    void tellsOfAgents();
    void tellsOfTheServer();
    void tellsOfCommandsThatNoChangeTellsOf();
    void tellsOfRefusals();
    void tellsOfAFailureOnce();
    void tellsOfLogins();
    void joinsWhatFlaps();
    void aNewWindowHasOneEntryWhileItGoesOn();
    void othersAreNotJoined();
    void aFloodOfDifferentThingsIsJoined();
    void numbersGrowWhateverTheClockSays();
    void operatorsAndAdminsMayRead();
};

void EventsTest::writesNothingBeforeTheServerStarts()
{
    World world;
    world.fail();
    QVERIFY(world.entries.isEmpty());
}

void EventsTest::saysHowTheRunBeforeEnded()
{
    World world;
    const Timestamp sign = world.clock.now() - 3h;
    ExecutionDetail detail{running(u"e"_s, bob), {}};
    detail.execution.state = ExecutionState::Interrupted;
    detail.execution.error = u"interrupted by a restart of the server"_s;
    world.book.begin({41, true, false, sign}, {detail});
    QCOMPARE(world.told(),
             (QStringList{u"unclean by server: the server had ended without stopping what ran: its last sign of life "
                          "is of 2025-10-17T02:00:00Z"_s,
                          u"started by server: the server started"_s,
                          u"interrupted by bob: Demo was interrupted: interrupted by a restart of the server"_s}));
    QVERIFY(world.entries.at(0).isBad && !world.entries.at(1).isBad && world.entries.at(2).isBad);
    QCOMPARE(world.entries.at(2).dialect, u"alger"_s);

    World clean;
    clean.book.begin({41, true, true, sign}, {});
    QCOMPARE(clean.take(), QStringList{u"started by server: the server started"_s});
    clean.book.end();
    QCOMPARE(clean.take(), QStringList{u"stopped by server: the server stopped"_s});
    clean.fail();
    QVERIFY(clean.entries.isEmpty());
}

void EventsTest::tellsOfComponents()
{
    World world;
    world.open();
    const Command start{u"1"_s, ann, StartComponent{u"db"_s}};
    world.become(ComponentState::Starting, u"started by ann"_s, &start);
    world.become(ComponentState::Running, u"started by ann"_s, &start);
    QCOMPARE(world.entries.constLast().dialect, u"sutra"_s);
    QCOMPARE(world.entries.constLast().address, u"192.0.2.7"_s);
    QCOMPARE(world.entries.constLast().subject, u"db"_s);
    QCOMPARE(world.take(), (QStringList{u"starting by ann: Database is starting: started by ann"_s,
                                        u"ready by ann: Database runs: started by ann"_s}));
    world.become(ComponentState::Running, u"STATUS: working"_s); // no news
    world.become(ComponentState::Running, {}, nullptr, [](Component &db) {
        db.health = ComponentHealth::Degraded;
        db.error = u"http does not answer"_s;
    });
    world.become(ComponentState::Running, {}, nullptr, [](Component &db) {
        db.health = ComponentHealth::Healthy;
        db.error.clear();
    });
    world.become(ComponentState::Stopping, u"ended"_s); // by itself: its end tells
    world.fail();
    world.become(ComponentState::Starting, u"started again"_s);
    world.become(ComponentState::Error, u"exit status 3; not tried again"_s, nullptr, [](Component &db) {
        db.restarts = 4;
        db.nextRestartAt.reset();
    });
    QCOMPARE(world.take(), (QStringList{u"degraded by server: Database is degraded: http does not answer"_s,
                                        u"healthy by server: Database is healthy again"_s,
                                        u"failed by server: Database failed: exit status 3"_s,
                                        u"given_up by server: Database failed: exit status 3; not tried again"_s}));
    (void)world.hub.record(ComponentRemoved{u"db"_s});
    QCOMPARE(world.take(), QStringList{u"removed by server: Database was removed from the configuration"_s});
}

void EventsTest::tellsOfExecutions()
{
    World world;
    world.open();
    const Command start{u"1"_s, bob, StartPipeline{u"demo"_s, {}}};
    Execution execution = running(u"e"_s, bob);
    execution.state = ExecutionState::Created;
    execution.params = {{u"n"_s, 1}};
    (void)world.hub.record(ExecutionChanged{execution}, &start);
    execution.state = ExecutionState::Running;
    (void)world.hub.record(ExecutionChanged{execution});
    execution.state = ExecutionState::Failed;
    execution.error = u"node b: exit status 1\nTraceback"_s;
    (void)world.hub.record(ExecutionChanged{execution});
    QCOMPARE(world.told(), (QStringList{u"started by bob: Demo was started: {\"n\":1}"_s,
                                        u"failed by bob: Demo failed: node b: exit status 1 Traceback"_s}));
    QCOMPARE(world.entries.at(0).address, u"192.0.2.8"_s);
    QCOMPARE(world.entries.at(1).dialect, u"alger"_s);
    world.entries.clear();
    // Of the history, as at a start.
    execution.id = u"old"_s;
    (void)world.hub.record(ExecutionChanged{execution});
    QVERIFY(world.entries.isEmpty());
    // A long text is cut.
    Execution long1 = running(u"long"_s, bob);
    (void)world.hub.record(ExecutionChanged{long1}, &start);
    long1.state = ExecutionState::Failed;
    long1.error = QString(5000, u'x');
    (void)world.hub.record(ExecutionChanged{long1});
    QCOMPARE(world.entries.constLast().detail.size(), 400);
}

void EventsTest::tellsWhoEndedAnExecution()
{
    World world;
    world.open();
    Execution execution = running(u"e"_s, bob);
    (void)world.hub.record(ExecutionChanged{execution});
    world.entries.clear();
    QVERIFY(world.hub.submit({u"2"_s, ann, CancelExecution{u"e"_s}}));
    execution.state = ExecutionState::Cancelled;
    execution.message = u"cancelled by ann"_s;
    const Command start{u"1"_s, bob, StartPipeline{u"demo"_s, {}}};
    (void)world.hub.record(ExecutionChanged{execution}, &start);
    QCOMPARE(world.entries.constLast().address, u"192.0.2.7"_s);
    QCOMPARE(world.take(), QStringList{u"cancelled by ann: Demo was cancelled: cancelled by ann"_s});
    // Started again, by another person.
    Command retry{u"3"_s, ann, RetryExecution{u"e"_s, true}};
    QVERIFY(world.hub.submit(retry));
    Execution again = running(u"f"_s, ann);
    again.retryOf = u"e"_s;
    (void)world.hub.record(ExecutionChanged{again}, &retry);
    QCOMPARE(world.take(), QStringList{u"retried by ann: Demo was started again: what failed of e"_s});
}

void EventsTest::tellsOfSchedules()
{
    World world;
    world.open();
    Schedule nightly;
    nightly.id = u"n"_s;
    nightly.name = u"Nightly"_s;
    (void)world.hub.record(ScheduleChanged{nightly});
    const auto ended = [&](ScheduleOutcome outcome, const QString &text) {
        ScheduleRun run;
        run.at = world.clock.now();
        run.outcome = outcome;
        run.text = text;
        const bool isLeftOut = outcome == ScheduleOutcome::Skipped || outcome == ScheduleOutcome::Missed;
        (isLeftOut ? nightly.record.leftOut : nightly.record.last) = run;
        (void)world.hub.record(ScheduleChanged{nightly});
    };
    ended(ScheduleOutcome::Running, {});
    ended(ScheduleOutcome::Succeeded, {});
    ended(ScheduleOutcome::Failed, u"exit status 1"_s);
    ended(ScheduleOutcome::Refused, u"maintenance"_s);
    ended(ScheduleOutcome::Skipped, u"the run before goes on"_s);
    ended(ScheduleOutcome::Missed, {});
    const Command pause{u"1"_s, ann, DisableSchedule{u"n"_s}};
    nightly.isEnabled = false;
    (void)world.hub.record(ScheduleChanged{nightly}, &pause);
    QCOMPARE(world.take(),
             (QStringList{u"ran by server: Nightly ran"_s, u"failed by server: Nightly ran and failed: exit status 1"_s,
                          u"refused by server: Nightly could not run: maintenance"_s,
                          u"skipped by server: Nightly was skipped: the run before goes on"_s,
                          u"missed by server: Nightly was missed"_s, u"paused by ann: Nightly was paused"_s}));
}

void EventsTest::tellsOfAgents()
{
    World world;
    world.open();
    Agent agent;
    agent.id = u"far"_s;
    agent.state = AgentState::Online;
    const auto become = [&](AgentState state) {
        agent.state = state;
        agent.lastSeenAt = world.clock.now();
        (void)world.hub.record(AgentChanged{agent});
    };
    become(AgentState::Online);
    world.clock.advance(1s);
    become(AgentState::Online); // a heartbeat is no news
    become(AgentState::Offline);
    become(AgentState::Online);
    QCOMPARE(world.take(), (QStringList{u"registered by server: agent far registered"_s,
                                        u"offline by server: agent far went offline"_s,
                                        u"online by server: agent far is online again"_s}));
    agent.local = true;
    become(AgentState::Offline);
    QVERIFY(world.entries.isEmpty());
}

void EventsTest::tellsOfTheServer()
{
    World world;
    world.open();
    QVERIFY(world.hub.submit({u"1"_s, ann, SetMode{Mode::Maintenance}}));
    ServerInfo info = world.hub.snapshot().server;
    info.shortage = u"3 MiB are free"_s;
    (void)world.hub.record(ServerChanged{info});
    (void)world.hub.record(ProblemOccurred{info.shortage, u"disk"_s}); // the same, said for ARK
    info.shortage.clear();
    (void)world.hub.record(ServerChanged{info});
    QCOMPARE(world.take(), (QStringList{u"mode by ann: the mode was set to maintenance"_s,
                                        u"disk_short by server: the disk is short: 3 MiB are free"_s,
                                        u"disk_free by server: there is room on the disk again"_s}));
    const Command reload{u"2"_s, ann, ReloadConfiguration{}};
    info.reload = ReloadReport{};
    info.reload->at = world.clock.now();
    info.reload->appliedItems = {{u"[[component]]"_s, u"web"_s, {}, ReloadItem::Change::Added, {}, {}}};
    info.reload->waitingItems = {{u"[server]"_s, {}, u"tick"_s, ReloadItem::Change::Changed, u"\"2s\""_s, u"\"5s\""_s}};
    (void)world.hub.record(ServerChanged{info}, &reload);
    (void)world.hub.record(ServerChanged{info}, &reload); // told already
    world.book.clockSet(-90s);
    (void)world.hub.record(ProblemOccurred{u"cannot write"_s, u"history"_s});
    QCOMPARE(
        world.take(),
        (QStringList{u"reloaded by ann: the configuration was reloaded: applied [[component]] web: added; waits "
                     "for the next start: [server] tick: \"2s\" → \"5s\""_s,
                     u"clock_set by server: the clock was set: by -90 s"_s, u"problem by server: cannot write"_s}));
}

void EventsTest::tellsOfCommandsThatNoChangeTellsOf()
{
    World world;
    world.open();
    world.become(ComponentState::Starting, {});
    world.become(ComponentState::Running, {}, nullptr, [](Component &db) {
        db.pid = 42;
        db.takesInput = true;
    });
    Client client;
    client.id = u"c"_s;
    client.user = u"bob"_s;
    client.dialect = u"pow"_s;
    client.address = u"192.0.2.8:4711"_s;
    (void)world.hub.record(ClientConnected{client});
    world.entries.clear();
    QVERIFY(world.hub.submit(ann, KillComponent{u"db"_s}));
    QVERIFY(world.hub.submit(ann, TypeToComponent{u"db"_s, "hunter2\n"}));
    QVERIFY(world.hub.submit(ann, DisconnectClient{u"c"_s}));
    QVERIFY(world.hub.submit(ann, IssueToken{u"bob"_s, 90min}));
    QVERIFY(world.hub.submit(ann, TakeBlackBox{u"db"_s}));
    QVERIFY(world.hub.submit(ann, MarkSeen{}));
    QCOMPARE(world.take(),
             (QStringList{u"killed by ann: Database was killed"_s, u"typed by ann: 8 bytes were typed to Database"_s,
                          u"disconnected by ann: the connection of bob at 192.0.2.8:4711 over pow was closed"_s,
                          u"token_issued by ann: a token was issued for bob: good for 90 min"_s,
                          u"black_box by ann: what is seen of Database was written down"_s,
                          u"seen by ann: failures were marked as seen: all"_s}));
}

void EventsTest::tellsOfRefusals()
{
    World world;
    world.open();
    (void)world.hub.submit(bob, SetMode{Mode::Halted});
    (void)world.hub.submit(bob, StartComponent{u"nobody"_s}); // a mistake, and no news
    (void)world.hub.record(ExecutionChanged{running(u"e"_s, scheduleActor())});
    world.handler.answer = unexpected(ErrorCode::Capacity, u"full"_s);
    const Result<QString> full = world.hub.submit(bob, StartPipeline{u"demo"_s, {}});
    QVERIFY(!full);
    (void)world.hub.submit(scheduleActor(), StartPipeline{u"demo"_s, {}}); // said of the schedule
    Q_EMIT world.hub.turnedAway(bob, u"POST /api/reload"_s);
    world.entries.removeIf([](const EventEntry &entry) { return entry.what == "started"_L1; });
    QCOMPARE(world.take(),
             (QStringList{u"forbidden by bob: a request was refused: this needs the role 'admin'; bob has 'operator'"_s,
                          u"refused by bob: Demo was not started: "_s + full.error().message,
                          u"forbidden by bob: a request was refused: POST /api/reload"_s}));
}

// A Command that fails what it is about is not told of a second time.
void EventsTest::tellsOfAFailureOnce()
{
    World world;
    world.open();
    const Command start{u"1"_s, ann, StartComponent{u"db"_s}};
    QVERIFY(world.hub.submit(start));
    world.become(ComponentState::Error, u"no such file"_s, &start);
    world.hub.complete(start, u"db"_s, Error{ErrorCode::Internal, u"no such file"_s});
    QCOMPARE(world.take(), QStringList{u"failed by ann: Database failed: no such file"_s});
    const Command reload{u"2"_s, ann, ReloadConfiguration{}};
    QVERIFY(world.hub.submit(reload));
    (void)world.hub.record(ProblemOccurred{u"line 3: what"_s, u"reload"_s}, &reload);
    world.hub.complete(reload, {}, Error{ErrorCode::InvalidArgument, u"line 3: what"_s});
    QCOMPARE(world.take(),
             QStringList{u"reload_refused by ann: the configuration could not be reloaded: line 3: what"_s});
    const Command token{u"3"_s, ann, IssueToken{u"x"_s, 1min}};
    QVERIFY(world.hub.submit(token));
    world.entries.clear();
    world.hub.complete(token, {}, Error{ErrorCode::NotFound, u"there is no user 'x'"_s});
    QCOMPARE(world.take(),
             QStringList{u"request_failed by ann: a request could not be carried out: there is no user 'x'"_s});
}

void EventsTest::tellsOfLogins()
{
    World world;
    world.open();
    world.book.loginRefused(u"192.0.2.9"_s, false);
    QCOMPARE(world.entries.constLast().address, u"192.0.2.9"_s);
    QCOMPARE(world.take(), QStringList{u"login_refused by anonymous: a login from 192.0.2.9 was refused"_s});
}

// "one component that fails every second must not fill the table".
void EventsTest::joinsWhatFlaps()
{
    World world;
    world.open();
    const Timestamp first = world.clock.now();
    for (int second = 0; second < 100; ++second) {
        world.fail();
        world.clock.advance(1s);
    }
    world.clock.advance(2s);
    QSet<qint64> rows;
    for (const EventEntry &entry : std::as_const(world.entries))
        rows.insert(entry.number);
    QCOMPARE(rows.size(), 5);
    const EventEntry last = world.entries.constLast();
    QCOMPARE(last.times, 96);
    QVERIFY(last.time == first + 4s);
    QVERIFY(last.until == first + 99s);
    // Told again once a second at most.
    QVERIFY2(world.entries.size() <= 110, qPrintable(QString::number(world.entries.size())));
}

void EventsTest::aNewWindowHasOneEntryWhileItGoesOn()
{
    World world;
    world.open();
    const auto rowsOf = [&world](Milliseconds time) {
        world.entries.clear();
        QSet<qint64> rows;
        for (Milliseconds passed{0}; passed < time; passed += 1s) {
            world.fail();
            world.clock.advance(1s);
        }
        world.clock.advance(1s);
        for (const EventEntry &entry : std::as_const(world.entries))
            rows.insert(entry.number);
        return rows.size();
    };
    QCOMPARE(rowsOf(5min), 5 + 2); // of the windows after the first
    const auto day = rowsOf(24h);
    QVERIFY2(day >= 715 && day <= 725, qPrintable(QString::number(day))); // one each two minutes
    world.clock.advance(1h);
    QVERIFY(rowsOf(1s) == 1);
    world.clock.advance(1h);
    QCOMPARE(rowsOf(5s), 5); // it had stopped
}

void EventsTest::othersAreNotJoined()
{
    World world;
    world.open();
    for (int time = 0; time < 20; ++time)
        world.fail();
    world.entries.clear();
    world.become(ComponentState::Stopped, u"stopped by ann"_s);
    Component other;
    other.id = u"web"_s;
    other.name = u"Web"_s;
    (void)world.hub.record(ComponentChanged{other});
    other.state = ComponentState::Error;
    (void)world.hub.record(ComponentChanged{other});
    QCOMPARE(world.told().size(), 2);
}

void EventsTest::aFloodOfDifferentThingsIsJoined()
{
    World world;
    world.open();
    for (int address = 0; address < 10'000; ++address)
        world.book.loginRefused(u"2001:db8::%1"_s.arg(address, 0, 16), false);
    world.clock.advance(2s);
    QSet<qint64> rows;
    for (const EventEntry &entry : std::as_const(world.entries))
        rows.insert(entry.number);
    QVERIFY2(rows.size() <= EventPace::burst + 10, qPrintable(QString::number(rows.size())));
    world.entries.clear();
    world.fail(); // of another kind, and told
    QCOMPARE(world.told().size(), 1);
}

void EventsTest::numbersGrowWhateverTheClockSays()
{
    World world;
    world.clock.jump(-24h);
    const qint64 last = world.clock.now().time_since_epoch().count() + 1'000'000;
    world.book.begin({last, true, true, {}}, {});
    QCOMPARE(world.entries.constLast().number, last + 1);
    world.clock.jump(-10h);
    world.fail();
    QCOMPARE(world.entries.constLast().number, last + 2);
    QVERIFY(world.entries.constLast().time < world.entries.constFirst().time);
}

void EventsTest::operatorsAndAdminsMayRead()
{
    QVERIFY(policy::mayReadEvents(ann));
    QVERIFY(policy::mayReadEvents(bob));
    QCOMPARE(policy::mayReadEvents({u"vic"_s, Role::Viewer, {}, {}, {}}).error().code, ErrorCode::Forbidden);
    QCOMPARE(policy::mayReadEvents({u"nobody"_s, Role::None, {}, {}, {}}).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_events.moc"
