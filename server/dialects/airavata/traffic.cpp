// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/traffic.h"

#include <numeric>

namespace signalbox::airavata {

qint64 Traffic::secondOf(Moment now) const
{
    return std::chrono::duration_cast<std::chrono::seconds>(now - m_begun).count();
}

void Traffic::message(Moment now)
{
    ++m_messages;
    const qint64 number = secondOf(now);
    Second &second = m_seconds[static_cast<std::size_t>(number) % m_seconds.size()];
    if (second.number != number)
        second = {number, 0};
    ++second.messages;
}

void Traffic::roundTrip(std::chrono::nanoseconds time)
{
    m_roundTrips[m_roundTripCount++ % m_roundTrips.size()] = time;
}

Figures Traffic::figures(Moment now, Milliseconds uptime) const
{
    const qint64 current = secondOf(now);
    qint64 recent = 0;
    for (const Second &second : m_seconds) {
        if (second.number > current - window && second.number <= current)
            recent += second.messages;
    }
    const std::size_t measured = std::min(m_roundTripCount, m_roundTrips.size());
    const auto sum = std::accumulate(m_roundTrips.begin(), m_roundTrips.begin() + static_cast<std::ptrdiff_t>(measured),
                                     std::chrono::nanoseconds(0));
    Figures figures{m_total, m_active, m_messages, 0.0, 0.0, uptime};
    figures.messagesPerSecond =
        static_cast<double>(recent) / static_cast<double>(std::clamp<qint64>(current + 1, 1, window));
    if (measured > 0)
        figures.averageLatency = std::chrono::duration<double>(sum).count() / static_cast<double>(measured);
    return figures;
}

} // namespace signalbox::airavata
