// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/outbox.h"

#include "server/gateway/wire/clientsocket.h"

namespace signalbox::gateway {

namespace {

constexpr std::size_t joinedFrames = 64; // per system call
constexpr qint64 joinedBytes = 65536;
constexpr std::size_t keptCapacity = 16; // of a vector that is empty

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
    if (m_frames.capacity() > keptCapacity)
        m_frames = {};
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
        clear();
    } else if (m_first >= 1024 && m_first * 2 >= m_frames.size()) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_latest = m_latest == none || m_latest < m_first ? none : m_latest - m_first;
        m_first = 0;
    }
}

Outbox::Written Outbox::write(ClientSocket &socket, Joined &joined)
{
    Written written;
    while (!isEmpty()) {
        std::size_t count = 1;
        qint64 bytes = m_frames[m_first].bytes.size();
        while (count < joinedFrames && m_first + count < m_frames.size()
               && bytes + m_frames[m_first + count].bytes.size() <= joinedBytes)
            bytes += m_frames[m_first + count++].bytes.size();
        const QByteArrayView all = joined.of(std::span(m_frames).subspan(m_first, count));
        qint64 rest = socket.send(all);
        written.failed = rest < 0;
        const bool full = rest < bytes;
        while (!isEmpty() && rest >= m_frames[m_first].bytes.size()) {
            rest -= m_frames[m_first].bytes.size();
            take(written);
        }
        if (full && rest > 0) {
            const QByteArray frame = m_frames[m_first].bytes;
            take(written);
            socket.write(QByteArrayView(frame).sliced(rest));
        }
        if (full)
            break;
    }
    return written;
}

} // namespace signalbox::gateway
