// SPDX-License-Identifier: GPL-3.0-or-later
// What the processes of a component have open, have read and written, and where they listen; who holds a port.
#include "server/core/runtime/metrics/sampler.h"
#include "server/core/runtime/metrics/treedetails.h"
#include "server/core/runtime/process/processdetails.h"
#include "server/core/runtime/supervision/portconflict.h"
#include "tests/core/supervised.h"

#include <QProcess>
#include <QTcpServer>

#include <sys/stat.h>

using namespace signalbox;
using namespace signalbox::test;
using State = ComponentState;

namespace {

ComponentConfig python(const QString &id, const QString &script)
{
    ComponentConfig config = shellComponent(id, {});
    config.command = {u"python3"_s, u"-uc"_s, script};
    config.ready.log = u"up"_s;
    return config;
}

struct SampledWorld : World
{
    SampledWorld()
    {
        sampler.applyConfig({});
        sampler.start();
    }
    const ComponentFigures *figures(const QString &id) const { return hub.snapshot().figuresOf((*this)[id]); }
    bool advanceUntil(const std::function<bool()> &done)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(2s);
                return done();
            },
            30'000);
    }
    Sampler sampler{hub, supervisor, directory.path(), {}};
};

} // namespace

class ProcessDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listeningSocketsAreRead()
    {
        ListeningSockets sockets;
        parseListeningSockets(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0\n"
            "   1: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1 0\n"
            "   2: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 333 1 0\n",
            sockets);
        parseListeningSockets(
            "  sl  local_address                         remote_address                        st\n"
            "   0: 00000000000000000000000001000000:1F91 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 444\n",
            sockets);
        parseListeningSockets("", sockets);
        parseListeningSockets("titles", sockets);
        const ListeningSockets expected{
            {111, {u"127.0.0.1"_s, 8080}}, {222, {u"0.0.0.0"_s, 80}}, {444, {u"::1"_s, 8081}}};
        QCOMPARE(sockets, expected);
        QTcpServer own;
        QVERIFY(own.listen(QHostAddress::LocalHost));
        QTcpServer own6;
        const bool hasV6 = own6.listen(QHostAddress::LocalHostIPv6);
        const QList<ListeningPort> all = listeningSockets().values();
        QVERIFY(all.contains({u"127.0.0.1"_s, own.serverPort()}));
        QCOMPARE(all.contains({u"::1"_s, own6.serverPort()}), hasV6);
    }

    void storageBytesAreRead()
    {
        const auto bytes = parseStorageBytes("rchar: 9\nwchar: 8\nread_bytes: 4096\nwrite_bytes: 8192\n"
                                             "cancelled_write_bytes: 1\n");
        QVERIFY(bytes);
        QCOMPARE(bytes->read, 4096);
        QCOMPARE(bytes->written, 8192);
        QVERIFY(!parseStorageBytes("rchar: 9\n"));
        QVERIFY(!storageBytesOf(0));
    }

    // Threads, descriptors and ports of the whole tree: a child listens, and the main process has the files.
    void theWholeTreeIsShown()
    {
        SampledWorld world;
        world.supervisor.applyConfig({python(u"a"_s, u"import os, signal, socket, threading\n"
                                                     "files = [open('/dev/null') for _ in range(50)]\n"
                                                     "if os.fork() == 0:\n"
                                                     "    one = socket.create_server(('127.0.0.1', 0))\n"
                                                     "    open('port', 'w').write(str(one.getsockname()[1]))\n"
                                                     "    threading.Thread(target=threading.Event().wait).start()\n"
                                                     "    signal.pause()\n"
                                                     "print('up')\n"
                                                     "signal.pause()\n"_s),
                                      shellComponent(u"b"_s, forever)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto isRead = [&] { return world.figures(u"a"_s) && !world.figures(u"a"_s)->listensOn.isEmpty(); };
        QVERIFY(world.advanceUntil(isRead));
        QFile file(world.directory.filePath(u"port"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ComponentFigures figures = *world.figures(u"a"_s);
        QCOMPARE(figures.listensOn, (QList<ListeningPort>{{u"127.0.0.1"_s, file.readAll().toUShort()}}));
        QCOMPARE(figures.processes, 2);
        QCOMPARE(figures.threads, 3);
        QVERIFY2(figures.descriptors >= 2 * 53 + 1, qPrintable(QString::number(figures.descriptors)));
        QVERIFY2(figures.descriptors < 130, qPrintable(QString::number(figures.descriptors)));
        QVERIFY(world.figures(u"b"_s)->listensOn.isEmpty());
        QVERIFY(world.submit(RestartComponent{u"a"_s})); // what another run had is not this one's
        QTRY_VERIFY(world.is(u"a"_s, State::Running) && world[u"a"_s].pid);
        QVERIFY(world.figures(u"a"_s)->listensOn.isEmpty());
    }

    // Of a port that is closed again, and of another that is opened later.
    void portsThatComeAndGo()
    {
        SampledWorld world;
        for (const QString &name : {u"first"_s, u"second"_s})
            QCOMPARE(::mkfifo(QFile::encodeName(world.directory.filePath(name)).constData(), 0600), 0);
        world.supervisor.applyConfig({python(u"a"_s, u"import signal, socket\n"
                                                     "print('up')\n"
                                                     "for name in ('first', 'second'):\n"
                                                     "    open(name).read()\n"
                                                     "    one = socket.create_server(('127.0.0.1', 0))\n"
                                                     "    print('listens', one.getsockname()[1])\n"
                                                     "signal.pause()\n"_s)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const auto ports = [&] {
            return world.figures(u"a"_s) ? world.figures(u"a"_s)->listensOn : QList<ListeningPort>();
        };
        QVERIFY(world.advanceUntil([&] { return world.figures(u"a"_s)->descriptors > 0; }));
        QCOMPARE(ports().size(), 0);
        const auto tell = [&](const QString &name) { // a pipe, at the other end of which it waits
            QFile file(world.directory.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        };
        tell(u"first"_s);
        QVERIFY(world.advanceUntil([&] { return ports().size() == 1; }));
        const ListeningPort first = ports().constFirst();
        tell(u"second"_s);
        QVERIFY(world.advanceUntil([&] { return ports().size() == 1 && ports().constFirst() != first; }));
    }

    // A tick reads the clocks of processes first, and what they have open on another thread, later.
    void portOfOneThatRanInBetween()
    {
        const QTemporaryDir folder;
        const QString gate = folder.filePath(u"gate"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(gate).constData(), 0600), 0);
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s,
                                    u"import signal, socket, sys\n"
                                    "open(sys.argv[1]).read()\n"
                                    "one = socket.create_server(('127.0.0.1', 0))\n"
                                    "print('listens', flush=True)\n"
                                    "signal.pause()\n"_s,
                                    gate});
        QVERIFY(python.waitForStarted());
        FakeClock clock;
        TreeDetails details(clock);
        const qint64 pid = python.processId();
        const auto readAt = [&](qint64 processClock) {
            TreeFigures figures;
            figures.descendants = {pid};
            figures.clock = processClock;
            const auto before = details.of(pid) ? details.of(pid)->at : std::chrono::steady_clock::time_point();
            clock.advance(1h); // however long the last reading took
            details.refresh({{pid, figures}}, {});
            return QTest::qWaitFor([&] { return details.of(pid) && details.of(pid)->at > before; });
        };
        QVERIFY(readAt(1));
        QFile file(gate);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(python.waitForReadyRead());
        QVERIFY(readAt(1)); // a clock of before
        QVERIFY(readAt(2));
        QVERIFY(readAt(2));
        const qsizetype ports = details.of(pid)->listensOn.size();
        python.kill();
        python.waitForFinished();
        QCOMPARE(ports, 1);
    }

    // By processes that end, too: what they have written is their parent's when it has waited for them.
    void bytesOnlyGrow()
    {
        SampledWorld world;
        const qint64 before = storageBytesOf(QCoreApplication::applicationPid()).value_or(StorageBytes()).written;
        QFile own(world.directory.filePath(u"own"_s));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write(QByteArray(1 << 20, 'x')) > 0 && own.flush());
        if (storageBytesOf(QCoreApplication::applicationPid()).value_or(StorageBytes()).written == before)
            QSKIP("the temporary directory is on no storage, or the kernel does not count");
        world.supervisor.applyConfig({shellComponent(
            u"a"_s, u"for i in 1 2 3 4 5; do dd if=/dev/zero of=file$i bs=1M count=4 conv=fsync 2>/dev/null; "
                    "sleep 0.05; done; touch done; exec sleep 1000"_s)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        qint64 last = 0;
        bool isLess = false;
        const auto written = [&] { return world.figures(u"a"_s) ? world.figures(u"a"_s)->writtenBytes : 0; };
        const auto watch = [&] {
            isLess = isLess || written() < last;
            last = written();
        };
        QVERIFY(world.advanceUntil([&] {
            watch();
            return QFile::exists(world.directory.filePath(u"done"_s));
        }));
        int more = 0;
        QVERIFY(world.advanceUntil([&] {
            watch();
            return ++more >= 20;
        }));
        QVERIFY(!isLess);
        QVERIFY2(last >= 5 * (4 << 20) && last < 6 * (4 << 20), qPrintable(QString::number(last)));
    }

    // The log and the error name the process that holds the port, before it is too late and after.
    void aHeldPortIsNamed_data()
    {
        QTest::addColumn<bool>("isReady"); // it has ready = { tcp = … }
        QTest::newRow("ready.tcp") << true;
        QTest::newRow("the port in its command") << false;
    }

    void aHeldPortIsNamed()
    {
        QFETCH(bool, isReady);
        World world;
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        ComponentConfig config = shellComponent(u"a"_s, {});
        config.command = {u"python3"_s, u"-m"_s,        u"http.server"_s,
                          u"--bind"_s,  u"127.0.0.1"_s, QString::number(holder.serverPort())};
        if (isReady)
            config.ready.tcp = holder.serverPort();
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        const QString held = u"port %1 is held by process %2 (tst_core_proces"_s.arg(holder.serverPort())
                                 .arg(QCoreApplication::applicationPid());
        QTRY_VERIFY(world[u"a"_s].error.contains(held));
        QVERIFY(world.is(u"a"_s, State::Error));
        QVERIFY2(world[u"a"_s].error.startsWith(u"exit status 1: OSError: [Errno 98] Address already in use; port"),
                 qUtf8Printable(world[u"a"_s].error));
        QVERIFY2(world[u"a"_s].reason.contains(held), qUtf8Printable(world[u"a"_s].reason));
        QTRY_VERIFY(world.logged(u"a"_s).contains(held));
        QCOMPARE(world.logged(u"a"_s).contains(u", before this component was started"), isReady);
    }

    void anotherComponentIsNamed()
    {
        World world;
        world.supervisor.applyConfig({python(u"web"_s, u"import signal, socket\n"
                                                       "one = socket.create_server(('127.0.0.1', 0))\n"
                                                       "open('port', 'w').write(str(one.getsockname()[1]))\n"
                                                       "print('up')\n"
                                                       "signal.pause()\n"_s)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"web"_s, State::Running));
        QFile file(world.directory.filePath(u"port"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int port = file.readAll().toInt();
        QCOMPARE(portHeldBy(port, world.hub.snapshot()),
                 u"port %1 is held by process %2 (python3) of component 'web'"_s.arg(port).arg(*world[u"web"_s].pid));
    }

    void portsInLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<int>>("ports");
        QTest::newRow("node") << u"Error: listen EADDRINUSE: address already in use :::3000"_s << QList<int>{3000};
        QTest::newRow("go") << u"listen tcp :8080: bind: address already in use"_s << QList<int>{8080};
        QTest::newRow("nginx") << u"bind() to 0.0.0.0:80 failed (98: Address already in use)"_s << QList<int>{80};
        QTest::newRow("postgres") << u"could not bind IPv4 address \"127.0.0.1\": Address already in use"_s
                                  << QList<int>{5432, 9000}; // of ready and of the command
        QTest::newRow("java") << u"Web server failed to start. Port 8081 was already in use."_s << QList<int>{8081};
        QTest::newRow("a time") << u"2024-01-15 10:30:59 [error] :8080 is in use"_s << QList<int>{8080};
        QTest::newRow("no such line") << u"listening on port 8080"_s << QList<int>{};
    }

    void portsInLines()
    {
        QFETCH(QString, line);
        QFETCH(QList<int>, ports);
        LogLine logged;
        logged.text = line;
        ComponentConfig config;
        config.command = {u"x"_s, u"--port=9000"_s, u"-v"_s, u"7"_s};
        config.ready.tcp = 5432;
        QCOMPARE(portsInUse({logged}, config), ports);
    }
};

QTEST_GUILESS_MAIN(ProcessDetailsTest)
#include "tst_processdetails.moc"
