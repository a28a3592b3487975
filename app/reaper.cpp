// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reaper.h"

#include "server/core/runtime/process/sweep.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

using namespace std::chrono_literals;

namespace signalbox::app {

Reaper::Reaper() : m_own(::getpid())
{
    if (m_own != 1 && !core::adoptsOrphans())
        return;
    m_timer.setInterval(700ms);
    connect(&m_timer, &QTimer::timeout, this, &Reaper::look);
    m_timer.start();
}

void Reaper::look()
{
    std::set<int> zombies;
    siginfo_t any{};
    if (::waitid(P_ALL, 0, &any, WEXITED | WNOHANG | WNOWAIT) != 0 || any.si_pid == 0) {
        m_seen.clear();
        return; // mostly: then nothing has to be read
    }
    for (const core::ProcStat &process : core::readAllProcStats()) {
        if (process.parent != m_own || process.state != 'Z')
            continue;
        if (m_seen.contains(process.pid))
            ::waitpid(process.pid, nullptr, WNOHANG);
        else
            zombies.insert(process.pid);
    }
    m_seen = std::move(zombies);
}

} // namespace signalbox::app
