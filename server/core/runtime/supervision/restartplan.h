// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <optional>

namespace signalbox::core {

// When a component that ended is started again (docs/reliability.md, "A crash loop costs nothing"). Pure; a value of
// ManagedComponent.
class RestartPlan
{
public:
    static constexpr Milliseconds quickRun{10'000};     // failed sooner after its start: a quick failure
    static constexpr int quickFailuresAllowed = 5;      // in a row; then only a requested start tries again
    static constexpr Milliseconds longestDelay{60'000}; // also what a run must last until delays begin anew

    // How long to wait after a run of length ran; nothing: give up, which only failures lead to. random: 0…1 spreads the
    // delay by ±10 %, so that components that fail together do not come back together.
    std::optional<Milliseconds> next(Milliseconds ran, bool failed, Milliseconds firstDelay, double random);
    void reset() { *this = {}; } // for a start that was requested

private:
    int m_quickFailures = 0;
    int m_doublings = 0;
};

} // namespace signalbox::core
