// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/peeruser.h"

#include <unistd.h>

namespace signalbox::core {

bool isOwn(const PeerUser &user)
{
    return user.id && (*user.id == ::geteuid() || *user.id == 0);
}

bool isOfService(const PeerUser &user)
{
    constexpr uid_t firstPerson = 1000;
    constexpr uid_t firstDynamic = 61184;
    constexpr uid_t lastDynamic = 65519;
    if (!user.id)
        return false;
    return *user.id < firstPerson || (*user.id >= firstDynamic && *user.id <= lastDynamic) || isOwn(user);
}

} // namespace signalbox::core
