// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/socketowner.h"

namespace signalbox::gateway {

// Whose process the other end of one connection belongs to. Server thread.
class PeerOwner
{
public:
    explicit PeerOwner(int descriptor) : m_peer(peerOf(descriptor)) {}

    // Whether it is one of the server's own user, or of root, who could do all that user can. No, when the kernel does not
    // say. Asks at the first call.
    bool isOwn();

private:
    const std::optional<SocketPair> m_peer;
    std::optional<bool> m_isOwn;
};

} // namespace signalbox::gateway
