// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace signalbox::core {

// Time, injected so that tests never sleep (tests/support/fakeclock.h). Any thread for the reading functions.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual Timestamp now() const = 0; // wall clock; may jump
    virtual std::chrono::nanoseconds unixNanoseconds() const = 0;
    virtual std::chrono::steady_clock::time_point steady() const = 0; // for durations; never jumps

    // Calls callback once on the context's thread, unless context is destroyed first.
    virtual void after(Milliseconds delay, QObject *context, std::function<void()> callback) = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
    std::chrono::nanoseconds unixNanoseconds() const override;
    std::chrono::steady_clock::time_point steady() const override;
    void after(Milliseconds delay, QObject *context, std::function<void()> callback) override;
};

} // namespace signalbox::core
