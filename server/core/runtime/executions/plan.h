// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"
#include "server/model/execution.h"
#include "server/model/result.h"

namespace signalbox::core {

struct PlannedTask
{
    QString nodeId;
    QString nodeKind;
    QStringList command; // filled in
    QJsonObject params;  // what SIGNALBOX_PARAMS says
    QStringList predecessors;
};

// Everything an execution is going to do, checked: what remains is starting it.
struct Plan
{
    ExecutionKind kind = ExecutionKind::Pipeline;
    QString name;
    QString catalogueId;
    QString project;
    QJsonObject params;
    QJsonObject details;      // enough to plan the same again, see planAgain()
    QList<PlannedTask> tasks; // predecessors first; a process has exactly one and shows none
    QStringList sinks;        // whose output is the execution's
    bool cancelOnFailure = false;
    int maxRetries = 0; // per task
};

// Pure. Errors: NotFound (pipeline, process), InvalidArgument (graph, parameters, sizes), Forbidden (program of
// an experiment); the messages are for people and, for graphs, wire.md's.
//
// Parameters given at the start stand beside the node's configured ones and win over them.
Result<Plan> planPipeline(const StartPipeline &wish, const Catalogue &catalogue);
Result<Plan> planGraph(const StartGraph &wish, const Catalogue &catalogue);
Result<Plan> planExperiment(const StartExperiment &wish, const Catalogue &catalogue);
Result<Plan> planProcess(const StartProcess &wish, const Catalogue &catalogue);

// The tasks (node ids) of an experiment in the order of its parameter sets; of other kinds none.
QStringList taskIdsOf(const Execution &execution);

// What SubmitExperiment and RetryExecution run, from the record and today's catalogue. Unsupported: a job.
Result<Plan> planAgain(const Execution &execution, const Catalogue &catalogue);

} // namespace signalbox::core
