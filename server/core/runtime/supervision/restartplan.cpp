// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/restartplan.h"

#include <algorithm>
#include <cmath>

namespace signalbox::core {

std::optional<Milliseconds> RestartPlan::next(Milliseconds ran, bool failed, Milliseconds firstDelay, double random)
{
    constexpr int mostDoublings = 30; // far beyond the longest delay, far below an overflow
    m_quickFailures = failed && ran < quickRun ? m_quickFailures + 1 : 0;
    if (m_quickFailures >= quickFailuresAllowed)
        return std::nullopt;
    if (ran >= longestDelay)
        m_doublings = 0;
    const Milliseconds ceiling = std::max(firstDelay, longestDelay);
    const auto factor = std::exp2(m_doublings) * (0.9 + 0.2 * random);
    m_doublings = std::min(m_doublings + 1, mostDoublings);
    return std::min(ceiling, Milliseconds(std::llround(static_cast<double>(firstDelay.count()) * factor)));
}

} // namespace signalbox::core
