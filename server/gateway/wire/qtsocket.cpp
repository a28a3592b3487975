// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/qtsocket.h"

#include <QPointer>

#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::gateway {

namespace {

constexpr qint64 readBytes = 65536;

} // namespace

std::unique_ptr<QtSocket> QtSocket::adopt(qintptr descriptor, const QSslConfiguration &tls)
{
    auto *secure = tls.isNull() ? nullptr : new QSslSocket;
    std::unique_ptr<QTcpSocket> socket(secure ? secure : new QTcpSocket);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return nullptr;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    socket->setReadBufferSize(readBytes);
    if (secure) {
        secure->setSslConfiguration(tls);
        secure->startServerEncryption();
    }
    return std::unique_ptr<QtSocket>(new QtSocket(std::move(socket)));
}

QtSocket::QtSocket(std::unique_ptr<QTcpSocket> socket)
    : ClientSocket(socket->peerAddress(), socket->peerPort())
    , m_socket(std::move(socket))
    , m_secure(qobject_cast<QSslSocket *>(m_socket.get()))
{
    connect(m_socket.get(), &QIODevice::readyRead, this, &QtSocket::receive);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &QtSocket::written);
    if (m_secure)
        connect(m_secure, &QSslSocket::encryptedBytesWritten, this, &QtSocket::written);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &QtSocket::ended);
}

QtSocket::~QtSocket()
{
    drop();
    m_socket.release()->deleteLater(); // one of its signals may be on its way here
}

// Flushing TLS may read, too: what comes of that waits until the write and the call of the user are over.
void QtSocket::receive()
{
    if (m_writing || m_receiving)
        return;
    const QPointer<QtSocket> self(this);
    std::vector<char> bytes(readBytes);
    m_receiving = true;
    while (self && m_socket->bytesAvailable() > 0 && (!m_paused || m_finishing)) {
        const qint64 got = m_socket->read(bytes.data(), readBytes);
        if (got > 0 && !m_finishing)
            m_user->received(std::span(bytes).first(static_cast<std::size_t>(got)));
    }
    if (self)
        m_receiving = false;
}

void QtSocket::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) && !paused)
        QMetaObject::invokeMethod(this, &QtSocket::receive, Qt::QueuedConnection);
}

qint64 QtSocket::unsentBytes() const
{
    return m_socket->bytesToWrite() + (m_secure ? m_secure->encryptedBytesToWrite() : 0);
}

qint64 QtSocket::send(QByteArrayView bytes)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return -1;
    m_wantsRoom = unsentBytes() > 0;
    if (m_wantsRoom)
        return 0;
    write(bytes); // Qt takes any size; the rest is counted in unsentBytes()
    return bytes.size();
}

void QtSocket::write(QByteArrayView bytes)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool outer = std::exchange(m_writing, true);
    m_socket->write(bytes.data(), bytes.size());
    m_socket->flush();
    m_writing = outer;
    const bool hasRoom = unsentBytes() == 0;
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
    m_socket->disconnect(this);
    m_socket->abort();
}

void QtSocket::ended()
{
    m_socket->disconnect(this);
    m_user->peerGone();
}

} // namespace signalbox::gateway
