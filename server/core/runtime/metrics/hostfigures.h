// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/metrics/cgroup.h"

#include <QByteArray>

#include <optional>

namespace signalbox::core {

// Kernel clock ticks of all cores together since the machine was switched on. Of a control group total is the time that
// has passed, times the cores it may use.
struct HostCpuTimes
{
    quint64 busy = 0;
    quint64 total = 0;
};

// 0–100: use of all cores between two readings; 0 when no time passed or the counters went back.
double cpuPercent(const HostCpuTimes &before, const HostCpuTimes &after);
// Whether too few clock ticks (of 10 ms) lie between two readings: over a few, the percentage is nearly 0 or 100.
bool isTooSoon(const HostCpuTimes &before, const HostCpuTimes &after);

// These two read the text of /proc/stat and of /proc/meminfo; nothing for any other text.
std::optional<HostCpuTimes> parseHostCpuTimes(const QByteArray &procStat);
// 0–100: the memory that is not available to programs without swapping (MemAvailable, not MemFree).
std::optional<double> parseMemoryPercent(const QByteArray &memInfo);

// What there is and how much of it is used. Where this process is in a control group with limits, as in a container,
// that group is the machine.
struct HostFigures
{
    std::optional<HostCpuTimes> times;
    double loadPercent = 0.0; // the load average of the last minute in percent of the cores; 0 in a group with limits
    std::optional<double> memoryPercent; // 0-100
    double cores = 1.0;                  // that may be kept busy at once
    quint64 memoryBytes = 0;             // 0: not known
};
HostFigures readHostFigures();
// group: the limits. The other texts: of /proc/stat and /proc/meminfo. cores: of the machine.
HostFigures hostFigures(const CgroupFigures &group, const QByteArray &procStat, const QByteArray &memInfo,
                        double cores);

} // namespace signalbox::core
