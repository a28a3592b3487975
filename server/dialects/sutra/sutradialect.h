// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/dialects/apipages.h"
#include "server/dialects/dialect.h"
#include "server/dialects/sutra/codec.h"

#include <vector>

namespace signalbox::sutra {

using namespace Qt::StringLiterals;

class SutraDialect;

// The Sutra wire (sutra.md; wire.md, Sutra): every client gets the same status frame once per tick, encoded
// once. Server thread; owned by Server.
class SutraFactory final : public QObject, public dialects::DialectFactory
{
    Q_OBJECT

public:
    // hub and authenticator (may be null: tokens are refused) outlive this.
    explicit SutraFactory(core::Hub &hub, const core::Authenticator *authenticator = nullptr);

    QString name() const override { return u"sutra"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::KeepNewest; }
    bool matches(const dialects::Handshake &handshake) const override;
    void admit(const dialects::Handshake &handshake, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Dialect> create(dialects::Peer &peer, const dialects::Handshake &handshake,
                                              const Actor &actor) override;
    void changed(const Change &change) override;
    QList<dialects::RestRoute> routes() override;
    dialects::RestResponse restError(const dialects::Handshake &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::Handshake &handshake) const override;

    // The frame of the newest state for this narrowing, encoded at most once per state.
    const dialects::Frame &frame(const Narrowing &narrowing);

private:
    friend class SutraDialect;
    void control(const dialects::RestRequest &request, CommandBody body, dialects::Respond respond);
    void changeMode(const dialects::RestRequest &request, dialects::Respond respond);

    core::Hub &m_hub;
    const core::Authenticator *m_authenticator;
    dialects::ResourceFiles m_files{u":/signalbox/web"_s};
    dialects::ApiPages m_pages{u":/signalbox/openapi/sutra.json"_s, u"/"_s, u"/"_s};
    std::vector<SutraDialect *> m_clients;
    struct Encoded
    {
        Narrowing narrowing;
        dialects::Frame frame;
    };
    std::vector<Encoded> m_encoded; // of the newest state; emptied when it changes
};

// One Sutra client. See SutraFactory.
class SutraDialect final : public dialects::Dialect
{
public:
    SutraDialect(SutraFactory &factory, dialects::Peer &peer);
    ~SutraDialect() override;

    void opened() override { sendStatus(); }
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &) override {} // ignored (wire.md, Sutra)
    void sendStatus();

private:
    SutraFactory &m_factory;
    dialects::Peer &m_peer;
    Narrowing m_narrowing;
};

} // namespace signalbox::sutra
