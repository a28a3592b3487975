// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/listener.h"

#include "server/core/auth/place.h"
#include "server/core/policy.h"
#include "server/dialects/requests.h"
#include "server/gateway/admission/certificate.h"
#include "server/gateway/admission/peerowner.h"
#include "server/gateway/wire/plainsocket.h"
#include "server/gateway/wire/qtsocket.h"
#include "server/gateway/wire/socketowner.h"

#include <QLoggingCategory>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

Q_LOGGING_CATEGORY(lcGateway, "signalbox.gateway", QtInfoMsg)

// Descriptors that are kept for everything else the program opens: pipes of processes, files, the database.
constexpr rlim_t reserve = 1024;
constexpr rlim_t reservedPart = 4; // of all, at most

// The kernel gives the lowest free number, so a number tells how many descriptors are left.
bool isReserved(int descriptor)
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0
           && static_cast<rlim_t>(descriptor) >= limit.rlim_cur - std::min(reserve, limit.rlim_cur / reservedPart);
}

// Why a plain request of a WebSocket's path is none of its handshakes.
QString upgradeRequired(const dialects::RequestHead &head, const QString &subprotocol)
{
    const QString missing =
        !headerTokens(head.header("upgrade")).contains("websocket")    ? u"the header 'Upgrade: websocket'"_s
        : !headerTokens(head.header("connection")).contains("upgrade") ? u"the header 'Connection: Upgrade'"_s
        : head.method != "GET"                                         ? u"the method GET"_s
                                                                       : u"HTTP/1.1"_s;
    const QString offer = subprotocol.isEmpty() ? QString() : u" that offers the subprotocol "_s + subprotocol;
    return u"%1 is a WebSocket, and this request lacks %2 (connect with a WebSocket client%3; a proxy in between must "
           "pass both headers on, with HTTP/1.1)"_s.arg(head.path, missing, offer);
}

const QByteArray crowdedResponse =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"_ba;

} // namespace

Listener::Listener(ListenerOptions options, QList<dialects::Dialect *> dialects, Services &services, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_dialects(std::move(dialects))
    , m_services(services)
    , m_sockets([this](int descriptor, const QHostAddress &peer, quint16 port) { accept(descriptor, peer, port); },
                [this](const QString &reason) { acceptFailed(reason); })
    , m_trusted(m_options.trustedProxies)
    , m_limits(services.limits.general)
{
    for (const dialects::Dialect *dialect : m_dialects) {
        const Limits &own = m_services.limits.of(dialect->name());
        m_limits.headBytes = std::max(m_limits.headBytes, own.headBytes);
        m_limits.handshakeTimeout = std::max(m_limits.handshakeTimeout, own.handshakeTimeout);
        m_limits.idleTimeout = std::max(m_limits.idleTimeout, own.idleTimeout);
    }
}

Listener::~Listener() = default;

void Listener::addRoute(const dialects::RestRoute &route, dialects::Dialect *owner)
{
    m_router.add(route, owner);
    if (!m_restDialect)
        m_restDialect = owner;
}

Result<void> Listener::open()
{
    if (const Result<void> loaded = loadCertificate(); !loaded)
        return loaded;
    const Result<void> opened =
        m_sockets.open(m_options.addresses, m_options.port, isWired() ? &m_services.poller : nullptr);
    m_rules = {m_sockets.isLoopback(), m_sockets.addresses(), ownNames(), m_options.hosts, m_options.origins};
    if (opened && m_rules.isLoopback && !m_options.anonymous && !tellsSocketOwners())
        qCWarning(
            lcGateway,
            "port %d: this kernel does not say whose connections are (sock_diag), so everybody without credentials is "
            "viewer (use tokens, or write [[listener]] anonymous = \"operator\" if every user of this machine may act)",
            m_sockets.port());
    return opened;
}

Result<void> Listener::loadCertificate()
{
    if (m_options.certificateFile.isEmpty())
        return {};
    const Result<QSslConfiguration> tls = readCertificate(m_options.certificateFile, m_options.keyFile);
    if (!tls)
        return Unexpected{tls.error()};
    m_tls = *tls;
    return {};
}

ListenerInfo Listener::info() const
{
    return {m_sockets.addresses(), m_sockets.port(), m_options.dialects, !m_tls.isNull()};
}

void Listener::stop()
{
    m_stopping = true;
    m_sockets.close();
    const QSet<HttpConnection *> connections = m_connections;
    for (HttpConnection *connection : connections)
        connection->finish();
}

void Listener::drop()
{
    const QSet<HttpConnection *> connections = m_connections;
    for (HttpConnection *connection : connections)
        connection->drop();
}

// ---- accepting

void Listener::accept(int descriptor, const QHostAddress &peer, quint16 port)
{
    const core::PeerUser user = peerUserOf(descriptor, peer);
    std::unique_ptr<Places::Seat> seat = seatFor(descriptor, peer, user);
    if (!seat)
        return turnAway(descriptor);
    std::unique_ptr<ClientSocket> socket;
    if (isWired())
        socket = PlainSocket::adopt(m_services.poller, descriptor, peer, port);
    else
        socket = QtSocket::adopt(descriptor, peer, port, m_tls, m_options.portable ? nullptr : &m_services.poller);
    if (!socket)
        return;
    socket->setSeat(std::move(seat));
    serve(std::move(socket), user);
}

// Null: neither among those of its place nor among all descriptors is there room for one more.
std::unique_ptr<Places::Seat> Listener::seatFor(int &descriptor, const QHostAddress &peer,
                                                const core::PeerUser &user) const
{
    if (isReserved(descriptor)) {
        if (!m_services.places.oldestIdleGivesWay())
            return nullptr;
        // Its number moves down to what is free now: the reserve would fill up with those that came in time.
        const int lower = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
        if (lower >= 0)
            ::close(std::exchange(descriptor, lower));
    }
    return m_services.places.enter(core::placeOf(peer.toString(), user));
}

void Listener::turnAway(int descriptor) const
{
    if (m_tls.isNull())
        (void)::send(descriptor, crowdedResponse.constData(), static_cast<std::size_t>(crowdedResponse.size()),
                     MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(descriptor);
}

void Listener::serve(std::unique_ptr<ClientSocket> socket, const core::PeerUser &user)
{
    auto *http =
        new HttpConnection(std::move(socket), user, *this, m_services.timeouts, m_limits, !m_tls.isNull(), this);
    m_connections.insert(http);
    connect(http, &HttpConnection::ended, this, [this, http] {
        m_connections.remove(http);
        Q_EMIT connectionEnded();
    });
    http->start();
}

void Listener::acceptFailed(const QString &reason)
{
    qCWarning(lcGateway, "cannot accept a connection on port %d: %s; trying again", m_sockets.port(),
              qUtf8Printable(reason));
    m_services.hub.clock().after(Milliseconds(200), this, [this] { m_sockets.resumeAccepting(); });
}

// ---- vetting a head

std::optional<dialects::RestResponse> Listener::refuseForeign(const dialects::RequestHead &head) const
{
    const QByteArray host = head.header("host");
    if (!isHostAllowed(host, m_rules))
        return failure(head, 403,
                       u"this server is not called '%1' (to allow it, add it to [[listener]] hosts)"_s.arg(
                           QString::fromLatin1(host)));
    const QByteArray origin = head.header("origin");
    if (!isOriginAllowed(origin, host, m_rules))
        return failure(head, 403,
                       u"origin '%1' is not allowed (to allow it, add it to [[listener]] origins)"_s.arg(
                           QString::fromLatin1(origin)));
    return std::nullopt;
}

dialects::RestResponse Listener::later(const dialects::RequestHead &head, int status, const QString &message,
                                       const QByteArray &seconds) const
{
    dialects::RestResponse response = failure(head, status, message);
    response.headers.append(std::pair<QByteArray, QByteArray>("Retry-After", seconds));
    return response;
}

dialects::RestResponse Listener::preflight(const dialects::RequestHead &head) const
{
    const Router::Match match = m_router.match("OPTIONS", head.path);
    dialects::RestResponse response{204, {}, {}, {}};
    response.headers = {{"Access-Control-Allow-Methods", match.allow.isEmpty() ? "GET" : match.allow},
                        {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                        {"Access-Control-Max-Age", "600"}};
    return response;
}

HttpHandler::RouteDecision Listener::decideRoute(HttpConnection &http, dialects::RequestHead &head)
{
    identify(http, head);
    RouteDecision decision;
    if (m_stopping) {
        decision.answer = later(head, 503, u"the server is shutting down"_s, "5");
        return decision;
    }
    if (!head.isUpgrade && !m_services.places.admitRequest(head.place, m_services.hub.clock().steady())) {
        decision.answer =
            later(head, 429, u"too many requests from your address or user; send them more slowly"_s, "1");
        return decision;
    }
    decision.answer = refuseForeign(head);
    if (decision.answer)
        return decision;
    decision.allowedOrigin = head.header("origin");
    if (head.method == "OPTIONS" && !head.header("access-control-request-method").isEmpty())
        decision.answer = preflight(head);
    else if (!head.isUpgrade)
        route(head, decision);
    else if (const dialects::Dialect *dialect = matchDialect(m_dialects, head); dialect && dialect->allowsAnonymous())
        raiseOwn(head);
    return decision;
}

// Whose request it is, and what that gives without credentials. A request that came through a proxy is one from beyond
// loopback, whatever address the proxy has.
void Listener::identify(HttpConnection &http, dialects::RequestHead &head)
{
    // A person of this machine is no proxy, whatever the headers say and whichever address is trusted.
    const core::PeerUser peer = http.peerUser();
    const bool mayForward = !peer.isHere || core::isOfService(peer) || !tellsSocketOwners();
    const Forwarding forwarding = forwardingOf(head, http.peerAddress(), mayForward ? m_trusted : TrustedProxies());
    if (forwarding.isForwarded && !mayForward && m_trusted.contains(http.peerAddress()))
        tellOfProxy(peer);
    if (!forwarding.client.isNull())
        head.address = forwarding.client.toString();
    if (!forwarding.isForwarded && http.peerAddress().isLoopback())
        head.user = peer;
    head.place = core::placeOf(head.address, forwarding.client.isNull() ? peer : core::PeerUser());
    if (forwarding.isForwarded && forwarding.client.isNull())
        head.place += u", forwarded"_s; // the proxy's clients are not to keep out the user who runs it
    const bool isLocal = m_rules.isLoopback && (head.user.isHere || forwarding.client.isLoopback());
    head.anonymousRole = m_options.anonymous.value_or(isLocal ? Role::Viewer : Role::None);
}

// Once: an operator is to know it, and a person who poses as a proxy is not to fill the log.
void Listener::tellOfProxy(const core::PeerUser &peer)
{
    if (std::exchange(m_hasToldOfProxy, true))
        return;
    qCWarning(
        lcGateway,
        "port %d: what %s says of its clients in Forwarded, X-Forwarded-For or X-Real-IP is not believed, although "
        "trusted_proxies has its address: on this machine a proxy runs as a service's account (user id below 1000, "
        "61184 to 65519, or the server's own)",
        m_sockets.port(), peer.id ? qPrintable(u"user %1"_s.arg(*peer.id)) : "a process that the kernel does not name");
}

void Listener::raiseOwn(dialects::RequestHead &head) const
{
    if (!m_options.anonymous && m_rules.isLoopback && head.token().isEmpty() && core::isOwn(head.user))
        head.anonymousRole = Role::Operator;
}

void Listener::route(dialects::RequestHead &head, RouteDecision &decision)
{
    Router::Match match = m_router.match(head.method, head.path);
    if (!match.route && match.allow.isEmpty()) {
        const dialects::Dialect *dialect = webSocketAt(head);
        decision.answer = dialect ? dialect->restError(head, 426, upgradeRequired(head, dialect->subprotocol()))
                                  : failure(head, 404, u"nothing is served at %1"_s.arg(head.path));
    } else if (!match.route && head.method == "OPTIONS") {
        decision.answer = dialects::RestResponse{204, {}, {}, {{"Allow", match.allow}}};
    } else if (!match.route) {
        decision.answer =
            error(match.owner, head, 405, u"%1 is not possible here"_s.arg(QString::fromLatin1(head.method)));
        decision.answer->headers.removeIf([](const auto &header) { return header.first.toLower() == "allow"; });
        decision.answer->headers.append(std::pair<QByteArray, QByteArray>("Allow", match.allow));
    } else {
        decision.route = *match.route;
        decision.captures = std::move(match.captures);
        decision.bodyBytes = m_services.limits.of(match.owner ? match.owner->name() : QString()).bodyBytes;
        if (match.route->least > Role::None)
            raiseOwn(head);
        decision.answer = authorise(head, match, decision.actor);
    }
}

// The dialect whose WebSocket a plain request without a route has met. One that takes any path, by its subprotocol, leaves
// the paths of no route to a dialect that has routes.
const dialects::Dialect *Listener::webSocketAt(const dialects::RequestHead &head) const
{
    const dialects::Dialect *dialect = matchDialect(m_dialects, head);
    const bool isAnyPath = dialect && !dialect->subprotocol().isEmpty();
    return isAnyPath && m_restDialect && m_restDialect != dialect ? nullptr : dialect;
}

std::optional<dialects::RestResponse> Listener::authorise(const dialects::RequestHead &head, const Router::Match &match,
                                                          Actor &actor) const
{
    const bool isOpen = !match.owner || match.owner->allowsAnonymous();
    const Role anonymous = isOpen ? head.anonymousRole : Role::None;
    const Role least = match.route->least;
    const Result<Actor> known = dialects::actorOf(head, m_services.authenticator, anonymous);
    if (!known && least != Role::None) // a login must work for a client that still sends an expired token
        return error(match.owner, head, 401, known.error().message);
    actor = known ? *known : Actor{u"anonymous"_s, anonymous, {}, {}};
    actor.dialect = match.owner ? match.owner->name() : QString();
    actor.address = head.address;
    actor.place = head.place;
    const Result<void> admitted = core::policy::needRole(actor, least);
    if (admitted)
        return std::nullopt;
    // 401 asks for credentials where a peer without any may do nothing; 403 says that the peer's role is too low.
    const bool unknown = actor.role == Role::None && head.token().isEmpty();
    if (!unknown)
        Q_EMIT m_services.hub.turnedAway(actor, QString::fromLatin1(head.method) + u' ' + head.path);
    return error(match.owner, head, unknown ? 401 : 403,
                 unknown ? u"authentication required"_s : admitted.error().message.text());
}

dialects::RestResponse Listener::error(dialects::Dialect *owner, const dialects::RequestHead &head, int status,
                                       const QString &message) const
{
    return owner ? owner->restError(head, status, message) : failure(head, status, message);
}

dialects::RestResponse Listener::failure(const dialects::RequestHead &head, int status, const QString &message) const
{
    if (head.isUpgrade) {
        if (const dialects::Dialect *dialect = matchDialect(m_dialects, head))
            return dialect->restError(head, status, message);
    }
    if (m_restDialect)
        return m_restDialect->restError(head, status, message);
    return dialects::RestResponse::text(status, message.toUtf8() + '\n');
}

void Listener::answered(const dialects::RequestHead &head, int status, std::chrono::nanoseconds latency)
{
    ++m_services.figures.requests;
    m_services.figures.latency += latency;
    // head.path is without the query, which may carry secrets (docs/reliability.md, "Secrets stay secret").
    qCDebug(lcGateway, "%s %s %d", head.method.constData(), qUtf8Printable(head.path), status);
}

// ---- upgrading

void Listener::upgrade(HttpConnection &http, const dialects::RequestHead &head)
{
    dialects::Dialect *dialect = matchDialect(m_dialects, head);
    if (!dialect && m_dialects.isEmpty())
        return http.respond(failure(head, 404, u"no WebSocket is served here"_s));
    if (!dialect)
        return http.respond(m_dialects.constFirst()->unmatchedUpgrade(head));
    auto slot = m_services.connectionSlots.take(dialect->name(), head.place, m_services.limits.of(dialect->name()));
    if (!slot)
        return complete(http, head, dialect, nullptr, dialect->overLimit(head));
    // admit() may answer after the listener or the peer has gone.
    dialect->admit(head, [self = QPointer(this), waiting = QPointer(&http), head, dialect,
                          held = std::make_shared<ConnectionSlots::ConnectionSlot>(*std::move(slot))](
                             dialects::Admission admission) {
        if (self && waiting && waiting->isHandling())
            self->complete(*waiting, head, dialect, held, std::move(admission));
    });
}

void Listener::complete(HttpConnection &http, const dialects::RequestHead &head, dialects::Dialect *dialect,
                        const std::shared_ptr<ConnectionSlots::ConnectionSlot> &slot, dialects::Admission admission)
{
    const Limits &limits = m_services.limits.of(dialect->name());
    if (const auto *accepted = std::get_if<dialects::Accept>(&admission)) {
        const bool isNamed = accepted->actor.user != "anonymous"_L1;
        if (isNamed && slot && !slot->claimUser(accepted->actor.user, limits.connectionsPerUser))
            admission = dialect->overLimit(head);
    }
    if (const auto *refused = std::get_if<dialects::RefuseHttp>(&admission))
        return http.respond(refused->response);
    Upgraded made;
    made.head = head;
    made.parts.dialect = dialect;
    made.parts.slot = slot;
    if (const auto *refusal = std::get_if<dialects::AcceptThenClose>(&admission)) {
        made.refusal = *refusal;
        return acceptUpgrade(http, head, refusal->subprotocol, made);
    }
    const auto &accepted = std::get<dialects::Accept>(admission);
    made.parts.actor = accepted.actor;
    made.parts.actor.dialect = dialect->name();
    made.parts.actor.address = head.address;
    made.parts.actor.place = head.place;
    if (accepted.actor.user != "anonymous"_L1 && m_services.authenticator)
        made.parts.credential = core::Credential{accepted.actor.user, accepted.token,
                                                 m_services.authenticator->generationOf(accepted.actor.user)};
    made.parts.actor.clientId = m_services.hub.ids().next();
    acceptUpgrade(http, head, accepted.subprotocol, made);
}

void Listener::acceptUpgrade(HttpConnection &http, const dialects::RequestHead &head, const QString &subprotocol,
                             Upgraded &upgraded)
{
    // RFC 6455, 4.2.2: only what was offered may be echoed.
    const QString echoed = head.subprotocols.contains(subprotocol) ? subprotocol : QString();
    const std::optional<QByteArray> answer = m_services.engines.handshake(head.header("sec-websocket-key"), echoed);
    if (!answer)
        return http.respond(failure(head, 400, u"the upgrade cannot be answered"_s));
    answered(head, 101, {});
    HttpConnection::Released released = http.release();
    released.socket->write(*answer);
    upgraded.parts.socket = std::move(released.socket);
    upgraded.parts.early = std::move(released.leftover);
    Q_EMIT this->upgraded(upgraded);
}

} // namespace signalbox::gateway
