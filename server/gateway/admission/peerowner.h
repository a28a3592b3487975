// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/socketowner.h"

namespace signalbox::gateway {

// Whose process the other end of one connection belongs to. Server thread.
class PeerOwner
{
public:
    explicit PeerOwner(int descriptor) : m_peer(peerOf(descriptor)) {}

    // Nothing, when the kernel does not say. Asks at the first call.
    std::optional<uid_t> user();

private:
    const std::optional<SocketPair> m_peer;
    std::optional<std::optional<uid_t>> m_user; // once it was asked
};

} // namespace signalbox::gateway
