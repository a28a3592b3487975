// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
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
    void aFailureIsExplainedAtOnce();
    void onlyItsOwnWordsExplainAFailure();
    void aCrashLoopEndsInError();
    void aLongRunIsNoQuickFailure();
    void stoppingEndsTheWaiting();
    void startFailuresAreExplained_data();
    void startFailuresAreExplained();
    void readyByLogLine();
    void readyByPort_data();
    void readyByPort();
    void aStrangerOnThePortIsNamed();
    void nothingStartsOnceStoppingBegan();
    void timesKeepTheirDistanceToTheClock();
    void readyByDelay();
    void neverReadyIsAFailure();
    void startsInOrderAndStopsInReverse();
    void startingOneStartsWhatItNeeds();
    void aFailedDependencyFailsItsDependents();
    void restartTakesDependentsAlong();
    void nothingIsStartedTwice();
    void stoppingAStartCompletesBoth();
    void whatIgnoresTermIsKilled();
    void reloadTouchesOnlyWhatChanged();
    void aRemovedOneThatComesBackRuns();
    void componentsKnowWhoTheyAre();
    void changesNameTheCommand();
    void shutDownLeavesNothing();
    void whatAPersonDoesByNameIsAWish();
    void aWishEndsWithItsRun();
    void theServersOwnActsAreNoWishes();
    void startsByWishes_data();
    void startsByWishes();
    void aDependencyThatAPersonStoppedStaysDown();
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
    row("with a last word", u"echo fine; echo 'no disk' >&2; exit 3", RestartPolicy::Never, State::Error,
        u"exit status 3: no disk", false);
    row("with an error", u"echo 'ERROR no disk'; echo bye >&2; exit 3", RestartPolicy::OnFailure, State::Error,
        u"exit status 3: ERROR no disk", true);
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
    ComponentConfig config = shellComponent(u"a"_s, script);
    config.restart = static_cast<RestartPolicy>(policy);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.states().size() >= 3);
    QCOMPARE(world.states(),
             QStringList({u"a starting"_s, u"a running"_s, u"a "_s + toString(static_cast<State>(state))}));
    QCOMPARE(world[u"a"_s].error, error);
    QVERIFY(!world[u"a"_s].pid && !world[u"a"_s].startedAt);
    QCOMPARE(world[u"a"_s].nextRestartAt.has_value(), again);
    QVERIFY(world[u"a"_s].reason.contains(error.isEmpty() ? u"exit status 0"_s : error));
}

// docs/failures.md, "The line that explains it".
void SupervisorTest::aFailureIsExplainedAtOnce()
{
    World world;
    const QString script = u"import sys\nfor i in range(60): print('line', i, file=sys.stderr)\n"
                           "sys.stdin.readline()\nraise ValueError('the real reason')"_s;
    ComponentConfig config = shellComponent(u"a"_s, {});
    config.command = {u"python3"_s, u"-c"_s, script};
    config.input = StandardInput::Open;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"a"_s].pid);
    QVERIFY(world.submit(TypeToComponent{u"a"_s, "go on\n"}));
    QTRY_VERIFY(world.is(u"a"_s, State::Error));
    const QString error = u"exit status 1: ValueError: the real reason"_s;
    QCOMPARE(world[u"a"_s].error, error);
    for (const Change &change : std::as_const(world.changes)) { // those who hear of the failure hear why
        const auto *now = std::get_if<ComponentChanged>(&change.body);
        if (now && now->component.state == State::Error)
            QCOMPARE(now->component.error, error);
    }
    QTRY_VERIFY(world[u"a"_s].errorLine);
    LogQuery query;
    query.componentId = u"a"_s;
    std::optional<LogPage> page;
    world.logs.ask(query, &world.hub, [&page](const Result<LogPage> &answer) { page = answer ? *answer : LogPage(); });
    QTRY_VERIFY(page);
    const auto line =
        std::ranges::find_if(page->lines, [&](const LogLine &each) { return each.number == world[u"a"_s].errorLine; });
    QVERIFY(line != page->lines.cend());
    QCOMPARE(line->text, u"ValueError: the real reason"_s);
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QTRY_VERIFY(world.is(u"a"_s, State::Running));
    QVERIFY(world[u"a"_s].error.isEmpty() && !world[u"a"_s].errorLine);
}

void SupervisorTest::onlyItsOwnWordsExplainAFailure()
{
    World world;
    ComponentConfig late = shellComponent(u"late"_s, u"echo 'listening on 7000'; exec sleep 1000"_s);
    late.ready.log = u"never"_s;
    ComponentConfig failing = shellComponent(u"failing"_s, u"echo 'error: no disk'; exec sleep 1000"_s);
    failing.ready.log = u"never"_s;
    world.supervisor.applyConfig({late, failing});
    world.supervisor.autostart();
    QTRY_VERIFY(world.logged(u"late"_s).contains(u"listening"_s) && world.logged(u"failing"_s).contains(u"no disk"_s));
    world.clock.advance(late.readyTimeout);
    QTRY_VERIFY(world.is(u"late"_s, State::Error) && world.is(u"failing"_s, State::Error));
    QVERIFY2(!world[u"late"_s].error.contains(u"listening"_s), qUtf8Printable(world[u"late"_s].error));
    QVERIFY2(world[u"failing"_s].error.endsWith(u": error: no disk"_s), qUtf8Printable(world[u"failing"_s].error));
}

void SupervisorTest::aCrashLoopEndsInError()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, u"exit 7"_s);
    config.restart = RestartPolicy::OnFailure;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    for (const auto delay : {1s, 2s, 4s, 8s}) {
        QTRY_VERIFY(world[u"a"_s].nextRestartAt);
        QCOMPARE(*world[u"a"_s].nextRestartAt - world.clock.now(), Milliseconds(delay));
        QVERIFY(world.is(u"a"_s, State::Error));
        world.clock.advance(delay - 1ms);
        QVERIFY(world.is(u"a"_s, State::Error));
        world.clock.advance(1ms);
        QVERIFY(world.is(u"a"_s, State::Starting));
    }
    QTRY_VERIFY(world.is(u"a"_s, State::Error));
    QVERIFY(!world[u"a"_s].nextRestartAt);
    QCOMPARE(world[u"a"_s].restarts, 4);
    QVERIFY2(world[u"a"_s].reason.contains(u"5 times"_s), qUtf8Printable(world[u"a"_s].reason));
    QCOMPARE(world[u"a"_s].error, u"exit status 7"_s);
    world.clock.advance(24h);
    QVERIFY(world.is(u"a"_s, State::Error));

    QVERIFY(world.submit(StartComponent{u"a"_s})); // only a person's start leaves Error; failures count anew
    QTRY_VERIFY(world[u"a"_s].nextRestartAt);
    QCOMPARE(*world[u"a"_s].nextRestartAt - world.clock.now(), Milliseconds(1s));
    QCOMPARE(world[u"a"_s].restarts, 0);
}

void SupervisorTest::aLongRunIsNoQuickFailure()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, forever);
    config.restart = RestartPolicy::OnFailure;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    for (int run = 0; run < 7; ++run) {
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        world.clock.advance(RestartPlan::quickRun);
        ::kill(static_cast<pid_t>(*world[u"a"_s].pid), SIGKILL);
        QTRY_VERIFY(world[u"a"_s].nextRestartAt);
        world.clock.advance(60s);
    }
    QTRY_VERIFY(world.is(u"a"_s, State::Running));
    QCOMPARE(world[u"a"_s].restarts, 7);
    QCOMPARE(world[u"a"_s].error, QString()); // cleared by the successful start
}

void SupervisorTest::stoppingEndsTheWaiting()
{
    World world;
    ComponentConfig failing = shellComponent(u"failing"_s, u"exit 1"_s);
    failing.restart = RestartPolicy::OnFailure;
    ComponentConfig ending = shellComponent(u"ending"_s, u"exit 0"_s);
    ending.restart = RestartPolicy::Always;
    world.supervisor.applyConfig({failing, ending});
    world.supervisor.autostart();
    for (const QString &id : {failing.id, ending.id}) {
        QTRY_VERIFY(world[id].nextRestartAt);
        QVERIFY(world.submit(StopComponent{id}));
        QVERIFY(world.is(id, State::Stopped));
        QVERIFY(!world[id].nextRestartAt);
        QCOMPARE(world[id].reason, u"stopped by admin"_s);
    }
    QCOMPARE(world.completed.size(), 2);
    QVERIFY(!world.completed[0].error && !world.completed[1].error);
    world.clock.advance(60s);
    QVERIFY(world.is(failing.id, State::Stopped));
    QVERIFY(world.is(ending.id, State::Stopped));
}

void SupervisorTest::startFailuresAreExplained_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("error");
    QTest::newRow("directory") << QStringList{u"/bin/true"_s} << u"/nonexistent/x"_s
                               << u"working directory '/nonexistent/x' does not exist"_s;
    QTest::newRow("program") << QStringList{u"/nonexistent/program"_s} << QString() << u"/nonexistent/program"_s;
    QTest::newRow("permission") << QStringList{u"/etc/passwd"_s} << QString() << u"Permission denied"_s;
}

void SupervisorTest::startFailuresAreExplained()
{
    QFETCH(QStringList, command);
    QFETCH(QString, directory);
    QFETCH(QString, error);
    World world;
    ComponentConfig bad = shellComponent(u"bad"_s, {});
    bad.command = command;
    bad.workingDirectory = directory;
    bad.autostart = false;
    world.supervisor.applyConfig({bad, shellComponent(u"good"_s, forever)});
    world.supervisor.autostart();
    QVERIFY(world.submit(StartComponent{u"bad"_s}));
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(world.completed[0].error);
    QVERIFY2(world.completed[0].error->message.contains(error), qUtf8Printable(world.completed[0].error->message));
    QVERIFY(world.is(u"bad"_s, State::Error));
    QCOMPARE(world[u"bad"_s].error, world.completed[0].error->message);
    QTRY_VERIFY(world.is(u"good"_s, State::Running)); // the other component is not affected
}

void SupervisorTest::readyByLogLine()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, u"echo is ready soon >&2; until [ -e go ]; do sleep 0.02; done; "
                                                    "printf 'now \\033[1mREA'; printf 'DY\\n'; exec sleep 1000"_s);
    config.ready.log = u"now READY"_s;
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QTRY_VERIFY(world[u"a"_s].pid);
    QVERIFY(world.is(u"a"_s, State::Starting));
    QVERIFY(world.completed.isEmpty());
    QVERIFY(QFile(world.directory.filePath(u"go"_s)).open(QIODevice::WriteOnly)); // the component's working directory
    QTRY_VERIFY(world.is(u"a"_s, State::Running));
    QCOMPARE(world.completed.size(), 1);
    QVERIFY(!world.completed[0].error);
}

// Listens on this address and port of the loopback, once the file "go" is there, in a child of the component's process.
static ComponentConfig listener(const QString &address, int port)
{
    ComponentConfig config = shellComponent(u"a"_s, {});
    config.command = {u"python3"_s, u"-c"_s,
                      u"import os, socket, sys\n"
                      "from time import sleep\n"
                      "server = socket.socket(socket.AF_INET6 if ':' in sys.argv[1] else socket.AF_INET)\n"
                      "server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n" // connections that have ended
                      "server.bind((sys.argv[1], int(sys.argv[2])))\n"
                      "while not os.path.exists('go'): sleep(0.02)\n"
                      "if os.fork() == 0: server.listen()\n"
                      "sleep(1000)\n"_s,
                      address, QString::number(port)};
    config.ready.tcp = port;
    return config;
}

void SupervisorTest::readyByPort_data()
{
    QTest::addColumn<QString>("address");
    for (const QString &address : {u"127.0.0.1"_s, u"::1"_s, u"0.0.0.0"_s, u"::"_s})
        QTest::newRow(qPrintable(address)) << address;
}

void SupervisorTest::readyByPort()
{
    QFETCH(QString, address);
    World world;
    QTcpServer reserved; // a free port, given back below; "::" of the component is both families, of Qt it is one
    QVERIFY(reserved.listen(address == u"::"_s ? QHostAddress(QHostAddress::Any) : QHostAddress(address)));
    const int port = reserved.serverPort();
    reserved.close();
    world.supervisor.applyConfig({listener(address, port)});
    world.supervisor.autostart();
    QTRY_VERIFY(world.clock.pending() >= 2); // the deadline of readiness and the next try to connect
    QVERIFY(world.is(u"a"_s, State::Starting));
    QVERIFY(QFile(world.directory.filePath(u"go"_s)).open(QIODevice::WriteOnly));
    const auto isRunning = [&] {
        world.clock.advance(100ms / 10);
        return world.is(u"a"_s, State::Running);
    };
    QVERIFY(QTest::qWaitFor(isRunning, 20'000));
}

// That a port answers tells nothing when another program holds it.
void SupervisorTest::aStrangerOnThePortIsNamed()
{
    World world;
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    const int port = stranger.serverPort();
    ComponentConfig config = shellComponent(u"a"_s, forever);
    config.ready.tcp = port;
    config.ready.timeout = 1h; // one try is under way while the clock is moved
    ComponentConfig dependent = shellComponent(u"b"_s, forever);
    dependent.dependsOn = {u"a"_s};
    world.supervisor.applyConfig({config, dependent});
    world.supervisor.autostart();
    const auto isAsked = [&] {
        world.clock.advance(Probe::strangerPause / 10);
        const std::unique_ptr<QTcpSocket> asked(stranger.nextPendingConnection());
        return asked != nullptr;
    };
    for (int times = 0; times < 5; ++times)
        QVERIFY(QTest::qWaitFor(isAsked));
    QVERIFY(world.is(u"a"_s, State::Starting));
    QVERIFY(!world[u"b"_s].pid);
    const QString holder =
        u"port %1 is held by process %2 (tst_core_superv), which is none of "_s.arg(port).arg(::getpid());
    QTRY_COMPARE(world.logged(u"a"_s).count(holder + u"this component's"_s), 1); // said once
    world.clock.advance(config.readyTimeout);
    QTRY_VERIFY(world.is(u"a"_s, State::Error));
    QCOMPARE(world[u"a"_s].error, u"not ready within 1m30s (ready_timeout): %1its own"_s.arg(holder));
}

void SupervisorTest::readyByDelay()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, forever);
    config.ready.after = 2s;
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"a"_s].pid);
    world.clock.advance(1999ms);
    QVERIFY(world.is(u"a"_s, State::Starting));
    world.clock.advance(1ms);
    QVERIFY(world.is(u"a"_s, State::Running));
}

void SupervisorTest::neverReadyIsAFailure()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, u"trap 'exit 0' TERM; while :; do sleep 0.02; done"_s);
    config.ready.log = u"never"_s;
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QTRY_VERIFY(world[u"a"_s].pid);
    world.clock.advance(config.readyTimeout);
    QTRY_VERIFY(world.is(u"a"_s, State::Error));
    QCOMPARE(world[u"a"_s].error, u"not ready within 1m30s (ready_timeout): no line with 'never' was printed"_s);
    QCOMPARE(world.completed.size(), 1);
    QCOMPARE(world.completed[0].error->message, world[u"a"_s].error);
}

namespace {

// web depends on api, api on db; the ids are such that neither the alphabet nor the file gives the right order.
QList<ComponentConfig> threeInARow()
{
    ComponentConfig db = shellComponent(u"m-db"_s, forever);
    db.ready.after = 1s;
    ComponentConfig api = shellComponent(u"a-api"_s, forever);
    api.ready.after = 1s;
    api.dependsOn = {db.id};
    ComponentConfig web = shellComponent(u"z-web"_s, forever);
    web.dependsOn = {api.id};
    return {web, api, db};
}

void startAll(World &world)
{
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"m-db"_s].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world[u"a-api"_s].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world.is(u"z-web"_s, State::Running));
}

} // namespace

void SupervisorTest::startsInOrderAndStopsInReverse()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    world.supervisor.autostart();
    QTRY_VERIFY(world[u"m-db"_s].pid);
    QVERIFY(!world[u"a-api"_s].pid && world.is(u"a-api"_s, State::Starting));
    QVERIFY(world[u"a-api"_s].reason.contains(u"waiting for m-db"_s));
    startAll(world);
    world.changes.clear();
    QVERIFY(world.submit(StopComponents{{u"m-db"_s}}));
    QVERIFY(world.completed.isEmpty());
    QTRY_COMPARE(world.completed.size(), 1);
    QCOMPARE(world.states().filter(u"stopped"_s),
             QStringList({u"z-web stopped"_s, u"a-api stopped"_s, u"m-db stopped"_s}));
}

void SupervisorTest::startingOneStartsWhatItNeeds()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    QVERIFY(world.submit(StartComponent{u"a-api"_s}));
    QTRY_VERIFY(world[u"m-db"_s].pid);
    world.clock.advance(1s);
    QTRY_VERIFY(world[u"a-api"_s].pid);
    QVERIFY(world.completed.isEmpty());
    world.clock.advance(1s);
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(!world.completed[0].error);
    QVERIFY(world.is(u"z-web"_s, State::Stopped));
}

void SupervisorTest::aFailedDependencyFailsItsDependents()
{
    World world;
    ComponentConfig db = shellComponent(u"db"_s, u"exit 4"_s);
    db.ready.log = u"up"_s;
    ComponentConfig web = shellComponent(u"web"_s, forever);
    web.dependsOn = {u"db"_s};
    world.supervisor.applyConfig({web, db});
    QVERIFY(world.submit(StartComponents{}));
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(world.completed[0].error);
    QVERIFY(world.is(u"web"_s, State::Error));
    QCOMPARE(world[u"web"_s].error, u"'db', which it depends on, failed: exit status 4"_s);
}

void SupervisorTest::restartTakesDependentsAlong()
{
    World world;
    world.supervisor.applyConfig(threeInARow());
    startAll(world);
    const auto before = std::tuple(world[u"z-web"_s].pid, world[u"a-api"_s].pid, world[u"m-db"_s].pid);
    QVERIFY(world.submit(RestartComponents{{u"a-api"_s}}));
    QTRY_VERIFY(world.is(u"a-api"_s, State::Starting) && world[u"a-api"_s].pid);
    QVERIFY(!world[u"z-web"_s].pid);
    world.clock.advance(1s);
    QTRY_COMPARE(world.completed.size(), 1);
    QVERIFY(!world.completed[0].error);
    QVERIFY(world[u"z-web"_s].pid != std::get<0>(before));
    QVERIFY(world[u"a-api"_s].pid != std::get<1>(before));
    QCOMPARE(world[u"m-db"_s].pid, std::get<2>(before));
    QVERIFY(world.is(u"z-web"_s, State::Running));
}

void SupervisorTest::nothingIsStartedTwice()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"a"_s, u"echo x >> starts; exec sleep 1000"_s)});
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QVERIFY(!world.submit(StartComponent{u"a"_s}));
    QVERIFY(world.submit(StartComponents{}));
    QTRY_COMPARE(world.completed.size(), 2);
    QVERIFY(world.submit(StartComponents{}));
    QCOMPARE(world.completed.size(), 3); // with nothing to start the Command completes at once
    // QTRY_: the shell creates the file a moment before it writes the line.
    const auto starts = [&world] {
        QFile file(world.directory.filePath(u"starts"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_COMPARE(starts(), QByteArray("x\n"));
}

void SupervisorTest::stoppingAStartCompletesBoth()
{
    World world;
    ComponentConfig config = shellComponent(u"a"_s, forever);
    config.ready.after = 1h;
    world.supervisor.applyConfig({config});
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QVERIFY(world.submit(StopComponent{u"a"_s})); // before the process has started
    QTRY_COMPARE(world.completed.size(), 2);
    QVERIFY(world.is(u"a"_s, State::Stopped));
    int failures = 0;
    for (const CommandCompleted &one : world.completed)
        failures += one.error ? 1 : 0;
    QCOMPARE(failures, 1); // of the start; the stop succeeded
}

void SupervisorTest::whatIgnoresTermIsKilled()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"a"_s, u"trap '' TERM; echo on > on; while :; do sleep 1; done"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(QFile::exists(world.directory.filePath(u"on"_s)));
    QVERIFY(world.submit(StopComponent{u"a"_s}));
    QVERIFY(world.is(u"a"_s, State::Stopping));
    QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
    QCOMPARE(world[u"a"_s].error, QString());
}

void SupervisorTest::reloadTouchesOnlyWhatChanged()
{
    World world;
    ComponentConfig same = shellComponent(u"same"_s, forever);
    ComponentConfig renamed = shellComponent(u"renamed"_s, forever);
    ComponentConfig changed = shellComponent(u"changed"_s, forever);
    ComponentConfig removed = shellComponent(u"removed"_s, forever);
    ComponentConfig idle = shellComponent(u"idle"_s, forever);
    idle.autostart = false;
    world.supervisor.applyConfig({same, renamed, changed, removed, idle});
    world.supervisor.autostart();
    for (const QString &id : {same.id, renamed.id, changed.id, removed.id})
        QTRY_VERIFY(world.is(id, State::Running));
    const auto pidSame = world[same.id].pid;
    const auto pidRenamed = world[renamed.id].pid;
    const auto pidChanged = world[changed.id].pid;

    renamed.name = u"Another name"_s;
    changed.environment.insert(u"X"_s, u"y"_s);
    idle.environment.insert(u"X"_s, u"y"_s);
    world.supervisor.applyConfig({same, renamed, changed, idle, shellComponent(u"added"_s, forever)});
    QTRY_VERIFY(world.is(u"added"_s, State::Running));
    QTRY_VERIFY(!world.hub.snapshot().component(removed.id));
    QTRY_VERIFY(world.is(changed.id, State::Running) && world[changed.id].pid != pidChanged);
    QCOMPARE(world[same.id].pid, pidSame);
    QCOMPARE(world[renamed.id].pid, pidRenamed);
    QCOMPARE(world[renamed.id].name, u"Another name"_s);
    QVERIFY(world.is(idle.id, State::Stopped));
    QVERIFY(world.supervisor.treeOf(removed.id).root == 0);
}

void SupervisorTest::aRemovedOneThatComesBackRuns()
{
    World world;
    const ComponentConfig config = shellComponent(u"a"_s, forever);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"a"_s, State::Running));
    const auto pid = world[u"a"_s].pid;
    world.supervisor.applyConfig({});
    world.supervisor.applyConfig({config}); // before the first process has ended
    QTRY_VERIFY(world.is(u"a"_s, State::Running) && world[u"a"_s].pid != pid);
}

void SupervisorTest::componentsKnowWhoTheyAre()
{
    World world;
    ComponentConfig config =
        shellComponent(u"a"_s, u"echo \"$SIGNALBOX_COMPONENT $SIGNALBOX_DATA_DIR $OWN $PWD\" > out.part; "
                               "mv out.part out"_s);
    config.environment.insert(u"OWN"_s, u"mine"_s);
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QFile out(world.directory.filePath(u"out"_s));
    QTRY_VERIFY(out.exists());
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QString path = world.directory.path();
    QCOMPARE(QString::fromUtf8(out.readAll()), u"a %1 mine %1\n"_s.arg(path));
}

void SupervisorTest::changesNameTheCommand()
{
    World world;
    world.supervisor.applyConfig({shellComponent(u"a"_s, forever)});
    world.changes.clear();
    QVERIFY(world.submit(StartComponent{u"a"_s}));
    QTRY_COMPARE(world.completed.size(), 1);
    for (const Change &change : world.changes) {
        QCOMPARE(change.cause, world.completed[0].command);
        QCOMPARE(change.actor.user, u"admin"_s);
    }
    world.changes.clear();
    ::kill(static_cast<pid_t>(*world[u"a"_s].pid), SIGKILL);
    QTRY_VERIFY(world.is(u"a"_s, State::Error));
    QCOMPARE(world.changes.last().cause, CommandId()); // no Command caused the Change
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
    QVERIFY(world.supervisor.trees().isEmpty());
    QVERIFY(world.is(u"m-db"_s, State::Stopped));
}

namespace {

// "a+ b-": a person wants a to run and b to be stopped; a component without a wish is left out.
QString wishes(const World &world)
{
    QStringList found;
    for (const Component &component : world.hub.snapshot().componentsInOrder()) {
        if (component.wish)
            found.append(component.id + (component.wish->toRun ? u'+' : u'-'));
    }
    return found.join(u' ');
}

QList<ComponentConfig> chain() // web needs api needs db; nothing starts by itself
{
    ComponentConfig db = shellComponent(u"db"_s, forever);
    ComponentConfig api = shellComponent(u"api"_s, forever);
    api.dependsOn = {db.id};
    ComponentConfig web = shellComponent(u"web"_s, forever);
    web.dependsOn = {api.id};
    QList<ComponentConfig> all{db, api, web};
    for (ComponentConfig &each : all)
        each.autostart = false;
    return all;
}

} // namespace

void SupervisorTest::whatAPersonDoesByNameIsAWish()
{
    World world;
    world.supervisor.applyConfig(chain());
    const auto act = [&](const CommandBody &body) {
        const qsizetype before = world.completed.size();
        QVERIFY(world.submit(body));
        QTRY_COMPARE(world.completed.size(), before + 1);
    };
    act(StartComponent{u"api"_s});
    QCOMPARE(wishes(world), u"api+"_s); // not db, which it needs
    QCOMPARE(world[u"api"_s].wish->user, u"admin"_s);
    act(StopComponent{u"db"_s});
    QCOMPARE(wishes(world), u"db- api+"_s); // not api, which goes on without it
    act(StartComponent{u"web"_s});
    QCOMPARE(wishes(world), u"api+ web+"_s); // for which db was started again, but by nobody's wish
    QVERIFY(world.is(u"db"_s, State::Running));
    act(RestartComponents{});
    QCOMPARE(wishes(world), u"api+ web+"_s); // names none
    act(StopComponents{{u"api"_s}});
    QCOMPARE(wishes(world), u"api- web-"_s); // with its dependents
    act(RestartComponent{u"api"_s});
    QCOMPARE(wishes(world), u"api+ web-"_s);
    act(StopComponents{});
    QCOMPARE(wishes(world), u"db- api- web-"_s);
    act(StartComponents{});
    QCOMPARE(wishes(world), u"db+ api+ web+"_s);
    world.changes.clear();
    act(StartComponents{{u"db"_s}}); // that runs: nothing new
    QCOMPARE(world.changes.size(), 1);
    // A wish that changes nothing else is told, too.
    QVERIFY(world.hub.submit(Actor{u"ann"_s, Role::Operator, u"sutra"_s, {}}, StartComponents{{u"db"_s}}));
    QCOMPARE(world[u"db"_s].wish->user, u"ann"_s);
    // Removed by a reload, and added again: nobody wanted anything of this one.
    QList<ComponentConfig> fewer = chain();
    fewer.removeLast();
    world.supervisor.applyConfig(fewer);
    QTRY_VERIFY(!world.hub.snapshot().component(u"web"_s));
    world.supervisor.applyConfig(chain());
    QCOMPARE(wishes(world), u"db+ api+"_s);
    fewer.removeLast();
    world.supervisor.applyConfig(fewer);
    world.supervisor.applyConfig(chain()); // before the process of api has ended
    QCOMPARE(wishes(world), u"db+"_s);
}

void SupervisorTest::aWishEndsWithItsRun()
{
    World world;
    ComponentConfig once = shellComponent(u"once"_s, u"exit 0"_s);
    ComponentConfig failing = shellComponent(u"failing"_s, u"exit 3"_s);
    ComponentConfig missing = shellComponent(u"missing"_s, {});
    missing.command = {u"/no/such/program"_s};
    ComponentConfig retried = shellComponent(u"retried"_s, u"exit 3"_s);
    retried.restart = RestartPolicy::OnFailure;
    world.supervisor.applyConfig({once, failing, missing, retried});
    QVERIFY(world.submit(StartComponents{}));
    QCOMPARE(wishes(world), u"once+ failing+ missing+ retried+"_s);
    QTRY_VERIFY(world.is(u"failing"_s, State::Error) && world.is(u"missing"_s, State::Error));
    QTRY_VERIFY(world.is(u"retried"_s, State::Error) && world[u"once"_s].reason.startsWith(u"ended by itself"));
    QCOMPARE(wishes(world), u"retried+"_s); // which is tried again
    world.supervisor.shutDown([] {});
    QVERIFY(world.is(u"retried"_s, State::Stopped));
    QCOMPARE(wishes(world), QString()); // the server goes while it is in state Error
}

void SupervisorTest::theServersOwnActsAreNoWishes()
{
    World world;
    QList<ComponentConfig> all = chain();
    for (ComponentConfig &each : all)
        each.autostart = true;
    world.supervisor.applyConfig(all);
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"web"_s, State::Running));
    QVERIFY(world.submit(StopComponent{u"web"_s}));
    QVERIFY(world.hub.submit(serverActor(), StopComponent{u"db"_s}));
    all[1].environment.insert(u"X"_s, u"y"_s);
    world.supervisor.applyConfig(all); // restarts api
    QTRY_VERIFY(world.is(u"db"_s, State::Stopped) && world.is(u"web"_s, State::Stopped));
    QTRY_VERIFY(world.is(u"api"_s, State::Running));
    QCOMPARE(wishes(world), u"web-"_s);
    bool done = false;
    world.supervisor.shutDown([&] { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(wishes(world), u"web-"_s);
}

void SupervisorTest::startsByWishes_data()
{
    QTest::addColumn<bool>("autostart");
    QTest::addColumn<QString>("wish"); // "+", "-" or none
    QTest::addColumn<bool>("remember");
    QTest::addColumn<bool>("runs");
    QTest::addColumn<QString>("reason");
    const QString plain = u"started with the server"_s;
    QTest::newRow("never touched, autostart") << true << QString() << true << true << plain;
    QTest::newRow("never touched") << false << QString() << true << false << u"not started yet"_s;
    QTest::newRow("started by a person") << false << u"+"_s << true << true << plain + u", as ann wanted"_s;
    QTest::newRow("started by a person, autostart") << true << u"+"_s << true << true << plain;
    const QString stopped = u"stopped by ann, before the server was started"_s;
    QTest::newRow("stopped by a person, autostart") << true << u"-"_s << true << false << stopped;
    QTest::newRow("stopped by a person") << false << u"-"_s << true << false << stopped;
    QTest::newRow("stopped, not remembered") << true << u"-"_s << false << true << plain;
    QTest::newRow("started, not remembered") << false << u"+"_s << false << false << u"not started yet"_s;
}

void SupervisorTest::startsByWishes()
{
    QFETCH(bool, autostart);
    QFETCH(QString, wish);
    QFETCH(bool, remember);
    QFETCH(bool, runs);
    World world;
    ComponentConfig config = shellComponent(u"a"_s, forever);
    config.autostart = autostart;
    QList<ComponentWish> saved{{u"gone from the configuration"_s, true, u"ann"_s}};
    if (!wish.isEmpty())
        saved.append({u"a"_s, wish == u"+"_s, u"ann"_s});
    world.supervisor.restore(saved);
    world.supervisor.applyConfig({config, shellComponent(u"other"_s, forever)});
    world.supervisor.autostart(remember);
    QTRY_VERIFY(world.is(u"other"_s, State::Running)); // requested together
    QCOMPARE(world[u"a"_s].state != State::Stopped, runs);
    QTEST(world[u"a"_s].reason.text(), "reason");
    QCOMPARE(wishes(world), wish.isEmpty() ? QString() : u"a"_s + wish); // kept for the next start
}

void SupervisorTest::aDependencyThatAPersonStoppedStaysDown()
{
    World world;
    world.supervisor.restore({{u"db"_s, false, u"ann"_s}, {u"web"_s, true, u"ann"_s}});
    world.supervisor.applyConfig(chain());
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"web"_s, State::Running));
    QVERIFY(world.is(u"api"_s, State::Running)); // web needs it, and it does without db
    QVERIFY(world.is(u"db"_s, State::Stopped));
    QCOMPARE(wishes(world), u"db- web+"_s);
}

void SupervisorTest::timesKeepTheirDistanceToTheClock()
{
    World world;
    ComponentConfig failing = shellComponent(u"failing"_s, u"exit 3"_s);
    failing.restart = RestartPolicy::Always;
    world.supervisor.applyConfig({shellComponent(u"running"_s, forever), failing});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"running"_s, State::Running) && world[u"failing"_s].nextRestartAt);
    world.clock.advance(100ms);
    const auto distances = [&] {
        const Timestamp now = world.clock.now();
        return std::tuple(now - *world[u"running"_s].startedAt, now - world[u"running"_s].stateSince,
                          now - *world[u"failing"_s].nextRestartAt);
    };
    const auto before = distances();
    world.clock.jump(24h * 365);
    world.supervisor.moveTimes(24h * 365);
    QVERIFY(distances() == before);
    world.clock.advance(2s);
    QTRY_COMPARE(world[u"failing"_s].restarts, 1); // it was tried again when it was due
}

// A service manager tells all processes at once: components end by themselves while clients still take their leave.
void SupervisorTest::nothingStartsOnceStoppingBegan()
{
    World world;
    ComponentConfig failing = shellComponent(u"failing"_s, u"exit 3"_s);
    ComponentConfig running = shellComponent(u"running"_s, forever);
    ComponentConfig waiting = shellComponent(u"waiting"_s, forever);
    waiting.dependsOn = {u"failing"_s};
    for (ComponentConfig *config : {&failing, &running, &waiting})
        config->restart = RestartPolicy::OnFailure;
    failing.ready.after = 1s;
    world.supervisor.applyConfig({failing, running, waiting});
    world.supervisor.autostart();
    QTRY_VERIFY(world.is(u"running"_s, State::Running) && world[u"failing"_s].nextRestartAt);
    const qint64 pid = *world[u"running"_s].pid;
    world.supervisor.startNothingMore();
    QVERIFY(!world[u"failing"_s].nextRestartAt);
    QVERIFY(world.is(u"waiting"_s, State::Stopped));
    QVERIFY(world.is(u"running"_s, State::Running));
    QCOMPARE(::kill(static_cast<pid_t>(pid), SIGTERM), 0);
    QTRY_VERIFY(world.is(u"running"_s, State::Stopped));
    QCOMPARE(world[u"running"_s].error, QString());
    QCOMPARE(world[u"running"_s].reason, u"stopped with the server"_s);
    QTRY_VERIFY(world.logged(u"running"_s).contains(u"ended while the server is being stopped: killed by signal 15"_s));
    world.clock.advance(1h);
    QVERIFY(!world[u"running"_s].pid && !world[u"failing"_s].pid && !world[u"waiting"_s].pid);

    // A reload that was under way neither starts nor restarts anything.
    World reloaded;
    ComponentConfig changed = shellComponent(u"changed"_s, forever);
    reloaded.supervisor.applyConfig({changed});
    reloaded.supervisor.autostart();
    QTRY_VERIFY(reloaded.is(u"changed"_s, State::Running));
    reloaded.supervisor.startNothingMore();
    changed.environment.insert(u"A"_s, u"b"_s);
    reloaded.supervisor.applyConfig({changed, shellComponent(u"new"_s, forever)});
    QTRY_VERIFY(reloaded.is(u"changed"_s, State::Stopped));
    QVERIFY(reloaded.is(u"new"_s, State::Stopped));
    bool done = false;
    world.supervisor.shutDown([&] { done = true; });
    QVERIFY(done);
}

QTEST_GUILESS_MAIN(SupervisorTest)
#include "tst_supervisor.moc"
