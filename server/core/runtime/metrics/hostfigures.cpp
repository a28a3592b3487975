// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/hostfigures.h"

#include "server/core/runtime/metrics/cgroup.h"
#include "server/core/runtime/process/procfile.h"

#include <QList>
#include <QThread>

#include <stdlib.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

std::optional<quint64> valueOf(const QByteArray &memInfo, const QByteArray &key)
{
    for (const QByteArray &line : memInfo.split('\n')) {
        if (!line.startsWith(key))
            continue;
        bool valid = false;
        const quint64 value = line.mid(key.size()).simplified().split(' ').value(0).toULongLong(&valid);
        return valid ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

double cpuPercent(const HostCpuTimes &before, const HostCpuTimes &after)
{
    if (after.total <= before.total || after.busy < before.busy)
        return 0;
    const double percent =
        100.0 * static_cast<double>(after.busy - before.busy) / static_cast<double>(after.total - before.total);
    return std::min(percent, 100.0);
}

bool isTooSoon(const HostCpuTimes &before, const HostCpuTimes &after)
{
    constexpr quint64 least = 20; // ticks
    return after.total >= before.total && after.total - before.total < least;
}

std::optional<HostCpuTimes> parseHostCpuTimes(const QByteArray &procStat)
{
    // cpu user nice system idle iowait irq softirq steal guest guest_nice; the last two are part of the first two.
    const QList<QByteArray> fields = procStat.left(procStat.indexOf('\n')).simplified().split(' ');
    if (fields.value(0) != "cpu" || fields.size() < 5)
        return std::nullopt;
    HostCpuTimes times;
    for (qsizetype i = 1; i < std::min<qsizetype>(fields.size(), 9); ++i) {
        bool valid = false;
        const quint64 ticks = fields.at(i).toULongLong(&valid);
        if (!valid)
            return std::nullopt;
        times.total += ticks;
        if (i != 4 && i != 5)
            times.busy += ticks;
    }
    return times;
}

std::optional<double> parseMemoryPercent(const QByteArray &memInfo)
{
    const auto total = valueOf(memInfo, "MemTotal:");
    const auto available = valueOf(memInfo, "MemAvailable:");
    if (!total || !available || *total == 0 || *available > *total)
        return std::nullopt;
    return 100.0 * static_cast<double>(*total - *available) / static_cast<double>(*total);
}

std::optional<HostCpuTimes> readHostCpuTimes()
{
    const CgroupFigures group = readCgroup();
    if (!group.cores)
        return parseHostCpuTimes(readProcFile(u"/proc/stat"_s));
    using Ticks = std::chrono::duration<double, std::centi>;
    const Ticks passed = std::chrono::steady_clock::now().time_since_epoch();
    return HostCpuTimes{static_cast<quint64>(Ticks(group.cpuTime).count()),
                        static_cast<quint64>(passed.count() * *group.cores)};
}

double readLoadPercent()
{
    double load = 0.0;
    if (readCgroup().cores || ::getloadavg(&load, 1) != 1) // the load is the machine's, not the group's
        return 0.0;
    return std::min(100.0, 100.0 * load / coresThere());
}

std::optional<double> readMemoryPercent()
{
    const CgroupFigures group = readCgroup();
    if (const quint64 limit = group.memoryLimit.value_or(0); limit > 0 && limit <= memoryBytesThere())
        return std::min(100.0, 100.0 * static_cast<double>(group.memoryUsed) / static_cast<double>(limit));
    return parseMemoryPercent(readProcFile(u"/proc/meminfo"_s));
}

double coresThere()
{
    const double all = std::max(1, QThread::idealThreadCount());
    return std::min(all, readCgroup().cores.value_or(all));
}

quint64 memoryBytesThere()
{
    const quint64 all = valueOf(readProcFile(u"/proc/meminfo"_s), "MemTotal:").value_or(0) * 1024;
    return std::min(all, readCgroup().memoryLimit.value_or(all));
}

} // namespace signalbox::core
