// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/schedules/timetable.h"

#include "server/core/duration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Timetable Timetable::of(const ScheduleConfig &config)
{
    Timetable table;
    if (config.every) {
        table.m_every = *config.every;
        table.m_text = "every "_L1 + formatDuration(*config.every);
        return table;
    }
    table.m_zone = config.timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(config.timezone.toUtf8());
    const Result<CronLine> line = CronLine::parse(config.cron);
    if (line && table.m_zone.isValid())
        table.m_line = *line;
    table.m_text = config.cron.simplified() + u' ' + QString::fromUtf8(table.m_zone.id());
    return table;
}

std::optional<Timestamp> Timetable::next(Timestamp handled, Timestamp now) const
{
    if (isEvery()) {
        const auto passed = now < handled ? 0 : (now - handled) / m_every;
        return handled + (passed + 1) * m_every;
    }
    return m_line ? nextTime(*m_line, m_zone, std::max(handled, now)) : std::nullopt;
}

std::optional<Timestamp> Timetable::latest(Timestamp handled, Timestamp now) const
{
    if (isEvery()) {
        const auto passed = now < handled ? 0 : (now - handled) / m_every;
        return passed > 0 ? std::optional(handled + passed * m_every) : std::nullopt;
    }
    if (!m_line || now <= handled)
        return std::nullopt;
    // Looks back twice as far each time, so that a year without the server does not cost a look at each of its minutes.
    std::optional<Timestamp> found;
    Timestamp begin = now;
    for (Milliseconds back = std::chrono::minutes(1); !found && begin > handled; back *= 2) {
        begin = std::max(handled, now - back);
        for (auto time = nextTime(*m_line, m_zone, begin); time && *time <= now;
             time = nextTime(*m_line, m_zone, *time))
            found = time;
    }
    return found;
}

} // namespace signalbox::core
