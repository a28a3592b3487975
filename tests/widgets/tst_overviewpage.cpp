// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what it shows of all there is, to eyes, keyboard and screen reader.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/cards/dialectscard.h"
#include "widgets/controls/livelabel.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/shell/sidebar.h"
#include "widgets/text/format.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class OverviewPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void staleIsGreyAndStill();
    void barsFollowTasks();
    void dialectsHaveAllTheirAddresses();
    void aReloadBuildsCardsBitByBit();
    void whatIsUnwellComesFirst();
    void manyStandInRowsByGroup();
    void countersShowOnlyTheirs();
    void nothingMovesUnderThePointer();
    void arrowsLeadFromRowToRow();
    void whatFailedStaysUntilSeen();
    void growsWithTheType();
    void tabGoesDownThePage();
    void overviewLeadsToExecutions();
    void namesAreToldOnlyWhenTheyChange();
};

namespace {

const QString store = u"store"_s;
const QString report = u"report"_s;
const QString repair = u"repair"_s; // stopped on purpose

bool contains(const QWidget &widget, const QColor &colour)
{
    const QImage image = widget.window()->grab(QRect(widget.mapTo(widget.window(), QPoint()), widget.size())).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

void OverviewPageTest::init()
{
    begin(snapshotOf(component(store, ComponentState::Running), component(report, ComponentState::Running),
                     component(repair)));
    QVERIFY(open());
    QVERIFY(activate());
    link->tick();
}

void OverviewPageTest::staleIsGreyAndStill()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ExecutionChanged{execution(u"run"_s, ExecutionState::Running)}); // of unknown length: a busy bar
    link->change(ComponentChanged{component(store, ComponentState::Error)});
    QTRY_VERIFY(overview.findChild<QProgressBar *>());
    auto &bar = *overview.findChild<QProgressBar *>();
    overview.findChild<QScrollArea *>()->ensureWidgetVisible(&bar);
    const Colours &c = colours(window->palette());
    const QWidget &list = window->sidebar().list();
    QTRY_VERIFY(contains(bar, c.accent));
    QVERIFY(contains(list, c.bad.fill));
    link->loseConnection();
    QVERIFY(!contains(bar, c.accent));
    QCOMPARE(bar.grab().toImage().pixelColor(bar.width() / 2, bar.height() / 2), c.muted);
    QVERIFY(!contains(list, c.bad.fill));
    const auto greyFigures = [&c](const QWidget &page) {
        const QList<LiveLabel *> figures = page.findChildren<LiveLabel *>();
        return std::count_if(figures.cbegin(), figures.cend(), [&c](const LiveLabel *figure) {
            return figure->isVisible() && figure->palette().color(QPalette::WindowText) == c.muted;
        });
    };
    const auto grey = greyFigures(overview);
    const auto &metrics = page<MetricsPage>(PageId::Metrics); // opened for the first time
    QVERIFY(greyFigures(metrics) > 0);
    window->open(PageId::Overview);
    link->connectTo(link->snapshot());
    link->tick();
    QVERIFY(contains(bar, c.accent));
    QVERIFY(contains(list, c.bad.fill));
    QVERIFY(grey >= greyFigures(overview) + 3); // CPU, memory and pid of each component; the uptime is always grey
    window->open(PageId::Metrics);
    QCOMPARE(greyFigures(metrics), 0);
}

// A task that tells how far it is moves the bar of its execution.
void OverviewPageTest::barsFollowTasks()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ExecutionChanged{execution(u"run"_s, ExecutionState::Running)});
    Task task = test::task(u"run"_s, u"a"_s, ExecutionState::Running);
    link->change(TaskChanged{task});
    const auto isShown = [&overview](int value) {
        const QList<QProgressBar *> bars = overview.findChildren<QProgressBar *>();
        return std::any_of(bars.cbegin(), bars.cend(), [=](QProgressBar *bar) { return bar->value() == value; });
    };
    for (const int percent : {30, 80}) {
        task.percent = percent;
        link->change(TaskChanged{task});
        QTRY_VERIFY(isShown(percent));
    }
}

void OverviewPageTest::dialectsHaveAllTheirAddresses()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    ServerInfo server = link->snapshot().server;
    const QStringList sutra{u"sutra"_s};
    server.listeners = {{{u"127.0.0.1"_s, u"::1"_s}, 9000, sutra, false}, {{u"::1"_s}, 9001, sutra, true}};
    link->change(ServerChanged{server});
    Client other = client(u"c2"_s);
    other.dialect = u"ark"_s;
    for (const Client &each : {client(u"c1"_s), other})
        link->change(ClientConnected{each});
    const auto shown = [&overview] {
        QStringList texts;
        for (const TextLabel *label : overview.findChild<DialectsCard *>()->findChildren<TextLabel *>(u"row"_s))
            texts << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
        return texts;
    };
    QTRY_COMPARE(shown(), (QStringList{u"sutra"_s, u"localhost:9000, [::1]:9001"_s, u"1"_s}));
}

void OverviewPageTest::aReloadBuildsCardsBitByBit()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    for (int i = 0; i < 200; ++i)
        link->change(ComponentChanged{component(QString::number(i), ComponentState::Stopped)});
    QVERIFY(overview.board().isBuilding());
    QVERIFY(!overview.board().tile(u"0"_s));
    QTRY_VERIFY(!overview.board().isBuilding());
    QVERIFY(overview.board().tile(u"199"_s));
    for (int i = 0; i < 200; ++i)
        link->change(ComponentRemoved{QString::number(i)});
    QVERIFY(!overview.board().tile(u"199"_s));
    QTRY_VERIFY(!overview.board().isBuilding());
    QVERIFY(overview.card(store));
}

namespace {

QStringList shownIds(const ComponentBoard &board)
{
    QStringList ids;
    for (const ComponentTile *tile : board.tilesInOrder())
        ids << tile->id();
    return ids;
}

} // namespace

void OverviewPageTest::whatIsUnwellComesFirst()
{
    auto &board = page<OverviewPage>(PageId::Overview).board();
    QCOMPARE(shownIds(board), (QStringList{repair, report, store}));
    Component degraded = component(report, ComponentState::Running);
    degraded.error = u"no answer"_s;
    link->change(ComponentChanged{degraded});
    link->change(ComponentChanged{component(store, ComponentState::Error)});
    QTRY_COMPARE(shownIds(board), (QStringList{store, report, repair}));
    QVERIFY(board.card(store)); // three are few: cards
    QVERIFY(board.card(store)->y() <= board.card(repair)->y());
    QTRY_VERIFY(board.card(store)->x() < board.card(repair)->x());
    link->change(ComponentChanged{component(store, ComponentState::Starting)});
    QTRY_COMPARE(shownIds(board), (QStringList{report, repair, store}));
}

void OverviewPageTest::manyStandInRowsByGroup()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    auto &board = overview.board();
    for (int i = 10; i < 40; ++i) {
        Component one = component(QString::number(i), i == 20 ? ComponentState::Error : ComponentState::Running);
        one.group = i < 25 ? u"web"_s : u"&data"_s;
        one.position = i;
        link->change(ComponentChanged{one});
    }
    QTRY_VERIFY(!board.isBuilding() && board.tile(u"39"_s));
    QVERIFY(!board.card(u"39"_s)); // no card, but a row
    QCOMPARE(shownIds(board).first(3), (QStringList{u"20"_s, u"25"_s, u"26"_s}));
    QCOMPARE(board.heading(u"web"_s)->text(), u"web  14"_s);
    QCOMPARE(board.heading(u"&data"_s)->text(), u"&&data  15"_s);
    QVERIFY(board.tile(u"20"_s)->y() < board.heading(u"&data"_s)->y());
    const QWidget &running = *overview.findChild<RunningCard *>(); // not below a thousand rows
    QTRY_VERIFY(running.mapTo(&board, QPoint()).y() > board.tile(u"20"_s)->y());
    QVERIFY(running.mapTo(&board, QPoint()).y() < board.tile(u"10"_s)->y());
    QVERIFY(board.tile(u"25"_s)->height() < 2 * board.tile(u"25"_s)->fontMetrics().height() + 8);

    board.heading(u"web"_s)->click();
    QVERIFY(board.tile(u"10"_s)->isHidden());
    QVERIFY(!board.tile(u"20"_s)->isHidden()); // what is unwell is seen
    overview.save(*settings);
    MainWindow again(*link, *settings);
    again.show();
    again.open(PageId::Overview);
    auto &other = static_cast<OverviewPage &>(*again.page(PageId::Overview));
    other.restore(*settings);
    QTRY_VERIFY(!other.board().isBuilding() && other.board().tile(u"39"_s));
    QVERIFY(other.board().tile(u"10"_s)->isHidden());

    for (int i = 10; i < 40; ++i)
        link->change(ComponentRemoved{QString::number(i)});
    QTRY_VERIFY(board.card(store)); // cards again
    QTRY_VERIFY(running.mapTo(&board, QPoint()).y() > board.card(store)->y());
}

void OverviewPageTest::countersShowOnlyTheirs()
{
    auto &board = page<OverviewPage>(PageId::Overview).board();
    link->change(ComponentChanged{component(store, ComponentState::Error)});
    QTRY_COMPARE(board.counters().button(Condition::Failed).text(), u"Error 1"_s);
    QCOMPARE(board.counters().button(Condition::Running).text(), u"Running 1"_s);
    QVERIFY(board.counters().button(Condition::Starting).isHidden());
    board.counters().button(Condition::Failed).click();
    QCOMPARE(shownIds(board), QStringList{store});
    board.counters().button(Condition::Stopped).click();
    QCOMPARE(shownIds(board), QStringList{repair});
    board.counters().button(Condition::Stopped).click();
    QCOMPARE(shownIds(board).size(), 3);
    board.counters().button(Condition::Failed).click();
    link->change(ComponentChanged{component(store, ComponentState::Running)}); // and none is left
    QTRY_COMPARE(shownIds(board).size(), 3);
    QVERIFY(!board.counters().button(Condition::Failed).isChecked());
}

void OverviewPageTest::nothingMovesUnderThePointer()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    auto &board = overview.board();
    QCursor::setPos(board.card(repair)->mapToGlobal(QPoint(10, 10)));
    QTest::mouseMove(board.card(repair));
    QTRY_VERIFY(board.underMouse());
    link->change(ComponentChanged{component(store, ComponentState::Error)});
    QSignalSpy seconds(&window->liveness(), &Liveness::secondPassed);
    QTRY_VERIFY(!seconds.isEmpty()); // which is when it would move
    QCOMPARE(shownIds(board).constFirst(), repair);
    QCOMPARE(board.card(store)->stateWord(), u"Error"_s); // it says so where it stands
    QCursor::setPos(window->mapToGlobal(QPoint(2, 2)));
    QTest::mouseMove(window.get(), QPoint(2, 2));
    QTRY_COMPARE(shownIds(board).constFirst(), store);
}

void OverviewPageTest::arrowsLeadFromRowToRow()
{
    auto &board = page<OverviewPage>(PageId::Overview).board();
    for (int i = 10; i < 40; ++i) {
        Component one = component(QString::number(i), ComponentState::Running);
        one.position = i;
        link->change(ComponentChanged{one});
    }
    QTRY_VERIFY(!board.isBuilding() && board.tile(u"39"_s));
    const QList<ComponentTile *> tiles = board.tilesInOrder();
    const auto stops = std::count_if(tiles.cbegin(), tiles.cend(),
                                     [](const ComponentTile *tile) { return tile->focusPolicy() & Qt::TabFocus; });
    QCOMPARE(stops, 1); // not thirty
    tiles[0]->setFocus();
    QTest::keyClick(tiles[0], Qt::Key_Right);
    QVERIFY(tiles[1]->hasFocus());
    QTest::keyClick(tiles[1], Qt::Key_Down);
    auto *below = qobject_cast<ComponentTile *>(QApplication::focusWidget());
    QVERIFY(below && below->x() == tiles[1]->x() && below->y() > tiles[1]->y());
    QTest::keyClick(below, Qt::Key_Home);
    QVERIFY(tiles[0]->hasFocus());
    QSignalSpy opened(&board, &ComponentBoard::opened);
    QTest::keyClick(tiles[0], Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void OverviewPageTest::whatFailedStaysUntilSeen()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    FailuresCard &failures = overview.failures();
    QVERIFY(failures.isHidden());
    Execution failed = execution(u"run"_s, ExecutionState::Failed);
    failed.error = u"Node 'a' failed: exit status 1: ValueError: the real reason"_s;
    failed.isUnseen = true;
    link->change(ExecutionChanged{failed});
    QTRY_COMPARE(failures.shownIds(), QStringList{u"run"_s});
    QVERIFY(failures.y() < overview.board().y());
    failures.nameButton(u"run"_s)->click();
    QCOMPARE(window->currentPage(), PageId::Executions);
    QTRY_VERIFY(link->lastCommand<MarkSeen>()); // it is before somebody now
    QCOMPARE(link->lastCommand<MarkSeen>()->executionIds, QStringList{u"run"_s});
    link->complete();
    failed.isUnseen = false;
    link->change(ExecutionChanged{failed});
    window->open(PageId::Overview);
    QTRY_VERIFY(failures.isHidden());
    failed.id = u"other"_s;
    failed.isUnseen = true;
    link->change(ExecutionChanged{failed});
    QTRY_VERIFY(failures.isVisible());
    failures.seenButton().click();
    QCOMPARE(link->lastCommand<MarkSeen>()->executionIds, QStringList()); // all
}

void OverviewPageTest::growsWithTheType()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(2 * usual.pointSizeF());
    QApplication::setFont(twice);
    link->change(ExecutionChanged{execution(u"run"_s, ExecutionState::Running)});
    for (const QString &id : {u"x"_s, u"y"_s})
        link->change(ComponentChanged{component(id, ComponentState::Stopped)});
    MainWindow large(*link, *settings);
    large.resize(1920, 1080);
    large.show();
    large.open(PageId::Overview);
    const QWidget &overview = *large.page(PageId::Overview);
    const int bar = overview.findChild<QProgressBar *>()->width();
    const int card = static_cast<const OverviewPage &>(overview).card(store)->width();
    QApplication::setFont(usual);
    QVERIFY2(bar >= 250, qPrintable(QString::number(bar)));
    QVERIFY2(card >= 400, qPrintable(QString::number(card))); // cards stay wide
}

void OverviewPageTest::tabGoesDownThePage()
{
    window->open(PageId::Overview);
    auto *page = window->page(PageId::Overview);
    QStringList order;
    QWidget *first = page->nextInFocusChain();
    for (QWidget *each = first; order.isEmpty() || each != first; each = each->nextInFocusChain()) {
        if (!page->isAncestorOf(each) || !(each->focusPolicy() & Qt::TabFocus))
            continue;
        if (const auto *card = qobject_cast<ComponentCard *>(each))
            order << card->accessibleName().section(u':', 0, 0);
        else if (const auto *button = qobject_cast<QToolButton *>(each); button && !button->text().isEmpty())
            order << button->text();
    }
    const QStringList wanted{u"Restart all"_s, u"The repair"_s,     u"The report"_s,
                             u"The store"_s,   u"All executions"_s, u"All clients"_s};
    qsizetype last = -1;
    for (const QString &stop : wanted) {
        QVERIFY2(order.indexOf(stop) > last, qPrintable(stop + u" in "_s + order.join(u", "_s)));
        last = order.indexOf(stop);
    }
}

void OverviewPageTest::overviewLeadsToExecutions()
{
    window->open(PageId::Server);
    link->change(ExecutionChanged{execution(u"run-1"_s, ExecutionState::Running)});
    auto &overview = page<OverviewPage>(PageId::Overview);
    auto *button = overview.findChild<QToolButton *>(u"run-1"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(window->currentPage(), PageId::Executions);
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    QCOMPARE(executions.detail().executionId(), u"run-1"_s);
}

namespace {

QStringList namesTold;

void noteNames(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::NameChanged && event->object())
        namesTold << QString::fromLatin1(event->object()->metaObject()->className());
}

} // namespace

void OverviewPageTest::namesAreToldOnlyWhenTheyChange()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    Execution execution = test::execution(u"run"_s, ExecutionState::Running);
    execution.percent = 10.0;
    link->change(ExecutionChanged{execution});
    QTRY_VERIFY(overview.findChild<QProgressBar *>());
    const auto isShown = [&overview](const QString &percent) {
        const QList<QLabel *> labels = overview.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](QLabel *one) { return one->text() == percent; });
    };
    QTRY_VERIFY(isShown(format::percent(10.0)));
    namesTold.clear();
    const auto before = QAccessible::installUpdateHandler(&noteNames);
    QAccessible::setActive(true);
    link->tick();
    execution.percent = 20.0;
    link->change(ExecutionChanged{execution});
    QTRY_VERIFY(isShown(format::percent(20.0)));
    QAccessible::installUpdateHandler(before);
    QAccessible::setActive(false);
    namesTold.removeAll(u"signalbox::widgets::TextLabel"_s); // its text is its name, and changed
    QCOMPARE(namesTold, QStringList());
}

QTEST_MAIN(OverviewPageTest)
#include "tst_overviewpage.moc"
