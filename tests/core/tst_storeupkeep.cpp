// SPDX-License-Identifier: GPL-3.0-or-later
// Samples and retention over hours and months of a fake clock.
#include "server/core/runtime/commandrouter.h"
#include "server/core/storage/historycommands.h"
#include "tests/core/storefixture.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

qint64 writtenBytes() // by this process so far
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("wchar: "))
            return line.mid(7).toLongLong();
    }
    return -1;
}

MetricsSample fullSample(Timestamp time, int step = 0)
{
    MetricsSample sample;
    sample.time = time;
    sample.totalConcepts = 1000 + step;
    sample.totalAssociations = 2000;
    sample.storageSizeMb = 12.5;
    sample.queriesPerSecond = 3.25;
    sample.averageLatencyMs = 0.5;
    sample.cpuPercent = step % 2 ? 100.0 : 0.0;
    sample.memoryPercent = 40;
    sample.clients = 7;
    sample.runningExecutions = 2;
    sample.components = {{u"storage"_s, {1, 50.0 + step % 2, 128.0}}, {u"index"_s, {2, 1.0, 2.0}}};
    return sample;
}

} // namespace

class StoreUpkeepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void keepsSamples();
    void recordsWhatTheHubSays();
    void answersOfComponents();
    void keepsFigures();
    void ticksOfManyAreWrittenTogether();
    void thinsWithAge();
    void joinsTenMinutesAtATime();
    void thinsToWhatWasAskedFor_data();
    void thinsToWhatWasAskedFor();
    void meansOfWhatIsJoined();
    void aMonthIsAnsweredSoon();
    void forgetsOldMinutes();
    void retainsByAge();
    void retainsByCount();
    void retainsByBytes();
    void forgetsOnlyItsOwnFolders();
    void deletesWhatSomebodyDeletes();
    void deletesWhatTheSnapshotForgot_data();
    void deletesWhatTheSnapshotForgot();
    void retriesWhatTheSnapshotForgot_data();
    void retriesWhatTheSnapshotForgot();
    void keepsProjects();
    void clockJumps();
    void aClockThatIsWrongAtTheStart();

private:
    QString directory() const { return m_directory->path(); }
    qlonglong rows(const QString &table) const
    {
        return column(directory(), u"SELECT count(*) FROM "_s + table).constFirst().toLongLong();
    }
    // Lets the reader do its work of each minute: a query is answered after it.
    void minute(StoreRun &run, int minutes = 1)
    {
        for (int number = 0; number < minutes; ++number) {
            run.page<HistoryPage>(HistoryQuery{{}, 1, 0});
            run.clock.advance(1min);
            run.page<HistoryPage>(HistoryQuery{{}, 1, 0});
        }
    }
    // Moves the clock; the writer has done its work when the save is answered.
    void pass(StoreRun &run, Milliseconds time)
    {
        run.clock.advance(time);
        QVERIFY(run.save(plainExecution(run.clock.now())));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void StoreUpkeepTest::keepsSamples()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    QList<MetricsSample> samples;
    for (int step = 0; step < 20; ++step) {
        samples.append(fullSample(start + step * 2s, step));
        run.store.record(samples.constLast());
        samples.last().components.clear(); // a query without a component id does not return these
    }
    // Samples are answered also before they are written.
    QVERIFY(run.page<SamplesPage>(SamplesQuery{start, start + 1h, 1000, {}}).samples == samples);
    QVERIFY(run.page<SamplesPage>(SamplesQuery{start + 2s, start + 4s, 1000, {}}).samples == samples.mid(1, 2));
    QVERIFY(run.page<SamplesPage>(SamplesQuery{start + 1h, start + 2h, 1000, {}}).samples.isEmpty());
    QCOMPARE(run.ask(SamplesQuery{start, start + 1h, 0, {}}).error().code, ErrorCode::InvalidArgument);
}

void StoreUpkeepTest::recordsWhatTheHubSays()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    connect(&run.hub, &Hub::changed, &run.store, &Store::changed);
    QVERIFY(run.hub.record(MetricsSampled{fullSample(run.clock.now())}));
    QVERIFY(run.hub.record(ModeChanged{Mode::Maintenance}));
    QCoreApplication::processEvents();
    QCOMPARE(rows(u"samples"_s), 0);
    run.clock.advance(10s); // a sample alone waits for a batch
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"samples"_s), 1, patience);
}

void StoreUpkeepTest::answersOfComponents()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    run.store.record(fullSample(start, 1));
    const auto samples = run.page<SamplesPage>(SamplesQuery{start, start, 10, u"storage"_s}).samples;
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.constFirst().cpuPercent, 51.0);
    QCOMPARE(samples.constFirst().memoryPercent, 128.0);
    QVERIFY(samples.constFirst().time == start);
    QVERIFY(run.page<SamplesPage>(SamplesQuery{start, start, 10, u"nobody"_s}).samples.isEmpty());
}

// Series by component and name; what was not told at a tick is a gap, and minutes have lowest and highest.
void StoreUpkeepTest::keepsFigures()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    const QString name = u"queue{name=\"a\"}"_s;
    const auto sampleAt = [&](int step) {
        MetricsSample sample = fullSample(start + step * 2s, step);
        sample.components[u"storage"_s].figures = {{u"b.c:rate"_s, step}, {name, -0.5 * step}};
        if (step == 1)
            sample.components[u"storage"_s].figures.remove(name);
        sample.components[u"index"_s].figures = {{name, 7.0}};
        return sample;
    };
    for (int step = 0; step < 60; ++step)
        run.store.record(sampleAt(step));
    const auto series = [&](const QString &id, const QString &figure) {
        return run.page<SamplesPage>(SamplesQuery{start, start + 5s, 1000, id, figure}).samples;
    };
    const auto valuesOf = [](const QList<MetricsSample> &samples) {
        QList<double> values;
        for (const MetricsSample &sample : samples)
            values.append(valueOf(metricInfo(SamplesQuery::figureMetric), sample));
        return values;
    };
    QCOMPARE(valuesOf(series(u"storage"_s, u"b.c:rate"_s)), (QList<double>{0.0, 1.0, 2.0}));
    QCOMPARE(valuesOf(series(u"storage"_s, name)), (QList<double>{0.0, -1.0}));
    QVERIFY(series(u"storage"_s, name).constLast().time == start + 4s);
    QCOMPARE(valuesOf(series(u"index"_s, name)), (QList<double>{7.0, 7.0, 7.0}));
    QVERIFY(series(u"storage"_s, u"nothing"_s).isEmpty());
    QVERIFY(series(u"nobody"_s, name).isEmpty());
    pass(run, 2h);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"figure_samples"_s), 0, patience);
    QCOMPARE(rows(u"figure_minutes"_s), 3 * 2);
    const auto minutes = run.page<SamplesPage>(SamplesQuery{start, start + 59s, 1000, u"storage"_s, name});
    QCOMPARE(valuesOf(minutes.samples), (QList<double>{-14.5, 0.0}));
}

// A tick of 2000 components is some 60 KiB of rows, which are written to the log and again to the file; a page of each
// component would be 8 MiB. Their series are read from there as those of the host are.
void StoreUpkeepTest::ticksOfManyAreWrittenTogether()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    MetricsSample sample = fullSample(run.clock.now());
    for (int number = 0; number < 2000; ++number)
        sample.components.insert(u"c%1"_s.arg(number), {number, number % 7 * 0.5, 100.0 + number});
    const auto write = [&](int ticks) {
        const qint64 before = writtenBytes();
        for (int tick = 0; tick < ticks; ++tick) {
            sample.time += 2s;
            run.store.record(sample);
            [&] { QVERIFY(run.save(plainExecution(sample.time))); }();
        }
        return writtenBytes() - before;
    };
    write(1); // gives the components their numbers
    if (writtenBytes() < 0)
        QSKIP("this kernel does not count what is written");
    const qint64 written = write(20) / 20;
    qInfo("%lld KiB are written for each tick", written / 1024);
    QVERIFY2(written > 0 && written < 512 * 1024, qPrintable(QString::number(written)));
    QCOMPARE(rows(u"component_samples"_s), 21 * 2002);
    const auto page = run.page<SamplesPage>(SamplesQuery{{}, sample.time, 1000, u"c1234"_s});
    QCOMPARE(page.samples.size(), 21);
    QCOMPARE(page.samples.constLast().memoryPercent, 1334.0);
}

void StoreUpkeepTest::thinsWithAge()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    for (int step = 0; step < 120 * 30; ++step) { // two hours
        run.store.record(fullSample(start + step * 2s, step));
        if (step % 200 == 199)
            QVERIFY(run.save(plainExecution(start)));
    }
    QCOMPARE(rows(u"samples"_s), 3600);
    pass(run, 2h - 1min);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"samples"_s), 1800, patience);
    QCOMPARE(rows(u"sample_minutes"_s), 60);
    QCOMPARE(rows(u"component_samples"_s), 2 * 1800);
    QCOMPARE(rows(u"component_minutes"_s), 2 * 60);
    QCOMPARE(column(directory(), u"SELECT cpu,cpu_low,cpu_high FROM sample_minutes LIMIT 1"_s), QVariantList{50.0});
    // The first minute in full: two points, the lowest and the highest of each figure.
    const auto first = run.page<SamplesPage>(SamplesQuery{start, start + 59s, 1000, {}}).samples;
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.at(0).totalConcepts, 1000);
    QCOMPARE(first.at(1).totalConcepts, 1029);
    QCOMPARE(first.at(1).cpuPercent, 100.0);
    QCOMPARE(first.at(1).clients, 7);
    const auto component = run.page<SamplesPage>(SamplesQuery{start, start + 59s, 1000, u"storage"_s}).samples;
    QCOMPARE(component.size(), 2);
    QCOMPARE(component.at(0).cpuPercent, 50.0);
    QCOMPARE(component.at(1).cpuPercent, 51.0);
}

// Also of more components than are joined at once, of one that came and went, and of one that has no number yet.
void StoreUpkeepTest::joinsTenMinutesAtATime()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now(); // a whole ten minutes
    constexpr int many = 450;
    for (int step = 0; step < 20; ++step) { // one a minute
        MetricsSample sample = fullSample(start + step * 1min, step);
        sample.components.clear();
        for (int number = 0; number < many; ++number)
            sample.components.insert(u"c%1"_s.arg(number), {number, double(number), 1.0});
        if (step == 5)
            sample.components.insert(u"guest"_s, {1, 7.0, 1.0, false, 1, 1, 1, 0, 0, {}, {{u"f"_s, 3.5}}});
        run.store.record(sample);
        if (step % 10 == 9)
            QVERIFY(run.save(plainExecution(start)));
    }
    const int all = 20 * many + 1;
    QCOMPARE(rows(u"component_samples"_s), all);
    pass(run, 69min + 59s);
    minute(run);
    const qint64 ticks = rows(u"samples"_s);
    QVERIFY2(ticks == 20 || ticks == 10, qPrintable(QString::number(ticks))); // the minute after is 70 min
    pass(run, 1min);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"samples"_s), 10, patience);
    QCOMPARE(rows(u"sample_minutes"_s), 10);
    QCOMPARE(rows(u"component_samples"_s), 10 * many);
    QCOMPARE(rows(u"component_minutes"_s), 10 * many + 1);
    QCOMPARE(rows(u"figure_samples"_s), 0);
    QCOMPARE(column(directory(), u"SELECT value FROM figure_minutes"_s), QVariantList{3.5});
    const auto series = [&](const QString &id) {
        return run.page<SamplesPage>(SamplesQuery{start, start + 1h, 1000, id}).samples;
    };
    QCOMPARE(series(u"guest"_s).size(), 1);
    QCOMPARE(series(u"c449"_s).size(), 20); // of minutes and of ticks
    QCOMPARE(series(u"c449"_s).constFirst().cpuPercent, 449.0);
}

void StoreUpkeepTest::thinsToWhatWasAskedFor_data()
{
    QTest::addColumn<int>("maxPoints");
    for (const int points : {1, 2, 3, 10, 999, 1000, 1919, 1920, 5000})
        QTest::newRow(qPrintable(QString::number(points))) << points;
}

void StoreUpkeepTest::thinsToWhatWasAskedFor()
{
    QFETCH(int, maxPoints);
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    for (int step = 0; step < 120 * 30; step += 1) {
        MetricsSample sample = fullSample(start + step * 2s, step);
        sample.components.clear();
        sample.cpuPercent = step == 1000 || step == 3000 ? 99.0 : 5.0; // 1000: in a joined minute, 3000: in a tick
        run.store.record(sample);
        if (step % 200 == 199)
            QVERIFY(run.save(plainExecution(start)));
    }
    pass(run, 2h - 1min);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"sample_minutes"_s), 60, patience);
    const auto page = run.page<SamplesPage>(SamplesQuery{{}, start + 1000h, maxPoints, {}});
    const auto samples = page.samples;
    QVERIFY2(samples.size() <= maxPoints, qPrintable(QString::number(samples.size())));
    QVERIFY(samples.size() * 4 >= std::min(maxPoints, 1920));
    const auto later = [](const MetricsSample &a, const MetricsSample &b) { return a.time < b.time; };
    QVERIFY(std::is_sorted(samples.cbegin(), samples.cend(), later));
    const auto isPeak = [](const MetricsSample &sample) { return sample.cpuPercent == 99.0; };
    QVERIFY(std::count_if(samples.cbegin(), samples.cend(), isPeak) >= (maxPoints < 10 ? 1 : 2));
    QVERIFY(maxPoints >= 1920 ? page.stretch == 1min : page.stretch >= 1min);
    const auto isLow = [&samples](qsizetype at) { return samples.at(at).cpuPercent <= samples.at(at + 1).cpuPercent; };
    QVERIFY(std::all_of(page.pairs.cbegin(), page.pairs.cend(), isLow));
    QCOMPARE(page.pairs.isEmpty(), maxPoints == 1);
}

// The mean of a group is that of its ticks, also where some of them were joined into minutes before.
void StoreUpkeepTest::meansOfWhatIsJoined()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp start = run.clock.now();
    for (int step = 0; step < 90 * 30; ++step) { // in the first hour 10, then 40
        MetricsSample sample = fullSample(start + step * 2s);
        sample.components.clear();
        sample.cpuPercent = step < 60 * 30 ? 10.0 : 40.0;
        sample.memoryPercent = step % 2 ? 20.0 : 30.0;
        run.store.record(sample);
        if (step % 200 == 199)
            QVERIFY(run.save(plainExecution(start)));
    }
    const auto means = [&](int maxPoints) {
        const auto page = run.page<SamplesPage>(SamplesQuery{start, start + 10h, maxPoints, {}});
        [&] { QCOMPARE(page.means.size(), page.pairs.size()); }();
        return page.means;
    };
    for (const bool isThinned : {false, true}) {
        if (isThinned) {
            pass(run, 2h);
            minute(run);
            QTRY_COMPARE_WITH_TIMEOUT(rows(u"sample_minutes"_s), 60, patience); // the last half hour is ticks
        }
        QCOMPARE(means(2).size(), 1);
        QVERIFY(qAbs(means(2).constFirst().cpuPercent - 20.0) < 0.2);
        QVERIFY(qAbs(means(2).constFirst().memoryPercent - 25.0) < 0.01);
        const QList<MetricsSample> six = means(12);
        QCOMPARE(six.size(), 6);
        for (const MetricsSample &mean : six)
            QVERIFY(qAbs(mean.memoryPercent - 25.0) < 0.01);
    }
}

// "Answer in < 200 ms for 30 days at 2 s cadence of 10 components", in processor time: a busy machine takes longer.
void StoreUpkeepTest::aMonthIsAnsweredSoon()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    const Timestamp end = run.clock.now();
    const Timestamp start = end - 24h * 30;
    for (int number = 0; number < 10; ++number) {
        MetricsSample sample = fullSample(end);
        sample.components = {{u"c%1"_s.arg(number), {1, 1.0, 2.0}}};
        run.store.record(sample);
    }
    QVERIFY(run.save(plainExecution(end)));
    QStringList three;
    for (const MetricInfo &metric : metricTable) {
        if (!metric.column.isEmpty())
            three.append(u"%1,%1_low,%1_high"_s.arg(metric.column));
    }
    const auto figures = [](qsizetype columns) {
        return QStringList(columns, u"abs(random()%1000)/10.0"_s).join(u',');
    };
    const QString minutes = u"WITH RECURSIVE m(t) AS (SELECT %1 UNION ALL SELECT t+60000 FROM m WHERE t<%2) "_s
                                .arg(start.time_since_epoch().count() / 60'000 * 60'000)
                                .arg((end - 1h).time_since_epoch().count());
    column(directory(), u"INSERT INTO sample_minutes(time,%1) "_s.arg(three.join(u',')) + minutes
                            + u"SELECT t,%1 FROM m"_s.arg(figures(3 * three.size())));
    column(directory(),
           u"INSERT INTO component_minutes(component,time,cpu,cpu_low,cpu_high,memory,memory_low,memory_high) "_s
               + minutes + u"SELECT number,t,%1 FROM m, components"_s.arg(figures(6)));
    const auto ask = [&](const QString &component) {
        const qint64 begun = test::processorTime();
        const auto page = run.page<SamplesPage>(SamplesQuery{start, end, 600, component});
        const qint64 taken = test::processorTime() - begun;
        [&] { QVERIFY(page.samples.size() > 590 && page.samples.size() <= 600); }();
        return taken;
    };
    ask({}); // reads the pages of the file
    const qint64 host = ask({});
    ask(u"c3"_s);
    const qint64 component = ask(u"c3"_s);
    qInfo("30 days of minutes: the host in %lld ms, a component in %lld ms", host, component);
    QVERIFY2(host < 200 && component < 200, qPrintable(u"%1, %2"_s.arg(host).arg(component)));
}

void StoreUpkeepTest::forgetsOldMinutes()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    for (int day = 0; day < 4; ++day) {
        run.store.record(fullSample(run.clock.now()));
        QVERIFY(run.save(plainExecution(run.clock.now())));
        pass(run, 24h);
        minute(run);
    }
    pass(run, 1h);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"sample_minutes"_s), 4, patience);
    pass(run, 28 * 24h);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"sample_minutes"_s), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"component_minutes"_s), 2, patience);
}

void StoreUpkeepTest::retainsByAge()
{
    StoreRun run(directory(), Retention{24h, 1000});
    QVERIFY(run.open());
    const Execution running = plainExecution(run.clock.now(), ExecutionState::Running);
    Execution endedLate = plainExecution(run.clock.now());
    endedLate.endedAt = run.clock.now() + 12h;
    QVERIFY(run.save(running));
    QVERIFY(run.save(endedLate));
    QStringList old;
    Task task;
    task.nodeId = u"a"_s;
    for (int number = 0; number < 120; ++number) { // more than is forgotten in one step
        const Execution execution = plainExecution(run.clock.now());
        old.append(execution.id);
        task.executionId = execution.id;
        run.store.save(execution, {task}, {});
        QVERIFY(QDir(directory()).mkpath(u"executions/%1/work"_s.arg(execution.id)));
    }
    QVERIFY(run.save(plainExecution(run.clock.now() + 1h)));
    run.clock.advance(24h);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten.size(), 120, patience);
    QCOMPARE(QSet<QString>(run.forgotten.cbegin(), run.forgotten.cend()), QSet<QString>(old.cbegin(), old.cend()));
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 3);
    QCOMPARE(rows(u"tasks"_s), 0);
    QVERIFY(QDir(directory() + u"/executions"_s).isEmpty());
    QVERIFY(run.page<ExecutionDetail>(ExecutionQuery{running.id}).execution == running);
}

void StoreUpkeepTest::retainsByCount()
{
    StoreRun run(directory(), Retention{24h * 365, 10});
    QVERIFY(run.open());
    QStringList ids;
    for (int number = 0; number < 75; ++number) {
        const Execution execution = plainExecution(run.clock.now() + number * 1ms);
        ids.append(execution.id);
        run.store.save(execution, {}, {});
    }
    QVERIFY(run.save(plainExecution(run.clock.now() - 1h, ExecutionState::Running))); // old, but not finished
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten, ids.mid(0, 65), patience);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 11);
}

// Whatever an execution leaves counts, its working directory too; the newest stays, however large it is.
void StoreUpkeepTest::retainsByBytes()
{
    constexpr qint64 each = 256 * 1024;
    StoreRun run(directory(), Retention{24h * 365, 1000, 4 * each + each / 2});
    QVERIFY(run.open());
    QStringList ids;
    const auto add = [&](qint64 bytes, ExecutionState state) {
        const Execution execution = plainExecution(run.clock.now() + ids.size() * 1ms, state);
        ids.append(execution.id);
        const QString work = directory() + u"/executions/%1/work"_s.arg(execution.id);
        QVERIFY(QDir().mkpath(work));
        QFile file(work + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(bytes, 'x')), bytes);
        QVERIFY(run.save(execution));
    };
    add(20 * each, ExecutionState::Running); // not finished: does not count
    for (int number = 0; number < 7; ++number)
        add(each, ExecutionState::Succeeded);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten, ids.mid(1, 3), patience);
    QVERIFY(!QFileInfo::exists(directory() + u"/executions/"_s + ids.at(3)));
    QVERIFY(QFileInfo::exists(directory() + u"/executions/"_s + ids.at(4)));
    add(20 * each, ExecutionState::Succeeded);
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten, ids.mid(1, 7), patience);
    QVERIFY(QFileInfo::exists(directory() + u"/executions/"_s + ids.last()));
    QVERIFY(QFileInfo::exists(directory() + u"/executions/"_s + ids.constFirst()));
}

void StoreUpkeepTest::forgetsOnlyItsOwnFolders()
{
    QVERIFY(QDir(directory()).mkpath(u"data/executions/kept"_s));
    QVERIFY(QDir(directory()).mkpath(u"elsewhere"_s));
    StoreRun run(directory() + u"/data"_s, Retention{24h * 365, 1});
    QVERIFY(run.open());
    for (const QString &id : {u".."_s, u""_s, u"kept"_s, u"../../elsewhere"_s}) {
        Execution execution = plainExecution(run.clock.now() - 1h);
        execution.id = id;
        QVERIFY(run.save(execution));
    }
    const Execution linking = plainExecution(run.clock.now() - 1h);
    const QString folder = directory() + u"/data/executions/"_s + linking.id;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::link(directory() + u"/elsewhere"_s, folder + u"/link"_s));
    QFile precious(directory() + u"/elsewhere/precious"_s);
    QVERIFY(precious.open(QIODevice::WriteOnly));
    QVERIFY(run.save(linking));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    minute(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten.size(), 5, patience);
    QVERIFY(!QFileInfo::exists(folder));
    QVERIFY(precious.exists());
    QVERIFY(QFileInfo::exists(directory() + u"/data/executions/kept"_s));
}

void StoreUpkeepTest::deletesWhatSomebodyDeletes()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
    const Execution unwanted = plainExecution(run.clock.now());
    const QString folder = directory() + u"/executions/"_s + unwanted.id;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(run.save(unwanted));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QVERIFY(run.hub.record(ExecutionChanged{unwanted}));
    const Actor owner{unwanted.owner, Role::Operator, u"airavata"_s, {}};
    QVERIFY(run.hub.submit(owner, DeleteExecution{unwanted.id}));
    QTRY_COMPARE_WITH_TIMEOUT(run.page<HistoryPage>(HistoryQuery{}).total, 1, patience);
    QVERIFY(!QFileInfo::exists(folder));
    QCOMPARE(run.forgotten, QStringList{unwanted.id});
}

void StoreUpkeepTest::keepsProjects()
{
    const Actor ada{u"ada"_s, Role::Operator, u"airavata"_s, {}};
    Project climate;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
        const Result<QString> id = run.hub.submit(ada, CreateProject{u"Clima"_s, u"of the 'world'"_s});
        QVERIFY(id);
        const Result<QString> unwanted = run.hub.submit(ada, CreateProject{u"Unwanted"_s, {}});
        QVERIFY(unwanted);
        QVERIFY(run.save(plainExecution(run.clock.now()))); // both projects are written before it
        QCOMPARE(rows(u"projects"_s), 2);
        run.clock.advance(1min);
        QVERIFY(run.hub.submit(ada, UpdateProject{*id, u"Climate"_s, {}}));
        QVERIFY(run.hub.submit(ada, DeleteProject{*unwanted}));
        climate = run.hub.snapshot().projects.value(*id);
        QVERIFY(climate.updatedAt > climate.createdAt);
    }
    StoreRun run(directory());
    QVERIFY(run.open());
    QCOMPARE(run.opened->projects, QList<Project>{climate});
}

// For an execution that has left the Snapshot, the store tells whether it exists and who its owner is.
void StoreUpkeepTest::deletesWhatTheSnapshotForgot_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("the owner's") << u"ada"_s << Role::Operator << QString();
    QTest::newRow("an admin's") << u"root"_s << Role::Admin << QString();
    QTest::newRow("somebody else's") << u"bob"_s << Role::Operator << u"this needs the role 'admin'"_s;
    QTest::newRow("a viewer's own") << u"ada"_s << Role::Viewer << u"this needs the role 'operator'"_s;
    QTest::newRow("not there") << u"ada"_s << Role::Operator << u"execution not found"_s;
}

void StoreUpkeepTest::deletesWhatTheSnapshotForgot()
{
    QFETCH(QString, user);
    QFETCH(Role, role);
    QFETCH(QString, outcome);
    StoreRun run(directory());
    QVERIFY(run.open());
    QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
    HistoryCommands history(run.hub,
                            [&run](const Query &query, QObject *context, const AnswerCallback &answered) {
                                run.store.ask(query, context, answered);
                            },
                            {});
    CommandRouter router(run.hub, CommandHandlers{nullptr, nullptr, nullptr, nullptr, nullptr, &history});
    run.hub.setHandler(&router);
    Execution old = plainExecution(run.clock.now());
    old.owner = u"ada"_s;
    const QString folder = directory() + u"/executions/"_s + old.id;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(run.save(old));
    QVERIFY(!run.hub.snapshot().execution(old.id));
    const bool isThere = outcome != u"execution not found"_s;
    std::optional<CommandCompleted> completed;
    const Result<QString> admitted =
        run.hub.submit({user, role, u"airavata"_s, {}}, DeleteExecution{isThere ? old.id : newId()}, &run.context,
                       [&completed](const CommandCompleted &one) { completed = one; });
    if (admitted)
        QTRY_VERIFY_WITH_TIMEOUT(completed, patience);
    const Error none{ErrorCode::Internal, {}};
    const Error error = admitted ? completed->error.value_or(none) : admitted.error();
    QVERIFY2(outcome.isEmpty() ? error == none : error.message.startsWith(outcome), qPrintable(error.message));
    QTRY_COMPARE_WITH_TIMEOUT(run.page<HistoryPage>(HistoryQuery{}).total, outcome.isEmpty() ? 0 : 1, patience);
    QCOMPARE(QFileInfo::exists(folder), !outcome.isEmpty());
}

void StoreUpkeepTest::retriesWhatTheSnapshotForgot_data()
{
    deletesWhatTheSnapshotForgot_data();
}

// Answers as Engine does for an execution that is not in the Snapshot.
struct UnknowingHandler final : CommandHandler
{
    Result<QString> handle(const Command &) override
    {
        return unexpected(ErrorCode::NotFound, u"execution not found"_s);
    }
};

void StoreUpkeepTest::retriesWhatTheSnapshotForgot()
{
    QFETCH(QString, user);
    QFETCH(Role, role);
    QFETCH(QString, outcome);
    StoreRun run(directory());
    QVERIFY(run.open());
    QList<ExecutionDetail> retried;
    HistoryCommands history(
        run.hub,
        [&run](const Query &query, QObject *context, const AnswerCallback &answered) {
            run.store.ask(query, context, answered);
        },
        [&](const ExecutionDetail &detail, const RetryExecution &, const Command &command) -> Result<QString> {
            retried.append(detail);
            run.hub.complete(command, u"new"_s);
            return u"new"_s;
        });
    UnknowingHandler engine;
    CommandRouter router(run.hub, CommandHandlers{nullptr, &engine, nullptr, nullptr, nullptr, &history});
    run.hub.setHandler(&router);
    Execution old = plainExecution(run.clock.now());
    old.owner = u"ada"_s;
    old.kind = ExecutionKind::Experiment;
    old.details = ExperimentDetails{};
    old.state = ExecutionState::Failed;
    old.endedAt = run.clock.now();
    QVERIFY(run.save(old));
    const bool isThere = outcome != u"execution not found"_s;
    const auto retry = [&] {
        std::optional<CommandCompleted> completed;
        const Result<QString> admitted =
            run.hub.submit({user, role, u"airavata"_s, {}}, RetryExecution{isThere ? old.id : newId(), true},
                           &run.context, [&completed](const CommandCompleted &one) { completed = one; });
        [&] { QTRY_VERIFY(completed || !admitted); }();
        return admitted ? completed.value_or(CommandCompleted{}) : CommandCompleted{{}, {}, admitted.error()};
    };
    const CommandCompleted completed = retry();
    QCOMPARE(retried.size(), outcome.isEmpty() ? 1 : 0);
    if (outcome.isEmpty()) {
        QCOMPARE(completed.subject, u"new"_s);
        QVERIFY(retried.constFirst().execution == old);
    } else {
        QVERIFY2(completed.error && completed.error->message.startsWith(outcome), qPrintable(completed.subject));
    }
    // An old execution cannot be retried while the mode allows no start.
    QVERIFY(run.hub.record(ModeChanged{Mode::Halted}));
    QVERIFY(retry().error);
    QCOMPARE(retried.size(), outcome.isEmpty() ? 1 : 0);
}

void StoreUpkeepTest::clockJumps()
{
    StoreRun run(directory(), Retention{24h, 1000});
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now())));
    run.store.record(fullSample(run.clock.now()));
    run.clock.jump(24h * 365); // a wrong date was set
    minute(run, 30);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    run.clock.jump(-24h * 365);
    minute(run, 30);
    run.clock.jump(-24h * 365 * 60); // before 1970
    run.store.record(fullSample(run.clock.now()));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    minute(run, 30);
    run.clock.jump(24h * 365 * 60);
    minute(run, 2);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 2);
    QCOMPARE(run.forgotten, QStringList());
    QCOMPARE(run.problems, QStringList());
    // After an hour without a jump the clock is trusted again.
    minute(run, 24 * 60);
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten.size(), 2, patience);
}

// The machine has booted with a clock that is a year late, so that everything looks old enough to go.
void StoreUpkeepTest::aClockThatIsWrongAtTheStart()
{
    StoreRun run(directory(), Retention{24h, 1000});
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now() - 24h * 365)));
    run.store.record(fullSample(run.clock.now() - 24h * 365));
    QVERIFY(QDir(directory()).mkpath(u"executions/one/work"_s));
    minute(run, 59);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    QCOMPARE(run.forgotten, QStringList());
    minute(run, 2); // the clock has been as it is for an hour
    QTRY_COMPARE_WITH_TIMEOUT(run.forgotten.size(), 1, patience);
}

QTEST_GUILESS_MAIN(StoreUpkeepTest)
#include "tst_storeupkeep.moc"
