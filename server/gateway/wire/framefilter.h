// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/utf8check.h"

#include <QByteArray>

#include <array>
#include <span>

namespace signalbox::gateway {

// Makes whole frames of what a client sends, cut anywhere, and refuses what RFC 6455 forbids as soon as it is seen: at
// most one message and one control frame are held back, however many fragments they come in. Text is checked while it
// arrives, unmasked in place, and stays UTF-8. Knows no socket. A value.
class FrameFilter
{
public:
    enum class Kind : quint8 { None, Fragment, Text, Binary, Close, Ping, Pong, Broken };
    struct Frame
    {
        Kind kind = Kind::None; // None: more bytes are needed; Fragment: has been taken, its message goes on
        QByteArrayView payload; // unmasked, fragments joined; until the next call
        quint16 closeCode = 0;  // with Broken: what the peer is to be told …
        const char *reason = "";
    };

    explicit FrameFilter(qint64 messageBytes) : m_messageBytes(messageBytes) {}

    // Takes from the front of bytes until a frame is whole; changes them.
    Frame next(std::span<char> &bytes);

    qint64 heldBytes() const { return m_message.capacity(); } // memory of the message under way

private:
    Frame readHead(std::span<char> &bytes);
    Frame checkStart();
    Frame checkLength();
    Frame readPayload(std::span<char> &bytes);
    Frame whole(QByteArrayView payload);
    std::size_t headSize() const;
    void unmask(std::span<char> bytes);
    bool isFinal() const { return m_head[0] & 0x80; }
    bool isControl() const { return m_head[0] & 0x08; }

    const qint64 m_messageBytes;
    QByteArray m_message;         // of the message under way, as far as it has come
    QByteArray m_control;         // of the control frame under way
    qint64 m_left = 0;            // bytes of the current frame's payload that are still to come
    std::array<char, 4> m_mask{}; // from the next byte on
    std::array<unsigned char, 14> m_head{};
    quint8 m_headSize = 0;
    bool m_inPayload = false;
    bool m_isOpen = false; // a message has begun and is not whole
    bool m_isText = false;
    Utf8Check m_utf8;
};

} // namespace signalbox::gateway
