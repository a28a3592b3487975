// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/schemas.h"

#include "server/dialects/ark/names.h"

using namespace Qt::StringLiterals;

namespace signalbox::ark::schemas {

using namespace dialects;
using namespace dialects::schema;

namespace {

constexpr QLatin1String jobId("jobId");
constexpr QLatin1String jobRunId("jobRunId");
constexpr QLatin1String instanceId("instanceId");
constexpr QLatin1String agentId("agentId");

Schema run()
{
    return uuid(u"another one for each attempt"_s);
}

Schema instance()
{
    return text(u"the id of a component or a UUID"_s);
}

} // namespace

Schema jobCreated()
{
    return object({{jobId, uuid()},
                   {"jobType"_L1, text(u"RUN_PIPELINE, RUN_PROCESS, RUN_EXPERIMENT, or that of a job for an agent"_s)},
                   optional(instanceId, instance()),
                   {"createdAt"_L1, time()}});
}

Schema jobProgress()
{
    return object({{jobId, uuid()},
                   {jobRunId, run()},
                   {"status"_L1, choice(jobStatuses())},
                   optional("percent"_L1, number().with("minimum"_L1, 0).with("maximum"_L1, 100)),
                   {"message"_L1, text()},
                   {"timestamp"_L1, time()}});
}

Schema jobCompleted()
{
    return object({{jobId, uuid()},
                   {jobRunId, run()},
                   optional("result"_L1, any(u"left out where the event would be longer than 4096 bytes"_s)),
                   {"completedAt"_L1, time()}});
}

Schema jobFailed()
{
    return object({{jobId, uuid()}, {jobRunId, run()}, {"error"_L1, text()}, {"failedAt"_L1, time()}});
}

Schema jobCancelled()
{
    return object({{jobId, uuid()}, {jobRunId, run()}, {"cancelledAt"_L1, time()}});
}

Schema instanceCreated()
{
    return object({{instanceId, instance()},
                   {"name"_L1, text()},
                   {"gameType"_L1, text(u"ASA, ASE, or the kind of a component"_s)},
                   {"createdAt"_L1, time()}});
}

Schema instanceUpdated()
{
    return object({{instanceId, instance()}, {"updatedAt"_L1, time()}});
}

Schema instanceStatusChanged()
{
    return object({{instanceId, instance()},
                   {"status"_L1, choice(instanceStatuses())},
                   {"changedAt"_L1, time()},
                   optional("error"_L1, text(u"why a component failed, or does not do its work though it runs"_s))});
}

Schema instanceDeleted()
{
    return object({{instanceId, instance()}, {"deletedAt"_L1, time()}});
}

Schema instanceLog()
{
    return object({{instanceId, instance()},
                   {"timestamp"_L1, time()},
                   {"level"_L1, choice(logLevels())},
                   {"message"_L1, text(u"at most 3000 bytes"_s)}});
}

Schema agentRegistered()
{
    return object({{agentId, text()}, {"hostname"_L1, text()}, {"registeredAt"_L1, time()}});
}

Schema agentHeartbeat()
{
    return object({{agentId, text()}, {"status"_L1, choice(agentStatuses())}, {"timestamp"_L1, time()}});
}

Schema agentOffline()
{
    return object({{agentId, text()}, {"lastSeenAt"_L1, time()}});
}

Schema systemError()
{
    return object({{"error"_L1, text()},
                   {"timestamp"_L1, time()},
                   optional("context"_L1, object({{"source"_L1, text(u"the part of the server"_s)}}))});
}

} // namespace signalbox::ark::schemas
