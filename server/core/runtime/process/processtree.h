// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/proctable.h"

#include <QHash>
#include <QList>

#include <chrono>

namespace signalbox::core {

// What the descendants of one process use.
struct TreeFigures
{
    QList<qint64> descendants; // alive, without the root
    // Processor time in kernel ticks of 10 ms: with its pid of each that is there, in the order of pids, and of those that
    // ended and were waited for. No hash: most trees have one process, and there may be thousands of trees.
    QList<std::pair<qint64, quint64>> ticks;
    quint64 reapedTicks = 0;
    qint64 residentBytes = 0; // sum of resident sets: memory shared by two of them counts twice
    qint64 largestBytes = 0;  // resident set of the largest
    int threads = 0;
    qint64 clock = 0; // ns that the root and all these have run: the same, and none did anything since; 0: not known
};

// What the same tree used between two readings. Never less than nothing: of a child whose parent ignores SIGCHLD the
// kernel forgets the time.
std::chrono::milliseconds cpuTimeBetween(const TreeFigures &before, const TreeFigures &now, qint64 ticksPerSecond);
std::chrono::milliseconds cpuTimeBetween(const TreeFigures &before, const TreeFigures &now);

// Memory of processes with every shared page counted once, divided among those that share it (PSS). Takes a millisecond
// for some hundred megabytes. Nothing if one of them cannot be read; one that has ended counts 0.
std::optional<qint64> proportionalBytes(const QList<qint64> &pids);

// Memory of a tree as it was last read.
struct MemoryReading
{
    std::optional<qint64> bytes; // shared memory counted once; nothing: it may not be read
    qint64 residentBytes = 0;    // then, shared memory counted for each process
    qsizetype processes = 0;
};
// What the tree is thought to use until the next reading. Of the same processes the resident sum says how it changed;
// of others it may count the same memory many times, so that the largest of them is the better guess. reading.bytes
// must be there.
qint64 memorySince(const MemoryReading &reading, const TreeFigures &now);

// One look at all processes whatever the number of roots (guard pids); a root that is gone is left out.
QHash<qint64, TreeFigures> readProcessTrees(const QList<qint64> &roots, ProcTable &processes);

// The same, for processes that were read already.
QHash<qint64, TreeFigures> processTrees(const QList<qint64> &roots, const std::vector<ProcStat> &all, qint64 pageBytes);

// Whether a process is a descendant of another one. Reads no more than the processes between them.
bool isBelow(qint64 pid, qint64 root);

} // namespace signalbox::core
