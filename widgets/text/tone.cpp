// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/tone.h"

namespace signalbox::widgets {

Tone toneOf(ComponentState state)
{
    switch (state) {
    case ComponentState::Running:
        return Tone::Good;
    case ComponentState::Starting:
    case ComponentState::Stopping:
        return Tone::Busy;
    case ComponentState::Error:
        return Tone::Bad;
    case ComponentState::Stopped:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(const Component &component)
{
    if (component.isDone)
        return Tone::Good;
    return isDegraded(component) ? Tone::Bad : toneOf(component.state);
}

Tone toneOf(ExecutionState state)
{
    switch (state) {
    case ExecutionState::Succeeded:
        return Tone::Good;
    case ExecutionState::Running:
        return Tone::Busy;
    case ExecutionState::Failed:
    case ExecutionState::Interrupted:
        return Tone::Bad;
    case ExecutionState::Created:
    case ExecutionState::Queued:
    case ExecutionState::Cancelled:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(AgentState state)
{
    switch (state) {
    case AgentState::Online:
        return Tone::Good;
    case AgentState::Registering:
    case AgentState::Degraded:
        return Tone::Busy;
    case AgentState::Offline:
        break;
    }
    return Tone::Neutral;
}

} // namespace signalbox::widgets
