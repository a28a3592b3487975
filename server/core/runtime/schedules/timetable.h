// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/runtime/schedules/cronline.h"

namespace signalbox::core {

// The times of one schedule: those of a CronLine in a zone, or one every so often. A value.
//
// handled: up to there no time needs a run any more. Times that come every so often are counted from it.
class Timetable
{
public:
    // The configuration was checked; a line or a zone that cannot be used has no times.
    static Timetable of(const ScheduleConfig &config);

    // For people, and to know whether it is still the same: "*/5 * * * * Europe/Berlin", "every 10m".
    const QString &text() const { return m_text; }
    QString timezone() const { return m_line ? QString::fromUtf8(m_zone.id()) : QString(); }
    // It goes by time that passes, and not by a clock on the wall, which may be set.
    bool isEvery() const { return m_every > Milliseconds(0); }

    // It comes again in an hour that a day has twice (CronLine).
    bool goesOnInRealTime() const { return m_line && m_line->goesOnInRealTime(); }

    // The first time that is later than both.
    std::optional<Timestamp> next(Timestamp handled, Timestamp now) const;
    // The last time that is later than handled, and not later than now.
    std::optional<Timestamp> latest(Timestamp handled, Timestamp now) const;

private:
    QString m_text;
    std::optional<CronLine> m_line;
    QTimeZone m_zone;
    Milliseconds m_every{0};
};

} // namespace signalbox::core
