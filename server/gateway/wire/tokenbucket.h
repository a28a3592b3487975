// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace signalbox::gateway {

// Admits so many a second, in bursts of twice that. A value; full when it is made.
struct TokenBucket
{
    using Time = std::chrono::steady_clock::time_point;

    double tokens = 0;
    Time at{};

    static TokenBucket full(double rate, Time now) { return {2 * rate, now}; }

    // False: it is one too many, and costs nothing.
    bool take(double rate, Time now)
    {
        tokens = std::min(2 * rate, tokens + rate * std::chrono::duration<double>(now - at).count());
        at = now;
        if (tokens < 1)
            return false;
        tokens -= 1;
        return true;
    }
};

} // namespace signalbox::gateway
