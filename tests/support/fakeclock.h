// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QPointer>

#include <map>
#include <utility>

namespace signalbox::test {

// Stands still until a test moves it; due callbacks run inside advance(), in order.
class FakeClock final : public core::Clock
{
public:
    Timestamp now() const override { return m_now; }
    std::chrono::nanoseconds unixNanoseconds() const override { return m_now.time_since_epoch(); }
    std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::time_point(m_elapsed);
    }
    void after(Milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        m_due.emplace(m_elapsed + delay, Due{context, std::move(callback)});
    }

    void advance(Milliseconds by)
    {
        const Milliseconds until = m_elapsed + by;
        while (!m_due.empty() && m_due.begin()->first <= until) {
            auto next = m_due.extract(m_due.begin());
            moveTo(next.key());
            if (next.mapped().context)
                next.mapped().callback();
        }
        moveTo(until);
    }

    void jump(Milliseconds by) { m_now += by; } // moves the wall clock, not the steady one

    std::size_t pending() const { return m_due.size(); }

private:
    struct Due
    {
        QPointer<QObject> context;
        std::function<void()> callback;
    };

    void moveTo(Milliseconds elapsed)
    {
        m_now += elapsed - m_elapsed;
        m_elapsed = elapsed;
    }

    Timestamp m_now{Milliseconds(1'760'677'200'000)}; // 2025-10-17T05:00:00Z, as in Sutra's protocol document
    Milliseconds m_elapsed{0};
    std::multimap<Milliseconds, Due> m_due;
};

} // namespace signalbox::test
