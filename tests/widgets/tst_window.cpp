// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/statusline.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cardsShowStateAndOfferOnlyWhatCanSucceed_data();
    void cardsShowStateAndOfferOnlyWhatCanSucceed();
    void refusalsAreShownOnTheCard();
    void whatStartsCanBeStopped();
    void focusComesBackToTheButton();
    void focusGoesToNoNeighbour();
    void arrivingByKeyboardStopsNothing();
    void turnsStaleWithoutTicksAndBack();
    void saysWhenTheConnectionIsLost();
    void sidebarCountsWhatNeedsALook();
    void aFailedCardLeadsToTheLogLineThatExplainsIt();
    void tableSelectionActsAndSurvivesTicks();
    void filterIsKept();
    void chartsAreBoundedAndPaused();
    void aHoleIsDrawnAsOne();
    void chartsOutOfSightSleep();
    void exportsFigures();
    void asksForHistoryOnceConnected();
    void whatFellDoesNotLookLikeStairs();
    void disconnectsAClientAndShowsARefusal();
    void exportsEvents();
    void pagesByKeyboard();
    void remembersItsState();
    void readsTheSettingsOfBefore();
    void buttonsHaveNames();

private:
    template<typename P>
    P &page(PageId id)
    {
        window->open(id);
        return *qobject_cast<P *>(window->page(id));
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<MainWindow> window;
};

namespace {

Component component(const QString &id, int position, ComponentState state)
{
    Component made;
    made.id = id;
    made.name = u"The "_s + id;
    made.position = position;
    made.state = state;
    made.command = {u"/bin/run"_s, u"it's"_s};
    if (state == ComponentState::Error)
        made.error = u"exit status 1"_s;
    return made;
}

Snapshot populated()
{
    Snapshot snapshot;
    snapshot.server.listeners = {{u"127.0.0.1"_s, 9000, {u"sutra"_s}, false}};
    int position = 0;
    for (const auto &[id, state] :
         {std::pair(u"store"_s, ComponentState::Running), std::pair(u"index"_s, ComponentState::Error),
          std::pair(u"report"_s, ComponentState::Stopped)})
        snapshot.components.insert(id, component(id, position++, state));
    Client client;
    client.id = u"c1"_s;
    client.dialect = u"sutra"_s;
    client.address = u"127.0.0.1:1234"_s;
    snapshot.clients.insert(client.id, client);
    return snapshot;
}

} // namespace

void WindowTest::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(u"window.ini"_s), QSettings::IniFormat);
    link = std::make_unique<test::FakeLink>();
    link->connectTo(populated());
    window = std::make_unique<MainWindow>(*link, *settings);
    window->resize(1280, 800);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    link->tick();
}

void WindowTest::cleanup()
{
    window.reset();
    link.reset();
}

void WindowTest::cardsShowStateAndOfferOnlyWhatCanSucceed_data()
{
    QTest::addColumn<ComponentState>("state");
    QTest::addColumn<bool>("start");
    QTest::addColumn<bool>("stop");
    QTest::addColumn<bool>("restart");
    QTest::newRow("stopped") << ComponentState::Stopped << true << false << false;
    QTest::newRow("starting") << ComponentState::Starting << false << true << false;
    QTest::newRow("running") << ComponentState::Running << false << true << true;
    QTest::newRow("stopping") << ComponentState::Stopping << false << false << false;
    QTest::newRow("error") << ComponentState::Error << true << false << true;
}

void WindowTest::cardsShowStateAndOfferOnlyWhatCanSucceed()
{
    QFETCH(ComponentState, state);
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ComponentChanged{component(u"store"_s, 0, state)});
    ComponentCard &card = *overview.card(u"store"_s);
    QCOMPARE(card.stateWord().toLower(), toString(state));
    QTEST(card.startButton().isEnabled(), "start");
    QTEST(card.stopButton().isEnabled(), "stop");
    QTEST(card.restartButton().isEnabled(), "restart");
}

void WindowTest::refusalsAreShownOnTheCard()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    card.startButton().click();
    QVERIFY(link->lastCommand<StartComponent>());
    QCOMPARE(link->lastCommand<StartComponent>()->id, u"report"_s);
    QVERIFY(!card.startButton().isEnabled()); // while the start is under way
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(card.message(), u"this needs the role 'operator'"_s);
    QVERIFY(card.startButton().isEnabled());
    card.startButton().click();
    link->complete();
    QVERIFY(card.message().trimmed().isEmpty());
}

void WindowTest::whatStartsCanBeStopped()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    card.startButton().click();
    link->change(ComponentChanged{component(u"report"_s, 2, ComponentState::Starting)});
    QVERIFY(card.stopButton().isEnabled()); // a start that is under way can be stopped
    card.stopButton().click();
    QVERIFY(link->lastCommand<StopComponent>());
    QVERIFY(!card.stopButton().isEnabled()); // the stop is under way
}

void WindowTest::focusComesBackToTheButton()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(u"report"_s);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    card.startButton().setFocus();
    QTest::keyClick(&card.startButton(), Qt::Key_Space);
    QVERIFY(!card.startButton().isEnabled());
    QCOMPARE(QApplication::focusWidget(), &card); // not the next button, which has another effect
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(QApplication::focusWidget(), &card.startButton());
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
    Execution execution;
    execution.id = u"e"_s;
    execution.state = ExecutionState::Running;
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
    qsizetype asked = -1;
    for (qsizetype i = 0; i < link->asked.size(); ++i) {
        if (std::holds_alternative<LogQuery>(link->asked[i]))
            asked = i;
    }
    QVERIFY(asked >= 0);
    QList<LogLine> lines;
    for (int i = 0; i < 60; ++i)
        lines.append({u"index"_s, i, {}, i == 30 ? LogLevel::Error : LogLevel::Info, QString::number(i)});
    Q_EMIT link->answered(static_cast<QueryId>(asked + 1), Result<Answer>(Answer(LogPage{lines})));
    QCOMPARE(components.detail().log().view().currentRow(), 30);
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

void WindowTest::chartsAreBoundedAndPaused()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    metrics.window().setLength(60 * TimeWindow::minute);
    MetricsSample sample;
    constexpr int samples = 1800; // one for every two seconds of the hour
    for (int i = 0; i < samples; ++i) {
        sample.cpuPercent = i % 100;
        link->tick(sample);
    }
    LineChart &chart = metrics.charts().constFirst()->chart();
    QVERIFY(samples > 2 * chart.width());
    QTRY_VERIFY(chart.pointCount() > chart.width() / 2);
    QVERIFY(chart.pointCount() <= 2 * chart.width());
    metrics.window().setLength(TimeWindow::longest);
    metrics.window().hold();
    const qint64 held = metrics.window().to();
    link->tick();
    QCOMPARE(metrics.window().to(), held);
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(metrics.window().isFollowing());
    QVERIFY(metrics.window().to() > held);
    // A zoomed span is none of the lengths to choose from; the chosen length is remembered.
    const auto *ranges = metrics.findChild<QButtonGroup *>();
    QCOMPARE(ranges->checkedId(), 24 * 60);
    metrics.window().zoom(0.5, 1.0);
    QVERIFY(!ranges->checkedButton());
    metrics.save(*settings);
    QCOMPARE(settings->value(u"minutes"_s).toInt(), 24 * 60);
    metrics.window().follow();
    QCOMPARE(ranges->checkedId(), 24 * 60);
}

void WindowTest::aHoleIsDrawnAsOne()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    LineChart &chart = metrics.charts().constFirst()->chart();
    MetricsSample sample;
    sample.cpuPercent = 50;
    const auto run = [&] {
        for (int i = 0; i < 45; ++i)
            link->tick(sample);
    };
    run();
    QCOMPARE(chart.curveCount(), 1);
    link->now += Milliseconds(90'000);
    run();
    QCOMPARE(chart.curveCount(), 2);
    // Looks at the pixels: the curve has a hole of about a third of its width.
    const QImage picture = chart.grab().toImage();
    QList<int> drawn;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            if (picture.pixelColor(x, y).hsvSaturation() > 60) { // not grid, labels or the area below the curve
                drawn.append(x);
                break;
            }
        }
    }
    QVERIFY(drawn.size() > 20);
    int widest = 0;
    for (qsizetype i = 1; i < drawn.size(); ++i)
        widest = std::max(widest, drawn[i] - drawn[i - 1]);
    const int whole = drawn.constLast() - drawn.constFirst();
    QVERIFY2(widest > whole / 4 && widest < whole / 2, qPrintable(u"%1 of %2"_s.arg(widest).arg(whole)));
}

void WindowTest::chartsOutOfSightSleep()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    window->resize(1024, 640);
    LineChart &last = metrics.charts().constLast()->chart();
    QTRY_VERIFY(last.visibleRegion().isEmpty());
    const int before = last.pointCount();
    MetricsSample sample;
    for (int i = 0; i < 10; ++i) {
        sample.runningExecutions = i % 2;
        link->tick(sample);
    }
    QCOMPARE(last.pointCount(), before);
    metrics.findChild<QScrollArea *>()->ensureWidgetVisible(&last);
    QTRY_VERIFY(last.pointCount() > before);
}

void WindowTest::exportsFigures()
{
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    MetricsSample sample;
    sample.cpuPercent = 12.5;
    sample.clients = 3;
    link->tick(sample);
    const QString csv = folder->filePath(u"figures.csv"_s);
    QVERIFY(metrics.exportCsv(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.constFirst(), "time,cpu_percent,memory_percent,storage_mb,queries_per_second,latency_ms,clients,"
                                 "running_executions");
    const QByteArray newest = toIsoMilliseconds(link->now).toUtf8() + ",12.5,";
    QVERIFY(lines.constLast().startsWith(newest));
    QVERIFY(lines.constLast().endsWith(",3,0"));
    const QString png = folder->filePath(u"charts.png"_s);
    QVERIFY(metrics.exportPng(png));
    QVERIFY(!QImage(png).isNull());
    QVERIFY(!metrics.exportCsv(folder->filePath(u"missing/figures.csv"_s)));
    QVERIFY(metrics.notice().contains(u"missing"_s));
}

void WindowTest::asksForHistoryOnceConnected()
{
    QVERIFY(!link->asked.isEmpty());
    const auto *first = std::get_if<SamplesQuery>(&link->asked.constFirst());
    QVERIFY(first);
    QVERIFY(first->componentId.isEmpty());
    SamplesPage older;
    for (int i = 300; i > 0; --i) {
        MetricsSample sample;
        sample.time = link->now - Milliseconds(2000) * (i + 1);
        sample.cpuPercent = i % 2 * 50;
        older.samples.append(sample);
    }
    Q_EMIT link->answered(1, Result<Answer>(Answer(older)));
    auto &metrics = page<MetricsPage>(PageId::Metrics);
    QVERIFY(metrics.charts().constFirst()->chart().pointCount() > 100);
}

void WindowTest::whatFellDoesNotLookLikeStairs()
{
    // Samples as the store thins them: of every ten seconds first the lowest, then the highest.
    SamplesPage older;
    older.stretch = Milliseconds(10'000);
    for (int i = 60; i > 0; --i) {
        older.pairs.append(older.samples.size());
        MetricsSample sample;
        sample.time = link->now - Milliseconds(10'000) * (i + 1);
        sample.cpuPercent = i - 0.8;
        older.samples.append(sample);
        sample.time += Milliseconds(8'000);
        sample.cpuPercent = i;
        older.samples.append(sample);
    }
    Replica replica(*link);
    SampleHistory history(replica, {});
    link->answer(Result<Answer>(Answer(older)));
    const qint64 now = link->now.time_since_epoch().count();
    const QList<QPointF> points = history.series(Metric::Cpu).points(now - 600'000, now - 10'000, 10'000);
    QVERIFY(points.size() > 100);
    QVERIFY(std::is_sorted(points.cbegin() + 2, points.cend(), [](auto &a, auto &b) { return a.y() > b.y(); }));
    QVERIFY(std::is_sorted(points.cbegin(), points.cend(), [](auto &a, auto &b) { return a.x() < b.x(); }));
}

void WindowTest::disconnectsAClientAndShowsARefusal()
{
    auto &clients = page<ClientsPage>(PageId::Clients);
    QVERIFY(!clients.disconnectAction().isEnabled());
    QVERIFY(clients.table().selectId(u"c1"_s));
    QTest::keyClick(&clients.table(), Qt::Key_Delete);
    QVERIFY(link->lastCommand<DisconnectClient>());
    QCOMPARE(link->lastCommand<DisconnectClient>()->clientId, u"c1"_s);
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'admin'"_s});
    QCOMPARE(clients.error(), u"this needs the role 'admin'"_s);
    link->change(ClientDisconnected{u"c1"_s, {}});
    QCOMPARE(clients.table().model()->rowCount(), 0);
}

void WindowTest::exportsEvents()
{
    auto &events = page<EventsPage>(PageId::Events);
    link->change(ProblemOccurred{u"disk \"full\""_s, {}});
    QTRY_COMPARE(events.table().model()->rowCount(), 2); // with a failure from before the window
    const QString path = folder->filePath(u"events.csv"_s);
    QVERIFY(events.exportTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("\"disk \"\"full\"\"\""));
    QVERIFY(written.contains("The index failed: exit status 1"));
}

void WindowTest::pagesByKeyboard()
{
    window->activateWindow();
    const QList<PageEntry> pages = pageList();
    for (int i = static_cast<int>(pages.size()) - 1; i >= 0; --i) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
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
    QCOMPARE(components.detail().log().findChildren<QCheckBox *>()[1]->isChecked(), false);
    QCOMPARE(page<MetricsPage>(PageId::Metrics).window().chosenLength(), 60 * TimeWindow::minute);
    QCOMPARE(page<EventsPage>(PageId::Events).filterField().text(), u"went"_s);
    QCOMPARE(page<EventsPage>(PageId::Events).kind().currentIndex(), 1);
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

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
