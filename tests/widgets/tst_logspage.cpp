// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/logspage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class LogsPageTest : public FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void tickedLogsAreShownTogether();
    void whatIsTickedIsRemembered();
    void tickedNodesAreRememberedInTheirOrder();
    void tickedNodesAreLookedForInTheHistory();
    void whatIsTickedWaitsForTheServer();
    void whatIsShownIsSaved();
    void selectedComponentsAreShownTogether();
    void aLineLeadsToItsOwnLog();
    void nodesAndCallsAreMergedToo();
    void findsEverywhere();
    void aSearchEndsWhenThereAreTooMany();
    void aSearchCanBeStopped();
    void aFoundOutputIsOpenedAtItsLine();
    void cleanup() { end(); }

private:
    LogsPage &logs() { return *static_cast<LogsPage *>(window->page(PageId::Logs)); }
    QTreeWidgetItem *item(const QString &name)
    {
        return logs().picker().tree().findItems(name, Qt::MatchStartsWith | Qt::MatchRecursive).value(0);
    }
    void tick(const QString &name)
    {
        QTreeWidgetItem *found = item(name);
        QVERIFY2(found, qPrintable(name));
        found->setCheckState(0, Qt::Checked);
    }
};

namespace {

Snapshot house()
{
    Component one = component(u"one"_s, ComponentState::Running);
    one.name = u"One"_s;
    Component two = component(u"two"_s, ComponentState::Running);
    two.name = u"Two"_s;
    Execution run = execution(u"run-1"_s, ExecutionState::Running);
    run.name = u"Nightly"_s;
    Task node = task(u"run-1"_s, u"load"_s, ExecutionState::Running);
    node.startedAt = Timestamp{Milliseconds(5)};
    return snapshotOf(one, two, run, node);
}

QList<LogLine> linesOf(const QString &id, qint64 from, int count)
{
    QList<LogLine> made = lines(from, count);
    for (LogLine &line : made)
        line.componentId = id;
    return made;
}

FoundLine found(const QString &componentId, qint64 number, const QString &text)
{
    FoundLine line;
    line.componentId = componentId;
    line.name = componentId;
    line.number = number;
    line.time = Timestamp{Milliseconds(number)};
    line.text = text;
    return line;
}

} // namespace

void LogsPageTest::tickedLogsAreShownTogether()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    QVERIFY(logs().log().view().emptyText().startsWith(u"Tick the logs"_s));
    tick(u"One"_s);
    QVERIFY(link->answerLast<LogQuery>(LogPage{linesOf(u"one"_s, 0, 10)}));
    tick(u"Two"_s);
    QCOMPARE(link->followed, (QStringList{u"one"_s, u"two"_s}));
    Q_EMIT link->answered(static_cast<QueryId>(link->asked.size() - 1), Answer(LogPage{linesOf(u"one"_s, 0, 10)}));
    QVERIFY(link->answerLast<LogQuery>(LogPage{linesOf(u"two"_s, 5, 10)}));
    const LogLines &shown = logs().log().view().lines();
    QCOMPARE(shown.shown(), 20);
    QCOMPARE(shown.at(5).componentId, u"one"_s); // of the same moment: by id
    QCOMPARE(shown.at(6).componentId, u"two"_s);
    QVERIFY(!item(u"One"_s)->icon(0).isNull()); // its colour
    Q_EMIT link->logLines(u"two"_s, linesOf(u"two"_s, 15, 3), 0);
    QCOMPARE(shown.shown(), 23);
    item(u"One"_s)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(link->followed, QStringList{u"two"_s});
    QVERIFY(item(u"One"_s)->icon(0).isNull());
}

void LogsPageTest::whatIsTickedIsRemembered()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"Two"_s);
    logs().finder().text().setText(u"refused"_s);
    QVERIFY(open());
    QCOMPARE(logs().picker().picked().size(), 1);
    QCOMPARE(item(u"Two"_s)->checkState(0), Qt::Checked);
    QCOMPARE(logs().finder().text().text(), u"refused"_s);
}

namespace {

QStringList keysOf(const QList<LogOrigin> &origins)
{
    QStringList keys;
    for (const LogOrigin &origin : origins)
        keys << origin.key();
    return keys;
}

} // namespace

void LogsPageTest::tickedNodesAreRememberedInTheirOrder()
{
    begin(house());
    Execution call = execution(u"call-1"_s, ExecutionState::Running);
    call.kind = ExecutionKind::Process;
    call.name = u"Echo"_s;
    link->change(ExecutionChanged{call});
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"load, Nightly"_s);
    tick(u"Two"_s);
    tick(u"Echo"_s);
    const QStringList keys{u"run-1/load"_s, u"two"_s, u"call-1/"_s};
    QCOMPARE(keysOf(logs().picker().picked()), keys);
    QVERIFY(open());
    QCOMPARE(keysOf(logs().picker().picked()), keys);
    QCOMPARE(item(u"load, Nightly"_s)->checkState(0), Qt::Checked);
    QCOMPARE(item(u"Echo"_s)->checkState(0), Qt::Checked);
    link->change(ComponentRemoved{u"two"_s});
    QVERIFY(open());
    QCOMPARE(keysOf(logs().picker().picked()), (QStringList{u"run-1/load"_s, u"call-1/"_s}));
}

// What has ended long ago is in the history alone; what is not there either is no longer ticked.
void LogsPageTest::tickedNodesAreLookedForInTheHistory()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"load, Nightly"_s);
    tick(u"One"_s);
    const Execution run = *link->snapshot().execution(u"run-1"_s);
    const Task node = link->snapshot().tasks.value(u"run-1"_s).value(u"load"_s);
    link->change(ExecutionForgotten{u"run-1"_s});
    QVERIFY(open());
    QVERIFY(logs().picker().picked().isEmpty());
    QCOMPARE(link->lastQuery<ExecutionQuery>()->id, u"run-1"_s);
    QVERIFY(link->answerLast<ExecutionQuery>(ExecutionDetail{run, {node}}));
    QCOMPARE(keysOf(logs().picker().picked()), (QStringList{u"run-1/load"_s, u"one"_s}));
    QCOMPARE(item(u"load, Nightly"_s)->checkState(0), Qt::Checked);
    QCOMPARE(logs().picker().picked().constFirst().began, *node.startedAt); // where what it printed stands
    QVERIFY(open());
    link->answer(unexpected(ErrorCode::NotFound, Why::UnknownExecution));
    QCOMPARE(keysOf(logs().picker().picked()), QStringList{u"one"_s});
}

// The program's window is there before it knows anything of the server.
void LogsPageTest::whatIsTickedWaitsForTheServer()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"Two"_s);
    window->close();
    window.reset();
    link = std::make_unique<FakeLink>();
    QVERIFY(open());
    QVERIFY(logs().picker().picked().isEmpty());
    link->connectTo(house());
    QCOMPARE(keysOf(logs().picker().picked()), QStringList{u"two"_s});
}

void LogsPageTest::whatIsShownIsSaved()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"One"_s);
    tick(u"Two"_s);
    const auto query = static_cast<QueryId>(link->asked.size());
    Q_EMIT link->answered(query - 1, Answer(LogPage{linesOf(u"one"_s, 0, 3)}));
    Q_EMIT link->answered(query, Answer(LogPage{linesOf(u"two"_s, 1, 3)}));
    const LogView &view = logs().log().view();
    QCOMPARE(view.lines().shown(), 6);
    const auto saved = [this] {
        const QString path = folder->filePath(u"logs.txt"_s);
        logs().log().saveTo(path);
        if (!QTest::qWaitFor([this] { return logs().log().notice().contains(u"saved to"_s); }))
            return QStringList();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    };
    QStringList expected;
    for (int row = 0; row < view.lines().shown(); ++row)
        expected << copyText(view.lines().at(row), view.lines().at(row).componentId == "one"_L1 ? u"One"_s : u"Two"_s);
    QVERIFY(expected[1] != expected[2] && expected[1].contains(u" One "_s) && expected[2].contains(u" Two "_s));
    QCOMPARE(saved(), expected + QStringList{QString()});
}

void LogsPageTest::selectedComponentsAreShownTogether()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Components);
    auto &components = *static_cast<ComponentsPage *>(window->page(PageId::Components));
    QVERIFY(activate());
    components.table().setFocus();
    components.table().selectAll();
    QTest::keyClick(&components.table(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(window->currentPage(), PageId::Logs);
    QCOMPARE(logs().picker().picked().size(), 2);
    QCOMPARE(item(u"One"_s)->checkState(0), Qt::Checked);
}

void LogsPageTest::aLineLeadsToItsOwnLog()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"One"_s);
    link->answerLast<LogQuery>(LogPage{linesOf(u"one"_s, 0, 100)});
    QVERIFY(logs().log().view().reveal(u"one"_s, 40));
    QTest::keyClick(&logs().log().view(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Components);
    auto &components = *static_cast<ComponentsPage *>(window->page(PageId::Components));
    QCOMPARE(components.table().currentId(), u"one"_s);
    link->answerLast<LogQuery>(LogPage{linesOf(u"one"_s, 0, 100)});
    LogView &view = components.detail().log().view();
    QCOMPARE(view.lines().at(view.currentRow()).number, 40);
}

void LogsPageTest::nodesAndCallsAreMergedToo()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs);
    tick(u"load, Nightly"_s);
    QVERIFY(link->answerLast<OutputQuery>(OutputChunk{u"load.out"_s, {}, 19, 0})); // how much there is
    QCOMPARE(link->lastQuery<OutputQuery>()->stream, OutputStream::Both);
    QVERIFY(link->answerLast<OutputQuery>(
        OutputChunk{u"load.out"_s, "first\noh no\nand then", 19, 0, {{6, false}, {6, true}, {8, false}}}));
    const LogLines &shown = logs().log().view().lines();
    QCOMPARE(shown.shown(), 3);
    QCOMPARE(shown.at(0).text, u"first"_s);
    QCOMPARE(shown.at(0).time, Timestamp{Milliseconds(5)}); // when the node began
    QVERIFY(shown.at(1).source == LogSource::Error);
    QVERIFY(shown.at(2).isOpen);
    QVERIFY(logs().log().notice().contains(u"no times"_s));
    link->tick();
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, 12); // from the line without an end on
    QVERIFY(link->answerLast<OutputQuery>(OutputChunk{u"load.out"_s, "and then some\n", 26, 0, {{14, false}}}));
    QCOMPARE(shown.shown(), 3);
    QCOMPARE(shown.at(2).text, u"and then some"_s);
    QVERIFY(!shown.at(2).isOpen && shown.at(2).time > shown.at(1).time);
    QVERIFY(logs().log().view().reveal(shown.at(1).componentId, 6));
    QTest::keyClick(&logs().log().view(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Executions);
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"load"_s);
    link->answerLast<OutputQuery>(OutputChunk{u"load.out"_s, "first\noh no\nand then some\n", 26, 0, {}});
    auto &executions = *static_cast<ExecutionsPage *>(window->page(PageId::Executions));
    QCOMPARE(executions.detail().output().view().textCursor().selectedText(), u"oh no"_s);
}

void LogsPageTest::findsEverywhere()
{
    begin(house());
    QVERIFY(open());
    QVERIFY(activate());
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window->currentPage(), PageId::Logs);
    FindPanel &finder = logs().finder();
    QVERIFY(finder.text().hasFocus());
    finder.caseBox().setChecked(true);
    QTest::keyClicks(&finder.text(), u"refused"_s);
    QTest::keyClick(&finder.text(), Qt::Key_Return);
    const auto *query = link->lastQuery<FindQuery>();
    QVERIFY(query);
    QCOMPARE(query->text, u"refused"_s);
    QVERIFY(query->isCaseSensitive && !query->isExpression && !query->from);
    FoundLines first{{found(u"one"_s, 7, u"refused once"_s)}, 3, 1'000'000, 0, FindPlace{u"one"_s, {}, {}, 0}};
    link->answer(Answer(first));
    QCOMPARE(finder.table().model()->rowCount(), 1); // before the search has ended
    QCOMPARE(link->lastQuery<FindQuery>()->from, first.next);
    link->answer(Answer(FoundLines{{found(u"two"_s, 9, u"refused twice"_s)}, 1, 500'000, 0, {}}));
    QVERIFY(!finder.model().isSearching());
    QVERIFY2(finder.notice().startsWith(u"4 lines found · the newest of each log are listed: 2 · in 2 logs · 1,500,000 "
                                        "lines looked through in "_s),
             qPrintable(finder.notice()));
    QCOMPARE(finder.table().model()->index(0, FoundModel::Text).data(), u"refused twice"_s); // the newest first
    QVERIFY(finder.table().selectId(FoundModel::idOf(found(u"one"_s, 7, {}))));
    QTest::keyClick(&finder.table(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Components);
    link->answerLast<LogQuery>(LogPage{linesOf(u"one"_s, 0, 20)});
    LogView &view = static_cast<ComponentsPage *>(window->page(PageId::Components))->detail().log().view();
    QCOMPARE(view.lines().at(view.currentRow()).number, 7);
    QVERIFY(view.hasFocus());
}

void LogsPageTest::aSearchEndsWhenThereAreTooMany()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs, LogsPage::everywhere());
    FindPanel &finder = logs().finder();
    finder.text().setText(u"x"_s);
    finder.search();
    FoundLines many;
    for (int i = 0; i < FoundModel::mostRows + 1; ++i)
        many.lines << found(u"one"_s, i, u"x"_s);
    many.matches = many.looked = many.lines.size();
    many.next = FindPlace{u"one"_s, {}, {}, 0};
    link->answer(Answer(many));
    QCOMPARE(finder.model().rowCount(), FoundModel::mostRows);
    QVERIFY(!finder.model().isSearching());
    QVERIFY2(finder.notice().startsWith(u"More than 10,000 found"_s), qPrintable(finder.notice()));
}

void LogsPageTest::aSearchCanBeStopped()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs, LogsPage::everywhere());
    FindPanel &finder = logs().finder();
    finder.text().setText(u"x"_s);
    finder.search();
    QVERIFY(finder.model().isSearching());
    finder.model().stop();
    const qsizetype asked = link->asked.size();
    link->answer(Answer(FoundLines{{found(u"one"_s, 7, u"x"_s)}, 1, 1, 0, FindPlace{u"one"_s, {}, {}, 0}}));
    QCOMPARE(finder.model().rowCount(), 0);
    QCOMPARE(link->asked.size(), asked); // nobody asks on
    finder.search();
    link->answer(unexpected(ErrorCode::InvalidArgument, u"missing closing parenthesis, at character 4"_s));
    QCOMPARE(finder.notice(), u"missing closing parenthesis, at character 4"_s);
}

void LogsPageTest::aFoundOutputIsOpenedAtItsLine()
{
    begin(house());
    QVERIFY(open());
    window->open(PageId::Logs, LogsPage::everywhere());
    FindPanel &finder = logs().finder();
    finder.text().setText(u"needle"_s);
    finder.search();
    FoundLine line = found({}, 200'003, u"needle"_s);
    line.executionId = u"run-1"_s;
    line.nodeId = u"load"_s;
    line.stream = OutputStream::Err;
    line.name = u"Nightly"_s;
    link->answer(Answer(FoundLines{{line}, 1, 1, 0, {}}));
    QCOMPARE(finder.table().model()->index(0, FoundModel::Source).data(), u"Nightly · load"_s);
    QVERIFY(finder.table().selectId(FoundModel::idOf(line)));
    QTest::keyClick(&finder.table(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Executions);
    const auto *query = link->lastQuery<OutputQuery>();
    QVERIFY(query);
    QCOMPARE(query->stream, OutputStream::Err);
    QVERIFY(query->offset < 200'003 && query->offset > 100'000);
    const qsizetype before = 200'003 - static_cast<qsizetype>(query->offset);
    const QByteArray bytes = QByteArray(before - 1, 'x') + "\nthe needle\nafter it\n";
    QVERIFY(link->answerLast<OutputQuery>(OutputChunk{u"load.err"_s, bytes, 400'000, 0, {}}));
    OutputPanel &output = static_cast<ExecutionsPage *>(window->page(PageId::Executions))->detail().output();
    QCOMPARE(output.view().textCursor().selectedText(), u"the needle"_s);
    QCOMPARE(output.node(), u"load"_s);
    QCOMPARE(output.stream(), OutputStream::Err);
    output.view().newest().setFollowing(true); // back to what is printed now
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, 0);
}

QTEST_MAIN(LogsPageTest)
#include "tst_logspage.moc"
