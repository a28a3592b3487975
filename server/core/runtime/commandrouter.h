// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

namespace signalbox::core {

// The classes that carry out Commands; without one, its Commands are Unsupported. All outlive the CommandRouter.
struct CommandHandlers
{
    CommandHandler *components = nullptr;    // Supervisor
    CommandHandler *executions = nullptr;    // Engine; also SetMode
    CommandHandler *clients = nullptr;       // DisconnectClient
    CommandHandler *configuration = nullptr; // ReloadConfiguration
    CommandHandler *agents = nullptr;        // AgentRegistry: agents, instances, jobs; also CancelExecution of a job
    CommandHandler *history = nullptr;       // HistoryCommands: DeleteExecution, RetryExecution beyond the Snapshot
    CommandHandler *tokens = nullptr;        // TokenIssuer
    CommandHandler *schedules = nullptr;     // ScheduleBoard
    CommandHandler *blackBoxes = nullptr;    // BlackBoxes
    CommandHandler *seen = nullptr;          // SeenMarks
};

// Hands each Command to the one class that carries it out, by its type and what the Snapshot says of its subject. Server thread; owned by Server.
class CommandRouter final : public CommandHandler
{
public:
    CommandRouter(const Hub &hub, CommandHandlers handlers) : m_hub(hub), m_handlers(handlers) {} // hub outlives it

    Result<QString> handle(const Command &command) override;

private:
    const Hub &m_hub;
    CommandHandlers m_handlers;
};

} // namespace signalbox::core
