// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <array>
#include <deque>
#include <limits>

namespace signalbox::widgets {

// One figure over at least thirty days in bounded memory: minima and maxima per time slot at four widths. Adding a
// value and asking for points cost the same after a minute as after a day. A value; x is milliseconds UTC.
class SampleSeries
{
public:
    // What one column of pixels shows of it: the lowest and the highest value of its time.
    struct Column
    {
        QPointF low;
        QPointF high;
        bool afterHole = false; // nothing was measured between the column before and this one; true for the first
    };

    // every: milliseconds between the values that come; more than three times that without one is a hole.
    void append(qint64 time, double value, qint64 every);
    // Older values than those already here, oldest first; anything that would overlap is ignored.
    void addHistory(const QList<QPointF> &points, qint64 every);
    // What is measured has no value now.
    void pause() { m_last = std::numeric_limits<double>::quiet_NaN(); }
    void clear();

    bool isEmpty() const { return m_levels.front().slots.empty(); }
    double last() const { return m_last; } // not a number while paused

    // At most `count` columns, and one more on either side for the line to go on to.
    QList<Column> columns(qint64 from, qint64 to, int count) const;
    // At most 2 points per column: the lowest and highest value of its time, in the order they came.
    QList<QPointF> points(qint64 from, qint64 to, int columns) const;
    // The point nearest to a time, for reading values off; nothing when there is none between from and to, nor in a hole.
    QPointF nearest(qint64 time, qint64 from, qint64 to) const;

private:
    struct Slot
    {
        qint64 start = 0; // of the slot
        QPointF low;
        QPointF high;
        qint64 every = 0;
        void take(const QPointF &point);
    };
    struct Level
    {
        qint64 width = 0; // milliseconds
        std::size_t capacity = 0;
        std::deque<Slot> slots;
        void append(const QPointF &point, qint64 every);
        void prepend(const QList<QPointF> &older, qint64 every);
        qint64 longestStep(const Slot &a, const Slot &b) const { return 3 * std::max({width, a.every, b.every}); }
    };

    const Level &levelFor(qint64 from) const;

    std::array<Level, 4> m_levels{Level{1'000, 900, {}}, Level{10'000, 720, {}}, Level{120'000, 900, {}},
                                  Level{3'600'000, 750, {}}};
    double m_last = std::numeric_limits<double>::quiet_NaN();
};

} // namespace signalbox::widgets
