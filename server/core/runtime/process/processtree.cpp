// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/processtree.h"

#include <unistd.h>

namespace signalbox::core {

namespace {

// Indices of the children by parent pid, so that many roots cost one pass together.
using Children = QHash<int, std::vector<std::size_t>>;

TreeFigures figuresBelow(std::size_t root, const Children &children, const std::vector<ProcStat> &all,
                         qint64 ticksPerSecond, qint64 pageBytes)
{
    TreeFigures figures;
    // The root's own work is the guard's and not the command's, but what it reaped is.
    quint64 ticks = all[root].reapedUserTicks + all[root].reapedSystemTicks;
    std::vector<std::size_t> waiting{root};
    while (!waiting.empty() && static_cast<std::size_t>(figures.descendants.size()) < all.size()) {
        const int parent = all[waiting.back()].pid;
        waiting.pop_back();
        const auto found = children.constFind(parent);
        if (found == children.constEnd())
            continue;
        for (const std::size_t index : *found) {
            const ProcStat &process = all[index];
            ticks += process.userTicks + process.systemTicks + process.reapedUserTicks + process.reapedSystemTicks;
            figures.residentBytes += static_cast<qint64>(process.residentPages) * pageBytes;
            if (process.state != 'Z')
                figures.descendants.append(process.pid);
            waiting.push_back(index);
        }
    }
    figures.cpuTime = std::chrono::milliseconds(static_cast<qint64>(ticks) * 1000 / ticksPerSecond);
    return figures;
}

} // namespace

QHash<qint64, TreeFigures> processTrees(const QList<qint64> &roots, const std::vector<ProcStat> &all,
                                        qint64 ticksPerSecond, qint64 pageBytes)
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
            trees.insert(root, figuresBelow(*found, children, all, ticksPerSecond, pageBytes));
    }
    return trees;
}

QHash<qint64, TreeFigures> readProcessTrees(const QList<qint64> &roots)
{
    if (roots.isEmpty())
        return {};
    return processTrees(roots, readAllProcStats(), ::sysconf(_SC_CLK_TCK), ::sysconf(_SC_PAGESIZE));
}

} // namespace signalbox::core
