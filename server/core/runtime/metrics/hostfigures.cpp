// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/hostfigures.h"

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

HostFigures hostFigures(const CgroupFigures &group, const QByteArray &procStat, const QByteArray &memInfo, double cores)
{
    HostFigures figures;
    figures.cores = std::min(cores, group.cores.value_or(cores));
    if (group.cores && group.cpuTime) {
        using Ticks = std::chrono::duration<double, std::centi>;
        const Ticks passed = std::chrono::steady_clock::now().time_since_epoch();
        figures.times = HostCpuTimes{static_cast<quint64>(Ticks(*group.cpuTime).count()),
                                     static_cast<quint64>(passed.count() * figures.cores)};
    } else {
        figures.times = parseHostCpuTimes(procStat);
    }
    if (double load = 0.0; !group.cores && ::getloadavg(&load, 1) == 1) // the load is the machine's, not the group's
        figures.loadPercent = std::min(100.0, 100.0 * load / cores);

    const quint64 all = valueOf(memInfo, "MemTotal:").value_or(0) * 1024;
    const quint64 limit = group.memoryLimit.value_or(all);
    figures.memoryBytes = std::min(all, limit);
    figures.memoryPercent = parseMemoryPercent(memInfo);
    if (limit > 0 && limit < all)
        figures.memoryPercent =
            std::min(100.0, 100.0 * static_cast<double>(group.memoryUsed) / static_cast<double>(limit));
    return figures;
}

HostFigures readHostFigures()
{
    return hostFigures(readCgroup(), readProcFile(u"/proc/stat"_s), readProcFile(u"/proc/meminfo"_s),
                       std::max(1, QThread::idealThreadCount()));
}

} // namespace signalbox::core
