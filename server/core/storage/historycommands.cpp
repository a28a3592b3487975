// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/historycommands.h"

#include "server/core/policy.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

Result<QString> HistoryDesk::handle(const Command &command)
{
    if (const auto *wish = std::get_if<DeleteExecution>(&command.body)) {
        withDetail(command, wish->executionId, [this, command](const ExecutionDetail &detail) {
            const QString id = detail.execution.id;
            const Result<void> allowed = policy::mayDelete(command.actor, detail.execution);
            settle(command, id, allowed ? m_hub.record(ExecutionForgotten{id}, &command) : allowed);
        });
        return wish->executionId;
    }
    if (const auto *wish = std::get_if<RetryExecution>(&command.body)) {
        withDetail(command, wish->executionId, [this, command, wish = *wish](const ExecutionDetail &detail) {
            const Result<void> allowed = policy::mayRetry(m_hub.snapshot(), command.actor, detail.execution);
            const Result<QString> begun = allowed ? m_retry(detail, wish, command) : Unexpected{allowed.error()};
            if (!begun)
                settle(command, detail.execution.id, Unexpected{begun.error()});
        });
        return wish->executionId;
    }
    return unexpected(ErrorCode::Unsupported, u"this is no wish about history"_s);
}

void HistoryDesk::withDetail(const Command &command, const QString &id, Act act)
{
    m_ask({command.actor, ExecutionQuery{id}}, this,
          [this, command, id, act = std::move(act)](const Result<Answer> &answer) {
              if (!answer)
                  settle(command, id, Unexpected{answer.error()});
              else if (const auto *detail = std::get_if<ExecutionDetail>(&*answer))
                  act(*detail);
              else
                  settle(command, id, unexpected(ErrorCode::NotFound, u"execution not found"_s));
          });
}

void HistoryDesk::settle(const Command &command, const QString &id, const Result<void> &done)
{
    m_hub.settle(command, id, done ? std::nullopt : std::optional(done.error()));
}

} // namespace signalbox::core
