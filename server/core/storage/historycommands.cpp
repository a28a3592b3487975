// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/historycommands.h"

#include "server/core/policy.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<QString> HistoryCommands::handle(const Command &command)
{
    if (const auto *request = std::get_if<DeleteExecution>(&command.body)) {
        withDetail(command, request->executionId, [this, command](const ExecutionDetail &detail) {
            const QString id = detail.execution.id;
            const Result<void> allowed = policy::mayDelete(command.actor, detail.execution);
            complete(command, id, allowed ? m_hub.record(ExecutionForgotten{id}, &command) : allowed);
        });
        return request->executionId;
    }
    if (const auto *request = std::get_if<RetryExecution>(&command.body)) {
        withDetail(command, request->executionId, [this, command, request = *request](const ExecutionDetail &detail) {
            const Result<void> allowed =
                policy::mayRetry(m_hub.snapshot(), command.actor, detail.execution, request.queue);
            const Result<QString> begun = allowed ? m_retry(detail, request, command) : Unexpected{allowed.error()};
            if (!begun)
                complete(command, detail.execution.id, Unexpected{begun.error()});
        });
        return request->executionId;
    }
    return unexpected(ErrorCode::Unsupported, u"this is no command about history"_s);
}

void HistoryCommands::withDetail(const Command &command, const QString &id, Act act)
{
    m_ask({command.actor, ExecutionQuery{id}}, this,
          [this, command, id, act = std::move(act)](const Result<Answer> &answer) {
              if (!answer)
                  complete(command, id, Unexpected{answer.error()});
              else if (const auto *detail = std::get_if<ExecutionDetail>(&*answer))
                  act(*detail);
              else
                  complete(command, id, unexpected(ErrorCode::NotFound, Why::UnknownExecution));
          });
}

void HistoryCommands::complete(const Command &command, const QString &id, const Result<void> &done)
{
    m_hub.complete(command, id, done ? std::nullopt : std::optional(done.error()));
}

} // namespace signalbox::core
