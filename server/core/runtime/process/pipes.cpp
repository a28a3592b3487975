// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/pipes.h"

#include <QPointer>

#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

namespace signalbox::core {

void PipeReader::open(Descriptor descriptor)
{
    m_pipe = std::move(descriptor);
    if (!m_pipe.isOpen())
        return;
    Poller::Watcher &self = *this;
    m_watch.emplace(m_pipe.number(), EPOLLIN, self);
    m_watch->setEnabled(!m_paused);
}

void PipeReader::readable(bool)
{
    readSome();
}

void PipeReader::setPaused(bool paused)
{
    m_paused = paused;
    if (!m_watch)
        return;
    if (!paused && m_mask && m_mask->canRelease())
        m_release->start();
    m_watch->setEnabled(!paused);
    if (m_noMore)
        readSoon();
}

void PipeReader::expectNoMore()
{
    m_noMore = true;
    readSoon();
}

void PipeReader::close()
{
    m_watch.reset();
    m_pipe.reset();
}

void PipeReader::readSoon()
{
    QMetaObject::invokeMethod(this, &PipeReader::readSome, Qt::QueuedConnection);
}

void PipeReader::readSome()
{
    if (m_paused || !m_pipe.isOpen())
        return;
    std::array<char, readBytes> buffer;
    const ssize_t length = ::read(m_pipe.number(), buffer.data(), buffer.size());
    if (length > 0) {
        if (m_noMore)
            readSoon(); // epoll tells nothing while another process holds the other end of an empty pipe
        tell(QByteArray(buffer.data(), length)); // last: the receiver may delete this PipeReader
    } else if (length == 0 || m_noMore || (errno != EAGAIN && errno != EINTR)) {
        finish();
    }
}

void PipeReader::finish()
{
    close();
    const QPointer<PipeReader> self(this);
    if (m_mask) {
        QByteArray rest;
        m_mask->finish(
            [&rest](std::string_view bytes) { rest.append(bytes.data(), static_cast<qsizetype>(bytes.size())); });
        if (!rest.isEmpty())
            m_user.received(*this, rest);
    }
    if (self)
        m_user.finished();
}

void PipeReader::setMask(std::unique_ptr<SecretMask> mask)
{
    m_mask = std::move(mask);
    m_release = std::make_unique<QTimer>();
    m_release->setSingleShot(true);
    m_release->setInterval(releaseAfter);
    connect(m_release.get(), &QTimer::timeout, this, &PipeReader::releaseHeld);
}

void PipeReader::tell(QByteArray bytes)
{
    if (m_mask) {
        QByteArray masked;
        masked.reserve(bytes.size());
        m_mask->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, [&masked](std::string_view shown) {
            masked.append(shown.data(), static_cast<qsizetype>(shown.size()));
        });
        bytes = masked;
        m_release->stop();
        if (m_mask->canRelease())
            m_release->start();
    }
    if (!bytes.isEmpty())
        m_user.received(*this, bytes);
}

void PipeReader::releaseHeld()
{
    if (m_paused || !m_pipe.isOpen())
        return;
    QByteArray held;
    m_mask->release(
        [&held](std::string_view bytes) { held.append(bytes.data(), static_cast<qsizetype>(bytes.size())); });
    if (!held.isEmpty())
        m_user.received(*this, held);
}

void PipeWriter::open(Descriptor descriptor)
{
    m_pipe = std::move(descriptor);
    if (!m_pipe.isOpen())
        return;
    Poller::Watcher &self = *this;
    m_watch.emplace(m_pipe.number(), EPOLLOUT, self);
}

void PipeWriter::readable(bool)
{
    writable();
}

void PipeWriter::writable()
{
    const qint64 before = pendingBytes();
    writeSome();
    if (pendingBytes() != before)
        m_user.written();
}

qint64 PipeWriter::unreadBytes() const
{
    int bytes = 0;
    return m_pipe.isOpen() && ::ioctl(m_pipe.number(), FIONREAD, &bytes) == 0 ? bytes : 0;
}

void PipeWriter::write(const QByteArray &bytes)
{
    const bool idle = pendingBytes() == 0;
    m_pending.append(bytes);
    if (idle)
        writeSome();
}

void PipeWriter::closeWhenWritten()
{
    m_closing = true;
    if (pendingBytes() == 0)
        close();
}

void PipeWriter::close()
{
    m_watch.reset();
    m_pipe.reset();
    m_pending.clear();
    m_written = 0;
}

void PipeWriter::writeSome()
{
    while (m_pipe.isOpen() && pendingBytes() > 0) {
        const ssize_t length =
            ::write(m_pipe.number(), m_pending.constData() + m_written, static_cast<std::size_t>(pendingBytes()));
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0 && errno == EAGAIN)
            break;
        if (length < 0) { // the command closed its input or has ended: unread input is no error
            close();
            return;
        }
        m_written += length;
    }
    if (pendingBytes() == 0) {
        m_pending.clear();
        m_written = 0;
        if (m_closing)
            return close();
    } else if (m_written > m_pending.size() / 2) {
        m_pending.remove(0, m_written);
        m_written = 0;
    }
    if (m_watch)
        m_watch->setEnabled(pendingBytes() > 0);
}

} // namespace signalbox::core
