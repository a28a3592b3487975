// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <sys/types.h>

namespace signalbox::core {

// The user of a peer's process, as the kernel said when the connection came in. A value, which outlives the connection.
struct PeerUser
{
    bool isHere = false;       // the peer is known to be on this machine
    std::optional<uid_t> id{}; // …and the kernel says whose its process is
};

// Whether it is the server's own user, or root, who could do all that this user can.
bool isOwn(const PeerUser &user);

// Whether it is an account of a service rather than of a person: below 1000 or of systemd's dynamic ones (61184 to 65519,
// https://systemd.io/UIDS-GIDS/), or the server's own.
bool isOfService(const PeerUser &user);

} // namespace signalbox::core
