// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timewindow.h"

#include <algorithm>
#include <utility>

namespace signalbox::widgets {

void TimeWindow::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void TimeWindow::setLength(qint64 length)
{
    m_chosen = std::clamp(length, shortest, longest);
    follow();
}

void TimeWindow::follow()
{
    m_length = m_chosen;
    m_to = m_newest;
    setFollowing(true);
    Q_EMIT moved();
}

void TimeWindow::hold()
{
    setFollowing(false);
}

void TimeWindow::advance(qint64 newest)
{
    m_newest = newest;
    if (!m_following)
        return;
    m_to = newest;
    Q_EMIT moved();
}

void TimeWindow::zoom(double factor, double where)
{
    const double centre = static_cast<double>(from()) + where * static_cast<double>(m_length);
    const auto wanted = static_cast<qint64>(static_cast<double>(m_length) * factor);
    m_length = std::clamp(wanted, shortest, longest);
    m_to = std::min(m_newest, static_cast<qint64>(centre + (1.0 - where) * static_cast<double>(m_length)));
    setFollowing(false);
    Q_EMIT moved();
}

void TimeWindow::pan(qint64 by)
{
    m_to = std::clamp(m_to + by, m_newest - longest + m_length, std::max(m_newest, m_newest - longest + m_length));
    setFollowing(false);
    Q_EMIT moved();
}

void TimeWindow::pointAt(std::optional<qint64> time)
{
    if (std::exchange(m_pointedAt, time) != time)
        Q_EMIT pointed();
}

} // namespace signalbox::widgets
