// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/peerowner.h"

#include "server/gateway/wire/socketowner.h"

namespace signalbox::gateway {

core::PeerUser peerUserOf(int descriptor, const QHostAddress &peer)
{
    const std::optional<SocketPair> pair = peerOf(descriptor);
    const std::optional<uid_t> user = pair && tellsSocketOwners() ? socketOwner(*pair) : std::nullopt;
    const bool isHere = user || peer.isLoopback() || (pair && pair->local == pair->remote);
    return {isHere, user};
}

} // namespace signalbox::gateway
