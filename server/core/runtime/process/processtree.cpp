// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/processtree.h"

#include "server/core/runtime/process/descriptor.h"

#include <QFile>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// seenBelow: for each process the last root below which it was seen; kept between roots. A pid that was used again during the
// pass may close a circle.
TreeFigures figuresBelow(std::size_t root, const ProcChildren &children, const std::vector<ProcStat> &all,
                         std::vector<std::size_t> &seenBelow, qint64 pageBytes)
{
    TreeFigures figures;
    seenBelow[root] = root;
    // The root's own work is the guard's and not the command's, but what it reaped is.
    figures.reapedTicks = all[root].reapedUserTicks + all[root].reapedSystemTicks;
    bool isClockKnown = all[root].clock > 0;
    figures.clock = all[root].clock;
    std::vector<std::size_t> waiting{root};
    while (!waiting.empty()) {
        const int parent = all[waiting.back()].pid;
        waiting.pop_back();
        for (const std::size_t index : children.of(parent)) {
            const ProcStat &process = all[index];
            if (std::exchange(seenBelow[index], root) == root)
                continue;
            const qint64 bytes = static_cast<qint64>(process.residentPages) * pageBytes;
            figures.ticks.append({process.pid, process.userTicks + process.systemTicks});
            figures.reapedTicks += process.reapedUserTicks + process.reapedSystemTicks;
            figures.residentBytes += bytes;
            figures.largestBytes = std::max(figures.largestBytes, bytes);
            isClockKnown = isClockKnown && process.clock > 0;
            figures.clock += process.clock;
            if (process.state != 'Z') {
                figures.descendants.append(process.pid);
                figures.threads += process.threads;
            }
            waiting.push_back(index);
        }
    }
    std::ranges::sort(figures.ticks);
    if (!isClockKnown)
        figures.clock = 0;
    return figures;
}

// Pss of one process; 0: it has ended, nothing: it may not be read.
std::optional<qint64> proportionalBytesOf(qint64 pid)
{
    const QByteArray name = "/proc/" + QByteArray::number(pid) + "/smaps_rollup";
    const Descriptor opened(::open(name.constData(), O_RDONLY | O_CLOEXEC));
    if (!opened.isOpen()) // ESRCH: it has ended and was not waited for
        return errno == ENOENT || errno == ESRCH ? std::optional<qint64>(0) : std::nullopt;
    QFile file;
    if (!file.open(opened.number(), QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    constexpr QByteArrayView key("\nPss:");
    const qsizetype at = text.indexOf(key);
    if (at < 0) // it ended meanwhile, or is the kernel's
        return 0;
    const QByteArrayView value = QByteArrayView(text).sliced(at + key.size()).trimmed();
    return value.first(std::max<qsizetype>(value.indexOf(' '), 0)).toLongLong() * 1024;
}

} // namespace

std::chrono::milliseconds cpuTimeBetween(const TreeFigures &before, const TreeFigures &now, qint64 ticksPerSecond)
{
    quint64 spent = 0;
    // Of what those that are gone spent, this much was known before.
    quint64 known = before.reapedTicks;
    auto earlier = before.ticks.cbegin();
    for (const auto &[pid, ticks] : now.ticks) {
        for (; earlier != before.ticks.cend() && earlier->first < pid; ++earlier)
            known += earlier->second;
        const bool isKnown = earlier != before.ticks.cend() && earlier->first == pid;
        const quint64 then = isKnown ? (earlier++)->second : 0;
        spent += ticks > then ? ticks - then : 0;
    }
    for (; earlier != before.ticks.cend(); ++earlier)
        known += earlier->second;
    spent += now.reapedTicks > known ? now.reapedTicks - known : 0;
    return std::chrono::milliseconds(static_cast<qint64>(spent) * 1000 / ticksPerSecond);
}

std::chrono::milliseconds cpuTimeBetween(const TreeFigures &before, const TreeFigures &now)
{
    return cpuTimeBetween(before, now, ::sysconf(_SC_CLK_TCK));
}

std::optional<qint64> proportionalBytes(const QList<qint64> &pids)
{
    qint64 total = 0;
    for (const qint64 pid : pids) {
        const std::optional<qint64> bytes = proportionalBytesOf(pid);
        if (!bytes)
            return std::nullopt;
        total += *bytes;
    }
    return total;
}

qint64 memorySince(const MemoryReading &reading, const TreeFigures &now)
{
    const qint64 then = reading.bytes.value_or(0);
    if (reading.processes != now.descendants.size() || reading.residentBytes <= 0)
        return std::min(std::max(then, now.largestBytes), now.residentBytes);
    const double change = static_cast<double>(now.residentBytes) / static_cast<double>(reading.residentBytes);
    return std::min(std::llround(static_cast<double>(then) * change), now.residentBytes);
}

QHash<qint64, TreeFigures> processTrees(const QList<qint64> &roots, const std::vector<ProcStat> &all, qint64 pageBytes)
{
    const ProcChildren children(all);
    std::vector<std::size_t> seenBelow(all.size(), all.size());
    QHash<qint64, TreeFigures> trees;
    trees.reserve(roots.size());
    QSet<qint64> wanted(roots.cbegin(), roots.cend());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (wanted.remove(all[i].pid))
            trees.insert(all[i].pid, figuresBelow(i, children, all, seenBelow, pageBytes));
    }
    return trees;
}

QHash<qint64, TreeFigures> readProcessTrees(const QList<qint64> &roots, ProcTable &processes)
{
    if (roots.isEmpty())
        return {};
    return processTrees(roots, processes.look(), ::sysconf(_SC_PAGESIZE));
}

bool isBelow(qint64 pid, qint64 root)
{
    constexpr int deepest = 1000; // a chain that changes while it is read may lead in a circle
    for (int depth = 0; pid > 1 && root > 1 && depth < deepest; ++depth) {
        const std::optional<ProcStat> process = readProcStat(static_cast<int>(pid));
        if (!process)
            return false;
        if (process->parent == root)
            return true;
        pid = process->parent;
    }
    return false;
}

} // namespace signalbox::core
