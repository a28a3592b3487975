// SPDX-License-Identifier: GPL-3.0-or-later
// Events and usual durations in the database (docs/model.md, "Events", "Usual durations").
#include "tests/core/storefixture.h"

#include <sys/mount.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

EventEntry entryAt(Timestamp time, const QString &what = u"failed"_s, const QString &subject = u"db"_s)
{
    EventEntry entry;
    entry.number = time.time_since_epoch().count();
    entry.time = time;
    entry.until = time;
    entry.kind = EventEntry::Kind::Component;
    entry.what = what;
    entry.subject = subject;
    entry.name = u"Database"_s;
    entry.actor = u"ann"_s;
    entry.dialect = u"sutra"_s;
    entry.address = u"192.0.2.7"_s;
    entry.detail = u"exit status 3"_s;
    entry.text = u"Database failed: exit status 3"_s;
    return entry;
}

QStringList whats(const EventsPage &page)
{
    QStringList texts;
    for (const EventEntry &entry : page.entries)
        texts.append(entry.what);
    return texts;
}

} // namespace

class StoreEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void keepsThemOverARestart();
    void aNewerOneOfTheSameNumberCounts();
    void filters_data();
    void filters();
    void timesHoldOverAChangeOfClocks();
    void pagesThatHoldOn();
    void forgetsByAge();
    void forgetsByCount();
    void answersSoonOfTheMost();
    void aFullDiskStopsNothing();
    void knowsHowTheLastRunEnded();
    void usualDurations();
    void usualDurationsOfOthers();

private:
    QString directory() const { return m_directory->path(); }
    static void tell(StoreRun &run, const EventEntry &entry) { (void)run.hub.record(EventHappened{entry}); }
    static void follow(StoreRun &run) { connect(&run.hub, &Hub::changed, &run.store, &Store::changed); }
    // The writer has done its work of a minute when what follows it is durable, and answered then.
    static void minute(StoreRun &run)
    {
        run.clock.advance(1min);
        QVERIFY(run.save(plainExecution(run.clock.now())));
        QCoreApplication::processEvents();
    }
    static EventsPage page(StoreRun &run, const EventsQuery &query = {}) { return run.page<EventsPage>(query); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void StoreEventsTest::keepsThemOverARestart()
{
    EventEntry entry;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        QCOMPARE(run.opened->events.lastNumber, 0);
        follow(run);
        entry = entryAt(run.clock.now());
        entry.isBad = true;
        entry.times = 3;
        entry.until += 5s;
        tell(run, entry);
        QVERIFY(page(run).entries == QList{entry}); // answered also before it is written
        EventEntry empty;
        empty.number = entry.number + 1;
        tell(run, empty);
    }
    StoreRun again(directory());
    QVERIFY(again.open());
    QCOMPARE(again.opened->events.lastNumber, entry.number + 1);
    const EventsPage kept = page(again);
    QCOMPARE(kept.entries.size(), 2);
    QVERIFY(kept.entries.constLast() == entry);
    QVERIFY(!kept.hasMore);
}

void StoreEventsTest::aNewerOneOfTheSameNumberCounts()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    EventEntry entry = entryAt(run.clock.now());
    tell(run, entry);
    QCOMPARE(page(run).entries.size(), 1);
    entry.times = 9;
    tell(run, entry);
    QVERIFY(page(run).entries == QList{entry});
}

void StoreEventsTest::filters_data()
{
    QTest::addColumn<EventsQuery>("query");
    QTest::addColumn<QStringList>("found");
    const Timestamp start = FakeClock().now();
    const auto row = [](const char *name, const auto &edit, const QStringList &found) {
        EventsQuery query;
        edit(query);
        QTest::newRow(name) << query << found;
    };
    const QStringList all{u"started"_s, u"flaps"_s, u"login_refused"_s, u"failed"_s};
    row("all", [](EventsQuery &) {}, all);
    row("from", [&](EventsQuery &query) { query.from = start + 20s; }, {u"started"_s, u"flaps"_s});
    row("to", [&](EventsQuery &query) { query.to = start + 10s; }, {u"flaps"_s, u"login_refused"_s, u"failed"_s});
    row("within one that went on", [&](EventsQuery &query) { query.from = query.to = start + 25s; }, {u"flaps"_s});
    row("kinds", [](EventsQuery &query) { query.kinds = {EventEntry::Kind::Client, EventEntry::Kind::Server}; },
        {u"started"_s, u"login_refused"_s});
    row("subject", [](EventsQuery &query) { query.subject = u"web"_s; }, {u"flaps"_s});
    row("person", [](EventsQuery &query) { query.actor = u"server"_s; }, {u"started"_s});
    row("text", [](EventsQuery &query) { query.text = u"STATUS 3"_s; }, {u"flaps"_s, u"failed"_s});
    row("text, without wildcards", [](EventsQuery &query) { query.text = u"%"_s; }, {});
    row("address", [](EventsQuery &query) { query.text = u"2001:db8"_s; }, {u"login_refused"_s});
    row("what went wrong", [](EventsQuery &query) { query.onlyBad = true; }, {u"failed"_s});
    row("several",
        [&](EventsQuery &query) {
            query.onlyBad = true;
            query.actor = u"server"_s;
        },
        {});
    row("none", [](EventsQuery &query) { query.limit = 0; }, {});
}

void StoreEventsTest::filters()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    const Timestamp start = run.clock.now();
    EventEntry failed = entryAt(start);
    failed.isBad = true;
    tell(run, failed);
    EventEntry login = entryAt(start + 5s, u"login_refused"_s);
    login.kind = EventEntry::Kind::Client;
    login.subject = login.address = u"2001:db8::1"_s;
    login.text = u"a login was refused"_s;
    tell(run, login);
    EventEntry flaps = entryAt(start + 10s, u"flaps"_s, u"web"_s);
    flaps.until = start + 30s;
    flaps.times = 20;
    tell(run, flaps);
    EventEntry started = entryAt(start + 40s, u"started"_s);
    started.kind = EventEntry::Kind::Server;
    started.actor = u"server"_s;
    started.text = u"the server started"_s;
    tell(run, started);
    QFETCH(EventsQuery, query);
    QTEST(whats(page(run, query)), "found");
}

// "Times are UTC": an hour that a local clock has twice is two hours, in the order in which they came.
void StoreEventsTest::timesHoldOverAChangeOfClocks()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    const auto at = [](const QString &text) { return *fromIso(text); };
    tell(run, entryAt(at(u"2026-10-25T02:30:00+02:00"_s), u"in summer time"_s));
    tell(run, entryAt(at(u"2026-10-25T02:30:00+01:00"_s), u"in winter time"_s));
    EventsQuery query;
    QCOMPARE(whats(page(run, query)), (QStringList{u"in winter time"_s, u"in summer time"_s}));
    query.from = at(u"2026-10-25T02:00:00+02:00"_s);
    query.to = at(u"2026-10-25T02:59:59+02:00"_s);
    QCOMPARE(whats(page(run, query)), QStringList{u"in summer time"_s});
    query.from = at(u"2026-10-25T02:00:00+01:00"_s);
    query.to = at(u"2026-10-25T04:00:00+01:00"_s);
    QCOMPARE(whats(page(run, query)), QStringList{u"in winter time"_s});
    // "Between 2 and 4" of that night has three hours.
    query.from = at(u"2026-10-25T02:00:00+02:00"_s);
    QCOMPARE(page(run, query).entries.size(), 2);
    // A clock that is set back changes no order.
    EventEntry late = entryAt(at(u"2026-10-24T00:00:00Z"_s), u"after the clock was set back"_s);
    late.number = at(u"2026-10-26T00:00:00Z"_s).time_since_epoch().count();
    tell(run, late);
    QCOMPARE(whats(page(run)).constFirst(), u"after the clock was set back"_s);
}

void StoreEventsTest::pagesThatHoldOn()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    const Timestamp start = run.clock.now();
    for (int number = 0; number < 25; ++number)
        tell(run, entryAt(start + number * 1s, QString::number(number)));
    EventsQuery query;
    query.limit = 10;
    QStringList seen;
    for (int pages = 0; pages < 3; ++pages) {
        const EventsPage part = page(run, query);
        QCOMPARE(part.hasMore, pages < 2);
        seen += whats(part);
        query.before = part.entries.constLast().number;
        tell(run, entryAt(start + 1h + pages * 1s, u"meanwhile"_s)); // moves no page
    }
    QCOMPARE(seen.size(), 25);
    QCOMPARE(seen.constFirst(), u"24"_s);
    QCOMPARE(seen.constLast(), u"0"_s);
    query.before.reset();
    query.limit = 1000;
    query.mostBytes = 2000;
    const EventsPage part = page(run, query);
    QVERIFY(part.hasMore && part.entries.size() > 2 && part.entries.size() < 10);
    query.mostBytes = 1;
    QCOMPARE(page(run, query).entries.size(), 1);
}

void StoreEventsTest::forgetsByAge()
{
    Retention retention;
    retention.events = 24h;
    StoreRun run(directory(), retention);
    QVERIFY(run.open());
    follow(run);
    tell(run, entryAt(run.clock.now(), u"old"_s));
    EventEntry flaps = entryAt(run.clock.now() + 1s, u"went on"_s);
    flaps.until += 20h;
    tell(run, flaps);
    run.clock.advance(25h);
    tell(run, entryAt(run.clock.now(), u"new"_s));
    minute(run);
    minute(run);
    QCOMPARE(whats(page(run)), (QStringList{u"new"_s, u"went on"_s}));
    // A clock that was just set to another year forgets nothing.
    run.clock.jump(24h * 365);
    minute(run);
    minute(run);
    QCOMPARE(page(run).entries.size(), 2);
    run.clock.advance(2 * Store::clockProbation);
    minute(run);
    minute(run);
    QCOMPARE(page(run).entries.size(), 0);
}

void StoreEventsTest::forgetsByCount()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    const Timestamp start = run.clock.now() - 1h;
    for (int number = 0; number < 100'500; ++number) {
        tell(run, entryAt(start + Milliseconds(number)));
        if (number % 5000 == 0)
            page(run, EventsQuery{.limit = 0}); // no more wait than are kept when the disk is full
    }
    page(run, EventsQuery{.limit = 0});
    minute(run);
    const auto count = [this] { return column(directory(), u"SELECT count(*) FROM events"_s).constFirst().toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 100'000, patience);
    QVERIFY(page(run).entries.constFirst() == entryAt(start + 100'499ms));
}

// "bounded answer": of the most that are kept, also what is found nowhere.
void StoreEventsTest::answersSoonOfTheMost()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    const Timestamp start = run.clock.now() - 1h;
    for (int number = 0; number < 100'000; ++number) {
        tell(run, entryAt(start + Milliseconds(number), u"failed"_s, QString::number(number)));
        if (number % 5000 == 0)
            page(run, EventsQuery{.limit = 0});
    }
    page(run, EventsQuery{.limit = 0});
    const qint64 begun = test::processorTime();
    QCOMPARE(page(run, EventsQuery{.text = u"nowhere"_s}).entries.size(), 0);
    const qint64 between = test::processorTime();
    const qint64 searched = between - begun;
    QCOMPARE(page(run).entries.size(), 100);
    const qint64 newest = test::processorTime() - between;
    qInfo("of 100 000 events: searched in %lld ms, the newest in %lld ms", searched, newest);
    QVERIFY2(searched < 500, qPrintable(QString::number(searched)));
    QVERIFY2(newest < 500, qPrintable(QString::number(newest)));
}

void StoreEventsTest::aFullDiskStopsNothing()
{
    if (::mount("tmpfs", QFile::encodeName(directory()).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("a small disk needs the right to mount one");
    const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(directory()).constData(), MNT_DETACH); });
    StoreRun run(directory());
    QVERIFY(run.open());
    follow(run);
    QFile ballast(directory() + u"/ballast"_s);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(4096, 'x')) == 4096) {
    }
    const Timestamp start = run.clock.now();
    for (int number = 0; number < 3000; ++number)
        tell(run, entryAt(start + Milliseconds(number)));
    QVERIFY(page(run).entries.size() < 100); // answered from what could be written
    QCOMPARE(run.problems.size(), 1);
    ballast.close();
    QVERIFY(ballast.remove());
    run.clock.advance(1min);
    QTRY_COMPARE_WITH_TIMEOUT(page(run, EventsQuery{.limit = 5000}).entries.size(), 3000, patience);
    run.store.close(&run.context, [] {});
}

void StoreEventsTest::knowsHowTheLastRunEnded()
{
    const auto told = [this](const QString &what, Milliseconds later) {
        StoreRun run(directory());
        QVERIFY(run.open());
        follow(run);
        EventEntry entry = entryAt(run.clock.now() + later, what);
        entry.kind = EventEntry::Kind::Server;
        tell(run, entry);
        QVERIFY(run.save(plainExecution(run.clock.now())));
    };
    const auto before = [this] {
        StoreRun run(directory());
        return run.open() ? run.opened->events : EventsBefore{};
    };
    QVERIFY(!before().hasRun);
    told(u"started"_s, 0s);
    QVERIFY(before().hasRun && !before().hasEnded);
    QVERIFY(before().lastSign == FakeClock().now());
    told(u"stopped"_s, 1s);
    QVERIFY(before().hasRun && before().hasEnded);
    told(u"started"_s, 2s);
    QVERIFY(!before().hasEnded);
}

// "median and p90 of the last 30 succeeded runs, for the whole and per node".
void StoreEventsTest::usualDurations()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const auto save = [&run](int seconds, ExecutionState state, const QString &retryOf = {},
                             const QString &catalogueId = u"demo"_s) {
        run.clock.advance(1min);
        Execution execution = plainExecution(run.clock.now(), state);
        execution.catalogueId = catalogueId;
        execution.startedAt = execution.createdAt + 500ms;
        execution.endedAt = *execution.startedAt + std::chrono::seconds(seconds);
        execution.retryOf = retryOf;
        Task task;
        task.executionId = execution.id;
        task.nodeId = u"a"_s;
        task.state = state;
        task.startedAt = execution.startedAt;
        task.endedAt = *task.startedAt + seconds * 500ms;
        QVERIFY(run.save(execution, {task}));
    };
    const auto ask = [&run] {
        return run.page<UsualDurations>(UsualDurationQuery{ExecutionKind::Pipeline, u"demo"_s, {}});
    };
    QVERIFY(ask().whole == UsualDuration{} && ask().nodes.isEmpty());
    save(7, ExecutionState::Succeeded);
    QVERIFY(ask().whole == (UsualDuration{7s, 7s, 1}));
    for (int number = 0; number < 20; ++number)
        save(1000, ExecutionState::Succeeded); // pushed out by those that follow
    for (int seconds = 30; seconds >= 1; --seconds)
        save(seconds, ExecutionState::Succeeded);
    save(5000, ExecutionState::Failed);
    save(5000, ExecutionState::Succeeded, u"other"_s); // had results of another one
    save(5000, ExecutionState::Succeeded, {}, u"other"_s);
    const UsualDurations usual = ask();
    QVERIFY(usual.whole == (UsualDuration{15s, 27s, 30}));
    QCOMPARE(usual.nodes.size(), 1);
    QVERIFY(usual.nodes.value(u"a"_s) == (UsualDuration{7500ms, 13500ms, 30}));
}

void StoreEventsTest::usualDurationsOfOthers()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    for (const QString &name : {u"sweep"_s, u"other"_s}) {
        Execution execution = plainExecution(run.clock.now());
        execution.kind = ExecutionKind::Experiment;
        execution.name = name;
        execution.startedAt = execution.createdAt;
        execution.endedAt = execution.createdAt + (name == u"sweep"_s ? 4s : 9s);
        QVERIFY(run.save(execution));
    }
    const auto usual = [&run](ExecutionKind kind) {
        return run.page<UsualDurations>(UsualDurationQuery{kind, {}, u"sweep"_s}).whole;
    };
    QVERIFY(usual(ExecutionKind::Experiment) == (UsualDuration{4s, 4s, 1}));
    QVERIFY(usual(ExecutionKind::Process) == UsualDuration{});
    // An index gives the newest runs; nothing else of the history is read.
    const QVariantList plan =
        column(directory(),
               u"EXPLAIN QUERY PLAN SELECT id,started,ended FROM executions WHERE state='succeeded' AND kind='pipeline'"
               " AND catalogue='demo' AND (CASE catalogue WHEN '' THEN name ELSE '' END)='' ORDER BY created DESC"_s,
               {}, 3);
    QCOMPARE(plan.size(), 1);
    QVERIFY2(plan.constFirst().toString().contains(u"executions_usual"_s), qPrintable(plan.constFirst().toString()));
}

QTEST_GUILESS_MAIN(StoreEventsTest)
#include "tst_storeevents.moc"
