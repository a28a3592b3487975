// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/framefilter.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace signalbox::gateway {

namespace {

constexpr quint16 protocolError = 1002;
constexpr quint16 notUtf8 = 1007;
constexpr quint16 tooLarge = 1009;

FrameFilter::Frame broken(quint16 code, const char *reason)
{
    return {FrameFilter::Kind::Broken, {}, code, reason};
}

} // namespace

FrameFilter::Frame FrameFilter::next(std::span<char> &bytes)
{
    if (!m_inPayload) {
        if (!m_isOpen)
            m_message = {};
        m_control = {};
        if (const Frame frame = readHead(bytes); !m_inPayload)
            return frame;
    }
    return readPayload(bytes);
}

// ---- the head

std::size_t FrameFilter::headSize() const
{
    if (m_headSize < 2)
        return 2;
    const int length = m_head[1] & 0x7f;
    return length == 127 ? 14 : length == 126 ? 8 : 6;
}

FrameFilter::Frame FrameFilter::readHead(std::span<char> &bytes)
{
    while (!bytes.empty()) {
        const std::size_t size = std::min(headSize() - m_headSize, bytes.size());
        std::memcpy(m_head.data() + m_headSize, bytes.data(), size);
        bytes = bytes.subspan(size);
        m_headSize += static_cast<quint8>(size);
        if (m_headSize == 2) {
            if (const Frame frame = checkStart(); frame.kind == Kind::Broken)
                return frame;
        } else if (m_headSize == headSize()) {
            return checkLength();
        }
    }
    return {};
}

FrameFilter::Frame FrameFilter::checkStart()
{
    const int opcode = m_head[0] & 0x0f;
    const int length = m_head[1] & 0x7f;
    if (m_head[0] & 0x70)
        return broken(protocolError, "reserved bits are set");
    if (!(m_head[1] & 0x80))
        return broken(protocolError, "a client's frames are masked");
    if (isControl()) {
        if (opcode > 0xa)
            return broken(protocolError, "unknown opcode");
        if (!isFinal() || length > 125)
            return broken(protocolError, "a control frame is one frame of at most 125 bytes");
        return {};
    }
    if (opcode > 2)
        return broken(protocolError, "unknown opcode");
    if (m_isOpen != (opcode == 0))
        return broken(protocolError, m_isOpen ? "a message has begun and is not whole" : "nothing to continue");
    return {};
}

FrameFilter::Frame FrameFilter::checkLength()
{
    const int shortLength = m_head[1] & 0x7f;
    quint64 length = static_cast<quint64>(shortLength);
    if (shortLength == 126)
        length = qFromBigEndian<quint16>(m_head.data() + 2);
    else if (shortLength == 127)
        length = qFromBigEndian<quint64>(m_head.data() + 2);
    if ((shortLength == 126 && length < 126) || (shortLength == 127 && (length <= 0xffff || length >> 63)))
        return broken(protocolError, "a length is written in as few bytes as it needs");
    if (!isControl() && length > static_cast<quint64>(m_messageBytes - m_message.size()))
        return broken(tooLarge, "message too large");
    if (const int opcode = m_head[0] & 0x0f; opcode == 1 || opcode == 2) {
        m_isOpen = true;
        m_isText = opcode == 1;
        m_utf8 = {};
    }
    std::memcpy(m_mask.data(), m_head.data() + m_headSize - m_mask.size(), m_mask.size());
    m_left = static_cast<qint64>(length);
    m_inPayload = true;
    return {};
}

// ---- the payload

void FrameFilter::unmask(std::span<char> bytes)
{
    quint64 mask = 0;
    std::memcpy(&mask, m_mask.data(), 4);
    std::memcpy(reinterpret_cast<char *>(&mask) + 4, m_mask.data(), 4);
    std::size_t at = 0;
    for (; at + 8 <= bytes.size() && mask != 0; at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        word ^= mask;
        std::memcpy(bytes.data() + at, &word, 8);
    }
    for (; at < bytes.size() && mask != 0; ++at)
        bytes[at] = static_cast<char>(bytes[at] ^ m_mask[at % 4]);
    std::rotate(m_mask.begin(), m_mask.begin() + bytes.size() % 4, m_mask.end());
}

FrameFilter::Frame FrameFilter::readPayload(std::span<char> &bytes)
{
    const auto size = std::min(static_cast<std::size_t>(m_left), bytes.size());
    const std::span<char> part = bytes.first(size);
    bytes = bytes.subspan(size);
    unmask(part);
    m_left -= static_cast<qint64>(size);
    const QByteArrayView view(part.data(), static_cast<qsizetype>(size));
    QByteArray &held = isControl() ? m_control : m_message;
    if (!isControl() && m_isText && !m_utf8.add(view))
        return broken(notUtf8, "text is not UTF-8");
    const bool isWhole = m_left == 0 && (isControl() || isFinal());
    if (isWhole && held.isEmpty())
        return whole(view);
    held.append(view);
    if (m_left > 0)
        return {};
    if (isWhole)
        return whole(held);
    m_inPayload = false;
    m_headSize = 0;
    return {Kind::Fragment, {}, 0, ""};
}

FrameFilter::Frame FrameFilter::whole(QByteArrayView payload)
{
    m_inPayload = false;
    m_headSize = 0;
    if (!isControl()) {
        m_isOpen = false;
        if (m_isText && !m_utf8.isComplete())
            return broken(notUtf8, "text ends within a character");
        return {m_isText ? Kind::Text : Kind::Binary, payload, 0, ""};
    }
    const int opcode = m_head[0] & 0x0f;
    return {opcode == 0x8 ? Kind::Close : opcode == 0x9 ? Kind::Ping : Kind::Pong, payload, 0, ""};
}

} // namespace signalbox::gateway
