// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QObject>

#include <set>
#include <utility>

namespace signalbox::gateway {

class Timeout;

// The deadlines of all connections, on one timer. A timer of the event loop for each would be walked through whenever
// one is added, and costs a kilobyte. Server thread; owned by Gateway, outlives every Timeout.
class Timeouts final : public QObject
{
    Q_OBJECT

public:
    explicit Timeouts(core::Clock &clock) : m_clock(clock) {}

    core::Clock &clock() const { return m_clock; }

private:
    friend class Timeout;
    using Time = std::chrono::steady_clock::time_point;

    void add(Time due, Timeout &timeout);
    void remove(Time due, Timeout &timeout) { m_due.erase({due, &timeout}); }
    void wakeAt(Time due);
    void wake();

    core::Clock &m_clock;
    std::set<std::pair<Time, Timeout *>> m_due;
    Time m_wakeAt = Time::max(); // of the earliest call of wake() that is under way
};

// One deadline; cancelled with its owner. The callback may start it again, or destroy it.
class Timeout final
{
public:
    using Callback = std::function<void()>;

    Timeout(Timeouts &all, Callback callback) : m_all(all), m_callback(std::move(callback)) {}
    ~Timeout() { cancel(); }
    Q_DISABLE_COPY_MOVE(Timeout)

    void start(Milliseconds delay); // from now; a deadline that was set before is moved
    void cancel();

private:
    friend class Timeouts;

    Timeouts &m_all;
    const Callback m_callback;
    Timeouts::Time m_due = Timeouts::Time::max(); // max: not started
};

} // namespace signalbox::gateway
