// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole: focus, staleness, settings, and what leads from one page to another.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/shell/exampleline.h"
#include "widgets/shell/statusline.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class WindowTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void focusGoesToNoNeighbour();
    void arrivingByKeyboardStopsNothing();
    void turnsStaleWithoutTicksAndBack();
    void saysWhenTheConnectionIsLost();
    void sidebarCountsWhatNeedsALook();
    void aFailedCardLeadsToTheLogLineThatExplainsIt();
    void wordsOfTheStatusBarLead();
    void tableSelectionActsAndSurvivesTicks();
    void filterIsKept();
    void exportsEvents();
    void pagesByKeyboard();
    void remembersItsState();
    void readsTheSettingsOfBefore();
    void buttonsHaveNames();
    void theExampleLeadsToAConfiguration();
};

namespace {

Component component(const QString &id, int position, ComponentState state)
{
    Component made = test::component(id, state);
    made.position = position;
    made.command = {u"/bin/run"_s, u"it's"_s};
    if (state == ComponentState::Error)
        made.error = u"exit status 1"_s;
    return made;
}

Snapshot populated()
{
    Snapshot snapshot = test::snapshotOf(component(u"store"_s, 0, ComponentState::Running),
                                         component(u"index"_s, 1, ComponentState::Error),
                                         component(u"report"_s, 2, ComponentState::Stopped), test::client(u"c1"_s));
    snapshot.server.listeners = {{{u"127.0.0.1"_s}, 9000, {u"sutra"_s}, false}};
    return snapshot;
}

} // namespace

void WindowTest::init()
{
    begin(populated());
    QVERIFY(open());
    link->tick();
}

void WindowTest::focusGoesToNoNeighbour()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QVERIFY(components.table().selectId(u"index"_s));
    const QList<QToolButton *> buttons = components.findChildren<QToolButton *>();
    const auto start = std::find_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *button) {
        return button->defaultAction() && button->defaultAction()->text() == u"Start"_s;
    });
    QVERIFY(start != buttons.cend());
    (*start)->setFocus();
    QTest::keyClick(*start, Qt::Key_Space);
    QVERIFY(link->lastCommand<StartComponent>());
    QCOMPARE(QApplication::focusWidget(), &components.table());
    link->change(ComponentChanged{component(u"index"_s, 1, ComponentState::Running)});
    link->complete();
    QCOMPARE(QApplication::focusWidget(), &components.table()); // not the enabled Restart button
}

void WindowTest::arrivingByKeyboardStopsNothing()
{
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    for (const auto key : {Qt::Key_1, Qt::Key_3, Qt::Key_8}) {
        QTest::keyClick(window.get(), key, Qt::ControlModifier);
        QVERIFY(QApplication::focusWidget());
        QVERIFY(!qobject_cast<QToolButton *>(QApplication::focusWidget())
                || qobject_cast<QToolButton *>(QApplication::focusWidget())->isChecked()); // the current mode's button
        if (key == Qt::Key_1)
            QVERIFY(qobject_cast<ComponentCard *>(QApplication::focusWidget()));
    }
}

void WindowTest::turnsStaleWithoutTicksAndBack()
{
    ServerInfo quick = link->snapshot().server;
    quick.tick = Milliseconds(20);
    link->change(ServerChanged{quick});
    link->tick();
    QVERIFY(!window->liveness().isStale());
    QVERIFY(window->bannerText().isEmpty());
    QTRY_VERIFY(window->liveness().isStale());
    QVERIFY(window->bannerText().contains(u"stale"_s));
    const auto *status = qobject_cast<StatusLine *>(window->statusBar());
    QVERIFY(status->stateText().contains(u"Stale"_s));
    QSignalSpy seconds(&window->liveness(), &Liveness::secondPassed);
    QTRY_COMPARE(seconds.size(), 1); // the clock has read how late it was when the ticks ended
    const Timestamp stopped = window->liveness().serverNow();
    QTRY_COMPARE(seconds.size(), 2);
    QCOMPARE(window->liveness().serverNow(), stopped); // the shown time stands still, too
    link->tick();
    QVERIFY(!window->liveness().isStale());
    QVERIFY(window->bannerText().isEmpty());
}

void WindowTest::saysWhenTheConnectionIsLost()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    link->loseConnection();
    QVERIFY(window->bannerText().startsWith(u"Connection lost, data is stale"_s));
    QVERIFY(!card.startButton().isEnabled());
    link->connectTo(populated());
    QVERIFY(window->bannerText().isEmpty());
    QVERIFY(card.startButton().isEnabled());
    QVERIFY(!QApplication::activeModalWidget());
}

void WindowTest::sidebarCountsWhatNeedsALook()
{
    const auto *list = window->findChild<QListWidget *>();
    const auto spoken = [list](PageId id) {
        return list->item(static_cast<int>(id))->data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(spoken(PageId::Components).startsWith(u"Components, 1 "_s));
    link->change(ComponentChanged{component(u"store"_s, 0, ComponentState::Error)});
    QVERIFY(spoken(PageId::Components).startsWith(u"Components, 2 "_s));
    for (const auto &id : {u"store"_s, u"index"_s})
        link->change(ComponentChanged{component(id, 0, ComponentState::Running)});
    QCOMPARE(spoken(PageId::Components), u"Components"_s);
    Execution execution = test::execution(u"e"_s, ExecutionState::Running);
    link->change(ExecutionChanged{execution});
    QVERIFY(spoken(PageId::Executions).startsWith(u"Executions, 1 "_s));
    execution.state = ExecutionState::Succeeded;
    link->change(ExecutionChanged{execution});
    QCOMPARE(spoken(PageId::Executions), u"Executions"_s);
}

void WindowTest::aFailedCardLeadsToTheLogLineThatExplainsIt()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"index"_s);
    QTest::mouseClick(&card, Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(window->currentPage(), PageId::Components);
    auto &components = page<ComponentsPage>(PageId::Components);
    QCOMPARE(components.table().currentId(), u"index"_s);
    QVERIFY(components.detail().explanation().contains(u"exit status 1"_s));
    QList<LogLine> lines;
    for (int i = 0; i < 60; ++i)
        lines.append({u"index"_s, i, {}, i == 30 ? LogLevel::Error : LogLevel::Info, QString::number(i)});
    QVERIFY(link->answerLast<LogQuery>(LogPage{lines}));
    QCOMPARE(components.detail().log().view().currentRow(), 30);
}

void WindowTest::wordsOfTheStatusBarLead()
{
    auto &status = *qobject_cast<StatusLine *>(window->statusBar());
    window->open(PageId::Metrics);
    QTest::mouseClick(&status.state(), Qt::LeftButton);
    QCOMPARE(window->currentPage(), PageId::Components);
    QCOMPARE(page<ComponentsPage>(PageId::Components).table().currentId(), u"index"_s); // it has failed
    status.executions().setFocus();
    QTest::keyClick(&status.executions(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Executions);
    QAccessible::queryAccessibleInterface(&status.clients())
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window->currentPage(), PageId::Clients);
    link->change(ComponentChanged{component(u"index"_s, 1, ComponentState::Running)});
    QTest::mouseClick(&status.state(), Qt::LeftButton);
    QCOMPARE(window->currentPage(), PageId::Overview);
}

void WindowTest::tableSelectionActsAndSurvivesTicks()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(!components.startAction().isEnabled());
    QVERIFY(components.table().selectId(u"store"_s));
    QVERIFY(!components.startAction().isEnabled());
    QVERIFY(components.stopAction().isEnabled());
    link->tick();
    link->change(ComponentChanged{component(u"store"_s, 0, ComponentState::Running)});
    QCOMPARE(components.table().selectedIds(), QStringList{u"store"_s});
    components.restartAction().trigger();
    QCOMPARE(link->lastCommand<RestartComponent>()->id, u"store"_s);
    for (QAction *action : components.table().actions()) {
        if (action->text() == u"Copy command"_s)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/bin/run 'it'\\''s'"_s);
}

void WindowTest::filterIsKept()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    components.filterField().setText(u"INDEX"_s);
    QCOMPARE(components.table().model()->rowCount(), 1);
    window->open(PageId::Events);
    window->open(PageId::Components);
    QCOMPARE(components.table().model()->rowCount(), 1);
    window->open(PageId::Components, u"store"_s); // shown although filtered out
    QCOMPARE(components.table().currentId(), u"store"_s);
}

void WindowTest::exportsEvents()
{
    auto &events = page<widgets::EventsPage>(PageId::Events);
    EventEntry entry;
    entry.number = 1;
    entry.what = u"problem"_s;
    entry.detail = entry.text = u"disk \"full\""_s;
    const QString path = folder->filePath(u"events.csv"_s);
    events.exportTo(path);
    const auto *asked = std::get_if<EventsQuery>(&link->asked.constLast());
    QVERIFY(asked && asked->limit == EventsQuery::mostRows); // not only what is shown
    QVERIFY(link->answerLast<EventsQuery>(signalbox::EventsPage{{entry}, false}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"disk \"\"full\"\"\""));
}

void WindowTest::pagesByKeyboard()
{
    window->activateWindow();
    const QList<PageEntry> pages = pageList();
    for (int i = static_cast<int>(pages.size()) - 1; i >= 0; --i) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10), Qt::ControlModifier);
        QCOMPARE(window->currentPage(), pages[i].id);
    }
    auto &components = page<ComponentsPage>(PageId::Components);
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(components.filterField().hasFocus());
}

void WindowTest::remembersItsState()
{
    window->open(PageId::Metrics);
    window->resize(1100, 700);
    window->close();
    window = std::make_unique<MainWindow>(*link, *settings);
    QCOMPARE(window->currentPage(), PageId::Metrics);
    QCOMPARE(window->size(), QSize(1100, 700));
}

// The file as the program wrote it while each page spelled its own prefix.
void WindowTest::readsTheSettingsOfBefore()
{
    window.reset();
    settings.reset();
    QFile file(folder->filePath(u"window.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("[clients]\nfilter=ann\n"
               "[components]\nfilter=disk\nlog\\level=2\nlog\\length=0\nlog\\onlyMatching=true\nlog\\times=false\n"
               "[events]\nfilter=went\nkind=1\n"
               "[executions]\ntext=sweep\n"
               "[metrics]\nminutes=60\n"
               "[processes]\nfilter=count\n"
               "[window]\npage=components\n");
    file.close();
    settings = std::make_unique<QSettings>(file.fileName(), QSettings::IniFormat);
    const QStringList keys = settings->allKeys();
    window = std::make_unique<MainWindow>(*link, *settings);
    QCOMPARE(window->currentPage(), PageId::Components);
    auto &components = page<ComponentsPage>(PageId::Components);
    QCOMPARE(components.filterField().text(), u"disk"_s);
    QCOMPARE(components.detail().log().findChildren<QComboBox *>()[0]->currentIndex(), 2);
    QCOMPARE(components.detail().log().timesAction().isChecked(), false);
    QCOMPARE(page<MetricsPage>(PageId::Metrics).window().chosenLength(), 60 * TimeWindow::minute);
    QCOMPARE(page<widgets::EventsPage>(PageId::Events).filters().kind().currentIndex(), 1);
    QCOMPARE(page<ExecutionsPage>(PageId::Executions).filters().text().text(), u"sweep"_s);
    window->open(PageId::Clients);
    window->open(PageId::Processes);
    window->close();
    for (const QString &key : keys)
        QVERIFY2(settings->contains(key), qPrintable(key));
    QCOMPARE(settings->value(u"clients/filter"_s).toString(), u"ann"_s);
    QCOMPARE(settings->value(u"processes/filter"_s).toString(), u"count"_s);
}

void WindowTest::buttonsHaveNames()
{
    for (const PageEntry &entry : pageList())
        window->open(entry.id);
    const QList<QToolButton *> buttons = window->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        const bool operable = button->focusPolicy() != Qt::NoFocus;
        QVERIFY2(!operable || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                 qPrintable(button->toolTip()));
    }
}

void WindowTest::theExampleLeadsToAConfiguration()
{
    ExampleLine *line = &window->exampleLine();
    QVERIFY(line->isHidden()); // nothing to lead to
    QStringList given;
    Result<void> outcome = unexpected(ErrorCode::InvalidArgument);
    const FirstConfiguration first{u"/home/ann/.config/signalbox/signalbox.toml"_s, u"admin"_s,
                                   [&](const QString &password) {
                                       given << password;
                                       return outcome;
                                   },
                                   [] { return u"made-made"_s; }};
    window->offer(first);
    QVERIFY(line->isVisible());
    QVERIFY(line->text().startsWith(u"This is the built-in example"_s));
    line->writeButton().click();
    QPointer<FirstConfigDialog> dialog = line->dialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->writeButton().isEnabled()); // no password yet
    QCOMPARE(dialog->password().echoMode(), QLineEdit::Password);
    QTest::keyClicks(&dialog->password(), u"secret"_s);
    QTest::keyClicks(&dialog->again(), u"other"_s);
    dialog->writeButton().click();
    QVERIFY(given.isEmpty());
    QCOMPARE(dialog->error(), u"The two are not the same."_s);
    dialog->again().setText(u"secret"_s);
    dialog->writeButton().click();
    QCOMPARE(given, QStringList{u"secret"_s});
    QVERIFY(dialog->error().startsWith(u"Everybody tries that one first"_s));
    outcome = unexpected(ErrorCode::Conflict);
    dialog->makeOne().click();
    QCOMPARE(dialog->password().text(), u"made-made"_s);
    QCOMPARE(dialog->password().echoMode(), QLineEdit::Normal); // to be noted down
    dialog->writeButton().click();
    QVERIFY(dialog->error().endsWith(u"is there already, and stays as it is."_s));
    outcome = {};
    QVERIFY(dialog->openButton().isHidden());
    dialog->writeButton().click();
    QCOMPARE(given.constLast(), u"made-made"_s);
    QVERIFY(dialog->error().isEmpty());
    QVERIFY(dialog->openButton().isVisible());
    QVERIFY(line->text().startsWith(u"Your configuration is in /home/ann"_s));
    dialog->reject();
    QTRY_VERIFY(!dialog);
    line->closeButton().click();
    QVERIFY(line->isHidden());
    QVERIFY(open());
    window->offer(first);
    QVERIFY(window->exampleLine().isHidden()); // nor in the next window
    settings->clear();
    QVERIFY(open());
    window->offer(first);
    QVERIFY(window->exampleLine().isVisible());
    ServerInfo server = link->snapshot().server;
    server.configurationFile = first.path;
    Snapshot restarted = link->snapshot();
    restarted.server = server;
    link->replace(restarted);
    QVERIFY(window->exampleLine().isHidden());
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
