// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/arksession.h"

namespace signalbox::ark {

ArkSession::ArkSession(ArkDialect &dialect, dialects::Peer &peer) : m_dialect(dialect), m_peer(peer)
{
    m_dialect.add(this);
}

ArkSession::~ArkSession()
{
    m_dialect.remove(this);
}

} // namespace signalbox::ark
