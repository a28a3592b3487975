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

void SampleSeries::Level::append(const QPointF &point)
{
    const qint64 start = static_cast<qint64>(point.x()) / width * width;
    if (slots.empty() || slots.back().start < start)
        slots.push_back({start, point, point});
    else
        slots.back().take(point); // also what a clock set back delivers: never out of order
    if (slots.size() > capacity)
        slots.pop_front();
}

void SampleSeries::Level::prepend(const QList<QPointF> &older)
{
    Level history{width, capacity, {}};
    for (const QPointF &point : older) {
        if (!slots.empty() && point.x() >= static_cast<double>(slots.front().start))
            break;
        history.append(point);
    }
    slots.insert(slots.begin(), history.slots.cbegin(), history.slots.cend());
    while (slots.size() > capacity)
        slots.pop_front();
}

void SampleSeries::append(qint64 time, double value)
{
    m_last = value;
    for (Level &level : m_levels)
        level.append({static_cast<double>(time), value});
}

void SampleSeries::addHistory(const QList<QPointF> &points)
{
    if (points.isEmpty())
        return;
    if (isEmpty())
        m_last = points.constLast().y();
    for (Level &level : m_levels)
        level.prepend(points);
}

void SampleSeries::clear()
{
    for (Level &level : m_levels)
        level.slots.clear();
}

const SampleSeries::Level &SampleSeries::levelFor(qint64 from) const
{
    // The finest that reaches back far enough; if none does, the coarsest that is not worse informed.
    const Level *best = &m_levels.front();
    for (const Level &level : m_levels) {
        if (level.slots.empty())
            continue;
        if (level.slots.front().start <= from)
            return level;
        if (level.slots.front().start < best->slots.front().start - level.width)
            best = &level;
    }
    return *best;
}

QList<QPointF> SampleSeries::points(qint64 from, qint64 to, int columns) const
{
    QList<QPointF> result;
    if (isEmpty() || columns < 1 || to <= from)
        return result;
    const Level &level = levelFor(from);
    auto slot = std::lower_bound(level.slots.cbegin(), level.slots.cend(), from - level.width,
                                 [](const Slot &each, qint64 time) { return each.start < time; });
    const double perColumn = static_cast<double>(to - from) / columns;
    const auto flush = [&result](const Slot &column) {
        const bool lowFirst = column.low.x() <= column.high.x();
        result << (lowFirst ? column.low : column.high);
        if (column.low != column.high)
            result << (lowFirst ? column.high : column.low);
    };
    std::optional<Slot> column;
    for (; slot != level.slots.cend() && slot->start <= to; ++slot) {
        const double offset = static_cast<double>(slot->start - from) / perColumn;
        const qint64 index = std::clamp<qint64>(static_cast<qint64>(std::floor(offset)), 0, columns - 1);
        if (column && column->start == index) {
            column->take(slot->low);
            column->take(slot->high);
            continue;
        }
        if (column)
            flush(*column);
        column = Slot{index, slot->low, slot->high};
    }
    if (column)
        flush(*column);
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
    return point.x() < static_cast<double>(from) - static_cast<double>(level.width)
                   || point.x() > static_cast<double>(to)
               ? none
               : point;
}

} // namespace signalbox::widgets
