// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queries.h"

#include "server/core/policy.h"
#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/blackbox/blackboxes.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/search/finder.h"
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
    } else if (const auto *boxes = std::get_if<BlackBoxesQuery>(&query.body); boxes && m_boxes) {
        m_boxes->ask(*boxes, context, answered);
    } else if (const auto *box = std::get_if<BlackBoxQuery>(&query.body); box && m_boxes) {
        m_boxes->ask(*box, context, answered);
    } else if (std::holds_alternative<FindQuery>(query.body) && m_finder) {
        m_finder->ask(query, context, answered);
    } else if (std::holds_alternative<OutputQuery>(query.body)) {
        askForOutput(query, context, answered);
    } else if (const Result<void> may = core::policy::mayReadEvents(query.actor);
               !may && std::holds_alternative<EventsQuery>(query.body)) {
        answered(Unexpected{may.error()});
    } else {
        m_store.ask(query, context, answered);
    }
}

// Says where the stored output stands in all that a running call printed. The call may begin its file anew while the
// store reads it; then it is read once more.
void Queries::askForOutput(const Query &query, QObject *context, const core::AnswerCallback &answered)
{
    const QString id = std::get<OutputQuery>(query.body).executionId;
    const qint64 start = m_engine.storedFrom(id);
    m_store.ask(query, context, [this, query, context, answered, id, start](const Result<Answer> &answer) {
        if (m_engine.storedFrom(id) > start)
            return askForOutput(query, context, answered);
        if (!answer)
            return answered(answer);
        auto chunk = std::get<OutputChunk>(answer.value());
        chunk.start = start;
        answered(Answer(chunk));
    });
}

core::Ask Queries::function()
{
    return [this](const Query &query, QObject *context, const core::AnswerCallback &answered) {
        ask(query, context, answered);
    };
}

} // namespace signalbox
