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
    QJsonObject params;  // the content of SIGNALBOX_PARAMS
    QStringList predecessors;
    bool progress = true; // it may tell how far it is
    QStringList secrets{};
};

// Everything an execution is going to run, checked and filled in.
struct Plan
{
    ExecutionKind kind = ExecutionKind::Pipeline;
    QString name;
    QString catalogueId;
    QString scheduleId;
    QString project;
    QJsonObject params;
    KindDetails details;      // with params enough for planAgain()
    QList<PlannedTask> tasks; // predecessors first; a process has exactly one and shows none
    QStringList sinks;        // whose output is the execution's
    bool cancelOnFailure = false;
    int maxRetries = 0; // per task
};

// Pure. Errors: NotFound (pipeline, process), InvalidArgument (graph, parameters, sizes), Forbidden (program of
// an experiment); the messages are for people, and those about graphs are shown literally by alger.
//
// Parameters given at the start are added to the node's configured ones and override them.
Result<Plan> planPipeline(const StartPipeline &request, const Catalogue &catalogue);
Result<Plan> planGraph(const StartGraph &request, const Catalogue &catalogue);
Result<Plan> planExperiment(const StartExperiment &request, const Catalogue &catalogue);
Result<Plan> planProcess(const StartProcess &request, const Catalogue &catalogue);

// The plan for SubmitExperiment and RetryExecution, from the recorded execution and the current catalogue. Unsupported:
// a job.
Result<Plan> planAgain(const Execution &execution, const Catalogue &catalogue);

} // namespace signalbox::core
