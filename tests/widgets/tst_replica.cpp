// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/controls/refresher.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::widgets;
using namespace Qt::StringLiterals;

namespace {

Component component(ComponentState state)
{
    return test::component(u"store"_s, state);
}

Execution execution(ExecutionState state)
{
    Execution made = test::execution(u"run"_s, state);
    made.name = u"Run"_s;
    return made;
}

} // namespace

class ReplicaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatWasBefore();
    void tellsOfExecutionsAndTasks();
    void tellsOfClients();
    void forgetsWhatTheSnapshotNeverHad();
    void answersOnce();
    void aDroppedQuestionIsNotAnswered();
    void aWrongAnswerIsAnError();
    void refreshesOnlyWhileVisible();
    void refreshesAfterAReconnect();

private:
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<Replica> replica;
};

void ReplicaTest::init()
{
    replica.reset();
    link = std::make_unique<test::FakeLink>();
    replica = std::make_unique<Replica>(*link);
    link->connectTo({});
}

void ReplicaTest::tellsWhatWasBefore()
{
    QStringList told;
    const auto words = [](const Component *one) { return one ? toString(one->state) : u"none"_s; };
    connect(replica.get(), &Replica::componentChanged, this,
            [&](const Component *before, const Component *now, const Change &change) {
                told.append(words(before) + u'>' + words(now) + u" by "_s + change.actor.user);
            });
    link->change(ComponentChanged{component(ComponentState::Stopped)}, {u"ann"_s, Role::Operator, {}, {}});
    link->change(ComponentChanged{component(ComponentState::Running)}, {u"ben"_s, Role::Operator, {}, {}});
    link->change(ComponentRemoved{u"store"_s}, {u"cid"_s, Role::Admin, {}, {}});
    link->change(ComponentRemoved{u"store"_s}, {u"dan"_s, Role::Admin, {}, {}}); // of nothing: no news
    QCOMPARE(told, QStringList({u"none>stopped by ann"_s, u"stopped>running by ben"_s, u"running>none by cid"_s}));
}

void ReplicaTest::tellsOfExecutionsAndTasks()
{
    QStringList told;
    connect(replica.get(), &Replica::executionChanged, this, [&](const Execution *before, const Execution &now) {
        told.append((before ? toString(before->state) : u"none"_s) + u'>' + toString(now.state));
    });
    connect(replica.get(), &Replica::taskChanged, this, [&](const Task *before, const Task &now, const Execution &of) {
        told.append((before ? toString(before->state) : u"none"_s) + u'>' + toString(now.state) + u" of "_s + of.name
                    + u" with "_s + QString::number(of.counts.succeeded));
    });
    Task task = test::task(u"nowhere"_s, u"a"_s);
    link->change(TaskChanged{task}); // of an execution that the Snapshot does not hold: not told
    link->change(ExecutionChanged{execution(ExecutionState::Running)});
    task.executionId = u"run"_s;
    link->change(TaskChanged{task});
    task.state = ExecutionState::Succeeded;
    link->change(TaskChanged{task});
    link->change(ExecutionChanged{execution(ExecutionState::Succeeded)});
    QCOMPARE(told, QStringList({u"none>running"_s, u"none>created of Run with 0"_s,
                                u"created>succeeded of Run with 1"_s, u"running>succeeded"_s}));
}

void ReplicaTest::tellsOfClients()
{
    QStringList told;
    connect(replica.get(), &Replica::clientConnected, this,
            [&](const Client &client) { told.append(u'+' + client.id); });
    connect(replica.get(), &Replica::clientGone, this,
            [&](const Client &client, const QString &reason) { told.append(u'-' + client.id + u' ' + reason); });
    link->change(ClientConnected{test::client(u"c"_s)});
    link->change(ClientDisconnected{u"c"_s, u"bye"_s});
    link->change(ClientDisconnected{u"c"_s, u"again"_s});
    QCOMPARE(told, QStringList({u"+c"_s, u"-c bye"_s}));
}

// The history holds more than the Snapshot, and its page must hear of what is deleted there.
void ReplicaTest::forgetsWhatTheSnapshotNeverHad()
{
    QStringList told;
    connect(replica.get(), &Replica::executionForgotten, this, [&](const QString &id, const Execution *before) {
        told.append(id + (before ? u" known"_s : u" unknown"_s));
    });
    link->change(ExecutionChanged{execution(ExecutionState::Succeeded)});
    link->change(ExecutionForgotten{u"run"_s});
    link->change(ExecutionForgotten{u"old"_s});
    QCOMPARE(told, QStringList({u"run known"_s, u"old unknown"_s}));
}

void ReplicaTest::answersOnce()
{
    int total = 0;
    int answers = 0;
    Asking asking = replica->ask(HistoryQuery{}, [&](const Result<HistoryPage> &page) {
        ++answers;
        total = page ? page->total : -1;
        QVERIFY(!asking.isUnderWay());
    });
    QVERIFY(asking.isUnderWay());
    link->answer(Answer(HistoryPage{{}, 7}));
    link->answer(Answer(HistoryPage{{}, 8}));
    QCOMPARE(answers, 1);
    QCOMPARE(total, 7);
    asking = replica->ask(HistoryQuery{}, [&](const Result<HistoryPage> &page) { total = page ? 0 : -1; });
    link->refuse(u"no"_s);
    QCOMPARE(total, -1);
}

void ReplicaTest::aDroppedQuestionIsNotAnswered()
{
    QStringList answered;
    const auto note = [&answered](const QString &name) {
        return [&answered, name](const Result<HistoryPage> &) { answered.append(name); };
    };
    Asking asking = replica->ask(HistoryQuery{}, note(u"cancelled"_s));
    asking.cancel();
    QVERIFY(!asking.isUnderWay());
    link->answer(Answer(HistoryPage{}));
    asking = replica->ask(HistoryQuery{}, note(u"replaced"_s));
    asking = replica->ask(HistoryQuery{}, note(u"newest"_s));
    Q_EMIT link->answered(static_cast<QueryId>(link->asked.size() - 1), Answer(HistoryPage{}));
    link->answer(Answer(HistoryPage{}));
    QCOMPARE(answered, QStringList(u"newest"_s));
}

void ReplicaTest::aWrongAnswerIsAnError()
{
    std::optional<ErrorCode> error;
    const Asking asking = replica->ask(HistoryQuery{}, [&](const Result<HistoryPage> &page) {
        if (!page)
            error = page.error().code;
    });
    link->answer(Answer(LogPage{}));
    QVERIFY(error == ErrorCode::Internal);
}

void ReplicaTest::refreshesOnlyWhileVisible()
{
    QWidget widget;
    int count = 0;
    Refresher refresher(widget, *replica, [&count] { ++count; });
    refresher.on(*replica, &Replica::componentChanged);
    QWidget other; // shows that a moment has passed
    int passed = 0;
    Refresher later(other, *replica, [&passed] { ++passed; });
    later.on(*replica, &Replica::heard);
    other.show();
    link->change(ComponentChanged{component(ComponentState::Stopped)});
    QTRY_COMPARE(passed, 2);
    QCOMPARE(count, 0); // hidden
    widget.show();
    QCOMPARE(count, 1); // caught up
    for (int i = 0; i < 1000; ++i)
        link->change(ComponentChanged{component(ComponentState::Running)});
    QCOMPARE(count, 1);
    QTRY_COMPARE(count, 2); // once for all
    widget.hide();
    link->change(ComponentChanged{component(ComponentState::Stopped)});
    widget.show();
    QCOMPARE(count, 3);
    QTRY_VERIFY(passed > 3);
    const int before = passed;
    link->change(ModeChanged{Mode::Halted}); // the widget does not depend on this
    QTRY_VERIFY(passed > before);
    QCOMPARE(count, 3);
}

void ReplicaTest::refreshesAfterAReconnect()
{
    QWidget widget;
    int count = 0;
    const Refresher refresher(widget, *replica, [&count] { ++count; });
    widget.show();
    const int shown = count;
    link->loseConnection();
    QCOMPARE(count, shown + 1);
    link->connectTo(link->snapshot());
    QVERIFY(count > shown + 1);
}

QTEST_MAIN(ReplicaTest)
#include "tst_replica.moc"
