// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/cgroup.h"

#include "server/core/runtime/process/procfile.h"

#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// One group and those above it, its own first: a limit of each of them counts. A path that is another file system's, as
// inside a container with version 1, names groups that are not there; the last one, the root of the mount, is.
QStringList upwards(const QString &mount, QString path)
{
    QStringList groups;
    while (path.startsWith(u'/')) {
        groups.append(mount + path);
        path.truncate(path.size() > 1 ? std::max<qsizetype>(path.lastIndexOf(u'/'), 1) : 0);
    }
    return groups;
}

void takeMemory(CgroupFigures &figures, std::optional<qint64> limit, std::optional<qint64> used,
                std::optional<qint64> droppable)
{
    if (!limit || *limit < 0 || static_cast<quint64>(*limit) >= figures.memoryLimit.value_or(UINT64_MAX))
        return;
    const auto current = static_cast<quint64>(std::max<qint64>(used.value_or(0), 0));
    figures.memoryLimit = static_cast<quint64>(*limit);
    figures.memoryUsed = current - std::min(current, static_cast<quint64>(droppable.value_or(0)));
}

// period in µs, as quota. Whether this is the tightest limit so far.
bool takeCores(CgroupFigures &figures, double quota, double period)
{
    if (quota <= 0.0 || period <= 0.0 || quota / period >= figures.cores.value_or(HUGE_VAL))
        return false;
    figures.cores = quota / period;
    return true;
}

void readVersion2(CgroupFigures &figures, const QString &group)
{
    takeMemory(figures, numberIn(group + "/memory.max"_L1), numberIn(group + "/memory.current"_L1),
               numberNamed(readProcFile(group + "/memory.stat"_L1), "inactive_file"));
    const QList<QByteArray> words = readProcFile(group + "/cpu.max"_L1).simplified().split(' '); // "max": no number
    if (takeCores(figures, words.value(0).toDouble(), words.value(1).toDouble()))
        figures.cpuTime =
            std::chrono::microseconds(numberNamed(readProcFile(group + "/cpu.stat"_L1), "usage_usec").value_or(0));
}

void readMemoryOfVersion1(CgroupFigures &figures, const QString &group)
{
    constexpr qint64 unlimited = Q_INT64_C(1) << 60; // the kernel says "none" as the largest number of whole pages
    if (const auto limit = numberIn(group + "/memory.limit_in_bytes"_L1); limit && *limit < unlimited)
        takeMemory(figures, limit, numberIn(group + "/memory.usage_in_bytes"_L1),
                   numberNamed(readProcFile(group + "/memory.stat"_L1), "total_inactive_file"));
}

// times: the group of the same path that counts processor time, which may be another controller's.
void readCpuOfVersion1(CgroupFigures &figures, const QString &group, const QString &times)
{
    const auto quota = numberIn(group + "/cpu.cfs_quota_us"_L1); // -1: none
    const auto period = numberIn(group + "/cpu.cfs_period_us"_L1);
    if (!takeCores(figures, static_cast<double>(quota.value_or(-1)), static_cast<double>(period.value_or(0))))
        return;
    figures.cpuTime.reset();
    if (const auto used = numberIn(times + "/cpuacct.usage"_L1))
        figures.cpuTime = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds(*used));
}

} // namespace

CgroupFigures readCgroup(const QString &mount, const QByteArray &own)
{
    CgroupFigures figures;
    for (const QByteArray &line : own.split('\n')) { // number:controllers:path
        const qsizetype first = line.indexOf(':');
        const qsizetype second = line.indexOf(':', first + 1);
        if (first < 0 || second < 0)
            continue;
        const QString names = QString::fromUtf8(line.mid(first + 1, second - first - 1));
        const QString path = QString::fromUtf8(line.mid(second + 1));
        const QStringList controllers = names.split(u',');
        // Controllers that are mounted together have a folder of that name, and mostly links with the names of each.
        const QString root = mount % u'/' % names;
        if (names.isEmpty()) {
            for (const QString &group : upwards(mount, path))
                readVersion2(figures, group);
        } else if (controllers.contains("memory"_L1)) {
            for (const QString &group : upwards(root, path))
                readMemoryOfVersion1(figures, group);
        } else if (controllers.contains("cpu"_L1)) {
            const QString times = controllers.contains("cpuacct"_L1) ? root : mount + "/cpuacct"_L1;
            const QStringList counting = upwards(times, path);
            const QStringList groups = upwards(root, path);
            for (qsizetype at = 0; at < groups.size(); ++at)
                readCpuOfVersion1(figures, groups[at], counting[at]);
        }
    }
    return figures;
}

CgroupFigures readCgroup()
{
    return readCgroup(u"/sys/fs/cgroup"_s, readProcFile(u"/proc/self/cgroup"_s));
}

} // namespace signalbox::core
