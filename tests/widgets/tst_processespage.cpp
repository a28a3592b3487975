// SPDX-License-Identifier: GPL-3.0-or-later
// The page of processes: calls of the window, and those of others.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/live/callpane.h"
#include "widgets/pages/processespage.h"

#include <QAction>
#include <QLineEdit>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ProcessesPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void callsAProcessAndTalksToIt();
    void watchesCallsOfOthers();
    void saysWhatAProcessIsFor();
};

void ProcessesPageTest::init()
{
    ProcessDefinition count = process(u"count"_s);
    count.params = ProcessDefinition::Params::Append;
    count.description = u"Counts to its first parameter"_s;
    count.command = {u"seq"_s};
    begin(snapshotOf(count));
    QVERIFY(open());
    link->tick();
}

void ProcessesPageTest::callsAProcessAndTalksToIt()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    QVERIFY(!processes.runButton().isEnabled());
    QVERIFY(processes.table().selectId(u"count"_s));
    processes.params().setText(u"1 \"a b\""_s);
    QTest::keyClick(&processes.params(), Qt::Key_Return);
    QVERIFY(link->lastCommand<StartProcess>());
    QCOMPARE(link->lastCommand<StartProcess>()->params, (QStringList{u"1"_s, u"a b"_s}));
    link->complete(Error{ErrorCode::InvalidArgument, u"invalid args"_s});
    QCOMPARE(processes.error(), u"invalid args"_s);
    processes.runButton().click();
    Execution call = execution(u"call-1"_s, ExecutionState::Running, ExecutionKind::Process);
    link->change(ExecutionChanged{call});
    link->complete({}, call.id);
    CallPane *pane = processes.currentCall();
    QVERIFY(pane);
    QVERIFY(link->followedOutputs.contains(call.id));
    Q_EMIT link->outputReceived(call.id, 4, "two\nthree\n");
    QVERIFY(link->answerLast<OutputQuery>(OutputChunk{{}, "one\ntwo\n", 8}));
    pane->view().flush();
    QCOMPARE(pane->view().toPlainText(), u"one\ntwo\nthree\n"_s);
    pane->input().setText(u"hello"_s);
    QTest::keyClick(&pane->input(), Qt::Key_Return);
    QCOMPARE(link->input, QByteArray("hello\n"));
    QCOMPARE(pane->view().toPlainText(), u"one\ntwo\nthree\n› hello\n"_s); // so that a dialogue can be read afterwards
    Q_EMIT link->outputReceived(call.id, 14, "world\n");
    pane->view().flush();
    QCOMPARE(pane->view().toPlainText(), u"one\ntwo\nthree\n› hello\nworld\n"_s);
    const auto isBold = [pane](int line) {
        QTextCursor place(pane->view().document()->findBlockByNumber(line));
        place.movePosition(QTextCursor::NextCharacter);
        return place.charFormat().fontWeight() == QFont::Bold;
    };
    QVERIFY(!isBold(2) && isBold(3) && !isBold(4));
    pane->closeInputAction().trigger();
    QVERIFY(link->inputClosed);
    QVERIFY(!pane->input().isEnabled());
    pane->cancelAction().trigger();
    QCOMPARE(link->lastCommand<CancelExecution>()->executionId, call.id);
    call.state = ExecutionState::Succeeded;
    call.result = QJsonArray{1, u"a b"_s};
    link->change(ExecutionChanged{call});
    QCOMPARE(pane->result(), u"Result: [1,\"a b\"]"_s);
    QVERIFY(!link->followedOutputs.contains(call.id));
    QVERIFY(!pane->cancelAction().isEnabled());
}

void ProcessesPageTest::watchesCallsOfOthers()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    Execution call = execution(u"remote"_s, ExecutionState::Running, ExecutionKind::Process);
    call.dialect = u"pow"_s;
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 1);
    QVERIFY(processes.calls().selectId(call.id));
    processes.watchButton().click();
    QCOMPARE(processes.currentCall()->executionId(), call.id);
    call.state = ExecutionState::Cancelled;
    call.error = u"client requested cancellation"_s;
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 0);
    QCOMPARE(processes.currentCall()->result(), u"Rejected: client requested cancellation"_s);
}

void ProcessesPageTest::saysWhatAProcessIsFor()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    QVERIFY(processes.table().selectId(u"count"_s));
    const QModelIndex row = processes.table().currentIndex();
    QCOMPARE(row.siblingAtColumn(ProcessesModel::Description).data().toString(), u"Counts to its first parameter"_s);
    QCOMPARE(row.siblingAtColumn(ProcessesModel::Name).data(Qt::ToolTipRole).toString(),
             u"Counts to its first parameter\n\nseq"_s);
    QCOMPARE(processes.description(), u"Counts to its first parameter"_s);
}

QTEST_MAIN(ProcessesPageTest)
#include "tst_processespage.moc"
