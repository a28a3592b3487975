// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

namespace signalbox::core {

// Who carries out which wishes; null: nobody here. All outlive the Runtime.
struct RuntimeHandlers
{
    CommandHandler *components = nullptr;    // Supervisor
    CommandHandler *executions = nullptr;    // Engine; also SetMode
    CommandHandler *clients = nullptr;       // Gateway: DisconnectClient
    CommandHandler *configuration = nullptr; // ReloadConfiguration
    CommandHandler *agents = nullptr;        // AgentDesk: agents, instances, jobs; also CancelExecution of a job
    CommandHandler *history = nullptr; // HistoryDesk: what the Snapshot does not know: DeleteExecution, RetryExecution
    CommandHandler *tokens = nullptr;  // TokenIssuer
};

// Hands each Command to the one part that makes it happen. Server thread; owned by Server.
class Runtime final : public CommandHandler
{
public:
    explicit Runtime(RuntimeHandlers handlers) : m_handlers(handlers) {}

    Result<QString> handle(const Command &command) override;

private:
    RuntimeHandlers m_handlers;
};

} // namespace signalbox::core
