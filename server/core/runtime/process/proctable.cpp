// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/proctable.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace signalbox::core {

namespace {

constexpr std::int64_t unknown = 0;

// Nanoseconds that all threads of a process have run, also those that ended. clock_getcpuclockid() would make the same number of
// the pid (clock_getres(2), "CPU clocks"; linux/posix-timers.h) and ask the kernel once more whether there is such a process.
std::int64_t clockOf(int pid)
{
    constexpr clockid_t scheduled = 2; // time as the scheduler counts it
    timespec time{};
    if (::clock_gettime(static_cast<clockid_t>(~static_cast<unsigned>(pid) << 3) | scheduled, &time) != 0)
        return unknown;
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// Whether the parent that a process had is one still. A process whose parent ended has another one without having run.
bool hasParent(const std::vector<ProcStat> &all, const ProcStat &process)
{
    if (process.parent == 0)
        return true; // in another namespace
    const auto parent = std::ranges::lower_bound(all, process.parent, {}, &ProcStat::pid);
    const bool isAlive = parent != all.end() && parent->pid == process.parent && parent->state != 'Z';
    return isAlive && parent->startTicks <= process.startTicks; // else its pid was used again
}

} // namespace

const std::vector<ProcStat> &ProcTable::look()
{
    std::vector<ProcStat> all;
    std::vector<bool> isOld;
    all.reserve(m_all.size());
    isOld.reserve(m_all.size());
    const unsigned turn = m_looks++ % refreshEvery;
    auto before = m_all.cbegin();
    forEachPid([&](int pid) {
        while (before != m_all.cend() && before->pid < pid)
            ++before;
        // Before the line: what a process does between the two is seen at the next look.
        const std::int64_t clock = clockOf(pid);
        const bool isKnown = before != m_all.cend() && before->pid == pid;
        const bool sleeps =
            isKnown && clock != unknown && clock == before->clock && static_cast<unsigned>(pid) % refreshEvery != turn;
        const std::optional<ProcStat> stat = sleeps ? *before : readProcStat(pid);
        if (!stat)
            return; // ended meanwhile
        all.push_back(*stat);
        all.back().clock = clock;
        isOld.push_back(sleeps);
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!isOld[i] || hasParent(all, all[i]))
            continue;
        if (const auto stat = readProcStat(all[i].pid)) {
            const std::int64_t clock = std::exchange(all[i], *stat).clock;
            all[i].clock = clock;
        }
    }
    m_all = std::move(all);
    return m_all;
}

} // namespace signalbox::core
