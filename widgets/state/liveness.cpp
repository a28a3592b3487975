// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/liveness.h"

namespace signalbox::widgets {

Liveness::Liveness(const Replica &replica, QObject *parent) : QObject(parent), m_replica(replica)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Liveness::update);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        readClock();
        Q_EMIT secondPassed();
    });
    m_second.start();
    connect(&replica, &Replica::connectedChanged, this, &Liveness::update);
    connect(&replica, &Replica::sampled, this, [this](const MetricsSample &, Timestamp time) { ticked(time); });
    connect(&replica, &Replica::heard, this, &Liveness::hear);
    connect(&replica, &Replica::missed, this, [this] { ticked(m_replica.snapshot().metrics.time); });
    if (replica.isConnected())
        ticked(replica.snapshot().metrics.time);
}

Milliseconds Liveness::patience() const
{
    return m_replica.snapshot().server.tick * 7 / 4;
}

void Liveness::hear(Timestamp time)
{
    if (time <= m_time)
        return;
    m_time = time;
    m_sinceTime.start();
}

void Liveness::ticked(Timestamp time)
{
    m_time = time;
    m_sinceTime.start();
    m_sinceTick.start();
    if (m_stale)
        readClock();
    m_deadline.start(patience());
    update();
}

void Liveness::update()
{
    const bool stale = !m_replica.isConnected() || !m_deadline.isActive();
    if (stale == m_stale)
        return;
    m_stale = stale;
    Q_EMIT staleChanged(stale);
}

std::optional<Milliseconds> Liveness::tickAge() const
{
    if (!m_sinceTick.isValid())
        return std::nullopt;
    return Milliseconds(m_sinceTick.elapsed());
}

void Liveness::readClock()
{
    const Milliseconds since(m_sinceTime.isValid() ? m_sinceTime.elapsed() : 0);
    m_now = m_time + (m_stale ? std::min(since, patience()) : since);
}

} // namespace signalbox::widgets
