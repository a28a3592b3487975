// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/ark/arkdialect.h"

namespace signalbox::ark {

// One connection to the event stream: ArkDialect sends to it from its construction to its destruction, and ignores what
// its client sends. Server thread; owned by its Connection.
class ArkSession final : public dialects::Session
{
public:
    ArkSession(ArkDialect &dialect, dialects::Peer &peer);
    ~ArkSession() override;

    void textReceived(const QByteArray &utf8) override { m_dialect.ignore(m_peer, utf8); }
    void binaryReceived(const QByteArray &payload) override { m_dialect.ignore(m_peer, payload); }
    dialects::Peer &peer() { return m_peer; }

private:
    ArkDialect &m_dialect;
    dialects::Peer &m_peer;
};

} // namespace signalbox::ark
