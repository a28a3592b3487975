// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <sys/types.h>

namespace signalbox::core {

// The user of a peer's process on this machine, as the kernel said when the connection came in. Nothing: the kernel does not
// say. A null function: the peer is not known to be on this machine. It outlives the connection. Server thread.
using PeerUser = std::function<std::optional<uid_t>()>;

// Whether it is the server's own user, or root, who could do all that this user can.
bool isOwn(const PeerUser &user);

// Whether it is an account of a service rather than of a person: below 1000 or of systemd's dynamic ones (61184 to 65519,
// https://systemd.io/UIDS-GIDS/), or the server's own.
bool isOfService(const PeerUser &user);

} // namespace signalbox::core
