// SPDX-License-Identifier: GPL-3.0-or-later
// The page of executions on a link that the test holds: what is read stays what was chosen, however the rows move.
#include "tests/support/fakelink.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/executionspage.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::widgets;

class ExecutionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
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
    void open();
    void put(const QString &id, ExecutionState state, Milliseconds createdAt);
    void putTask(const QString &id, const QString &node, ExecutionState state);
    void answerOutput(const OutputChunk &chunk) { link->answer(Answer(chunk)); }
    QString outputText()
    {
        page->detail().output().view().flush();
        return page->detail().output().view().toPlainText();
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<MainWindow> window;
    ExecutionsPage *page = nullptr;
};

void ExecutionsPageTest::open()
{
    window = std::make_unique<MainWindow>(*link, *settings);
    window->resize(1280, 800);
    window->show();
    window->open(PageId::Executions);
    page = static_cast<ExecutionsPage *>(window->page(PageId::Executions));
}

void ExecutionsPageTest::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    link = std::make_unique<test::FakeLink>();
    Snapshot snapshot;
    Pipeline pipeline;
    pipeline.id = QStringLiteral("demo");
    pipeline.nodes = {{QStringLiteral("load"), QStringLiteral("text"), {}, {{QStringLiteral("value"), 1}}, {}}};
    snapshot.catalogue.pipelines = {pipeline};
    link->connectTo(snapshot);
    open();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    put(QStringLiteral("early"), ExecutionState::Running, Milliseconds(1'000));
    put(QStringLiteral("late"), ExecutionState::Running, Milliseconds(2'000));
}

void ExecutionsPageTest::cleanup()
{
    window.reset();
    link.reset();
}

void ExecutionsPageTest::put(const QString &id, ExecutionState state, Milliseconds createdAt)
{
    Execution execution = link->snapshot().executions.value(id);
    execution.id = id;
    execution.name = QStringLiteral("The ") + id;
    execution.state = state;
    execution.owner = QStringLiteral("mira");
    execution.dialect = QStringLiteral("alger");
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
    QVERIFY(page->table().selectId(QStringLiteral("early")));
    put(QStringLiteral("early"), ExecutionState::Failed, Milliseconds(1'000));
    QCOMPARE(page->table().model()->rowCount(), 1); // it ran no longer, so it went
    QCOMPARE(page->detail().executionId(), QStringLiteral("early"));
    QVERIFY(page->table().selectedIds().isEmpty());
    QVERIFY(!page->stopAction().isEnabled()); // the actions are about what is shown, not about its neighbour
    page->rerunAction().trigger();
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, QStringLiteral("early"));
    state.setCurrentIndex(0); // there it is again
    QCOMPARE(page->table().selectedIds(), QStringList{QStringLiteral("early")});
}

void ExecutionsPageTest::theChoiceOfAPersonStands()
{
    put(QStringLiteral("bad"), ExecutionState::Failed, Milliseconds(500));
    QVERIFY(page->table().selectId(QStringLiteral("early")));
    QComboBox &state = page->filters().state();
    state.setCurrentIndex(state.findData(static_cast<int>(ExecutionState::Failed)));
    QVERIFY(page->table().selectId(QStringLiteral("bad")));
    put(QStringLiteral("early"), ExecutionState::Failed, Milliseconds(1'000)); // matches now
    QCOMPARE(page->table().model()->rowCount(), 2);
    QCOMPARE(page->table().selectedIds(), QStringList{QStringLiteral("bad")});
    QCOMPARE(page->detail().executionId(), QStringLiteral("bad"));
}

void ExecutionsPageTest::readsOnWhatTheSnapshotForgot()
{
    QVERIFY(page->table().selectId(QStringLiteral("early")));
    put(QStringLiteral("early"), ExecutionState::Succeeded, Milliseconds(1'000));
    for (int i = 0; i < Snapshot::finishedKept; ++i) {
        link->now += Milliseconds(1);
        put(QStringLiteral("call-%1").arg(i), ExecutionState::Succeeded, Milliseconds(10'000 + i));
    }
    QVERIFY(!link->snapshot().execution(QStringLiteral("early")));
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QVERIFY(link->lastQuery<ExecutionQuery>());
    QCOMPARE(link->lastQuery<ExecutionQuery>()->id, QStringLiteral("early"));
    ExecutionDetail detail;
    detail.execution.id = QStringLiteral("early");
    detail.execution.state = ExecutionState::Failed;
    detail.execution.error = QStringLiteral("as the store has it");
    link->answer(Answer(detail));
    QCOMPARE(page->detail().explanation(), QStringLiteral("as the store has it"));
    const qsizetype asked = link->asked.size();
    window->open(PageId::Server);
    window->open(PageId::Executions);
    for (qsizetype i = asked; i < link->asked.size(); ++i)
        QVERIFY(!std::holds_alternative<ExecutionQuery>(link->asked[i])); // once is enough
}

void ExecutionsPageTest::actsOnWhatItCanBeDoneWith()
{
    put(QStringLiteral("bad"), ExecutionState::Failed, Milliseconds(500));
    page->table().selectAll();
    QCOMPARE(page->table().selectedIds().size(), 3);
    page->rerunAction().trigger();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, QStringLiteral("bad"));
    page->stopAction().trigger();
    QCOMPARE(link->submitted.size(), 3);
    for (const CommandBody &body : link->submitted.mid(1))
        QVERIFY(std::get<CancelExecution>(body).executionId != QStringLiteral("bad"));
}

void ExecutionsPageTest::aFailureShowsWhatTheFailedNodePrinted()
{
    const QString id = QStringLiteral("early");
    putTask(id, QStringLiteral("fine"), ExecutionState::Running);
    putTask(id, QStringLiteral("load"), ExecutionState::Running);
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->followedOutputs.contains(id));
    Q_EMIT link->outputReceived(id, "live\n");
    QCOMPARE(outputText(), QStringLiteral("live\n"));
    putTask(id, QStringLiteral("fine"), ExecutionState::Succeeded);
    putTask(id, QStringLiteral("load"), ExecutionState::Failed);
    put(id, ExecutionState::Failed, Milliseconds(1'000));
    QTRY_COMPARE(page->detail().output().node(), QStringLiteral("load"));
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, QStringLiteral("load"));
    answerOutput({{}, "cannot read it\n", 15});
    QCOMPARE(outputText(), QStringLiteral("cannot read it\n"));
    QVERIFY(link->followedOutputs.isEmpty());
}

void ExecutionsPageTest::aCallGoesOnWhereItWasRead()
{
    const QString id = QStringLiteral("early"); // no tasks: a single process
    QVERIFY(page->table().selectId(id));
    page->detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    Q_EMIT link->outputReceived(id, "two\nthree\n"); // while the file is asked for
    answerOutput({{}, "one\ntwo\n", 8});
    QCOMPARE(outputText(), QStringLiteral("one\ntwo\nthree\n"));
    const qsizetype asked = link->asked.size();
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    QTRY_VERIFY(link->followedOutputs.isEmpty());
    QCOMPARE(outputText(), QStringLiteral("one\ntwo\nthree\n")); // it is all of it: nothing starts anew
    QCOMPARE(link->asked.size(), asked);
    QCOMPARE(page->detail().output().notice(), QStringLiteral("14 B"));
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, 14); // nothing is read twice
}

void ExecutionsPageTest::readsTheBeginningAndTheEnd()
{
    const QString id = QStringLiteral("early");
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
    QCOMPARE(answers, 1); // two in all
    const QString shown = outputText();
    QVERIFY(shown.startsWith(QStringLiteral("first line\n")));
    QVERIFY(shown.endsWith(QStringLiteral("\nlast line\n")));
    QVERIFY(shown.contains(QStringLiteral("[3.0 MiB left out here]")));
    QVERIFY(page->detail().output().notice().contains(QStringLiteral("3.0 MiB")));
}

void ExecutionsPageTest::goesOnReadingAfterAVisitElsewhere()
{
    const QString id = QStringLiteral("early");
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
    QVERIFY(page->table().selectId(QStringLiteral("early")));
    auto *particulars = window->findChild<QPlainTextEdit *>(QStringLiteral("particulars"));
    QVERIFY(particulars);
    particulars->selectAll();
    const QString before = particulars->toPlainText();
    const auto say = [this](const QString &message) {
        Execution execution = *link->snapshot().execution(QStringLiteral("early"));
        execution.message = execution.error = message;
        link->change(ExecutionChanged{execution});
    };
    say(QStringLiteral("step 1"));
    QTRY_COMPARE(page->detail().explanation(), QStringLiteral("step 1")); // the refresh has come
    QCOMPARE(particulars->toPlainText(), before);
    QVERIFY(particulars->textCursor().hasSelection());
    particulars->setTextCursor({});
    particulars->moveCursor(QTextCursor::Start);
    say(QStringLiteral("step 2"));
    QTRY_VERIFY(particulars->toPlainText().contains(QStringLiteral("step 2")));
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
    row("1.10", QStringLiteral("1.10")); // a version
    row("1.0", QStringLiteral("1.0"));
    row("12345678901234567890", QStringLiteral("12345678901234567890")); // an id
    row("007", QStringLiteral("007"));
    row("a, b", QStringLiteral("a, b"));
}

void ExecutionsPageTest::parametersStayAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QJsonValue, sent);
    window->open(PageId::Executions, QStringLiteral("pipeline:demo"));
    StartDialog *dialog = page->dialog();
    QVERIFY(dialog);
    dialog->setParam(QStringLiteral("value"), typed);
    dialog->startButton().click();
    QVERIFY(link->lastCommand<StartPipeline>());
    QCOMPARE(link->lastCommand<StartPipeline>()->params.value(QStringLiteral("value")), sent);
}

void ExecutionsPageTest::theLastHourIsTheServers()
{
    window.reset();
    link = std::make_unique<test::FakeLink>(); // not connected: nobody knows what time it is there
    settings->setValue(QStringLiteral("executions/time"), 1);
    open();
    link->connectTo({});
    link->tick();
    const Timestamp hourAgo = link->now - std::chrono::hours(1);
    QTRY_VERIFY(page->model().filter().createdFrom >= hourAgo - std::chrono::minutes(1));
}

QTEST_MAIN(ExecutionsPageTest)
#include "tst_executionspage.moc"
