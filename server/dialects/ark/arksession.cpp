// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/arksession.h"

namespace signalbox::ark {

ArkDialect::ArkDialect(ArkFactory &factory, dialects::Peer &peer) : m_factory(factory), m_peer(peer)
{
    m_factory.add(this);
}

ArkDialect::~ArkDialect()
{
    m_factory.remove(this);
}

} // namespace signalbox::ark
