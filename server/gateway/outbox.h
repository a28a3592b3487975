// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/frame.h"
#include "server/gateway/wire/joined.h"

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::gateway {

class ClientSocket;

// Frames accepted for one client and not yet taken by the kernel, shared with all other clients' outboxes
// (docs/architecture.md, "Fan-out"): a stuck client costs a pointer per frame. Server thread; owned by its Connection.
class Outbox
{
public:
    void append(const dialects::Frame &frame);
    // Replaces the frame of the last appendLatest(), if that one is still waiting.
    void appendLatest(const dialects::Frame &frame);
    void clear();
    void keepNewest(std::size_t count); // of the frames that wait; those before are dropped

    // observer is called with each frame as it leaves for the kernel; an empty one is not called.
    using Observer = std::function<void(const dialects::Frame &)>;
    void setObserver(const Observer &observer)
    {
        m_observer = observer ? std::make_unique<Observer>(observer) : nullptr;
    }

    std::size_t size() const { return m_frames.size() - m_first; }
    bool isEmpty() const { return m_first == m_frames.size(); }
    qint64 bytes() const { return m_bytes; } // of the frames that wait here

    void prefetch() const { __builtin_prefetch(m_frames.data(), 1); }

    struct Written
    {
        qint64 frames = 0;
        qint64 bytes = 0;
        bool failed = false; // the connection is gone
    };
    // Writes until the kernel takes no more, many frames per system call; the rest of a frame that it has begun waits in
    // the socket, whose roomMade() says when to call write() again.
    Written write(ClientSocket &socket, Joined &joined);

private:
    std::span<const dialects::Frame> nextFrames() const;
    void takeSent(qint64 sent, Written &written, ClientSocket &socket);
    void take(Written &written);

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::vector<dialects::Frame> m_frames; // those before m_first are written
    std::size_t m_first = 0;
    std::size_t m_latest = none; // index of the last replaceable frame
    qint64 m_bytes = 0;
    std::unique_ptr<Observer> m_observer;
};

} // namespace signalbox::gateway
