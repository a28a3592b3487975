// SPDX-License-Identifier: GPL-3.0-or-later
// Many logs in one view, and what is found in all of them, by keyboard: the real window on a real server with real programs.
#include "server/dialectlist.h"
#include "tests/support/realwindow.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/logspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

namespace {

const QByteArray configuration = R"TOML(
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra"]

[[component]]
id = "web"
name = "Web"
command = ["sh", "-c", "i=0; while :; do i=$((i+1)); echo INFO request $i; sleep 0.05; done"]

[[component]]
id = "store"
name = "Store"
command = ["sh", "-c", "echo 'ERROR lost the needle' >&2; i=0; while :; do i=$((i+1)); echo WARN query $i; sleep 0.07; done"]

[[pipeline]]
id = "line"
name = "A Line"
nodes = [{ id = "only", command = ["sh", "-c", "echo before; echo a needle of a node; echo after; sleep 2; echo done"] }]
)TOML";

} // namespace

class LogsWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SIGNALBOX_GUARD", TEST_GUARD); }
    void init();
    void cleanup() { m_real.reset(); }
    void severalLogsAreFollowedInOneView();
    void aNeedleIsFoundEverywhere();

private:
    LogsPage &logs() { return *static_cast<LogsPage *>(m_real->window->page(PageId::Logs)); }
    void runTheLine();

    std::unique_ptr<test::RealWindow> m_real;
    QString m_execution;
};

void LogsWalkTest::init()
{
    const core::ConfigOutcome read = core::parseConfig(configuration, u"logs.toml"_s, defaultConfig());
    QVERIFY(read.isGood());
    m_real = std::make_unique<test::RealWindow>(read.config);
    QVERIFY(m_real->start());
    QTRY_COMPARE(m_real->link->snapshot().components.size(), 2);
}

void LogsWalkTest::runTheLine()
{
    QSignalSpy completed(m_real->link.get(), &link::ControlLink::completed);
    (void)m_real->link->submit(StartPipeline{u"line"_s, {}});
    QTRY_COMPARE(completed.size(), 1);
    m_execution = completed[0][1].toString();
    QTRY_VERIFY(m_real->link->snapshot().tasks.value(m_execution).value(u"only"_s).startedAt);
}

void LogsWalkTest::severalLogsAreFollowedInOneView()
{
    runTheLine();
    QTest::keyClick(m_real->window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_real->window->currentPage(), PageId::Logs);
    QTreeWidget &tree = logs().picker().tree();
    QVERIFY(tree.hasFocus()); // arrows and Space tick
    for (const QString &name : {u"Web"_s, u"Store"_s, u"only, A Line"_s}) {
        QTreeWidgetItem *item = nullptr;
        QTRY_VERIFY((item = tree.findItems(name, Qt::MatchStartsWith | Qt::MatchRecursive).value(0)));
        tree.setCurrentItem(item);
        QTest::keyClick(&tree, Qt::Key_Space);
    }
    QCOMPARE(logs().picker().picked().size(), 3);
    LogView &view = logs().log().view();
    const auto sources = [&view] {
        QSet<QString> seen;
        for (int row = 0; row < view.lines().shown(); ++row)
            seen << view.lines().at(row).componentId;
        return seen.size();
    };
    QTRY_COMPARE(sources(), 3);
    const auto has = [&view](const QString &text) {
        for (int row = 0; row < view.lines().shown(); ++row) {
            if (view.lines().at(row).text == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(u"done"_s), 10'000); // live, of the node
    const int before = view.lines().shown();
    QTRY_VERIFY(view.lines().shown() > before + 10);
    QVERIFY(view.newest().isFollowing());
    for (int row = 1; row < view.lines().shown(); ++row)
        QVERIFY(view.lines().placeAt(row - 1) < view.lines().placeAt(row));
}

void LogsWalkTest::aNeedleIsFoundEverywhere()
{
    runTheLine();
    QTRY_VERIFY(m_real->link->snapshot().execution(m_execution)->state == ExecutionState::Succeeded);
    QTest::keyClick(m_real->window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    FindPanel &finder = logs().finder();
    QTRY_VERIFY(finder.text().hasFocus());
    finder.expressionBox().setChecked(true);
    finder.text().setText(u"(the|a) NEEDLE"_s);
    QTest::keyClick(&finder.text(), Qt::Key_Return);
    QTRY_VERIFY(finder.model().rowCount() == 2 && !finder.model().isSearching());
    const FoundLine ofStore = finder.model().line(0);
    QCOMPARE(ofStore.componentId, u"store"_s);
    QCOMPARE(ofStore.text, u"ERROR lost the needle"_s);
    const FoundLine ofNode = finder.model().line(1);
    QCOMPARE(ofNode.nodeId, u"only"_s);
    QCOMPARE(ofNode.number, 7); // behind "before"

    QVERIFY(finder.table().selectId(FoundModel::idOf(ofNode)));
    QTest::keyClick(&finder.table(), Qt::Key_Return);
    QCOMPARE(m_real->window->currentPage(), PageId::Executions);
    OutputPanel &output = static_cast<ExecutionsPage *>(m_real->window->page(PageId::Executions))->detail().output();
    QTRY_COMPARE(output.view().textCursor().selectedText(), u"a needle of a node"_s);

    m_real->window->open(PageId::Logs);
    QVERIFY(finder.table().selectId(FoundModel::idOf(ofStore)));
    QTest::keyClick(&finder.table(), Qt::Key_Return);
    QCOMPARE(m_real->window->currentPage(), PageId::Components);
    LogView &view = static_cast<ComponentsPage *>(m_real->window->page(PageId::Components))->detail().log().view();
    QTRY_VERIFY(view.currentRow() >= 0);
    QCOMPARE(view.lines().at(view.currentRow()).text, u"ERROR lost the needle"_s);
}

QTEST_MAIN(LogsWalkTest)
#include "tst_logswalk.moc"
