// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/poller.h"
#include "server/gateway/wire/joined.h"

#include <QObject>

#include <chrono>
#include <vector>

namespace signalbox::gateway {

class Connection;

// Lets every connection that was written to in one turn of the event loop send once, in the next
// (docs/architecture.md, "Fan-out"). Where messages follow each other closely, it waits a moment for as many as it sent
// together the last time. Server thread; owned by Gateway.
class Flusher : public QObject
{
    Q_OBJECT

public:
    explicit Flusher(core::Poller &poller) : m_poller(poller) {}

    // At most once before flushScheduled() is called: Connection remembers that it is scheduled.
    void schedule(Connection &connection);
    void forget(Connection &connection);
    Joined &joined() { return m_joined; }

protected:
    bool event(QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    void gather();
    void prefetch(std::size_t at) const;
    std::size_t depth() const;

    core::Poller &m_poller;
    std::vector<Connection *> m_due;
    std::vector<Connection *> m_flushing;
    Joined m_joined;
    std::size_t m_lastDepth = 0; // frames that a client was sent together in the last pass
    Clock::time_point m_lastEnd{};
    Clock::duration m_lastTook{};
};

} // namespace signalbox::gateway
