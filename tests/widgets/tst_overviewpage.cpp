// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what it shows of all there is, to eyes, keyboard and screen reader.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/controls/livelabel.h"
#include "widgets/cards/componentcard.h"
#include "widgets/cards/dialectscard.h"
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
    QVERIFY(overview.isBuilding());
    QVERIFY(!overview.card(u"0"_s));
    QTRY_VERIFY(!overview.isBuilding());
    QVERIFY(overview.card(u"199"_s));
    for (int i = 0; i < 200; ++i)
        link->change(ComponentRemoved{QString::number(i)});
    QVERIFY(!overview.card(u"199"_s));
    QVERIFY(overview.card(store));
    QTRY_VERIFY(!overview.isBuilding());
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
