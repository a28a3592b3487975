// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/event.h"

#include <QHash>
#include <QList>

#include <array>
#include <chrono>

namespace signalbox::core {

// Joins what happens again and again, so that one thing that flaps fills neither the database nor the page: of the same
// within `window` the first `ownEntries` are entries of their own, and what follows is counted in the newest of them; as
// long as it goes on, each further window has one entry. Beyond `burst` entries of a kind, regained one each `regain`,
// even different things are joined that are called the same. Pure but for the time it is given; owned by EventBook.
class EventPace
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    static constexpr Milliseconds window = std::chrono::minutes(2);
    static constexpr int ownEntries = 5;
    static constexpr int burst = 2000;
    static constexpr Milliseconds regain = std::chrono::seconds(6);
    static constexpr qsizetype capacity = 4096; // series that are remembered

    // The next numbers are greater than this one.
    void begin(qint64 lastNumber) { m_last = lastNumber; }
    // The entry with its number, to be told at once; or nothing: it was joined into one that takeJoined() hands out.
    std::optional<EventEntry> take(EventEntry entry, Moment now);
    bool hasJoined() const { return !m_changed.isEmpty(); }
    QList<EventEntry> takeJoined(); // those that grew since the last call, by number

private:
    struct Series
    {
        EventEntry newest;
        Moment began{};
        int entries = 0;
        int allowed = ownEntries;
        bool hasJoined = false; // in this window
    };
    struct Purse
    {
        double entries = burst;
        Moment filled{};
    };

    QString keyOf(const EventEntry &entry, Moment now);
    void makeRoom(Moment now);

    qint64 m_last = 0;
    QHash<QString, Series> m_series;
    std::array<Purse, 6> m_purses{}; // by kind
    QHash<qint64, EventEntry> m_changed;
};

} // namespace signalbox::core
