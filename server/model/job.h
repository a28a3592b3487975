// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox {

// Jobs are executions that agents on other machines carry out.

inline constexpr int jobRetries = 3; // of a job whose agent vanished

// A UUID of version 5, made of "<execution>.<attempt>" in a namespace of ours: changes whenever a job goes to another agent,
// so that a report of the former agent is recognised and refused.
QString jobRunId(const Execution &execution);

// Whether the first job is given out before the second: by priority, then age.
bool isGivenOutBefore(const Execution &first, const Execution &second);

// What is assigned to this agent and Queued, in the order it is given out.
QList<Execution> jobsWaitingFor(const Snapshot &snapshot, const QString &agentId);

} // namespace signalbox
