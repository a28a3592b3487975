// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/snapshot.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

// The table of metrics, and whose figures a component's are.
class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowHasItsOwn();
    void eachRowIsOneMember();
    void wholeNumbersAreRounded();
    void baseUnits_data();
    void baseUnits();
    void figuresAreOfTheRunThatWasMeasured();
};

void MetricsTest::eachRowHasItsOwn()
{
    QStringList keys;
    QStringList columns;
    QStringList exported;
    QStringList families;
    for (const MetricInfo &metric : metricTable) {
        QCOMPARE(&metricInfo(metric.metric), &metric);
        keys.append(metric.key);
        if (!metric.column.isEmpty())
            columns.append(metric.column);
        exported.append(metric.exportedAs.isEmpty() ? metric.key : metric.exportedAs);
        if (metric.prometheus.name) {
            families.append(QLatin1String(metric.prometheus.name));
            QVERIFY2(metric.prometheus.help, metric.prometheus.name);
        }
    }
    for (const ComponentMetricInfo &metric : componentMetricTable)
        families.append(QLatin1String(metric.prometheus.name));
    for (QStringList *names : {&keys, &columns, &exported, &families}) {
        QVERIFY(!names->contains(QString()));
        QCOMPARE(names->removeDuplicates(), 0);
    }
}

void MetricsTest::eachRowIsOneMember()
{
    for (const MetricInfo &metric : metricTable) {
        MetricsSample sample;
        setValue(metric, sample, 7.0);
        QVERIFY(sample != MetricsSample{});
        for (const MetricInfo &other : metricTable)
            QCOMPARE(valueOf(other, sample), &other == &metric ? 7.0 : 0.0);
    }
}

void MetricsTest::wholeNumbersAreRounded()
{
    MetricsSample sample;
    for (const MetricInfo &metric : metricTable)
        setValue(metric, sample, 2.6);
    QCOMPARE(sample.totalConcepts, 3);
    QCOMPARE(sample.clients, 3);
    QCOMPARE(sample.cpuPercent, 2.6);
}

void MetricsTest::baseUnits_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<double>("value");
    QTest::newRow("ratio") << Measure::Percent << 0.025;
    QTest::newRow("seconds") << Measure::DurationMs << 0.0025;
    QTest::newRow("bytes") << Measure::SizeMb << 2621440.0;
    QTest::newRow("number") << Measure::Number << 2.5;
    QTest::newRow("count") << Measure::Count << 2.5;
}

void MetricsTest::baseUnits()
{
    QFETCH(Measure, measure);
    QTEST(inBaseUnit(measure, 2.5), "value");
}

void MetricsTest::figuresAreOfTheRunThatWasMeasured()
{
    Snapshot snapshot;
    const auto hear = [&snapshot](ChangeBody body) {
        (void)apply(snapshot, Change{snapshot.number + 1, {}, {}, {}, std::move(body)});
    };
    Component component;
    component.id = u"a"_s;
    component.pid = 42;
    hear(ComponentChanged{component});
    QVERIFY(!snapshot.figuresOf(component)); // no tick yet
    MetricsSample sample;
    sample.components = {{u"a"_s, {42, 12.5, 64.0}}};
    hear(MetricsSampled{sample});
    QVERIFY(snapshot.figuresOf(component));
    QCOMPARE(snapshot.figuresOf(component)->cpuPercent, 12.5);

    component.error = u"another fact"_s;
    hear(ComponentChanged{component});
    QVERIFY(snapshot.figuresOf(component)); // stay
    component.pid.reset();
    hear(ComponentChanged{component});
    QVERIFY(!snapshot.figuresOf(component)); // it ended
    component.pid = 43;
    hear(ComponentChanged{component});
    QVERIFY(!snapshot.figuresOf(component)); // another run

    sample.components = {{u"a"_s, {0, 1.0, 2.0}}}; // measured before its process had a pid
    hear(MetricsSampled{sample});
    QVERIFY(!snapshot.figuresOf(component));
    component.pid.reset();
    QVERIFY(!snapshot.figuresOf(component));
}

QTEST_APPLESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
