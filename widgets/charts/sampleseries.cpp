// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/sampleseries.h"

#include <algorithm>
#include <cmath>

namespace signalbox::widgets {

void SampleSeries::Slot::take(const QPointF &point)
{
    if (point.y() < low.y())
        low = point;
    if (point.y() > high.y())
        high = point;
}

void SampleSeries::Level::append(const QPointF &point, qint64 every)
{
    const qint64 start = static_cast<qint64>(point.x()) / width * width;
    if (slots.empty() || slots.back().start < start)
        slots.push_back({start, point, point, every});
    else
        slots.back().take(point); // also what a clock set back delivers: never out of order
    if (slots.size() > capacity)
        slots.pop_front();
}

void SampleSeries::Level::prepend(const QList<QPointF> &older, qint64 every)
{
    Level history{width, capacity, {}};
    for (const QPointF &point : older) {
        if (!slots.empty() && point.x() >= static_cast<double>(slots.front().start))
            break;
        history.append(point, every);
    }
    slots.insert(slots.begin(), history.slots.cbegin(), history.slots.cend());
    while (slots.size() > capacity)
        slots.pop_front();
}

void SampleSeries::append(qint64 time, double value, qint64 every)
{
    m_last = value;
    for (Level &level : m_levels)
        level.append({static_cast<double>(time), value}, every);
}

void SampleSeries::addHistory(const QList<QPointF> &points, qint64 every)
{
    if (points.isEmpty())
        return;
    for (Level &level : m_levels)
        level.prepend(points, every);
}

void SampleSeries::clear()
{
    for (Level &level : m_levels)
        level.slots.clear();
    pause();
}

const SampleSeries::Level &SampleSeries::levelFor(qint64 from) const
{
    // The finest that reaches back far enough; if none does, the coarsest that is not worse informed. By the first value: a
    // slot of an hour begins long before a series that began a minute ago.
    const auto first = [](const Level &level) {
        return static_cast<qint64>(std::min(level.slots.front().low.x(), level.slots.front().high.x()));
    };
    const Level *best = &m_levels.front();
    for (const Level &level : m_levels) {
        if (level.slots.empty())
            continue;
        if (first(level) <= from)
            return level;
        if (first(level) < first(*best) - level.width)
            best = &level;
    }
    return *best;
}

QList<SampleSeries::Column> SampleSeries::columns(qint64 from, qint64 to, int count) const
{
    QList<Column> result;
    if (isEmpty() || count < 1 || to <= from)
        return result;
    const Level &level = levelFor(from);
    const auto startsBefore = [](const Slot &each, qint64 time) { return each.start < time; };
    auto slot = std::lower_bound(level.slots.cbegin(), level.slots.cend(), from, startsBefore);
    if (slot != level.slots.cbegin())
        --slot;
    const double perColumn = static_cast<double>(to - from) / count;
    const Slot *previous = nullptr;
    qint64 last = 0;
    for (; slot != level.slots.cend(); ++slot) {
        const auto inside = std::min(static_cast<qint64>(static_cast<double>(slot->start - from) / perColumn),
                                     static_cast<qint64>(count) - 1);
        const qint64 index = slot->start < from ? -1 : slot->start > to ? count : inside;
        const auto longest = [&] { return std::max(level.longestStep(*previous, *slot), qint64(3 * perColumn)); };
        const bool afterHole = !previous || slot->start - previous->start > longest();
        if (!afterHole && index == last) {
            Slot joined{0, result.constLast().low, result.constLast().high};
            joined.take(slot->low);
            joined.take(slot->high);
            result.last().low = joined.low;
            result.last().high = joined.high;
        } else {
            result.append({slot->low, slot->high, afterHole});
        }
        if (slot->start > to)
            break;
        previous = &*slot;
        last = index;
    }
    return result;
}

QList<QPointF> SampleSeries::points(qint64 from, qint64 to, int columns) const
{
    QList<QPointF> result;
    for (const Column &column : this->columns(from, to, columns)) {
        const bool lowFirst = column.low.x() <= column.high.x();
        const QPointF &first = lowFirst ? column.low : column.high;
        const QPointF &second = lowFirst ? column.high : column.low;
        if (second.x() < static_cast<double>(from) || first.x() > static_cast<double>(to))
            continue;
        result << first;
        if (second != first)
            result << second;
    }
    return result;
}

QPointF SampleSeries::nearest(qint64 time, qint64 from, qint64 to) const
{
    const QPointF none(std::nan(""), std::nan(""));
    if (isEmpty())
        return none;
    const Level &level = levelFor(from);
    auto slot = std::lower_bound(level.slots.cbegin(), level.slots.cend(), time,
                                 [](const Slot &each, qint64 wanted) { return each.start < wanted; });
    if (slot != level.slots.cbegin()
        && (slot == level.slots.cend() || time - std::prev(slot)->start <= slot->start - time))
        --slot;
    const QPointF point = slot->high;
    const auto width = static_cast<double>(level.width);
    const bool outside = point.x() < static_cast<double>(from) - width || point.x() > static_cast<double>(to);
    return outside || 2 * std::abs(time - slot->start) > level.longestStep(*slot, *slot) ? none : point;
}

} // namespace signalbox::widgets
