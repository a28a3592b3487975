// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox {

// Jobs are executions that agents on other machines carry out.

inline constexpr int jobRetries = 3; // of a job whose agent vanished

// Members of Execution::details of a job.
namespace jobdetail {
inline constexpr QLatin1String jobType{"jobType"};
inline constexpr QLatin1String instanceId{"instanceId"};
inline constexpr QLatin1String agentId{"agentId"}; // absent while no agent can be found
inline constexpr QLatin1String priority{"priority"};
inline constexpr QLatin1String retryCount{"retryCount"};
inline constexpr QLatin1String errorDetails{"errorDetails"};
} // namespace jobdetail

// "<execution>.<attempt>": changes whenever a job goes to another agent, so that a report of the former agent is recognised
// and refused.
QString jobRunId(const Execution &execution);

// Whether the first job is given out before the second: by priority, then age.
bool isGivenOutBefore(const Execution &first, const Execution &second);

// What is assigned to this agent and Queued, in the order it is given out.
QList<Execution> jobsWaitingFor(const Snapshot &snapshot, const QString &agentId);

} // namespace signalbox
