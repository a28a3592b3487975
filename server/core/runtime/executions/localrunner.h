// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/executions/runner.h"
#include "server/core/runtime/process/guards.h"
#include "server/core/runtime/process/processspec.h"

namespace signalbox::core {

// Runs tasks as guarded processes of this host. Server thread; owned by Server, outlives its tasks.
class LocalRunner final : public Runner
{
public:
    // All outlive this. secrets: null where no task names any.
    LocalRunner(Clock &clock, Guards &guards, SecretSource *secrets = nullptr)
        : m_clock(clock)
        , m_guards(guards)
        , m_secrets(secrets)
    {
    }

    std::unique_ptr<RunningTask> start(const TaskSpec &spec) override;

private:
    Clock &m_clock;
    Guards &m_guards;
    SecretSource *m_secrets;
};

} // namespace signalbox::core
