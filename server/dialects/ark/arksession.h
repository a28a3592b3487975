// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/ark/arkdialect.h"

namespace signalbox::ark {

// One listener of the event stream; whatever it says is ignored. See ArkFactory.
class ArkDialect final : public dialects::Dialect
{
public:
    ArkDialect(ArkFactory &factory, dialects::Peer &peer);
    ~ArkDialect() override;

    void textReceived(const QByteArray &utf8) override { m_factory.ignore(m_peer, utf8); }
    void binaryReceived(const QByteArray &payload) override { m_factory.ignore(m_peer, payload); }
    dialects::Peer &peer() { return m_peer; }

private:
    ArkFactory &m_factory;
    dialects::Peer &m_peer;
};

} // namespace signalbox::ark
