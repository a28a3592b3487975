// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/peerowner.h"

#include "server/gateway/wire/socketowner.h"

#include <memory>

namespace signalbox::gateway {

core::PeerUser peerUserOf(int descriptor, const QHostAddress &peer)
{
    const std::optional<SocketPair> pair = peerOf(descriptor);
    if (!peer.isLoopback() && (!pair || pair->local != pair->remote))
        return {};
    const auto known = std::make_shared<std::optional<std::optional<uid_t>>>(); // once it was asked
    return [pair, known] {
        if (!*known)
            *known = pair && tellsSocketOwners() ? socketOwner(*pair) : std::nullopt;
        return **known;
    };
}

} // namespace signalbox::gateway
