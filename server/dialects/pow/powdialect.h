// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/apipages.h"
#include "server/dialects/dialect.h"
#include "server/dialects/pow/codes.h"
#include "server/dialects/pow/restcalls.h"
#include "server/dialects/services.h"

namespace signalbox::pow {

using namespace Qt::StringLiterals;

// The key of [pow], base_path: where the REST routes begin.
core::DialectSetting basePathSetting();

// The wire of pow-1 (README.md in this folder), once per server: admits upgrades, passes what changed of an execution
// to its call, and answers REST. Server thread; owned by Server; outlives its sessions.
class PowDialect final : public QObject, public dialects::Dialect
{
    Q_OBJECT

public:
    explicit PowDialect(const dialects::DialectServices &services);

    QString name() const override { return u"pow"_s; }
    QString subprotocol() const override { return pow::subprotocol; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Pause; }
    dialects::FastSender fastSender() const override { return dialects::FastSender::Pause; }

    // Any path of an upgrade; plain requests are REST's. Without the subprotocol admit() refuses, unless another dialect of
    // the listener matches the path.
    bool matches(const dialects::RequestHead &head) const override;
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &head) override;

    void changed(const Change &change, const Replaced &replaced) override;
    QList<dialects::RestRoute> routes() override;
    dialects::RestResponse restError(const dialects::RequestHead &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override;

private:
    Calls m_calls;
    const core::Authenticator *m_authenticator;
    QString m_basePath;
    qint64 m_backlogBytes; // unsent output that pauses a process
    RestCalls m_restCalls;
    dialects::ApiPages m_pages;
};

} // namespace signalbox::pow
