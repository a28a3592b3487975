// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"

#include <QHostAddress>

namespace signalbox::gateway {

// Whose process the other end of a connection belongs to, as the kernel says at once; null when that end, at address peer,
// is on another machine. A process of this machine may have connected from any of the machine's addresses.
core::PeerUser peerUserOf(int descriptor, const QHostAddress &peer);

} // namespace signalbox::gateway
