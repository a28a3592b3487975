// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reaper.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

using namespace std::chrono_literals;

namespace signalbox::app {

Reaper::Reaper()
{
    if (::getpid() != 1)
        return;
    m_timer.setInterval(700ms);
    connect(&m_timer, &QTimer::timeout, this, &Reaper::look);
    m_timer.start();
}

void Reaper::look()
{
    std::set<int> zombies;
    for (const core::ProcStat &process : core::readAllProcStats()) {
        if (process.parent != 1 || process.state != 'Z')
            continue;
        if (m_seen.contains(process.pid))
            ::waitpid(process.pid, nullptr, WNOHANG);
        else
            zombies.insert(process.pid);
    }
    m_seen = std::move(zombies);
}

} // namespace signalbox::app
