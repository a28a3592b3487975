// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/outbox.h"

#include <QTcpSocket>

#include <sys/socket.h>
#include <sys/uio.h>

#include <cerrno>

namespace signalbox::gateway {

namespace {

constexpr std::size_t gathered = 64;        // frames per system call
constexpr qint64 bufferedBytes = 64 * 1024; // per write through a TLS socket

} // namespace

void Outbox::append(const dialects::Frame &frame)
{
    m_frames.push_back(frame);
    m_bytes += frame.bytes.size();
}

void Outbox::appendLatest(const dialects::Frame &frame)
{
    if (m_latest != none && m_latest >= m_first) {
        m_bytes += frame.bytes.size() - m_frames[m_latest].bytes.size();
        m_frames[m_latest] = frame;
        return;
    }
    m_latest = m_frames.size();
    append(frame);
}

void Outbox::clear()
{
    m_frames.clear();
    m_first = 0;
    m_latest = none;
    m_bytes = 0;
}

void Outbox::take(Written &written)
{
    if (m_observer)
        m_observer(m_frames[m_first]);
    const qint64 size = m_frames[m_first].bytes.size();
    m_frames[m_first].bytes = QByteArray();
    ++m_first;
    m_bytes -= size;
    ++written.frames;
    written.bytes += size;
    if (m_first == m_frames.size()) {
        m_frames.clear();
        m_first = 0;
        m_latest = none;
    } else if (m_first >= 1024 && m_first * 2 >= m_frames.size()) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_latest = m_latest == none || m_latest < m_first ? none : m_latest - m_first;
        m_first = 0;
    }
}

Outbox::Written Outbox::write(QTcpSocket &socket, bool direct)
{
    return direct && socket.socketDescriptor() >= 0 ? writeDirect(socket) : writeBuffered(socket);
}

Outbox::Written Outbox::writeDirect(QTcpSocket &socket)
{
    Written written;
    const int descriptor = static_cast<int>(socket.socketDescriptor());
    while (!isEmpty() && socket.bytesToWrite() == 0) {
        std::array<iovec, gathered> parts;
        const std::size_t count = std::min(gathered, m_frames.size() - m_first);
        for (std::size_t at = 0; at < count; ++at) {
            const QByteArray &bytes = m_frames[m_first + at].bytes;
            parts[at] = {const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
        }
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;
        // One frame is the usual case, and send() is the cheaper call.
        const ssize_t sent = count == 1 ? ::send(descriptor, parts[0].iov_base, parts[0].iov_len, flags)
                                        : ::sendmsg(descriptor, &message, flags);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
            written.failed = true;
            return written;
        }
        qint64 rest = std::max<qint64>(sent, 0);
        while (!isEmpty() && rest >= m_frames[m_first].bytes.size()) {
            rest -= m_frames[m_first].bytes.size();
            take(written);
        }
        if (!isEmpty() && (rest > 0 || sent < 0)) {
            // The kernel's buffer is full: QTcpSocket sends the rest when its write notifier fires.
            const QByteArray frame = m_frames[m_first].bytes;
            take(written);
            socket.write(frame.constData() + rest, frame.size() - rest);
        }
    }
    return written;
}

Outbox::Written Outbox::writeBuffered(QTcpSocket &socket)
{
    Written written;
    while (!isEmpty() && socket.bytesToWrite() < bufferedBytes) {
        const QByteArray frame = m_frames[m_first].bytes;
        take(written);
        if (socket.write(frame) < 0) {
            written.failed = true;
            return written;
        }
    }
    return written;
}

} // namespace signalbox::gateway
