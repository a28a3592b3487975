// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"

#include <QHostAddress>

namespace signalbox::gateway {

// Whose process the other end of a connection belongs to; null when that end, at address peer, is on another machine. The
// kernel is asked at the first call, as long as the connection is there.
core::PeerUser peerUserOf(int descriptor, const QHostAddress &peer);

} // namespace signalbox::gateway
