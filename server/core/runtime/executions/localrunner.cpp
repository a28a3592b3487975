// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/localrunner.h"

#include "server/core/runtime/executions/localtask.h"

namespace signalbox::core {

std::unique_ptr<RunningTask> LocalRunner::start(const TaskSpec &spec)
{
    return std::make_unique<LocalTask>(m_clock, spec, m_guards, m_secrets);
}

} // namespace signalbox::core
