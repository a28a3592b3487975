// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/peeruser.h"

#include <unistd.h>

namespace signalbox::core {

bool isOwn(const PeerUser &user)
{
    const std::optional<uid_t> known = user ? user() : std::nullopt;
    return known && (*known == ::geteuid() || *known == 0);
}

} // namespace signalbox::core
