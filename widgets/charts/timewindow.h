// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace signalbox::widgets {

// The stretch of time a group of charts shows together: following the newest sample, or held where a person
// zoomed, panned or paused. Milliseconds UTC. GUI thread; owned by the page.
class TimeWindow final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 minute = 60'000;
    static constexpr qint64 shortest = 20'000;
    static constexpr qint64 day = 24 * 60 * minute;
    static constexpr qint64 longest = 30 * day;

    using QObject::QObject;

    qint64 from() const { return m_to - m_length; }
    qint64 to() const { return m_to; }
    qint64 length() const { return m_length; }
    qint64 chosenLength() const { return m_chosen; } // to which follow() returns
    bool isFollowing() const { return m_following; }
    std::optional<qint64> pointedAt() const { return m_pointedAt; } // in one of the charts, and shown in all

    void setLength(qint64 length); // and follow
    void follow();                 // the newest, at the chosen length
    void hold();
    void advance(qint64 newest);            // a tick: moves only when following
    void zoom(double factor, double where); // where: 0 left edge … 1 right edge
    void pan(qint64 by);
    void pointAt(std::optional<qint64> time);

Q_SIGNALS:
    void moved();
    void pointed();
    void followingChanged(bool following);

private:
    void setFollowing(bool following);

    qint64 m_to = 0;
    qint64 m_newest = 0;
    qint64 m_length = 5 * minute;
    qint64 m_chosen = 5 * minute;
    bool m_following = true;
    std::optional<qint64> m_pointedAt;
};

} // namespace signalbox::widgets
