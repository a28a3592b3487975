// SPDX-License-Identifier: GPL-3.0-or-later
// [[component]] ready and health (docs/model.md, "Probes"), asked of and told by real programs.
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdio>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using State = ComponentState;

namespace {

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

ComponentConfig python(const QString &id, const QString &script)
{
    ComponentConfig config = shellComponent(id, {});
    config.command = {u"python3"_s, u"-uc"_s, script};
    return config;
}

// Says what is in the files "say", which are removed, as to systemd.
const QString notifying = u"import os, socket\nfrom time import sleep\n"
                          "def notify(text):\n"
                          "    name = os.environ['NOTIFY_SOCKET']\n"
                          "    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
                          "    s.connect('\\0' + name[1:] if name[0] == '@' else name)\n"
                          "    s.sendall(text)\n"
                          "print('USEC', os.environ.get('WATCHDOG_USEC'), 'PID', "
                          "os.environ.get('WATCHDOG_PID') == str(os.getpid()))\n"
                          "while True:\n"
                          "    if os.path.exists('say'):\n"
                          "        text = open('say', 'rb').read()\n"
                          "        os.remove('say')\n"
                          "        notify(text)\n"
                          "    sleep(0.005)\n"_s;

// Answers 503 'not yet' until there is a file "go", then 200 'all ok'; while there is a file "down" the port is closed.
QString answering(int port)
{
    return u"import http.server, os, socketserver\nfrom time import sleep\n"
           "class Handler(http.server.BaseHTTPRequestHandler):\n"
           "    def do_GET(self):\n"
           "        up = os.path.exists('go')\n"
           "        text = b'all ok' if up else b'not yet'\n"
           "        self.send_response(200 if up else 503)\n"
           "        self.send_header('Content-Length', str(len(text)))\n"
           "        self.end_headers()\n"
           "        self.wfile.write(text)\n"
           "    def log_message(self, *args):\n"
           "        pass\n"
           "class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):\n" // HTTPServer asks for its name
           "    daemon_threads = True\n"
           "    allow_reuse_address = True\n"
           "while True:\n"
           "    while os.path.exists('down'):\n"
           "        sleep(0.005)\n"
           "    server = Server(('127.0.0.1', %1), Handler)\n"
           "    server.timeout = 0.01\n"
           "    while not os.path.exists('down'):\n"
           "        server.handle_request()\n"
           "    server.server_close()\n"_s.arg(port);
}

// Writes a file of the components' directory, whole from its first moment on.
void put(const World &world, const QString &name, const QByteArray &text = {})
{
    const QString path = world.directory.filePath(name);
    QFile file(path + u".new"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QCOMPARE(std::rename(QFile::encodeName(file.fileName()), QFile::encodeName(path)), 0);
}

void start(World &world, const ComponentConfig &config)
{
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
}

// True: all the time. In steps, so that tries come to an end in between.
bool staysWhileTimePasses(World &world, State state, Milliseconds real = 400ms, Milliseconds step = 500ms)
{
    const auto looks = [&] {
        world.clock.advance(step);
        return !world.is(u"a"_s, state);
    };
    return !QTest::qWaitFor(looks, static_cast<int>(real.count()));
}

bool listens(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
    return socket.waitForConnected(1'000);
}

bool isGone(const World &world, const QString &name)
{
    QFile file(world.directory.filePath(name));
    const auto pid = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    return pid > 0 && ::kill(pid, 0) != 0;
}

} // namespace

// Time goes on while something is waited for, as the probes see it.
#define WHILE_TIME_PASSES(world, condition) QTRY_VERIFY_WITH_TIMEOUT(((world).clock.advance(40ms), (condition)), 20'000)

class ProbesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ready_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("missing");
        QTest::newRow("http") << u"http"_s << u"answers 503"_s;
        QTest::newRow("http, its body") << u"body"_s << u"answers 503, but without 'all ok'"_s;
        QTest::newRow("http, its status") << u"status"_s << u"answers 503"_s;
        QTest::newRow("command") << u"command"_s << u"'sh': exit status 3: not there"_s;
        QTest::newRow("notify") << u"notify"_s << u"it has not said READY=1"_s;
    }

    void ready()
    {
        QFETCH(QString, form);
        QFETCH(QString, missing);
        World world;
        const int port = freePort();
        ComponentConfig config = python(u"a"_s, form == u"notify" ? notifying : answering(port));
        if (form == u"notify")
            config.ready.notify = true;
        else if (form == u"command")
            config.ready.command = {u"sh"_s, u"-c"_s,
                                    u"test $SIGNALBOX_COMPONENT = a -a -e go || { echo not there; exit 3; }"_s};
        else
            config.ready.http = u"http://me:secret@127.0.0.1:%1/healthz?token=secret"_s.arg(port);
        if (form == u"body") {
            config.ready.body = u"all ok"_s;
            config.ready.status = {200, 503};
        } else if (form == u"status") {
            config.ready.status = {200};
        }
        start(world, config);
        QTRY_VERIFY(world[u"a"_s].pid);
        if (form != u"notify")
            QTRY_VERIFY_WITH_TIMEOUT(listens(port), 30'000); // a busy machine needs long for an import
        QVERIFY(staysWhileTimePasses(world, State::Starting));
        put(world, u"go"_s);
        put(world, u"say"_s, "READY=1");
        WHILE_TIME_PASSES(world, world.is(u"a"_s, State::Running));
        QVERIFY(world[u"a"_s].health == ComponentHealth::Unchecked);

        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QFile::remove(world.directory.filePath(u"go"_s));
        config.ready.timeout = 1h; // of a try that is under way while the clock is moved
        world.supervisor.applyConfig({config});
        QVERIFY(world.submit(StartComponent{u"a"_s}));
        QTRY_VERIFY(world[u"a"_s].pid);
        if (form != u"notify")
            QTRY_VERIFY_WITH_TIMEOUT(listens(port), 30'000); // a busy machine needs long for an import
        QVERIFY(staysWhileTimePasses(world, State::Starting));
        world.clock.advance(config.readyTimeout);
        QTRY_VERIFY(world.is(u"a"_s, State::Error));
        const QString error = world[u"a"_s].error;
        QVERIFY2(error.startsWith(u"not ready within 1m30s (ready_timeout): "_s) && error.endsWith(missing),
                 qUtf8Printable(error));
        QVERIFY2(!error.contains(u"secret"_s), qUtf8Printable(error));
    }

    void health_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("problem");
        QTest::newRow("tcp") << u"tcp"_s << u"^nothing answers on port \\d+ \\(3 times in a row, since \\S+Z\\)$"_s;
        QTest::newRow("http") << u"http"_s
                              << u"^http://127.0.0.1:\\d+/x: .*refused.* \\(3 times in a row, since \\S+Z\\)$"_s;
        QTest::newRow("command") << u"command"_s << u"^'test': exit status 1 \\(3 times in a row, since \\S+Z\\)$"_s;
        QTest::newRow("log") << u"log"_s
                             << u"^no line with 'alive' was printed within 10s \\(3 times in a row, since \\S+Z\\)$"_s;
        QTest::newRow("watchdog") << u"watchdog"_s << u"^it has not said WATCHDOG=1 for 30s, since \\S+Z$"_s;
        QTest::newRow("silence") << u"silence"_s
                                 << u"^it has printed nothing for 1m, since \\S+Z; its last line: alive$"_s;
    }

    // Degraded is running with an error, until it is healthy again.
    void health()
    {
        QFETCH(QString, form);
        QFETCH(QString, problem);
        World world;
        const int port = freePort();
        const bool isAsked = form == u"tcp" || form == u"http";
        const bool isTold = form == u"watchdog";
        const QString printing = u"import os\nfrom time import sleep\n"
                                 "while True:\n"
                                 "    if not os.path.exists('down'):\n"
                                 "        print('alive')\n"
                                 "    sleep(0.01)\n"_s;
        ComponentConfig config = python(u"a"_s, isAsked ? answering(port) : isTold ? notifying : printing);
        if (isAsked)
            config.ready.tcp = port;
        else if (!isTold)
            config.ready.log = u"alive"_s;
        else
            config.ready.notify = true;
        if (form == u"tcp")
            config.health.tcp = port;
        else if (form == u"http")
            config.health.http = u"http://127.0.0.1:%1/x"_s.arg(port);
        else if (form == u"command")
            config.health.command = {u"test"_s, u"!"_s, u"-e"_s, u"down"_s};
        if (!isTold && form != u"log" && form != u"silence")
            config.health.timeout = 1h; // of a try that is under way while the clock is moved
        if (form == u"log")
            config.health.log = u"alive"_s;
        else if (isTold)
            config.health.watchdog = 30s;
        else if (form == u"silence")
            config.health.silentFor = 1min;
        put(world, u"go"_s);
        if (isTold)
            put(world, u"say"_s, "READY=1");
        start(world, config);
        WHILE_TIME_PASSES(world, world.is(u"a"_s, State::Running));
        QVERIFY(world[u"a"_s].health == ComponentHealth::Healthy);
        const auto isIll = [&world] {
            world.clock.advance(4s);
            return world[u"a"_s].health != ComponentHealth::Healthy;
        };
        for (int i = 0; i < 20; ++i) { // healthy for as long as it works
            if (isTold) {
                put(world, u"say"_s, "WATCHDOG=1\n");
                QTRY_VERIFY(!QFile::exists(world.directory.filePath(u"say"_s)));
            }
            QVERIFY(!QTest::qWaitFor(isIll, 50));
        }
        QCOMPARE(world[u"a"_s].error, QString());

        put(world, u"down"_s);
        const auto from = world.clock.now();
        QTRY_VERIFY_WITH_TIMEOUT(((world.clock.advance(1s)), world[u"a"_s].health == ComponentHealth::Degraded),
                                 20'000);
        QVERIFY(world.is(u"a"_s, State::Running));
        const QString error = world[u"a"_s].error;
        QVERIFY2(QRegularExpression(problem).match(error).hasMatch(), qUtf8Printable(error));
        QVERIFY(world[u"a"_s].healthSince > from && world[u"a"_s].healthSince <= world.clock.now());
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"server WARN [signalbox] degraded: "_s + error));
        const qsizetype told = world.changes.size();
        const auto isToldAgain = [&] { // what goes on is not said again and again
            world.clock.advance(5s);
            return world.changes.size() != told;
        };
        QVERIFY(!QTest::qWaitFor(isToldAgain, 200));

        QFile::remove(world.directory.filePath(u"down"_s));
        if (isTold)
            put(world, u"say"_s, "WATCHDOG=1\n");
        QTRY_VERIFY_WITH_TIMEOUT(((world.clock.advance(200ms)), world[u"a"_s].health == ComponentHealth::Healthy),
                                 20'000);
        QCOMPARE(world[u"a"_s].error, QString());
        QVERIFY(world.is(u"a"_s, State::Running));

        QVERIFY(world.submit(StopComponent{u"a"_s})); // one that is degraded has not failed when it is stopped
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(world[u"a"_s].health == ComponentHealth::Unchecked);
        QVERIFY(!world[u"a"_s].healthSince);
        QCOMPARE(world[u"a"_s].error, QString());
    }

    // "A restart by health waits like any other but never counts toward giving up."
    void restartsByHealthGoOn()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.health.command = {u"sh"_s, u"-c"_s, u"echo no; false"_s};
        config.health.failures = 1;
        config.health.interval = 100ms;
        config.health.action = HealthAction::Restart;
        start(world, config); // although its restart policy is "never"
        for (const auto delay : {1s, 2s, 4s, 8s, 16s, 32s, 60s}) {
            QTRY_VERIFY(world.is(u"a"_s, State::Running));
            WHILE_TIME_PASSES(world, world[u"a"_s].nextRestartAt.has_value());
            QVERIFY(world.is(u"a"_s, State::Error));
            QVERIFY2(world[u"a"_s].error.startsWith(u"'sh': exit status 1: no (once in a row, since "_s),
                     qUtf8Printable(world[u"a"_s].error));
            const auto left = *world[u"a"_s].nextRestartAt - world.clock.now();
            QVERIFY2(left <= delay && left > delay - 500ms, qPrintable(QString::number(left.count())));
            world.clock.advance(left);
        }
        QCOMPARE(world[u"a"_s].restarts, 7);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
    }

    void aRestartWaitsForNobodyWhoStoppedIt()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"trap '' TERM; while :; do sleep 0.05; done"_s);
        config.stopTimeout = 60s;
        config.health.command = {u"false"_s};
        config.health.interval = 100ms;
        config.health.failures = 1;
        config.health.action = HealthAction::Restart;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        WHILE_TIME_PASSES(world, world.is(u"a"_s, State::Stopping));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        ::kill(static_cast<pid_t>(*world[u"a"_s].pid), SIGKILL);
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(!world[u"a"_s].nextRestartAt);
        QCOMPARE(world[u"a"_s].error, QString());
    }

    void aCommandLeavesNothing()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.health.command = {u"sh"_s, u"-c"_s,
                                 u"trap '' TERM; setsid sleep 1000 & echo $! > child.new; mv child.new child; wait"_s};
        config.health.failures = 1;
        config.health.timeout = 2s;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        world.clock.advance(5s + 1ms); // half of the interval
        QTRY_VERIFY(QFile::exists(world.directory.filePath(u"child"_s)));
        QVERIFY(!isGone(world, u"child"_s));
        world.clock.advance(2s);
        QTRY_VERIFY(world[u"a"_s].health == ComponentHealth::Degraded);
        QVERIFY(isGone(world, u"child"_s));
        QVERIFY2(world[u"a"_s].error.startsWith(u"'sh': killed because it took longer than 2s (once in a row"_s),
                 qUtf8Printable(world[u"a"_s].error));
    }

    // What a try has of its peer goes with the try, and with the component.
    void anAnswerWithoutEnd_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("problem");
        QTest::newRow("head") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(1024 * 1024, 'x')
                              << u": answered with a head of more than 16 KiB"_s;
        QTest::newRow("body") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(1024 * 1024, 'x')
                              << u": answered with more than 65536 bytes"_s;
        QTest::newRow("silence") << "HTTP/1.1 200 OK\r\n\r\n"_ba << u" has not answered within 5s"_s;
    }

    void anAnswerWithoutEnd()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, problem);
        World world;
        QTcpServer peer;
        QVERIFY(peer.listen(QHostAddress::LocalHost));
        int asked = 0;
        int open = 0;
        connect(&peer, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = peer.nextPendingConnection();
            ++asked;
            ++open;
            socket->write(answer);
            connect(socket, &QAbstractSocket::disconnected, socket, [&open] { --open; });
        });
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.health.http = u"http://127.0.0.1:%1/x"_s.arg(peer.serverPort());
        config.health.body = u"fine"_s;
        config.health.failures = 1;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QTRY_VERIFY_WITH_TIMEOUT((world.clock.advance(1s), world[u"a"_s].health == ComponentHealth::Degraded), 20'000);
        const QString said = config.health.http + problem + u" (once in a row"_s;
        QVERIFY2(world[u"a"_s].error.startsWith(said), qUtf8Printable(world[u"a"_s].error));
        QTRY_COMPARE(open, 0);
        answer = "HTTP/1.1 200 OK\r\n";
        const int before = asked;
        QTRY_VERIFY_WITH_TIMEOUT((world.clock.advance(1s), asked > before), 20'000);
        QCOMPARE(open, 1);
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_COMPARE(open, 0); // the clock stands still
    }

    void whatItSaysOfItself()
    {
        World world;
        ComponentConfig config = python(u"a"_s, notifying);
        config.ready.notify = true;
        config.readyTimeout = 10s;
        config.health.watchdog = 30s;
        start(world, config);
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"USEC 30000000 PID True"_s));
        put(world, u"say"_s, "STATUS=Loading\tthe \x1b[1mindex\nRELOADING=1\nEXTEND_TIMEOUT_USEC=60000000\nSTOPPING=1");
        QTRY_COMPARE(world[u"a"_s].reason, u"Loading the index"_s);
        world.clock.advance(59s); // longer than ready_timeout
        QVERIFY(world.is(u"a"_s, State::Starting));
        put(world, u"say"_s, "READY=1\nSTATUS=12 of 12");
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QTRY_COMPARE(world[u"a"_s].reason, u"12 of 12"_s);
        put(world, u"say"_s, "WATCHDOG=trigger");
        QTRY_COMPARE(world[u"a"_s].error, u"it says itself that it has failed (WATCHDOG=trigger)"_s);
        put(world, u"say"_s, "STATUS=\nWATCHDOG=1");
        QTRY_COMPARE(world[u"a"_s].error, QString());
        WHILE_TIME_PASSES(world, world[u"a"_s].reason == u"started with the server"_s);
    }

    void whatItSaysHasNoSecrets()
    {
        World world;
        world.secrets.configure({{u"TOKEN"_s, SecretConfig::Source::Command, {}, {u"echo"_s, u"open sesame"_s}}});
        ComponentConfig config = python(u"a"_s, notifying);
        config.secrets = {u"TOKEN"_s};
        config.ready.notify = true;
        start(world, config);
        QTRY_VERIFY(world[u"a"_s].pid);
        put(world, u"say"_s, "STATUS=in with open sesame and on");
        QTRY_COMPARE(world[u"a"_s].reason, u"in with *** and on"_s);
    }

    // A message counts if it comes from a process of the component's own, and costs little if it is none.
    void onlyItsOwnProcessesAreBelieved()
    {
        World world;
        ComponentConfig config = python(u"a"_s, notifying);
        config.ready.notify = true;
        start(world, config);
        const QByteArray path = QFile::encodeName(world.directory.filePath(u"notify/a"_s));
        QTRY_VERIFY(QFile::exists(QFile::decodeName(path)));
        QCOMPARE(QFile::permissions(QFile::decodeName(path)),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"USEC None PID False"_s)); // no watchdog, no variables of one
        const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        QCOMPARE(::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::send(socket, "READY=1", 7, 0), 7);
        QTRY_VERIFY(world.logged(u"a"_s).contains(
            u"process %1 wrote to its notification socket and is not believed"_s.arg(::getpid())));
        QVERIFY(world.is(u"a"_s, State::Starting));
        // Descriptors, junk, and more than a message may be, faster than they are read.
        const QByteArray huge = "READY=1\n" + QByteArray(100'000, 'x');
        for (int i = 0; i < 2'000; ++i) {
            (void)::send(socket, huge.constData(), size_t(huge.size()), 0);
            (void)::send(socket, "\0\n=\xff=\n", 6, 0);
            QCoreApplication::processEvents();
        }
        ::close(socket);
        QVERIFY(world.is(u"a"_s, State::Starting));
        // Of its own, and with much before it.
        put(world, u"say"_s, QByteArray(2'000, 'x') + "\nREADY=1\n");
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(!QFile::exists(QFile::decodeName(path)));
    }

    // systemd-notify closes nothing before the server has read what came before.
    void aShellMaySpeak()
    {
        if (QStandardPaths::findExecutable(u"systemd-notify"_s).isEmpty())
            QSKIP("systemd-notify is not here");
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"systemd-notify --ready --status=up; exec sleep 1000"_s);
        config.ready.notify = true;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QCOMPARE(world[u"a"_s].reason, u"up"_s);
    }

    // systemd's own library takes it for systemd.
    void libsystemdSpeaks()
    {
        World world;
        ComponentConfig config =
            python(u"a"_s, u"import ctypes\n"
                           "from time import sleep\n"
                           "try:\n"
                           "    lib = ctypes.CDLL('libsystemd.so.0')\n"
                           "except OSError:\n"
                           "    print('no library')\n"
                           "    sleep(1000)\n"
                           "usec = ctypes.c_uint64()\n"
                           "print('enabled', lib.sd_watchdog_enabled(0, ctypes.byref(usec)), usec.value)\n"
                           "print('sent', lib.sd_notify(0, b'READY=1\\nSTATUS=by libsystemd'))\n"
                           "sleep(1000)\n"_s);
        config.ready.notify = true;
        config.health.watchdog = 20s;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running) || world.logged(u"a"_s).contains(u"no library"_s));
        if (world.is(u"a"_s, State::Starting))
            QSKIP("libsystemd is not here");
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"sent 1"_s));
        QVERIFY(world.logged(u"a"_s).contains(u"enabled 1 20000000"_s));
        QCOMPARE(world[u"a"_s].reason, u"by libsystemd"_s);
    }

    // Where the path of the data directory is too long for a socket, the kernel names it.
    void aLongPathIsNoObstacle()
    {
        World world;
        const QString deep = world.directory.path() + u'/' + QString(100, u'x');
        QVERIFY(QDir().mkpath(deep));
        Supervisor supervisor(world.hub, world.logs, deep, [] { return 0.5; });
        world.hub.setHandler(&supervisor);
        ComponentConfig config = python(u"a"_s, notifying);
        config.workingDirectory = world.directory.path();
        config.ready.notify = true;
        supervisor.applyConfig({config});
        supervisor.autostart();
        put(world, u"say"_s, "READY=1");
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
    }

    // A reload changes health from now on and ready from the next start on, and restarts nothing for it.
    void reloads()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"echo up; exec sleep 1000"_s);
        config.ready.log = u"up"_s;
        start(world, config);
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto pid = world[u"a"_s].pid;
        config.ready.log = u"never"_s;
        config.health.command = {u"false"_s};
        config.health.interval = 100ms;
        config.health.failures = 1;
        world.supervisor.applyConfig({config});
        QVERIFY(world[u"a"_s].health == ComponentHealth::Healthy);
        WHILE_TIME_PASSES(world, world[u"a"_s].health == ComponentHealth::Degraded);
        config.health.command = {u"true"_s};
        world.supervisor.applyConfig({config});
        QVERIFY(world[u"a"_s].health == ComponentHealth::Healthy);
        QCOMPARE(world[u"a"_s].error, QString());
        config.health = {};
        config.health.watchdog = 1s; // of which this run was not told
        world.supervisor.applyConfig({config});
        QVERIFY(world[u"a"_s].health == ComponentHealth::Unchecked);
        world.clock.advance(60s);
        QVERIFY(!QTest::qWaitFor([&] { return world[u"a"_s].health != ComponentHealth::Unchecked; }, 50));
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"health.watchdog holds from its next start"_s));
        QCOMPARE(world[u"a"_s].pid, pid);
        QVERIFY(world.submit(RestartComponent{u"a"_s}));
        QTRY_VERIFY(world[u"a"_s].pid && world[u"a"_s].pid != pid);
        QTRY_VERIFY(world.logged(u"a"_s).count(u" up\n"_s) == 2);
        QVERIFY(!QTest::qWaitFor([&] { return !world.is(u"a"_s, State::Starting); }, 100));
    }

    // Components that start together are not asked together.
    void triesAreSpread()
    {
        World world;
        double random = 0.0;
        Supervisor supervisor(world.hub, world.logs, world.directory.path(), [&random] { return random += 0.2; });
        world.hub.setHandler(&supervisor);
        QList<ComponentConfig> configs;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
            configs.append(shellComponent(id, forever));
            configs.last().health.command = {u"sh"_s, u"-c"_s, u"echo $SIGNALBOX_COMPONENT >> tries"_s};
        }
        supervisor.applyConfig(configs);
        supervisor.autostart();
        for (const ComponentConfig &config : configs)
            QTRY_VERIFY(world.is(config.id, State::Running));
        const auto tries = [&world] {
            QFile file(world.directory.filePath(u"tries"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
        };
        for (const qsizetype expected : {1, 2, 3}) {
            world.clock.advance(2s + 10ms);
            QTRY_COMPARE(tries(), expected);
            QVERIFY(!QTest::qWaitFor([&] { return tries() != expected; }, 50));
        }
    }
};

QTEST_GUILESS_MAIN(ProbesTest)
#include "tst_probes.moc"
