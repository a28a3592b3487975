// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace signalbox::core {

// What the control group of this process (version 1 or 2) may use and uses, where it or one above it has a limit: a
// container, a systemd slice. Each figure is of the group with the tightest limit.
struct CgroupFigures
{
    std::optional<double> cores;                      // that it may keep busy; nothing: all of the machine
    std::optional<std::chrono::microseconds> cpuTime; // of all its processes; nothing: no limit, or not told
    std::optional<quint64> memoryLimit;               // bytes
    quint64 memoryUsed = 0; // bytes, without file contents that the kernel drops when memory is needed
};

// mount: usually /sys/fs/cgroup. own: the text of /proc/self/cgroup. Without limits all optional members are empty.
CgroupFigures readCgroup(const QString &mount, const QByteArray &own);
CgroupFigures readCgroup();

} // namespace signalbox::core
