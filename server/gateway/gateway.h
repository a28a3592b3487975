// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/frametap.h"
#include "server/gateway/flusher.h"
#include "server/gateway/listener.h"

namespace signalbox::gateway {

// The listening side: heads, limits, admission, REST or upgrade, and all connections. Knows nothing of what a
// message means. Server thread; owned by Server.
class Gateway final : public QObject
{
    Q_OBJECT

public:
    // All outlive the Gateway. authenticator may be nullptr: then no token is valid.
    Gateway(core::Hub &hub, const core::Authenticator *authenticator, QList<dialects::DialectFactory *> factories,
            LimitTable limits = LimitTable::defaults(), QObject *parent = nullptr);
    ~Gateway() override;

    // On every listener, besides /healthz, /readyz and /metrics; before listen().
    void addCommonRoute(const dialects::RestRoute &route);

    // Where frames of watched clients go; outlives the Gateway.
    void setFrameTap(core::FrameTap *tap);

    // All or none. Errors: Conflict when an address is taken (exit 69), InvalidArgument; both name the
    // address.
    Result<void> listen(const QList<ListenerOptions> &listeners);
    QList<ListenerInfo> listeners() const; // with the real ports

    void setReady(bool ready) { m_ready = ready; } // what /readyz says

    // DisconnectClient: 1000 with this reason. False: there is no such client.
    bool disconnectClient(const QString &clientId, const QString &reason);

    Result<void> reloadCertificates();   // for handshakes from now on; clients stay
    RequestFigures takeRequestFigures(); // since the last call
    qsizetype connectionCount() const { return m_connections.size(); }

    // Stops listening, answers what is in hand, closes every WebSocket with 1001; stopped() follows within 2
    // s.
    void stop();

Q_SIGNALS:
    void stopped(); // once

private:
    void addOwnRoutes();
    void addRoutes(Listener &listener, const QList<dialects::DialectFactory *> &own) const;
    void adopt(Upgraded &upgraded);
    void spread(const Change &change);
    void countClients();
    void checkStopped();

    core::Hub &m_hub;
    const QList<dialects::DialectFactory *> m_factories;
    Flusher m_flusher;
    Seats m_seats;
    Upgrader m_upgrader;
    RequestFigures m_figures;
    Services m_services;
    QList<dialects::RestRoute> m_commonRoutes;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    QSet<Connection *> m_connections;
    QHash<QString, Connection *> m_clients; // by client id
    core::FrameTap *m_frameTap = nullptr;
    bool m_isQuiet = true; // nobody's figures moved at the last tick
    bool m_ready = false;
    bool m_stopping = false;
    bool m_stopped = false;
};

} // namespace signalbox::gateway
