// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/restartplan.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;

class RestartPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesUpAfterFiveQuickFailures();
    void neverGivesUpAfterSuccesses();
    void doublesUpToAMinute();
    void aLongRunBeginsAnew();
    void jitterStaysWithinTenPercent();
};

// docs/reliability.md, "A crash loop costs nothing".
void RestartPlanTest::givesUpAfterFiveQuickFailures()
{
    RestartPlan plan;
    for (const auto expected : {1s, 2s, 4s, 8s})
        QCOMPARE(plan.next(0ms, true, 1s, 0.5), std::optional<Milliseconds>(expected));
    QVERIFY(!plan.next(9'999ms, true, 1s, 0.5));
    plan.reset();
    QCOMPARE(plan.next(0ms, true, 1s, 0.5), std::optional<Milliseconds>(1s));
}

// "always" means always: to end well is no failure, however soon. The delays grow all the same.
void RestartPlanTest::neverGivesUpAfterSuccesses()
{
    RestartPlan plan;
    for (int count = 0; count < 3; ++count)
        (void)plan.next(0ms, true, 1s, 0.5);
    for (int count = 0; count < 100; ++count)
        QVERIFY(plan.next(0ms, false, 1s, 0.5));
    QCOMPARE(plan.next(0ms, false, 1s, 0.5), std::optional<Milliseconds>(60s));
    for (int count = 0; count < 4; ++count) // failures before them do not count
        QVERIFY(plan.next(0ms, true, 1s, 0.5));
    QVERIFY(!plan.next(0ms, true, 1s, 0.5));
}

void RestartPlanTest::doublesUpToAMinute()
{
    RestartPlan plan;
    for (const auto expected : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s})
        QCOMPARE(plan.next(RestartPlan::quickRun, true, 1s, 0.5), std::optional<Milliseconds>(expected));
    for (int count = 0; count < 100; ++count)
        QCOMPARE(plan.next(RestartPlan::quickRun, true, 1s, 1.0), std::optional<Milliseconds>(60s));
}

void RestartPlanTest::aLongRunBeginsAnew()
{
    RestartPlan plan;
    for (int count = 0; count < 4; ++count)
        (void)plan.next(0ms, true, 1s, 0.5);
    QCOMPARE(plan.next(RestartPlan::longestDelay, true, 1s, 0.5), std::optional<Milliseconds>(1s));
    QCOMPARE(plan.next(0ms, true, 1s, 0.5), std::optional<Milliseconds>(2s)); // quick failures are counted anew, too
}

void RestartPlanTest::jitterStaysWithinTenPercent()
{
    QCOMPARE(RestartPlan().next(0ms, true, 10s, 0.0), std::optional<Milliseconds>(9s));
    QCOMPARE(RestartPlan().next(0ms, true, 10s, 1.0), std::optional<Milliseconds>(11s));
    QCOMPARE(RestartPlan().next(0ms, true, 60s, 1.0), std::optional<Milliseconds>(60s));
    QCOMPARE(RestartPlan().next(0ms, true, 300s, 0.5),
             std::optional<Milliseconds>(300s)); // a longer configured delay stays
}

QTEST_APPLESS_MAIN(RestartPlanTest)
#include "tst_restartplan.moc"
