// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/peerowner.h"

#include <unistd.h>

namespace signalbox::gateway {

bool PeerOwner::isOwn()
{
    if (!m_isOwn) {
        const std::optional<uid_t> owner = m_peer && tellsSocketOwners() ? socketOwner(*m_peer) : std::nullopt;
        m_isOwn = owner && (*owner == ::geteuid() || *owner == 0);
    }
    return *m_isOwn;
}

} // namespace signalbox::gateway
