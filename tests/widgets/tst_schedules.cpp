// SPDX-License-Identifier: GPL-3.0-or-later
// What is started by the clock, in the window.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/schedulespage.h"

#include <QAction>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

const QString nightly = u"nightly"_s;
const QString restart = u"restart-web"_s;

Schedule schedule(const QString &id, const ScheduleTarget &target)
{
    Schedule made;
    made.id = id;
    made.name = u"The "_s + id;
    made.plan = u"0 2 * * * Europe/Berlin"_s;
    made.target = target;
    return made;
}

ScheduleRun ran(ScheduleOutcome outcome, Timestamp at, const QString &text = {})
{
    ScheduleRun run;
    run.outcome = outcome;
    run.due = run.at = at;
    run.text = text;
    return run;
}

} // namespace

class SchedulesTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void saysWhenAndWhatCameOfIt();
    void runsPausesAndGoesOn();
    void leadsToWhatItStarted();

private:
    QString cell(const QString &id, int column) const;
};

void SchedulesTest::init()
{
    begin(snapshotOf(component(u"web"_s, ComponentState::Running)));
    Schedule one = schedule(nightly, PipelineTarget{u"backup"_s, {}});
    one.nextAt = link->now + 90min;
    one.record.last = ran(ScheduleOutcome::Succeeded, link->now - 23h);
    one.record.last->executionId = u"e1"_s;
    one.record.leftOut = ran(ScheduleOutcome::Skipped, link->now - 1h, u"the one before still runs"_s);
    link->change(ScheduleChanged{one});
    link->change(ScheduleChanged{schedule(restart, ComponentTarget{u"web"_s, ComponentAction::Restart})});
    QVERIFY(open());
    link->tick();
}

QString SchedulesTest::cell(const QString &id, int column) const
{
    const auto &page = *qobject_cast<SchedulesPage *>(window->page(PageId::Schedules));
    const QAbstractItemModel &model = *const_cast<SchedulesPage &>(page).table().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, SchedulesModel::Name).data().toString().endsWith(id))
            return model.index(row, column).data().toString();
    }
    return {};
}

void SchedulesTest::saysWhenAndWhatCameOfIt()
{
    (void)page<SchedulesPage>(PageId::Schedules);
    QCOMPARE(cell(nightly, SchedulesModel::State), u"Skipped"_s); // the newest of what happened
    QCOMPARE(cell(nightly, SchedulesModel::Starts), u"Pipeline backup"_s);
    QCOMPARE(cell(nightly, SchedulesModel::Outcome), u"Skipped: the one before still runs"_s);
    QTRY_VERIFY2(cell(nightly, SchedulesModel::Next).startsWith("in 1 h "_L1),
                 qPrintable(cell(nightly, SchedulesModel::Next)));
    QCOMPARE(cell(restart, SchedulesModel::Starts), u"Restart The web"_s);
    QCOMPARE(cell(restart, SchedulesModel::State), u"Waiting"_s);
    QCOMPARE(cell(restart, SchedulesModel::Next), u"–"_s);

    Schedule failing = *link->snapshot().schedule(nightly);
    failing.running = {u"e2"_s};
    link->change(ScheduleChanged{failing});
    QCOMPARE(cell(nightly, SchedulesModel::State), u"Running"_s);
    failing.running.clear();
    failing.record.last = ran(ScheduleOutcome::Failed, link->now, u"exit status 3"_s);
    link->change(ScheduleChanged{failing});
    QCOMPARE(cell(nightly, SchedulesModel::Outcome), u"Failed: exit status 3"_s);
    link->change(ScheduleRemoved{nightly});
    QCOMPARE(cell(nightly, SchedulesModel::State), QString());
}

void SchedulesTest::runsPausesAndGoesOn()
{
    auto &schedules = page<SchedulesPage>(PageId::Schedules, nightly);
    QTRY_VERIFY(schedules.runAction().isEnabled());
    QVERIFY(!schedules.resumeAction().isEnabled()); // it is not paused
    schedules.runAction().trigger();
    QCOMPARE(link->lastCommand<RunScheduleNow>()->id, nightly);
    QVERIFY(!schedules.runAction().isEnabled()); // until it is answered
    link->complete(Error{ErrorCode::Capacity, u"no worker is free"_s});
    QCOMPARE(schedules.error(), u"The nightly: no worker is free"_s);
    schedules.pauseAction().trigger();
    QCOMPARE(link->lastCommand<DisableSchedule>()->id, nightly);
    link->complete();
    Schedule paused = *link->snapshot().schedule(nightly);
    paused.isEnabled = false;
    paused.nextAt.reset();
    link->change(ScheduleChanged{paused});
    QTRY_VERIFY(schedules.resumeAction().isEnabled());
    QVERIFY(!schedules.pauseAction().isEnabled());
    QCOMPARE(cell(nightly, SchedulesModel::State), u"Paused"_s);
    schedules.resumeAction().trigger();
    QCOMPARE(link->lastCommand<EnableSchedule>()->id, nightly);
}

void SchedulesTest::leadsToWhatItStarted()
{
    auto &schedules = page<SchedulesPage>(PageId::Schedules, nightly);
    Q_EMIT schedules.table().activated(schedules.table().currentIndex());
    QCOMPARE(window->page(PageId::Executions)->isVisible(), true);
    page<SchedulesPage>(PageId::Schedules, restart);
    Q_EMIT schedules.table().activated(schedules.table().currentIndex());
    QCOMPARE(window->page(PageId::Components)->isVisible(), true);

    page<SchedulesPage>(PageId::Schedules, restart);
    QTRY_VERIFY(!schedules.runsAction().isEnabled()); // it starts no execution
    page<SchedulesPage>(PageId::Schedules, nightly);
    QTRY_VERIFY(schedules.runsAction().isEnabled());
    schedules.runsAction().trigger();
    QCOMPARE(window->page(PageId::Executions)->isVisible(), true);
    QCOMPARE(link->lastQuery<HistoryQuery>()->filter.schedule, nightly);
    QVERIFY(link->lastQuery<HistoryQuery>()->filter.dialect.isEmpty());
}

QTEST_MAIN(SchedulesTest)
#include "tst_schedules.moc"
