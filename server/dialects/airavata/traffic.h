// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codec_shapes.h"

#include <array>
#include <chrono>

namespace signalbox::airavata {

// Counts connections, messages and round trips for the statistics. Server thread; owned by AiravataDialect.
class Traffic
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    static constexpr int window = 10; // seconds messagesPerSecond looks back

    explicit Traffic(Moment now) : m_begun(now) {}

    void connected()
    {
        ++m_total;
        ++m_active;
    }
    void disconnected() { --m_active; }
    void message(Moment now);
    void roundTrip(std::chrono::nanoseconds time); // ping to pong

    Figures figures(Moment now, Milliseconds uptime) const;

private:
    struct Second
    {
        qint64 number = -1;
        qint64 messages = 0;
    };

    qint64 secondOf(Moment now) const;

    Moment m_begun;
    qint64 m_total = 0;
    qint64 m_active = 0;
    qint64 m_messages = 0;
    std::array<Second, window + 1> m_seconds;
    std::array<std::chrono::nanoseconds, 128> m_roundTrips{};
    std::size_t m_roundTripCount = 0; // ever; the newest 128 are kept
};

} // namespace signalbox::airavata
