// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/execution.h"

namespace signalbox::widgets {

// What a state means to a person, whatever it is a state of.
enum class Tone { Neutral, Good, Busy, Bad };

Tone toneOf(ComponentState state);
Tone toneOf(ExecutionState state);
Tone toneOf(AgentState state);

} // namespace signalbox::widgets
