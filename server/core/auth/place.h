// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"

#include <QString>

namespace signalbox::core {

// Of whom a peer without credentials is one, as far as it is counted: whoever shares a place shares what a place may hold,
// ask and guess, and nobody of another place does (docs/model.md, "Places"). Asks the kernel when the peer is on this machine.
//
// - a /64 of IPv6, since whoever has one address of it has them all, and IPv4 by address;
// - on this machine the user, from whichever address of the loopback; 65536 users together from 65536 on, because one
//   person may have as many (subuid(5));
// - the server's own user and root by address, since both could do all that the server can;
// - the loopback as a whole for those whose user the kernel does not name.
QString placeOf(const QString &address, const PeerUser &user);

} // namespace signalbox::core
