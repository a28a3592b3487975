// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/sampleseries.h"
#include "widgets/charts/timewindow.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

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
    void windowFollowsUntilMoved();
};

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;
constexpr qint64 start = 1'760'677'200'000;

SampleSeries wholeDay()
{
    SampleSeries series;
    for (qint64 t = 0; t <= day; t += 2000)
        series.append(start + t, t == day / 2 ? 100.0 : 10.0 + std::sin(static_cast<double>(t)));
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
        series.append(start + t, 1.0);
    const QList<QPointF> points = series.points(start + 2 * day, start + 3 * day, 100'000);
    QVERIFY(points.constFirst().x() <= static_cast<double>(start + 2 * day + 240'000));
    QVERIFY2(points.size() <= 2 * 1000, qPrintable(QString::number(points.size())));
}

void ChartsTest::historyGoesBeforeWhatIsLive()
{
    SampleSeries series;
    for (qint64 t = 0; t < 60'000; t += 2000)
        series.append(start + t, 5.0);
    QList<QPointF> history;
    for (qint64 t = -3'600'000; t < 30'000; t += 10'000) // overlaps what is live
        history.append({static_cast<double>(start + t), 1.0});
    series.addHistory(history);
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
        series.append(start + i * 2000, i);
    QCOMPARE(series.nearest(start + 6100, start, start + 20'000).y(), 3.0);
    QCOMPARE(series.nearest(start + 60'000, start, start + 60'000).y(), 9.0);
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

QTEST_GUILESS_MAIN(ChartsTest)
#include "tst_charts.moc"
