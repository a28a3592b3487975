// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/timeouts.h"

namespace signalbox::gateway {

void Timeouts::add(Time due, Timeout &timeout)
{
    m_due.emplace(due, &timeout);
    wakeAt(due);
}

// A call that is under way cannot be taken back, so that a later one may find nothing to do.
void Timeouts::wakeAt(Time due)
{
    if (due >= m_wakeAt)
        return;
    m_wakeAt = due;
    const auto left = std::chrono::ceil<Milliseconds>(due - m_clock.steady());
    m_clock.after(std::max(left, Milliseconds(0)), this, [this] { wake(); });
}

void Timeouts::wake()
{
    const Time now = m_clock.steady();
    if (now >= m_wakeAt)
        m_wakeAt = Time::max();
    while (!m_due.empty() && m_due.begin()->first <= now) {
        Timeout &timeout = *m_due.begin()->second;
        timeout.cancel();
        const Timeout::Callback callback = timeout.m_callback; // which may destroy the timeout
        callback();
    }
    if (!m_due.empty())
        wakeAt(m_due.begin()->first);
}

void Timeout::start(Milliseconds delay)
{
    cancel();
    m_due = m_all.m_clock.steady() + delay;
    m_all.add(m_due, *this);
}

void Timeout::cancel()
{
    if (m_due != Timeouts::Time::max())
        m_all.remove(std::exchange(m_due, Timeouts::Time::max()), *this);
}

} // namespace signalbox::gateway
