// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/places.h"

#include <algorithm>
#include <utility>

namespace signalbox::gateway {

// ---- sockets

std::unique_ptr<Places::Seat> Places::enter(const QString &place)
{
    if (const auto known = m_entries.find(place);
        m_ceilings.sockets > 0 && known != m_entries.end() && known->second.sockets >= m_ceilings.sockets) {
        if (known->second.idle.empty())
            return nullptr;
        known->second.idle.front()->m_idle->giveWay();
    }
    Entry &entry = m_entries[place];
    entry.place = place;
    ++entry.sockets;
    return std::unique_ptr<Seat>(new Seat(*this, entry));
}

bool Places::oldestIdleGivesWay()
{
    if (m_idle.empty())
        return false;
    m_idle.front()->m_idle->giveWay();
    return true;
}

Places::Seat::~Seat()
{
    setIdle(nullptr);
    hold(0);
    if (--m_entry.sockets == 0)
        m_places.m_entries.erase(m_entry.place);
}

void Places::Seat::setIdle(Idle *idle)
{
    if (m_idle) {
        m_entry.idle.erase(m_atEntry);
        m_places.m_idle.erase(m_atAll);
    }
    m_idle = idle;
    if (m_idle) {
        m_atEntry = m_entry.idle.insert(m_entry.idle.end(), this);
        m_atAll = m_places.m_idle.insert(m_places.m_idle.end(), this);
    }
}

void Places::Seat::hold(qint64 bytes)
{
    m_entry.held += bytes - std::exchange(m_held, bytes);
}

bool Places::Seat::isCrowded() const
{
    const qint64 ceiling = m_places.m_ceilings.heldBytes;
    return ceiling > 0 && m_entry.held - m_held > ceiling;
}

// ---- requests

bool Places::admitRequest(const QString &place, Time now)
{
    const double rate = m_ceilings.requestsPerSecond;
    if (rate <= 0)
        return true;
    if (m_buckets.size() >= m_bucketsToForget)
        forgetFullBuckets(now);
    auto bucket = m_buckets.find(place);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(place, TokenBucket::full(rate, now));
    return bucket->take(rate, now);
}

// A bucket that is full again says nothing.
void Places::forgetFullBuckets(Time now)
{
    m_buckets.removeIf([now](const auto &bucket) { return now - bucket.value().at >= std::chrono::seconds(2); });
    m_bucketsToForget = std::max(fewBuckets, 2 * m_buckets.size());
}

} // namespace signalbox::gateway
