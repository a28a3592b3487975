// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/plainsocket.h"

#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace signalbox::gateway {

std::unique_ptr<PlainSocket> PlainSocket::adopt(core::Poller &poller, int descriptor, const QHostAddress &address,
                                                quint16 port)
{
    std::unique_ptr<PlainSocket> socket(new PlainSocket(poller, descriptor, address, port));
    socket->m_watchedFor = EPOLLIN | EPOLLRDHUP;
    if (poller.watch(descriptor, socket->m_watchedFor, *socket))
        return socket;
    ::close(std::exchange(socket->m_descriptor, -1));
    return nullptr;
}

PlainSocket::PlainSocket(core::Poller &poller, int descriptor, const QHostAddress &address, quint16 port)
    : ClientSocket(address, port)
    , m_descriptor(descriptor)
    , m_poller(poller)
{
}

PlainSocket::~PlainSocket()
{
    closeDescriptor();
}

void PlainSocket::closeDescriptor()
{
    if (m_descriptor < 0)
        return;
    m_poller.forget(m_descriptor);
    ::close(std::exchange(m_descriptor, -1));
    m_unsent = {};
    leave();
}

// ---- reading

void PlainSocket::readable(bool failed)
{
    if (m_inputEnded) // and now the peer has reset the connection
        return end();
    if (m_paused && !m_finishing) {
        int unread = 0;
        m_endHidden = ::ioctl(m_descriptor, FIONREAD, &unread) == 0 && unread > 0;
        if (failed)
            return end();
        return m_endHidden ? watch() : inputEnded();
    }
    const std::span<char> scratch = m_poller.scratch();
    const ssize_t got = ::recv(m_descriptor, scratch.data(), scratch.size(), 0);
    if (got > 0 && !m_finishing)
        return m_user->received(scratch.first(static_cast<std::size_t>(got)));
    if (got == 0)
        return inputEnded();
    if (got < 0 && errno != EAGAIN && errno != EINTR)
        end();
}

void PlainSocket::inputEnded()
{
    m_inputEnded = true;
    if (m_unsent.isEmpty() && !m_user->owesAnswer())
        end();
    else
        watch();
}

void PlainSocket::end()
{
    closeDescriptor();
    m_user->peerGone();
}

void PlainSocket::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_endHidden = false;
    watch();
}

// Tells epoll only when something changes: most sockets are watched once, when they are accepted.
void PlainSocket::watch()
{
    if (m_descriptor < 0)
        return;
    quint32 events = 0;
    if (!m_inputEnded && (!m_paused || m_finishing))
        events |= EPOLLIN;
    if (!m_inputEnded && !m_endHidden)
        events |= EPOLLRDHUP;
    if (m_wantsRoom)
        events |= EPOLLOUT;
    if (std::exchange(m_watchedFor, events) != events)
        m_poller.change(m_descriptor, events);
}

// ---- writing

qint64 PlainSocket::sendNow(QByteArrayView bytes)
{
    ssize_t sent = 0;
    do {
        sent = ::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : sent;
}

qint64 PlainSocket::send(QByteArrayView bytes)
{
    if (m_descriptor < 0)
        return -1;
    if (!m_unsent.isEmpty())
        return 0;
    const qint64 sent = sendNow(bytes);
    if (sent >= 0 && sent < bytes.size()) {
        m_wantsRoom = true;
        watch();
    }
    return sent;
}

void PlainSocket::write(QByteArrayView bytes)
{
    const qint64 sent = send(bytes);
    if (sent >= 0 && sent < bytes.size()) // after a failure the bytes have nowhere to go, and epoll tells of it
        m_unsent.append(bytes.sliced(sent));
    lookForEnd();
}

void PlainSocket::sendWaiting()
{
    if (m_unsent.isEmpty() || m_descriptor < 0)
        return;
    const qint64 sent = sendNow(m_unsent);
    if (sent == m_unsent.size())
        m_unsent = {}; // and its memory
    else if (sent >= 0)
        m_unsent.remove(0, sent);
    m_wantsRoom = sent >= 0 && !m_unsent.isEmpty();
    lookForEnd();
    watch();
}

// The end comes from epoll, never from within what the user does: writable() looks whether all has been said.
void PlainSocket::lookForEnd()
{
    if (!m_inputEnded)
        return;
    m_wantsRoom = true;
    watch();
}

void PlainSocket::writable()
{
    m_wantsRoom = false;
    sendWaiting();
    if (m_unsent.isEmpty())
        m_wantsRoom = false;
    watch();
    if (m_unsent.isEmpty() && m_inputEnded && (m_finishing || !m_user->owesAnswer()))
        end();
    else if (m_finishing)
        finish();
    else
        m_user->roomMade();
}

void PlainSocket::finish()
{
    m_finishing = true;
    if (m_unsent.isEmpty() && !m_shut && m_descriptor >= 0) {
        m_shut = true;
        ::shutdown(m_descriptor, SHUT_WR);
    }
    watch();
}

} // namespace signalbox::gateway
