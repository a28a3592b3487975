// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/live/callpane.h"
#include "widgets/live/outputpanel.h"
#include "widgets/live/outputview.h"
#include "widgets/models/executionsmodel.h"
#include "widgets/models/tasksmodel.h"
#include "widgets/text/terminaltext.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
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
    Execution made = test::execution(u"id-%1"_s.arg(number, 5, 10, QChar(u'0')), state);
    made.createdAt = Timestamp(Milliseconds(1'000'000 + number * 1000));
    made.counts.total = 3;
    return made;
}

// A page as the store answers it, newest first: executions with the numbers below `newest`.
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
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(link.asked.isEmpty()); // not connected yet
    link.connectTo({});
    QVERIFY(!model.canFetchMore({})); // the first page is under way
    answerHistory(link, 250);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.total(), 250);
    QCOMPARE(idAt(model, 0), u"id-00249"_s);
    // A view may call fetchMore() repeatedly; the store must be asked once for each page.
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
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    const Execution oldOne = execution(5, ExecutionState::Running);
    snapshot.executions.insert(oldOne.id, oldOne);
    link.connectTo(snapshot);
    answerHistory(link, 250);
    QCOMPARE(model.running(), 1);
    QCOMPARE(idAt(model, 0), oldOne.id); // older than the first page, but running
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
    QCOMPARE(idAt(model, model.rowCount() - 1), u"id-00150"_s);
}

void ExecutionsTest::filtersAskTheStoreAndJudgeChanges()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
    link.connectTo({});
    HistoryFilter filter;
    filter.states = {ExecutionState::Running};
    filter.text = u"ID-00007"_s;
    model.setFilter(filter);
    QCOMPARE(link.lastQuery<HistoryQuery>()->filter.text, filter.text);
    link.answer(Answer(HistoryPage{}));
    link.change(ExecutionChanged{execution(8, ExecutionState::Running)});
    QCOMPARE(model.rowCount(), 0);
    link.change(ExecutionChanged{execution(7, ExecutionState::Running)});
    QCOMPARE(model.rowCount(), 1);
    link.change(ExecutionChanged{execution(7, ExecutionState::Succeeded)}); // no longer matches
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.total(), 0);
}

void ExecutionsTest::showsWhatItKnowsWithoutHistory()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
    Snapshot snapshot;
    for (int i = 0; i < 3; ++i)
        snapshot.executions.insert(execution(i).id, execution(i));
    link.connectTo(snapshot);
    link.refuse(u"the store is closed"_s);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.error(), u"the store is closed"_s);
    QVERIFY(!model.canFetchMore({}));
}

void ExecutionsTest::neverResetsOnChanges()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
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
    model.setTasks(u"e"_s, tasks);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    tasks[1].state = ExecutionState::Failed;
    tasks[1].exitCode = 2;
    model.setTasks(u"e"_s, tasks);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1, TasksModel::ExitCode).data().toString(), u"2"_s);
    QCOMPARE(model.index(1, TasksModel::ExitCode).data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
    model.setTasks(u"other"_s, tasks);
    QCOMPARE(resets.count(), 1);
}

void ExecutionsTest::textOfTerminals_data()
{
    QTest::addColumn<QList<QByteArray>>("pieces");
    QTest::addColumn<QString>("text");
    using Pieces = QList<QByteArray>;
    QTest::newRow("plain") << Pieces{"a\nb"} << u"a\nb"_s;
    QTest::newRow("cut inside a character") << Pieces{"\xc3", "\xa4!"} << u"ä!"_s;
    QTest::newRow("colours") << Pieces{"\x1b[1;31mred\x1b[0m"} << u"red"_s;
    QTest::newRow("colour cut in two") << Pieces{"a\x1b[1", ";31mb"} << u"ab"_s;
    QTest::newRow("window title") << Pieces{"\x1b]0;title\x07x"} << u"x"_s;
    QTest::newRow("two line ends") << Pieces{"a\r\nb\r", "\nc"} << u"a\nb\nc"_s;
    QTest::newRow("line begun anew") << Pieces{"10 %\r20 %"} << u"10 %\n20 %"_s;
    QTest::newRow("bell and zero") << Pieces{QByteArray("a\a\0b", 4)} << u"ab"_s;
    QTest::newRow("no line end") << Pieces{QByteArray(4'500, 'x')}
                                 << QString(2'000, u'x') + u'\n' + QString(2'000, u'x') + u'\n' + QString(500, u'x');
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
    QVERIFY(view.newest().isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(100);
    QVERIFY(!view.newest().isFollowing());
    view.append("more\n");
    view.flush();
    QVERIFY(view.verticalScrollBar()->value() < view.verticalScrollBar()->maximum());
    view.newest().setFollowing(true);
    QVERIFY(view.newest().isFollowing());
    view.append(QByteArray(3 << 20, 'x')); // too much at once: the rest is counted
    view.flush();
    QVERIFY(view.toPlainText().contains(u"\n[2.0 MiB left out here]\nxxx"_s));
}

void ExecutionsTest::savesOutputInPages()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    OutputPanel panel(replica);
    const QByteArray whole = QByteArray("0123456789abcdef").repeated(160'000); // 2.4 MiB
    panel.setExecution(u"e"_s, true, {u"n"_s}, {});
    panel.showNode(u"n"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    panel.saveTo(path);
    for (qint64 offset = 0; offset < whole.size(); offset += 1 << 20) {
        QTRY_COMPARE(link.lastQuery<OutputQuery>()->offset, offset);
        QCOMPARE(link.lastQuery<OutputQuery>()->nodeId, u"n"_s);
        QVERIFY(!QFile::exists(path));
        link.answer(Answer(OutputChunk{{}, whole.mid(offset, 1 << 20), whole.size()}));
    }
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), whole);
    panel.saveTo(folder.filePath(u"missing/out.txt"_s));
    QVERIFY(panel.notice().startsWith(u"Not saved"_s));
    panel.saveTo(folder.filePath(u"second.txt"_s));
    link.refuse(u"output not found"_s);
    QVERIFY(panel.notice().contains(u"output not found"_s));
    QVERIFY(!QFile::exists(folder.filePath(u"second.txt"_s)));
}

void ExecutionsTest::joinsStoredAndLiveOutput_data()
{
    QTest::addColumn<QByteArray>("stored"); // of the output from position start
    QTest::addColumn<int>("start");
    QTest::addColumn<QList<int>>("live"); // positions at which pieces of four bytes came before the answer
    QTest::addColumn<QByteArray>("shown");
    const QByteArray all = "tick\ntick\ntick\ntick\n";
    const auto row = [&all](const char *name, int start, int end, const QList<int> &live, const QByteArray &shown) {
        QTest::newRow(name) << all.mid(start, end - start) << start << live << shown;
    };
    row("nothing live", 0, 20, {}, all);
    row("nothing stored", 0, 0, {0, 4, 8, 12, 16}, all);
    row("end to end", 0, 8, {8, 12, 16}, all);
    row("all of it twice", 0, 20, {12, 16}, all);
    row("over the edge", 0, 10, {8, 12, 16}, all);
    row("older output was dropped", 10, 15, {12, 16}, all.mid(10));
    row("and begun anew", 10, 20, {0, 4, 8, 12, 16}, all.mid(10));
    row("a gap", 0, 4, {12, 16}, "tick\n[8 B left out here]\nck\ntick\n");
}

// A program that prints the same line again and again loses none, and shows none twice.
void ExecutionsTest::joinsStoredAndLiveOutput()
{
    QFETCH(QByteArray, stored);
    QFETCH(int, start);
    QFETCH(QList<int>, live);
    const QByteArray all = "tick\ntick\ntick\ntick\n";
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    OutputView view;
    OutputReader reader(replica, view, nullptr);
    reader.read(u"call"_s, {}, OutputStream::Out, OutputReader::Source::Both);
    for (const int position : live)
        Q_EMIT link.outputReceived(u"call"_s, position, all.mid(position, 4));
    link.answer(Answer(OutputChunk{{}, stored, stored.size(), start}));
    Q_EMIT link.outputReceived(u"call"_s, 20, "end\n");
    view.flush();
    QFETCH(QByteArray, shown);
    QCOMPARE(view.toPlainText().toUtf8(), shown + "end\n");
}

QTEST_MAIN(ExecutionsTest)
#include "tst_executions.moc"
