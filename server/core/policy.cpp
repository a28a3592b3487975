// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/policy.h"

#include "server/core/schedulecommand.h"
#include "server/model/job.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Some texts below are shown literally on a wire and must not change: those of mayStartPipeline() on alger, those about
// components on sutra, those about agents, instances and jobs on ark. The others are for people.

namespace signalbox::core::policy {

Result<void> needRole(const Actor &actor, Role least)
{
    if (actor.role >= least)
        return {};
    return unexpected(ErrorCode::Forbidden, Why::NeedsRole, {toString(least), actor.user, toString(actor.role)});
}

namespace {

Result<void> needOwn(const Actor &actor, const Execution &execution)
{
    return needRole(actor, owns(actor, execution) ? Role::Operator : Role::Admin);
}

// ---- ceilings: every kind of thing that a peer creates is counted here and nowhere else

Result<void> roomForOne(Why refusal, qsizetype present, int ceiling)
{
    if (ceiling == 0 || present < ceiling)
        return {};
    return unexpected(ErrorCode::Capacity, refusal, {Reason::number(present)});
}

qsizetype unfinishedTasks(const Snapshot &snapshot)
{
    qsizetype tasks = 0;
    for (const Execution &execution : snapshot.executions)
        tasks += isFinal(execution.state) ? 0 : execution.counts.total;
    return tasks;
}

Result<void> roomForTasks(const Snapshot &snapshot, qsizetype more)
{
    const qsizetype present = unfinishedTasks(snapshot);
    const int ceiling = snapshot.server.ceilings.tasks;
    if (more == 1)
        return roomForOne(Why::TasksLimit, present, ceiling);
    if (ceiling == 0 || present + more <= ceiling)
        return {};
    return unexpected(ErrorCode::Capacity, Why::TasksTooMany,
                      {Reason::number(more), Reason::number(present), Reason::number(ceiling)});
}

Result<void> roomForExperiment(const Snapshot &snapshot, qsizetype tasks)
{
    const Result<void> room = roomForOne(Why::ExperimentsLimit, snapshot.running(ExecutionKind::Experiment),
                                         snapshot.server.ceilings.experiments);
    return room ? roomForTasks(snapshot, tasks) : room;
}

// An agent that is offline gives way to a new one (AgentRegistry::makeRoom()).
Result<void> roomForAgent(const Snapshot &snapshot, const QString &id)
{
    const auto givesWay = [](const Agent &agent) { return agent.state == AgentState::Offline && !agent.local; };
    if (snapshot.agents.contains(id) || std::ranges::any_of(snapshot.agents, givesWay))
        return {};
    return roomForOne(Why::AgentsLimit, snapshot.agents.size(), snapshot.server.ceilings.agents);
}

// ---- executions

// queue: it may wait for room, so only what keeps everything from starting is in its way.
Result<void> mayStartPipeline(const Snapshot &snapshot, bool queue)
{
    if (snapshot.mode == Mode::Maintenance)
        return unexpected(ErrorCode::Maintenance, Why::MaintenancePipelines);
    if (snapshot.mode == Mode::Halted)
        return unexpected(ErrorCode::Halted, Why::HaltedPipelines);
    if (!snapshot.server.shortage.isEmpty())
        return unexpected(ErrorCode::Capacity, snapshot.server.shortage);
    const int running = snapshot.running(ExecutionKind::Pipeline);
    if (queue || running < snapshot.server.capacity)
        return {};
    return unexpected(ErrorCode::Capacity, Why::PipelineCapacity,
                      {Reason::number(running), Reason::number(snapshot.server.capacity)});
}

Result<void> mayStartOther(const Snapshot &snapshot)
{
    if (snapshot.mode == Mode::Maintenance)
        return unexpected(ErrorCode::Maintenance, Why::MaintenanceOther);
    if (snapshot.mode == Mode::Halted)
        return unexpected(ErrorCode::Halted, Why::HaltedOther);
    if (!snapshot.server.shortage.isEmpty())
        return unexpected(ErrorCode::Capacity, snapshot.server.shortage);
    return {};
}

// The agent that is this host has no owner to ask for: each act on it refuses by itself.
Result<void> needAgent(const Actor &actor, const Agent &agent)
{
    const bool isOpen = agent.local || agent.owner == "anonymous"_L1;
    if (isOpen || agent.owner == actor.user || actor.role == Role::Admin)
        return {};
    return unexpected(ErrorCode::Forbidden, Why::AgentOfAnother, {agent.id, agent.owner, actor.user});
}

// One function for each Command and no default case: a new Command does not compile before it is checked here.
struct CommandCheck
{
    const Snapshot &snapshot;
    const Actor &actor;

    Result<void> component(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.component(id))
            return {};
        return unexpected(ErrorCode::NotFound, Why::UnknownComponent);
    }

    Result<void> components(const QStringList &ids) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        for (const QString &id : ids) {
            if (!snapshot.component(id))
                return unexpected(ErrorCode::NotFound, Why::UnknownComponent);
        }
        return {};
    }

    Result<void> ownExecution(const QString &id) const
    {
        const Execution *execution = snapshot.execution(id);
        if (!execution)
            return unexpected(ErrorCode::NotFound, Why::UnknownExecution);
        return needOwn(actor, *execution);
    }

    Result<void> ownProject(const QString &id) const
    {
        const auto project = snapshot.projects.constFind(id);
        if (project == snapshot.projects.cend())
            return unexpected(ErrorCode::NotFound, Why::UnknownProject);
        return needRole(actor, actor.user == project->owner ? Role::Operator : Role::Admin);
    }

    Result<void> operator()(const StartComponent &request) const
    {
        if (const Result<void> known = component(request.id); !known)
            return known;
        const ComponentState state = snapshot.component(request.id)->state;
        if (state == ComponentState::Stopped || state == ComponentState::Error)
            return {};
        return unexpected(ErrorCode::Conflict, Why::AlreadyRunning);
    }

    Result<void> operator()(const StopComponent &request) const
    {
        if (const Result<void> known = component(request.id); !known)
            return known;
        const Component *found = snapshot.component(request.id);
        // A component that waits for its next restart can be stopped, too: the restart is called off.
        const bool isDown = found->state == ComponentState::Stopped || found->state == ComponentState::Error;
        if (!isDown || found->nextRestartAt)
            return {};
        return unexpected(ErrorCode::Conflict, Why::AlreadyStopped);
    }

    Result<void> operator()(const KillComponent &request) const
    {
        const Result<void> known = component(request.id);
        // One that is stopping may have a hook that runs.
        const Component *found = snapshot.component(request.id);
        if (!known || found->pid || found->state == ComponentState::Stopping)
            return known;
        return unexpected(ErrorCode::Conflict, Why::NoProcessRuns);
    }

    Result<void> operator()(const ScaleComponent &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (request.instances < 1 || request.instances > 1000)
            return unexpected(ErrorCode::InvalidArgument, Why::InstancesImpossible,
                              {Reason::number(request.instances)});
        const auto isOne = [&](const Component &each) { return each.instanceOf == request.id; };
        if (std::any_of(snapshot.components.cbegin(), snapshot.components.cend(), isOne))
            return {};
        return unexpected(ErrorCode::NotFound, Why::NoInstances);
    }

    Result<void> operator()(const TypeToComponent &request) const
    {
        if (const Result<void> known = component(request.id); !known)
            return known;
        if (request.bytes.size() > typedBytes)
            return unexpected(ErrorCode::InvalidArgument, Why::TypedTooMuch,
                              {Reason::number(request.bytes.size()), Reason::number(typedBytes)});
        const Component &found = *snapshot.component(request.id);
        if (!found.takesInput)
            return unexpected(ErrorCode::Conflict, Why::InputClosed);
        if (!found.pid)
            return unexpected(ErrorCode::Conflict, Why::NoProcessRuns);
        return {};
    }

    Result<void> operator()(const TakeBlackBox &request) const { return component(request.id); }
    // Every operator, as for a start. An id of no execution, or of a forgotten one, is no error.
    Result<void> operator()(const MarkSeen &) const { return needRole(actor, Role::Operator); }
    Result<void> operator()(const RestartComponent &request) const { return component(request.id); }
    Result<void> operator()(const StartComponents &request) const { return components(request.ids); }
    Result<void> operator()(const StopComponents &request) const { return components(request.ids); }
    Result<void> operator()(const RestartComponents &request) const { return components(request.ids); }

    Result<void> operator()(const StartPipeline &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const Pipeline *pipeline = snapshot.catalogue.pipeline(request.pipelineId);
        if (!pipeline)
            return unexpected(ErrorCode::NotFound, Why::UnknownPipeline);
        const Result<void> may = mayStartPipeline(snapshot, request.queue);
        return may ? roomForTasks(snapshot, pipeline->nodes.size()) : may;
    }

    Result<void> operator()(const StartGraph &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const Result<void> may = mayStartPipeline(snapshot, request.queue);
        return may ? roomForTasks(snapshot, request.nodes.size()) : may;
    }

    Result<void> operator()(const StartProcess &request) const
    {
        const ProcessDefinition *process = snapshot.catalogue.process(request.name);
        if (!process)
            return unexpected(ErrorCode::NotFound, Why::UnknownProcess);
        if (const Result<void> allowed = needRole(actor, process->role); !allowed)
            return allowed;
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const StartExperiment &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const Result<void> may = mayStartOther(snapshot);
        return may ? roomForExperiment(snapshot, request.details.parameters.size()) : may;
    }

    Result<void> operator()(const SubmitExperiment &request) const
    {
        if (const Result<void> own = ownExecution(request.executionId); !own)
            return own;
        if (snapshot.execution(request.executionId)->state != ExecutionState::Created)
            return unexpected(ErrorCode::Conflict, u"experiment was submitted already"_s);
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const CancelExecution &request) const { return ownExecution(request.executionId); }

    // An execution that the Snapshot no longer holds is looked up by HistoryCommands, which checks its owner.
    Result<void> operator()(const RetryExecution &request) const
    {
        const Execution *execution = snapshot.execution(request.executionId);
        return execution ? mayRetry(snapshot, actor, *execution, request.queue) : needRole(actor, Role::Operator);
    }

    Result<void> operator()(const UpdateExperiment &request) const
    {
        if (const Result<void> own = ownExecution(request.executionId); !own)
            return own;
        if (isFinal(snapshot.execution(request.executionId)->state))
            return unexpected(ErrorCode::Conflict, Why::HistoryStays);
        return {};
    }

    Result<void> operator()(const DeleteExecution &request) const
    {
        const Execution *execution = snapshot.execution(request.executionId);
        return execution ? mayDelete(actor, *execution) : needRole(actor, Role::Operator);
    }

    Result<void> operator()(const CreateProject &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (request.name.trimmed().isEmpty())
            return unexpected(ErrorCode::InvalidArgument, Why::NameMissing);
        return roomForOne(Why::ProjectsLimit, snapshot.projects.size(), snapshot.server.ceilings.projects);
    }

    Result<void> operator()(const UpdateProject &request) const
    {
        if (const Result<void> own = ownProject(request.id); !own)
            return own;
        if (request.name && request.name->trimmed().isEmpty())
            return unexpected(ErrorCode::InvalidArgument, Why::NameMissing);
        return {};
    }

    Result<void> operator()(const DeleteProject &request) const
    {
        if (const Result<void> own = ownProject(request.id); !own)
            return own;
        if (request.id == defaultProjectId())
            return unexpected(ErrorCode::Conflict, Why::DefaultProjectStays);
        for (const Execution &execution : snapshot.executions) {
            if (execution.project == request.id && !isFinal(execution.state))
                return unexpected(ErrorCode::Conflict, Why::ProjectInUse, {execution.id});
        }
        return {};
    }

    Result<void> instance(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.instances.contains(id))
            return {};
        if (snapshot.component(id))
            return unexpected(ErrorCode::InvalidArgument, Why::InstanceConfigured, {id});
        return unexpected(ErrorCode::NotFound, Why::UnknownInstance, {id});
    }

    Result<void> job(const QString &id, const QString &runId) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const Execution *execution = snapshot.execution(id);
        if (!execution || execution->kind != ExecutionKind::Job)
            return unexpected(ErrorCode::NotFound, Why::UnknownJob, {id});
        if (jobRunId(*execution) != runId) // given to another agent since
            return unexpected(ErrorCode::NotFound, Why::UnknownJobRun, {runId});
        const auto agent = snapshot.agents.constFind(detailsOf<JobDetails>(*execution).agentId);
        return agent == snapshot.agents.cend() ? needRole(actor, Role::Admin) : needAgent(actor, *agent);
    }

    Result<void> operator()(const RegisterAgent &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const auto agent = snapshot.agents.constFind(request.agentId);
        return agent == snapshot.agents.cend() ? roomForAgent(snapshot, request.agentId) : needAgent(actor, *agent);
    }

    Result<void> operator()(const ReportHeartbeat &request) const
    {
        const Result<void> allowed = needRole(actor, Role::Operator);
        return allowed ? maySpeakFor(snapshot, actor, request.agentId) : allowed;
    }

    Result<void> operator()(const CreateInstance &) const
    {
        const Result<void> allowed = needRole(actor, Role::Operator);
        return allowed ? roomForOne(Why::InstancesLimit, snapshot.instances.size(), snapshot.server.ceilings.instances)
                       : allowed;
    }

    Result<void> operator()(const UpdateInstance &request) const { return instance(request.id); }
    Result<void> operator()(const DeleteInstance &request) const { return instance(request.id); }
    Result<void> operator()(const ReportJobProgress &request) const { return job(request.jobId, request.jobRunId); }
    Result<void> operator()(const ReportJobEnd &request) const { return job(request.jobId, request.jobRunId); }

    Result<void> operator()(const CreateJob &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const QString &id = request.instanceId;
        if (!id.isEmpty() && !snapshot.instances.contains(id) && !snapshot.component(id))
            return unexpected(ErrorCode::NotFound, Why::UnknownInstance, {id});
        const Result<void> may = mayStartOther(snapshot);
        return may ? roomForOne(Why::JobsLimit, snapshot.running(ExecutionKind::Job), snapshot.server.ceilings.jobs)
                   : may;
    }

    Result<void> schedule(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.schedule(id))
            return {};
        return unexpected(ErrorCode::NotFound, Why::UnknownSchedule);
    }

    Result<void> operator()(const EnableSchedule &request) const { return schedule(request.id); }
    Result<void> operator()(const DisableSchedule &request) const { return schedule(request.id); }

    // Asks as for what the run comes to: a schedule may start what not every operator may.
    Result<void> operator()(const RunScheduleNow &request) const
    {
        if (const Result<void> known = schedule(request.id); !known)
            return known;
        const Schedule &schedule = *snapshot.schedule(request.id);
        if (!schedule.running.isEmpty() && schedule.overlap != OverlapRule::Parallel)
            return unexpected(ErrorCode::Conflict, Why::ScheduleGoesOn);
        return std::visit(*this, commandOf(schedule, snapshot));
    }

    Result<void> operator()(const SetMode &) const { return needRole(actor, Role::Admin); }
    Result<void> operator()(const ReloadConfiguration &) const { return needRole(actor, Role::Admin); }
    Result<void> operator()(const IssueToken &) const { return needRole(actor, Role::Admin); }

    Result<void> operator()(const DisconnectClient &request) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Admin); !allowed)
            return allowed;
        if (snapshot.clients.contains(request.clientId))
            return {};
        return unexpected(ErrorCode::NotFound, Why::ClientGone);
    }
};

// Asks as the Command did that made the execution: a reload may have raised the role that Command needs, or removed the
// pipeline or process that it names.
Result<void> mayStartAgain(const Snapshot &snapshot, const Actor &actor, const Execution &execution, bool queue)
{
    const CommandCheck check{snapshot, actor};
    switch (execution.kind) {
    case ExecutionKind::Pipeline:
        if (!execution.catalogueId.isEmpty())
            return check(StartPipeline{execution.catalogueId, {}, {}, queue});
        return check(StartGraph{{}, detailsOf<GraphDetails>(execution).nodes, {}, {}, queue});
    case ExecutionKind::Process:
        return check(StartProcess{execution.catalogueId, {}});
    case ExecutionKind::Experiment:
        return check(StartExperiment{{}, {}, detailsOf<ExperimentDetails>(execution)});
    case ExecutionKind::Job:
        return mayStartOther(snapshot); // refused by what starts executions again
    }
    return {};
}

} // namespace

Result<void> admit(const Snapshot &snapshot, const Command &command)
{
    return std::visit(CommandCheck{snapshot, command.actor}, command.body);
}

Result<void> mayDelete(const Actor &actor, const Execution &execution)
{
    if (const Result<void> own = needOwn(actor, execution); !own)
        return own;
    if (execution.state == ExecutionState::Queued || execution.state == ExecutionState::Running)
        return unexpected(ErrorCode::Conflict, Why::StillRunningCancel);
    return {};
}

Result<void> mayRetry(const Snapshot &snapshot, const Actor &actor, const Execution &execution, bool queue)
{
    if (const Result<void> own = needOwn(actor, execution); !own)
        return own;
    if (!isFinal(execution.state))
        return unexpected(ErrorCode::Conflict, Why::StillRunning);
    return mayStartAgain(snapshot, actor, execution, queue);
}

Result<void> mayReadEvents(const Actor &actor)
{
    return needRole(actor, Role::Operator);
}

Result<void> maySpeakFor(const Snapshot &snapshot, const Actor &actor, const QString &agentId)
{
    const auto agent = snapshot.agents.constFind(agentId);
    if (agent == snapshot.agents.cend())
        return unexpected(ErrorCode::NotFound, Why::UnknownAgent, {agentId});
    return needAgent(actor, *agent);
}

bool owns(const Actor &actor, const Execution &execution)
{
    return actor.role == Role::Admin || actor.user == execution.owner;
}

} // namespace signalbox::core::policy
