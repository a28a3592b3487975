// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to components beyond start, stop and restart: instances, kills, typing, groups of dependents.
#include "server/core/runtime/supervision/instances.h"
#include "tests/core/supervised.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

using State = ComponentState;

namespace {

ComponentConfig worker(int instances)
{
    ComponentConfig config = shellComponent(u"worker"_s, u"echo number {instance} $NAME; exec sleep 60"_s);
    config.environment.insert(u"NAME"_s, u"w{instance}"_s);
    config.instances = instances;
    return config;
}

QStringList runningIds(const World &world)
{
    QStringList ids;
    for (const Component &component : world.hub.snapshot().componentsInOrder()) {
        if (component.state == State::Running)
            ids.append(component.id);
    }
    return ids;
}

} // namespace

class SteeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instancesAreComponentsOfTheirOwn();
    void withoutInstancesBracesArePlainText();
    void eachInstanceIsProbedAtItsOwnAddress();
    void whatDependsOnInstancesWaitsForAll();
    void aRunningDescriptionIsScaled();
    void aReloadThatChangesTheNumberCounts();
    void aStopNamesWhoNeedsIt();
    void aStopTakesDependentsAlongWhenTold();
    void aKillDoesNotWait();
    void whatHadToBeKilledSaysSo();
    void aPersonTypesToAComponent();
    void aClosedInputTakesNothing();
    void aTerminalIsOne();
    void theLastStartIsKnown();
};

void SteeringTest::instancesAreComponentsOfTheirOwn()
{
    World world;
    world.supervisor.applyConfig({worker(2)});
    world.supervisor.autostart();
    QTRY_COMPARE(runningIds(world), (QStringList{u"worker@1"_s, u"worker@2"_s}));
    const Component second = world[u"worker@2"_s];
    QCOMPARE(second.group, u"worker"_s);
    QCOMPARE(second.instanceOf, u"worker"_s);
    QVERIFY(second.command.last().contains("number 2 "_L1));
    QTRY_VERIFY(world.logged(u"worker@2"_s).contains("number 2 w2"_L1));
    QVERIFY(world.submit(StopComponent{u"worker@1"_s}));
    QTRY_COMPARE(runningIds(world), (QStringList{u"worker@2"_s}));
}

void SteeringTest::withoutInstancesBracesArePlainText()
{
    World world;
    ComponentConfig config = worker(1);
    config.instances.reset();
    QCOMPARE(core::withInstances({config}), QList<ComponentConfig>{config});
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.logged(u"worker"_s).contains("number {instance} w{instance}"_L1));
}

void SteeringTest::eachInstanceIsProbedAtItsOwnAddress()
{
    ComponentConfig config = worker(2);
    config.ready.http = u"http://127.0.0.1:810{instance}/ready"_s;
    config.health.http = u"http://127.0.0.1:810{instance}/health/{instance}"_s;
    const QList<ComponentConfig> instances = core::withInstances({config});
    QCOMPARE(instances.at(0).ready.http, u"http://127.0.0.1:8101/ready"_s);
    QCOMPARE(instances.at(1).health.http, u"http://127.0.0.1:8102/health/2"_s);
}

void SteeringTest::whatDependsOnInstancesWaitsForAll()
{
    World world;
    ComponentConfig needs = shellComponent(u"needs"_s, forever);
    needs.dependsOn = {u"worker"_s};
    ComponentConfig slow = worker(2);
    slow.ready.after = 60s;
    world.supervisor.applyConfig({needs, slow});
    world.supervisor.autostart();
    QTRY_COMPARE(world[u"needs"_s].reason, u"started with the server; waiting for worker 1, worker 2"_s);
    QTRY_VERIFY(world[u"worker@1"_s].pid && world[u"worker@2"_s].pid);
    world.clock.advance(60s);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QCOMPARE(world[u"needs"_s].dependsOn, (QStringList{u"worker@1"_s, u"worker@2"_s}));
}

void SteeringTest::aRunningDescriptionIsScaled()
{
    World world;
    world.supervisor.applyConfig({worker(2)});
    world.supervisor.autostart();
    QTRY_COMPARE(runningIds(world).size(), 2);
    const auto first = world[u"worker@1"_s].pid;
    QSignalSpy scaled(&world.supervisor, &core::Supervisor::scaled);

    QVERIFY(world.submit(ScaleComponent{u"worker"_s, 4}));
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(!world.completed[0].error);
    QCOMPARE(runningIds(world).size(), 4);
    QCOMPARE(world[u"worker@4"_s].reason, u"scaled to 4 by admin"_s);
    QCOMPARE(world[u"worker@1"_s].pid, first); // what did not change runs on
    QCOMPARE(world.supervisor.components().size(), 4);

    QVERIFY(world.submit(ScaleComponent{u"worker"_s, 1}));
    QTRY_COMPARE(world.hub.snapshot().components.size(), 1);
    QCOMPARE(runningIds(world), (QStringList{u"worker@1"_s}));
    QCOMPARE(world[u"worker@1"_s].pid, first);
    QCOMPARE(scaled.size(), 2);
    const auto refused = world.submit(ScaleComponent{u"nothing"_s, 2});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
}

// A reload that leaves the number alone leaves what a person has scaled.
void SteeringTest::aReloadThatChangesTheNumberCounts()
{
    World world;
    world.supervisor.applyConfig({worker(1)});
    world.supervisor.autostart();
    QVERIFY(world.submit(ScaleComponent{u"worker"_s, 3}));
    QTRY_COMPARE(runningIds(world).size(), 3);
    world.supervisor.applyConfig({worker(1)});
    QCOMPARE(runningIds(world).size(), 3);
    world.supervisor.applyConfig({worker(2)});
    QTRY_COMPARE(world.hub.snapshot().components.size(), 2);
}

void SteeringTest::aStopNamesWhoNeedsIt()
{
    World world;
    ComponentConfig needs = shellComponent(u"needs"_s, forever);
    needs.dependsOn = {u"base"_s};
    world.supervisor.applyConfig({shellComponent(u"base"_s, forever), needs});
    world.supervisor.autostart();
    QTRY_COMPARE(runningIds(world).size(), 2);
    QVERIFY(world.submit(StopComponent{u"base"_s}));
    QTRY_VERIFY(world.is(u"base"_s, State::Stopped));
    QCOMPARE(world[u"base"_s].reason, u"stopped by admin; needed by needs"_s);
    QVERIFY(world.is(u"needs"_s, State::Running));
}

void SteeringTest::aStopTakesDependentsAlongWhenTold()
{
    World world;
    ComponentConfig needs = shellComponent(u"needs"_s, forever);
    needs.dependsOn = {u"base"_s};
    world.supervisor.applyConfig({shellComponent(u"base"_s, forever), needs});
    world.supervisor.autostart();
    QTRY_COMPARE(runningIds(world).size(), 2);
    QVERIFY(world.submit(StopComponent{u"base"_s, true}));
    QTRY_COMPARE(world.completed.size(), 1);
    QCOMPARE(runningIds(world), QStringList());
    const QStringList states = world.states();
    QVERIFY(states.indexOf(u"needs stopped"_s) < states.indexOf(u"base stopped"_s));
    QCOMPARE(world[u"base"_s].reason, u"stopped by admin"_s);
}

void SteeringTest::aKillDoesNotWait()
{
    World world;
    ComponentConfig deaf = shellComponent(u"deaf"_s, u"trap '' TERM; echo up; while :; do sleep 0.05; done"_s);
    deaf.ready.log = u"up"_s;
    deaf.stopTimeout = 600s;
    world.supervisor.applyConfig({deaf});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"deaf"_s, State::Running));
    QVERIFY(world.submit(StopComponent{u"deaf"_s}));
    QTRY_VERIFY(world[u"deaf"_s].killAt);
    QCOMPARE(*world[u"deaf"_s].killAt, world.clock.now() + 600s);
    QVERIFY(world.submit(KillComponent{u"deaf"_s}));
    QTRY_VERIFY(world.is(u"deaf"_s, State::Stopped));
    QCOMPARE(world[u"deaf"_s].reason, u"killed by admin"_s);
    QVERIFY(!world[u"deaf"_s].killAt);
    QTRY_COMPARE(world.completed.size(), 2);
    const auto again = world.submit(KillComponent{u"deaf"_s});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void SteeringTest::whatHadToBeKilledSaysSo()
{
    World world;
    ComponentConfig deaf = shellComponent(u"deaf"_s, u"trap '' TERM; echo up; while :; do sleep 0.05; done"_s);
    deaf.ready.log = u"up"_s;
    deaf.stopTimeout = 200ms;
    world.supervisor.applyConfig({deaf, shellComponent(u"obeys"_s, forever)});
    world.supervisor.autostart();
    QTRY_COMPARE(runningIds(world).size(), 2);
    QVERIFY(world.submit(StopComponents{}));
    QTRY_COMPARE(runningIds(world).size(), 0);
    QTRY_VERIFY(world.is(u"deaf"_s, State::Stopped));
    QCOMPARE(world[u"deaf"_s].reason, u"stopped by admin; had to be killed after 200ms (stop_timeout)"_s);
    QCOMPARE(world[u"obeys"_s].reason, u"stopped by admin"_s);
}

void SteeringTest::aPersonTypesToAComponent()
{
    World world;
    ComponentConfig echo = shellComponent(u"echo"_s, u"while read -r line; do echo \"heard $line\"; done"_s);
    echo.input = StandardInput::Open;
    world.supervisor.applyConfig({echo});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"echo"_s, State::Running));
    QVERIFY(world[u"echo"_s].takesInput);
    QVERIFY(world.submit(TypeToComponent{u"echo"_s, "say hi\n"}));
    QTRY_COMPARE(world.completed.size(), 1);
    QTRY_VERIFY(world.logged(u"echo"_s).contains("heard say hi"_L1));
    QVERIFY(world.logged(u"echo"_s).contains("admin typed: say hi"_L1));
    const auto tooMuch = world.submit(TypeToComponent{u"echo"_s, QByteArray(typedBytes + 1, 'x')});
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().code, ErrorCode::InvalidArgument);
}

void SteeringTest::aClosedInputTakesNothing()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"plain"_s, forever)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"plain"_s, State::Running));
    const auto refused = world.submit(TypeToComponent{u"plain"_s, "x\n"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"its input is closed; it needs stdin = \"open\" or tty = true"_s);
}

// Its three streams, its controlling terminal, its size; typed text is echoed, and it ends like any other.
void SteeringTest::aTerminalIsOne()
{
    World world;
    ComponentConfig shell =
        shellComponent(u"shell"_s, u"test -t 0 && test -t 1 && test -t 2 && echo all; stty size </dev/tty; echo $TERM; "
                                   "read -r line; echo \"heard $line\"; exec sleep 60"_s);
    shell.terminal = true;
    world.supervisor.applyConfig({shell});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"shell"_s, State::Running));
    QTRY_VERIFY(world.logged(u"shell"_s).contains("xterm"_L1));
    QVERIFY(world.submit(TypeToComponent{u"shell"_s, "hello\n"}));
    QTRY_VERIFY(world.logged(u"shell"_s).contains("heard hello"_L1));
    const QString log = world.logged(u"shell"_s);
    QVERIFY2(log.contains(QRegularExpression(u"all\\n.*24 120\\n.*xterm\\n.*hello\\n.*heard hello\\n"_s)),
             qPrintable(log));
    QVERIFY(!log.contains(u'\r'));
    QVERIFY(world.submit(StopComponent{u"shell"_s}));
    QTRY_VERIFY(world.is(u"shell"_s, State::Stopped));
    QCOMPARE(world[u"shell"_s].reason, u"stopped by admin"_s);
}

void SteeringTest::theLastStartIsKnown()
{
    World world;
    ComponentConfig base = shellComponent(u"base"_s, forever);
    base.ready.after = 5s;
    ComponentConfig needs = shellComponent(u"needs"_s, forever);
    needs.dependsOn = {u"base"_s};
    world.supervisor.applyConfig({base, needs});
    const Timestamp began = world.clock.now();
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"base"_s].pid);
    world.clock.advance(5s);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QCOMPARE(world[u"base"_s].lastStart, (LastStart{began, began, began + 5s}));
    QCOMPARE(world[u"needs"_s].lastStart, (LastStart{began, began + 5s, began + 5s}));
}

QTEST_GUILESS_MAIN(SteeringTest)
#include "tst_steering.moc"
