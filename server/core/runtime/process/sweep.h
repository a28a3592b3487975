// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sys/types.h>

namespace signalbox::core {

// For the one case in which a guard cannot do it: the guard itself was killed. Sends KILL to every process of
// the session and to every one that carries the marker of launch.h; returns how many were found alive.
// Call again until that is 0.
int killLeftovers(pid_t session, const QByteArray &marker);

} // namespace signalbox::core
