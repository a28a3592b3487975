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
    m_bytes += frame.size();
}

void Outbox::appendLatest(const dialects::Frame &frame)
{
    if (m_latest != none && m_latest >= m_first) {
        m_bytes += frame.size() - m_frames[m_latest].size();
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

void Outbox::keepNewest(std::size_t count)
{
    const std::size_t waiting = m_frames.size() - m_first;
    m_frames.erase(m_frames.begin(), m_frames.end() - static_cast<std::ptrdiff_t>(std::min(count, waiting)));
    m_first = 0;
    m_latest = none;
    m_bytes = 0;
    for (const dialects::Frame &frame : m_frames)
        m_bytes += frame.size();
}

void Outbox::take(Written &written)
{
    if (m_observer)
        (*m_observer)(m_frames[m_first]);
    const qint64 size = m_frames[m_first].size();
    m_frames[m_first] = {};
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
        const std::span<const dialects::Frame> frames = nextFrames();
        const QByteArrayView bytes = joined.of(frames);
        const qint64 sent = socket.send(bytes);
        if (sent == bytes.size() && frames.size() == m_frames.size() - m_first && !m_observer) { // nearly always
            written.frames += static_cast<qint64>(frames.size());
            written.bytes += sent;
            clear();
            break;
        }
        written.failed = sent < 0;
        takeSent(sent, written, socket);
        if (sent < bytes.size())
            break;
    }
    return written;
}

// As many as one system call is given.
std::span<const dialects::Frame> Outbox::nextFrames() const
{
    const std::span<const dialects::Frame> waiting = std::span(m_frames).subspan(m_first);
    if (waiting.size() == 1 || (m_bytes <= joinedBytes && waiting.size() <= joinedFrames))
        return waiting;
    std::size_t count = 1;
    qint64 bytes = waiting.front().size();
    while (count < joinedFrames && count < waiting.size() && bytes + waiting[count].size() <= joinedBytes)
        bytes += waiting[count++].size();
    return waiting.first(count);
}

void Outbox::takeSent(qint64 sent, Written &written, ClientSocket &socket)
{
    while (!isEmpty() && sent >= m_frames[m_first].size()) {
        sent -= m_frames[m_first].size();
        take(written);
    }
    if (sent <= 0 || isEmpty())
        return;
    const dialects::Frame frame = m_frames[m_first];
    take(written);
    socket.write(frame.view().sliced(sent));
}

} // namespace signalbox::gateway
