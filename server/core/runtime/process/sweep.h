// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sys/types.h>

namespace signalbox::core {

// For the one case in which the guard cannot kill its command: the guard itself was killed. Sends KILL to every process
// of the session and to every one with Launched::marker in its environment; returns how many were alive. Call it again
// until that is 0.
int killLeftovers(pid_t session, const QByteArray &marker);

} // namespace signalbox::core
