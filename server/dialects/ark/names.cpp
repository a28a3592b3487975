// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/names.h"

#include "server/model/job.h"

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

namespace {

// In the order of the enums.
constexpr std::array<QLatin1String, 7> jobs{"CREATED"_L1, "QUEUED"_L1,    "RUNNING"_L1, "COMPLETED"_L1,
                                            "FAILED"_L1,  "CANCELLED"_L1, "FAILED"_L1};
constexpr std::array<QLatin1String, 5> instances{"STOPPED"_L1, "STARTING"_L1, "RUNNING"_L1, "STOPPING"_L1, "ERROR"_L1};
constexpr std::array<QLatin1String, 4> agents{"OFFLINE"_L1, "REGISTERING"_L1, "ONLINE"_L1, "DEGRADED"_L1};

// Of the contracts of the protocol: what ARK's agents know how to do.
constexpr std::array<QLatin1String, 11> jobTypeNames{"INSTALL_SERVER"_L1, "UPDATE_SERVER"_L1,    "START_INSTANCE"_L1,
                                                     "STOP_INSTANCE"_L1,  "RESTART_INSTANCE"_L1, "BACKUP_INSTANCE"_L1,
                                                     "VERIFY_BACKUP"_L1,  "RESTORE_BACKUP"_L1,   "PRUNE_BACKUPS"_L1,
                                                     "SYNC_MODS"_L1,      "ACTIVATE_BUILD"_L1};
constexpr QLatin1String pipelineType = "RUN_PIPELINE"_L1;
constexpr QLatin1String processType = "RUN_PROCESS"_L1;
constexpr QLatin1String experimentType = "RUN_EXPERIMENT"_L1;

template<std::size_t Size>
QStringList listed(const std::array<QLatin1String, Size> &names, std::size_t count = Size)
{
    QStringList list;
    for (std::size_t index = 0; index < count; ++index)
        list.append(names[index]);
    return list;
}

} // namespace

QLatin1String jobStatus(ExecutionState state)
{
    return jobs[static_cast<std::size_t>(state)];
}

QLatin1String instanceStatus(ComponentState state)
{
    return instances[static_cast<std::size_t>(state)];
}

QLatin1String agentStatus(AgentState state)
{
    return agents[static_cast<std::size_t>(state)];
}

QString jobType(const Execution &execution)
{
    switch (execution.kind) {
    case ExecutionKind::Pipeline:
        return pipelineType;
    case ExecutionKind::Process:
        return processType;
    case ExecutionKind::Experiment:
        return experimentType;
    case ExecutionKind::Job:
        break;
    }
    return detailsOf<JobDetails>(execution).jobType;
}

QString gameType(const Component &component)
{
    return component.kind.isEmpty() ? u"component"_s : component.kind;
}

QString jobError(const Execution &execution)
{
    return execution.state == ExecutionState::Interrupted ? u"interrupted"_s : execution.error.text();
}

QStringList jobTypes()
{
    return listed(jobTypeNames);
}

QStringList allJobTypes()
{
    return jobTypes() + QStringList{pipelineType, processType, experimentType};
}

QStringList jobStatuses()
{
    return listed(jobs, jobs.size() - 1); // Interrupted has no name of its own
}

QStringList instanceStatuses()
{
    return listed(instances);
}

QStringList agentStatuses()
{
    return listed(agents);
}

QStringList logLevels()
{
    return {u"INFO"_s, u"WARN"_s, u"ERROR"_s, u"DEBUG"_s, u"TRACE"_s};
}

std::optional<AgentState> agentStateFrom(const QString &text)
{
    for (std::size_t index = 0; index < agents.size(); ++index) {
        if (text == agents[index])
            return static_cast<AgentState>(index);
    }
    return std::nullopt;
}

} // namespace signalbox::ark
