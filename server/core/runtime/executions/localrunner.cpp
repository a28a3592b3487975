// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/localrunner.h"

#include "server/core/runtime/executions/localtask.h"

namespace signalbox::core {

LocalRunner::LocalRunner(Clock &clock, QString guardProgram, int lease)
    : m_clock(clock)
    , m_guardProgram(std::move(guardProgram))
    , m_lease(lease)
{
}

std::unique_ptr<RunningTask> LocalRunner::start(const TaskSpec &spec)
{
    return std::make_unique<LocalTask>(m_clock, spec, m_guardProgram, m_lease);
}

} // namespace signalbox::core
