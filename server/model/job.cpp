// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/job.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

QString jobRunId(const Execution &execution)
{
    return u"%1.%2"_s.arg(execution.id).arg(execution.attempt);
}

bool isGivenOutBefore(const Execution &first, const Execution &second)
{
    const auto priorityOf = [](const Execution &job) { return detailsOf<JobDetails>(job).priority; };
    if (priorityOf(first) != priorityOf(second))
        return priorityOf(first) > priorityOf(second);
    if (first.createdAt != second.createdAt)
        return first.createdAt < second.createdAt;
    return first.id < second.id;
}

QList<Execution> jobsWaitingFor(const Snapshot &snapshot, const QString &agentId)
{
    QList<Execution> jobs;
    for (const Execution &execution : snapshot.executions) {
        if (execution.kind == ExecutionKind::Job && execution.state == ExecutionState::Queued
            && detailsOf<JobDetails>(execution).agentId == agentId)
            jobs.append(execution);
    }
    std::sort(jobs.begin(), jobs.end(), isGivenOutBefore);
    return jobs;
}

} // namespace signalbox
