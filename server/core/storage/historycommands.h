// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"

namespace signalbox::core {

// Deletes and retries executions that only the store still knows: whether one is there, and whose it is, must be asked first.
// Server thread; owned by Server.
class HistoryDesk final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // Starts it again and has the Command settled, or says why not.
    using Retry = std::function<Result<QString>(const ExecutionDetail &, const RetryExecution &, const Command &)>;

    // The hub, and whom ask() and retry() reach, outlive it.
    HistoryDesk(Hub &hub, Ask ask, Retry retry) : m_hub(hub), m_ask(std::move(ask)), m_retry(std::move(retry)) {}

    // DeleteExecution and RetryExecution; settled NotFound, Forbidden, Conflict or what a start is refused with, once the
    // store has answered.
    Result<QString> handle(const Command &command) override;

private:
    using Act = std::function<void(const ExecutionDetail &)>;

    void withDetail(const Command &command, const QString &id, Act act);
    void settle(const Command &command, const QString &id, const Result<void> &done);

    Hub &m_hub;
    Ask m_ask;
    Retry m_retry;
};

} // namespace signalbox::core
