// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/procstat.h"

#include <QHash>
#include <QList>

#include <chrono>

namespace signalbox::core {

// What the descendants of one process use.
struct TreeFigures
{
    QList<qint64> descendants; // alive, without the root
    // Of all that ever ran below the root, ended ones included; grows only. Steps of 10 ms (kernel ticks).
    std::chrono::milliseconds cpuTime{0};
    qint64 residentBytes = 0; // sum of resident sets: memory shared by two of them counts twice
};

// One pass over /proc whatever the number of roots (guard pids); a root that is gone is left out.
QHash<qint64, TreeFigures> readProcessTrees(const QList<qint64> &roots);

// The same, for processes that were read already.
QHash<qint64, TreeFigures> processTrees(const QList<qint64> &roots, const std::vector<ProcStat> &all,
                                        qint64 ticksPerSecond, qint64 pageBytes);

} // namespace signalbox::core
