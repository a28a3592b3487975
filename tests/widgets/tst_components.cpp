// SPDX-License-Identifier: GPL-3.0-or-later
// Components, one and several at once: what is offered, what is asked first, what is told and for how long.
#include "tests/support/fakelink.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/overviewpage.h"

#include <QAction>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    made.name = QStringLiteral("The ") + id;
    made.state = state;
    return made;
}

const QString store = QStringLiteral("store");
const QString report = QStringLiteral("report");
const QString repair = QStringLiteral("repair"); // stopped on purpose

Snapshot populated()
{
    Snapshot snapshot;
    for (const auto &[id, state] :
         {std::pair(store, ComponentState::Running), std::pair(report, ComponentState::Running),
          std::pair(repair, ComponentState::Stopped)})
        snapshot.components.insert(id, component(id, state));
    for (const QString &id : {QStringLiteral("c1"), QStringLiteral("c2")}) {
        Client client;
        client.id = id;
        client.user = QStringLiteral("mira");
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
    settings = std::make_unique<QSettings>(folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
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
    // One of them goes down while the question is open: it is not started by the answer.
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
    QCOMPARE(question()->text(), QStringLiteral("Stop 2 components?"));
    QVERIFY(question()->informativeText().contains(QStringLiteral("The store")));
    QVERIFY(!question()->informativeText().contains(QStringLiteral("The repair")));
    QTest::keyClick(question(), Qt::Key_Return); // Cancel
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
    QCOMPARE(idsOf<RestartComponent>(link->submitted), QStringList{store}); // one is not asked about
}

void ComponentsTest::disconnectsSeveralAfterAQuestion()
{
    auto &clients = page<ClientsPage>(PageId::Clients);
    clients.table().selectAll();
    clients.table().setFocus();
    QTest::keyClick(&clients.table(), Qt::Key_Delete);
    QVERIFY(question() && link->submitted.isEmpty());
    QVERIFY(question()->informativeText().contains(QStringLiteral("mira@c1")));
    link->change(ClientDisconnected{QStringLiteral("c1"), {}}); // by itself
    agree();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<DisconnectClient>()->clientId, QStringLiteral("c2"));
}

void ComponentsTest::refusalsGoWithTheNextState()
{
    ComponentCard &card = *page<OverviewPage>(PageId::Overview).card(repair);
    auto &components = page<ComponentsPage>(PageId::Components);
    const Error failed{ErrorCode::Internal, QStringLiteral("exit status 3")};
    card.startButton().click();
    link->settle(failed);
    QCOMPARE(card.message(), QStringLiteral("exit status 3"));
    link->change(ComponentChanged{component(store, ComponentState::Stopping)}); // somebody else's
    QCOMPARE(card.message(), QStringLiteral("exit status 3"));
    link->change(ComponentChanged{component(repair, ComponentState::Starting)}); // the restart policy
    QVERIFY(card.message().trimmed().isEmpty());

    link->change(ComponentChanged{component(store, ComponentState::Stopped)});
    components.groupActions()[0]->trigger();
    link->settle(failed);
    QCOMPARE(components.error(), QStringLiteral("exit status 3"));
    link->change(ComponentChanged{component(repair, ComponentState::Starting)}); // another fact of it, the same state
    QCOMPARE(components.error(), QStringLiteral("exit status 3"));
    link->change(ComponentChanged{component(repair, ComponentState::Running)});
    QVERIFY(components.error().isEmpty());
}

void ComponentsTest::saysWhyInOneWay()
{
    const QString advice = QStringLiteral("exit status 3; not tried again: find the cause in its log");
    Component gone = component(store, ComponentState::Error);
    gone.error = QStringLiteral("exit status 3");
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
    link->settle(Error{ErrorCode::Internal, gone.error}); // the same failure, and less of it
    QCOMPARE(card.message(), advice);

    Component well = component(store, ComponentState::Starting);
    well.error = gone.error;
    well.reason = QStringLiteral("started by admin");
    link->change(ComponentChanged{well});
    QCOMPARE(row().data().toString(), well.reason); // not yesterday's failure
}

void ComponentsTest::paletteOffersWhatCanSucceedNow()
{
    page<OverviewPage>(PageId::Overview).card(store)->restartButton().click();
    QCOMPARE(link->submitted.size(), 1);
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QTest::keyClicks(&palette->input(), QStringLiteral("restart the store"));
    QVERIFY2(!palette->currentText().startsWith(QStringLiteral("Restart The store")), "it is under way");
    palette->input().setText(QStringLiteral("restart the report"));
    QCOMPARE(palette->currentText(), QStringLiteral("Restart The report"));
    link->change(ComponentChanged{component(report, ComponentState::Stopping)});
    link->change(ComponentChanged{component(report, ComponentState::Stopped)});
    QTest::keyClick(&palette->input(), Qt::Key_Return); // meanwhile it was stopped: not started again
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(window->currentPage(), PageId::Components);
}

QTEST_MAIN(ComponentsTest)
#include "tst_components.moc"
