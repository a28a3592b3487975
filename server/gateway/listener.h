// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/gateway/connection.h"
#include "server/gateway/connectionslots.h"
#include "server/gateway/httpconnection.h"
#include "server/gateway/limits.h"
#include "server/gateway/router.h"
#include "server/gateway/upgrader.h"

#include <QSet>
#include <QSslConfiguration>
#include <QTcpServer>

namespace signalbox::gateway {

// What all listeners of one Gateway share.
struct Services
{
    core::Hub &hub;
    const core::Authenticator *authenticator = nullptr; // nullptr: nobody has credentials
    LimitTable limits;
    Seats &seats;
    Upgrader &upgrader;
    RequestFigures &figures;
};

// What an admitted upgrade became.
struct Upgraded
{
    Connection::Parts parts;
    dialects::Handshake head;
    std::optional<dialects::AcceptThenClose> refusal;
};

// One listening address: who may come in, to which dialect, and to which route. Server thread; owned by
// Gateway.
class Listener final : public QTcpServer, public HttpHandler
{
    Q_OBJECT

public:
    Listener(ListenerOptions options, QList<dialects::DialectFactory *> dialects, Services &services, QObject *parent);
    ~Listener() override;

    bool hasRoute(const QByteArray &method, const QString &path) const { return m_router.match(method, path).route; }
    void addRoute(const dialects::RestRoute &route, dialects::DialectFactory *owner);
    Result<void> open();
    Result<void> loadCertificate(); // again after a renewal; connections stay

    ListenerInfo info() const;
    bool hasSessions() const { return !m_sessions.isEmpty(); }
    void stop(); // no new connections; what is in hand is answered
    void drop();

    Verdict judge(HttpSession &session, dialects::Handshake &head) override;
    void upgrade(HttpSession &session, const dialects::Handshake &head) override;
    dialects::RestResponse failure(const dialects::Handshake &head, int status, const QString &message) const override;
    void answered(const dialects::Handshake &head, int status, std::chrono::nanoseconds latency) override;

Q_SIGNALS:
    void sessionEnded();
    void upgraded(signalbox::gateway::Upgraded &upgraded); // Gateway makes it a Connection

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    enum class Crowding { None, Low, Exhausted };

    Crowding crowdingAt(qintptr descriptor) const;
    std::unique_ptr<ClientSocket> adopt(qintptr descriptor);
    void acceptFailed();
    std::optional<dialects::RestResponse> refuseForeign(const dialects::Handshake &head) const;
    dialects::RestResponse preflight(const dialects::Handshake &head) const;
    void route(const dialects::Handshake &head, Verdict &verdict);
    std::optional<dialects::RestResponse> authorise(const dialects::Handshake &head, const Router::Match &match,
                                                    Actor &actor) const;
    dialects::RestResponse error(dialects::DialectFactory *owner, const dialects::Handshake &head, int status,
                                 const QString &message) const;
    void settle(HttpSession &session, const dialects::Handshake &head, dialects::DialectFactory *factory,
                const std::shared_ptr<Seats::Seat> &seat, dialects::Admission admission);
    void accept(HttpSession &session, const dialects::Handshake &head, const QString &subprotocol,
                std::shared_ptr<Upgraded> upgraded);

    const ListenerOptions m_options;
    const QList<dialects::DialectFactory *> m_dialects;
    Services &m_services;
    Router m_router;
    dialects::DialectFactory *m_speaker = nullptr; // the first dialect with routes spells our failures
    Limits m_limits; // while the dialect is not known: the most generous of the listener's
    QSslConfiguration m_tls;
    QSet<HttpSession *> m_sessions;
    QSet<const HttpSession *> m_crowded; // to be answered 503
    bool m_loopback = false;
    bool m_stopping = false;
};

} // namespace signalbox::gateway
