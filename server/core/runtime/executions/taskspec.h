// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/executionfolder.h"
#include "server/core/runtime/executions/plan.h"
#include "server/core/runtime/executions/runner.h"

namespace signalbox::core {

struct NodeInput
{
    QString nodeId;
    QString path;
};

// How one node is started: its environment, streams and files (docs/interface.md, "What a node finds"). Writes the
// file behind SIGNALBOX_PARAMS_FILE when the parameters are above 64 KiB. Internal: that file cannot be written.
Result<TaskSpec> nodeSpec(const QString &executionId, const PlannedTask &task, const QString &safeName,
                          const QList<NodeInput> &inputs, const ExecutionFolder &folder);

} // namespace signalbox::core
