// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "server/model/time.h"

#include <QTimeZone>

#include <chrono>
#include <optional>

// When a schedule comes (docs/model.md, "Schedules"). Pure.

namespace signalbox::core {

// Five fields of a crontab, or a word such as @daily: minutes of a calendar, without a place on earth.
class CronLine
{
public:
    // The error is the end of a sentence that begins with what the text is called ("has 4 fields (…)").
    static Result<CronLine> parse(const QString &text);

    // The first minute that matches, not before `from` and before `end`; looks fifty years ahead at most.
    std::optional<std::chrono::local_seconds> firstIn(std::chrono::local_seconds from,
                                                      std::chrono::local_seconds end) const;

    // Its hours do not begin with *: it names times of the day, and one that a day lacks is made up.
    bool hasFixedHours() const { return !m_anyHour; }
    // Its hours or minutes begin with *: it comes again in an hour that a day has twice.
    bool goesOnInRealTime() const { return m_anyHour || m_anyMinute; }

private:
    bool matches(std::chrono::year_month_day date) const;
    std::optional<std::chrono::seconds> firstOfDay(std::chrono::seconds from) const;
    bool comes() const;

    quint64 m_minutes = 0; // bit 0: minute 0
    quint64 m_hours = 0;
    quint64 m_days = 0; // bit 1: the first
    quint64 m_months = 0;
    quint64 m_weekdays = 0; // bit 0: Sunday
    bool m_anyMinute = false;
    bool m_anyHour = false;
    bool m_anyDay = false; // the field begins with *: then both fields of the day must match, else one of them
    bool m_anyWeekday = false;
};

// The first time of the line in this zone that is later than `after`; none within fifty years: nothing. A local time that
// does not exist comes at the first instant after the gap, if the line has fixed hours, and one that exists twice comes
// twice only if it goes on in real time.
std::optional<Timestamp> nextTime(const CronLine &line, const QTimeZone &zone, Timestamp after);

} // namespace signalbox::core
