// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"

namespace signalbox::core {

// Deletes executions that only the store still knows: whether one is there, and whose it is, must be asked first.
// Server thread; owned by Server.
class HistoryDesk final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // The hub, and whom ask() asks, outlive it.
    HistoryDesk(Hub &hub, Ask ask) : m_hub(hub), m_ask(std::move(ask)) {}

    // DeleteExecution; settled NotFound, Forbidden or Conflict once the store has answered.
    Result<QString> handle(const Command &command) override;

private:
    Result<void> forget(const Command &command, const Result<Answer> &answer);

    Hub &m_hub;
    Ask m_ask;
};

} // namespace signalbox::core
