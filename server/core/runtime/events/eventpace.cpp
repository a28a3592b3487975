// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/events/eventpace.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

// What counts as the same: of executions, which have an id each, those of one name. Of another person it is another thing.
QString EventPace::keyOf(const EventEntry &entry, Moment now)
{
    Purse &purse = m_purses[static_cast<std::size_t>(entry.kind)];
    const auto passed = std::chrono::duration<double, std::milli>(now - std::exchange(purse.filled, now));
    purse.entries = std::min(purse.entries + passed.count() / double(regain.count()), double(burst));
    const QString what = toString(entry.kind) + u'\n' + entry.what;
    if (purse.entries < 1.0)
        return what;
    const bool isExecution = entry.kind == EventEntry::Kind::Execution;
    return QStringList{what, isExecution ? entry.name : entry.subject, entry.actor, entry.dialect}.join(u'\n');
}

std::optional<EventEntry> EventPace::take(EventEntry entry, Moment now)
{
    Series &series = m_series[keyOf(entry, now)];
    const bool isOver = series.entries == 0 || now - series.began >= window;
    if (!isOver && series.entries >= series.allowed) {
        const EventEntry &first = series.newest;
        entry.number = first.number;
        entry.until = std::max(entry.time, first.until);
        entry.time = first.time;
        entry.times = first.times + 1;
        series.newest = entry;
        series.hasJoined = true;
        m_changed.insert(entry.number, entry);
        return std::nullopt;
    }
    if (isOver) {
        series.allowed = std::exchange(series.hasJoined, false) ? 1 : ownEntries;
        series.began = now;
        series.entries = 0;
    }
    // Grows also where the database could not be read and the last number is not known.
    m_last = std::max(m_last + 1, static_cast<qint64>(entry.time.time_since_epoch().count()));
    entry.number = m_last;
    entry.until = entry.time;
    ++series.entries;
    series.newest = entry;
    m_purses[static_cast<std::size_t>(entry.kind)].entries -= 1.0;
    if (m_series.size() > capacity)
        makeRoom(now);
    return entry;
}

QList<EventEntry> EventPace::takeJoined()
{
    QList<EventEntry> joined = std::exchange(m_changed, {}).values();
    std::sort(joined.begin(), joined.end(),
              [](const EventEntry &one, const EventEntry &other) { return one.number < other.number; });
    return joined;
}

// Those whose window is over; if they are not half, those that began first.
void EventPace::makeRoom(Moment now)
{
    m_series.removeIf([now](const auto &series) { return now - series.value().began >= window; });
    if (m_series.size() <= capacity / 2)
        return;
    QList<Moment> begins;
    for (const Series &series : std::as_const(m_series))
        begins.append(series.began);
    const auto middle = begins.begin() + begins.size() / 2;
    std::nth_element(begins.begin(), middle, begins.end());
    m_series.removeIf([limit = *middle](const auto &series) { return series.value().began <= limit; });
}

} // namespace signalbox::core
