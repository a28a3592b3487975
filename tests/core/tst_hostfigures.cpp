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
    QVERIFY(readHostCpuTimes()->total > 0);
    QVERIFY(*readMemoryPercent() > 0 && *readMemoryPercent() < 100);
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
    QTest::newRow("version 1") << container << QByteArray("3:memory:/\n1:name=systemd:/\n") << 0.0 << quint64(0)
                               << quint64(0);
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
    QCOMPARE(figures.cpuTime, std::chrono::microseconds(figures.cores ? 2'000'000 : 0));
}

QTEST_GUILESS_MAIN(HostFiguresTest)
#include "tst_hostfigures.moc"
