// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <optional>

namespace signalbox::core {

// When a component that ended is tried again (reliability.md R14). Pure; a value of ManagedComponent.
class RestartPlan
{
public:
    static constexpr Milliseconds quickRun{10'000};     // ended sooner after its start: a quick failure
    static constexpr int quickRunsAllowed = 5;          // in a row; then only a person starts it again
    static constexpr Milliseconds longestDelay{60'000}; // also what a run must last until delays begin anew

    // After a run of that length: how long to wait, or nothing: give up. random: 0…1 spreads the delay by ±10 %,
    // so that components that fail together do not come back together.
    std::optional<Milliseconds> next(Milliseconds ran, Milliseconds firstDelay, double random);
    void reset() { *this = {}; } // a person started it

private:
    int m_quickRuns = 0;
    int m_doublings = 0;
};

} // namespace signalbox::core
