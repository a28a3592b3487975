// SPDX-License-Identifier: GPL-3.0-or-later
// The hooks of [[component]] (docs/model.md, "Hooks").
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <signal.h>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using State = ComponentState;

namespace {

HookConfig shellHook(const QString &script)
{
    HookConfig hook;
    hook.command = {u"/bin/sh"_s, u"-c"_s, script};
    return hook;
}

// Writes a line with its name and what it is told of the end into the file "trace".
HookConfig tracing()
{
    return shellHook(u"echo $SIGNALBOX_HOOK $SIGNALBOX_COMPONENT $SIGNALBOX_EXIT >> trace"_s);
}

// Tells its pid in the file "child" and does not end when asked to.
HookConfig hanging()
{
    return shellHook(u"trap '' TERM; setsid sleep 1000 & echo $! > child.new; mv child.new child; wait"_s);
}

ComponentConfig traced(const QString &script)
{
    ComponentConfig config = shellComponent(u"a"_s, u"echo runs >> trace; "_s + script);
    for (HookConfig *hook :
         {&config.beforeStart, &config.afterStart, &config.beforeStop, &config.afterStop, &config.onFailure})
        *hook = tracing();
    return config;
}

QStringList trace(const World &world)
{
    QFile file(world.directory.filePath(u"trace"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

bool hasChild(const World &world)
{
    return QFile::exists(world.directory.filePath(u"child"_s));
}

bool isChildGone(const World &world)
{
    QFile file(world.directory.filePath(u"child"_s));
    const auto pid = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    return pid > 0 && ::kill(pid, 0) != 0;
}

void start(World &world, const ComponentConfig &config)
{
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
}

} // namespace

class HooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatIsStopped()
    {
        World world;
        start(world, traced(u"echo up; exec sleep 1000"_s));
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QTRY_COMPARE(trace(world).size(), 3);
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QStringList told = trace(world);
        if (told.value(1) == u"after_start a") // beside the first line of the program
            told.swapItemsAt(1, 2);
        QCOMPARE(told, QStringList({u"before_start a"_s, u"runs"_s, u"after_start a"_s, u"before_stop a"_s,
                                    u"after_stop a killed by signal 15 (TERM)"_s}));
        QCOMPARE(world[u"a"_s].reason, u"stopped by admin"_s);
        QCOMPARE(world[u"a"_s].error, QString());
    }

    void aRunThatFails()
    {
        World world;
        ComponentConfig config = traced(u"exit 3"_s);
        config.restart = RestartPolicy::OnFailure;
        config.afterStart = {};
        start(world, config);
        QTRY_VERIFY(world[u"a"_s].nextRestartAt);
        QCOMPARE(world[u"a"_s].error, u"exit status 3"_s);
        QTRY_COMPARE(trace(world), QStringList({u"before_start a"_s, u"runs"_s, u"after_stop a exit status 3"_s,
                                                u"on_failure a exit status 3"_s}));
        world.clock.advance(1s);
        QTRY_COMPARE(trace(world).size(), 8); // the next run has them all
        QVERIFY(!trace(world).contains(u"before_stop a"_s));
    }

    void anEndWithoutFailure()
    {
        World world;
        ComponentConfig config = traced(u"exit 0"_s);
        config.afterStart = {};
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped) && !trace(world).isEmpty());
        QCOMPARE(trace(world), QStringList({u"before_start a"_s, u"runs"_s, u"after_stop a exit status 0"_s}));
    }

    void aStartThatMayNotBe()
    {
        World world;
        ComponentConfig config = traced({});
        config.beforeStart = shellHook(u"echo looking >&2; echo no disk; exit 4"_s);
        config.restart = RestartPolicy::OnFailure;
        start(world, config);
        QTRY_VERIFY(world[u"a"_s].nextRestartAt);
        QCOMPARE(world[u"a"_s].error, u"before_start failed: exit status 4: no disk"_s);
        QVERIFY(world.is(u"a"_s, State::Error));
        QTRY_COMPARE(trace(world), QStringList(u"on_failure a before_start failed: exit status 4: no disk"_s));
        const QString log = world.logged(u"a"_s);
        QVERIFY2(log.contains(u"before_start: looking\n"_s) && log.contains(u"before_start: no disk\n"_s),
                 qUtf8Printable(log));
    }

    // What a hook prints is none of the component's output.
    void aHookMakesNothingReady()
    {
        World world;
        ComponentConfig config =
            shellComponent(u"a"_s, u"until [ -e go ]; do sleep 0.02; done; echo up; exec sleep 1000"_s);
        config.beforeStart = shellHook(u"echo up"_s);
        config.ready.log = u"up"_s;
        start(world, config);
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"before_start: up"_s));
        QTRY_VERIFY(world[u"a"_s].pid);
        QVERIFY(!QTest::qWaitFor([&] { return !world.is(u"a"_s, State::Starting); }, 100));
        QVERIFY(QFile(world.directory.filePath(u"go"_s)).open(QIODevice::WriteOnly));
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
    }

    void hooksAreKilledAtTheirTimeout_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"before_start", "after_start", "before_stop", "after_stop", "on_failure"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void hooksAreKilledAtTheirTimeout()
    {
        QFETCH(QString, name);
        World world;
        ComponentConfig config = shellComponent(u"a"_s, name == u"on_failure" ? u"exit 3"_s : forever);
        HookConfig &hook = name == u"before_start"  ? config.beforeStart
                           : name == u"after_start" ? config.afterStart
                           : name == u"before_stop" ? config.beforeStop
                           : name == u"after_stop"  ? config.afterStop
                                                    : config.onFailure;
        hook = hanging();
        hook.timeout = 5s;
        start(world, config);
        if (name.endsWith(u"_stop")) {
            QTRY_VERIFY(world.is(u"a"_s, State::Running));
            QVERIFY(world.submit(StopComponent{u"a"_s}));
        }
        QTRY_VERIFY(hasChild(world));
        QVERIFY(!isChildGone(world));
        if (name.endsWith(u"_stop"))
            QVERIFY(world.is(u"a"_s, State::Stopping));
        world.clock.advance(5s);
        QTRY_VERIFY(isChildGone(world));
        QTRY_VERIFY(world.logged(u"a"_s).contains(name + u" failed: killed because it took longer than 5s"_s));
        if (name == u"before_start")
            QTRY_VERIFY(world.is(u"a"_s, State::Error));
        else if (name.endsWith(u"_stop"))
            QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        else
            QVERIFY(world.is(u"a"_s, name == u"after_start" ? State::Running : State::Error));
    }

    void aStopDuringBeforeStart()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.beforeStart = hanging();
        start(world, config);
        QTRY_VERIFY(hasChild(world));
        QVERIFY(world.is(u"a"_s, State::Starting));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(isChildGone(world));
    }

    void aStopDuringAfterStop()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"exit 3"_s);
        config.restart = RestartPolicy::Always;
        config.afterStop = hanging();
        start(world, config);
        QTRY_VERIFY(hasChild(world));
        QVERIFY(world.is(u"a"_s, State::Stopping));
        QCOMPARE(world[u"a"_s].reason, u"exit status 3; after_stop runs"_s);
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        world.clock.advance(30s);
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(!world[u"a"_s].nextRestartAt);
        QVERIFY(isChildGone(world));
    }

    // One that ends while it is asked to get ready for that is over with the hook.
    void anEndDuringBeforeStop()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.beforeStop = hanging();
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(hasChild(world));
        ::kill(static_cast<pid_t>(*world[u"a"_s].pid), SIGKILL);
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(isChildGone(world));
    }

    void aKillWaitsForNoHook_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("before_stop") << true;
        QTest::newRow("after_stop") << false;
    }

    void aKillWaitsForNoHook()
    {
        QFETCH(bool, before);
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        (before ? config.beforeStop : config.afterStop) = hanging();
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(hasChild(world));
        QVERIFY(world.is(u"a"_s, State::Stopping));
        QVERIFY(world.submit(KillComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(isChildGone(world));
    }

    // The end of the server waits for hooks no longer than for the component.
    void theEndOfTheServer()
    {
        World world;
        ComponentConfig config = traced(u"exec sleep 1000"_s);
        config.stopTimeout = 3s;
        config.beforeStop = hanging();
        config.beforeStop.timeout = 1h;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        bool isDown = false;
        world.supervisor.shutDown([&isDown] { isDown = true; });
        QTRY_VERIFY(hasChild(world));
        world.clock.advance(3s);
        QTRY_VERIFY(isDown);
        QVERIFY(isChildGone(world));
        QCOMPARE(trace(world).constLast(), u"after_stop a killed by signal 15 (TERM)"_s);
        QVERIFY(!trace(world).contains(u"on_failure"_s));
    }

    void nothingOutlivesTheSupervisor()
    {
        std::optional<World> world(std::in_place);
        ComponentConfig config = shellComponent(u"a"_s, u"exit 3"_s);
        config.onFailure = hanging();
        start(*world, config);
        QTRY_VERIFY(hasChild(*world));
        QFile file(world->directory.filePath(u"child"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int pid = file.readAll().trimmed().toInt();
        QCOMPARE(::kill(pid, 0), 0);
        world.reset();
        QVERIFY(::kill(pid, 0) != 0);
    }

    void aReloadChangesThem()
    {
        World world;
        ComponentConfig config = traced(u"exec sleep 1000"_s);
        config.beforeStop = {};
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto pid = world[u"a"_s].pid;
        config.beforeStop = tracing();
        config.afterStop = {};
        world.supervisor.applyConfig({config});
        QCOMPARE(world[u"a"_s].pid, pid);
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(trace(world).constLast(), u"before_stop a"_s);
    }

    // Neither the log nor the server suffers from one that prints without an end.
    void aFloodIsCut()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.afterStart = shellHook(u"yes | head -c 20000000; echo over > over"_s);
        start(world, config);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(world.directory.filePath(u"over"_s)), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            world.logged(u"a"_s).contains(
                u"after_start: (it has printed 20000000 bytes, of which the first 1048576 are here)"_s),
            30'000);
    }
};

QTEST_GUILESS_MAIN(HooksTest)
#include "tst_hooks.moc"
