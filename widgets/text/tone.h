// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/execution.h"

namespace signalbox::widgets {

// What a state means to a person, whatever it is a state of.
enum class Tone { Neutral, Good, Busy, Bad };

Tone toneOf(ComponentState state);
Tone toneOf(const Component &component); // as format::state()
Tone toneOf(ExecutionState state);
Tone toneOf(AgentState state);

// Of a set that has one for each tone, as the theme's Colours have: the one for this tone.
template<typename Set>
const auto &forTone(const Set &set, Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return set.good;
    case Tone::Busy:
        return set.busy;
    case Tone::Bad:
        return set.bad;
    case Tone::Neutral:
        break;
    }
    return set.neutral;
}

} // namespace signalbox::widgets
