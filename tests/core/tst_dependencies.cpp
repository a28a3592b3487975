// SPDX-License-Identifier: GPL-3.0-or-later
// Oneshots, and what a component waits for before it starts (docs/model.md, "Dependencies").
#include "tests/core/supervised.h"

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

using State = ComponentState;
using After = Dependency::After;

namespace {

// Runs until the file "go" is there, and notes each run; then it ends with the status that the file holds, or 0.
ComponentConfig oneshot(const QString &id)
{
    ComponentConfig config =
        shellComponent(id, u"echo x >> runs; until [ -e go ]; do sleep 0.02; done; exit $(cat go)"_s);
    config.type = ComponentType::Oneshot;
    return config;
}

ComponentConfig needing(const QList<Dependency> &dependencies)
{
    ComponentConfig config = shellComponent(u"needs"_s, forever);
    config.dependsOn = dependencies;
    return config;
}

void letGo(const World &world, const QByteArray &status = {})
{
    QFile part(world.directory.filePath(u"go.part"_s));
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write(status) >= 0);
    part.close();
    QFile::remove(world.directory.filePath(u"go"_s));
    QVERIFY(part.rename(world.directory.filePath(u"go"_s)));
}

qsizetype runs(const World &world)
{
    QFile file(world.directory.filePath(u"runs"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('x') : 0;
}

bool isDone(const World &world, const QString &id)
{
    return world.is(id, State::Stopped) && world[id].isDone;
}

} // namespace

class DependenciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsAOneshotWaitsUntilItIsDone_data();
    void whatNeedsAOneshotWaitsUntilItIsDone();
    void aFailureNamesItselfInWhoeverWaits();
    void failuresAreRetriedAndSuccessesAreNot_data();
    void failuresAreRetriedAndSuccessesAreNot();
    void aServiceThatEndedWellHasBeenReady();
    void whatWaitsForAProcessDoesNotWaitForReadiness();
    void whatIsDoneRunsAgainOnlyWhenNamed();
    void nothingStartsWithoutItsOneshots();
    void aStoppedOneshotIsRunForItsDependents();
    void aStoppedRunIsNotDone();
    void aReloadLeavesAloneWhatDidNotChange();
    void aReloadStartsWhatIsNeededNow();
    void dependentsStopFirst();
};

void DependenciesTest::whatNeedsAOneshotWaitsUntilItIsDone_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("its id alone") << int(After::Ready);
    QTest::newRow("completed") << int(After::Done);
}

void DependenciesTest::whatNeedsAOneshotWaitsUntilItIsDone()
{
    QFETCH(int, after);
    World world;
    ComponentConfig slow = shellComponent(u"slow"_s, forever);
    slow.ready.after = 60s;
    world.supervisor.applyConfig({needing({{u"migrate"_s, After(after)}, u"slow"_s}), oneshot(u"migrate"_s), slow});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"migrate"_s, State::Running) && world[u"slow"_s].pid);
    QVERIFY(!world[u"migrate"_s].isDone);
    QCOMPARE(world[u"needs"_s].reason, u"started with the server; waiting for migrate, slow"_s);
    letGo(world);
    QTRY_VERIFY(isDone(world, u"migrate"_s));
    QCOMPARE(world[u"migrate"_s].reason, u"done (exit status 0)"_s);
    QCOMPARE(world[u"migrate"_s].error, QString());
    QCOMPARE(world[u"needs"_s].reason, u"started with the server; waiting for slow"_s);
    world.clock.advance(60s);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QCOMPARE(runs(world), 1);
}

void DependenciesTest::aFailureNamesItselfInWhoeverWaits()
{
    World world;
    world.supervisor.applyConfig({needing({u"migrate"_s}), oneshot(u"migrate"_s)});
    letGo(world, "3");
    QVERIFY(world.submit(StartComponent{u"needs"_s}));
    QTRY_COMPARE(world.completed.size(), 1);
    const QString error = u"'migrate', which it depends on, failed: exit status 3"_s;
    QCOMPARE(world.completed[0].error->message, error);
    QCOMPARE(world[u"needs"_s].error, error);
    QVERIFY(world.is(u"needs"_s, State::Error));
    QVERIFY(world.is(u"migrate"_s, State::Error) && !world[u"migrate"_s].isDone);
    QVERIFY(!world.states().contains(u"needs running"_s));
}

void DependenciesTest::failuresAreRetriedAndSuccessesAreNot_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<bool>("retried");
    QTest::newRow("never") << int(RestartPolicy::Never) << false;
    QTest::newRow("on failure") << int(RestartPolicy::OnFailure) << true;
    QTest::newRow("always") << int(RestartPolicy::Always) << true;
}

void DependenciesTest::failuresAreRetriedAndSuccessesAreNot()
{
    QFETCH(int, policy);
    QFETCH(bool, retried);
    World world;
    ComponentConfig migrate = oneshot(u"migrate"_s);
    migrate.restart = RestartPolicy(policy);
    world.supervisor.applyConfig({needing({u"migrate"_s}), migrate});
    letGo(world, "3");
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"migrate"_s, State::Error));
    QCOMPARE(world[u"migrate"_s].nextRestartAt.has_value(), retried);
    QTRY_VERIFY(world.is(u"needs"_s, retried ? State::Starting : State::Error));
    if (!retried)
        return;
    QCOMPARE(world[u"needs"_s].reason, u"started with the server; waiting for migrate (exit status 3)"_s);
    letGo(world);
    world.clock.advance(1s);
    QTRY_VERIFY(isDone(world, u"migrate"_s));
    QVERIFY(!world[u"migrate"_s].nextRestartAt);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    world.clock.advance(24h);
    QCOMPARE(runs(world), 2);
}

// It was as far as its dependents had to wait for; that it did not stay is no reason to refuse them.
void DependenciesTest::aServiceThatEndedWellHasBeenReady()
{
    World world;
    ComponentConfig slow = shellComponent(u"slow"_s, forever);
    slow.ready.after = 60s;
    world.supervisor.applyConfig({needing({u"brief"_s, u"slow"_s}), shellComponent(u"brief"_s, u"exit 0"_s), slow});
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"brief"_s].reason.startsWith(u"ended by itself"_s) && world[u"slow"_s].pid);
    QVERIFY(!world[u"brief"_s].isDone);
    world.clock.advance(60s);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
}

void DependenciesTest::whatWaitsForAProcessDoesNotWaitForReadiness()
{
    World world;
    ComponentConfig slow = shellComponent(u"slow"_s, forever);
    slow.ready.after = 60s;
    ComponentConfig ready = needing({u"slow"_s});
    ready.id = u"patient"_s;
    world.supervisor.applyConfig(
        {needing({{u"slow"_s, After::Started}, {u"migrate"_s, After::Started}}), ready, slow, oneshot(u"migrate"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QVERIFY(world[u"slow"_s].pid && world[u"migrate"_s].pid);
    QVERIFY(world.is(u"slow"_s, State::Starting) && world.is(u"migrate"_s, State::Running));
    QVERIFY(world.is(u"patient"_s, State::Starting) && !world[u"patient"_s].pid);
}

void DependenciesTest::whatIsDoneRunsAgainOnlyWhenNamed()
{
    World world;
    letGo(world);
    world.supervisor.applyConfig({needing({u"migrate"_s}), oneshot(u"migrate"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QVERIFY(isDone(world, u"migrate"_s));
    const auto act = [&](const CommandBody &body, qsizetype expected) {
        const qsizetype before = world.completed.size();
        QVERIFY(world.submit(body));
        QTRY_COMPARE(world.completed.size(), before + 1);
        QVERIFY(!world.completed.last().error);
        QTRY_VERIFY(isDone(world, u"migrate"_s));
        QCOMPARE(runs(world), expected);
    };
    act(RestartComponent{u"needs"_s}, 1);
    act(StopComponent{u"needs"_s}, 1);
    act(StartComponent{u"needs"_s}, 1);
    act(RestartComponents{}, 1); // what runs
    act(StopComponents{}, 1);
    act(StartComponent{u"needs"_s}, 1);
    act(StartComponent{u"migrate"_s}, 2);
    act(RestartComponent{u"migrate"_s}, 3);
    QVERIFY(world.is(u"needs"_s, State::Running));
    act(StopComponents{}, 3);
    act(StartComponents{}, 4);
    QVERIFY(world.is(u"needs"_s, State::Running));
}

void DependenciesTest::nothingStartsWithoutItsOneshots()
{
    World world;
    letGo(world, "3");
    world.supervisor.applyConfig({needing({u"migrate"_s}), oneshot(u"migrate"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Error));
    QVERIFY(world.submit(RestartComponent{u"needs"_s})); // tries both
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(world.completed[0].error);
    QCOMPARE(runs(world), 2);
    QVERIFY(!world.states().contains(u"needs running"_s));
    letGo(world);
    QVERIFY(world.submit(RestartComponent{u"needs"_s}));
    QTRY_COMPARE(world.completed.size(), 2);
    QVERIFY(!world.completed[1].error);
    QVERIFY(world.is(u"needs"_s, State::Running));
    // It has run with all it needed: the restart policy does without what failed since.
    ComponentConfig needs = needing({u"migrate"_s});
    needs.restart = RestartPolicy::Always;
    world.supervisor.applyConfig({needs, oneshot(u"migrate"_s)});
    letGo(world, "3");
    QVERIFY(world.submit(StartComponent{u"migrate"_s}));
    QTRY_VERIFY(world.is(u"migrate"_s, State::Error));
    const auto pid = world[u"needs"_s].pid;
    ::kill(static_cast<pid_t>(*pid), SIGKILL);
    QTRY_VERIFY(world[u"needs"_s].nextRestartAt);
    world.clock.advance(1s);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running) && world[u"needs"_s].pid != pid);
}

void DependenciesTest::aStoppedOneshotIsRunForItsDependents()
{
    World world;
    letGo(world);
    world.supervisor.restore({{u"migrate"_s, false, u"ann"_s}, {u"alone"_s, false, u"ann"_s}});
    ComponentConfig alone = oneshot(u"alone"_s);
    alone.command = {u"true"_s};
    world.supervisor.applyConfig({needing({u"migrate"_s}), oneshot(u"migrate"_s), alone});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QVERIFY(isDone(world, u"migrate"_s));
    QCOMPARE(runs(world), 1);
    QCOMPARE(world[u"alone"_s].reason, u"stopped by ann, before the server was started"_s);
}

void DependenciesTest::aStoppedRunIsNotDone()
{
    World world;
    ComponentConfig migrate = oneshot(u"migrate"_s);
    migrate.command[2].prepend(u"trap 'exit 0' TERM; "_s);
    world.supervisor.applyConfig({needing({u"migrate"_s}), migrate});
    world.supervisor.autostart();
    QTRY_COMPARE(runs(world), 1);
    QVERIFY(world.submit(StopComponent{u"migrate"_s}));
    QTRY_VERIFY(world.is(u"migrate"_s, State::Stopped));
    QVERIFY(!world[u"migrate"_s].isDone);
    QTRY_VERIFY(world.is(u"needs"_s, State::Error));
    QCOMPARE(world[u"needs"_s].error, u"'migrate', which it depends on, was stopped"_s);
}

void DependenciesTest::aReloadLeavesAloneWhatDidNotChange()
{
    World world;
    letGo(world);
    ComponentConfig migrate = oneshot(u"migrate"_s);
    const ComponentConfig other = shellComponent(u"other"_s, forever);
    world.supervisor.applyConfig({needing({u"migrate"_s}), migrate, other});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Running) && world.is(u"other"_s, State::Running));
    const auto pids = std::pair(world[u"needs"_s].pid, world[u"other"_s].pid);
    migrate.stopTimeout = 3s; // nothing that decides about what it has done
    world.supervisor.applyConfig({needing({{u"other"_s, After::Started}}), migrate, other});
    QCOMPARE(world[u"needs"_s].dependsOn, QStringList(u"other"_s));
    QVERIFY(isDone(world, u"migrate"_s));
    migrate.type = ComponentType::Service;
    world.supervisor.applyConfig({needing({{u"other"_s, After::Started}}), migrate, other});
    QVERIFY(world.is(u"migrate"_s, State::Stopped) && !world[u"migrate"_s].isDone);
    QVERIFY(std::pair(world[u"needs"_s].pid, world[u"other"_s].pid) == pids);
    QCOMPARE(runs(world), 1);
    migrate.type = ComponentType::Oneshot;
    world.supervisor.applyConfig({needing({u"migrate"_s}), migrate, other});
    QVERIFY(isDone(world, u"migrate"_s));
    migrate.environment.insert(u"VERSION"_s, u"2"_s); // another thing to do
    world.supervisor.applyConfig({needing({u"migrate"_s}), migrate, other});
    QTRY_COMPARE(runs(world), 2);
    QTRY_VERIFY(isDone(world, u"migrate"_s));
    QVERIFY(std::pair(world[u"needs"_s].pid, world[u"other"_s].pid) == pids);
}

void DependenciesTest::aReloadStartsWhatIsNeededNow()
{
    World world;
    ComponentConfig slow = shellComponent(u"slow"_s, forever);
    slow.ready.after = 60s;
    ComponentConfig idle = shellComponent(u"idle"_s, forever);
    idle.autostart = false;
    ComponentConfig migrate = oneshot(u"migrate"_s);
    migrate.autostart = false;
    world.supervisor.applyConfig({needing({u"slow"_s}), slow, idle, migrate});
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"slow"_s].pid);
    QVERIFY(world.is(u"needs"_s, State::Starting));
    world.supervisor.applyConfig({needing({u"idle"_s}), slow, idle, migrate}); // while it waits
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    QVERIFY(world.is(u"idle"_s, State::Running));
    const auto pid = world[u"needs"_s].pid;
    ComponentConfig changed = needing({u"migrate"_s});
    changed.environment.insert(u"X"_s, u"y"_s);
    world.supervisor.applyConfig({changed, slow, idle, migrate}); // while it runs, with what restarts it
    QTRY_VERIFY(world.is(u"migrate"_s, State::Running) && world.is(u"needs"_s, State::Starting));
    letGo(world);
    QTRY_VERIFY(world.is(u"needs"_s, State::Running) && world[u"needs"_s].pid != pid);
}

void DependenciesTest::dependentsStopFirst()
{
    World world;
    world.supervisor.applyConfig({needing({{u"a"_s, After::Started}, {u"migrate"_s, After::Started}}),
                                  shellComponent(u"a"_s, forever), oneshot(u"migrate"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"needs"_s, State::Running));
    bool done = false;
    world.supervisor.shutDown([&] { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(world.states().filter(u"stopped"_s).first(), u"needs stopped"_s);
    QVERIFY(!world[u"migrate"_s].isDone);
}

QTEST_GUILESS_MAIN(DependenciesTest)
#include "tst_dependencies.moc"
