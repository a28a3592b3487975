// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/commandrouter.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// No default case: a new Command does not compile before its handler is named here.
struct Route
{
    const Snapshot &snapshot;
    const CommandHandlers &handlers;

    CommandHandler *operator()(const StartComponent &) const { return handlers.components; }
    CommandHandler *operator()(const StopComponent &) const { return handlers.components; }
    CommandHandler *operator()(const KillComponent &) const { return handlers.components; }
    CommandHandler *operator()(const ScaleComponent &) const { return handlers.components; }
    CommandHandler *operator()(const TypeToComponent &) const { return handlers.components; }
    CommandHandler *operator()(const TakeBlackBox &) const { return handlers.blackBoxes; }
    CommandHandler *operator()(const MarkSeen &) const { return handlers.seen; }
    CommandHandler *operator()(const RestartComponent &) const { return handlers.components; }
    CommandHandler *operator()(const StartComponents &) const { return handlers.components; }
    CommandHandler *operator()(const StopComponents &) const { return handlers.components; }
    CommandHandler *operator()(const RestartComponents &) const { return handlers.components; }
    CommandHandler *operator()(const StartPipeline &) const { return handlers.executions; }
    CommandHandler *operator()(const StartGraph &) const { return handlers.executions; }
    CommandHandler *operator()(const StartProcess &) const { return handlers.executions; }
    CommandHandler *operator()(const StartExperiment &) const { return handlers.executions; }
    CommandHandler *operator()(const SubmitExperiment &) const { return handlers.executions; }
    CommandHandler *operator()(const CancelExecution &cancel) const
    {
        const Execution *known = snapshot.execution(cancel.executionId);
        return known && known->kind == ExecutionKind::Job && handlers.agents ? handlers.agents : handlers.executions;
    }
    CommandHandler *operator()(const RetryExecution &retry) const
    {
        return snapshot.execution(retry.executionId) || !handlers.history ? handlers.executions : handlers.history;
    }
    CommandHandler *operator()(const UpdateExperiment &) const { return handlers.executions; }
    CommandHandler *operator()(const DeleteExecution &) const { return handlers.history; }
    // The Hub carries out these three itself: rows of snapshotcommands.cpp.
    CommandHandler *operator()(const CreateProject &) const { return nullptr; }
    CommandHandler *operator()(const UpdateProject &) const { return nullptr; }
    CommandHandler *operator()(const DeleteProject &) const { return nullptr; }
    CommandHandler *operator()(const RegisterAgent &) const { return handlers.agents; }
    CommandHandler *operator()(const ReportHeartbeat &) const { return handlers.agents; }
    CommandHandler *operator()(const CreateInstance &) const { return handlers.agents; }
    CommandHandler *operator()(const UpdateInstance &) const { return handlers.agents; }
    CommandHandler *operator()(const DeleteInstance &) const { return handlers.agents; }
    CommandHandler *operator()(const CreateJob &) const { return handlers.agents; }
    CommandHandler *operator()(const ReportJobProgress &) const { return handlers.agents; }
    CommandHandler *operator()(const ReportJobEnd &) const { return handlers.agents; }
    CommandHandler *operator()(const RunScheduleNow &) const { return handlers.schedules; }
    CommandHandler *operator()(const EnableSchedule &) const { return handlers.schedules; }
    CommandHandler *operator()(const DisableSchedule &) const { return handlers.schedules; }
    CommandHandler *operator()(const SetMode &) const { return handlers.executions; }
    CommandHandler *operator()(const DisconnectClient &) const { return handlers.clients; }
    CommandHandler *operator()(const ReloadConfiguration &) const { return handlers.configuration; }
    CommandHandler *operator()(const IssueToken &) const { return handlers.tokens; }
};

} // namespace

Result<QString> CommandRouter::handle(const Command &command)
{
    CommandHandler *handler = std::visit(Route{m_hub.snapshot(), m_handlers}, command.body);
    if (!handler)
        return unexpected(ErrorCode::Unsupported, u"nothing here can carry this out"_s);
    return handler->handle(command);
}

} // namespace signalbox::core
