// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/peeruser.h"

#include <unistd.h>

namespace signalbox::core {

bool isOwn(const PeerUser &user)
{
    const std::optional<uid_t> known = user ? user() : std::nullopt;
    return known && (*known == ::geteuid() || *known == 0);
}

bool isOfService(const PeerUser &user)
{
    constexpr uid_t firstPerson = 1000;
    constexpr uid_t firstDynamic = 61184;
    constexpr uid_t lastDynamic = 65519;
    const std::optional<uid_t> known = user ? user() : std::nullopt;
    return isOwn(user) || (known && (*known < firstPerson || (*known >= firstDynamic && *known <= lastDynamic)));
}

} // namespace signalbox::core
