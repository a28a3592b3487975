// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/executions/runner.h"
#include "server/core/runtime/process/guards.h"

namespace signalbox::core {

// Runs tasks as guarded processes of this host. Server thread; owned by Server, outlives its tasks.
class LocalRunner final : public Runner
{
public:
    LocalRunner(Clock &clock, Guards &guards) : m_clock(clock), m_guards(guards) {} // both outlive this

    std::unique_ptr<RunningTask> start(const TaskSpec &spec) override;

private:
    Clock &m_clock;
    Guards &m_guards;
};

} // namespace signalbox::core
