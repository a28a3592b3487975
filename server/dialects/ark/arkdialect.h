// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/dialects/ark/eventstream.h"
#include "server/dialects/ark/loggate.h"
#include "server/dialects/ark/restapi.h"
#include "server/dialects/dialect.h"

#include <vector>

namespace signalbox::ark {

using namespace Qt::StringLiterals;

class ArkDialect;

// The ARK wire (ark.md; wire.md, ARK): every client hears every event, each encoded once; REST for agents and desktop.
// Server thread; owned by Server, which connects LogBook::linesAdded to logLinesAdded().
class ArkFactory final : public QObject, public dialects::DialectFactory
{
    Q_OBJECT

public:
    // authenticator (may be null: tokens are refused) outlives this, as do the services.
    explicit ArkFactory(const Services &services, const core::Authenticator *authenticator = nullptr);

    QString name() const override { return u"ark"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    bool matches(const dialects::Handshake &handshake) const override;
    void admit(const dialects::Handshake &handshake, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Dialect> create(dialects::Peer &peer, const dialects::Handshake &handshake,
                                              const Actor &actor) override;
    void changed(const Change &change) override;
    QList<dialects::RestRoute> routes() override { return m_rest.routes(); }
    dialects::RestResponse restError(const dialects::Handshake &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::Handshake &handshake) const override;

    void logLinesAdded(const QString &componentId, const QList<signalbox::LogLine> &lines, qint64 leftOut);

private:
    friend class ArkDialect;
    void add(ArkDialect *client);
    void remove(ArkDialect *client);
    void ignore(const dialects::Peer &peer, const QByteArray &message);
    void broadcast(const QByteArray &event);
    void pingAll();
    void noteLeftOut();
    void follow(const QString &componentId, bool wanted);

    Services m_services;
    const core::Authenticator *m_authenticator;
    RestApi m_rest;
    EventStream m_stream;
    LogGate m_gate;
    std::vector<ArkDialect *> m_clients;
    QSet<QString> m_followed;
    bool m_noteIsDue = false;
    bool m_quiet = false; // a warning was logged lately
};

} // namespace signalbox::ark
