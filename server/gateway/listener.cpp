// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/listener.h"

#include "server/dialects/requests.h"
#include "server/gateway/origin.h"
#include "server/gateway/wire/plainsocket.h"
#include "server/gateway/wire/qtsocket.h"

#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslKey>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

Q_LOGGING_CATEGORY(lcGateway, "signalbox.gateway", QtInfoMsg)

// Descriptors kept for everything else the program opens: files, pipes of processes, the database.
constexpr rlim_t reserve = 64;
constexpr rlim_t lastReserve = 16;

constexpr int acceptedAtOnce = 64; // then those that are connected have their turn

const QByteArray crowdedResponse =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"_ba;

QHostAddress addressFrom(const QString &text)
{
    if (text.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return QHostAddress(QHostAddress::LocalHost);
    if (text == "*"_L1)
        return QHostAddress(QHostAddress::Any);
    return QHostAddress(text);
}

} // namespace

Listener::Listener(ListenerOptions options, QList<dialects::Dialect *> dialects, Services &services, QObject *parent)
    : QTcpServer(parent)
    , m_options(std::move(options))
    , m_dialects(std::move(dialects))
    , m_services(services)
    , m_limits(services.limits.general)
{
    for (const dialects::Dialect *dialect : m_dialects) {
        const Limits &own = m_services.limits.of(dialect->name());
        m_limits.headBytes = std::max(m_limits.headBytes, own.headBytes);
        m_limits.handshakeTimeout = std::max(m_limits.handshakeTimeout, own.handshakeTimeout);
        m_limits.idleTimeout = std::max(m_limits.idleTimeout, own.idleTimeout);
    }
    setListenBacklogSize(1024);
    connect(this, &QTcpServer::acceptError, this, [this] { acceptFailed(errorString()); });
}

Listener::~Listener()
{
    unwatch();
}

void Listener::addRoute(const dialects::RestRoute &route, dialects::Dialect *owner)
{
    m_router.add(route, owner);
    if (!m_restDialect)
        m_restDialect = owner;
}

Result<void> Listener::open()
{
    const QHostAddress address = addressFrom(m_options.address);
    if (address.isNull())
        return unexpected(ErrorCode::InvalidArgument,
                          u"'%1' is not an address of this machine; write an IP address such as "
                          "127.0.0.1 or 0.0.0.0 as the listener's address"_s.arg(m_options.address));
    if (const Result<void> loaded = loadCertificate(); !loaded)
        return loaded;
    m_loopback = address.isLoopback();
    if (listen(address, m_options.port)) {
        watch();
        return {};
    }
    const QString where = u"%1:%2"_s.arg(m_options.address).arg(m_options.port);
    if (serverError() == QAbstractSocket::AddressInUseError)
        return unexpected(ErrorCode::Conflict,
                          u"%1 is taken by another program; stop that program or give the listener "
                          "another port"_s.arg(where));
    return unexpected(ErrorCode::Internal, u"cannot listen on %1: %2"_s.arg(where, errorString()));
}

Result<void> Listener::loadCertificate()
{
    if (m_options.certificateFile.isEmpty())
        return {};
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(m_options.certificateFile);
    if (chain.isEmpty())
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1: no PEM certificate can be read there"_s.arg(m_options.certificateFile));
    QFile file(m_options.keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(ErrorCode::InvalidArgument, u"%1: %2"_s.arg(m_options.keyFile, file.errorString()));
    const QByteArray pem = file.readAll();
    QSslKey key;
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (key.isNull())
            key = QSslKey(pem, algorithm);
    }
    if (key.isNull())
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1: no unencrypted PEM key (RSA or EC) can be read there"_s.arg(m_options.keyFile));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls = tls;
    return {};
}

ListenerInfo Listener::info() const
{
    return {serverAddress().toString(), serverPort(), m_options.dialects, !m_tls.isNull()};
}

void Listener::stop()
{
    m_stopping = true;
    unwatch();
    close();
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

Listener::Crowding Listener::crowdingAt(qintptr descriptor) const
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur <= 4 * reserve)
        return Crowding::None;
    // The kernel gives the lowest free number, so the number tells how many descriptors are left.
    const auto number = static_cast<rlim_t>(descriptor);
    if (number >= limit.rlim_cur - lastReserve)
        return Crowding::Exhausted;
    return number >= limit.rlim_cur - reserve ? Crowding::Low : Crowding::None;
}

// Plain connections are accepted in batches, with options that they have from the listening socket; with TLS, QTcpServer
// accepts.
void Listener::watch()
{
    if (!m_tls.isNull() || m_options.portable)
        return;
    pauseAccepting();
    const int descriptor = static_cast<int>(socketDescriptor());
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    if (m_services.wireHub.watch(descriptor, EPOLLIN, *this))
        m_watched = descriptor;
    else
        resumeAccepting();
}

void Listener::unwatch()
{
    if (m_watched >= 0)
        m_services.wireHub.forget(std::exchange(m_watched, -1));
}

void Listener::readable(bool)
{
    for (int count = 0; count < acceptedAtOnce && m_watched >= 0; ++count) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        auto *address = reinterpret_cast<sockaddr *>(&peer);
        const int descriptor = ::accept4(m_watched, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0 && (errno == EINTR || errno == ECONNABORTED))
            continue;
        if (descriptor < 0) {
            if (errno != EAGAIN)
                acceptFailed(qt_error_string(errno));
            return;
        }
        const Crowding crowding = crowdingAt(descriptor);
        if (turnAway(crowding, descriptor))
            continue;
        const quint16 port = peer.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(&peer)->sin6_port
                                                        : reinterpret_cast<sockaddr_in *>(&peer)->sin_port;
        serve(PlainSocket::adopt(m_services.wireHub, descriptor, QHostAddress(address), ntohs(port)), crowding);
    }
}

void Listener::incomingConnection(qintptr descriptor)
{
    const Crowding crowding = crowdingAt(descriptor);
    if (!turnAway(crowding, descriptor))
        serve(QtSocket::adopt(descriptor, m_tls), crowding);
}

bool Listener::turnAway(Crowding crowding, qintptr descriptor) const
{
    if (crowding != Crowding::Exhausted)
        return false;
    const int raw = static_cast<int>(descriptor);
    (void)::send(raw, crowdedResponse.constData(), static_cast<std::size_t>(crowdedResponse.size()),
                 MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(raw);
    return true;
}

void Listener::serve(std::unique_ptr<ClientSocket> socket, Crowding crowding)
{
    if (!socket)
        return;
    Limits limits = m_limits;
    if (crowding == Crowding::Low)
        limits.handshakeTimeout = std::min(limits.handshakeTimeout, Milliseconds(1000));
    auto *http = new HttpConnection(std::move(socket), *this, m_services.hub.clock(), limits, !m_tls.isNull(), this);
    m_connections.insert(http);
    if (crowding == Crowding::Low)
        m_crowded.insert(http);
    connect(http, &HttpConnection::ended, this, [this, http] {
        m_connections.remove(http);
        m_crowded.remove(http);
        Q_EMIT connectionEnded();
    });
    http->start();
}

// Accepting stops when the kernel refuses, usually for want of descriptors.
void Listener::acceptFailed(const QString &reason)
{
    qCWarning(lcGateway, "cannot accept a connection on port %d: %s; trying again", serverPort(),
              qUtf8Printable(reason));
    const bool watched = m_watched >= 0;
    unwatch();
    m_services.hub.clock().after(Milliseconds(200), this, [this, watched] {
        if (isListening() && watched)
            watch();
        else if (isListening())
            resumeAccepting();
    });
}

// ---- vetting a head

std::optional<dialects::RestResponse> Listener::refuseForeign(const dialects::RequestHead &head) const
{
    const QByteArray host = head.header("host");
    if (!isHostAllowed(host, m_options.address, m_loopback))
        return failure(head, 403, u"this server is not called '%1'"_s.arg(QString::fromLatin1(host)));
    const QByteArray origin = head.header("origin");
    if (!isOriginAllowed(origin, host, m_loopback, m_options.origins))
        return failure(head, 403, u"origin '%1' is not allowed"_s.arg(QString::fromLatin1(origin)));
    return std::nullopt;
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
    head.anonymousRole = m_options.anonymous;
    head.loopbackListener = m_loopback;
    RouteDecision decision;
    if (m_crowded.contains(&http) || m_stopping) {
        decision.answer = failure(head, 503, u"the server is at its limit; try again in a moment"_s);
        decision.answer->headers.append(std::pair<QByteArray, QByteArray>("Retry-After", "5"));
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
    return decision;
}

void Listener::route(const dialects::RequestHead &head, RouteDecision &decision)
{
    Router::Match match = m_router.match(head.method, head.path);
    if (!match.route && match.allow.isEmpty()) {
        decision.answer = failure(head, 404, u"nothing is served at %1"_s.arg(head.path));
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
        decision.answer = authorise(head, match, decision.actor);
    }
}

std::optional<dialects::RestResponse> Listener::authorise(const dialects::RequestHead &head, const Router::Match &match,
                                                          Actor &actor) const
{
    const bool isOpen = !match.owner || match.owner->allowsAnonymous();
    const Role anonymous = isOpen ? m_options.anonymous : Role::None;
    const Role least = match.route->least;
    const Result<Actor> known = dialects::actorOf(head, m_services.authenticator, anonymous);
    if (!known && least != Role::None) // a login must work for a client that still sends an expired token
        return error(match.owner, head, 401, known.error().message);
    actor = known ? *known : Actor{u"anonymous"_s, anonymous, {}, {}};
    actor.dialect = match.owner ? match.owner->name() : QString();
    if (actor.role >= least)
        return std::nullopt;
    // 401 asks for credentials where a peer without any may do nothing; 403 says that the peer's role is too low.
    const bool unknown = actor.role == Role::None && head.token().isEmpty();
    return error(match.owner, head, unknown ? 401 : 403, unknown ? u"authentication required"_s : u"forbidden"_s);
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
    auto slot = m_services.connectionSlots.take(dialect->name(), head.address, m_services.limits.of(dialect->name()));
    if (!slot)
        return complete(http, head, dialect, nullptr, dialect->overLimit(head));
    // admit() may answer after the listener or the peer has gone.
    dialect->admit(head, [self = QPointer(this), waiting = QPointer(&http), head, dialect,
                          held = std::make_shared<ConnectionSlots::ConnectionSlot>(*std::move(slot))](
                             dialects::Admission admission) {
        if (self && waiting)
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
        return accept(http, head, refusal->subprotocol, made);
    }
    const auto &accepted = std::get<dialects::Accept>(admission);
    made.parts.actor = accepted.actor;
    made.parts.actor.dialect = dialect->name();
    made.parts.actor.clientId = m_services.hub.ids().next();
    accept(http, head, accepted.subprotocol, made);
}

void Listener::accept(HttpConnection &http, const dialects::RequestHead &head, const QString &subprotocol,
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
