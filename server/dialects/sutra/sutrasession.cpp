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
    const std::optional<StatusFilter> wanted = readSubscribe(utf8, m_dialect.m_hub.snapshot());
    if (!wanted)
        return;
    m_filter = *wanted;
    const QStringList texts = m_filter.texts();
    m_key = texts.join(u'\n');
    m_peer.setSubscriptions(texts);
}

void SutraSession::sendStatus()
{
    m_peer.sendLatest(m_dialect.frame(m_key, m_filter));
}

} // namespace signalbox::sutra
