// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/airavatasession.h"
#include "server/dialects/airavata/events.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/airavata/subscribers.h"
#include "server/dialects/airavata/traffic.h"
#include "server/dialects/apipages.h"
#include "server/dialects/dialect.h"

namespace signalbox::airavata {

using namespace Qt::StringLiterals;

// The Airavata wire (README.md in this folder), once per server: admits upgrades, sends each event to the sessions it
// concerns, and answers REST. Server thread; owned by Server; outlives its sessions.
class AiravataDialect final : public QObject, public dialects::Dialect
{
    Q_OBJECT

public:
    explicit AiravataDialect(dialects::DialectServices services);

    QString name() const override { return u"airavata"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    dialects::FastSender fastSender() const override { return dialects::FastSender::Report; }
    void rateExceeded(dialects::Peer &peer) override;
    void accessLost(dialects::Peer &peer, const QString &reason) override;
    bool allowsAnonymous() const override { return false; }
    bool matches(const dialects::RequestHead &head) const override;
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override;
    dialects::Admission overLimit(const dialects::RequestHead &head) const override;
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &head) override;
    void changed(const Change &change, const Replaced &replaced) override;
    QList<dialects::RestRoute> routes() override;
    dialects::RestResponse restError(const dialects::RequestHead &request, int status,
                                     const QString &message) const override;
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override;

    // For AiravataSession.
    core::Clock &clock() const { return m_services.hub.clock(); }
    int subscriptionLimit() const { return m_services.limits.subscriptions; }
    Subscribers &subscribers() { return m_subscribers; }
    Traffic &traffic() { return m_traffic; }
    QByteArray statistics() const;
    // A message that is no event, with a fresh id.
    dialects::Frame frame(Type type, const QByteArray &data = {}, const QString &error = {}) const;

private:
    struct Place // the resource that a path subscribes to
    {
        std::optional<ResourceType> type; // unset: none
        QString id;
    };
    static std::optional<Place> placeOf(const QString &path);

    QString nextId(Type type, const QString &subject = {}) const;
    dialects::Admission refusal(const QString &text) const;
    void closeWithFrame(dialects::Peer &peer, const QString &text) const;
    void broadcast(const Event &event, Timestamp time);

    const dialects::DialectServices m_services;
    Subscribers m_subscribers;
    Traffic m_traffic;
    Events m_events;
    Timestamp m_startedAt;
    mutable std::chrono::nanoseconds m_lastId{0};
    Rest m_rest{m_services, m_events};
    dialects::ApiPages m_pagesV2;
    dialects::ApiPages m_pagesV1;
};

} // namespace signalbox::airavata
