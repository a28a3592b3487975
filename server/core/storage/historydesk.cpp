// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/historydesk.h"

#include "server/core/policy.h"

namespace signalbox::core {

Result<QString> HistoryDesk::handle(const Command &command)
{
    const auto *wish = std::get_if<DeleteExecution>(&command.body);
    if (!wish)
        return unexpected(ErrorCode::Unsupported, QStringLiteral("this is no wish about history"));
    const QString id = wish->executionId;
    m_ask({command.actor, ExecutionQuery{id}}, this, [this, command, id](const Result<Answer> &answer) {
        const Result<void> done = forget(command, answer);
        m_hub.settle(command, id, done ? std::nullopt : std::optional(done.error()));
    });
    return id;
}

Result<void> HistoryDesk::forget(const Command &command, const Result<Answer> &answer)
{
    const auto *detail = answer ? std::get_if<ExecutionDetail>(&*answer) : nullptr;
    if (!detail)
        return answer ? unexpected(ErrorCode::NotFound, QStringLiteral("execution not found"))
                      : Unexpected{answer.error()};
    if (const Result<void> allowed = policy::mayDelete(command.actor, detail->execution); !allowed)
        return allowed;
    return m_hub.record(ExecutionForgotten{detail->execution.id}, &command);
}

} // namespace signalbox::core
