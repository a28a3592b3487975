// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/frametap.h"
#include "server/gateway/flusher.h"
#include "server/gateway/listener.h"

namespace signalbox::gateway {

// The listening side: heads, limits, admission, REST or upgrade, and all connections. Knows nothing of what a
// message means. Server thread; owned by Server.
class Gateway final : public QObject, public core::CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Gateway. authenticator may be nullptr: then no token is valid.
    Gateway(core::Hub &hub, const core::Authenticator *authenticator, QList<dialects::Dialect *> dialects,
            LimitTable limits = {}, QObject *parent = nullptr);
    ~Gateway() override;

    // Serves route on every listener, besides /healthz, /readyz and /metrics; to be called before listen().
    void addCommonRoute(const dialects::RestRoute &route);

    // tap is given the frames of the clients that it reports as followed; it outlives the Gateway.
    void setFrameTap(core::FrameTap *tap);

    // Opens all listeners or none. Errors: Conflict when an address is taken (exit 69), InvalidArgument; both name
    // the address.
    Result<void> listen(const QList<ListenerOptions> &listeners);
    QList<ListenerInfo> listeners() const; // with the real ports

    void setReady(bool ready) { m_ready = ready; } // what /readyz says

    // DisconnectClient, with close code 1000; Unsupported for all others.
    Result<QString> handle(const Command &command) override;

    // Users, keys or sessions changed: connections whose credential no longer holds are closed with 1008, and roles
    // count at once. user: of whom; empty: of anybody.
    void reviewAccess(const QString &user = {});
    // For handshakes from now on; clients stay. What went wrong, one text for each listener that keeps its old certificate.
    QStringList reloadCertificates();
    RequestFigures takeRequestFigures(); // since the last call
    qsizetype connectionCount() const { return m_connections.size(); }

    // Stops listening, answers the requests under way, closes every WebSocket with 1001, those of sessions with a last
    // word after that; stopped() follows within 3 s.
    void stop();

Q_SIGNALS:
    void stopped(); // once

private:
    void addOwnRoutes();
    void addRoutes(Listener &listener, const QList<dialects::Dialect *> &own) const;
    void adopt(Upgraded &upgraded);
    void deliver(const Change &change, const Replaced &replaced);
    void countClients();
    void checkStopped();

    core::Hub &m_hub;
    const QList<dialects::Dialect *> m_dialects;
    core::Poller m_poller;
    Flusher m_flusher{m_poller};
    ConnectionSlots m_slots;
    Engines m_engines;
    Timeouts m_timeouts;
    Places m_places;
    RequestFigures m_figures;
    Services m_services;
    QList<dialects::RestRoute> m_commonRoutes;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    QSet<Connection *> m_connections;
    QHash<QString, Connection *> m_clients; // by client id
    core::FrameTap *m_frameTap = nullptr;
    bool m_isQuiet = true; // no client's figures changed at the last tick
    bool m_ready = false;
    bool m_stopping = false;
    bool m_stopped = false;
};

} // namespace signalbox::gateway
