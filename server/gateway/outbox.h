// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"

#include <functional>
#include <vector>

class QTcpSocket;

namespace signalbox::gateway {

// Frames accepted for one client and not yet taken by the kernel, shared with all other clients' outboxes
// (performance.md, P3): a stuck client costs a pointer per frame. Server thread; owned by its Connection.
class Outbox
{
public:
    void append(const dialects::Frame &frame);
    // Takes the place of the last frame given here, if that one is still waiting.
    void appendLatest(const dialects::Frame &frame);
    void clear();

    // Told of each frame as it leaves for the kernel; none: nobody.
    void setObserver(std::function<void(const dialects::Frame &)> observer) { m_observer = std::move(observer); }

    bool isEmpty() const { return m_first == m_frames.size(); }
    qint64 bytes() const { return m_bytes; } // waiting here

    struct Written
    {
        qint64 frames = 0;
        qint64 bytes = 0;
        bool failed = false; // the connection is gone
    };
    // As many frames as the kernel takes in one call, straight to the descriptor, because QTcpSocket would
    // wait for another turn of the loop. Only while the socket has nothing buffered, so that order with
    // QWebSocket's own control frames holds; what is left of a frame goes through the socket, whose
    // bytesWritten() says when to come back.
    Written write(QTcpSocket &socket, bool direct);

private:
    Written writeDirect(QTcpSocket &socket);
    Written writeBuffered(QTcpSocket &socket);
    void take(Written &written);

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::vector<dialects::Frame> m_frames; // those before m_first are gone
    std::size_t m_first = 0;
    std::size_t m_latest = none; // index of the last replaceable frame
    qint64 m_bytes = 0;
    std::function<void(const dialects::Frame &)> m_observer;
};

} // namespace signalbox::gateway
