// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/peerowner.h"

namespace signalbox::gateway {

std::optional<uid_t> PeerOwner::user()
{
    if (!m_user)
        m_user = m_peer && tellsSocketOwners() ? socketOwner(*m_peer) : std::nullopt;
    return *m_user;
}

} // namespace signalbox::gateway
