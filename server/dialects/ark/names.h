// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/execution.h"

#include <QStringList>

// How ARK spells states and kinds (README.md, "Words").
namespace signalbox::ark {

QLatin1String jobStatus(ExecutionState state);
QLatin1String instanceStatus(ComponentState state);
QLatin1String agentStatus(AgentState state);

// RUN_PIPELINE, RUN_PROCESS, RUN_EXPERIMENT, or what the ARK job was created with.
QString jobType(const Execution &execution);
QString gameType(const Component &component);
// "interrupted" of an interrupted execution (docs/model.md, "States"), else its error.
QString jobError(const Execution &execution);

QStringList jobTypes();    // that a job may be created with
QStringList allJobTypes(); // and those of other executions
QStringList jobStatuses(); // in the order of README.md, "Words"
QStringList instanceStatuses();
QStringList agentStatuses();
QStringList logLevels();
std::optional<AgentState> agentStateFrom(const QString &text);

} // namespace signalbox::ark
