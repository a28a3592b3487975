// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <QScopeGuard>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

using State = ComponentState;

} // namespace

class SupervisorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endings_data();
    void endings();
    void aCrashLoopEndsInError();
    void aLongRunIsNoQuickFailure();
    void stoppingEndsTheWaiting();
    void startFailuresAreExplained_data();
    void startFailuresAreExplained();
    void readyByLogLine();
    void readyByPort();
    void readyByDelay();
    void neverReadyIsAFailure();
    void startsInOrderAndStopsInReverse();
    void startingOneStartsWhatItNeeds();
    void aFailedDependencyFailsItsDependents();
    void restartTakesDependentsAlong();
    void nothingIsStartedTwice();
    void stoppingAStartSettlesBoth();
    void whatIgnoresTermIsKilled();
    void reloadTouchesOnlyWhatChanged();
    void aRemovedOneThatComesBackRuns();
    void componentsKnowWhoTheyAre();
    void changesNameTheCommand();
    void shutDownLeavesNothing();
};

void SupervisorTest::endings_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("again");
    const auto row = [](const char *name, const char16_t *script, RestartPolicy policy, State state,
                        const char16_t *error, bool again) {
        QTest::newRow(name) << QString::fromUtf16(script) << int(policy) << int(state) << QString::fromUtf16(error)
                            << again;
    };
    row("clean, never", u"exit 0", RestartPolicy::Never, State::Stopped, u"", false);
    row("clean, on failure", u"exit 0", RestartPolicy::OnFailure, State::Stopped, u"", false);
    row("clean, always", u"exit 0", RestartPolicy::Always, State::Stopped, u"", true);
    row("failed, never", u"exit 3", RestartPolicy::Never, State::Error, u"exit status 3", false);
    row("failed, on failure", u"exit 3", RestartPolicy::OnFailure, State::Error, u"exit status 3", true);
    row("failed, always", u"exit 3", RestartPolicy::Always, State::Error, u"exit status 3", true);
    row("killed", u"kill -9 $$", RestartPolicy::Never, State::Error, u"killed by signal 9 (KILL)", false);
}

void SupervisorTest::endings()
{
    QFETCH(QString, script);
    QFETCH(int, policy);
    QFETCH(int, state);
    QFETCH(QString, error);
    QFETCH(bool, again);
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, script);
    config.restart = static_cast<RestartPolicy>(policy);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.states().size() >= 3);
    QCOMPARE(world.states(),
             QStringList({u"a starting"_qs, u"a running"_qs, u"a "_qs + toString(static_cast<State>(state))}));
    QCOMPARE(world[u"a"_qs].error, error);
    QVERIFY(!world[u"a"_qs].pid && !world[u"a"_qs].startedAt);
    QCOMPARE(world[u"a"_qs].nextRestartAt.has_value(), again);
    QVERIFY(world[u"a"_qs].reason.contains(error.isEmpty() ? u"exit status 0"_qs : error));
}

void SupervisorTest::aCrashLoopEndsInError()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, u"exit 7"_qs);
    config.restart = RestartPolicy::OnFailure;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    for (const auto delay : {1s, 2s, 4s, 8s}) {
        QTRY_VERIFY(world[u"a"_qs].nextRestartAt);
        QCOMPARE(*world[u"a"_qs].nextRestartAt - world.clock.now(), Milliseconds(delay));
        QVERIFY(world.is(u"a"_qs, State::Error));
        world.clock.advance(delay - 1ms);
        QVERIFY(world.is(u"a"_qs, State::Error));
        world.clock.advance(1ms);
        QVERIFY(world.is(u"a"_qs, State::Starting));
    }
    QTRY_VERIFY(world.is(u"a"_qs, State::Error));
    QVERIFY(!world[u"a"_qs].nextRestartAt);
    QCOMPARE(world[u"a"_qs].restarts, 4);
    QVERIFY2(world[u"a"_qs].reason.contains(u"5 times"_qs), qUtf8Printable(world[u"a"_qs].reason));
    QCOMPARE(world[u"a"_qs].error, u"exit status 7"_qs);
    world.clock.advance(24h);
    QVERIFY(world.is(u"a"_qs, State::Error));

    QVERIFY(world.submit(StartComponent{u"a"_qs})); // only a person leaves it, and begins anew
    QTRY_VERIFY(world[u"a"_qs].nextRestartAt);
    QCOMPARE(*world[u"a"_qs].nextRestartAt - world.clock.now(), Milliseconds(1s));
    QCOMPARE(world[u"a"_qs].restarts, 0);
}

void SupervisorTest::aLongRunIsNoQuickFailure()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, forever);
    config.restart = RestartPolicy::OnFailure;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    for (int run = 0; run < 7; ++run) {
        QTRY_VERIFY(world.is(u"a"_qs, State::Running));
        world.clock.advance(RestartPlan::quickRun);
        ::kill(static_cast<pid_t>(*world[u"a"_qs].pid), SIGKILL);
        QTRY_VERIFY(world[u"a"_qs].nextRestartAt);
        world.clock.advance(60s);
    }
    QTRY_VERIFY(world.is(u"a"_qs, State::Running));
    QCOMPARE(world[u"a"_qs].restarts, 7);
    QCOMPARE(world[u"a"_qs].error, QString()); // cleared by the start that went well
}

void SupervisorTest::stoppingEndsTheWaiting()
{
    World world;
    ComponentConfig failing = shellComponent(u"failing"_qs, u"exit 1"_qs);
    failing.restart = RestartPolicy::OnFailure;
    ComponentConfig ending = shellComponent(u"ending"_qs, u"exit 0"_qs);
    ending.restart = RestartPolicy::Always;
    world.supervisor.applyConfig({failing, ending});
    world.supervisor.autostart();
    for (const QString &id : {failing.id, ending.id}) {
        QTRY_VERIFY(world[id].nextRestartAt);
        QVERIFY(world.submit(StopComponent{id}));
        QVERIFY(world.is(id, State::Stopped));
        QVERIFY(!world[id].nextRestartAt);
        QCOMPARE(world[id].reason, u"stopped by admin"_qs);
    }
    QCOMPARE(world.settled.size(), 2);
    QVERIFY(!world.settled[0].error && !world.settled[1].error);
    world.clock.advance(60s);
    QVERIFY(world.is(failing.id, State::Stopped));
    QVERIFY(world.is(ending.id, State::Stopped));
}

void SupervisorTest::startFailuresAreExplained_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("error");
    QTest::newRow("directory") << QStringList{u"/bin/true"_qs} << u"/nonexistent/x"_qs
                               << u"working directory '/nonexistent/x' does not exist"_qs;
    QTest::newRow("program") << QStringList{u"/nonexistent/program"_qs} << QString() << u"/nonexistent/program"_qs;
    QTest::newRow("permission") << QStringList{u"/etc/passwd"_qs} << QString() << u"Permission denied"_qs;
}

void SupervisorTest::startFailuresAreExplained()
{
    QFETCH(QStringList, command);
    QFETCH(QString, directory);
    QFETCH(QString, error);
    World world;
    ComponentConfig bad = shellComponent(u"bad"_qs, {});
    bad.command = command;
    bad.workingDirectory = directory;
    bad.autostart = false;
    world.supervisor.applyConfig({bad, shellComponent(u"good"_qs, forever)});
    world.supervisor.autostart();
    QVERIFY(world.submit(StartComponent{u"bad"_qs}));
    QTRY_COMPARE(world.settled.size(), 1);
    QVERIFY(world.settled[0].error);
    QVERIFY2(world.settled[0].error->message.contains(error), qUtf8Printable(world.settled[0].error->message));
    QVERIFY(world.is(u"bad"_qs, State::Error));
    QCOMPARE(world[u"bad"_qs].error, world.settled[0].error->message);
    QTRY_VERIFY(world.is(u"good"_qs, State::Running)); // the rest runs
}

void SupervisorTest::readyByLogLine()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, u"echo is ready soon >&2; until [ -e go ]; do sleep 0.02; done; "
                                                     "printf 'now \\033[1mREA'; printf 'DY\\n'; exec sleep 1000"_qs);
    config.ready = ReadyLog{u"now READY"_qs};
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_qs}));
    QTRY_VERIFY(world[u"a"_qs].pid);
    QVERIFY(world.is(u"a"_qs, State::Starting));
    QVERIFY(world.settled.isEmpty());
    QVERIFY(QFile(world.directory.filePath(u"go"_qs)).open(QIODevice::WriteOnly)); // it runs in the data dir
    QTRY_VERIFY(world.is(u"a"_qs, State::Running));
    QCOMPARE(world.settled.size(), 1);
    QVERIFY(!world.settled[0].error);
}

void SupervisorTest::readyByPort()
{
    World world;
    // Bound, the port stays ours; without listening it refuses.
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto closed = qScopeGuard([server] { ::close(server); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    QCOMPARE(::bind(server, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::getsockname(server, reinterpret_cast<sockaddr *>(&address), &size), 0);
    const quint16 port = ntohs(address.sin_port);
    ComponentConfig config = shellComponent(u"a"_qs, forever);
    config.ready = ReadyTcp{port};
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.clock.pending() >= 2); // the deadline and the next try
    QVERIFY(world.is(u"a"_qs, State::Starting));
    QCOMPARE(::listen(server, 1), 0);
    world.clock.advance(ReadinessProbe::tcpPause);
    QTRY_VERIFY(world.is(u"a"_qs, State::Running));
}

void SupervisorTest::readyByDelay()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, forever);
    config.ready = ReadyAfter{2s};
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"a"_qs].pid);
    world.clock.advance(1999ms);
    QVERIFY(world.is(u"a"_qs, State::Starting));
    world.clock.advance(1ms);
    QVERIFY(world.is(u"a"_qs, State::Running));
}

void SupervisorTest::neverReadyIsAFailure()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, u"trap 'exit 0' TERM; while :; do sleep 0.02; done"_qs);
    config.ready = ReadyLog{u"never"_qs};
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_qs}));
    QTRY_VERIFY(world[u"a"_qs].pid);
    world.clock.advance(ManagedComponent::readyTimeout);
    QTRY_VERIFY(world.is(u"a"_qs, State::Error));
    QCOMPARE(world[u"a"_qs].error, u"not ready within 90 s: no line with 'never' was printed"_qs);
    QCOMPARE(world.settled.size(), 1);
    QCOMPARE(world.settled[0].error->message, world[u"a"_qs].error);
}

namespace {

// web needs api, api needs db; named so that neither the alphabet nor the file has the right order by chance.
QList<ComponentConfig> threeInARow()
{
    ComponentConfig db = shellComponent(u"m-db"_qs, forever);
    db.ready = ReadyAfter{1s};
    ComponentConfig api = shellComponent(u"a-api"_qs, forever);
    api.ready = ReadyAfter{1s};
    api.dependsOn = {db.id};
    ComponentConfig web = shellComponent(u"z-web"_qs, forever);
    web.dependsOn = {api.id};
    return {web, api, db};
}

void startAll(World &world)
{
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"m-db"_qs].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world[u"a-api"_qs].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world.is(u"z-web"_qs, State::Running));
}

} // namespace

void SupervisorTest::startsInOrderAndStopsInReverse()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"m-db"_qs].pid);
    QVERIFY(!world[u"a-api"_qs].pid && world.is(u"a-api"_qs, State::Starting));
    QVERIFY(world[u"a-api"_qs].reason.contains(u"waiting for m-db"_qs));
    startAll(world);
    world.changes.clear();
    QVERIFY(world.submit(StopComponents{{u"m-db"_qs}}));
    QVERIFY(world.settled.isEmpty());
    QTRY_COMPARE(world.settled.size(), 1);
    QCOMPARE(world.states().filter(u"stopped"_qs),
             QStringList({u"z-web stopped"_qs, u"a-api stopped"_qs, u"m-db stopped"_qs}));
}

void SupervisorTest::startingOneStartsWhatItNeeds()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    QVERIFY(world.submit(StartComponent{u"a-api"_qs}));
    QTRY_VERIFY(world[u"m-db"_qs].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world[u"a-api"_qs].pid);
    QVERIFY(world.settled.isEmpty());
    world.clock.advance(1s);
    QTRY_COMPARE(world.settled.size(), 1);
    QVERIFY(!world.settled[0].error);
    QVERIFY(world.is(u"z-web"_qs, State::Stopped));
}

void SupervisorTest::aFailedDependencyFailsItsDependents()
{
    World world;
    ComponentConfig db = shellComponent(u"db"_qs, u"exit 4"_qs);
    db.ready = ReadyLog{u"up"_qs};
    ComponentConfig web = shellComponent(u"web"_qs, forever);
    web.dependsOn = {u"db"_qs};
    world.supervisor.applyConfig({web, db});
    QVERIFY(world.submit(StartComponents{}));
    QTRY_COMPARE(world.settled.size(), 1);
    QVERIFY(world.settled[0].error);
    QVERIFY(world.is(u"web"_qs, State::Error));
    QCOMPARE(world[u"web"_qs].error, u"'db', which it depends on, failed: exit status 4"_qs);
}

void SupervisorTest::restartTakesDependentsAlong()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    startAll(world);
    const auto before = std::tuple(world[u"z-web"_qs].pid, world[u"a-api"_qs].pid, world[u"m-db"_qs].pid);
    QVERIFY(world.submit(RestartComponents{{u"a-api"_qs}}));
    QTRY_VERIFY(world.is(u"a-api"_qs, State::Starting) && world[u"a-api"_qs].pid);
    QVERIFY(!world[u"z-web"_qs].pid);
    world.clock.advance(1s);
    QTRY_COMPARE(world.settled.size(), 1);
    QVERIFY(!world.settled[0].error);
    QVERIFY(world[u"z-web"_qs].pid != std::get<0>(before));
    QVERIFY(world[u"a-api"_qs].pid != std::get<1>(before));
    QCOMPARE(world[u"m-db"_qs].pid, std::get<2>(before));
    QVERIFY(world.is(u"z-web"_qs, State::Running));
}

void SupervisorTest::nothingIsStartedTwice()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"a"_qs, u"echo x >> starts; exec sleep 1000"_qs)});
    QVERIFY(world.submit(StartComponent{u"a"_qs}));
    QVERIFY(!world.submit(StartComponent{u"a"_qs}));
    QVERIFY(world.submit(StartComponents{}));
    QTRY_COMPARE(world.settled.size(), 2);
    QVERIFY(world.submit(StartComponents{}));
    QCOMPARE(world.settled.size(), 3); // nothing to do is done at once
    // It is made a moment before it is written to.
    const auto starts = [&world] {
        QFile file(world.directory.filePath(u"starts"_qs));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_COMPARE(starts(), QByteArray("x\n"));
}

void SupervisorTest::stoppingAStartSettlesBoth()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_qs, forever);
    config.ready = ReadyAfter{1h};
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_qs}));
    QVERIFY(world.submit(StopComponent{u"a"_qs})); // not even started by the system yet
    QTRY_COMPARE(world.settled.size(), 2);
    QVERIFY(world.is(u"a"_qs, State::Stopped));
    int failures = 0;
    for (const CommandSettled &one : world.settled)
        failures += one.error ? 1 : 0;
    QCOMPARE(failures, 1); // the start; the stop came true
}

void SupervisorTest::whatIgnoresTermIsKilled()
{
    World world;
    world.supervisor.applyConfig(
        {shellComponent(u"a"_qs, u"trap '' TERM; echo on > on; while :; do sleep 1; done"_qs)});
    world.supervisor.autostart();
    QTRY_VERIFY(QFile::exists(world.directory.filePath(u"on"_qs)));
    QVERIFY(world.submit(StopComponent{u"a"_qs}));
    QVERIFY(world.is(u"a"_qs, State::Stopping));
    QTRY_VERIFY(world.is(u"a"_qs, State::Stopped));
    QCOMPARE(world[u"a"_qs].error, QString());
}

void SupervisorTest::reloadTouchesOnlyWhatChanged()
{
    World world;
    ComponentConfig same = shellComponent(u"same"_qs, forever);
    ComponentConfig renamed = shellComponent(u"renamed"_qs, forever);
    ComponentConfig changed = shellComponent(u"changed"_qs, forever);
    ComponentConfig removed = shellComponent(u"removed"_qs, forever);
    ComponentConfig idle = shellComponent(u"idle"_qs, forever);
    idle.autostart = false;
    world.supervisor.applyConfig({same, renamed, changed, removed, idle});
    world.supervisor.autostart();
    for (const QString &id : {same.id, renamed.id, changed.id, removed.id})
        QTRY_VERIFY(world.is(id, State::Running));
    const auto pidSame = world[same.id].pid;
    const auto pidRenamed = world[renamed.id].pid;
    const auto pidChanged = world[changed.id].pid;

    renamed.name = u"Another name"_qs;
    changed.environment.insert(u"X"_qs, u"y"_qs);
    idle.environment.insert(u"X"_qs, u"y"_qs);
    world.supervisor.applyConfig({same, renamed, changed, idle, shellComponent(u"added"_qs, forever)});
    QTRY_VERIFY(world.is(u"added"_qs, State::Running));
    QTRY_VERIFY(!world.hub.snapshot().component(removed.id));
    QTRY_VERIFY(world.is(changed.id, State::Running) && world[changed.id].pid != pidChanged);
    QCOMPARE(world[same.id].pid, pidSame);
    QCOMPARE(world[renamed.id].pid, pidRenamed);
    QCOMPARE(world[renamed.id].name, u"Another name"_qs);
    QVERIFY(world.is(idle.id, State::Stopped));
    QVERIFY(!world.supervisor.treeRoots().contains(removed.id));
}

void SupervisorTest::aRemovedOneThatComesBackRuns()
{
    World world;
    const ComponentConfig config = shellComponent(u"a"_qs, forever);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"a"_qs, State::Running));
    const auto pid = world[u"a"_qs].pid;
    world.supervisor.applyConfig({});
    world.supervisor.applyConfig({config}); // before the first one is gone
    QTRY_VERIFY(world.is(u"a"_qs, State::Running) && world[u"a"_qs].pid != pid);
}

void SupervisorTest::componentsKnowWhoTheyAre()
{
    World world;
    ComponentConfig config =
        shellComponent(u"a"_qs, u"echo \"$SIGNALBOX_COMPONENT $SIGNALBOX_DATA_DIR $OWN $PWD\" > out.part; "
                                "mv out.part out"_qs);
    config.environment.insert(u"OWN"_qs, u"mine"_qs);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QFile out(world.directory.filePath(u"out"_qs));
    QTRY_VERIFY(out.exists());
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QString path = world.directory.path();
    QCOMPARE(QString::fromUtf8(out.readAll()), u"a %1 mine %1\n"_qs.arg(path));
}

void SupervisorTest::changesNameTheCommand()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"a"_qs, forever)});
    world.changes.clear();
    QVERIFY(world.submit(StartComponent{u"a"_qs}));
    QTRY_COMPARE(world.settled.size(), 1);
    for (const Change &change : world.changes) {
        QCOMPARE(change.cause, world.settled[0].command);
        QCOMPARE(change.actor.user, u"admin"_qs);
    }
    world.changes.clear();
    ::kill(static_cast<pid_t>(*world[u"a"_qs].pid), SIGKILL);
    QTRY_VERIFY(world.is(u"a"_qs, State::Error));
    QCOMPARE(world.changes.last().cause, CommandId()); // nobody asked for that
}

void SupervisorTest::shutDownLeavesNothing()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    startAll(world);
    bool done = false;
    world.supervisor.shutDown([&] { done = true; });
    QVERIFY(!world.submit(RestartComponents{}));
    QTRY_VERIFY(done);
    QVERIFY(world.supervisor.treeRoots().isEmpty());
    QVERIFY(world.is(u"m-db"_qs, State::Stopped));
}

QTEST_GUILESS_MAIN(SupervisorTest)
#include "tst_supervisor.moc"
