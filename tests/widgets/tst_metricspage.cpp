// SPDX-License-Identifier: GPL-3.0-or-later
// The page of metrics: how much of the past its charts hold, draw and export.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/metricspage.h"
#include "widgets/text/format.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class MetricsPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void chartsAreBoundedAndPaused();
    void aHoleIsDrawnAsOne();
    void chartsOutOfSightSleep();
    void exportsFigures();
    void asksForHistoryOnceConnected();
    void whatFellDoesNotLookLikeStairs();
    void oneLineCrossesAllCharts();
    void heldChartsTellTheirOwnTime();
    void goesBackThirtyDays();
    void marksWhatHappened();
    void aComponentLiesOverTheMachine();
};

void MetricsPageTest::init()
{
    begin({});
    QVERIFY(open());
    link->tick();
}

void MetricsPageTest::chartsAreBoundedAndPaused()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    metrics.window().setLength(60 * TimeWindow::minute);
    MetricsSample sample;
    constexpr int samples = 1800; // one for every two seconds of the hour
    for (int i = 0; i < samples; ++i) {
        sample.cpuPercent = i % 100;
        link->tick(sample);
    }
    LineChart &chart = metrics.charts().constFirst()->chart();
    QVERIFY(samples > 2 * chart.width());
    QTRY_VERIFY(chart.pointCount() > chart.width() / 2);
    QVERIFY(chart.pointCount() <= 2 * chart.width());
    metrics.window().setLength(TimeWindow::day);
    metrics.window().hold();
    const qint64 held = metrics.window().to();
    link->tick();
    QCOMPARE(metrics.window().to(), held);
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(metrics.window().isFollowing());
    QVERIFY(metrics.window().to() > held);
    // A zoomed span is none of the lengths to choose from; the chosen length is remembered.
    const auto *ranges = metrics.findChild<QButtonGroup *>();
    QCOMPARE(ranges->checkedId(), 24 * 60);
    metrics.window().zoom(0.5, 1.0);
    QVERIFY(!ranges->checkedButton());
    metrics.save(*settings);
    QCOMPARE(settings->value(u"minutes"_s).toInt(), 24 * 60);
    metrics.window().follow();
    QCOMPARE(ranges->checkedId(), 24 * 60);
}

void MetricsPageTest::aHoleIsDrawnAsOne()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    LineChart &chart = metrics.charts().constFirst()->chart();
    MetricsSample sample;
    sample.cpuPercent = 50;
    const auto run = [&] {
        for (int i = 0; i < 45; ++i)
            link->tick(sample);
    };
    run();
    QCOMPARE(chart.curveCount(), 1);
    link->now += Milliseconds(90'000);
    run();
    QCOMPARE(chart.curveCount(), 2);
    // Looks at the pixels: the curve has a hole of about a third of its width.
    const QImage picture = chart.grab().toImage();
    QList<int> drawn;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            if (picture.pixelColor(x, y).hsvSaturation() > 60) { // not grid, labels or the area below the curve
                drawn.append(x);
                break;
            }
        }
    }
    QVERIFY(drawn.size() > 20);
    int widest = 0;
    for (qsizetype i = 1; i < drawn.size(); ++i)
        widest = std::max(widest, drawn[i] - drawn[i - 1]);
    const int whole = drawn.constLast() - drawn.constFirst();
    QVERIFY2(widest > whole / 4 && widest < whole / 2, qPrintable(u"%1 of %2"_s.arg(widest).arg(whole)));
}

void MetricsPageTest::chartsOutOfSightSleep()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    window->resize(1024, 640);
    LineChart &last = metrics.charts().constLast()->chart();
    QTRY_VERIFY(last.visibleRegion().isEmpty());
    const int before = last.pointCount();
    MetricsSample sample;
    for (int i = 0; i < 10; ++i) {
        sample.runningExecutions = i % 2;
        link->tick(sample);
    }
    QCOMPARE(last.pointCount(), before);
    metrics.findChild<QScrollArea *>()->ensureWidgetVisible(&last);
    QTRY_VERIFY(last.pointCount() > before);
}

void MetricsPageTest::exportsFigures()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    MetricsSample sample;
    sample.cpuPercent = 12.5;
    sample.clients = 3;
    link->tick(sample);
    const QString csv = folder->filePath(u"figures.csv"_s);
    QVERIFY(metrics.exportCsv(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.constFirst(), "time,cpu_percent,memory_percent,storage_mb,queries_per_second,latency_ms,clients,"
                                 "running_executions");
    const QByteArray newest = toIsoMilliseconds(link->now).toUtf8() + ",12.5,";
    QVERIFY(lines.constLast().startsWith(newest));
    QVERIFY(lines.constLast().endsWith(",3,0"));
    const QString png = folder->filePath(u"charts.png"_s);
    QVERIFY(metrics.exportPng(png));
    QVERIFY(!QImage(png).isNull());
    QVERIFY(!metrics.exportCsv(folder->filePath(u"missing/figures.csv"_s)));
    QVERIFY(metrics.notice().contains(u"missing"_s));
}

void MetricsPageTest::asksForHistoryOnceConnected()
{
    QVERIFY(!link->asked.isEmpty());
    const auto *first = std::get_if<SamplesQuery>(&link->asked.constFirst());
    QVERIFY(first);
    QVERIFY(first->componentId.isEmpty());
    SamplesPage older;
    for (int i = 300; i > 0; --i) {
        MetricsSample sample;
        sample.time = link->now - Milliseconds(2000) * (i + 1);
        sample.cpuPercent = i % 2 * 50;
        older.samples.append(sample);
    }
    Q_EMIT link->answered(1, Result<Answer>(Answer(older)));
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    QVERIFY(metrics.charts().constFirst()->chart().pointCount() > 100);
}

void MetricsPageTest::whatFellDoesNotLookLikeStairs()
{
    // Samples as the store thins them: of every ten seconds first the lowest, then the highest.
    SamplesPage older;
    older.stretch = Milliseconds(10'000);
    for (int i = 60; i > 0; --i) {
        older.pairs.append(older.samples.size());
        MetricsSample sample;
        sample.time = link->now - Milliseconds(10'000) * (i + 1);
        sample.cpuPercent = i - 0.8;
        older.samples.append(sample);
        sample.time += Milliseconds(8'000);
        sample.cpuPercent = i;
        older.samples.append(sample);
    }
    Replica replica(*link);
    SampleHistory history(replica, {});
    QVERIFY(link->answerLast<SamplesQuery>(Answer(older)));
    const qint64 now = link->now.time_since_epoch().count();
    const QList<QPointF> points = history.series(Metric::Cpu).points(now - 600'000, now - 10'000, 10'000);
    QVERIFY(points.size() > 100);
    QVERIFY(std::is_sorted(points.cbegin() + 2, points.cend(), [](auto &a, auto &b) { return a.y() > b.y(); }));
    QVERIFY(std::is_sorted(points.cbegin(), points.cend(), [](auto &a, auto &b) { return a.x() < b.x(); }));
}

void MetricsPageTest::oneLineCrossesAllCharts()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    MetricsSample sample;
    for (int i = 0; i < 60; ++i) {
        sample.cpuPercent = i;
        sample.memoryPercent = 100 - i;
        link->tick(sample);
    }
    LineChart &cpu = metrics.charts()[0]->chart();
    LineChart &memory = metrics.charts()[1]->chart();
    QSignalSpy onCpu(&cpu, &LineChart::hovered);
    QSignalSpy onMemory(&memory, &LineChart::hovered);
    const qint64 time = metrics.window().to() - 40'000; // twenty ticks ago
    metrics.window().pointAt(time);
    const QString when = format::clockTime(Timestamp(Milliseconds(time)));
    QCOMPARE(onCpu.constLast().constFirst().toString(), format::percent(39) + u" at "_s + when);
    QCOMPARE(onMemory.constLast().constFirst().toString(), format::percent(61) + u" at "_s + when);
    QTest::mouseMove(memory.viewport(), memory.viewport()->rect().center());
    QTRY_VERIFY(metrics.window().pointedAt() && *metrics.window().pointedAt() != time);
    metrics.window().pointAt({});
    QCOMPARE(onCpu.constLast().constFirst().toString(), QString());
}

void MetricsPageTest::heldChartsTellTheirOwnTime()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    MetricsSample sample;
    for (int i = 0; i < 60; ++i) {
        sample.cpuPercent = i;
        link->tick(sample);
    }
    const LineChart &cpu = metrics.charts()[0]->chart();
    QCOMPARE(cpu.currentText(), format::percent(59));
    metrics.window().pan(-60'000);
    QCOMPARE(cpu.currentText(), format::percent(29));
    metrics.window().follow();
    QCOMPARE(cpu.currentText(), format::percent(59));
}

void MetricsPageTest::goesBackThirtyDays()
{
    SamplesPage older;
    older.stretch = Milliseconds(3'600'000);
    for (int i = 29 * 24; i > 0; --i) {
        MetricsSample sample;
        sample.time = link->now - Milliseconds(3'600'000) * i;
        sample.cpuPercent = i % 24;
        older.samples.append(sample);
    }
    for (int span = 0; span < 3; ++span)
        QVERIFY(link->answerLast<SamplesQuery>(Answer(SamplesPage{})));
    const auto *last = link->lastQuery<SamplesQuery>();
    QVERIFY(last && last->to - last->from > std::chrono::days(30));
    QVERIFY(link->answerLast<SamplesQuery>(Answer(older)));
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    metrics.findChild<QButtonGroup *>()->button(30 * 24 * 60)->click();
    const LineChart &cpu = metrics.charts()[0]->chart();
    QTRY_VERIFY(cpu.pointCount() > 100);
    QCOMPARE(cpu.curveCount(), 1); // an hour between two values is no hole
    metrics.window().pointAt(metrics.window().to() - 20 * TimeWindow::day);
    QSignalSpy read(&cpu, &LineChart::hovered);
    metrics.window().pointAt(metrics.window().to() - 21 * TimeWindow::day);
    QVERIFY2(read.constLast().constFirst().toString().contains(
                 QLocale().toString(format::local(link->now - std::chrono::days(21)).date(), QLocale::ShortFormat)),
             qPrintable(read.constLast().constFirst().toString()));
}

void MetricsPageTest::marksWhatHappened()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    QTRY_VERIFY(link->lastQuery<EventsQuery>());
    const auto entry = [this](qint64 number, EventEntry::Kind kind, const QString &what, bool isBad) {
        EventEntry made;
        made.number = number;
        made.time = made.until = link->now - Milliseconds(100) * (10 - number);
        made.kind = kind;
        made.what = what;
        made.isBad = isBad;
        made.name = u"Web"_s;
        return made;
    };
    using Kind = EventEntry::Kind;
    EventsPage page;
    page.entries = {entry(3, Kind::Component, u"failed"_s, true), entry(2, Kind::Component, u"ready"_s, false),
                    entry(1, Kind::Server, u"started"_s, false)};
    QVERIFY(link->answerLast<EventsQuery>(Answer(page)));
    QCOMPARE(metrics.marks().marks().size(), 2); // not what is as it should be
    link->change(EventHappened{entry(4, Kind::Server, u"mode"_s, false)});
    QCOMPARE(metrics.marks().marks().size(), 3);
    link->tick();
    QSignalSpy read(&metrics.charts().constFirst()->chart(), &LineChart::hovered);
    metrics.window().pointAt(metrics.marks().marks().constFirst().time);
    QVERIFY2(read.constLast().constFirst().toString().startsWith(u"The server started · "_s),
             qPrintable(read.constLast().constFirst().toString()));
    const qsizetype questions = link->asked.size();
    metrics.window().setLength(TimeWindow::day); // further back
    QTRY_VERIFY(link->asked.size() > questions);
    QVERIFY(*link->lastQuery<EventsQuery>()->from < link->now - std::chrono::hours(24));
}

void MetricsPageTest::aComponentLiesOverTheMachine()
{
    ServerInfo server = link->snapshot().server;
    server.cores = 4;
    server.memoryBytes = 8192ULL * 1024 * 1024;
    Component store = test::component(u"store"_s, ComponentState::Running);
    store.name = u"Store"_s;
    store.pid = 7;
    link->change(ServerChanged{server});
    link->change(ComponentChanged{store});
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    LineChart &cpu = metrics.charts()[0]->chart();
    LineChart &memory = metrics.charts()[1]->chart();
    QVERIFY(!cpu.overlay());
    QComboBox &box = metrics.overlayBox();
    QTRY_VERIFY(box.findData(u"store"_s) > 0);
    box.setCurrentIndex(box.findData(u"store"_s));
    QCOMPARE(link->lastQuery<SamplesQuery>()->componentId, u"store"_s); // its past, too
    MetricsSample sample;
    sample.cpuPercent = 60;
    sample.memoryPercent = 50;
    sample.components.insert(store.id, {.pid = 7, .cpuPercent = 100, .memoryMb = 1024});
    for (int i = 0; i < 5; ++i)
        link->tick(sample);
    QVERIFY(cpu.overlay() && memory.overlay());
    QVERIFY(!metrics.charts()[2]->chart().overlay()); // storage has none of one component
    QTRY_COMPARE(cpu.overlay()->curveCount(), 1);
    QSignalSpy read(&cpu, &LineChart::hovered);
    QSignalSpy readMemory(&memory, &LineChart::hovered);
    metrics.window().pointAt(metrics.window().to());
    // One core of four, an eighth of the memory: parts of the machine, as what they lie over.
    QVERIFY2(
        read.constLast().constFirst().toString().startsWith(format::percent(60) + u" · Store "_s + format::percent(25)),
        qPrintable(read.constLast().constFirst().toString()));
    QVERIFY(readMemory.constLast().constFirst().toString().startsWith(format::percent(50) + u" · Store "_s
                                                                      + format::percent(12.5)));
    const QString csv = folder->filePath(u"figures.csv"_s);
    QVERIFY(metrics.exportCsv(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll().trimmed();
    QVERIFY(text.left(text.indexOf('\n')).endsWith(",running_executions,store.cpu_percent,store.memory_percent"));
    QVERIFY(text.endsWith(",25,12.5"));
    QVERIFY(open()); // remembered
    auto &again = page<MetricsPage>(PageId::Metrics);
    QTRY_COMPARE(again.overlayBox().currentData().toString(), u"store"_s);
    QVERIFY(again.charts()[0]->chart().overlay());
    again.overlayBox().setCurrentIndex(0);
    QVERIFY(!again.charts()[0]->chart().overlay());
}

QTEST_MAIN(MetricsPageTest)
#include "tst_metricspage.moc"
