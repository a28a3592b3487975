// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on one and several components: which are offered, which need a confirmation, which messages appear and for
// how long.
#include "tests/support/fakelink.h"
#include "widgets/controls/tablecard.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentcard.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/dialectscard.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/serverpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/sidebar.h"
#include "widgets/text/format.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ComponentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void actsOnlyOnWhatItCanSucceedWith();
    void asksBeforeSeveral();
    void keysActWhereTheSelectionIs();
    void disconnectsSeveralAfterAQuestion();
    void refusalsGoWithTheNextState();
    void saysWhyInOneWay();
    void paletteOffersWhatCanSucceedNow();
    void staleIsGreyAndStill();
    void dialectsHaveAllTheirAddresses();
    void listenersClaimNoClients();
    void manyChangesAreOneRefresh();
    void aReloadBuildsCardsBitByBit();
    void groupActionsAreTheSameEverywhere();
    void manyDependantsFit();
    void badgesStayInTheirCell();
    void growsWithTheType();
    void tabGoesDownThePage();
    void cardsAreButtons();
    void namesAreToldOnlyWhenTheyChange();

private:
    template<typename P>
    P &page(PageId id)
    {
        window->open(id);
        return *qobject_cast<P *>(window->page(id));
    }
    QMessageBox *question() const { return window->findChild<QMessageBox *>(); }
    void agree()
    {
        QVERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<MainWindow> window;
};

namespace {

Component component(const QString &id, ComponentState state)
{
    Component made;
    made.id = id;
    made.name = u"The "_s + id;
    made.state = state;
    return made;
}

const QString store = u"store"_s;
const QString report = u"report"_s;
const QString repair = u"repair"_s; // stopped on purpose

Snapshot populated()
{
    Snapshot snapshot;
    for (const auto &[id, state] :
         {std::pair(store, ComponentState::Running), std::pair(report, ComponentState::Running),
          std::pair(repair, ComponentState::Stopped)})
        snapshot.components.insert(id, component(id, state));
    for (const QString &id : {u"c1"_s, u"c2"_s}) {
        Client client;
        client.id = id;
        client.user = u"mira"_s;
        client.address = id;
        snapshot.clients.insert(id, client);
    }
    return snapshot;
}

template<typename T>
QStringList idsOf(const QList<CommandBody> &submitted)
{
    QStringList ids;
    for (const CommandBody &body : submitted) {
        if (const auto *command = std::get_if<T>(&body))
            ids << command->id;
    }
    ids.sort();
    return ids;
}

} // namespace

void ComponentsTest::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(u"window.ini"_s), QSettings::IniFormat);
    link = std::make_unique<test::FakeLink>();
    link->connectTo(populated());
    window = std::make_unique<MainWindow>(*link, *settings);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    link->tick();
}

void ComponentsTest::cleanup()
{
    window.reset();
    link.reset();
}

void ComponentsTest::actsOnlyOnWhatItCanSucceedWith()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    components.table().selectAll();
    QCOMPARE(components.table().selectedIds().size(), 3);
    components.restartAction().trigger();
    // A component that is stopped while the question is open is not started by the answer.
    link->change(ComponentChanged{component(store, ComponentState::Stopping)});
    link->change(ComponentChanged{component(store, ComponentState::Stopped)});
    agree();
    QCOMPARE(idsOf<RestartComponent>(link->submitted), QStringList{report});
    components.startAction().trigger();
    QCOMPARE(idsOf<StartComponent>(link->submitted), (QStringList{repair, store}));
    QVERIFY(components.error().isEmpty());
}

void ComponentsTest::asksBeforeSeveral()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    components.table().selectAll();
    components.table().setFocus();
    QTest::keyClick(&components.table(), Qt::Key_Delete);
    QVERIFY(question());
    QVERIFY(link->submitted.isEmpty());
    QCOMPARE(question()->text(), u"Stop 2 components?"_s);
    QVERIFY(question()->informativeText().contains(u"The store"_s));
    QVERIFY(!question()->informativeText().contains(u"The repair"_s));
    QTest::keyClick(question(), Qt::Key_Return); // Cancel is the default button
    QTRY_VERIFY(!question());
    QVERIFY(link->submitted.isEmpty());
    components.stopAction().trigger();
    agree();
    QCOMPARE(idsOf<StopComponent>(link->submitted), (QStringList{report, store}));
    QTRY_VERIFY(!question());
}

void ComponentsTest::keysActWhereTheSelectionIs()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(components.table().selectId(store));
    components.detail().log().view().setFocus();
    QTest::keyClick(&components.detail().log().view(), Qt::Key_R, Qt::ControlModifier);
    components.filterField().setFocus();
    QTest::keyClick(&components.filterField(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(link->submitted.isEmpty());
    components.table().setFocus();
    QTest::keyClick(&components.table(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(idsOf<RestartComponent>(link->submitted), QStringList{store}); // no question for a single component
}

void ComponentsTest::disconnectsSeveralAfterAQuestion()
{
    auto &clients = page<ClientsPage>(PageId::Clients);
    clients.table().selectAll();
    clients.table().setFocus();
    QTest::keyClick(&clients.table(), Qt::Key_Delete);
    QVERIFY(question() && link->submitted.isEmpty());
    QVERIFY(question()->informativeText().contains(u"mira@c1"_s));
    link->change(ClientDisconnected{u"c1"_s, {}}); // this client leaves by itself
    agree();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<DisconnectClient>()->clientId, u"c2"_s);
}

void ComponentsTest::refusalsGoWithTheNextState()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(repair);
    auto &components = page<ComponentsPage>(PageId::Components);
    const Error failed{ErrorCode::Internal, u"exit status 3"_s};
    card.startButton().click();
    link->complete(failed);
    QCOMPARE(card.message(), u"exit status 3"_s);
    link->change(ComponentChanged{component(store, ComponentState::Stopping)}); // a Change of another component
    QCOMPARE(card.message(), u"exit status 3"_s);
    link->change(ComponentChanged{component(repair, ComponentState::Starting)}); // by the restart policy
    QVERIFY(card.message().trimmed().isEmpty());

    link->change(ComponentChanged{component(store, ComponentState::Stopped)});
    QTRY_VERIFY(components.groupActions()[0]->isEnabled());
    components.groupActions()[0]->trigger();
    link->complete(failed);
    QCOMPARE(components.error(), u"exit status 3"_s);
    link->change(ComponentChanged{component(repair, ComponentState::Starting)}); // the same state
    QCOMPARE(components.error(), u"exit status 3"_s);
    link->change(ComponentChanged{component(repair, ComponentState::Running)});
    QVERIFY(components.error().isEmpty());
}

void ComponentsTest::saysWhyInOneWay()
{
    const QString advice = u"exit status 3; not tried again: find the cause in its log"_s;
    Component gone = component(store, ComponentState::Error);
    gone.error = u"exit status 3"_s;
    gone.reason = advice;
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(components.table().selectId(store));
    link->change(ComponentChanged{gone});
    const auto row = [&] { return components.table().currentIndex().siblingAtColumn(ComponentsModel::Reason); };
    QCOMPARE(row().data().toString(), advice);
    QTRY_VERIFY(components.detail().explanation().contains(advice));
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(store);
    QCOMPARE(card.message(), advice);
    card.startButton().click();
    link->complete(Error{ErrorCode::Internal, gone.error}); // the same failure with fewer words
    QCOMPARE(card.message(), advice);

    Component well = component(store, ComponentState::Starting);
    well.error = gone.error;
    well.reason = u"started by admin"_s;
    link->change(ComponentChanged{well});
    QCOMPARE(row().data().toString(), well.reason); // not the failure before the start
}

void ComponentsTest::paletteOffersWhatCanSucceedNow()
{
    page<OverviewPage>(PageId::Overview).card(store)->restartButton().click();
    QCOMPARE(link->submitted.size(), 1);
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QTest::keyClicks(&palette->input(), u"restart the store"_s);
    QVERIFY2(!palette->currentText().startsWith(u"Restart The store"_s), "it is under way");
    palette->input().setText(u"restart the report"_s);
    QCOMPARE(palette->currentText(), u"Restart The report"_s);
    link->change(ComponentChanged{component(report, ComponentState::Stopping)});
    link->change(ComponentChanged{component(report, ComponentState::Stopped)});
    QTest::keyClick(&palette->input(), Qt::Key_Return); // a stopped component is not restarted
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(window->currentPage(), PageId::Components);
}

namespace {

Execution running(const QString &id)
{
    Execution made;
    made.id = id;
    made.name = id;
    made.state = ExecutionState::Running;
    return made;
}

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

void ComponentsTest::staleIsGreyAndStill()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ExecutionChanged{running(u"run"_s)}); // of unknown length: a busy bar
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
    link->connectTo(link->snapshot());
    link->tick();
    QVERIFY(contains(bar, c.accent));
    QVERIFY(contains(list, c.bad.fill));
}

void ComponentsTest::dialectsHaveAllTheirAddresses()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    ServerInfo server = link->snapshot().server;
    const QStringList sutra{u"sutra"_s};
    server.listeners = {{u"127.0.0.1"_s, 9000, sutra, false}, {u"::1"_s, 9001, sutra, true}};
    link->change(ServerChanged{server});
    Client client;
    client.id = u"c3"_s;
    client.dialect = sutra.constFirst();
    link->change(ClientConnected{client});
    const auto shown = [&overview] {
        QStringList texts;
        for (const TextLabel *label : overview.findChild<DialectsCard *>()->findChildren<TextLabel *>(u"row"_s))
            texts << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
        return texts;
    };
    QTRY_COMPARE(shown(), (QStringList{u"sutra"_s, u"127.0.0.1:9000, [::1]:9001"_s, u"1"_s}));
}

void ComponentsTest::listenersClaimNoClients()
{
    ServerInfo server = link->snapshot().server;
    server.listeners = {{u"::1"_s, 9001, {u"sutra"_s}, true}};
    link->change(ServerChanged{server});
    auto &page = this->page<ServerPage>(PageId::Server);
    const QList<TableCard *> cards = page.findChildren<TableCard *>();
    const QList<QStringList> expected{{u"[::1]:9001"_s, u"sutra"_s, u"listening · encrypted (TLS)"_s}};
    QVERIFY(std::any_of(cards.cbegin(), cards.cend(), [&](const TableCard *card) { return card->rows() == expected; }));
}

void ComponentsTest::manyChangesAreOneRefresh()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(components.table().selectId(store));
    QVERIFY(components.stopAction().isEnabled());
    link->change(ComponentChanged{component(store, ComponentState::Stopping)});
    QVERIFY(components.stopAction().isEnabled()); // updated a moment later
    QTRY_VERIFY(!components.stopAction().isEnabled());
    window->open(PageId::Overview);
    link->change(ComponentChanged{component(store, ComponentState::Stopped)});
    link->change(ComponentChanged{component(store, ComponentState::Starting)});
    window->open(PageId::Components); // a page that is shown is updated at once
    QVERIFY(components.stopAction().isEnabled());
    QVERIFY(components.detail().explanation().contains(u"Never started"_s));
    auto &overview = page<OverviewPage>(PageId::Overview);
    link->change(ExecutionChanged{running(u"run"_s)});
    QVERIFY(!overview.findChild<QToolButton *>(u"run"_s));
    QTRY_VERIFY(overview.findChild<QToolButton *>(u"run"_s));
}

void ComponentsTest::aReloadBuildsCardsBitByBit()
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

void ComponentsTest::groupActionsAreTheSameEverywhere()
{
    const QList<QAction *> actions = page<ComponentsPage>(PageId::Components).groupActions();
    auto &overview = page<OverviewPage>(PageId::Overview);
    const auto button = [&overview](const QString &text) {
        const QList<QToolButton *> all = overview.findChildren<QToolButton *>();
        return *std::find_if(all.cbegin(), all.cend(), [&text](const QToolButton *one) { return one->text() == text; });
    };
    for (const QString &id : {store, report})
        link->change(ComponentChanged{component(id, ComponentState::Stopped)});
    for (const bool expected : {false, true}) {
        window->open(PageId::Components);
        QTRY_COMPARE(actions[1]->isEnabled(), expected);
        window->open(PageId::Overview);
        QTRY_COMPARE(button(u"Stop all"_s)->isEnabled(), expected);
        QVERIFY(button(u"Start all"_s)->isEnabled());
        link->change(ComponentChanged{component(store, ComponentState::Starting)});
    }
    button(u"Start all"_s)->click();
    QVERIFY(link->lastCommand<StartComponents>());
    QVERIFY(!actions[0]->isEnabled()); // the start of all is under way
}

void ComponentsTest::manyDependantsFit()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(components.table().selectId(store));
    for (int i = 0; i < 30; ++i) {
        Component needing = component(u"needs-the-store-%1"_s.arg(i), ComponentState::Stopped);
        needing.dependsOn = {store};
        link->change(ComponentChanged{needing});
    }
    const auto needs = [&components] {
        const QList<TextLabel *> labels = components.detail().findChildren<TextLabel *>();
        return std::find_if(labels.cbegin(), labels.cend(),
                            [](const TextLabel *label) { return label->accessibleName().startsWith(u"Needed by"_s); })
               != labels.cend();
    };
    window->open(PageId::Overview);
    window->open(PageId::Components);
    QVERIFY(needs());
    QVERIFY(components.minimumSizeHint().width() < 900);
}

void ComponentsTest::badgesStayInTheirCell()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QHeaderView &header = *components.table().header();
    header.setMinimumSectionSize(20);
    header.resizeSection(ComponentsModel::State, 30);
    const QImage image = components.table().viewport()->grab().toImage();
    const QColor fill = colours(window->palette()).good.fill;
    const int end = header.sectionViewportPosition(ComponentsModel::State) + 30;
    int inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != fill)
                continue;
            QVERIFY2(x < end, qPrintable(QString::number(x)));
            ++inside;
        }
    }
    QVERIFY(inside > 0);
}

void ComponentsTest::growsWithTheType()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(2 * usual.pointSizeF());
    QApplication::setFont(twice);
    link->change(ExecutionChanged{running(u"run"_s)});
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

void ComponentsTest::tabGoesDownThePage()
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

void ComponentsTest::cardsAreButtons()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    ComponentCard *card = nullptr;
    QTRY_VERIFY(card = overview.findChild<ComponentCard *>());
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(card);
    QCOMPARE(face->role(), QAccessible::Button);
    QVERIFY(face->text(QAccessible::Name).contains(u"The "_s));
    QVERIFY(face->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    face->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(window->currentPage(), PageId::Overview);
    face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window->currentPage(), PageId::Components);
}

namespace {

QStringList namesTold;

void noteNames(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::NameChanged && event->object())
        namesTold << QString::fromLatin1(event->object()->metaObject()->className());
}

} // namespace

void ComponentsTest::namesAreToldOnlyWhenTheyChange()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    Execution execution = running(u"run"_s);
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

QTEST_MAIN(ComponentsTest)
#include "tst_components.moc"
