// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace signalbox::core {

// Kernel clock ticks of all cores together since the machine was switched on. Where this process is in a control group
// with limits, as in a container, these are the machine: the functions that read then read the group's figures.
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

// Total of a control group: the time that has passed, times the cores it may use.
std::optional<HostCpuTimes> readHostCpuTimes();
// 0–100: the load average of the last minute in percent of the cores. For a first sample, without a reading before.
double readLoadPercent();
std::optional<double> readMemoryPercent();
double coresThere();        // that may be kept busy at once
quint64 memoryBytesThere(); // 0: not known

} // namespace signalbox::core
