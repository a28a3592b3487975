// SPDX-License-Identifier: GPL-3.0-or-later
// The page of executions on a FakeLink: the execution that the user reads stays the chosen one, however the rows move.
#include "tests/support/fakewindow.h"
#include "widgets/pages/executionspage.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ExecutionsPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void keepsWhatIsReadWhenItsRowGoes();
    void theChoiceOfAPersonStands();
    void readsOnWhatTheSnapshotForgot();
    void actsOnWhatItCanBeDoneWith();
    void aFailureShowsWhatTheFailedNodePrinted();
    void aCallGoesOnWhereItWasRead();
    void readsTheBeginningAndTheEnd();
    void goesOnReadingAfterAVisitElsewhere();
    void particularsHoldStillWhileOneCopies();
    void parametersStayAsTyped_data();
    void parametersStayAsTyped();
    void theLastHourIsTheServers();

private:
    void show();
    void put(const QString &id, ExecutionState state, Milliseconds createdAt);
    void putTask(const QString &id, const QString &node, ExecutionState state);
    void answerOutput(const OutputChunk &chunk) { link->answer(Answer(chunk)); }
    QString outputText()
    {
        page->detail().output().view().flush();
        return page->detail().output().view().toPlainText();
    }

    ExecutionsPage *page = nullptr;
};

void ExecutionsPageTest::show()
{
    QVERIFY(open());
    window->open(PageId::Executions);
    page = static_cast<ExecutionsPage *>(window->page(PageId::Executions));
}

void ExecutionsPageTest::init()
{
    Snapshot snapshot;
    Pipeline pipeline;
    pipeline.id = u"demo"_s;
    pipeline.nodes = {{u"load"_s, u"text"_s, {}, {{u"value"_s, 1}}, {}}};
    snapshot.catalogue.pipelines = {pipeline};
    begin(snapshot);
    show();
    put(u"early"_s, ExecutionState::Running, Milliseconds(1'000));
    put(u"late"_s, ExecutionState::Running, Milliseconds(2'000));
}

void ExecutionsPageTest::put(const QString &id, ExecutionState state, Milliseconds createdAt)
{
    Execution execution = link->snapshot().executions.value(id);
    execution.id = id;
    execution.name = u"The "_s + id;
    execution.state = state;
    execution.owner = u"mira"_s;
    execution.dialect = u"alger"_s;
    execution.createdAt = Timestamp(createdAt);
    if (isFinal(state))
        execution.endedAt = link->now;
    link->change(ExecutionChanged{execution});
}

void ExecutionsPageTest::putTask(const QString &id, const QString &node, ExecutionState state)
{
    Task task;
    task.executionId = id;
    task.nodeId = node;
    task.state = state;
    task.startedAt = link->now;
    link->change(TaskChanged{task});
}

void ExecutionsPageTest::keepsWhatIsReadWhenItsRowGoes()
{
    QComboBox &state = page->filters().state();
    state.setCurrentIndex(state.findData(static_cast<int>(ExecutionState::Running)));
    QVERIFY(page->table().selectId(u"early"_s));
    put(u"early"_s, ExecutionState::Failed, Milliseconds(1'000));
    QCOMPARE(page->table().model()->rowCount(), 1); // early has ended, so it is filtered out
    QCOMPARE(page->detail().executionId(), u"early"_s);
    QVERIFY(page->table().selectedIds().isEmpty());
    QVERIFY(!page->stopAction().isEnabled()); // actions act on the execution that is shown
    page->rerunAction().trigger();
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, u"early"_s);
    state.setCurrentIndex(0); // shows early again
    QCOMPARE(page->table().selectedIds(), QStringList{u"early"_s});
}

void ExecutionsPageTest::theChoiceOfAPersonStands()
{
    put(u"bad"_s, ExecutionState::Failed, Milliseconds(500));
    QVERIFY(page->table().selectId(u"early"_s));
    QComboBox &state = page->filters().state();
    state.setCurrentIndex(state.findData(static_cast<int>(ExecutionState::Failed)));
    QVERIFY(page->table().selectId(u"bad"_s));
    put(u"early"_s, ExecutionState::Failed, Milliseconds(1'000)); // now matches the filter
    QCOMPARE(page->table().model()->rowCount(), 2);
    QCOMPARE(page->table().selectedIds(), QStringList{u"bad"_s});
    QCOMPARE(page->detail().executionId(), u"bad"_s);
}

void ExecutionsPageTest::readsOnWhatTheSnapshotForgot()
{
    QVERIFY(page->table().selectId(u"early"_s));
    put(u"early"_s, ExecutionState::Succeeded, Milliseconds(1'000));
    for (int i = 0; i < Snapshot::finishedKept; ++i) {
        link->now += Milliseconds(1);
        put(u"call-%1"_s.arg(i), ExecutionState::Succeeded, Milliseconds(10'000 + i));
    }
    QVERIFY(!link->snapshot().execution(u"early"_s));
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QVERIFY(link->lastQuery<ExecutionQuery>());
    QCOMPARE(link->lastQuery<ExecutionQuery>()->id, u"early"_s);
    ExecutionDetail detail;
    detail.execution.id = u"early"_s;
    detail.execution.state = ExecutionState::Failed;
    detail.execution.error = u"as the store has it"_s;
    link->answer(Answer(detail));
    QCOMPARE(page->detail().explanation(), u"as the store has it"_s);
    const qsizetype asked = link->asked.size();
    window->open(PageId::Server);
    window->open(PageId::Executions);
    for (qsizetype i = asked; i < link->asked.size(); ++i)
        QVERIFY(!std::holds_alternative<ExecutionQuery>(link->asked[i])); // not asked a second time
}

void ExecutionsPageTest::actsOnWhatItCanBeDoneWith()
{
    put(u"bad"_s, ExecutionState::Failed, Milliseconds(500));
    page->table().selectAll();
    QCOMPARE(page->table().selectedIds().size(), 3);
    page->rerunAction().trigger();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, u"bad"_s);
    page->stopAction().trigger();
    QCOMPARE(link->submitted.size(), 3);
    for (const CommandBody &body : link->submitted.mid(1))
        QVERIFY(std::get<CancelExecution>(body).executionId != u"bad"_s);
}

void ExecutionsPageTest::aFailureShowsWhatTheFailedNodePrinted()
{
    const QString id = u"early"_s;
    putTask(id, u"fine"_s, ExecutionState::Running);
    putTask(id, u"load"_s, ExecutionState::Running);
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->followedOutputs.contains(id));
    Q_EMIT link->outputReceived(id, 0, "live\n");
    QCOMPARE(outputText(), u"live\n"_s);
    putTask(id, u"fine"_s, ExecutionState::Succeeded);
    putTask(id, u"load"_s, ExecutionState::Failed);
    put(id, ExecutionState::Failed, Milliseconds(1'000));
    QTRY_COMPARE(page->detail().output().node(), u"load"_s);
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"load"_s);
    answerOutput({{}, "cannot read it\n", 15});
    QCOMPARE(outputText(), u"cannot read it\n"_s);
    QVERIFY(link->followedOutputs.isEmpty());
}

void ExecutionsPageTest::aCallGoesOnWhereItWasRead()
{
    const QString id = u"early"_s; // has no tasks, as a call
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    Q_EMIT link->outputReceived(id, 4, "two\nthree\n"); // before the file's answer
    answerOutput({{}, "one\ntwo\n", 8});
    QCOMPARE(outputText(), u"one\ntwo\nthree\n"_s);
    const qsizetype asked = link->asked.size();
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    QTRY_VERIFY(link->followedOutputs.isEmpty());
    QCOMPARE(outputText(), u"one\ntwo\nthree\n"_s); // complete: the file is not read anew
    QCOMPARE(link->asked.size(), asked);
    QCOMPARE(page->detail().output().notice(), u"14 B"_s);
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, 14); // reads on from the end
}

void ExecutionsPageTest::readsTheBeginningAndTheEnd()
{
    const QString id = u"early"_s;
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    const QByteArray whole = "first line\n" + QByteArray(5 << 20, 'x') + "\nlast line\n";
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    int answers = 0;
    for (; answers < 5 && link->lastQuery<OutputQuery>(); ++answers) {
        const OutputQuery query = *link->lastQuery<OutputQuery>();
        const qsizetype before = link->asked.size();
        answerOutput({{}, whole.mid(query.offset, query.maxBytes), whole.size()});
        if (link->asked.size() == before)
            break;
    }
    QCOMPARE(answers, 1); // two with the first
    const QString shown = outputText();
    QVERIFY(shown.startsWith(u"first line\n"_s));
    QVERIFY(shown.endsWith(u"\nlast line\n"_s));
    QVERIFY(shown.contains(u"[3.0 MiB left out here]"_s));
    QVERIFY(page->detail().output().notice().contains(u"3.0 MiB"_s));
}

void ExecutionsPageTest::goesOnReadingAfterAVisitElsewhere()
{
    const QString id = u"early"_s;
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    const QByteArray text = QByteArray("line\n").repeated(1'000);
    answerOutput({{}, text, text.size()});
    QScrollBar *bar = page->detail().output().view().verticalScrollBar();
    bar->setValue(300);
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QVERIFY(link->lastQuery<OutputQuery>());
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, text.size());
    answerOutput({{}, {}, text.size()});
    QCOMPARE(bar->value(), 300);
    QCOMPARE(outputText().size(), text.size());
}

void ExecutionsPageTest::particularsHoldStillWhileOneCopies()
{
    QVERIFY(page->table().selectId(u"early"_s));
    auto *particulars = window->findChild<QPlainTextEdit *>(u"particulars"_s);
    QVERIFY(particulars);
    particulars->selectAll();
    const QString before = particulars->toPlainText();
    const auto say = [this](const QString &message) {
        Execution execution = *link->snapshot().execution(u"early"_s);
        execution.message = execution.error = message;
        link->change(ExecutionChanged{execution});
    };
    say(u"step 1"_s);
    QTRY_COMPARE(page->detail().explanation(), u"step 1"_s); // the page has refreshed
    QCOMPARE(particulars->toPlainText(), before);
    QVERIFY(particulars->textCursor().hasSelection());
    particulars->setTextCursor({});
    particulars->moveCursor(QTextCursor::Start);
    say(u"step 2"_s);
    QTRY_VERIFY(particulars->toPlainText().contains(u"step 2"_s));
}

void ExecutionsPageTest::parametersStayAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("sent");
    const auto row = [](const char *typed, const QJsonValue &sent) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << sent;
    };
    row("3", 3);
    row("-2.5", -2.5);
    row("true", true);
    row("[1, 2]", QJsonArray{1, 2});
    row("1.10", u"1.10"_s); // a version stays a text
    row("1.0", u"1.0"_s);
    row("12345678901234567890", u"12345678901234567890"_s); // an id, too
    row("007", u"007"_s);
    row("a, b", u"a, b"_s);
}

void ExecutionsPageTest::parametersStayAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QJsonValue, sent);
    window->open(PageId::Executions, u"pipeline:demo"_s);
    StartDialog *dialog = page->dialog();
    QVERIFY(dialog);
    dialog->setParam(u"value"_s, typed);
    dialog->startButton().click();
    QVERIFY(link->lastCommand<StartPipeline>());
    QCOMPARE(link->lastCommand<StartPipeline>()->params.value(u"value"_s), sent);
}

void ExecutionsPageTest::theLastHourIsTheServers()
{
    window.reset();
    link = std::make_unique<test::FakeLink>(); // not connected: the server's time is not known
    settings->setValue(u"executions/time"_s, 1);
    show();
    link->connectTo({});
    link->tick();
    const Timestamp hourAgo = link->now - std::chrono::hours(1);
    QTRY_VERIFY(page->model().filter().createdFrom >= hourAgo - std::chrono::minutes(1));
}

QTEST_MAIN(ExecutionsPageTest)
#include "tst_executionspage.moc"
