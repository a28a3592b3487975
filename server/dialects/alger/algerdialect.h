// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/alger/algersession.h"

namespace signalbox::alger {

using namespace Qt::StringLiterals;

inline constexpr QLatin1String subprotocolName("alger");

// The Alger protocol (README.md in this folder): who is let in, and which connection hears of which execution.
// Server thread; owned by Server. Its connections must be gone before it is.
class AlgerFactory final : public dialects::DialectFactory
{
public:
    explicit AlgerFactory(Services services) : m_services(std::move(services)) {}

    QString name() const override { return u"alger"_s; }
    QString subprotocol() const override { return subprotocolName; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    dialects::FastSender fastSender() const override { return dialects::FastSender::Pause; }

    bool matches(const dialects::Handshake &handshake) const override { return handshake.isUpgrade; } // any path
    void admit(const dialects::Handshake &handshake, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Dialect> create(dialects::Peer &peer, const dialects::Handshake &handshake,
                                              const Actor &actor) override;

    void changed(const Change &change) override;
    QList<dialects::RestRoute> routes() override { return {}; }
    dialects::RestResponse restError(const dialects::Handshake &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::Handshake &handshake) const override;

private:
    Services m_services;
    Watchers m_watchers;
};

} // namespace signalbox::alger
