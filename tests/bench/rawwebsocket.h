// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace signalbox::bench {

// A blocking WebSocket client that spends next to nothing on a byte, so that a measurement shows the server's cost.
// Throws std::runtime_error. Any one thread; owned by the measurement.
class RawWebSocket
{
public:
    enum Opcode : quint8 { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8 };
    struct Gone : std::runtime_error
    {
        using std::runtime_error::runtime_error;
    };
    struct Totals
    {
        qint64 frames = 0;
        qint64 bytes = 0;
        QByteArray control; // the last binary frame when binary frames are not counted
        quint16 closeCode = 0;
    };

    RawWebSocket(quint16 port, const QByteArray &subprotocol)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const timeval patience{60, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        QByteArray head("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        if (!subprotocol.isEmpty())
            head += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
        write(head + "\r\n");
        readAnswer();
    }
    ~RawWebSocket() { ::close(m_socket); }
    RawWebSocket(const RawWebSocket &) = delete;
    RawWebSocket &operator=(const RawWebSocket &) = delete;

    // Masks with zeros, which costs the server as much as any mask.
    void send(Opcode opcode, const QByteArray &payload)
    {
        if (payload.size() > 125)
            throw std::runtime_error("long frames are not needed here");
        QByteArray frame;
        frame.append(char(0x80 | opcode)).append(char(0x80 | payload.size())).append(4, '\0').append(payload);
        write(frame);
    }

    void waitForFirstByte()
    {
        nextFrame();
        if (m_opcode == Close)
            throw std::runtime_error("closed instead of answering");
    }

    // Reads everything up to the close frame, or to the end without one (closeCode 1006: websocketd's way). Binary
    // frames are counted (websocketd --binary) or kept apart (the result of pow-1).
    Totals drain(bool countBinary)
    {
        Totals totals;
        for (;;) {
            try {
                if (m_left < 0)
                    nextFrame();
            } catch (const Gone &) {
                totals.closeCode = 1006;
                return totals;
            }
            const bool counted = m_opcode != Close && (m_opcode != Binary || countBinary);
            const QByteArray kept = consume(!counted);
            if (m_opcode == Close) {
                totals.closeCode = kept.size() < 2 ? quint16(1005) : qFromBigEndian<quint16>(kept.constData());
                return totals;
            }
            if (counted) {
                ++totals.frames;
                totals.bytes += m_length;
            } else {
                totals.control = kept;
            }
        }
    }

    // Reads at least that many payload bytes. False: they do not repeat this pattern.
    bool follows(const QByteArray &pattern, qint64 bytes)
    {
        for (qsizetype at = 0; bytes > 0;) {
            if (m_left < 0)
                nextFrame();
            const QByteArray payload = consume(true);
            for (const char byte : payload) {
                if (byte != pattern.at(at))
                    return false;
                at = at + 1 == pattern.size() ? 0 : at + 1;
            }
            bytes -= payload.size();
        }
        return true;
    }

private:
    void write(const QByteArray &bytes)
    {
        if (::send(m_socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
            throw std::runtime_error("cannot send");
    }

    void refill()
    {
        if (m_from > 0)
            std::memmove(m_buffer.data(), m_buffer.constData() + m_from, std::size_t(m_to - m_from));
        m_to -= m_from;
        m_from = 0;
        const ssize_t got = ::recv(m_socket, m_buffer.data() + m_to, std::size_t(m_buffer.size() - m_to), 0);
        if (got == 0)
            throw Gone("the server went without a close frame");
        if (got < 0)
            throw std::runtime_error("nothing came for a minute");
        m_to += got;
    }

    QByteArrayView need(qsizetype bytes)
    {
        while (m_to - m_from < bytes)
            refill();
        return QByteArrayView(m_buffer).sliced(m_from, bytes);
    }

    void readAnswer()
    {
        qsizetype end = -1;
        while ((end = QByteArrayView(m_buffer).first(m_to).indexOf(QByteArrayView("\r\n\r\n"))) < 0)
            refill();
        if (!m_buffer.startsWith("HTTP/1.1 101"))
            throw std::runtime_error("no upgrade: " + m_buffer.left(100).toStdString());
        m_from = end + 4;
    }

    // Reads a frame's header; m_left tells how much payload follows.
    void nextFrame()
    {
        const QByteArrayView head = need(2);
        m_opcode = static_cast<Opcode>(head.at(0) & 0x0f);
        m_left = head.at(1) & 0x7f;
        m_from += 2;
        if (m_left == 126) {
            m_left = qFromBigEndian<quint16>(need(2).constData());
            m_from += 2;
        } else if (m_left == 127) {
            m_left = qint64(qFromBigEndian<quint64>(need(8).constData()));
            m_from += 8;
        }
        m_length = m_left;
    }

    QByteArray consume(bool keep)
    {
        QByteArray kept;
        while (m_left > 0) {
            if (m_to == m_from)
                refill();
            const qsizetype part = std::min<qsizetype>(m_left, m_to - m_from);
            if (keep)
                kept.append(m_buffer.constData() + m_from, part);
            m_from += part;
            m_left -= part;
        }
        m_left = -1;
        return kept;
    }

    int m_socket = -1;
    QByteArray m_buffer = QByteArray(1 << 20, '\0');
    qsizetype m_from = 0;
    qsizetype m_to = 0;
    Opcode m_opcode = Continuation;
    qint64 m_length = 0; // of the current frame's payload
    qint64 m_left = -1;  // bytes of that payload still to be read; -1: no current frame
};

} // namespace signalbox::bench
