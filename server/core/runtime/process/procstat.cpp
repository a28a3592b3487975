// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/procstat.h"

#include "server/core/runtime/process/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace signalbox::core {

namespace {

template<typename Number>
bool readNumber(std::string_view &text, Number &number)
{
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return false;
    text.remove_prefix(begin);
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{})
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool skipFields(std::string_view &text, int count)
{
    for (; count > 0; --count) {
        const auto begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            return false;
        text.remove_prefix(begin);
        text.remove_prefix(std::min(text.find(' '), text.size()));
    }
    return true;
}

constexpr std::size_t few = 8; // processes, of which the kernel's lists are read

// The children of one thread; nothing: there is no such list, or it is longer than a few.
std::optional<std::vector<int>> readChildren(int tasks, const char *thread)
{
    std::array<char, 280> path{};
    std::snprintf(path.data(), path.size(), "%s/children", thread);
    const int file = ::openat(tasks, path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    std::array<char, 512> buffer;
    const auto length = ::read(file, buffer.data(), buffer.size());
    ::close(file);
    if (length < 0 || static_cast<std::size_t>(length) == buffer.size())
        return std::nullopt;
    std::vector<int> children;
    std::string_view text(buffer.data(), static_cast<std::size_t>(length));
    for (int pid = 0; readNumber(text, pid);)
        children.push_back(pid);
    return children;
}

// Nothing: the lists do not tell, or there are more than a few.
std::optional<std::vector<ProcStat>> readFewBelow(int root)
{
    std::vector<ProcStat> found;
    std::vector<int> waiting{root};
    while (!waiting.empty()) {
        std::array<char, 64> path{};
        std::snprintf(path.data(), path.size(), "/proc/%d/task", waiting.back());
        waiting.pop_back();
        const OpenDirectory tasks(::opendir(path.data()));
        if (!tasks)
            return std::nullopt; // of one that ended the children have another parent now
        while (const dirent *entry = ::readdir(tasks.get())) {
            if (entry->d_name[0] < '1' || entry->d_name[0] > '9')
                continue;
            const auto children = readChildren(::dirfd(tasks.get()), entry->d_name);
            if (!children || found.size() + children->size() > few)
                return std::nullopt;
            for (const int pid : *children) {
                if (const auto stat = readProcStat(pid)) {
                    found.push_back(*stat);
                    waiting.push_back(pid);
                }
            }
        }
    }
    return found;
}

} // namespace

std::optional<ProcStat> parseProcStat(std::string_view text)
{
    ProcStat stat;
    if (!readNumber(text, stat.pid) || stat.pid <= 0)
        return std::nullopt;
    // The name is the one field that may contain anything, so it ends at the *last* bracket.
    const auto nameEnd = text.rfind(')');
    if (nameEnd == std::string_view::npos || nameEnd + 2 >= text.size())
        return std::nullopt;
    stat.state = text[nameEnd + 2];
    text.remove_prefix(nameEnd + 3);
    const bool complete = readNumber(text, stat.parent) && readNumber(text, stat.processGroup)
                          && readNumber(text, stat.session)
                          && skipFields(text, 7) // tty_nr tpgid flags minflt cminflt majflt cmajflt
                          && readNumber(text, stat.userTicks) && readNumber(text, stat.systemTicks)
                          && readNumber(text, stat.reapedUserTicks) && readNumber(text, stat.reapedSystemTicks)
                          && skipFields(text, 2)                                      // priority nice
                          && readNumber(text, stat.threads) && skipFields(text, 1)    // itrealvalue
                          && readNumber(text, stat.startTicks) && skipFields(text, 1) // vsize
                          && readNumber(text, stat.residentPages);
    return complete ? std::optional(stat) : std::nullopt;
}

std::optional<ProcStat> readProcStat(int pid)
{
    std::array<char, 32> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/stat", pid);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt; // ended meanwhile
    std::array<char, 1024> text;
    const auto length = ::read(file, text.data(), text.size());
    ::close(file);
    if (length <= 0)
        return std::nullopt;
    return parseProcStat({text.data(), static_cast<std::size_t>(length)});
}

void forEachPid(const std::function<void(int pid)> &meet)
{
    const OpenDirectory directory(::opendir("/proc"));
    if (!directory)
        return;
    while (const dirent *entry = ::readdir(directory.get())) {
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9')
            meet(std::atoi(entry->d_name));
    }
}

bool signalProcess(const ProcStat &process, int signal)
{
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process.pid, 0));
    if (handle < 0)
        return errno != ESRCH && ::kill(process.pid, signal) == 0;
    const std::optional<ProcStat> now = readProcStat(process.pid); // the handle keeps it from being yet another one
    bool isTold = false;
    if (now && now->startTicks == process.startTicks)
        isTold = ::syscall(SYS_pidfd_send_signal, handle, signal, nullptr, 0) == 0;
    else
        errno = ESRCH;
    const int number = errno;
    ::close(handle);
    errno = number;
    return isTold;
}

std::vector<ProcStat> readAllProcStats()
{
    std::vector<ProcStat> all;
    all.reserve(256);
    forEachPid([&all](int pid) {
        if (const auto stat = readProcStat(pid))
            all.push_back(*stat);
    });
    return all;
}

ProcChildren::ProcChildren(const std::vector<ProcStat> &all) : m_all(all), m_byParent(all.size())
{
    for (std::size_t i = 0; i < m_byParent.size(); ++i)
        m_byParent[i] = i;
    std::sort(m_byParent.begin(), m_byParent.end(),
              [&](std::size_t a, std::size_t b) { return std::pair(all[a].parent, a) < std::pair(all[b].parent, b); });
}

std::span<const std::size_t> ProcChildren::of(int parent) const
{
    const auto begin = std::lower_bound(m_byParent.begin(), m_byParent.end(), parent,
                                        [&](std::size_t i, int pid) { return m_all[i].parent < pid; });
    auto end = begin;
    while (end != m_byParent.end() && m_all[*end].parent == parent)
        ++end;
    return {begin, end};
}

std::vector<std::size_t> descendantsOf(int root, const std::vector<ProcStat> &all)
{
    const ProcChildren children(all);
    std::vector<std::size_t> found;
    const auto addChildren = [&](int parent) {
        for (const std::size_t child : children.of(parent)) {
            // A pass over /proc is no snapshot: a pid used again within it must not make a circle.
            if (found.size() < all.size() && all[child].pid != root)
                found.push_back(child);
        }
    };
    addChildren(root);
    for (std::size_t next = 0; next < found.size(); ++next)
        addChildren(all[found[next]].pid);
    return found;
}

std::vector<ProcStat> readAllProcessesBelow(int root)
{
    const std::vector<ProcStat> all = readAllProcStats();
    std::vector<ProcStat> below;
    for (const std::size_t index : descendantsOf(root, all))
        below.push_back(all[index]);
    return below;
}

std::vector<ProcStat> readProcessesBelow(int root)
{
    std::optional<std::vector<ProcStat>> few = readFewBelow(root);
    return few ? *std::move(few) : readAllProcessesBelow(root);
}

} // namespace signalbox::core
