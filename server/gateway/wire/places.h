// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire/tokenbucket.h"

#include <QHash>
#include <QString>

#include <list>
#include <memory>
#include <unordered_map>

namespace signalbox::gateway {

// Counts for each place (core::placeOf()), on all listeners together, its open sockets, its REST requests, and the bytes
// that it makes the server hold, so that no place can use up what others need (docs/reliability.md, "Nobody locks others
// out").
// Server thread; owned by Gateway; outlives every Seat.
class Places
{
    struct Entry;

public:
    // A socket that waits for its client: it may have to give way to another.
    class Idle
    {
    public:
        virtual ~Idle() = default;
        virtual void giveWay() = 0; // closes the socket, and destroys its Seat
    };

    // Of one open socket, as long as its descriptor is.
    class Seat
    {
    public:
        ~Seat();
        // From now on idle, behind all that are already; null: no longer.
        void setIdle(Idle *idle);
        // How many bytes are held for the socket now.
        void hold(qint64 bytes);
        // Too many are held for the place's other sockets. One socket alone is bounded by other ceilings.
        bool isCrowded() const;

    private:
        friend class Places;
        Seat(Places &places, Entry &entry) : m_places(places), m_entry(entry) {}

        Places &m_places;
        Entry &m_entry;
        Idle *m_idle = nullptr;
        qint64 m_held = 0;
        std::list<Seat *>::iterator m_atEntry, m_atAll; // while idle
    };

    struct Ceilings // 0: none
    {
        int sockets = 0;
        int requestsPerSecond = 0; // burst: twice that
        qint64 heldBytes = 0;
    };
    using Time = TokenBucket::Time;

    explicit Places(const Ceilings &ceilings) : m_ceilings(ceilings) {}

    // At the ceiling the place's oldest idle socket gives way; null: none of its sockets is idle.
    std::unique_ptr<Seat> enter(const QString &place);
    bool oldestIdleGivesWay();                         // of any place; false: none is idle
    bool admitRequest(const QString &place, Time now); // false: it is one too many

private:
    struct Entry
    {
        QString place;
        int sockets = 0;
        qint64 held = 0;
        std::list<Seat *> idle; // the oldest first
    };
    void forgetFullBuckets(Time now);

    static constexpr qsizetype fewBuckets = 1024;

    const Ceilings m_ceilings;
    std::unordered_map<QString, Entry> m_entries; // with sockets, by place
    std::list<Seat *> m_idle;                     // of all places, the oldest first
    QHash<QString, TokenBucket> m_buckets;
    qsizetype m_bucketsToForget = fewBuckets;
};

} // namespace signalbox::gateway
