// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

#include <sys/types.h>

namespace signalbox::core {

// From now on what outlives its guard becomes a child of this process, so that killLeftovers() finds it whatever it did
// to hide. False, and nothing is changed, where others' orphans could not be told from it: this process is the first of
// its container, or has children already. Not for a process that starts programs which are to outlive it.
bool adoptOrphans();
bool adoptsOrphans(); // whether that was done

// For the one case in which the guard cannot kill its command: the guard itself was killed and waited for. Sends KILL to
// every process of the session, to every one with Launched::marker in its environment and, after adoptOrphans(), to
// every child of this process that is none of the guards, and all below. Returns how many were alive. Call it again
// until that is 0.
int killLeftovers(pid_t session, const QByteArray &marker, const QSet<pid_t> &guards);

} // namespace signalbox::core
