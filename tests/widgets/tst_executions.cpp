// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/models/executionsmodel.h"
#include "widgets/models/tasksmodel.h"
#include "widgets/outputpanel.h"
#include "widgets/outputview.h"
#include "widgets/pages/callpane.h"
#include "widgets/terminaltext.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::widgets;

class ExecutionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesTheHistory();
    void runningOnesStandAboveAndMoveDown();
    void filtersAskTheStoreAndJudgeChanges();
    void showsWhatItKnowsWithoutHistory();
    void neverResetsOnChanges();
    void tasksAreUpdatedOneByOne();
    void textOfTerminals_data();
    void textOfTerminals();
    void outputIsBoundedAndFollows();
    void savesOutputInPages();
    void joinsStoredAndLiveOutput_data();
    void joinsStoredAndLiveOutput();
};

namespace {

Execution execution(int number, ExecutionState state = ExecutionState::Succeeded)
{
    Execution made;
    made.id = QStringLiteral("id-%1").arg(number, 5, 10, QLatin1Char('0'));
    made.name = QStringLiteral("run %1").arg(number);
    made.owner = QStringLiteral("admin");
    made.dialect = QStringLiteral("alger");
    made.state = state;
    made.createdAt = Timestamp(Milliseconds(1'000'000 + number * 1000));
    made.counts.total = 3;
    return made;
}

// The newest first, as the store answers: numbers below `newest`.
HistoryPage page(int newest, int offset, int limit)
{
    HistoryPage page;
    page.total = newest;
    for (int i = offset; i < std::min(newest, offset + limit); ++i)
        page.executions.append(execution(newest - 1 - i));
    return page;
}

void answerHistory(test::FakeLink &link, int newest)
{
    const auto *query = link.lastQuery<HistoryQuery>();
    QVERIFY(query);
    link.answer(Answer(page(newest, query->offset, query->limit)));
}

QString idAt(const ExecutionsModel &model, int row)
{
    return model.index(row, ExecutionsModel::Id).data().toString();
}

} // namespace

void ExecutionsTest::pagesTheHistory()
{
    test::FakeLink link;
    Liveness liveness(link);
    ExecutionsModel model(link, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(link.asked.isEmpty()); // nobody to ask yet
    link.connectTo({});
    QVERIFY(!model.canFetchMore({})); // under way already
    answerHistory(link, 250);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.total(), 250);
    QCOMPARE(idAt(model, 0), QStringLiteral("id-00249"));
    // The tester asks for more as a view does; asking twice must not ask the store twice.
    for (int offset = 100; offset < 250; offset += 100) {
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(link.lastQuery<HistoryQuery>()->offset, offset);
        answerHistory(link, 250);
    }
    QCOMPARE(std::count_if(link.asked.cbegin(), link.asked.cend(),
                           [](const QueryBody &body) { return std::holds_alternative<HistoryQuery>(body); }),
             3);
    QCOMPARE(model.rowCount(), 250);
    QVERIFY(!model.canFetchMore({}));
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(idAt(model, row) < idAt(model, row - 1));
}

void ExecutionsTest::runningOnesStandAboveAndMoveDown()
{
    test::FakeLink link;
    Liveness liveness(link);
    ExecutionsModel model(link, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    const Execution oldOne = execution(5, ExecutionState::Running);
    snapshot.executions.insert(oldOne.id, oldOne);
    link.connectTo(snapshot);
    answerHistory(link, 250);
    QCOMPARE(model.running(), 1);
    QCOMPARE(idAt(model, 0), oldOne.id); // far older than the first page, yet it runs
    link.change(ExecutionChanged{execution(300, ExecutionState::Created)});
    link.change(ExecutionChanged{execution(300, ExecutionState::Running)});
    QCOMPARE(idAt(model, 0), execution(300).id);
    QCOMPARE(idAt(model, 1), oldOne.id);
    QCOMPARE(model.total(), 251);
    link.change(ExecutionChanged{execution(300, ExecutionState::Succeeded)});
    QCOMPARE(idAt(model, 0), oldOne.id);
    QCOMPARE(idAt(model, 1), execution(300).id);
    link.change(ExecutionChanged{execution(5, ExecutionState::Failed)});
    QCOMPARE(model.running(), 0);
    QCOMPARE(idAt(model, model.rowCount() - 1), oldOne.id);
    link.change(ExecutionForgotten{oldOne.id});
    QCOMPARE(idAt(model, model.rowCount() - 1), QStringLiteral("id-00150"));
}

void ExecutionsTest::filtersAskTheStoreAndJudgeChanges()
{
    test::FakeLink link;
    Liveness liveness(link);
    ExecutionsModel model(link, liveness);
    link.connectTo({});
    HistoryFilter filter;
    filter.states = {ExecutionState::Running};
    filter.text = QStringLiteral("ID-00007");
    model.setFilter(filter);
    QCOMPARE(link.lastQuery<HistoryQuery>()->filter.text, filter.text);
    link.answer(Answer(HistoryPage{}));
    link.change(ExecutionChanged{execution(8, ExecutionState::Running)});
    QCOMPARE(model.rowCount(), 0);
    link.change(ExecutionChanged{execution(7, ExecutionState::Running)});
    QCOMPARE(model.rowCount(), 1);
    link.change(ExecutionChanged{execution(7, ExecutionState::Succeeded)}); // no longer what was asked for
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.total(), 0);
}

void ExecutionsTest::showsWhatItKnowsWithoutHistory()
{
    test::FakeLink link;
    Liveness liveness(link);
    ExecutionsModel model(link, liveness);
    Snapshot snapshot;
    for (int i = 0; i < 3; ++i)
        snapshot.executions.insert(execution(i).id, execution(i));
    link.connectTo(snapshot);
    link.refuse(QStringLiteral("the store is closed"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.error(), QStringLiteral("the store is closed"));
    QVERIFY(!model.canFetchMore({}));
}

void ExecutionsTest::neverResetsOnChanges()
{
    test::FakeLink link;
    Liveness liveness(link);
    ExecutionsModel model(link, liveness);
    link.connectTo({});
    answerHistory(link, 50);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QPersistentModelIndex kept = model.index(10, 0);
    const QString id = idAt(model, 10);
    for (int i = 60; i < 90; ++i) {
        link.change(ExecutionChanged{execution(i, ExecutionState::Running)});
        link.tick();
        link.change(ExecutionChanged{execution(i, ExecutionState::Succeeded)});
    }
    QCOMPARE(resets.count(), 0);
    QCOMPARE(idAt(model, kept.row()), id);
    QCOMPARE(model.rowCount(), 80);
}

void ExecutionsTest::tasksAreUpdatedOneByOne()
{
    TasksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Task> tasks(3);
    for (int i = 0; i < 3; ++i)
        tasks[i].nodeId = QString::number(i);
    model.setTasks(QStringLiteral("e"), tasks);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    tasks[1].state = ExecutionState::Failed;
    tasks[1].exitCode = 2;
    model.setTasks(QStringLiteral("e"), tasks);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1, TasksModel::ExitCode).data().toString(), QStringLiteral("2"));
    QVERIFY(model.index(1, TasksModel::ExitCode).data(BadRole).toBool());
    model.setTasks(QStringLiteral("other"), tasks);
    QCOMPARE(resets.count(), 1);
}

void ExecutionsTest::textOfTerminals_data()
{
    QTest::addColumn<QList<QByteArray>>("pieces");
    QTest::addColumn<QString>("text");
    using Pieces = QList<QByteArray>;
    QTest::newRow("plain") << Pieces{"a\nb"} << QStringLiteral("a\nb");
    QTest::newRow("cut inside a character") << Pieces{"\xc3", "\xa4!"} << QStringLiteral("ä!");
    QTest::newRow("colours") << Pieces{"\x1b[1;31mred\x1b[0m"} << QStringLiteral("red");
    QTest::newRow("colour cut in two") << Pieces{"a\x1b[1", ";31mb"} << QStringLiteral("ab");
    QTest::newRow("window title") << Pieces{"\x1b]0;title\x07x"} << QStringLiteral("x");
    QTest::newRow("two line ends") << Pieces{"a\r\nb\r", "\nc"} << QStringLiteral("a\nb\nc");
    QTest::newRow("line begun anew") << Pieces{"10 %\r20 %"} << QStringLiteral("10 %\n20 %");
    QTest::newRow("bell and zero") << Pieces{QByteArray("a\a\0b", 4)} << QStringLiteral("ab");
    QTest::newRow("no line end") << Pieces{QByteArray(4'500, 'x')}
                                 << QString(2'000, QLatin1Char('x')) + QLatin1Char('\n')
                                        + QString(2'000, QLatin1Char('x')) + QLatin1Char('\n')
                                        + QString(500, QLatin1Char('x'));
}

void ExecutionsTest::textOfTerminals()
{
    QFETCH(QList<QByteArray>, pieces);
    TerminalText terminal;
    QString text;
    for (const QByteArray &piece : pieces)
        text += terminal.feed(piece);
    QTEST(text, "text");
}

void ExecutionsTest::outputIsBoundedAndFollows()
{
    OutputView view;
    view.resize(400, 200);
    view.show();
    for (int i = 0; i < 40; ++i) {
        view.append(QByteArray("line\n").repeated(500));
        view.flush();
    }
    QCOMPARE(view.blockCount(), OutputView::mostLines);
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(100);
    QVERIFY(!view.isFollowing());
    view.append("more\n");
    view.flush();
    QVERIFY(view.verticalScrollBar()->value() < view.verticalScrollBar()->maximum());
    view.jumpToNewest();
    QVERIFY(view.isFollowing());
    view.append(QByteArray(3 << 20, 'x')); // at once: what cannot be shown is counted
    view.flush();
    QVERIFY(view.toPlainText().contains(QStringLiteral("\n[2.0 MiB left out here]\nxxx")));
}

void ExecutionsTest::savesOutputInPages()
{
    test::FakeLink link;
    link.connectTo({});
    OutputPanel panel(link);
    const QByteArray whole = QByteArray("0123456789abcdef").repeated(160'000); // 2.4 MiB
    panel.setExecution(QStringLiteral("e"), true, {QStringLiteral("n")}, {});
    panel.showNode(QStringLiteral("n"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.txt"));
    panel.saveTo(path);
    int pages = 0;
    while (const auto *query = link.lastQuery<OutputQuery>()) {
        QCOMPARE(query->nodeId, QStringLiteral("n"));
        if (query->offset >= whole.size() || QFile::exists(path))
            break;
        ++pages;
        link.answer(Answer(OutputChunk{{}, whole.mid(query->offset, query->maxBytes), whole.size()}));
    }
    QCOMPARE(pages, 3);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), whole);
    panel.saveTo(folder.filePath(QStringLiteral("missing/out.txt")));
    QVERIFY(panel.notice().startsWith(QStringLiteral("Not saved")));
    panel.saveTo(folder.filePath(QStringLiteral("second.txt")));
    link.refuse(QStringLiteral("output not found"));
    QVERIFY(panel.notice().contains(QStringLiteral("output not found")));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("second.txt"))));
}

void ExecutionsTest::joinsStoredAndLiveOutput_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<int>("common");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
    QTest::newRow("apart") << QByteArray("abc") << QByteArray("xyz") << 0;
    QTest::newRow("over the edge") << QByteArray("one two ") << QByteArray("two three") << 4;
    QTest::newRow("all of it") << QByteArray("one two") << QByteArray("two") << 3;
    QTest::newRow("repeating") << QByteArray("xaaaa") << QByteArray("aaab") << 3;
    QTest::newRow("longer live") << QByteArray("ab") << QByteArray("abab") << 2;
}

void ExecutionsTest::joinsStoredAndLiveOutput()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, live);
    QTEST(static_cast<int>(overlap(stored, live)), "common");
}

QTEST_MAIN(ExecutionsTest)
#include "tst_executions.moc"
