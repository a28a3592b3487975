// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gateway.h"

#include "server/gateway/indexpage.h"
#include "server/gateway/prometheus.h"

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

constexpr Milliseconds stopPatience{2000};
constexpr Milliseconds lastWordPatience{
    3000}; // a call is killed 2 s after it was told to end, and then tells its result

} // namespace

Gateway::Gateway(core::Hub &hub, const core::Authenticator *authenticator, QList<dialects::Dialect *> dialects,
                 LimitTable limits, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_dialects(std::move(dialects))
    , m_timeouts(hub.clock())
    , m_places({limits.general.socketsPerAddress, limits.general.requestsPerSecond, limits.general.heldBytesPerAddress})
    , m_services{hub, authenticator, std::move(limits), m_slots, m_places, m_poller, m_engines, m_timeouts, m_figures}
{
    addOwnRoutes();
    connect(&m_hub, &core::Hub::changed, this, &Gateway::deliver);
}

Gateway::~Gateway()
{
    // Connections end their Sessions (Session::closed()) while the Dialects and the Hub still exist, and go, those that have
    // ended already with them, before what they refer to.
    m_stopping = m_stopped = true;
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->drop();
    qDeleteAll(findChildren<Connection *>(QString(), Qt::FindDirectChildrenOnly));
}

void Gateway::addOwnRoutes()
{
    const auto health = [](const dialects::RestRequest &, const dialects::Respond &respond) {
        respond(dialects::RestResponse::text(200, "ok\n"));
    };
    const auto ready = [this](const dialects::RestRequest &, const dialects::Respond &respond) {
        const bool up = m_ready && !m_stopping;
        const QString &shortage = m_hub.snapshot().server.shortage;
        if (up && !shortage.isEmpty())
            return respond(dialects::RestResponse::text(503, shortage.toUtf8() + '\n'));
        respond(dialects::RestResponse::text(up ? 200 : 503, up ? "ready\n" : "not ready\n"));
    };
    const auto figures = [this](const dialects::RestRequest &, const dialects::Respond &respond) {
        respond({200, "text/plain; version=0.0.4; charset=utf-8", prometheusText(m_hub.snapshot()), {}});
    };
    addCommonRoute({"GET", u"/healthz"_s, health, Role::None});
    addCommonRoute({"GET", u"/readyz"_s, ready, Role::None});
    addCommonRoute({"GET", u"/metrics"_s, figures, Role::Viewer});
}

void Gateway::addCommonRoute(const dialects::RestRoute &route)
{
    m_commonRoutes.append(route);
}

void Gateway::setFrameTap(core::FrameTap *tap)
{
    m_frameTap = tap;
    connect(tap, &core::FrameTap::followedChanged, this, [this](const QString &clientId, bool followed) {
        if (Connection *connection = m_clients.value(clientId))
            connection->setWatched(followed);
    });
}

Result<void> Gateway::listen(const QList<ListenerOptions> &listeners)
{
    std::vector<std::unique_ptr<Listener>> opened;
    for (const ListenerOptions &options : listeners) {
        QList<dialects::Dialect *> own;
        for (const QString &name : options.dialects) {
            const auto dialect = std::find_if(m_dialects.cbegin(), m_dialects.cend(),
                                              [&name](const auto *known) { return known->name() == name; });
            if (dialect == m_dialects.cend())
                return unexpected(ErrorCode::InvalidArgument,
                                  u"port %1: there is no dialect '%2'"_s.arg(options.port).arg(name));
            own.append(*dialect);
        }
        auto listener = std::make_unique<Listener>(options, own, m_services, nullptr);
        addRoutes(*listener, own);
        connect(listener.get(), &Listener::upgraded, this, &Gateway::adopt);
        connect(listener.get(), &Listener::connectionEnded, this, &Gateway::checkStopped);
        if (const Result<void> open = listener->open(); !open)
            return open;
        opened.push_back(std::move(listener));
    }
    std::move(opened.begin(), opened.end(), std::back_inserter(m_listeners));
    return {};
}

void Gateway::addRoutes(Listener &listener, const QList<dialects::Dialect *> &own) const
{
    QStringList names;
    QList<dialects::RestRoute> all = m_commonRoutes;
    for (const dialects::RestRoute &route : m_commonRoutes)
        listener.addRoute(route, nullptr);
    for (dialects::Dialect *dialect : own) {
        names.append(dialect->name());
        const QList<dialects::RestRoute> routes = dialect->routes();
        for (const dialects::RestRoute &route : routes)
            listener.addRoute(route, dialect);
        all += routes;
    }
    if (names.isEmpty() || listener.hasRoute("GET", u"/"_s))
        return;
    const auto index = [page = indexPage(names, all)](const dialects::RestRequest &, const dialects::Respond &respond) {
        respond(page);
    };
    listener.addRoute({"GET", u"/"_s, index, Role::None}, nullptr);
}

QList<ListenerInfo> Gateway::listeners() const
{
    QList<ListenerInfo> infos;
    for (const auto &listener : m_listeners)
        infos.append(listener->info());
    return infos;
}

void Gateway::adopt(Upgraded &upgraded)
{
    const Limits &limits = m_services.limits.of(upgraded.parts.dialect->name());
    const QString id = upgraded.parts.actor.clientId;
    auto *connection = new Connection(std::move(upgraded.parts), limits, m_services, m_flusher, this);
    m_connections.insert(connection);
    if (!id.isEmpty())
        m_clients.insert(id, connection);
    if (m_frameTap)
        connect(connection, &Connection::frameSeen, m_frameTap,
                [tap = m_frameTap, id](const ClientFrame &frame) { tap->add(id, frame); });
    connect(connection, &Connection::ended, this, [this, connection, id] {
        m_connections.remove(connection);
        m_clients.remove(id);
        checkStopped();
    });
    if (m_stopping)
        connection->openToClose({{}, {}, 1001, u"server is shutting down"_s});
    else if (upgraded.refusal)
        connection->openToClose(*upgraded.refusal);
    else
        connection->open(upgraded.head);
}

void Gateway::deliver(const Change &change, const Replaced &replaced)
{
    // The backlog is counted before this tick's frames add to it.
    if (std::holds_alternative<MetricsSampled>(change.body))
        countClients();
    for (dialects::Dialect *dialect : m_dialects)
        dialect->changed(change, replaced);
}

void Gateway::countClients()
{
    ClientsCounted counted;
    for (auto client = m_clients.cbegin(); client != m_clients.cend(); ++client) {
        if (const std::optional<ClientFigures> figures = client.value()->movedFigures())
            counted.figures.append({client.key(), *figures});
    }
    // The first tick without traffic records an empty ClientsCounted: the rates of the last one would stay otherwise.
    const bool isQuiet = counted.figures.isEmpty();
    if (!std::exchange(m_isQuiet, isQuiet) || !isQuiet)
        (void)m_hub.record(counted);
}

Result<QString> Gateway::handle(const Command &command)
{
    const auto *request = std::get_if<DisconnectClient>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported, u"this is no command about clients"_s);
    if (Connection *connection = m_clients.value(request->clientId))
        connection->close(1000, u"disconnected by an operator"_s);
    m_hub.complete(command, request->clientId);
    return request->clientId;
}

void Gateway::reviewAccess(const QString &user)
{
    const QHash<QString, Connection *> clients = m_clients;
    for (Connection *client : clients)
        client->reviewAccess(user);
}

QStringList Gateway::reloadCertificates()
{
    QStringList problems;
    for (const auto &listener : m_listeners) {
        if (const Result<void> loaded = listener->loadCertificate(); !loaded)
            problems.append(loaded.error().message);
    }
    return problems;
}

RequestFigures Gateway::takeRequestFigures()
{
    return std::exchange(m_figures, {});
}

void Gateway::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    for (const auto &listener : m_listeners)
        listener->stop();
    const QSet<Connection *> connections = m_connections;
    bool isAwaited = false;
    for (Connection *connection : connections)
        isAwaited = connection->leave() || isAwaited;
    m_hub.clock().after(isAwaited ? lastWordPatience : stopPatience, this, [this] {
        for (const auto &listener : m_listeners)
            listener->drop();
        const QSet<Connection *> left = m_connections;
        for (Connection *connection : left)
            connection->dropAfterLastWord();
        checkStopped();
    });
    // Queued, so that a caller may connect to stopped() before or after it calls stop().
    QMetaObject::invokeMethod(this, &Gateway::checkStopped, Qt::QueuedConnection);
}

void Gateway::checkStopped()
{
    if (!m_stopping || m_stopped || !m_connections.isEmpty())
        return;
    for (const auto &listener : m_listeners) {
        if (listener->hasConnections())
            return;
    }
    m_stopped = true;
    Q_EMIT stopped();
}

} // namespace signalbox::gateway
