// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"
#include "server/model/execution.h"

namespace signalbox::core {

// Members of Execution::details of an experiment.
namespace experimentdetail {
inline constexpr QLatin1String commandTemplate{"commandTemplate"};
inline constexpr QLatin1String parameters{"parameters"};
inline constexpr QLatin1String description{"description"};
inline constexpr QLatin1String maxRetries{"maxRetries"};
} // namespace experimentdetail

// The task (node id) of a parameter set: its own id, or "t<position>", from 1.
QString taskIdOf(const ParameterSet &set, qsizetype position);

// The tasks (node ids) of an experiment in the order of its parameter sets; of other kinds none.
QStringList taskIdsOf(const Execution &execution);

// What was asked for when this experiment was created.
StartExperiment experimentFrom(const Execution &execution);

// Whether [experiments] programs names exactly this program, or "*".
bool isProgramAllowed(const QString &program, const QStringList &allowed);

} // namespace signalbox::core
