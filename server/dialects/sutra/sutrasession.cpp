// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/sutrasession.h"

#include "server/dialects/sutra/codec.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

SutraSession::SutraSession(SutraDialect &dialect, dialects::Peer &peer) : m_dialect(dialect), m_peer(peer)
{
    m_dialect.m_clients.push_back(this);
}

SutraSession::~SutraSession()
{
    std::erase(m_dialect.m_clients, this);
}

void SutraSession::textReceived(const QByteArray &utf8)
{
    const std::optional<StatusFilter> wanted = readSubscribe(utf8);
    if (!wanted)
        return;
    m_filter = *wanted;
    QStringList shown;
    if (m_filter.components)
        shown.append("components: "_L1 + m_filter.components->join(", "_L1));
    if (m_filter.metrics)
        shown.append("metrics: "_L1 + m_filter.metrics->join(", "_L1));
    m_peer.setSubscriptions(shown);
}

void SutraSession::sendStatus()
{
    m_peer.sendLatest(m_dialect.frame(m_filter));
}

} // namespace signalbox::sutra
