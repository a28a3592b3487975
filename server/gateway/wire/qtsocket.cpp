// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/qtsocket.h"

#include <QPointer>

#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace signalbox::gateway {

namespace {

constexpr qint64 readBytes = 65536;
constexpr int recordHead = 5; // RFC 8446, 5.1: type, version, length
constexpr unsigned char handshakeRecord = 22;
// A client that does not read what TLS itself answers, as to demands for new keys (RFC 8446, 4.6.3), is dropped when more
// waits.
constexpr qint64 answersOfTlsBytes = 262144;

// epoll tells of the descriptor once so many bytes are there to be read.
void wakeAt(int descriptor, int bytes)
{
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}

} // namespace

std::unique_ptr<QtSocket> QtSocket::adopt(int descriptor, const QHostAddress &address, quint16 port,
                                          const QSslConfiguration &tls, core::Poller *poller)
{
    std::unique_ptr<QtSocket> socket(new QtSocket(address, port, tls, poller));
    const bool waits = poller && !tls.isNull();
    if (waits ? socket->waitForHello(descriptor) : socket->begin(descriptor))
        return socket;
    return nullptr;
}

QtSocket::QtSocket(const QHostAddress &address, quint16 port, const QSslConfiguration &tls, core::Poller *poller)
    : ClientSocket(address, port)
    , m_tls(tls)
    , m_poller(poller)
{
}

QtSocket::~QtSocket()
{
    drop();
    if (m_socket)
        m_socket.release()->deleteLater(); // one of its signals may be on its way here
}

// ---- before TLS

bool QtSocket::waitForHello(int descriptor)
{
    wakeAt(descriptor, recordHead);
    m_waiting = descriptor;
    if (m_poller->watch(descriptor, EPOLLIN | EPOLLRDHUP, *this))
        return true;
    ::close(std::exchange(m_waiting, -1));
    return false;
}

// Woken a second time it goes on with what is there, also when that is less: the peer has ended its direction then, or the
// kernel has no memory to wait.
void QtSocket::readable(bool failed)
{
    std::array<unsigned char, recordHead> head{};
    const ssize_t got = ::recv(m_waiting, head.data(), head.size(), MSG_PEEK | MSG_DONTWAIT);
    if (got < 0 && !failed && (errno == EAGAIN || errno == EINTR))
        return;
    if (got == recordHead && !failed && m_helloBytes == 0 && head[0] == handshakeRecord) {
        m_helloBytes = recordHead + (head[3] << 8) + head[4];
        int there = 0;
        if (::ioctl(m_waiting, FIONREAD, &there) == 0 && there < m_helloBytes)
            return wakeAt(m_waiting, m_helloBytes);
    }
    const int descriptor = m_waiting;
    m_poller->forget(descriptor);
    m_waiting = -1;
    wakeAt(descriptor, 1);
    if (got > 0 && !failed && begin(descriptor))
        return;
    if (got <= 0 || failed)
        ::close(descriptor);
    leave();
    m_user->peerGone();
}

void QtSocket::stopWaiting()
{
    if (m_waiting < 0)
        return;
    m_poller->forget(m_waiting);
    ::close(std::exchange(m_waiting, -1));
}

bool QtSocket::begin(int descriptor)
{
    m_secure = m_tls.isNull() ? nullptr : new QSslSocket;
    m_socket.reset(m_secure ? m_secure : new QTcpSocket);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return false;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->setReadBufferSize(readBytes);
    connect(m_socket.get(), &QIODevice::readyRead, this, &QtSocket::receive);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &QtSocket::written);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &QtSocket::ended);
    if (m_secure) {
        connect(m_secure, &QSslSocket::encryptedBytesWritten, this, &QtSocket::written);
        m_secure->setSslConfiguration(m_tls);
        m_secure->startServerEncryption();
        watchAnswersOfTls();
    }
    return true;
}

int QtSocket::descriptor() const
{
    return m_socket ? static_cast<int>(m_socket->socketDescriptor()) : m_waiting;
}

// ---- with Qt's socket

// Flushing TLS may read, too: what comes of that waits until the write and the call of the user are over.
void QtSocket::receive()
{
    if (m_writing || m_receiving || !m_socket)
        return;
    const QPointer<QtSocket> self(this);
    std::vector<char> bytes(readBytes);
    m_receiving = true;
    qint64 left = readBytes; // then others have their turn: reading makes room, which fills up as fast as a peer sends
    while (self && left > 0 && m_socket->bytesAvailable() > 0 && (!m_paused || m_finishing)) {
        const qint64 got = m_socket->read(bytes.data(), left);
        left -= std::max<qint64>(got, 1);
        if (got > 0 && !m_finishing)
            m_user->received(std::span(bytes).first(static_cast<std::size_t>(got)));
    }
    if (!self)
        return;
    m_receiving = false;
    if (left <= 0 && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &QtSocket::receive, Qt::QueuedConnection);
}

// No signal of QSslSocket tells of what it wrote by itself. The socket inside it, its child, tells of each arrival, and what
// arrived has been handled by then: QSslSocket was connected first.
void QtSocket::watchAnswersOfTls()
{
    const auto *inside = m_secure->findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    if (!inside)
        return;
    const auto look = [this] {
        if (unsentBytes() <= m_unsentOfUser + answersOfTlsBytes)
            return;
        drop();
        m_user->peerGone();
    };
    connect(inside, &QIODevice::readyRead, this, look);
}

void QtSocket::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) && !paused)
        QMetaObject::invokeMethod(this, &QtSocket::receive, Qt::QueuedConnection);
}

qint64 QtSocket::unsentBytes() const
{
    return !m_socket ? 0 : m_socket->bytesToWrite() + (m_secure ? m_secure->encryptedBytesToWrite() : 0);
}

void QtSocket::sendWaiting()
{
    if (m_socket)
        m_socket->flush();
}

qint64 QtSocket::send(QByteArrayView bytes)
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return -1;
    m_wantsRoom = unsentBytes() > 0;
    if (m_wantsRoom)
        return 0;
    write(bytes); // Qt takes any size; the rest is counted in unsentBytes()
    return bytes.size();
}

void QtSocket::write(QByteArrayView bytes)
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool outer = std::exchange(m_writing, true);
    m_socket->write(bytes.data(), bytes.size());
    m_socket->flush();
    m_writing = outer;
    m_unsentOfUser = unsentBytes();
    const bool hasRoom = m_unsentOfUser == 0;
    if (hasRoom && m_wantsRoom && !m_writing) // what Qt said of it while it was written was not heard
        QMetaObject::invokeMethod(this, &QtSocket::written, Qt::QueuedConnection);
    m_wantsRoom = m_wantsRoom || !hasRoom;
    if (!m_writing && !m_receiving && !m_paused && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &QtSocket::receive, Qt::QueuedConnection);
}

void QtSocket::written()
{
    if (m_writing)
        return;
    if (m_finishing)
        return endWriting();
    m_wantsRoom = unsentBytes() > 0;
    m_user->roomMade();
}

void QtSocket::finish()
{
    if (std::exchange(m_finishing, true))
        return;
    if (!m_socket) {
        drop();
        return m_user->peerGone();
    }
    if (m_secure)
        return m_socket->disconnectFromHost();
    endWriting();
    receive();
}

void QtSocket::endWriting()
{
    if (m_socket->bytesToWrite() == 0 && m_socket->socketDescriptor() >= 0)
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void QtSocket::drop()
{
    stopWaiting();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    leave();
}

void QtSocket::ended()
{
    m_socket->disconnect(this);
    leave();
    m_user->peerGone();
}

} // namespace signalbox::gateway
