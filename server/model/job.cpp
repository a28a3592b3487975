// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/job.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

QString jobRunId(const Execution &execution)
{
    constexpr QUuid ours(0x4e176370, 0x7e6d, 0x4c6e, 0xa2, 0x35, 0xb7, 0x8f, 0xe0, 0x5c, 0x32, 0xd3);
    return QUuid::createUuidV5(ours, u"%1.%2"_s.arg(execution.id).arg(execution.attempt))
        .toString(QUuid::WithoutBraces);
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
