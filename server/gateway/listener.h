// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/admission/forwarding.h"
#include "server/gateway/admission/origin.h"
#include "server/gateway/connection.h"
#include "server/gateway/httpconnection.h"
#include "server/gateway/listeningsockets.h"
#include "server/gateway/router.h"
#include "server/gateway/services.h"

#include <QSet>
#include <QSslConfiguration>

namespace signalbox::gateway {

// An upgrade that became a WebSocket: an admitted one, or one to be closed with refusal.
struct Upgraded
{
    Connection::Parts parts;
    dialects::RequestHead head;
    std::optional<dialects::AcceptThenClose> refusal;
};

// One port: decides which peers may come in, and to which dialect or route. Server thread; owned by Gateway.
class Listener final : public QObject, public HttpHandler
{
    Q_OBJECT

public:
    Listener(ListenerOptions options, QList<dialects::Dialect *> dialects, Services &services, QObject *parent);
    ~Listener() override;

    bool hasRoute(const QByteArray &method, const QString &path) const { return m_router.match(method, path).route; }
    void addRoute(const dialects::RestRoute &route, dialects::Dialect *owner);
    Result<void> open();
    Result<void> loadCertificate(); // again after a renewal; connections stay

    ListenerInfo info() const;
    bool hasConnections() const { return !m_connections.isEmpty(); }
    void stop(); // no new connections; requests under way are answered
    void drop();

    RouteDecision decideRoute(HttpConnection &http, dialects::RequestHead &head) override;
    void upgrade(HttpConnection &http, const dialects::RequestHead &head) override;
    dialects::RestResponse failure(const dialects::RequestHead &head, int status,
                                   const QString &message) const override;
    void answered(const dialects::RequestHead &head, int status, std::chrono::nanoseconds latency) override;

Q_SIGNALS:
    void connectionEnded();
    void upgraded(signalbox::gateway::Upgraded &upgraded); // Gateway makes it a Connection

private:
    bool isWired() const { return m_tls.isNull() && !m_options.portable; }
    void accept(int descriptor, const QHostAddress &peer, quint16 port);
    std::unique_ptr<Places::Seat> seatFor(int &descriptor, const QHostAddress &peer, const core::PeerUser &user) const;
    void turnAway(int descriptor) const;
    void serve(std::unique_ptr<ClientSocket> socket, const core::PeerUser &user);
    void acceptFailed(const QString &reason);
    std::optional<dialects::RestResponse> refuseForeign(const dialects::RequestHead &head) const;
    dialects::RestResponse later(const dialects::RequestHead &head, int status, const QString &message,
                                 const QByteArray &seconds) const;
    dialects::RestResponse preflight(const dialects::RequestHead &head) const;
    void identify(HttpConnection &http, dialects::RequestHead &head);
    void tellOfProxy(const core::PeerUser &peer);
    void raiseOwn(dialects::RequestHead &head) const;
    void route(dialects::RequestHead &head, RouteDecision &decision);
    const dialects::Dialect *webSocketAt(const dialects::RequestHead &head) const;
    std::optional<dialects::RestResponse> authorise(const dialects::RequestHead &head, const Router::Match &match,
                                                    Actor &actor) const;
    dialects::RestResponse error(dialects::Dialect *owner, const dialects::RequestHead &head, int status,
                                 const QString &message) const;
    void complete(HttpConnection &http, const dialects::RequestHead &head, dialects::Dialect *dialect,
                  const std::shared_ptr<ConnectionSlots::ConnectionSlot> &slot, dialects::Admission admission);
    void acceptUpgrade(HttpConnection &http, const dialects::RequestHead &head, const QString &subprotocol,
                       Upgraded &upgraded);

    bool m_hasToldOfProxy = false;
    const ListenerOptions m_options;
    const QList<dialects::Dialect *> m_dialects;
    Services &m_services;
    ListeningSockets m_sockets;
    HostRules m_rules;
    const TrustedProxies m_trusted;
    Router m_router;
    dialects::Dialect *m_restDialect = nullptr; // the first dialect with routes; failure() asks it for the response
    Limits m_limits;                            // until a request's dialect is known: the largest of all dialects here
    QSslConfiguration m_tls;
    QSet<HttpConnection *> m_connections;
    bool m_stopping = false;
};

} // namespace signalbox::gateway
