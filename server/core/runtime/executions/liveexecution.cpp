// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/engineparts.h"

namespace signalbox::core {

LiveExecution::LiveExecution(EngineParts &parts, QString id, Plan plan, Command cause)
    : m_parts(parts)
    , m_id(std::move(id))
    , m_plan(std::move(plan))
    , m_cause(std::move(cause))
    , m_folder(parts.options.dataDirectory, m_id)
{
}

void LiveExecution::record(const Execution &execution)
{
    (void)m_parts.hub.record(ExecutionChanged{execution}, &m_cause);
}

Execution LiveExecution::recordFinal(Execution execution)
{
    execution.endedAt = now();
    if (execution.state == ExecutionState::Succeeded)
        execution.percent = 100.0;
    record(execution);
    Q_EMIT ended();
    return execution;
}

} // namespace signalbox::core
