// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/clock.h"

#include <QTimer>

namespace signalbox::core {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::unixNanoseconds() const
{
    return std::chrono::system_clock::now().time_since_epoch();
}

std::chrono::steady_clock::time_point SystemClock::steady() const
{
    return std::chrono::steady_clock::now();
}

void SystemClock::after(Milliseconds delay, QObject *context, std::function<void()> callback)
{
    // Qt's default lets timers of two seconds and more go off 5 % early or late, which is the whole tick's jitter.
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(callback));
}

} // namespace signalbox::core
