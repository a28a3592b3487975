// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to components beyond start, stop and restart, in the window.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/graph/startup.h"
#include "widgets/pages/componentspage.h"
#include "widgets/text/format.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

const QString store = u"store"_s;
const QString web = u"web"_s;

Component running(const QString &id)
{
    Component made = component(id, ComponentState::Running);
    made.pid = 4711;
    return made;
}

Component instance(const QString &id)
{
    Component made = running(id);
    made.instanceOf = u"worker"_s;
    made.group = u"worker"_s;
    return made;
}

} // namespace

class SteeringTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }
    void whatIsDoneOrNotWellIsCalledSo();
    void aStopAsksWhoNeedsIt();
    void whatStopsCanBeKilled();
    void linesAreTyped();
    void groupsAreHandledTogether();
    void instancesAreScaled();
    void dependenciesAreDrawn();
    void whatIsOpenIsSaid();
    void theLongestChainOfAStartup();
};

void SteeringTest::whatIsDoneOrNotWellIsCalledSo()
{
    Component done = component(store);
    done.isDone = true;
    Component ill = running(web);
    ill.error = u"nothing answers on port 80"_s;
    QCOMPARE(format::state(done), u"Done"_s);
    QCOMPARE(format::state(ill), u"Degraded"_s);
    QCOMPARE(format::why(ill), ill.error);
    QCOMPARE(toneOf(ill), Tone::Bad);
    QCOMPARE(format::state(running(web)), u"Running"_s);
}

void SteeringTest::aStopAsksWhoNeedsIt()
{
    Component needs = running(web);
    needs.dependsOn = {store};
    begin(snapshotOf(running(store), needs));
    QVERIFY(open());
    auto &components = page<ComponentsPage>(PageId::Components, web);
    components.stopAction().trigger(); // nothing needs it
    QVERIFY(!question());
    QCOMPARE(link->lastCommand<StopComponent>()->id, web);
    link->complete();
    components.table().selectId(store);
    components.stopAction().trigger();
    QVERIFY(question());
    QCOMPARE(question()->text(), u"Stop %1?"_s.arg(component(store).name));
    QVERIFY(question()->informativeText().contains(needs.name));
    for (QAbstractButton *button : question()->buttons()) {
        if (button->text().contains("first"_L1))
            button->click();
    }
    QCOMPARE(link->lastCommand<StopComponent>()->id, store);
    QVERIFY(link->lastCommand<StopComponent>()->dependents);
}

void SteeringTest::whatStopsCanBeKilled()
{
    Component stopping = running(store);
    stopping.state = ComponentState::Stopping;
    begin(snapshotOf(stopping));
    stopping.killAt = link->now + 8s;
    link->change(ComponentChanged{stopping});
    QVERIFY(open());
    auto &detail = page<ComponentsPage>(PageId::Components, store).detail();
    QTRY_VERIFY2(detail.explanation().contains("killed in"_L1), qPrintable(detail.explanation()));
    QVERIFY(detail.killAction().isEnabled());
    detail.killAction().trigger();
    QCOMPARE(link->lastCommand<KillComponent>()->id, store);
    link->change(ComponentChanged{component(store)});
    QTRY_VERIFY(!detail.killAction().isEnabled());
}

void SteeringTest::linesAreTyped()
{
    Component open = running(store);
    open.takesInput = true;
    begin(snapshotOf(open, running(web)));
    QVERIFY(FakeWindow::open());
    auto &components = page<ComponentsPage>(PageId::Components, web);
    TypeLine &line = components.detail().typeLine();
    QVERIFY(!line.isVisible());
    components.table().selectId(store);
    QTRY_VERIFY(line.isVisible());
    for (const QString &typed : {u"say hi"_s, u"list"_s}) {
        QTest::keyClicks(&line.field(), typed);
        QTest::keyClick(&line.field(), Qt::Key_Return);
    }
    QCOMPARE(link->lastCommand<TypeToComponent>()->bytes, "list\n"_ba);
    QVERIFY(line.field().text().isEmpty());
    QTest::keyClick(&line.field(), Qt::Key_Up);
    QTest::keyClick(&line.field(), Qt::Key_Up);
    QCOMPARE(line.field().text(), u"say hi"_s);
    QTest::keyClick(&line.field(), Qt::Key_Down);
    QCOMPARE(line.field().text(), u"list"_s);
    link->change(ComponentChanged{component(store)}); // it has ended
    QTRY_VERIFY(!line.field().isEnabled());
}

void SteeringTest::groupsAreHandledTogether()
{
    begin(snapshotOf(instance(u"worker@1"_s), instance(u"worker@2"_s), running(web)));
    QVERIFY(open());
    auto &components = page<ComponentsPage>(PageId::Components);
    Q_EMIT components.groupMenu().aboutToShow();
    QMenu *group = components.groupMenu().findChild<QMenu *>();
    QVERIFY(group);
    QCOMPARE(group->title(), u"worker"_s);
    group->actions().at(1)->trigger(); // stop
    agree();                           // two are asked about
    QStringList stopped;
    for (const CommandBody &body : std::as_const(link->submitted)) {
        if (const auto *stop = std::get_if<StopComponent>(&body))
            stopped << stop->id;
    }
    QCOMPARE(stopped, (QStringList{u"worker@1"_s, u"worker@2"_s}));
    group->actions().constLast()->trigger(); // show only these
    QCOMPARE(components.table().model()->rowCount(), 2);
}

void SteeringTest::instancesAreScaled()
{
    begin(snapshotOf(instance(u"worker@1"_s), instance(u"worker@2"_s), running(web)));
    QVERIFY(open());
    auto &components = page<ComponentsPage>(PageId::Components, web);
    QVERIFY(!components.scaleAction().isEnabled());
    components.table().selectId(u"worker@1"_s);
    QTRY_VERIFY(components.scaleAction().isEnabled());
    components.scaleAction().trigger();
    auto *dialog = window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->intValue(), 2);
    dialog->setIntValue(5);
    dialog->accept();
    QCOMPARE(link->lastCommand<ScaleComponent>()->id, u"worker"_s);
    QCOMPARE(link->lastCommand<ScaleComponent>()->instances, 5);
}

void SteeringTest::dependenciesAreDrawn()
{
    Component needs = running(web);
    needs.dependsOn = {store};
    begin(snapshotOf(running(store), needs, running(u"alone"_s)));
    QVERIFY(open());
    auto &components = page<ComponentsPage>(PageId::Components, web);
    components.detail().showTab(2);
    GraphView &graph = components.detail().graph();
    QTRY_COMPARE(graph.currentNode(), web);
    QVERIFY(!graph.nodeRect(store).isEmpty());
    QVERIFY(graph.nodeRect(u"alone"_s).isEmpty());
    QVERIFY(graph.nodeRect(store).center().x() < graph.nodeRect(web).center().x());
    QTest::mouseDClick(graph.viewport(), Qt::LeftButton, {}, graph.nodeRect(store).center());
    QTest::mouseClick(graph.viewport(), Qt::LeftButton, {}, graph.nodeRect(store).center());
    QTest::keyClick(&graph, Qt::Key_Return);
    QCOMPARE(components.table().currentId(), store);
}

void SteeringTest::whatIsOpenIsSaid()
{
    Component limited = running(web);
    limited.limits = u"memory 512 MiB by cgroup"_s;
    begin(snapshotOf(limited));
    QVERIFY(open());
    auto &detail = page<ComponentsPage>(PageId::Components, web).detail();
    QCOMPARE(detail.factsText(), limited.limits);
    QVERIFY(detail.addresses().isEmpty());
    MetricsSample sample;
    ComponentFigures figures;
    figures.pid = *limited.pid;
    figures.processes = 2;
    figures.threads = 7;
    figures.descriptors = 31;
    figures.readBytes = 2048;
    figures.listensOn = {{u"0.0.0.0"_s, 8080}, {u"::1"_s, 9090}};
    figures.figures.insert(u"queue"_s, 3);
    sample.components.insert(web, figures);
    link->tick(sample);
    link->change(ComponentChanged{limited});
    QTRY_VERIFY2(detail.factsText().contains(u"2 processes · 7 threads · 31 open files"_s),
                 qPrintable(detail.factsText()));
    QVERIFY(detail.factsText().contains(u"listens on 0.0.0.0:8080, [::1]:9090 · queue 3 · memory"_s));
    QCOMPARE(detail.addresses(), (QStringList{u"http://localhost:8080/"_s, u"http://[::1]:9090/"_s}));
}

// The chain goes back from what was ready last, always to what it waited for longest.
void SteeringTest::theLongestChainOfAStartup()
{
    const Timestamp began{1'000'000ms};
    const auto started = [&](const QString &id, Milliseconds launched, std::optional<Milliseconds> ready,
                             const QStringList &needs = {}) {
        Component made = running(id);
        made.name = id;
        made.dependsOn = needs;
        made.lastStart = LastStart{began, began + launched, {}};
        if (ready)
            made.lastStart->ready = began + *ready;
        return made;
    };
    Component later = started(u"later"_s, 0ms, 0ms); // was restarted alone since
    later.lastStart = LastStart{began + 1h, began + 1h, began + 1h};
    const Startup startup =
        lastStartup({started(u"db"_s, 0ms, 900ms), started(u"cache"_s, 0ms, 100ms),
                     started(u"api"_s, 900ms, 1500ms, {u"db"_s, u"cache"_s}), started(u"late"_s, 0ms, {}), later});
    QCOMPARE(startup.chain, (QStringList{u"db"_s, u"api"_s}));
    QCOMPARE(startup.length, 1500ms);
    QCOMPARE(startup.began, began);
    QCOMPARE(startup.bars.size(), 4);
    QCOMPARE(startup.bars.constLast().id, u"api"_s); // launched last
    QVERIFY(startup.bars.constLast().isOnChain);
    QVERIFY(lastStartup({component(store)}).bars.isEmpty());
}

QTEST_MAIN(SteeringTest)
#include "tst_steering.moc"
