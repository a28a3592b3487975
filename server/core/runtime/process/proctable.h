// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/procstat.h"

namespace signalbox::core {

// All processes of the machine, looked at again and again. Most of them sleep: of one whose processor clock stands since
// the last look, the kernel is asked for no more than that clock, a thirtieth of the cost of its line in /proc. What others
// change in one that sleeps may therefore be late: its process group until it runs, its memory for `refreshEvery` looks. A
// new parent is seen at once. One thread.
class ProcTable
{
public:
    static constexpr unsigned refreshEvery = 64; // looks, after which a line is read whatever the clock says

    // As readAllProcStats(); good until the next look.
    const std::vector<ProcStat> &look();

private:
    std::vector<ProcStat> m_all; // by pid
    unsigned m_looks = 0;
};

} // namespace signalbox::core
