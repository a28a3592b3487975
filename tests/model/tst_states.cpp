// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/component.h"
#include "server/model/execution.h"
#include "server/model/user.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

// The transition tables and roles of docs/model.md ("States", "Who may do what").
class StatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentTransitions_data();
    void componentTransitions();
    void finalExecutionsNeverMove();
    void executionTransitions_data();
    void executionTransitions();
    void namesReadBack();
    void highestRoleCounts();
};

void StatesTest::componentTransitions_data()
{
    using S = ComponentState;
    QTest::addColumn<S>("from");
    QTest::addColumn<S>("to");
    QTest::addColumn<bool>("legal");
    QTest::newRow("start") << S::Stopped << S::Starting << true;
    QTest::newRow("ready") << S::Starting << S::Running << true;
    QTest::newRow("never running without starting") << S::Stopped << S::Running << false;
    QTest::newRow("crash") << S::Running << S::Error << true;
    QTest::newRow("restart policy") << S::Running << S::Starting << true;
    QTest::newRow("stop") << S::Running << S::Stopping << true;
    QTest::newRow("stopping does not come back to life") << S::Stopping << S::Running << false;
    QTest::newRow("gone") << S::Stopping << S::Stopped << true;
    QTest::newRow("error starts again") << S::Error << S::Starting << true;
    QTest::newRow("error is not running") << S::Error << S::Running << false;
}

void StatesTest::componentTransitions()
{
    QFETCH(ComponentState, from);
    QFETCH(ComponentState, to);
    QTEST(isLegalTransition(from, to), "legal");
}

void StatesTest::finalExecutionsNeverMove()
{
    using S = ExecutionState;
    for (const S from : {S::Succeeded, S::Failed, S::Cancelled, S::Interrupted}) {
        for (const S to : {S::Created, S::Queued, S::Running, S::Succeeded, S::Failed, S::Cancelled, S::Interrupted})
            QCOMPARE(isLegalTransition(from, to), from == to);
    }
}

void StatesTest::executionTransitions_data()
{
    using S = ExecutionState;
    QTest::addColumn<S>("from");
    QTest::addColumn<S>("to");
    QTest::addColumn<bool>("legal");
    QTest::newRow("queue") << S::Created << S::Queued << true;
    QTest::newRow("at once") << S::Created << S::Running << true;
    QTest::newRow("cancelled before it began") << S::Created << S::Cancelled << true;
    QTest::newRow("another attempt") << S::Running << S::Queued << true;
    QTest::newRow("not back to created") << S::Running << S::Created << false;
    QTest::newRow("queued is not created again") << S::Queued << S::Created << false;
}

void StatesTest::executionTransitions()
{
    QFETCH(ExecutionState, from);
    QFETCH(ExecutionState, to);
    QTEST(isLegalTransition(from, to), "legal");
}

void StatesTest::namesReadBack()
{
    for (int i = 0; i <= int(ComponentState::Error); ++i)
        QVERIFY(componentStateFromString(toString(ComponentState(i))) == ComponentState(i));
    for (int i = 0; i <= int(ExecutionState::Interrupted); ++i)
        QVERIFY(executionStateFromString(toString(ExecutionState(i))) == ExecutionState(i));
    for (int i = 0; i <= int(ExecutionKind::Job); ++i)
        QVERIFY(executionKindFromString(toString(ExecutionKind(i))) == ExecutionKind(i));
    QVERIFY(!executionStateFromString(u"finished"_s));
}

void StatesTest::highestRoleCounts()
{
    User user;
    QVERIFY(user.role() == Role::None);
    user.roleNames = {u"viewer"_s, u"admin"_s, u"operator"_s};
    QVERIFY(user.role() == Role::Admin);
}

QTEST_GUILESS_MAIN(StatesTest)
#include "tst_states.moc"
