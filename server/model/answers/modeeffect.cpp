// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/answers/modeeffect.h"

#include <algorithm>

namespace signalbox {

namespace {

// A job is an agent's, and calls and experiments go on to their end.
bool isEndedBy(Mode mode, const Execution &execution)
{
    return mode == Mode::Halted && execution.kind == ExecutionKind::Pipeline
           && execution.state != ExecutionState::Created;
}

} // namespace

ModeEffect modeEffect(const Snapshot &snapshot, Mode mode)
{
    ModeEffect effect;
    for (const Execution &execution : snapshot.executions) {
        if (!isFinal(execution.state))
            (isEndedBy(mode, execution) ? effect.ended : effect.goOn).append(execution.id);
    }
    const auto byStart = [&snapshot](const QString &one, const QString &other) {
        return std::pair(snapshot.execution(one)->createdAt, one)
               < std::pair(snapshot.execution(other)->createdAt, other);
    };
    std::sort(effect.ended.begin(), effect.ended.end(), byStart);
    std::sort(effect.goOn.begin(), effect.goOn.end(), byStart);
    if (mode == Mode::Normal)
        return effect;
    for (const Schedule &schedule : snapshot.schedulesInOrder()) {
        if (schedule.isEnabled && !std::holds_alternative<ComponentTarget>(schedule.target))
            effect.schedules.append(schedule.id);
    }
    return effect;
}

} // namespace signalbox
