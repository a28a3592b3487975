// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <array>
#include <deque>

namespace signalbox::widgets {

// One figure over at least a day in bounded memory: minima and maxima per time slot at three widths. Adding a
// value and asking for points cost the same after a minute as after a day. A value; x is milliseconds UTC.
class SampleSeries
{
public:
    void append(qint64 time, double value);
    // Older values than those already here, oldest first; anything that would overlap is ignored.
    void addHistory(const QList<QPointF> &points);
    void clear();

    bool isEmpty() const { return m_levels.front().slots.empty(); }
    double last() const { return m_last; }

    // At most 2 points per column: the lowest and highest value of its time, in the order they came.
    QList<QPointF> points(qint64 from, qint64 to, int columns) const;
    // The point nearest to a time, for reading values off; nothing when there is none between from and to.
    QPointF nearest(qint64 time, qint64 from, qint64 to) const;

private:
    struct Slot
    {
        qint64 start = 0; // of the slot
        QPointF low;
        QPointF high;
        void take(const QPointF &point);
    };
    struct Level
    {
        qint64 width = 0; // milliseconds
        std::size_t capacity = 0;
        std::deque<Slot> slots;
        void append(const QPointF &point);
        void prepend(const QList<QPointF> &older);
    };

    const Level &levelFor(qint64 from) const;

    std::array<Level, 3> m_levels{Level{1'000, 900, {}}, Level{10'000, 720, {}}, Level{120'000, 900, {}}};
    double m_last = 0.0;
};

} // namespace signalbox::widgets
