// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/dialects/apipages.h"
#include "server/dialects/dialect.h"
#include "server/dialects/pow/codes.h"
#include "server/dialects/pow/restcalls.h"

namespace signalbox::pow {

using namespace Qt::StringLiterals;

struct PowOptions
{
    QString basePath = u"/"_s;     // [pow] base_path: begins and ends with /
    qint64 backlogBytes = 1 << 20; // [limits.pow] backlog_bytes: unsent output that pauses a process
};

// pow-1 (README.md in this folder): who is let in, which call hears of which execution, and the REST routes.
// Server thread; owned by Server. Its connections must be gone before it is.
class PowFactory final : public QObject, public dialects::DialectFactory
{
    Q_OBJECT

public:
    // All outlive the factory. Without an authenticator tokens are ignored.
    PowFactory(core::Hub &hub, ProcessStreams &streams, const core::Authenticator *authenticator = nullptr,
               PowOptions options = {});

    QString name() const override { return u"pow"_s; }
    QString subprotocol() const override { return pow::subprotocol; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Pause; }
    dialects::FastSender fastSender() const override { return dialects::FastSender::Pause; }

    // What offers pow-1, on any path; without it everything but ARK's /ws, to be refused by admit() (wire.md).
    bool matches(const dialects::Handshake &handshake) const override;
    void admit(const dialects::Handshake &handshake, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Dialect> create(dialects::Peer &peer, const dialects::Handshake &handshake,
                                              const Actor &actor) override;

    void changed(const Change &change) override;
    QList<dialects::RestRoute> routes() override;
    dialects::RestResponse restError(const dialects::Handshake &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::Handshake &handshake) const override;

private:
    Calls m_calls;
    const core::Authenticator *m_authenticator;
    PowOptions m_options;
    Sessions m_sessions;
    dialects::ApiPages m_pages;
};

} // namespace signalbox::pow
