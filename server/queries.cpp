// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queries.h"

#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/storage/store.h"

namespace signalbox {

void Queries::ask(const Query &query, QObject *context, const core::AnswerCallback &answered)
{
    if (const auto *logs = std::get_if<LogQuery>(&query.body)) {
        m_logs.ask(*logs, context, [answered](Result<LogPage> page) {
            answered(page ? Result<Answer>(Answer(*page)) : Result<Answer>(Unexpected{page.error()}));
        });
    } else if (const auto *jobs = std::get_if<AgentJobsQuery>(&query.body)) {
        answered(Answer(AgentJobs{m_agents.jobsFor(jobs->agentId)}));
    } else {
        m_store.ask(query, context, answered);
    }
}

core::Ask Queries::function()
{
    return [this](const Query &query, QObject *context, const core::AnswerCallback &answered) {
        ask(query, context, answered);
    };
}

} // namespace signalbox
