// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"
#include "server/dialects/services.h"
#include "server/dialects/sutra/messages.h"
#include "server/dialects/sutra/rest.h"

#include <vector>

namespace signalbox::sutra {

using namespace Qt::StringLiterals;

class SutraSession;

// The Sutra wire (README.md in this folder), once per server: admits upgrades, answers REST, and sends every session a
// status frame at each tick, encoded once for each StatusFilter. Server thread; owned by Server; outlives its sessions.
class SutraDialect final : public dialects::Dialect
{
public:
    explicit SutraDialect(const dialects::DialectServices &services);

    QString name() const override { return u"sutra"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::KeepNewest; }
    bool matches(const dialects::RequestHead &head) const override;
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &head) override;
    void changed(const Change &change, const Replaced &replaced) override;
    QList<dialects::RestRoute> routes() override { return m_rest.routes(); }
    dialects::RestResponse restError(const dialects::RequestHead &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override;

    // The frame of the newest state for this filter, encoded at most once per state. key: alike for equal filters.
    dialects::Frame frame(const QString &key, const StatusFilter &filter);

private:
    friend class SutraSession;
    core::Hub &m_hub;
    const core::Authenticator *m_authenticator;
    Rest m_rest;
    std::vector<SutraSession *> m_clients;
    QHash<QString, dialects::Frame> m_encoded; // by the filter's key, of the newest state; emptied when it changes
};

} // namespace signalbox::sutra
