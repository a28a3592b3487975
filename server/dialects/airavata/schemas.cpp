// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/schemas.h"

#include "server/dialects/airavata/codec_shapes.h"
#include "server/model/command.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata::schemas {

using namespace dialects;
using namespace dialects::schema;

namespace {

Schema executionStatus()
{
    QStringList names;
    for (const ExecutionState state : {ExecutionState::Created, ExecutionState::Queued, ExecutionState::Running,
                                       ExecutionState::Succeeded, ExecutionState::Failed, ExecutionState::Cancelled})
        names.append(statusOf(state));
    return choice(names);
}

Schema workerStatus()
{
    return choice({statusOf(WorkerState::Idle), statusOf(WorkerState::Running), statusOf(WorkerState::Offline)});
}

Schema resourceType()
{
    QStringList names;
    for (const ResourceType type : {ResourceType::Experiment, ResourceType::Task, ResourceType::Project,
                                    ResourceType::User, ResourceType::Worker, ResourceType::System})
        names.append(airavata::toString(type));
    return choice(names);
}

Schema mode()
{
    return choice(
        {signalbox::toString(Mode::Normal), signalbox::toString(Mode::Maintenance), signalbox::toString(Mode::Halted)});
}

Schema percent()
{
    return number().with("minimum"_L1, 0).with("maximum"_L1, 100);
}

Schema share()
{
    return number(u"progressPercent, from 0 to 1"_s).with("minimum"_L1, 0).with("maximum"_L1, 1);
}

Member why()
{
    return optional("error"_L1, text(u"of FAILED"_s));
}

} // namespace

Schema status()
{
    const Schema statistics = object({{"totalConnections"_L1, integer()},
                                      {"activeConnections"_L1, integer()},
                                      {"totalMessages"_L1, integer()},
                                      {"messagesPerSecond"_L1, number()},
                                      {"averageLatency"_L1, text(u"as 0.05s"_s)},
                                      {"uptime"_L1, text(u"as 2h 30m 15s"_s)},
                                      optional("mode"_L1, mode())});
    const Schema confirmation = object({{"action"_L1, choice({u"subscribed"_s, u"unsubscribed"_s})},
                                        {"resourceType"_L1, resourceType()},
                                        {"resourceId"_L1, text(u"empty for system"_s)},
                                        {"status"_L1, constant(u"success"_s)}});
    return either({statistics.named(u"Statistics"_s), confirmation.named(u"Confirmation"_s)});
}

Schema subscription()
{
    const Schema action = object({{"action"_L1, choice({u"subscribe"_s, u"unsubscribe"_s})},
                                  {"resourceType"_L1, resourceType()},
                                  optional("resourceId"_L1, text(u"needed but for system and one's own user"_s))});
    return action.named(u"Subscription"_s);
}

Schema experiment()
{
    const Schema whole = object({{"id"_L1, text()},
                                 {"name"_L1, text()},
                                 {"status"_L1, executionStatus()},
                                 {"ownerId"_L1, text()},
                                 {"projectId"_L1, text()},
                                 why()});
    const Schema summary = object(
        {{"id"_L1, text()}, {"name"_L1, text()}, {"status"_L1, executionStatus()}, {"ownerId"_L1, text()}, why()});
    return object(
        {{"experiment"_L1, whole.named(u"Experiment"_s)}, {"summary"_L1, summary.named(u"ExperimentSummary"_s)}});
}

Schema experimentProgress()
{
    return object({{"experimentId"_L1, text()},
                   {"totalTasks"_L1, integer()},
                   {"completedTasks"_L1, integer()},
                   {"failedTasks"_L1, integer()},
                   {"runningTasks"_L1, integer()},
                   {"progressPercent"_L1, percent()},
                   {"estimatedTimeRemaining"_L1, text(u"as 1h 30m"_s).orNull()},
                   {"lastUpdated"_L1, time()},
                   optional("progress"_L1, share()),
                   optional("pendingTasks"_L1, integer()),
                   optional("status"_L1, executionStatus()),
                   optional("message"_L1, text())});
}

Schema task()
{
    const Schema worker = text(u"null before it runs"_s).orNull();
    const Schema whole = object({{"id"_L1, text()},
                                 {"experimentId"_L1, text()},
                                 {"status"_L1, executionStatus()},
                                 {"command"_L1, text()},
                                 {"workerId"_L1, worker},
                                 why()});
    const Schema summary = object({{"id"_L1, text()},
                                   {"experimentId"_L1, text()},
                                   {"status"_L1, executionStatus()},
                                   {"workerId"_L1, worker},
                                   why()});
    return object({{"task"_L1, whole.named(u"Task"_s)}, {"summary"_L1, summary.named(u"TaskSummary"_s)}});
}

Schema taskProgress()
{
    return object({{"taskId"_L1, text()},
                   {"experimentId"_L1, text()},
                   {"status"_L1, executionStatus()},
                   {"progressPercent"_L1, percent()},
                   {"currentStage"_L1, executionStatus()},
                   {"workerId"_L1, text().orNull()},
                   {"startedAt"_L1, time().orNull()},
                   {"estimatedCompletion"_L1, time().orNull()},
                   {"lastUpdated"_L1, time()},
                   optional("progress"_L1, share()),
                   optional("message"_L1, text())});
}

Schema worker()
{
    const Schema experiment = text(u"null while it is idle"_s).orNull();
    const Schema whole = object({{"id"_L1, text()},
                                 {"computeResourceId"_L1, text(u"the host"_s)},
                                 {"experimentId"_L1, experiment},
                                 {"status"_L1, workerStatus()},
                                 {"currentTaskId"_L1, text().orNull()}});
    const Schema summary = object({{"id"_L1, text()},
                                   {"computeResourceId"_L1, text()},
                                   {"experimentId"_L1, experiment},
                                   {"status"_L1, workerStatus()}});
    return object({{"worker"_L1, whole.named(u"Worker"_s)}, {"summary"_L1, summary.named(u"WorkerSummary"_s)}});
}

} // namespace signalbox::airavata::schemas
