// SPDX-License-Identifier: GPL-3.0-or-later
// What a component may use ([[component]] memory_limit, cpu_weight, nice, open_files), and by what that holds.
#include "server/core/runtime/metrics/sampler.h"
#include "tests/core/supervised.h"

#include <QProcess>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <csignal>

using namespace signalbox;
using namespace signalbox::test;
using State = ComponentState;

namespace {

// Takes 200 MiB, and says when it has them.
ComponentConfig hungry(const QString &id)
{
    ComponentConfig config = shellComponent(id, {});
    config.command = {u"python3"_s, u"-c"_s,
                      u"import signal\nmany = bytearray(200 << 20)\nprint('full', flush=True)\nsignal.pause()"_s};
    config.ready.log = u"full"_s;
    return config;
}

int niceOf(qint64 pid)
{
    return ::getpriority(PRIO_PROCESS, static_cast<id_t>(pid));
}

rlimit filesOf(qint64 pid)
{
    rlimit limit{};
    ::prlimit(static_cast<pid_t>(pid), RLIMIT_NOFILE, nullptr, &limit);
    return limit;
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

bool mark(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    return ::setxattr(path.constData(), "user.delegate", "1", 1, 0) == 0
           || ::setxattr(path.constData(), "trusted.delegate", "1", 1, 0) == 0;
}

// Files as the kernel has them in a group that was delegated with its controllers, without what the kernel does.
class DrawnGroups
{
public:
    explicit DrawnGroups(const QByteArray &controllers = "cpu memory pids\n")
    {
        isMarked = mark(folder());
        write(folder() + "/cgroup.procs"_L1, {});
        write(folder() + "/cgroup.subtree_control"_L1, controllers);
        QDir(folder()).mkdir(ControlGroups::leaf);
        write(folder() % u'/' % ControlGroups::leaf % "/cgroup.procs"_L1, {});
        QDir(folder()).mkdir(u"component-a"_s);
        for (const char *file : {"memory.max", "memory.oom.group", "cpu.weight"})
            write(in(file), "0");
        write(in("memory.events"), "low 0\noom 3\noom_kill 2\n");
    }
    QString folder() const { return directory.path() + "/unit"_L1; }
    QString in(const char *file) const { return folder() + "/component-a/"_L1 + QLatin1String(file); }
    ControlGroups take() const { return ControlGroups::delegatedTo(4711, directory.path(), "4:memory:/x\n0::/unit\n"); }

    QTemporaryDir directory;
    bool isMade = QDir(directory.path()).mkdir(u"unit"_s);
    bool isMarked = false;
};

// A group of the machine's own, where this user may make one. The process that it is delegated to is a child's.
class RealGroups
{
public:
    RealGroups()
    {
        for (const QString &mount : {u"/sys/fs/cgroup"_s, u"/sys/fs/cgroup/unified"_s}) {
            m_folder = mount % "/signalbox-test-"_L1 % QString::number(::getpid());
            if (!QFile::exists(mount + "/cgroup.procs"_L1)
                || ::mkdir(QFile::encodeName(m_folder).constData(), 0755) != 0)
                continue;
            if (!mark(m_folder))
                return;
            m_server.start(u"sleep"_s, {u"1000"_s});
            m_server.waitForStarted();
            groups = ControlGroups::delegatedTo(m_server.processId(), mount,
                                                "0::" + QFile::encodeName(m_folder.mid(mount.size())));
            return;
        }
    }
    ~RealGroups()
    {
        m_server.kill();
        m_server.waitForFinished();
        for (const QString &folder : {in(u"component-a"_s), in(ControlGroups::leaf), m_folder})
            ::rmdir(QFile::encodeName(folder).constData());
    }
    QString in(const QString &file) const { return m_folder % u'/' % file; }

    ControlGroups groups;

private:
    QString m_folder;
    QProcess m_server;
};

struct GroupWorld : World
{
    explicit GroupWorld(const ControlGroups &groups)
        : grouped(hub, logs, directory.path(), [] { return 0.5; }, nullptr, &groups)
    {
        hub.setHandler(&grouped);
    }
    Supervisor grouped;
};

} // namespace

class ResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byRlimit()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.nice = 5;
        config.openFiles = 64;
        world.supervisor.applyConfig({config, shellComponent(u"free"_s, forever)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running) && world.is(u"free"_s, State::Running));
        const qint64 pid = *world[u"a"_s].pid;
        QCOMPARE(niceOf(pid), niceOf(0) + 5);
        QCOMPARE(filesOf(pid).rlim_cur, rlim_t(64));
        QCOMPARE(filesOf(pid).rlim_max, rlim_t(64));                       // a program cannot raise it
        QCOMPARE(niceOf(world.supervisor.treeOf(u"a"_s).root), niceOf(0)); // its guard
        QCOMPARE(world[u"a"_s].limits, u"nice 5, 64 open files by rlimit"_s);
        QCOMPARE(niceOf(*world[u"free"_s].pid), niceOf(0));
        QCOMPARE(world[u"free"_s].limits, QString());
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QCOMPARE(world[u"a"_s].limits, QString()); // of a run
    }

    void theWeightIsANiceWithoutAGroup_data()
    {
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("nice");
        QTest::newRow("a half") << 50 << 3;
        QTest::newRow("the least") << 1 << 19;
        QTest::newRow("as others") << 100 << 0;
    }

    void theWeightIsANiceWithoutAGroup()
    {
        QFETCH(int, weight);
        QFETCH(int, nice);
        World world;
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.cpuWeight = weight;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QCOMPARE(niceOf(*world[u"a"_s].pid), std::min(niceOf(0) + nice, 19));
        QCOMPARE(world[u"a"_s].limits, weight == 100 ? QString() : u"CPU weight %1 by nice"_s.arg(weight));
    }

    // Without a group the sampler sees it at a tick.
    void memoryIsWatched()
    {
        World world;
        ComponentConfig config = hungry(u"a"_s);
        config.memoryLimit = Q_INT64_C(64) << 20;
        ComponentConfig other = hungry(u"b"_s);
        other.memoryLimit = Q_INT64_C(1) << 30;
        world.supervisor.applyConfig({config, other});
        world.supervisor.autostart();
        QTRY_VERIFY_WITH_TIMEOUT(world.is(u"a"_s, State::Running) && world.is(u"b"_s, State::Running), 60'000);
        QCOMPARE(world[u"a"_s].limits, u"memory 64 MiB by watching"_s);
        Sampler sampler(world.hub, world.supervisor, world.directory.path(), {});
        connect(&sampler, &Sampler::memoryExceeded, &world.supervisor, &Supervisor::killForMemory);
        sampler.applyConfig({});
        sampler.start();
        QTRY_VERIFY(world.is(u"a"_s, State::Error));
        const QString &error = world[u"a"_s].error;
        QVERIFY2(error.startsWith(u"killed: memory limit of 64 MiB, of which it used 2"), qUtf8Printable(error));
        QVERIFY2(world.logged(u"a"_s).contains(error)
                     || QTest::qWaitFor([&] { return world.logged(u"a"_s).contains(error); }),
                 qUtf8Printable(world.logged(u"a"_s)));
        world.clock.advance(2s);
        QVERIFY(world.is(u"b"_s, State::Running));
    }

    // What runs is not restarted: processes it has, and the limit it is watched by.
    void aReloadChangesWhatRuns()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"sleep 1000 & setsid sleep 1000 & wait"_s);
        config.memoryLimit = Q_INT64_C(1) << 30;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const qint64 root = world.supervisor.treeOf(u"a"_s).root;
        ProcTable processes;
        const auto below = [&] { return readProcessTrees({root}, processes).value(root).descendants; };
        QTRY_COMPARE(below().size(), 3);
        const auto pid = world[u"a"_s].pid;
        config.nice = 7;
        config.openFiles = 100;
        config.memoryLimit = Q_INT64_C(1536) << 20;
        world.supervisor.applyConfig({config});
        QCOMPARE(world[u"a"_s].pid, pid);
        QVERIFY(world.is(u"a"_s, State::Running));
        for (const qint64 process : below()) {
            QCOMPARE(niceOf(process), niceOf(0) + 7);
            QCOMPARE(filesOf(process).rlim_cur, rlim_t(100));
        }
        QCOMPARE(world[u"a"_s].limits, u"memory 1536 MiB by watching, nice 7, 100 open files by rlimit"_s);
        QCOMPARE(world.supervisor.treeOf(u"a"_s).watchedMemory.value(), *config.memoryLimit);
        config.memoryLimit.reset();
        world.supervisor.applyConfig({config});
        QVERIFY(!world.supervisor.treeOf(u"a"_s).watchedMemory);
    }

    void onlyWhatWasDelegatedIsTaken()
    {
        const DrawnGroups drawn;
        const QString mount = drawn.directory.path();
        const auto whyNot = [&mount](const char *own) { return ControlGroups::delegatedTo(1, mount, own).whyNot(); };
        QVERIFY2(whyNot("0::/\n").contains(u"is not delegated"), qUtf8Printable(whyNot("0::/\n")));
        QVERIFY2(whyNot("0::/other\n").contains(u"Delegate=yes"), qUtf8Printable(whyNot("0::/other\n")));
        QVERIFY(whyNot("4:memory:/unit\n").contains(u"version 2"));
        QVERIFY(whyNot("0::/../unit\n").contains(u"version 2"));
        if (!drawn.isMarked)
            QSKIP("the file system of the temporary directory has no extended attributes");
        const ControlGroups groups = drawn.take();
        QVERIFY2(groups.areThere(), qUtf8Printable(groups.whyNot()));
        QCOMPARE(groups.controllers(), (QStringList{u"cpu"_s, u"memory"_s, u"pids"_s}));
        const QString leaf = drawn.folder() % u'/' % ControlGroups::leaf;
        QCOMPARE(textOf(leaf + "/cgroup.procs"_L1), "4711"); // a group with groups below it may hold no process
        const DrawnGroups fresh{QByteArray()};
        (void)fresh.take();
        QVERIFY(textOf(fresh.folder() + "/cgroup.subtree_control"_L1).startsWith("+pids")); // the last of three
        // A server that was there before is in its leaf already.
        QVERIFY(ControlGroups::delegatedTo(1, mount, "0::/unit/signalbox-server\n").areThere());
        QCOMPARE(textOf(leaf + "/cgroup.procs"_L1), "4711");
    }

    // What is written into a group with all controllers, and what is read there when the kernel has killed.
    void byGroup()
    {
        const DrawnGroups drawn;
        if (!drawn.isMarked)
            QSKIP("the file system of the temporary directory has no extended attributes");
        const ControlGroups groups = drawn.take();
        GroupWorld world(groups);
        ComponentConfig config = shellComponent(u"a"_s, forever);
        config.memoryLimit = Q_INT64_C(512) << 20;
        config.cpuWeight = 50;
        ResourceLimits limits(&groups, config);
        QCOMPARE(textOf(drawn.in("memory.max")), "536870912");
        QCOMPARE(textOf(drawn.in("memory.oom.group")), "1");
        QCOMPARE(textOf(drawn.in("cpu.weight")), "50");
        QCOMPARE(limits.description(), u"memory 512 MiB by cgroup, CPU weight 50 by cgroup"_s);
        QVERIFY(!limits.watchedMemory());
        QCOMPARE(limits.forLaunch().nice, 0);  // the weight is the group's
        QVERIFY(!limits.wasKilledForMemory()); // those were in another run
        write(drawn.in("memory.events"), "low 0\noom 4\noom_kill 3\n");
        QVERIFY(limits.wasKilledForMemory());
        QCOMPARE(limits.memoryText(), u"killed: memory limit of 512 MiB"_s);
        config.memoryLimit.reset();
        config.cpuWeight = 200;
        QCOMPARE(limits.adjust(config, 0), QStringList());
        QVERIFY(textOf(drawn.in("memory.max")).startsWith("max"));
        QCOMPARE(textOf(drawn.in("cpu.weight")), "200");
    }

    // The kernel's group of a real component: it is in it, and all that is in it ends with it.
    void aRealGroup()
    {
        RealGroups real;
        if (!real.groups.areThere())
            QSKIP(qUtf8Printable(u"no control group of version 2 may be made here: "_s + real.groups.whyNot()));
        GroupWorld world(real.groups);
        world.grouped.applyConfig({shellComponent(u"a"_s, u"while :; do :; done"_s)});
        world.grouped.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        const QString group = real.in(u"component-a"_s);
        QCOMPARE(textOf(group + "/cgroup.procs"_L1), QByteArray::number(*world[u"a"_s].pid) + '\n'); // not its guard
        QProcess stranger; // no descendant of the guard
        stranger.start(u"sleep"_s, {u"1000"_s});
        QVERIFY(stranger.waitForStarted());
        write(group + "/cgroup.procs"_L1, QByteArray::number(stranger.processId()));
        Sampler sampler(world.hub, world.grouped, world.directory.path(), {});
        sampler.applyConfig({});
        sampler.start();
        const auto figures = [&world] { return world.hub.snapshot().figuresOf(world[u"a"_s]); };
        QVERIFY(QTest::qWaitFor([&] {
            world.clock.advance(2s);
            return figures() && readControlGroup(group).cpuTime > 200ms && figures()->cpuPercent > 20.0;
        }));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QTRY_COMPARE(stranger.state(), QProcess::NotRunning);
        // Removed with a run that leaves nobody in it; the stranger may have been too slow.
        QVERIFY(world.submit(StartComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(!QFile::exists(group));
    }

    // The kernel kills, and the component says why; a reload gives it more.
    void aRealLimit()
    {
        RealGroups real;
        if (!real.groups.controllers().contains(u"memory"_s))
            QSKIP("no control group with a memory controller may be made here");
        GroupWorld world(real.groups);
        ComponentConfig config = hungry(u"a"_s);
        config.memoryLimit = Q_INT64_C(64) << 20;
        config.cpuWeight = 50;
        world.grouped.applyConfig({config});
        world.grouped.autostart();
        QTRY_VERIFY_WITH_TIMEOUT(world.is(u"a"_s, State::Error), 60'000);
        QCOMPARE(world[u"a"_s].error, u"killed: memory limit of 64 MiB"_s);
        config.memoryLimit = Q_INT64_C(1) << 30;
        config.restart = RestartPolicy::Never;
        world.grouped.applyConfig({config});
        QVERIFY(world.submit(StartComponent{u"a"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(world.is(u"a"_s, State::Running), 60'000);
        QVERIFY(world[u"a"_s].limits.startsWith(u"memory 1 GiB by cgroup"));
        QVERIFY(!world.grouped.treeOf(u"a"_s).watchedMemory);
        Sampler sampler(world.hub, world.grouped, world.directory.path(), {});
        sampler.applyConfig({});
        sampler.start();
        const auto figures = [&world] { return world.hub.snapshot().figuresOf(world[u"a"_s]); };
        QVERIFY(QTest::qWaitFor([&] {
            world.clock.advance(2s);
            return figures() && figures()->memoryMb > 200.0 && readControlGroup(real.in(u"component-a"_s)).processes;
        }));
        config.memoryLimit = Q_INT64_C(64) << 20; // less than it has: the kernel looks at once
        world.grouped.applyConfig({config});
        QTRY_VERIFY_WITH_TIMEOUT(world.is(u"a"_s, State::Error), 60'000);
        QCOMPARE(world[u"a"_s].error, u"killed: memory limit of 64 MiB"_s);
    }

    // Whatever the last run left there.
    void aGroupIsMadeAnewForEachRun()
    {
        RealGroups real;
        if (!real.groups.areThere())
            QSKIP(qUtf8Printable(u"no control group of version 2 may be made here: "_s + real.groups.whyNot()));
        GroupWorld world(real.groups);
        ComponentConfig config = shellComponent(u"a"_s, u"sleep 0.05"_s);
        config.restart = RestartPolicy::Always;
        config.restartDelay = 10ms;
        world.grouped.applyConfig({config});
        world.grouped.autostart();
        QVERIFY(QTest::qWaitFor([&] {
            world.clock.advance(100ms);
            return world[u"a"_s].restarts >= 3;
        }));
        QVERIFY2(!world.logged(u"a"_s).contains(u"could not be moved"), qUtf8Printable(world.logged(u"a"_s)));
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "tst_resources.moc"
