// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"

namespace signalbox::core {

// Deletes and retries executions that only the store still holds, after asking it for existence and owner.
// Server thread; owned by Server.
class HistoryCommands final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // Starts the execution again and has the Command completed, or returns the error.
    using Retry = std::function<Result<QString>(const ExecutionDetail &, const RetryExecution &, const Command &)>;

    // The hub, and the objects behind ask and retry, outlive it.
    HistoryCommands(Hub &hub, Ask ask, Retry retry) : m_hub(hub), m_ask(std::move(ask)), m_retry(std::move(retry)) {}

    // DeleteExecution and RetryExecution; Unsupported for all others. Completed once the store has answered, on failure
    // with NotFound, Forbidden, Conflict or what a start is refused with.
    Result<QString> handle(const Command &command) override;

private:
    using Act = std::function<void(const ExecutionDetail &)>;

    void withDetail(const Command &command, const QString &id, Act act);
    void complete(const Command &command, const QString &id, const Result<void> &done);

    Hub &m_hub;
    Ask m_ask;
    Retry m_retry;
};

} // namespace signalbox::core
