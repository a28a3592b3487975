// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/executions/runner.h"

namespace signalbox::core {

// Runs tasks as guarded processes of this host. Server thread; owned by Server, outlives its tasks.
class LocalRunner final : public Runner
{
public:
    // guardProgram empty: beside this program. lease: see ProcessSpec.
    explicit LocalRunner(Clock &clock, QString guardProgram = {}, int lease = -1);

    std::unique_ptr<RunningTask> start(const TaskSpec &spec) override;

private:
    Clock &m_clock;
    QString m_guardProgram;
    int m_lease;
};

} // namespace signalbox::core
