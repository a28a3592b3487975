// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/policy.h"

using namespace Qt::StringLiterals;

namespace signalbox::core::policy {

namespace {

// Texts that wires show literally are wire.md's (Alger's blockers); the others are for people.
Result<void> needRole(const Actor &actor, Role least)
{
    if (actor.role >= least)
        return {};
    return unexpected(ErrorCode::Forbidden, u"this needs the role '%1'; %2 has '%3'"_s.arg(toString(least), actor.user,
                                                                                           toString(actor.role)));
}

Result<void> needOwn(const Actor &actor, const Execution &execution)
{
    return needRole(actor, owns(actor, execution) ? Role::Operator : Role::Admin);
}

Result<void> mayStartPipeline(const Snapshot &snapshot)
{
    if (snapshot.mode == Mode::Maintenance)
        return unexpected(ErrorCode::Maintenance, u"Pipelines unavailable while maintenance mode is active."_s);
    if (snapshot.mode == Mode::Halted)
        return unexpected(ErrorCode::Halted, u"Pipeline executions are halted."_s);
    if (snapshot.running(ExecutionKind::Pipeline) >= snapshot.server.capacity)
        return unexpected(ErrorCode::Capacity, u"Too many pipeline execution requests in progress."_s);
    return {};
}

Result<void> mayStartOther(const Snapshot &snapshot)
{
    if (snapshot.mode == Mode::Maintenance)
        return unexpected(ErrorCode::Maintenance, u"maintenance mode is active"_s);
    if (snapshot.mode == Mode::Halted)
        return unexpected(ErrorCode::Halted, u"executions are halted"_s);
    return {};
}

struct Admission
{
    const Snapshot &snapshot;
    const Actor &actor;

    Result<void> component(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.component(id))
            return {};
        return unexpected(ErrorCode::NotFound, u"Unknown component"_s);
    }

    Result<void> components(const QStringList &ids) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        for (const QString &id : ids) {
            if (!snapshot.component(id))
                return unexpected(ErrorCode::NotFound, u"Unknown component"_s);
        }
        return {};
    }

    Result<void> ownExecution(const QString &id) const
    {
        const Execution *execution = snapshot.execution(id);
        if (!execution)
            return unexpected(ErrorCode::NotFound, u"execution not found"_s);
        return needOwn(actor, *execution);
    }

    Result<void> ownProject(const QString &id) const
    {
        const auto project = snapshot.projects.constFind(id);
        if (project == snapshot.projects.cend())
            return unexpected(ErrorCode::NotFound, u"project not found"_s);
        return needRole(actor, actor.user == project->owner ? Role::Operator : Role::Admin);
    }

    Result<void> operator()(const StartComponent &wish) const
    {
        if (const Result<void> known = component(wish.id); !known)
            return known;
        const ComponentState state = snapshot.component(wish.id)->state;
        if (state == ComponentState::Stopped || state == ComponentState::Error)
            return {};
        return unexpected(ErrorCode::Conflict, u"Component already running"_s);
    }

    Result<void> operator()(const StopComponent &wish) const
    {
        if (const Result<void> known = component(wish.id); !known)
            return known;
        const Component *found = snapshot.component(wish.id);
        // One that waits for its next try is stopped by leaving it alone for good.
        const bool isDown = found->state == ComponentState::Stopped || found->state == ComponentState::Error;
        if (!isDown || found->nextRestartAt)
            return {};
        return unexpected(ErrorCode::Conflict, u"Component already stopped"_s);
    }

    Result<void> operator()(const RestartComponent &wish) const { return component(wish.id); }
    Result<void> operator()(const StartComponents &wish) const { return components(wish.ids); }
    Result<void> operator()(const StopComponents &wish) const { return components(wish.ids); }
    Result<void> operator()(const RestartComponents &wish) const { return components(wish.ids); }

    Result<void> operator()(const StartPipeline &wish) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (!snapshot.catalogue.pipeline(wish.pipelineId))
            return unexpected(ErrorCode::NotFound, u"pipeline not found"_s);
        return mayStartPipeline(snapshot);
    }

    Result<void> operator()(const StartGraph &) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        return mayStartPipeline(snapshot);
    }

    Result<void> operator()(const StartProcess &wish) const
    {
        const ProcessDefinition *process = snapshot.catalogue.process(wish.name);
        if (!process)
            return unexpected(ErrorCode::NotFound, u"unknown process"_s);
        if (const Result<void> allowed = needRole(actor, process->role); !allowed)
            return allowed;
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const StartExperiment &) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const SubmitExperiment &wish) const
    {
        if (const Result<void> own = ownExecution(wish.executionId); !own)
            return own;
        if (snapshot.execution(wish.executionId)->state != ExecutionState::Created)
            return unexpected(ErrorCode::Conflict, u"experiment was submitted already"_s);
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const CancelExecution &wish) const { return ownExecution(wish.executionId); }

    // What is older than the Snapshot the store knows: whose it is, HistoryDesk asks there.
    Result<void> operator()(const RetryExecution &wish) const
    {
        const Execution *execution = snapshot.execution(wish.executionId);
        return execution ? mayRetry(snapshot, actor, *execution) : needRole(actor, Role::Operator);
    }

    Result<void> operator()(const UpdateExperiment &wish) const
    {
        if (const Result<void> own = ownExecution(wish.executionId); !own)
            return own;
        if (isFinal(snapshot.execution(wish.executionId)->state))
            return unexpected(ErrorCode::Conflict, u"execution has ended; history is not rewritten"_s);
        return {};
    }

    Result<void> operator()(const DeleteExecution &wish) const
    {
        const Execution *execution = snapshot.execution(wish.executionId);
        return execution ? mayDelete(actor, *execution) : needRole(actor, Role::Operator);
    }

    Result<void> operator()(const CreateProject &wish) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (wish.name.trimmed().isEmpty())
            return unexpected(ErrorCode::InvalidArgument, u"name is required"_s);
        return {};
    }

    Result<void> operator()(const UpdateProject &wish) const
    {
        if (const Result<void> own = ownProject(wish.id); !own)
            return own;
        if (wish.name && wish.name->trimmed().isEmpty())
            return unexpected(ErrorCode::InvalidArgument, u"name is required"_s);
        return {};
    }

    Result<void> operator()(const DeleteProject &wish) const
    {
        if (const Result<void> own = ownProject(wish.id); !own)
            return own;
        if (wish.id == defaultProjectId())
            return unexpected(ErrorCode::Conflict, u"the default project cannot be deleted"_s);
        for (const Execution &execution : snapshot.executions) {
            if (execution.project == wish.id && !isFinal(execution.state))
                return unexpected(ErrorCode::Conflict,
                                  u"execution %1 of this project has not ended; cancel it first"_s.arg(execution.id));
        }
        return {};
    }

    // Texts of wire.md, ARK.
    Result<void> agent(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.agents.contains(id))
            return {};
        return unexpected(ErrorCode::NotFound, u"Agent not found: %1"_s.arg(id));
    }

    Result<void> instance(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        if (snapshot.instances.contains(id))
            return {};
        if (snapshot.component(id))
            return unexpected(ErrorCode::InvalidArgument,
                              u"Instance %1 is configured in the server's configuration file; change it "
                              "there"_s.arg(id));
        return unexpected(ErrorCode::NotFound, u"Instance not found: %1"_s.arg(id));
    }

    Result<void> job(const QString &id) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const Execution *execution = snapshot.execution(id);
        if (execution && execution->kind == ExecutionKind::Job)
            return {};
        return unexpected(ErrorCode::NotFound, u"Job not found: %1"_s.arg(id));
    }

    Result<void> operator()(const RegisterAgent &) const { return needRole(actor, Role::Operator); }
    Result<void> operator()(const ReportHeartbeat &wish) const { return agent(wish.agentId); }
    Result<void> operator()(const CreateInstance &) const { return needRole(actor, Role::Operator); }
    Result<void> operator()(const UpdateInstance &wish) const { return instance(wish.id); }
    Result<void> operator()(const DeleteInstance &wish) const { return instance(wish.id); }
    Result<void> operator()(const ReportJobProgress &wish) const { return job(wish.jobId); }
    Result<void> operator()(const ReportJobEnd &wish) const { return job(wish.jobId); }

    Result<void> operator()(const CreateJob &wish) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Operator); !allowed)
            return allowed;
        const QString &id = wish.instanceId;
        if (!id.isEmpty() && !snapshot.instances.contains(id) && !snapshot.component(id))
            return unexpected(ErrorCode::NotFound, u"Instance not found: %1"_s.arg(id));
        return mayStartOther(snapshot);
    }

    Result<void> operator()(const SetMode &) const { return needRole(actor, Role::Admin); }
    Result<void> operator()(const ReloadConfiguration &) const { return needRole(actor, Role::Admin); }
    Result<void> operator()(const IssueToken &) const { return needRole(actor, Role::Admin); }

    Result<void> operator()(const DisconnectClient &wish) const
    {
        if (const Result<void> allowed = needRole(actor, Role::Admin); !allowed)
            return allowed;
        if (snapshot.clients.contains(wish.clientId))
            return {};
        return unexpected(ErrorCode::NotFound, u"this client is not connected any more"_s);
    }
};

} // namespace

Result<void> admit(const Snapshot &snapshot, const Command &command)
{
    return std::visit(Admission{snapshot, command.actor}, command.body);
}

Result<void> mayDelete(const Actor &actor, const Execution &execution)
{
    if (const Result<void> own = needOwn(actor, execution); !own)
        return own;
    if (execution.state == ExecutionState::Queued || execution.state == ExecutionState::Running)
        return unexpected(ErrorCode::Conflict, u"execution is still running; cancel it first"_s);
    return {};
}

Result<void> mayRetry(const Snapshot &snapshot, const Actor &actor, const Execution &execution)
{
    if (const Result<void> own = needOwn(actor, execution); !own)
        return own;
    if (!isFinal(execution.state))
        return unexpected(ErrorCode::Conflict, u"execution is still running"_s);
    return execution.kind == ExecutionKind::Pipeline ? mayStartPipeline(snapshot) : mayStartOther(snapshot);
}

bool owns(const Actor &actor, const Execution &execution)
{
    return actor.role == Role::Admin || actor.user == execution.owner;
}

} // namespace signalbox::core::policy
