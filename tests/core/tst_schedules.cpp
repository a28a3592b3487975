// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/scheduleboard.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Accepts Commands, and completes those about components when it is told to. What is started runs until it is ended.
class Accepting final : public CommandHandler
{
public:
    explicit Accepting(Hub &hub) : m_hub(hub) {}

    Result<QString> handle(const Command &command) override
    {
        if (schedules
            && (std::holds_alternative<RunScheduleNow>(command.body)
                || std::holds_alternative<EnableSchedule>(command.body)
                || std::holds_alternative<DisableSchedule>(command.body)))
            return schedules->handle(command);
        commands.append(command);
        Execution execution;
        if (const auto *pipeline = std::get_if<StartPipeline>(&command.body))
            execution.scheduleId = pipeline->scheduleId;
        else if (const auto *process = std::get_if<StartProcess>(&command.body))
            execution.scheduleId = process->scheduleId;
        else
            return u"component"_s;
        execution.id = u"e%1"_s.arg(++m_count);
        execution.kind =
            std::holds_alternative<StartPipeline>(command.body) ? ExecutionKind::Pipeline : ExecutionKind::Process;
        execution.owner = command.actor.user;
        execution.dialect = command.actor.dialect;
        execution.state = ExecutionState::Running;
        (void)m_hub.record(ExecutionChanged{execution}, &command);
        if (endsAtOnce)
            end(execution.id, ExecutionState::Failed);
        m_hub.complete(command, execution.id);
        return execution.id;
    }

    void end(const QString &id, ExecutionState state = ExecutionState::Succeeded)
    {
        Execution execution = *m_hub.snapshot().execution(id);
        execution.state = state;
        execution.error = state == ExecutionState::Failed ? u"exit status 1"_s : QString();
        (void)m_hub.record(ExecutionChanged{execution});
    }

    ScheduleBoard *schedules = nullptr;
    bool endsAtOnce = false;
    QList<Command> commands;

private:
    Hub &m_hub;
    int m_count = 0;
};

ScheduleConfig cron(const QString &line, const QString &id = u"s"_s)
{
    ScheduleConfig config;
    config.id = id;
    config.name = id;
    config.cron = line;
    config.timezone = u"UTC"_s;
    config.pipeline = u"p"_s;
    return config;
}

ScheduleConfig every(Milliseconds time, const QString &id = u"s"_s)
{
    ScheduleConfig config = cron({}, id);
    config.timezone.clear();
    config.every = time;
    return config;
}

// A board that was started at 2025-10-17T05:00:00Z.
struct World
{
    explicit World(const QList<ScheduleConfig> &schedules, const QList<ScheduleRecord> &kept = {})
    {
        handler.schedules = &board;
        hub.setHandler(&handler);
        ServerInfo server;
        server.capacity = 100;
        (void)hub.record(ServerChanged{server});
        Catalogue catalogue;
        catalogue.pipelines.append(Pipeline{});
        catalogue.pipelines.last().id = u"p"_s;
        catalogue.processes.append(ProcessDefinition{});
        catalogue.processes.last().name = u"tidy"_s;
        catalogue.processes.last().role = Role::Admin;
        (void)hub.record(CatalogueChanged{catalogue});
        Component component;
        component.id = u"c"_s;
        (void)hub.record(ComponentChanged{component});
        QObject::connect(&hub, &Hub::changed, &hub, [this](const Change &change) { changes.append(change); });
        board.restore(kept);
        board.applyConfig(schedules);
        board.start();
    }

    const Schedule &schedule(const QString &id = u"s"_s) const { return *hub.snapshot().schedule(id); }
    QString last() const
    {
        const auto &run = schedule().record.last;
        return run ? toString(run->outcome) : u"none"_s;
    }
    QString leftOut() const
    {
        const auto &run = schedule().record.leftOut;
        return run ? toString(run->outcome) : u"none"_s;
    }
    QString next() const { return schedule().nextAt ? toIsoSeconds(*schedule().nextAt) : u"none"_s; }
    qsizetype begun() const { return handler.commands.size(); }
    Result<QString> submit(CommandBody body, const Actor &actor)
    {
        return hub.submit(actor, std::move(body), &hub,
                          [this](const CommandOutcome &outcome) { outcomes.append(outcome); });
    }

    FakeClock clock;
    Ids ids;
    Hub hub{clock, ids};
    QStringList closed;
    ScheduleBoard board{hub, [this](const QString &id) { closed.append(id); }};
    Accepting handler{hub};
    QList<Change> changes;
    QList<CommandOutcome> outcomes;
};

const Actor admin{u"ann"_s, Role::Admin, u"sutra"_s, {}};
const Actor person{u"bob"_s, Role::Operator, u"sutra"_s, {}};

} // namespace

// docs/model.md, "Schedules".
class SchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAsItsOwnActor();
    void callsGetNoInput();
    void everySoOften();
    void tellsHowRunsEnd_data();
    void tellsHowRunsEnd();
    void whatEndsAtOnceHasEnded();
    void actsOnComponents();
    void actsOnAllInstances();
    void refusalsAreItsOutcome();
    void overlapSkips();
    void overlapQueuesOne();
    void overlapBegins();
    void missed_data();
    void missed();
    void aRunThatTheEndOfTheServerInterrupted();
    void anotherPlanMissedNothing();
    void whatWasOffMissedNothing();
    void aClockThatIsSetForwardIsNoStorm();
    void aClockThatIsSetBackRepeatsNothing();
    void aClockThatWasFarAheadIsNoEnd();
    void everyKeepsItsDistanceWhateverTheClockSays();
    void aServerThatStoodStillBeginsOne();
    void pausesAreKept();
    void pausesGiveWayToTheConfiguration();
    void peopleRunThem();
    void reloadsTouchNoRuns();
    void stopsForGood();
    void aThousandWaitWithOneTimer();
};

void SchedulesTest::beginsAsItsOwnActor()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.params = QJsonObject{{u"month"_s, u"may"_s}};
    World world({config});
    QCOMPARE(world.next(), u"2025-10-17T05:05:00Z"_s);
    QCOMPARE(world.schedule().plan, u"*/5 * * * * UTC"_s);
    world.clock.advance(5min - 1ms);
    QCOMPARE(world.begun(), 0);
    world.clock.advance(1ms);
    QCOMPARE(world.begun(), 1);
    QCOMPARE(world.handler.commands.first().actor, scheduleActor());
    const auto start = std::get<StartPipeline>(world.handler.commands.first().body);
    QCOMPARE(start.params, (QJsonObject{{u"month"_s, u"may"_s}}));
    QCOMPARE(world.hub.snapshot().execution(u"e1"_s)->scheduleId, u"s"_s);
    QCOMPARE(world.schedule().running, QStringList{u"e1"_s});
    QCOMPARE(world.last(), u"running"_s);
    QCOMPARE(toIsoSeconds(world.schedule().record.last->due), u"2025-10-17T05:05:00Z"_s);
    QCOMPARE(world.next(), u"2025-10-17T05:10:00Z"_s);
    world.handler.end(u"e1"_s);
    world.clock.advance(15min);
    QCOMPARE(world.begun(), 2); // e2 still goes on
    QVERIFY(world.closed.isEmpty());
}

void SchedulesTest::callsGetNoInput()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.pipeline.clear();
    config.process = u"tidy"_s;
    config.params = QStringList{u"-v"_s};
    World world({config});
    world.clock.advance(5min);
    QCOMPARE(std::get<StartProcess>(world.handler.commands.first().body).params, QStringList{u"-v"_s});
    QCOMPARE(world.closed, QStringList{u"e1"_s});
}

void SchedulesTest::everySoOften()
{
    World world({every(10s)});
    QCOMPARE(world.next(), u"2025-10-17T05:00:10Z"_s);
    for (int i = 1; i <= 5; ++i) {
        world.clock.advance(10s);
        QCOMPARE(world.begun(), i);
        world.handler.end(u"e%1"_s.arg(i));
    }
}

void SchedulesTest::tellsHowRunsEnd_data()
{
    QTest::addColumn<ExecutionState>("state");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("succeeded") << ExecutionState::Succeeded << u"succeeded"_s;
    QTest::newRow("failed") << ExecutionState::Failed << u"failed"_s;
    QTest::newRow("cancelled") << ExecutionState::Cancelled << u"cancelled"_s;
    QTest::newRow("interrupted") << ExecutionState::Interrupted << u"interrupted"_s;
}

void SchedulesTest::tellsHowRunsEnd()
{
    QFETCH(ExecutionState, state);
    World world({cron(u"*/5 * * * *"_s)});
    world.clock.advance(5min + 7s);
    world.handler.end(u"e1"_s, state);
    QTEST(world.last(), "outcome");
    QVERIFY(world.schedule().running.isEmpty());
    const ScheduleRun run = *world.schedule().record.last;
    QCOMPARE(toIsoSeconds(*run.endedAt), u"2025-10-17T05:05:07Z"_s);
    QCOMPARE(run.executionId, u"e1"_s);
    QCOMPARE(run.text, state == ExecutionState::Failed ? u"exit status 1"_s : QString());
}

void SchedulesTest::whatEndsAtOnceHasEnded()
{
    World world({cron(u"*/5 * * * *"_s)});
    world.handler.endsAtOnce = true;
    world.clock.advance(5min);
    QCOMPARE(world.last(), u"failed"_s);
    QVERIFY(world.schedule().running.isEmpty());
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 2);
}

void SchedulesTest::actsOnComponents()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.pipeline.clear();
    config.component = u"c"_s;
    config.action = ComponentAction::Restart;
    World world({config});
    world.clock.advance(5min);
    QCOMPARE(std::get<RestartComponent>(world.handler.commands.first().body).id, u"c"_s);
    QCOMPARE(world.schedule().running, QStringList{u"c"_s});
    world.hub.complete(world.handler.commands.first(), u"c"_s);
    QCOMPARE(world.last(), u"succeeded"_s);
    world.clock.advance(5min);
    world.hub.complete(world.handler.commands.last(), u"c"_s, Error{ErrorCode::Internal, u"exit status 3"_s});
    QCOMPARE(world.last(), u"failed"_s);
    QCOMPARE(world.schedule().record.last->text, u"exit status 3"_s);
    QVERIFY(world.schedule().running.isEmpty());
}

void SchedulesTest::actsOnAllInstances()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.pipeline.clear();
    config.component = u"web"_s;
    config.action = ComponentAction::Stop;
    World world({config});
    for (const QString &id : {u"web@1"_s, u"web@2"_s}) {
        Component instance;
        instance.id = id;
        instance.instanceOf = u"web"_s;
        (void)world.hub.record(ComponentChanged{instance});
    }
    world.clock.advance(5min);
    QCOMPARE(std::get<StopComponents>(world.handler.commands.first().body).ids, (QStringList{u"web@1"_s, u"web@2"_s}));
    QCOMPARE(world.schedule().running, QStringList{u"web"_s});
}

// "Refusals … are the outcome of the run, with their text".
void SchedulesTest::refusalsAreItsOutcome()
{
    World world({cron(u"*/5 * * * *"_s)});
    (void)world.hub.record(ModeChanged{Mode::Maintenance});
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 0);
    QCOMPARE(world.last(), u"refused"_s);
    QCOMPARE(world.schedule().record.last->text, u"Pipelines unavailable while maintenance mode is active."_s);
    (void)world.hub.record(ModeChanged{Mode::Normal});
    ServerInfo full = world.hub.snapshot().server;
    full.capacity = 0;
    (void)world.hub.record(ServerChanged{full});
    world.clock.advance(5min);
    QVERIFY(world.schedule().record.last->text.startsWith(u"Too many pipeline execution requests in progress."_s));
    QCOMPARE(world.next(), u"2025-10-17T05:15:00Z"_s);
    full.capacity = 1;
    (void)world.hub.record(ServerChanged{full});
    world.clock.advance(5min);
    QCOMPARE(world.last(), u"running"_s);
}

void SchedulesTest::overlapSkips()
{
    World world({cron(u"*/5 * * * *"_s)});
    world.clock.advance(10min);
    QCOMPARE(world.begun(), 1);
    QCOMPARE(world.leftOut(), u"skipped"_s);
    QCOMPARE(toIsoSeconds(world.schedule().record.leftOut->due), u"2025-10-17T05:10:00Z"_s);
    QCOMPARE(world.schedule().record.leftOut->text, u"a run before it still goes on"_s);
    QCOMPARE(world.last(), u"running"_s); // what is told of that run stays
    world.handler.end(u"e1"_s);
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 2);
}

void SchedulesTest::overlapQueuesOne()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.overlap = OverlapRule::Queue;
    World world({config});
    world.clock.advance(10min);
    QCOMPARE(world.begun(), 1);
    QVERIFY(world.schedule().isWaiting);
    QCOMPARE(world.leftOut(), u"none"_s);
    world.clock.advance(5min);
    QCOMPARE(world.leftOut(), u"skipped"_s);
    world.handler.end(u"e1"_s);
    QCOMPARE(world.begun(), 2);
    QVERIFY(!world.schedule().isWaiting);
    QCOMPARE(toIsoSeconds(world.schedule().record.last->due), u"2025-10-17T05:10:00Z"_s);
    world.handler.end(u"e2"_s);
    QCOMPARE(world.begun(), 2);
}

void SchedulesTest::overlapBegins()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.overlap = OverlapRule::Parallel;
    World world({config});
    world.clock.advance(15min);
    QCOMPARE(world.begun(), 3);
    QCOMPARE(world.schedule().running.size(), 3);
    world.handler.end(u"e1"_s);
    QCOMPARE(world.last(), u"running"_s); // the newest is told of
    world.handler.end(u"e3"_s, ExecutionState::Failed);
    QCOMPARE(world.last(), u"failed"_s);
    QCOMPARE(world.schedule().running, QStringList{u"e2"_s});
}

// The server was down from `handled` to 2025-10-17T05:00:00Z.
void SchedulesTest::missed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("handled");
    QTest::addColumn<MissedRule>("rule");
    QTest::addColumn<Milliseconds>("window");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("leftOut");
    const auto row = [](const char *name, const char *line, const char *handled, MissedRule rule, Milliseconds window,
                        const char *last, const char *leftOut) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(handled) << rule << window
                            << QString::fromLatin1(last) << QString::fromLatin1(leftOut);
    };
    const Milliseconds day = 24h;
    row("none", "0 4 * * *", "2025-10-17T04:00:00Z", MissedRule::Once, day, "none", "none");
    row("skip", "0 4 * * *", "2025-10-16T04:00:00Z", MissedRule::Skip, day, "none", "missed");
    row("once", "0 4 * * *", "2025-10-16T04:00:00Z", MissedRule::Once, day, "2025-10-17T04:00:00Z", "none");
    row("once of many", "*/14 4 * * *", "2023-10-16T04:00:00Z", MissedRule::Once, day, "2025-10-17T04:56:00Z", "none");
    row("in the window", "0 4 * * *", "2025-10-16T04:00:00Z", MissedRule::Once, 1h, "2025-10-17T04:00:00Z", "none");
    row("beyond it", "0 4 * * *", "2025-10-16T04:00:00Z", MissedRule::Once, 1h - 1ms, "none", "missed");
    row("a minute ago is in time", "59 4 * * *", "2025-10-16T04:59:00Z", MissedRule::Skip, day, "2025-10-17T04:59:00Z",
        "none");
    row("long ago", "0 0 29 2 *", "2019-10-16T04:00:00Z", MissedRule::Once, day, "none", "missed");
    row("every", "", "2025-10-17T04:11:30Z", MissedRule::Once, day, "2025-10-17T04:51:30Z", "none");
}

void SchedulesTest::missed()
{
    QFETCH(QString, line);
    QFETCH(QString, handled);
    QFETCH(MissedRule, rule);
    QFETCH(Milliseconds, window);
    QFETCH(QString, last);
    ScheduleConfig config = line.isEmpty() ? every(20min) : cron(line);
    config.missed = rule;
    config.missedWindow = window;
    ScheduleRecord record;
    record.scheduleId = u"s"_s;
    record.plan = Timetable::of(config).text();
    record.handled = *fromIso(handled);
    World world({config}, {record});
    const std::optional<ScheduleRun> run = world.schedule().record.last;
    QCOMPARE(run ? toIsoSeconds(run->due) : u"none"_s, last);
    QTEST(world.leftOut(), "leftOut");
    QCOMPARE(world.begun(), last == u"none"_s ? 0 : 1);
    QVERIFY(*world.schedule().nextAt > world.clock.now());
    if (line.isEmpty())
        QCOMPARE(world.next(), u"2025-10-17T05:11:30Z"_s); // and not twenty minutes from now on
    const ScheduleRecord then = world.schedule().record;
    World again({config}, {then});
    QCOMPARE(again.begun(), 0); // once
}

void SchedulesTest::aRunThatTheEndOfTheServerInterrupted()
{
    ScheduleRecord record;
    {
        World world({cron(u"*/5 * * * *"_s)});
        world.clock.advance(5min);
        record = world.schedule().record;
        QVERIFY(record.last->outcome == ScheduleOutcome::Running);
    }
    World world({cron(u"*/5 * * * *"_s)}, {record});
    QCOMPARE(world.last(), u"interrupted"_s);
    QVERIFY(world.schedule().running.isEmpty());
}

void SchedulesTest::anotherPlanMissedNothing()
{
    ScheduleConfig config = cron(u"0 4 * * *"_s);
    config.missed = MissedRule::Once;
    ScheduleRecord record;
    record.scheduleId = u"s"_s;
    record.plan = u"0 3 * * * UTC"_s;
    record.handled = *fromIso(u"2025-10-16T03:00:00Z"_s);
    World world({config}, {record});
    QCOMPARE(world.begun(), 0);
    QCOMPARE(world.leftOut(), u"none"_s);
}

void SchedulesTest::whatWasOffMissedNothing()
{
    ScheduleConfig config = cron(u"0 4 * * *"_s);
    config.enabled = false;
    World off({config});
    ScheduleRecord record = off.schedule().record;
    record.handled -= 48h;
    config.enabled = true;
    config.missed = MissedRule::Once;
    World on({config}, {record});
    QCOMPARE(on.begun(), 0);
    QCOMPARE(on.next(), u"2025-10-18T04:00:00Z"_s);
}

// "A clock that is set forward": what it jumped over was missed, and once is once.
void SchedulesTest::aClockThatIsSetForwardIsNoStorm()
{
    ScheduleConfig once = cron(u"*/5 * * * *"_s);
    once.missed = MissedRule::Once;
    World world({once, cron(u"*/5 * * * *"_s, u"other"_s)});
    world.clock.jump(72h + 2min);
    world.board.look();
    QCOMPARE(world.begun(), 1);
    QCOMPARE(world.schedule().running, QStringList{u"e1"_s});
    QVERIFY(world.schedule(u"other"_s).record.leftOut->outcome == ScheduleOutcome::Missed);
    QCOMPARE(world.next(), u"2025-10-20T05:05:00Z"_s);
    world.handler.end(u"e1"_s);
    world.clock.advance(3min);
    QCOMPARE(world.begun(), 3);
}

void SchedulesTest::aClockThatIsSetBackRepeatsNothing()
{
    World world({cron(u"5,10 5 * * *"_s), cron(u"*/5 * * * *"_s, u"often"_s)});
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 2);
    world.handler.end(u"e1"_s);
    world.handler.end(u"e2"_s);
    world.clock.jump(-30s); // less than a minute repeats nothing at all
    world.board.look();
    world.clock.advance(1min);
    QCOMPARE(world.begun(), 2);
    world.clock.jump(-1h); // 04:05:30
    world.board.look();
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 3); // 04:10, which goes on
    QCOMPARE(world.schedule(u"often"_s).running.size(), 1);
    QCOMPARE(world.next(), u"2025-10-17T05:10:00Z"_s); // 05:05 came already
    world.clock.advance(61min);
    QVERIFY(world.last() == u"running"_s);
    QCOMPARE(toIsoSeconds(world.schedule().record.last->due), u"2025-10-17T05:10:00Z"_s);
}

void SchedulesTest::aClockThatWasFarAheadIsNoEnd()
{
    World world({cron(u"*/5 * * * *"_s)});
    world.clock.jump(24h * 365);
    world.board.look();
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 1);
    world.handler.end(u"e1"_s);
    world.clock.jump(-24h * 365);
    world.board.look();
    QCOMPARE(world.next(), u"2025-10-17T05:10:00Z"_s);
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 2);

    ScheduleRecord ahead = world.schedule().record;
    ahead.handled += 24h * 365;
    World next({cron(u"*/5 * * * *"_s)}, {ahead});
    QCOMPARE(next.next(), u"2025-10-17T05:05:00Z"_s);
}

void SchedulesTest::everyKeepsItsDistanceWhateverTheClockSays()
{
    for (const Milliseconds by : {Milliseconds(50h), Milliseconds(-50h), Milliseconds(90s), Milliseconds(-90s)}) {
        World world({every(10min)});
        world.clock.advance(4min);
        world.clock.jump(by);
        world.board.look();
        QCOMPARE(world.begun(), 0);
        world.clock.advance(6min - 1ms);
        QCOMPARE(world.begun(), 0);
        world.clock.advance(1ms);
        QCOMPARE(world.begun(), 1);
        QCOMPARE(world.leftOut(), u"none"_s);
    }
    // Nobody else noticed: the timer goes off while the clock says that it is late by hours.
    World world({every(10min)});
    world.clock.jump(50h);
    world.clock.advance(10min);
    QCOMPARE(world.begun(), 1);
    QCOMPARE(world.leftOut(), u"none"_s);
}

void SchedulesTest::aServerThatStoodStillBeginsOne()
{
    World world({every(1s)});
    world.clock.jump(0ms);
    world.board.stop();
    ScheduleRecord record = world.schedule().record;
    record.handled -= 30s;
    World late({every(1s)}, {record});
    QCOMPARE(late.begun(), 1);
    QCOMPARE(late.leftOut(), u"none"_s);
}

void SchedulesTest::pausesAreKept()
{
    World world({cron(u"*/5 * * * *"_s)});
    QCOMPARE(*world.submit(DisableSchedule{u"s"_s}, person), u"s"_s);
    QCOMPARE(world.outcomes.size(), 1);
    QVERIFY(!world.outcomes.first().error);
    QVERIFY(!world.schedule().isEnabled);
    QCOMPARE(world.next(), u"none"_s);
    QCOMPARE(world.schedule().record.enabledBy, u"bob"_s);
    world.clock.advance(20min);
    QCOMPARE(world.begun(), 0);
    QCOMPARE(world.leftOut(), u"none"_s);

    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.missed = MissedRule::Once;
    ScheduleRecord kept = world.schedule().record;
    kept.handled -= 24h;
    World next({config}, {kept});
    QVERIFY(!next.schedule().isEnabled);
    QCOMPARE(next.next(), u"none"_s);
    QVERIFY(next.submit(EnableSchedule{u"s"_s}, person));
    QCOMPARE(next.begun(), 0); // what came in the pause was not missed
    QCOMPARE(next.next(), u"2025-10-17T05:05:00Z"_s);
    QVERIFY(!next.schedule().record.enabled);
    next.clock.advance(5min);
    QCOMPARE(next.begun(), 1);
}

void SchedulesTest::pausesGiveWayToTheConfiguration()
{
    ScheduleConfig off = cron(u"*/5 * * * *"_s);
    off.enabled = false;
    World world({off});
    QCOMPARE(world.next(), u"none"_s);
    QVERIFY(world.submit(EnableSchedule{u"s"_s}, person));
    QVERIFY(world.schedule().isEnabled);
    world.board.applyConfig({off});
    QVERIFY(world.schedule().isEnabled);
    world.board.applyConfig({cron(u"*/5 * * * *"_s)}); // says the same now
    QVERIFY(!world.schedule().record.enabled);
    world.clock.advance(12min);
    world.board.applyConfig({off});
    QVERIFY(!world.schedule().isEnabled);
    QCOMPARE(world.next(), u"none"_s);
    world.clock.advance(12min);
    world.board.applyConfig({cron(u"*/5 * * * *"_s)});
    QCOMPARE(world.next(), u"2025-10-17T05:25:00Z"_s);
}

void SchedulesTest::peopleRunThem()
{
    ScheduleConfig adminsOnly = cron(u"0 0 1 1 *"_s, u"tidy"_s);
    adminsOnly.pipeline.clear();
    adminsOnly.process = u"tidy"_s;
    World world({cron(u"0 0 1 1 *"_s), adminsOnly});
    QCOMPARE(*world.submit(RunScheduleNow{u"s"_s}, person), u"e1"_s);
    QCOMPARE(world.outcomes.size(), 1);
    QCOMPARE(world.outcomes.first().subject, u"e1"_s);
    QCOMPARE(world.hub.snapshot().execution(u"e1"_s)->owner, u"bob"_s);
    QCOMPARE(world.hub.snapshot().execution(u"e1"_s)->scheduleId, u"s"_s);
    QCOMPARE(world.schedule().record.last->user, u"bob"_s);
    QCOMPARE(world.next(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(world.submit(RunScheduleNow{u"s"_s}, person).error().code, ErrorCode::Conflict);
    world.handler.end(u"e1"_s);
    QVERIFY(world.submit(RunScheduleNow{u"s"_s}, person));
    // A schedule may start what its operator may not.
    QCOMPARE(world.submit(RunScheduleNow{u"tidy"_s}, person).error().code, ErrorCode::Forbidden);
    QVERIFY(world.submit(RunScheduleNow{u"tidy"_s}, admin));
    QCOMPARE(world.submit(RunScheduleNow{u"none"_s}, person).error().code, ErrorCode::NotFound);
    QCOMPARE(world.submit(RunScheduleNow{u"s"_s}, {u"eve"_s, Role::Viewer, {}, {}}).error().code, ErrorCode::Forbidden);
    QVERIFY(world.submit(DisableSchedule{u"s"_s}, person));
    world.handler.end(u"e2"_s);
    QVERIFY(world.submit(RunScheduleNow{u"s"_s}, person)); // paused is not forbidden
}

void SchedulesTest::reloadsTouchNoRuns()
{
    World world({cron(u"*/5 * * * *"_s), cron(u"*/5 * * * *"_s, u"gone"_s)});
    world.clock.advance(5min);
    QCOMPARE(world.begun(), 2);
    ScheduleConfig other = cron(u"*/7 * * * *"_s);
    world.board.applyConfig({cron(u"0 6 * * *"_s, u"new"_s), other});
    QVERIFY(!world.hub.snapshot().schedule(u"gone"_s));
    QVERIFY(std::any_of(world.changes.cbegin(), world.changes.cend(), [](const Change &change) {
        const auto *removed = std::get_if<ScheduleRemoved>(&change.body);
        return removed && removed->id == u"gone"_s;
    }));
    QCOMPARE(world.schedule().running.size(), 1);
    QCOMPARE(world.schedule().position, 1);
    QCOMPARE(world.next(), u"2025-10-17T05:07:00Z"_s);
    QCOMPARE(world.schedule(u"new"_s).nextAt, fromIso(u"2025-10-17T06:00:00Z"_s));
    world.handler.end(u"e1"_s);
    world.handler.end(u"e2"_s);
    QVERIFY(world.schedule().running.isEmpty());
    world.clock.advance(2min);
    QCOMPARE(world.begun(), 3);
    const qsizetype told = world.changes.size();
    world.board.applyConfig({cron(u"0 6 * * *"_s, u"new"_s), other});
    QCOMPARE(world.changes.size(), told); // nothing is new
}

void SchedulesTest::stopsForGood()
{
    ScheduleConfig config = cron(u"*/5 * * * *"_s);
    config.overlap = OverlapRule::Queue;
    World world({config});
    world.clock.advance(10min);
    QVERIFY(world.schedule().isWaiting);
    world.board.stop();
    world.handler.end(u"e1"_s, ExecutionState::Interrupted);
    QCOMPARE(world.last(), u"interrupted"_s);
    world.clock.advance(1h);
    QCOMPARE(world.begun(), 1);
    QCOMPARE(world.submit(RunScheduleNow{u"s"_s}, person).error().code, ErrorCode::Conflict);
}

void SchedulesTest::aThousandWaitWithOneTimer()
{
    QList<ScheduleConfig> configs;
    for (int i = 0; i < 1000; ++i)
        configs.append(cron(u"%1 %2 * * *"_s.arg(i % 60).arg(6 + i % 7), u"s%1"_s.arg(i)));
    World world(configs);
    QCOMPARE(world.clock.pending(), std::size_t(1));
    const qsizetype told = world.changes.size();
    world.clock.advance(1h - 1ms);
    QCOMPARE(world.changes.size(), told); // nothing happens before the first one comes
    QCOMPARE(world.clock.pending(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SchedulesTest)
#include "tst_schedules.moc"
