// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/processtree.h"
#include "tests/core/processes.h"

#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

// A line of /proc/<pid>/stat (proc(5)): the numbers of a real one, with name, pid and parent exchanged.
std::string statLine(const std::string &name)
{
    return "4321 (" + name
           + ") S 77 4300 4200 34816 4321 4194304 109 5 0 0 11 12 13 14 20 0 1 0 8850 2633728 345 "
             "18446744073709551615 94 94 14 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 94 94 94 14 14 14 14 0\n";
}

QList<int> processesBelow(int parent)
{
    QList<int> found;
    for (const ProcStat &process : readAllProcStats()) {
        if (process.parent == parent)
            found.append(process.pid);
    }
    return found;
}

} // namespace

using Ticks = QList<std::pair<qint64, quint64>>; // of TreeFigures

class ProcessTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStatLines_data();
    void readsStatLines();
    void refusesOtherText_data();
    void refusesOtherText();
    void sumsTrees();
    void timeBetweenReadings_data();
    void timeBetweenReadings();
    void memoryBetweenReadings_data();
    void memoryBetweenReadings();
    void sharedMemoryCountsOnce();
    void survivesCircles();
    void seesARealTree();
    void belowByBothWays_data();
    void belowByBothWays();
    void countsShortLivedChildren();
    void rereadsOnlyWhatRan();
    void seesNewParents_data();
    void seesNewParents();
    void seesWhatRan();
    void tellsNoOtherProcess();

private:
    ProcTable m_processes;
};

void ProcessTreeTest::readsStatLines_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"bash", "", "a b", "a) b (c ) S 1", "))) R 1 1 1", "new\nline", "(sd-pam)", "\xff\xfe"})
        QTest::newRow(QByteArray(name).toPercentEncoding().constData()) << QByteArray(name);
}

void ProcessTreeTest::readsStatLines()
{
    QFETCH(QByteArray, name);
    const auto stat = parseProcStat(statLine(name.toStdString()));
    QVERIFY(stat);
    QCOMPARE(stat->pid, 4321);
    QCOMPARE(stat->state, 'S');
    QCOMPARE(stat->parent, 77);
    QCOMPARE(stat->processGroup, 4300);
    QCOMPARE(stat->session, 4200);
    QCOMPARE(stat->userTicks, 11u);
    QCOMPARE(stat->systemTicks, 12u);
    QCOMPARE(stat->reapedUserTicks, 13u);
    QCOMPARE(stat->reapedSystemTicks, 14u);
    QCOMPARE(stat->startTicks, 8850u);
    QCOMPARE(stat->residentPages, 345u);
}

void ProcessTreeTest::refusesOtherText_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray line = QByteArray::fromStdString(statLine("x"));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("cpu 1 2 3");
    QTest::newRow("no name") << QByteArray("12 S 1 1 1");
    QTest::newRow("ends after name") << QByteArray("12 (x)");
    QTest::newRow("ends after state") << QByteArray("12 (x) S");
    QTest::newRow("cut") << line.left(line.indexOf(" 345"));
    QTest::newRow("negative pid") << QByteArray(line).replace("4321 (", "-4 (");
    QTest::newRow("letters for numbers") << QByteArray(line).replace(" 13 ", " x ");
}

void ProcessTreeTest::refusesOtherText()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseProcStat(text.toStdString()));
}

void ProcessTreeTest::sumsTrees()
{
    const auto process = [](int pid, int parent, quint64 ticks, quint64 reaped, quint64 pages, char state = 'S') {
        ProcStat stat;
        stat.pid = pid;
        stat.parent = parent;
        stat.state = state;
        stat.userTicks = ticks;
        stat.reapedSystemTicks = reaped;
        stat.residentPages = pages;
        return stat;
    };
    const std::vector<ProcStat> all{
        process(1, 0, 9999, 9999, 9999), process(10, 1, 500, 7, 100), // 10 is a guard: only reaped time counts
        process(11, 10, 20, 3, 10),      process(12, 11, 30, 0, 20),  process(13, 10, 40, 0, 0, 'Z'), // 13: not reaped
        process(20, 1, 500, 0, 100),     process(21, 20, 1, 0, 1),    process(30, 1, 77, 77, 77),
    };
    const auto trees = processTrees({10, 20, 99}, all, 4096);
    QCOMPARE(trees.size(), 2);
    QCOMPARE(trees.value(10).descendants, (QList<qint64>{11, 12}));
    QCOMPARE(trees.value(10).ticks, (Ticks{{11, 20}, {12, 30}, {13, 40}}));
    QCOMPARE(trees.value(10).reapedTicks, quint64(10));
    QCOMPARE(trees.value(10).residentBytes, 30 * 4096);
    QCOMPARE(trees.value(10).largestBytes, 20 * 4096);
    QCOMPARE(trees.value(20).descendants, QList<qint64>{21});
    QCOMPARE(trees.value(20).ticks, (Ticks{{21, 1}}));
}

void ProcessTreeTest::timeBetweenReadings_data()
{
    QTest::addColumn<TreeFigures>("before");
    QTest::addColumn<TreeFigures>("now");
    QTest::addColumn<int>("ticks");
    const auto tree = [](const Ticks &ticks, quint64 reaped) {
        TreeFigures figures;
        figures.ticks = ticks;
        figures.reapedTicks = reaped;
        return figures;
    };
    QTest::newRow("nothing") << tree({}, 0) << tree({}, 0) << 0;
    QTest::newRow("one works") << tree({{1, 10}}, 0) << tree({{1, 25}}, 0) << 15;
    QTest::newRow("one more has come") << tree({{1, 10}}, 0) << tree({{1, 10}, {2, 7}}, 0) << 7;
    QTest::newRow("one has come and gone") << tree({{1, 10}}, 3) << tree({{1, 10}}, 8) << 5;
    QTest::newRow("one ended and was waited for") << tree({{1, 10}, {2, 40}}, 0) << tree({{1, 10}}, 45) << 5;
    QTest::newRow("one ended, its time forgotten") << tree({{1, 10}, {2, 120}}, 0) << tree({{1, 12}}, 0) << 2;
    QTest::newRow("its children's time, too") << tree({{1, 10}, {2, 120}}, 50) << tree({{1, 12}}, 0) << 2;
    QTest::newRow("one ended, one began") << tree({{2, 40}, {5, 10}}, 0) << tree({{5, 13}, {9, 4}}, 41) << 8;
    QTest::newRow("a pid used again") << tree({{1, 10}, {2, 120}}, 0) << tree({{1, 10}, {2, 3}}, 0) << 0;
}

// Never less than nothing: a parent that ignores SIGCHLD makes the kernel forget the time of its children.
void ProcessTreeTest::timeBetweenReadings()
{
    QFETCH(TreeFigures, before);
    QFETCH(TreeFigures, now);
    QFETCH(int, ticks);
    QCOMPARE(cpuTimeBetween(before, now, 100), std::chrono::milliseconds(10 * ticks));
}

void ProcessTreeTest::memoryBetweenReadings_data()
{
    QTest::addColumn<MemoryReading>("reading");
    QTest::addColumn<qsizetype>("processes");
    QTest::addColumn<qint64>("resident");
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("as it was") << MemoryReading{110, 220, 2} << qsizetype(2) << qint64(220) << qint64(110)
                               << qint64(110);
    QTest::newRow("all grew") << MemoryReading{110, 220, 2} << qsizetype(2) << qint64(440) << qint64(220)
                              << qint64(220);
    // Read while it forked: the first process still small, the second as large as it became.
    QTest::newRow("more processes") << MemoryReading{113, 122, 2} << qsizetype(6) << qint64(660) << qint64(113)
                                    << qint64(113);
    QTest::newRow("one is larger than all were")
        << MemoryReading{50, 60, 2} << qsizetype(3) << qint64(300) << qint64(200) << qint64(200);
    QTest::newRow("fewer") << MemoryReading{600, 900, 9} << qsizetype(2) << qint64(200) << qint64(110) << qint64(200);
    QTest::newRow("never more than the sum")
        << MemoryReading{300, 200, 2} << qsizetype(2) << qint64(200) << qint64(110) << qint64(200);
    QTest::newRow("nothing was resident")
        << MemoryReading{0, 0, 2} << qsizetype(2) << qint64(20) << qint64(11) << qint64(11);
}

void ProcessTreeTest::memoryBetweenReadings()
{
    QFETCH(MemoryReading, reading);
    QFETCH(qsizetype, processes);
    QFETCH(qint64, resident);
    QFETCH(qint64, largest);
    TreeFigures now;
    now.descendants = QList<qint64>(processes, 1);
    now.residentBytes = resident;
    now.largestBytes = largest;
    QTEST(memorySince(reading, now), "expected");
}

// Five forks of a process with 64 MiB are not 384 MiB.
void ProcessTreeTest::sharedMemoryCountsOnce()
{
    Run run(specFor(u"python3"_s, {u"-c"_s, u"import os\n"
                                            "from time import sleep\n"
                                            "memory = bytearray(b'x') * (64 << 20)\n"
                                            "for _ in range(5):\n"
                                            "    if os.fork() == 0:\n"
                                            "        sleep(1000)\n"
                                            "if os.fork() == 0:\n"
                                            "    os._exit(0)\n"
                                            "os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)\n" // stays a zombie
                                            "print('ready', flush=True)\n"
                                            "sleep(1000)\n"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const qint64 guard = run.process.guardPid();
    const TreeFigures figures = readProcessTrees({guard}, m_processes).value(guard);
    QCOMPARE(figures.descendants.size(), 6);
    constexpr qint64 buffer = 64 << 20;
    QVERIFY(figures.residentBytes > 6 * buffer);
    const std::optional<qint64> bytes = proportionalBytes(figures.descendants);
    QVERIFY(bytes);
    QVERIFY2(*bytes > buffer && *bytes < buffer + (64 << 20), qPrintable(QString::number(*bytes)));
    QVERIFY(figures.largestBytes > buffer && figures.largestBytes < 2 * buffer);
    QCOMPARE(proportionalBytes({}), std::optional<qint64>(0));
    // One that ended since the tree was read does not make the others unreadable, waited for or not.
    QList<qint64> ended;
    for (const ProcStat &process : readAllProcStats()) {
        if (process.parent == run.process.pid() && process.state == 'Z')
            ended.append(process.pid);
    }
    QCOMPARE(ended.size(), 1);
    QCOMPARE(proportionalBytes(ended), std::optional<qint64>(0));
    run.process.kill();
    QTRY_VERIFY(run.exit);
    QCOMPARE(proportionalBytes(figures.descendants), std::optional<qint64>(0));
}

// A pid that is reused during one pass over /proc can make a process its own grandparent.
void ProcessTreeTest::survivesCircles()
{
    std::vector<ProcStat> all(3);
    all[0].pid = 10, all[0].parent = 12;
    all[1].pid = 11, all[1].parent = 10;
    all[2].pid = 12, all[2].parent = 11;
    QVERIFY(descendantsOf(10, all).size() <= 3);
    const auto trees = processTrees({10}, all, 4096);
    QCOMPARE(trees.size(), 1);
    QCOMPARE(trees.value(10).descendants, (QList<qint64>{11, 12}));
}

void ProcessTreeTest::seesARealTree()
{
    Run run(specFor(testMisbehave(), {u"forks-twenty-sessions"_s}));
    QTRY_COMPARE(run.output, "ready\n");
    const qint64 guard = run.process.guardPid();
    TreeFigures figures = readProcessTrees({guard}, m_processes).value(guard);
    QCOMPARE(figures.descendants.size(), 21);
    QVERIFY(figures.descendants.contains(run.process.pid()));
    QVERIFY(figures.residentBytes > 21 * 4096);
    QVERIFY(readProcessTrees({}, m_processes).isEmpty());
}

void ProcessTreeTest::belowByBothWays_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << u"echo ready; exec sleep 1000"_s << 1;
    QTest::newRow("a tree") << u"(sleep 1000 & exec sleep 1000) & sleep 1000 & echo ready; wait"_s << 4;
    QTest::newRow("an orphan") << u"(setsid sleep 1000 & echo ready); exec sleep 1000"_s << 2;
    QTest::newRow("of a thread") << u"exec python3 -c \"import subprocess, threading\n"
                                    "begun = threading.Event()\n"
                                    "def run():\n"
                                    "    child = subprocess.Popen(['sleep', '1000'])\n"
                                    "    begun.set()\n"
                                    "    child.wait()\n"
                                    "threading.Thread(target=run).start()\n"
                                    "begun.wait()\n"
                                    "print('ready', flush=True)\""_s
                                 << 2;
    QTest::newRow("many") << u"for i in $(seq 20); do sleep 1000 & done; echo ready; wait"_s << 21;
}

// By the kernel's lists of children, where there are few, and by a pass over all processes.
void ProcessTreeTest::belowByBothWays()
{
    QFETCH(QString, script);
    QFETCH(int, count);
    Run run(shell(script));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const int guard = static_cast<int>(run.process.guardPid());
    const auto pids = [](const std::vector<ProcStat> &processes) {
        QList<int> found;
        for (const ProcStat &process : processes)
            found.append(process.pid);
        std::sort(found.begin(), found.end());
        return found;
    };
    QTRY_COMPARE(readAllProcessesBelow(guard).size(), std::size_t(count));
    QCOMPARE(pids(readProcessesBelow(guard)), pids(readAllProcessesBelow(guard)));
}

void ProcessTreeTest::countsShortLivedChildren()
{
    // The CPU time is used by a child that is gone, and by an orphan that only the guard can have reaped.
    Run run(shell(u"head -c 200M /dev/zero | md5sum >/dev/null; (head -c 200M /dev/zero | md5sum >/dev/null &) ; "
                  "echo ready; sleep 1000"_s));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const qint64 guard = run.process.guardPid();
    const TreeFigures first = readProcessTrees({guard}, m_processes).value(guard);
    QVERIFY(cpuTimeBetween({}, first).count() >= 50);
    QTRY_COMPARE_WITH_TIMEOUT(readProcessTrees({guard}, m_processes).value(guard).descendants.size(), 2, 20'000);
    const auto spent = cpuTimeBetween(first, readProcessTrees({guard}, m_processes).value(guard));
    QVERIFY2(spent.count() >= 50, qPrintable(QString::number(spent.count())));
}

// Of three hundred that sleep, only the clocks are read: measured on the processor, so that a busy machine does not matter.
void ProcessTreeTest::rereadsOnlyWhatRan()
{
    Run run(shell(u"for i in $(seq 300); do sleep 1000 & done; echo ready; wait"_s));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const qint64 guard = run.process.guardPid();
    QTRY_COMPARE_WITH_TIMEOUT(readProcessTrees({guard}, m_processes).value(guard).descendants.size(), 301, 20'000);
    constexpr unsigned rounds = 4 * ProcTable::refreshEvery;
    double before = threadMilliseconds();
    for (unsigned i = 0; i < rounds; ++i)
        (void)m_processes.look();
    const double looking = threadMilliseconds() - before;
    before = threadMilliseconds();
    for (unsigned i = 0; i < rounds; ++i)
        (void)readAllProcStats();
    const double reading = threadMilliseconds() - before;
    QVERIFY2(looking < reading / 2, qPrintable(u"%1 ms against %2 ms"_s.arg(looking).arg(reading)));
}

void ProcessTreeTest::seesNewParents_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("waited for") << u"(sleep 1001 & echo ready; exec sleep 1002) & wait; sleep 1003"_s;
    QTest::newRow("a zombie") << u"exec python3 -c \"import signal, subprocess\n"
                                 "subprocess.Popen(['sh', '-c', 'sleep 1001 & echo ready; exec sleep 1002'])\n"
                                 "signal.pause()\""_s;
}

// The parent of one that sleeps ends.
void ProcessTreeTest::seesNewParents()
{
    QFETCH(QString, script);
    Run run(shell(script));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const qint64 guard = run.process.guardPid();
    const auto parentOf = [this](int pid) {
        const std::vector<ProcStat> &all = m_processes.look();
        const auto found = std::ranges::find(all, pid, &ProcStat::pid);
        return found == all.end() ? -1 : found->parent;
    };
    QTRY_COMPARE(readProcessTrees({guard}, m_processes).value(guard).descendants.size(), 3);
    const QList<int> middle = processesBelow(static_cast<int>(run.process.pid()));
    QCOMPARE(middle.size(), 1);
    const QList<int> sleeping = processesBelow(middle.constFirst());
    QCOMPARE(sleeping.size(), 1);
    QCOMPARE(parentOf(sleeping.constFirst()), middle.constFirst());
    QCOMPARE(::kill(middle.constFirst(), SIGKILL), 0);
    QTRY_COMPARE(readProcStat(sleeping.constFirst())->parent, int(guard));
    QCOMPARE(parentOf(sleeping.constFirst()), int(guard));
    QVERIFY(readProcessTrees({guard}, m_processes).value(guard).descendants.contains(sleeping.constFirst()));
}

// Memory, time, threads and the end of one that slept through many looks.
void ProcessTreeTest::seesWhatRan()
{
    Run run(specFor(u"python3"_s, {u"-c"_s, u"import sys, threading, time\n"
                                            "print('ready', flush=True)\n"
                                            "sys.stdin.readline()\n"
                                            "memory = bytearray(b'x') * (64 << 20)\n"
                                            "threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n"
                                            "until = time.process_time() + 0.2\n"
                                            "while time.process_time() < until: pass\n"
                                            "print('done', flush=True)\n"
                                            "sys.stdin.readline()\n"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\n", 20'000);
    const qint64 guard = run.process.guardPid();
    TreeFigures first;
    for (unsigned i = 0; i < 2 * ProcTable::refreshEvery; ++i)
        first = readProcessTrees({guard}, m_processes).value(guard);
    QCOMPARE(first.threads, 1);
    QVERIFY(run.process.write("\n"));
    QTRY_COMPARE_WITH_TIMEOUT(run.output, "ready\ndone\n", 20'000);
    const TreeFigures now = readProcessTrees({guard}, m_processes).value(guard);
    QCOMPARE(now.threads, 2);
    QVERIFY(now.residentBytes > first.residentBytes + (60 << 20));
    QVERIFY(cpuTimeBetween(first, now).count() >= 150);
    QVERIFY(run.process.write("\n"));
    QTRY_VERIFY(run.exit);
    QVERIFY(readProcessTrees({guard}, m_processes).value(guard).descendants.isEmpty());
}

// That has the number of the one that was read.
void ProcessTreeTest::tellsNoOtherProcess()
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::pause();
        ::_exit(0);
    }
    ProcStat process = readProcStat(child).value_or(ProcStat{});
    QCOMPARE(process.pid, int(child));
    ++process.startTicks;
    QVERIFY(!signalProcess(process, SIGKILL));
    QCOMPARE(errno, ESRCH);
    QCOMPARE(::kill(child, 0), 0);
    QVERIFY(readProcStat(child)->state != 'Z');
    --process.startTicks;
    QVERIFY(signalProcess(process, SIGKILL));
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(!signalProcess(process, SIGKILL));
}

QTEST_GUILESS_MAIN(ProcessTreeTest)
#include "tst_processtree.moc"
