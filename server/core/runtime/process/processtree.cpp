// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/processtree.h"

#include "server/core/runtime/process/descriptor.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Indices of the children by parent pid, so that many roots cost one pass together.
using Children = QHash<int, std::vector<std::size_t>>;

TreeFigures figuresBelow(std::size_t root, const Children &children, const std::vector<ProcStat> &all, qint64 pageBytes)
{
    TreeFigures figures;
    // The root's own work is the guard's and not the command's, but what it reaped is.
    figures.reapedTicks = all[root].reapedUserTicks + all[root].reapedSystemTicks;
    std::vector<std::size_t> waiting{root};
    while (!waiting.empty()) {
        const int parent = all[waiting.back()].pid;
        waiting.pop_back();
        const auto found = children.constFind(parent);
        if (found == children.constEnd())
            continue;
        for (const std::size_t index : *found) {
            const ProcStat &process = all[index];
            if (figures.ticks.contains(process.pid)) // a circle, by a pid that was reused during the pass
                continue;
            const qint64 bytes = static_cast<qint64>(process.residentPages) * pageBytes;
            figures.ticks.insert(process.pid, process.userTicks + process.systemTicks);
            figures.reapedTicks += process.reapedUserTicks + process.reapedSystemTicks;
            figures.residentBytes += bytes;
            figures.largestBytes = std::max(figures.largestBytes, bytes);
            if (process.state != 'Z') {
                figures.descendants.append(process.pid);
                figures.threads += process.threads;
            }
            waiting.push_back(index);
        }
    }
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
    for (auto process = now.ticks.cbegin(); process != now.ticks.cend(); ++process) {
        const quint64 earlier = before.ticks.value(process.key(), 0);
        spent += process.value() > earlier ? process.value() - earlier : 0;
    }
    for (auto process = before.ticks.cbegin(); process != before.ticks.cend(); ++process)
        known += now.ticks.contains(process.key()) ? 0 : process.value();
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
    Children children;
    QHash<qint64, std::size_t> byPid;
    for (std::size_t i = 0; i < all.size(); ++i) {
        children[all[i].parent].push_back(i);
        byPid.insert(all[i].pid, i);
    }
    QHash<qint64, TreeFigures> trees;
    for (const qint64 root : roots) {
        if (const auto found = byPid.constFind(root); found != byPid.constEnd())
            trees.insert(root, figuresBelow(*found, children, all, pageBytes));
    }
    return trees;
}

QHash<qint64, TreeFigures> readProcessTrees(const QList<qint64> &roots)
{
    if (roots.isEmpty())
        return {};
    return processTrees(roots, readAllProcStats(), ::sysconf(_SC_PAGESIZE));
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
