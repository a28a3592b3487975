// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/cgroup.h"
#include "server/core/runtime/metrics/hostfigures.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::core;

class HostFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCpuTimes();
    void computesPercent_data();
    void computesPercent();
    void readsMemory_data();
    void readsMemory();
    void readsThisHost();
    void readsControlGroups_data();
    void readsControlGroups();
    void aGroupIsTheMachine_data();
    void aGroupIsTheMachine();
};

void HostFiguresTest::readsCpuTimes()
{
    const auto times = parseHostCpuTimes("cpu  100 20 30 400 50 6 7 8 90 9\ncpu0 1 1 1 1 1 1 1 1 1 1\nintr 5\n");
    QVERIFY(times);
    QCOMPARE(times->busy, 171u);  // guest time is in user already
    QCOMPARE(times->total, 621u); // idle and waiting for disks are not busy
    QVERIFY(!parseHostCpuTimes(""));
    QVERIFY(!parseHostCpuTimes("cpu0 1 2 3 4\n"));
    QVERIFY(!parseHostCpuTimes("cpu 1 2 x 4\n"));
    QVERIFY(!parseHostCpuTimes("cpu 1 2\n"));
}

void HostFiguresTest::computesPercent_data()
{
    QTest::addColumn<quint64>("busy");
    QTest::addColumn<quint64>("total");
    QTest::addColumn<double>("percent");
    QTest::newRow("half") << quint64(150) << quint64(300) << 50.0;
    QTest::newRow("idle") << quint64(100) << quint64(300) << 0.0;
    QTest::newRow("all") << quint64(200) << quint64(300) << 100.0;
    QTest::newRow("no time passed") << quint64(100) << quint64(200) << 0.0;
    QTest::newRow("went back") << quint64(90) << quint64(300) << 0.0;
}

void HostFiguresTest::computesPercent()
{
    QFETCH(quint64, busy);
    QFETCH(quint64, total);
    QTEST(cpuPercent({100, 200}, {busy, total}), "percent");
    // Fewer than 20 ticks are too few for a percentage; counters that went back begin anew.
    QCOMPARE(isTooSoon({100, 200}, {busy, total}), total >= 200 && total < 220);
}

void HostFiguresTest::readsMemory_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("percent"); // -1: no figure
    QTest::newRow("usual") << QByteArray("MemTotal:       8000 kB\nMemFree: 100 kB\nMemAvailable:   6000 kB\n") << 25.0;
    QTest::newRow("empty") << QByteArray() << -1.0;
    QTest::newRow("no available") << QByteArray("MemTotal: 8000 kB\nMemFree: 100 kB\n") << -1.0;
    QTest::newRow("zero total") << QByteArray("MemTotal: 0 kB\nMemAvailable: 0 kB\n") << -1.0;
    QTest::newRow("nonsense") << QByteArray("MemTotal: x kB\nMemAvailable: 5 kB\n") << -1.0;
}

void HostFiguresTest::readsMemory()
{
    QFETCH(QByteArray, text);
    QTEST(parseMemoryPercent(text).value_or(-1.0), "percent");
}

void HostFiguresTest::readsThisHost()
{
    const HostFigures figures = readHostFigures();
    QVERIFY(figures.times->total > 0);
    QVERIFY(*figures.memoryPercent > 0 && *figures.memoryPercent < 100);
    QVERIFY(figures.cores > 0 && figures.memoryBytes > 0);
}

void HostFiguresTest::readsControlGroups_data()
{
    QTest::addColumn<QStringList>("files"); // path and text in turn
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<double>("cores"); // 0: no limit
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<quint64>("used");
    const QStringList container{u"memory.max"_s,     u"1000000\n"_s,
                                u"memory.current"_s, u"700000\n"_s,
                                u"memory.stat"_s,    u"anon 5\ninactive_file 300000\n"_s,
                                u"cpu.max"_s,        u"150000 100000\n"_s,
                                u"cpu.stat"_s,       u"usage_usec 2000000\nuser_usec 1\n"_s};
    QStringList slice;
    for (qsizetype at = 0; at < container.size(); at += 2)
        slice << "a.slice/"_L1 + container[at] << container[at + 1];
    const QStringList inner{u"a.slice/b.service/memory.max"_s, u"max\n"_s, u"a.slice/b.service/cpu.max"_s,
                            u"max 100000\n"_s};
    QTest::newRow("a container") << container << QByteArray("0::/\n") << 1.5 << quint64(1000000) << quint64(400000);
    QTest::newRow("a group above") << slice + inner << QByteArray("0::/a.slice/b.service\n") << 1.5 << quint64(1000000)
                                   << quint64(400000);
    QTest::newRow("no limit") << inner << QByteArray("0::/a.slice/b.service\n") << 0.0 << quint64(0) << quint64(0);
    const auto below = [](const QString &folder, const QStringList &list) {
        QStringList moved;
        for (qsizetype at = 0; at < list.size(); at += 2)
            moved << folder + list[at] << list[at + 1];
        return moved;
    };
    const QStringList memory1{u"memory.limit_in_bytes"_s, u"1000000\n"_s,
                              u"memory.usage_in_bytes"_s, u"700000\n"_s,
                              u"memory.stat"_s,           u"inactive_file 5\ntotal_inactive_file 300000\n"_s};
    const QStringList cpu1{u"cpu.cfs_quota_us"_s, u"150000\n"_s, u"cpu.cfs_period_us"_s, u"100000\n"_s};
    const QStringList times1{u"cpuacct.usage"_s, u"2000000000\n"_s};
    const QStringList unlimited{u"memory/memory.limit_in_bytes"_s, u"9223372036854771712\n"_s,
                                u"memory/memory.usage_in_bytes"_s, u"800000\n"_s,
                                u"cpu/cpu.cfs_quota_us"_s,         u"-1\n"_s,
                                u"cpu/cpu.cfs_period_us"_s,        u"100000\n"_s,
                                u"cpuacct/cpuacct.usage"_s,        u"9000000000\n"_s};
    const QByteArray docker =
        "9:name=systemd:/docker/ab\n4:memory:/docker/ab\n2:cpuacct:/docker/ab\n1:cpu:/docker/ab\n0::/\n";
    // Inside, the mounts begin with the container's own group, and the path in /proc/self/cgroup is of outside.
    QTest::newRow("version 1, inside") << below(u"memory/"_s, memory1) + below(u"cpu/"_s, cpu1)
                                              + below(u"cpuacct/"_s, times1)
                                       << docker << 1.5 << quint64(1000000) << quint64(400000);
    QTest::newRow("version 1, as outside")
        << unlimited + below(u"memory/docker/ab/"_s, memory1) + below(u"cpu/docker/ab/"_s, cpu1)
               + below(u"cpuacct/docker/ab/"_s, times1)
        << docker << 1.5 << quint64(1000000) << quint64(400000);
    QTest::newRow("version 1, a group above")
        << unlimited + below(u"memory/docker/"_s, memory1) + below(u"cpu/docker/"_s, cpu1)
               + below(u"cpuacct/docker/"_s, times1)
        << docker << 1.5 << quint64(1000000) << quint64(400000);
    QTest::newRow("version 1, controllers together")
        << below(u"cpu,cpuacct/a/"_s, cpu1 + times1) << QByteArray("3:cpu,cpuacct:/a\n") << 1.5 << quint64(0)
        << quint64(0);
    QTest::newRow("version 1, no limit") << unlimited << docker << 0.0 << quint64(0) << quint64(0);
    QTest::newRow("limits of version 2 that version 1 does not obey")
        << container << QByteArray("3:memory:/\n1:name=systemd:/\n") << 0.0 << quint64(0) << quint64(0);
    QTest::newRow("nothing") << QStringList() << QByteArray() << 0.0 << quint64(0) << quint64(0);
}

void HostFiguresTest::readsControlGroups()
{
    QFETCH(QStringList, files);
    QFETCH(QByteArray, own);
    const QTemporaryDir mount;
    for (qsizetype at = 0; at < files.size(); at += 2) {
        const QString path = mount.filePath(files[at]);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(files[at + 1].toUtf8());
    }
    const CgroupFigures figures = readCgroup(mount.path(), own);
    QTEST(figures.cores.value_or(0.0), "cores");
    QTEST(figures.memoryLimit.value_or(0), "limit");
    QTEST(figures.memoryUsed, "used");
    QCOMPARE(figures.cpuTime.has_value(), figures.cores.has_value());
    QCOMPARE(figures.cpuTime.value_or(std::chrono::seconds(2)), std::chrono::seconds(2));
}

void HostFiguresTest::aGroupIsTheMachine_data()
{
    QTest::addColumn<double>("groupCores"); // 0: no limit
    QTest::addColumn<bool>("isTimeTold");
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<double>("cores");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<double>("percent"); // of the memory
    QTest::addColumn<bool>("isMachineTime");
    QTest::newRow("no limits") << 0.0 << false << quint64(0) << 2.0 << quint64(1'000'000 * 1024) << 50.0 << true;
    QTest::newRow("limits") << 0.5 << true << quint64(1'000'000) << 0.5 << quint64(1'000'000) << 25.0 << false;
    QTest::newRow("more than there is") << 8.0 << true << quint64(1) << 2.0 << quint64(1) << 100.0 << false;
    QTest::newRow("more memory than there is")
        << 0.0 << false << quint64(5'000'000'000) << 2.0 << quint64(1'000'000 * 1024) << 50.0 << true;
    QTest::newRow("time is not told") << 0.5 << false << quint64(0) << 0.5 << quint64(1'000'000 * 1024) << 50.0 << true;
}

void HostFiguresTest::aGroupIsTheMachine()
{
    QFETCH(double, groupCores);
    QFETCH(bool, isTimeTold);
    QFETCH(quint64, limit);
    CgroupFigures group;
    if (groupCores > 0.0)
        group.cores = groupCores;
    if (isTimeTold)
        group.cpuTime = std::chrono::seconds(1);
    if (limit > 0)
        group.memoryLimit = limit;
    group.memoryUsed = 250'000;
    const HostFigures figures =
        hostFigures(group, "cpu 100 0 0 400\n", "MemTotal: 1000000 kB\nMemAvailable: 500000 kB\n", 2.0);
    QTEST(figures.cores, "cores");
    QTEST(figures.memoryBytes, "bytes");
    QTEST(figures.memoryPercent.value_or(-1.0), "percent");
    QTEST(figures.times->total == 500, "isMachineTime");
    if (isTimeTold) {
        QCOMPARE(figures.times->busy, 100u);
        const auto passed = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
        QVERIFY(static_cast<double>(figures.times->total) <= passed * 100.0 * figures.cores);
        QVERIFY(static_cast<double>(figures.times->total) > (passed - 60.0) * 100.0 * figures.cores - 1.0);
    }
}

QTEST_GUILESS_MAIN(HostFiguresTest)
#include "tst_hostfigures.moc"
