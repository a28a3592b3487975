// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/sweep.h"

#include "server/core/runtime/process/procstat.h"

#include <QFile>
#include <QSet>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

bool carries(pid_t pid, const QByteArray &marker)
{
    QFile file(u"/proc/%1/environ"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false; // ended meanwhile, or another user's
    return file.readAll().split('\0').contains(marker);
}

// Pids of the children that are no guards, and of all below them.
QSet<int> adopted(const std::vector<ProcStat> &all, const QSet<pid_t> &guards)
{
    QSet<int> found;
    for (const ProcStat &process : all) {
        if (process.parent != ::getpid() || guards.contains(process.pid))
            continue;
        found.insert(process.pid);
        for (const std::size_t index : descendantsOf(process.pid, all))
            found.insert(all[index].pid);
    }
    return found;
}

} // namespace

bool adoptOrphans()
{
    siginfo_t any{};
    const bool isChildless = ::waitid(P_ALL, 0, &any, WEXITED | WNOHANG | WNOWAIT) != 0 && errno == ECHILD;
    return isChildless && ::getpid() != 1 && ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0;
}

bool adoptsOrphans()
{
    int adopts = 0;
    return ::prctl(PR_GET_CHILD_SUBREAPER, &adopts, 0, 0, 0) == 0 && adopts != 0;
}

int killLeftovers(pid_t session, const QByteArray &marker, const QSet<pid_t> &guards)
{
    const auto all = readAllProcStats();
    const QSet<int> orphans = adoptsOrphans() ? adopted(all, guards) : QSet<int>();
    int alive = 0;
    for (const ProcStat &process : all) {
        if (process.state == 'Z' || process.pid == ::getpid())
            continue;
        if ((session > 1 && process.session == session) || orphans.contains(process.pid)
            || carries(process.pid, marker)) {
            ++alive;
            (void)signalProcess(process, SIGKILL);
        }
    }
    return alive;
}

} // namespace signalbox::core
