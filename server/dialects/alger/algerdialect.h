// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/alger/algersession.h"

namespace signalbox::alger {

using namespace Qt::StringLiterals;

inline constexpr QLatin1String subprotocolName("alger");

// The Alger wire (README.md in this folder), once per server: admits upgrades, and passes what changed of an execution
// to the session that started it. Server thread; owned by Server; outlives its sessions.
class AlgerDialect final : public dialects::Dialect
{
public:
    explicit AlgerDialect(dialects::DialectServices services) : m_services(std::move(services)) {}

    QString name() const override { return u"alger"_s; }
    QString subprotocol() const override { return subprotocolName; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    dialects::FastSender fastSender() const override { return dialects::FastSender::Pause; }

    bool matches(const dialects::RequestHead &) const override { return true; } // any path
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &head) override;

    void changed(const Change &change, const Replaced &replaced) override;
    QList<dialects::RestRoute> routes() override;
    dialects::RestResponse restError(const dialects::RequestHead &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override;

private:
    dialects::DialectServices m_services;
    Shared m_shared;
};

} // namespace signalbox::alger
