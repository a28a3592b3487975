// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curves.h"
#include "widgets/charts/sampleseries.h"
#include "widgets/charts/timewindow.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanTwoPointsPerColumn_data();
    void neverMoreThanTwoPointsPerColumn();
    void keepsPeaksWhenThinned();
    void reachesBackADayInBoundedMemory();
    void historyGoesBeforeWhatIsLive();
    void emptySeriesHaveNoPoints();
    void readsOffTheNearest();
    void aHoleIsSeen_data();
    void aHoleIsSeen();
    void historyIsAsFineAsItSays();
    void theLineGoesOnBeyondBothEdges();
    void nothingIsSaidWhilePaused();
    void frameNamesRoundTimesAndValues();
    void whatHasJustBegunIsDrawnWhole();
    void timesAreRoundWhenTheClockChanges_data();
    void timesAreRoundWhenTheClockChanges();
    void levelLinesAreTwoPoints();
    void windowFollowsUntilMoved();
    void everyChartHasATitle();
};

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;
constexpr qint64 tick = 2000;
constexpr qint64 start = 1'760'677'200'000;

SampleSeries wholeDay()
{
    SampleSeries series;
    for (qint64 t = 0; t <= day; t += 2000)
        series.append(start + t, t == day / 2 ? 100.0 : 10.0 + std::sin(static_cast<double>(t)), tick);
    return series;
}

} // namespace

void ChartsTest::neverMoreThanTwoPointsPerColumn_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("columns");
    for (const qint64 minutes : {5, 60, 24 * 60}) {
        for (const int columns : {1, 7, 300, 2000})
            QTest::addRow("%lld minutes in %d columns", static_cast<long long>(minutes), columns)
                << minutes * 60'000 << columns;
    }
}

void ChartsTest::neverMoreThanTwoPointsPerColumn()
{
    QFETCH(qint64, length);
    QFETCH(int, columns);
    static const SampleSeries series = wholeDay();
    const QList<QPointF> points = series.points(start + day - length, start + day, columns);
    QVERIFY(!points.isEmpty());
    QVERIFY2(points.size() <= 2 * columns, qPrintable(QString::number(points.size())));
    QVERIFY(std::is_sorted(points.cbegin(), points.cend(),
                           [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
}

void ChartsTest::keepsPeaksWhenThinned()
{
    const QList<QPointF> points = wholeDay().points(start, start + day, 50);
    QVERIFY(std::any_of(points.cbegin(), points.cend(), [](const QPointF &p) { return p.y() == 100.0; }));
}

void ChartsTest::reachesBackADayInBoundedMemory()
{
    SampleSeries series;
    for (qint64 t = 0; t <= 3 * day; t += 2000)
        series.append(start + t, 1.0, tick);
    const QList<QPointF> points = series.points(start + 2 * day, start + 3 * day, 100'000);
    QVERIFY(points.constFirst().x() <= static_cast<double>(start + 2 * day + 240'000));
    QVERIFY2(points.size() <= 2 * 1000, qPrintable(QString::number(points.size())));
}

void ChartsTest::historyGoesBeforeWhatIsLive()
{
    SampleSeries series;
    for (qint64 t = 0; t < 60'000; t += 2000)
        series.append(start + t, 5.0, tick);
    QList<QPointF> history;
    for (qint64 t = -3'600'000; t < 30'000; t += 10'000) // overlaps the live samples
        history.append({static_cast<double>(start + t), 1.0});
    series.addHistory(history, 10'000);
    const QList<QPointF> points = series.points(start - 3'600'000, start + 60'000, 1000);
    QCOMPARE(points.constFirst().y(), 1.0);
    QCOMPARE(points.constLast().y(), 5.0);
    QVERIFY(std::none_of(points.cbegin(), points.cend(),
                         [](const QPointF &p) { return p.x() >= static_cast<double>(start) && p.y() == 1.0; }));
    QCOMPARE(series.last(), 5.0);
}

void ChartsTest::emptySeriesHaveNoPoints()
{
    const SampleSeries series;
    QVERIFY(series.points(0, 1000, 10).isEmpty());
    QVERIFY(std::isnan(series.nearest(5, 0, 1000).x()));
}

void ChartsTest::readsOffTheNearest()
{
    SampleSeries series;
    for (int i = 0; i < 10; ++i)
        series.append(start + i * tick, i, tick);
    QCOMPARE(series.nearest(start + 6100, start, start + 20'000).y(), 3.0);
    QCOMPARE(series.nearest(start + 20'500, start, start + 60'000).y(), 9.0);
    QVERIFY(std::isnan(series.nearest(start + 60'000, start, start + 60'000).x())); // long after the last sample
}

void ChartsTest::aHoleIsSeen_data()
{
    QTest::addColumn<qint64>("every");
    QTest::addColumn<qint64>("hole");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("seen");
    constexpr qint64 minute = TimeWindow::minute;
    QTest::newRow("a tick that came late") << tick << 3 * tick << 5 * minute << 400 << false;
    QTest::newRow("the server was down") << tick << 15 * tick << 5 * minute << 400 << true;
    QTest::newRow("too short for an hour") << tick << 15 * tick << 60 * minute << 300 << false;
    QTest::newRow("long enough for an hour") << tick << 2 * minute << 60 * minute << 300 << true;
    QTest::newRow("shorter than three of a day's columns") << tick << 10 * minute << 1440 * minute << 300 << false;
    QTest::newRow("an hour of a day") << tick << 60 * minute << 1440 * minute << 300 << true;
    QTest::newRow("a slow tick is no hole") << 10'000LL << 20'000LL << 5 * minute << 400 << false;
    QTest::newRow("a slow tick, missed four times") << 10'000LL << 50'000LL << 5 * minute << 400 << true;
}

void ChartsTest::aHoleIsSeen()
{
    QFETCH(qint64, every);
    QFETCH(qint64, hole);
    QFETCH(qint64, length);
    QFETCH(int, count);
    QFETCH(bool, seen);
    SampleSeries series;
    const qint64 begin = start / 120'000 * 120'000; // a multiple of every slot length, so that rounding changes nothing
    for (qint64 t = 0; t <= length / 2; t += every)
        series.append(begin + t, 1.0, every);
    for (qint64 t = length / 2 / every * every + hole; t <= length; t += every)
        series.append(begin + t, 1.0, every);
    const QList<SampleSeries::Column> columns = series.columns(begin, begin + length, count);
    const auto holes = std::count_if(columns.cbegin(), columns.cend(), [](const auto &c) { return c.afterHole; });
    QVERIFY(columns.constFirst().afterHole);
    QCOMPARE(holes, seen ? 2 : 1);
    const qint64 middle = begin + length / 2 + hole / 2;
    if (seen && hole >= length / 10)
        QVERIFY(std::isnan(series.nearest(middle, begin, begin + length).x()));
}

void ChartsTest::historyIsAsFineAsItSays()
{
    // The gaps of coarse history are not shown as holes; the time when the server was down is.
    SampleSeries series;
    for (qint64 t = 0; t < 60'000; t += tick)
        series.append(start + t, 5.0, tick);
    QList<QPointF> history;
    for (qint64 t = -3'600'000; t < -600'000; t += 10'000)
        history.append({static_cast<double>(start + t), 1.0});
    series.addHistory(history, 10'000);
    const QList<SampleSeries::Column> columns = series.columns(start - 3'600'000, start + 60'000, 1000);
    const auto holes = std::count_if(columns.cbegin() + 1, columns.cend(), [](const auto &c) { return c.afterHole; });
    QCOMPARE(holes, 1);
}

void ChartsTest::theLineGoesOnBeyondBothEdges()
{
    SampleSeries series;
    for (int i = 0; i < 10; ++i)
        series.append(start + i * tick, i, tick);
    const QList<SampleSeries::Column> columns = series.columns(start + 5'000, start + 9'000, 100);
    QCOMPARE(columns.size(), 4);
    QCOMPARE(columns.constFirst().low.y(), 2.0);
    QCOMPARE(columns.constLast().low.y(), 5.0);
    const QList<QPointF> points = series.points(start + 5'000, start + 9'000, 100);
    QCOMPARE(points.size(), 2); // unlike columns(), without those beyond the span
}

void ChartsTest::nothingIsSaidWhilePaused()
{
    SampleSeries series;
    QVERIFY(std::isnan(series.last()));
    series.append(start, 3.0, tick);
    QCOMPARE(series.last(), 3.0);
    series.pause();
    QVERIFY(std::isnan(series.last()));
    QVERIFY(!series.isEmpty());
    series.append(start + 1000, 4.0, tick);
    series.clear();
    QVERIFY(std::isnan(series.last()));
    series.addHistory({{static_cast<double>(start), 3.0}}, tick); // history has no current value
    QVERIFY(std::isnan(series.last()));
}

void ChartsTest::frameNamesRoundTimesAndValues()
{
    PlotFrame frame;
    frame.fitValues(87.0, 0.0, 4.0);
    QCOMPARE(frame.ceiling(), 100.0);
    frame.fitValues(60.0, 0.0, 4.0);
    QCOMPARE(frame.ceiling(), 100.0); // stays for a small change
    frame.fitValues(30.0, 0.0, 4.0);
    QCOMPARE(frame.ceiling(), 40.0);
    frame.place({400, 200}, QFont());
    frame.setTimes(start, start + 5 * TimeWindow::minute, 2.0);
    QVERIFY(frame.to() >= start + 5 * TimeWindow::minute);
    QVERIFY(frame.to() - frame.from() >= 5 * TimeWindow::minute);
    QVERIFY(frame.map({double(frame.from()), 0.0}) == frame.plot().bottomLeft());
    QVERIFY(frame.map({double(frame.to()), 40.0}) == frame.plot().topRight());
    QCOMPARE(frame.timeAt(frame.plot().center().x()), (frame.from() + frame.to()) / 2);
    // Labels use the unit that suits the values and are round in it.
    const Scale kibi = scaleFor(Measure::SizeMb, 0.23);
    QCOMPARE(kibi.pattern.arg(1), u"1 KiB"_s);
    QCOMPARE(scaleFor(Measure::SizeMb, 3.0).pattern.arg(1), u"1 MiB"_s);
    PlotFrame bytes;
    bytes.fitValues(0.23, 0.0, 0.0, kibi);
    QCOMPARE(bytes.ceiling(), 400.0 / 1024.0);
    // Charts below each other begin at the same place, whatever their unit.
    bytes.place({400, 200}, QFont());
    QCOMPARE(bytes.plot().left(), frame.plot().left());
    // The time span moves by whole pixel columns.
    const PlotFrame before = frame;
    const qint64 column = (frame.to() - frame.from()) / frame.columns();
    frame.setTimes(start + column, start + 5 * TimeWindow::minute + column, 2.0);
    QCOMPARE(frame.from(), before.from() + column);
}

// Of what has just begun every value is drawn, whatever stretch is shown.
void ChartsTest::whatHasJustBegunIsDrawnWhole()
{
    constexpr qint64 hour = 60 * TimeWindow::minute;
    const qint64 begin = start / hour * hour + 23 * TimeWindow::minute;
    SampleSeries series;
    for (int i = 0; i < 30; ++i)
        series.append(begin + i * 2000, i % 7, 2000);
    for (const qint64 length : {5 * TimeWindow::minute, hour, TimeWindow::day, TimeWindow::longest}) {
        const qint64 to = begin + 60'000;
        QCOMPARE(series.points(to - length, to, static_cast<int>(length / 1000)).size(), 30);
    }
}

void ChartsTest::timesAreRoundWhenTheClockChanges_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("spring, a day") << u"2026-03-29T12:00:00"_s << 24
                                   << u"12:00 16:00 20:00 00:00 04:00 08:00 12:00"_s.split(u' ');
    QTest::newRow("autumn, a day") << u"2026-10-25T12:00:00"_s << 24
                                   << u"16:00 20:00 00:00 04:00 08:00 12:00"_s.split(u' ');
    QTest::newRow("spring, hours") << u"2026-03-29T04:00:00"_s << 4 << u"00:00 01:00 03:00 04:00"_s.split(u' ');
    QTest::newRow("autumn, hours") << u"2026-10-25T04:00:00"_s << 4 << u"02:00 02:00 03:00 04:00"_s.split(u' ');
    QTest::newRow("autumn, twelve hours")
        << u"2026-10-25T08:00:00"_s << 12 << u"22:00 00:00 02:00 04:00 06:00 08:00"_s.split(u' ');
    QTest::newRow("autumn, two days") << u"2026-10-25T12:00:00"_s << 47
                                      << QStringList{u"24 Oct"_s, u"12:00"_s, u"25 Oct"_s, u"12:00"_s};
    QTest::newRow("autumn, a week") << u"2026-10-25T12:00:00"_s << 168
                                    << QStringList{u"20 Oct"_s, u"22 Oct"_s, u"24 Oct"_s};
    QTest::newRow("autumn, thirty days") << u"2026-11-05T12:00:00"_s << 720
                                         << QStringList{u"11 Oct"_s, u"16 Oct"_s, u"21 Oct"_s,
                                                        u"26 Oct"_s, u"31 Oct"_s, u"5 Nov"_s};
}

// Each is its own local time, on either side of the change.
void ChartsTest::timesAreRoundWhenTheClockChanges()
{
    QFETCH(QString, end);
    QFETCH(int, hours);
    const QByteArray usual = qgetenv("TZ");
    const auto setZone = [](const QByteArray &zone) {
        zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
        ::tzset();
    };
    setZone("Europe/Berlin");
    const auto restore = qScopeGuard([&] { setZone(usual); });
    const qint64 to = QDateTime::fromString(end, Qt::ISODate).toMSecsSinceEpoch();
    PlotFrame frame;
    frame.fitValues(100.0, 100.0, 4.0);
    frame.place({545, 200}, QFont());
    frame.setTimes(to - hours * 60 * TimeWindow::minute, to, 2.0);
    QTEST(frame.timeNames(), "names");
}

void ChartsTest::levelLinesAreTwoPoints()
{
    PlotFrame frame;
    frame.fitValues(100.0, 100.0, 4.0);
    frame.place({400, 200}, QFont());
    frame.setTimes(start, start + 5 * TimeWindow::minute, strokeWidth);
    SampleSeries level;
    SampleSeries rising;
    SampleSeries peak;
    for (int i = 0; i < 150; ++i) {
        level.append(start + i * tick, 40.0, tick);
        rising.append(start + i * tick, i * 0.5, tick);
        peak.append(start + i * tick, i == 70 ? 90.0 : 40.0, tick);
    }
    const auto curve = [&frame](const SampleSeries &series) {
        return curvesOf(series.columns(frame.from(), frame.to(), frame.columns()), frame).constFirst();
    };
    QCOMPARE(curve(level).size(), 2);
    QVERIFY(curve(rising).size() <= 4);
    QVERIFY(curve(peak).size() >= 5);
    const auto isTop = [&frame](const QPointF &p) { return std::abs(p.y() - frame.map({0, 90.0}).y()) < 0.1; };
    const QPolygonF peaked = curve(peak);
    QVERIFY(std::any_of(peaked.cbegin(), peaked.cend(), isTop));
    // No point of the series is visibly off the drawn curve.
    const QPolygonF drawn = curve(rising);
    for (qsizetype i = 1; i < drawn.size(); ++i) {
        const QLineF piece(drawn[i - 1], drawn[i]);
        const double expected = frame.map({0, 75.0}).y() - frame.map({0, 0.0}).y();
        QVERIFY(std::abs(piece.dy() / piece.dx() - expected / frame.plot().width()) < 0.05);
    }
}

void ChartsTest::windowFollowsUntilMoved()
{
    TimeWindow window;
    QSignalSpy following(&window, &TimeWindow::followingChanged);
    window.advance(start);
    QCOMPARE(window.to(), start);
    window.pan(-60'000);
    QVERIFY(!window.isFollowing());
    window.advance(start + 2000);
    QCOMPARE(window.to(), start - 60'000);
    window.zoom(0.5, 0.5);
    QCOMPARE(window.length(), 150'000);
    window.zoom(1e-6, 0.5);
    QCOMPARE(window.length(), TimeWindow::shortest);
    window.follow();
    QCOMPARE(window.to(), start + 2000);
    QCOMPARE(window.length(), 5 * TimeWindow::minute);
    QCOMPARE(following.size(), 2);
}

void ChartsTest::everyChartHasATitle()
{
    QSet<QString> titles;
    for (const MetricInfo &metric : metricTable)
        QCOMPARE(title(metric.metric).isEmpty(), metric.colour == ColourRole::None);
    for (const Metric metric : chartedMetrics)
        titles.insert(title(metric));
    QCOMPARE(titles.size(), qsizetype(chartCount));
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
