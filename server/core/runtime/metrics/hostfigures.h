// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace signalbox::core {

// Ticks of all cores together since the machine was switched on.
struct HostCpuTimes
{
    quint64 busy = 0;
    quint64 total = 0;
};

// 0–100 of all cores between two readings; 0 when no time passed or the counters went back.
double cpuPercent(const HostCpuTimes &before, const HostCpuTimes &after);
// The counters go by hundredths of a second: what is measured over a few of them is nearly all or nothing.
bool isTooSoon(const HostCpuTimes &before, const HostCpuTimes &after);

// Of the text of /proc/stat and /proc/meminfo; nothing for any other text.
std::optional<HostCpuTimes> parseHostCpuTimes(const QByteArray &procStat);
// 0–100: what no program could get without swapping (MemAvailable, not MemFree).
std::optional<double> parseMemoryPercent(const QByteArray &memInfo);

std::optional<HostCpuTimes> readHostCpuTimes();
// 0–100: how many of the cores had something to do over the last minute. For who has measured nothing yet.
double readLoadPercent();
std::optional<double> readMemoryPercent();

} // namespace signalbox::core
