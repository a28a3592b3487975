// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of a [[component]] that say how it ends, and what a reload does with them while it runs.
#include "tests/core/supervised.h"

#include <csignal>

using namespace signalbox;
using namespace signalbox::test;
using State = ComponentState;

namespace {

// Writes a line into the file "heard" for each signal that it hears, and "end" when its input ends, which ends it, too.
ComponentConfig listening(const QString &id)
{
    ComponentConfig config = shellComponent(id, {});
    config.command = {u"python3"_s, u"-uc"_s,
                      u"import signal, sys\n"
                      "heard = open('heard', 'a', buffering=1)\n"
                      "for name in ('TERM', 'USR1', 'USR2'):\n"
                      "    signal.signal(getattr(signal, 'SIG' + name), lambda number, _, name=name: "
                      "(heard.write(name + '\\n'), name == 'USR2' and exit(7)))\n"
                      "print('up', flush=True)\n"
                      "sys.stdin.read()\n"
                      "heard.write('end\\n')\n"_s};
    config.input = StandardInput::Open;
    config.ready.log = u"up"_s;
    config.stopTimeout = 60s;
    return config;
}

QString heard(const World &world)
{
    QFile file(world.directory.filePath(u"heard"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class ComponentKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodes_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("named") << u"exit 3"_s << QList<int>{0, 3} << true;
        QTest::newRow("not named") << u"exit 4"_s << QList<int>{0, 3} << false;
        QTest::newRow("0 not named") << u"exit 0"_s << QList<int>{3} << false;
        QTest::newRow("a signal is no code") << u"kill -9 $$"_s << QList<int>{0, 9, 137} << false;
    }

    void exitCodes()
    {
        QFETCH(QString, script);
        QFETCH(QList<int>, codes);
        QFETCH(bool, isGood);
        World world;
        ComponentConfig config = shellComponent(u"a"_s, script);
        config.restart = RestartPolicy::OnFailure;
        config.successExitCodes = codes;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.states().size() >= 3);
        QVERIFY(world.is(u"a"_s, isGood ? State::Stopped : State::Error));
        QCOMPARE(world[u"a"_s].error.isEmpty(), isGood);
        QCOMPARE(world[u"a"_s].nextRestartAt.has_value(), !isGood);
    }

    void anOpenInputEndsAfterTheSignal()
    {
        World world;
        world.supervisor.applyConfig({listening(u"a"_s)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto guard = static_cast<pid_t>(world.supervisor.treeOf(u"a"_s).root);
        ::kill(guard, SIGSTOP); // no signal is sent now
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QVERIFY2(!QTest::qWaitFor([&] { return !heard(world).isEmpty(); }, 300), qUtf8Printable(heard(world)));
        ::kill(guard, SIGCONT);
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(heard(world), u"TERM\nend\n"_s);
    }

    void aNullInputEndsAtOnce()
    {
        World world;
        ComponentConfig config = listening(u"a"_s);
        config.input = StandardInput::Null;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(heard(world), u"end\n"_s);
    }

    void readyTimeout()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.ready.log = u"never"_s;
        config.readyTimeout = 2min;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world[u"a"_s].pid);
        world.clock.advance(2min - 1ms);
        QVERIFY(world.is(u"a"_s, State::Starting));
        world.clock.advance(1ms);
        QTRY_VERIFY(world.is(u"a"_s, State::Error));
        QCOMPARE(world[u"a"_s].error, u"not ready within 2m (ready_timeout): no line with 'never' was printed"_s);
    }

    // Of one that starts: counted from its start.
    void aReloadChangesTheReadyTimeout()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.ready.log = u"never"_s;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world[u"a"_s].pid);
        const auto pid = world[u"a"_s].pid;
        world.clock.advance(80s);
        config.readyTimeout = 3min;
        world.supervisor.applyConfig({config});
        world.clock.advance(80s);
        QVERIFY(world.is(u"a"_s, State::Starting));
        config.readyTimeout = 170s;
        world.supervisor.applyConfig({config});
        world.clock.advance(9s);
        QVERIFY(world.is(u"a"_s, State::Starting));
        QCOMPARE(world[u"a"_s].pid, pid);
        world.clock.advance(1s);
        QTRY_VERIFY(world.is(u"a"_s, State::Error));
        QVERIFY2(world[u"a"_s].error.startsWith(u"not ready within 2m50s"), qUtf8Printable(world[u"a"_s].error));
    }

    // stop_signal, stop_mode, stop_timeout and success_exit_codes hold for the process that runs; stdin cannot.
    void aReloadChangesHowItEnds()
    {
        World world;
        ComponentConfig config = listening(u"a"_s);
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto pid = world[u"a"_s].pid;
        config.stopSignal = SIGUSR1;
        config.stopMode = StopMode::Main;
        config.stopTimeout = 50s;
        config.successExitCodes = {0, 7};
        world.supervisor.applyConfig({config});
        QVERIFY(world.is(u"a"_s, State::Running));
        QCOMPARE(world[u"a"_s].pid, pid);
        ::kill(static_cast<pid_t>(*pid), SIGUSR2); // its exit code is 7
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(world[u"a"_s].error, QString());

        config.stopSignal = SIGTERM;
        world.supervisor.applyConfig({config});
        QVERIFY(world.submit(StartComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        config.stopSignal = SIGUSR1;
        world.supervisor.applyConfig({config});
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(heard(world), u"USR2\nUSR1\nend\n"_s);
    }

    void aReloadThatChangesTheInputRestarts()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto pid = world[u"a"_s].pid;
        config.input = StandardInput::Open;
        world.supervisor.applyConfig({config});
        QTRY_VERIFY(world.is(u"a"_s, State::Running) && world[u"a"_s].pid != pid);
    }
};

QTEST_GUILESS_MAIN(ComponentKeysTest)
#include "tst_componentkeys.moc"
