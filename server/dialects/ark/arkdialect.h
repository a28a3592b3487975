// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/ark/loggate.h"
#include "server/dialects/ark/rest.h"
#include "server/dialects/dialect.h"

#include <vector>

namespace signalbox::ark {

using namespace Qt::StringLiterals;

class ArkSession;

// The key of [ark], heartbeat_interval: how often agents are asked to report. heartbeatOf() gives its value.
core::DialectSetting heartbeatSetting();
Milliseconds heartbeatOf(const core::DialectSettings &settings);

// The ARK wire (README.md in this folder), once per server: admits upgrades, sends every event to all sessions, encoded
// once, and answers REST. Follows the logs of all components while there is a session. Server thread; owned by Server;
// outlives its sessions.
class ArkDialect final : public QObject, public dialects::Dialect
{
    Q_OBJECT

public:
    explicit ArkDialect(const dialects::DialectServices &services) : m_services(services), m_rest(services) {}

    QString name() const override { return u"ark"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    bool matches(const dialects::RequestHead &head) const override;
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override;
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &head) override;
    void changed(const Change &change, const Replaced &replaced) override;
    QList<dialects::RestRoute> routes() override { return m_rest.routes(); }
    dialects::RestResponse restError(const dialects::RequestHead &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override;

private:
    friend class ArkSession;
    void add(ArkSession *client);
    void remove(ArkSession *client);
    void ignore(const dialects::Peer &peer, const QByteArray &message);
    void broadcast(const QByteArray &event);
    void noteLeftOut();
    void follow(const QString &componentId);
    void unfollow(const QString &componentId);
    void tell(const QString &componentId, const QList<LogLine> &lines, qint64 leftOut);

    dialects::DialectServices m_services;
    Rest m_rest;
    LogGate m_gate;
    std::vector<ArkSession *> m_clients;
    std::map<QString, core::Follow> m_followed; // logs by component
    bool m_noteIsDue = false;
    bool m_quiet = false; // ignore() logged a warning less than a minute ago
};

} // namespace signalbox::ark
