// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"

#include <QHostAddress>

namespace signalbox::gateway {

// Whose process the other end of a connection, at address peer, belongs to, as the kernel says at once. isHere is false where
// that end is on another machine; a process of this one may have connected from any of its addresses.
core::PeerUser peerUserOf(int descriptor, const QHostAddress &peer);

} // namespace signalbox::gateway
