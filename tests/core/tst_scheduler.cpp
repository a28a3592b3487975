// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/scheduler.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

// An execution of independent tasks: "a1", "a2"… of the execution "a".
class Source final : public TaskSource
{
public:
    Source(Scheduler &scheduler, const QString &id, int tasks) : m_scheduler(scheduler), m_id(id), m_ready(tasks) {}
    ~Source() override { m_scheduler.forget(*this); }

    QString executionId() const override { return m_id; }
    bool hasReadyTask() const override
    {
        ++questions;
        return m_ready > 0;
    }
    QString nextTaskId() const override { return m_id + QString::number(m_started + 1); }
    void startNext(const QString &workerId) override
    {
        started.append(nextTaskId());
        ++m_started;
        --m_ready;
        workers.append(workerId);
    }

    // A task on the worker it was given first ends; `next` tasks become ready by that.
    void endOne(int next = 0)
    {
        m_ready += next;
        if (m_ready > 0)
            m_scheduler.enqueue(*this);
        m_scheduler.release(workers.takeFirst());
    }

    static inline QStringList started; // of all, in order
    static inline int questions = 0;
    QStringList workers; // that run a task of it

private:
    Scheduler &m_scheduler;
    QString m_id;
    int m_ready;
    int m_started = 0;
};

} // namespace

// docs/model.md, "Workers, capacity, limits".
class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPipelineBesideASweepStartsWithinOneTask();
    void aSweepIsNotStarvedByNewcomers();
    void executionsWithAsManyTasksTakeTurns();
    void tasksOfAnExecutionKeepTheirOrder();
    void whatIsForgottenGetsNoWorker();
    void costDoesNotGrowWithWhatWaits_data();
    void costDoesNotGrowWithWhatWaits();

private:
    Source &add(const QString &id, int tasks)
    {
        m_sources.push_back(std::make_unique<Source>(*m_scheduler, id, tasks));
        m_scheduler->enqueue(*m_sources.back());
        return *m_sources.back();
    }
    static QStringList started() { return std::exchange(Source::started, {}); }

    SystemClock m_clock;
    Ids m_ids;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Scheduler> m_scheduler;
    std::vector<std::unique_ptr<Source>> m_sources;
};

void SchedulerTest::init()
{
    m_sources.clear();
    m_hub = std::make_unique<Hub>(m_clock, m_ids);
    m_scheduler = std::make_unique<Scheduler>(*m_hub, u"host"_s);
    m_scheduler->setWorkers(4);
    Source::started.clear();
    Source::questions = 0;
}

void SchedulerTest::aPipelineBesideASweepStartsWithinOneTask()
{
    Source &sweep = add(u"s"_s, 1000);
    QCOMPARE(started(), (QStringList{u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s}));
    Source &pipeline = add(u"p"_s, 1);
    QCOMPARE(started(), QStringList());
    sweep.endOne();
    QCOMPARE(started(), QStringList{u"p1"_s});
    // Every node that follows starts as its predecessor ends, not after another round of the sweep.
    pipeline.endOne(1);
    QCOMPARE(started(), QStringList{u"p2"_s});
    pipeline.endOne(2); // two at once: the second when the next task ends, whosever that is
    QCOMPARE(started(), QStringList{u"p3"_s});
    sweep.endOne();
    QCOMPARE(started(), QStringList{u"p4"_s});
    pipeline.endOne();
    pipeline.endOne();
    QCOMPARE(started(), (QStringList{u"s5"_s, u"s6"_s})); // the sweep has all workers again
    QCOMPARE(sweep.workers.size(), 4);
}

void SchedulerTest::aSweepIsNotStarvedByNewcomers()
{
    Source &sweep = add(u"s"_s, 1000);
    std::vector<Source *> running;
    for (int round = 0; round < 100; ++round) {
        running.push_back(&add(u"p%1-"_s.arg(round), 1)); // there is always one that waits with no task running
        const auto busy =
            std::find_if(running.begin(), running.end(), [](Source *each) { return !each->workers.isEmpty(); });
        if (sweep.workers.size() > 1 || busy == running.end())
            sweep.endOne();
        else
            (*busy)->endOne();
        QVERIFY2(!sweep.workers.isEmpty(), qPrintable(QString::number(round)));
    }
    // Without a worker it is behind those that wait now, and before those that come later.
    QCOMPARE(sweep.workers.size(), 1);
    sweep.endOne();
    for (int ends = 0; sweep.workers.isEmpty() && ends < 200; ++ends) {
        add(u"late%1-"_s.arg(ends), 1);
        (*std::find_if(running.begin(), running.end(), [](Source *each) {
            return !each->workers.isEmpty();
        }))->endOne();
    }
    QCOMPARE(sweep.workers.size(), 1);
    QCOMPARE(started().filter(u"late"_s), QStringList());
}

void SchedulerTest::executionsWithAsManyTasksTakeTurns()
{
    m_scheduler->setWorkers(1);
    Source &a = add(u"a"_s, 3);
    Source &b = add(u"b"_s, 3);
    for (int turn = 0; turn < 5; ++turn)
        (a.workers.isEmpty() ? b : a).endOne();
    QCOMPARE(started().join(u' '), u"a1 b1 a2 b2 a3 b3"_s);
}

void SchedulerTest::tasksOfAnExecutionKeepTheirOrder()
{
    Source &sweep = add(u"s"_s, 8);
    Source &other = add(u"o"_s, 4);
    for (int ended = 0; ended < 12; ++ended)
        (sweep.workers.isEmpty() ? other : sweep).endOne();
    const QStringList all = started();
    QCOMPARE(all.filter(u"s"_s).join(u' '), u"s1 s2 s3 s4 s5 s6 s7 s8"_s);
    QCOMPARE(all.filter(u"o"_s).join(u' '), u"o1 o2 o3 o4"_s);
}

void SchedulerTest::whatIsForgottenGetsNoWorker()
{
    Source &sweep = add(u"s"_s, 1000);
    Source &other = add(u"o"_s, 3);
    QCOMPARE(started().size(), 4);
    m_scheduler->forget(sweep); // its tasks run on until they are stopped
    for (const QString &worker : std::exchange(sweep.workers, {}))
        m_scheduler->release(worker);
    QCOMPARE(started().join(u' '), u"o1 o2 o3"_s);
    QCOMPARE(other.workers.size(), 3);
}

void SchedulerTest::costDoesNotGrowWithWhatWaits_data()
{
    QTest::addColumn<int>("executions");
    QTest::addColumn<int>("tasks");
    QTest::newRow("a sweep of 10 000") << 1 << 10'000;
    QTest::newRow("10 000 executions") << 10'000 << 1;
}

// Counted in looks at executions, not in time: a constant number for each task.
void SchedulerTest::costDoesNotGrowWithWhatWaits()
{
    QFETCH(int, executions);
    QFETCH(int, tasks);
    for (int i = 0; i < executions; ++i)
        add(u"e%1-"_s.arg(i), tasks);
    std::size_t first = 0; // of the executions that are not over
    while (first < m_sources.size()) {
        if (m_sources[first]->workers.isEmpty())
            ++first;
        else
            m_sources[first]->endOne();
    }
    QCOMPARE(started().size(), 10'000);
    QVERIFY2(Source::questions <= 4 * 10'000, qPrintable(QString::number(Source::questions)));
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
