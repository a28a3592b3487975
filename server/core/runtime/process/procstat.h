// SPDX-License-Identifier: GPL-3.0-or-later
// One line of /proc/<pid>/stat as values. Free of Qt: the guard program uses it too.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace signalbox::core {

struct ProcStat
{
    int pid = 0;
    char state = '?'; // 'Z': a zombie, already dead
    int parent = 0;
    int processGroup = 0;
    int session = 0;
    std::uint64_t userTicks = 0; // in units of sysconf(_SC_CLK_TCK)
    std::uint64_t systemTicks = 0;
    std::uint64_t reapedUserTicks = 0; // of children the process has waited for, and of theirs
    std::uint64_t reapedSystemTicks = 0;
    int threads = 0;
    std::uint64_t startTicks = 0; // since boot
    std::uint64_t residentPages = 0;
    std::int64_t clock = 0; // ns that it has run; of ProcTable alone, 0: not known
};

// Nothing for text that is no stat line. The name may hold spaces, newlines and ')' (proc(5)).
std::optional<ProcStat> parseProcStat(std::string_view text);

std::optional<ProcStat> readProcStat(int pid); // nothing: there is no such process

// kill(2) for exactly the process that was read, which may have ended since and left its number to another. errno as of
// kill(2): ESRCH: it has ended, EPERM: it may not be told. Where the kernel has no handle for it (before Linux 5.3, some
// containers), by number.
bool signalProcess(const ProcStat &process, int signal);

// Every visible process, in one pass over /proc; in ascending pids, so a process that forks and exits again and again
// is met late in the pass rather than never.
std::vector<ProcStat> readAllProcStats();
// The pids that such a pass meets, in its order.
void forEachPid(const std::function<void(int pid)> &meet);

// The children of each of many processes, by indices into `all`, which outlives this.
class ProcChildren
{
public:
    explicit ProcChildren(const std::vector<ProcStat> &all);
    std::span<const std::size_t> of(int parent) const;

private:
    const std::vector<ProcStat> &m_all;
    std::vector<std::size_t> m_byParent;
};

// Indices into `all` of the descendants of `root`, without the root itself.
std::vector<std::size_t> descendantsOf(int root, const std::vector<ProcStat> &all);

// The processes below root, in the order in which each is met below its parent: where there are few, by the kernel's lists
// of children, which costs some file reads, else by a pass over /proc, which costs one for each process of the machine. The
// lists may lack one whose sibling ends meanwhile, and not every kernel keeps them (CONFIG_PROC_CHILDREN).
std::vector<ProcStat> readProcessesBelow(int root);
// The same, always by the pass.
std::vector<ProcStat> readAllProcessesBelow(int root);

} // namespace signalbox::core
