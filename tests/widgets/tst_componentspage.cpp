// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on one and several components: which are offered, which need a confirmation, which messages appear and for
// how long.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/look/style.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/text/format.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ComponentsPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void actsOnlyOnWhatItCanSucceedWith();
    void asksBeforeSeveral();
    void keysActWhereTheSelectionIs();
    void actsOnAllComponents();
    void refusalsGoWithTheNextState();
    void saysWhyInOneWay();
    void manyChangesAreOneRefresh();
    void groupActionsAreTheSameEverywhere();
    void manyDependantsFit();
    void badgesStayInTheirCell();
    void agentsAreBelowComponents();
    void figuresOfTheProgramHaveCharts();
};

namespace {

const QString store = u"store"_s;
const QString report = u"report"_s;
const QString repair = u"repair"_s; // stopped on purpose

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

void ComponentsPageTest::init()
{
    begin(snapshotOf(component(store, ComponentState::Running), component(report, ComponentState::Running),
                     component(repair)));
    QVERIFY(open());
    QVERIFY(activate());
    link->tick();
}

void ComponentsPageTest::actsOnlyOnWhatItCanSucceedWith()
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

void ComponentsPageTest::asksBeforeSeveral()
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

void ComponentsPageTest::keysActWhereTheSelectionIs()
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

void ComponentsPageTest::actsOnAllComponents()
{
    link->change(ComponentRemoved{repair});
    auto &components = page<ComponentsPage>(PageId::Components);
    const QList<QAction *> &actions = components.groupActions();
    QVERIFY(!actions[0]->isEnabled()); // all components run
    QVERIFY(actions[1]->isEnabled());
    actions[2]->trigger();
    QVERIFY(question() && !link->lastCommand<RestartComponents>()); // not without a confirmation
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(!link->lastCommand<RestartComponents>());
    actions[2]->trigger();
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(link->lastCommand<RestartComponents>());
    QVERIFY(!actions[2]->isEnabled());
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(components.error(), u"this needs the role 'operator'"_s);
}

void ComponentsPageTest::refusalsGoWithTheNextState()
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

void ComponentsPageTest::saysWhyInOneWay()
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

void ComponentsPageTest::manyChangesAreOneRefresh()
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
    link->change(ExecutionChanged{execution(u"run"_s, ExecutionState::Running)});
    QVERIFY(!overview.findChild<QToolButton *>(u"run"_s));
    QTRY_VERIFY(overview.findChild<QToolButton *>(u"run"_s));
}

void ComponentsPageTest::groupActionsAreTheSameEverywhere()
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

void ComponentsPageTest::manyDependantsFit()
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

void ComponentsPageTest::badgesStayInTheirCell()
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

void ComponentsPageTest::agentsAreBelowComponents()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(!components.agents().isVisible()); // this host is the only agent: the log gets the space
    link->change(AgentChanged{agent(u"far"_s, AgentState::Online)});
    QVERIFY(components.agents().isVisible());
    window->open(PageId::Components, u"far"_s); // as a click on an event does
    QCOMPARE(components.agents().table().currentId(), u"far"_s);
    link->loseConnection();
    QVERIFY(isStale(components.agents().table()));
}

void ComponentsPageTest::figuresOfTheProgramHaveCharts()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(components.table().selectId(store));
    QCOMPARE(components.detail().charts().size(), 2); // its processor and memory
    Component runs = component(store, ComponentState::Running);
    runs.pid = 4711;
    link->change(ComponentChanged{runs});
    MetricsSample sample;
    ComponentFigures figures{.pid = 4711};
    figures.figures.insert(u"queue{name=\"a\"}"_s, 7.0);
    sample.components.insert(store, figures);
    link->tick(sample);
    QTRY_COMPARE(components.detail().charts().size(), 3);
    const auto *asked = link->lastQuery<SamplesQuery>();
    QVERIFY(asked);
    QCOMPARE(asked->componentId, store);
    QCOMPARE(asked->figure, u"queue{name=\"a\"}"_s);
    link->tick(sample);
    components.detail().showTab(1);
    const LineChart &chart = components.detail().charts().constLast()->chart();
    QCOMPARE(chart.accessibleName(), asked->figure);
    QTRY_COMPARE(chart.currentText(), format::number(7.0));
    link->tick({}); // it does not run
    QCOMPARE(chart.currentText(), format::dash());
    QCOMPARE(components.detail().charts().size(), 3); // what was measured is still to be seen
    QVERIFY(components.table().selectId(report));
    QCOMPARE(components.detail().charts().size(), 2);
}

QTEST_MAIN(ComponentsPageTest)
#include "tst_componentspage.moc"
