// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/listeningsockets.h"

#include <QTcpServer>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// A free port of one address may be taken on another one.
constexpr int tries = 50;
constexpr int acceptedAtOnce = 64; // then those that are connected have their turn

QString withPort(const QHostAddress &address, quint16 port)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString()).arg(port);
}

bool isMissing(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::UnsupportedSocketOperationError
           || error == QAbstractSocket::SocketAddressNotAvailableError;
}

} // namespace

// One address. Clients it accepts itself have their options from it.
class ListeningSockets::Socket final : public QTcpServer, private core::Poller::Watcher
{
public:
    explicit Socket(ListeningSockets &owner) : m_owner(owner)
    {
        setListenBacklogSize(1024);
        connect(this, &QTcpServer::acceptError, this, [this] { m_owner.m_failed(errorString()); });
    }
    ~Socket() override { end(); }

    void begin()
    {
        if (m_watched >= 0)
            return;
        if (!m_owner.m_poller)
            return resumeAccepting();
        pauseAccepting();
        const int descriptor = static_cast<int>(socketDescriptor());
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
        if (m_owner.m_poller->watch(descriptor, EPOLLIN, *this))
            m_watched = descriptor;
        else
            m_owner.m_failed(qt_error_string(errno));
    }

    void end()
    {
        if (m_watched >= 0)
            m_owner.m_poller->forget(std::exchange(m_watched, -1));
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int number = static_cast<int>(descriptor);
        if (::getpeername(number, reinterpret_cast<sockaddr *>(&peer), &size) == 0)
            tellOf(number, peer);
        else
            ::close(number); // it has gone already
    }

private:
    void readable(bool) override
    {
        for (int count = 0; count < acceptedAtOnce && m_watched >= 0; ++count) {
            sockaddr_storage peer{};
            socklen_t size = sizeof peer;
            auto *address = reinterpret_cast<sockaddr *>(&peer);
            const int descriptor = ::accept4(m_watched, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (descriptor < 0 && (errno == EINTR || errno == ECONNABORTED))
                continue;
            if (descriptor < 0) {
                if (errno != EAGAIN) {
                    end(); // until resumeAccepting()
                    m_owner.m_failed(qt_error_string(errno));
                }
                return;
            }
            tellOf(descriptor, peer);
        }
    }

    void tellOf(int descriptor, const sockaddr_storage &peer)
    {
        const quint16 port = peer.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 *>(&peer)->sin6_port
                                                        : reinterpret_cast<const sockaddr_in *>(&peer)->sin_port;
        m_owner.m_accept(descriptor, QHostAddress(reinterpret_cast<const sockaddr *>(&peer)), ntohs(port));
    }

    ListeningSockets &m_owner;
    int m_watched = -1; // the listening descriptor, while the poller tells of its clients
};

ListeningSockets::ListeningSockets(Accept accept, std::function<void(const QString &)> failed)
    : m_accept(std::move(accept))
    , m_failed(std::move(failed))
{
}

ListeningSockets::~ListeningSockets() = default;

struct ListeningSockets::Wanted
{
    QHostAddress address;
    bool mayBeMissing = false;
    QString text; // as configured
};

std::vector<ListeningSockets::Wanted> ListeningSockets::wantedOf(const QStringList &addresses)
{
    std::vector<Wanted> wanted;
    const auto add = [&wanted](Wanted one) {
        const auto isSame = [&one](const Wanted &other) { return other.address == one.address; };
        if (one.address.isNull() || std::none_of(wanted.cbegin(), wanted.cend(), isSame))
            wanted.push_back(std::move(one));
    };
    for (const QString &text : addresses) {
        if (text == "localhost"_L1) {
            add({QHostAddress(QHostAddress::LocalHost), true, text});
            add({QHostAddress(QHostAddress::LocalHostIPv6), true, text});
        } else {
            add({QHostAddress(text), false, text});
        }
    }
    return wanted;
}

Result<void> ListeningSockets::open(const QStringList &addresses, quint16 port, core::Poller *poller)
{
    m_poller = poller;
    const std::vector<Wanted> wanted = wantedOf(addresses);
    for (const Wanted &one : wanted) {
        if (one.address.isNull())
            return unexpected(ErrorCode::InvalidArgument,
                              u"'%1' is not an address of this machine; write an IP address such as "
                              "127.0.0.1 or 0.0.0.0 as the listener's address"_s.arg(one.text));
    }
    Result<void> opened = openAll(wanted, port);
    for (int count = 1; port == 0 && count < tries && !opened && opened.error().code == ErrorCode::Conflict; ++count)
        opened = openAll(wanted, port);
    if (opened) {
        for (const auto &socket : m_sockets)
            socket->begin();
    }
    return opened;
}

Result<void> ListeningSockets::openAll(const std::vector<Wanted> &wanted, quint16 port)
{
    m_sockets.clear();
    for (const Wanted &one : wanted) {
        auto socket = std::make_unique<Socket>(*this);
        const quint16 number = m_sockets.empty() ? port : this->port();
        if (socket->listen(one.address, number)) {
            m_sockets.push_back(std::move(socket));
            continue;
        }
        const bool isLast = &one == &wanted.back();
        if (one.mayBeMissing && isMissing(socket->serverError()) && !(isLast && m_sockets.empty()))
            continue;
        m_sockets.clear();
        const QString where = withPort(one.address, number);
        if (socket->serverError() == QAbstractSocket::AddressInUseError)
            return unexpected(ErrorCode::Conflict,
                              u"%1 is taken by another program; stop that program or give the listener "
                              "another port"_s.arg(where));
        return unexpected(ErrorCode::Internal, u"cannot listen on %1: %2"_s.arg(where, socket->errorString()));
    }
    return {};
}

void ListeningSockets::close()
{
    for (const auto &socket : m_sockets) {
        socket->end();
        socket->close();
    }
}

quint16 ListeningSockets::port() const
{
    return m_sockets.empty() ? quint16(0) : m_sockets.front()->serverPort();
}

QStringList ListeningSockets::addresses() const
{
    QStringList texts;
    for (const auto &socket : m_sockets)
        texts.append(socket->serverAddress().toString());
    return texts;
}

bool ListeningSockets::isLoopback() const
{
    return std::all_of(m_sockets.cbegin(), m_sockets.cend(),
                       [](const auto &socket) { return socket->serverAddress().isLoopback(); });
}

void ListeningSockets::resumeAccepting()
{
    for (const auto &socket : m_sockets) {
        if (socket->isListening())
            socket->begin();
    }
}

} // namespace signalbox::gateway
