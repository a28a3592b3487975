// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queries.h"

#include "server/core/policy.h"
#include "server/core/runtime/agents/agentregistry.h"
#include "server/core/runtime/blackbox/blackboxes.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/search/finder.h"
#include "server/core/storage/store.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

core::Asker askerOf(const Actor &actor)
{
    if (actor == serverActor())
        return {};
    if (actor.place.isEmpty())
        return {u"the window"_s, false};
    // Whoever has a user's credentials is that user, wherever the questions come from.
    const bool isKnown = actor.user != "anonymous"_L1;
    return {isKnown ? u"account "_s % actor.user : actor.place, true};
}

} // namespace

void Queries::ask(const Query &query, QObject *context, const core::AnswerCallback &answered)
{
    const core::Asker asker = askerOf(query.actor);
    if (const auto *logs = std::get_if<LogQuery>(&query.body)) {
        const auto done = [answered](const Result<LogPage> &page) {
            answered(page ? Result<Answer>(Answer(*page)) : Result<Answer>(Unexpected{page.error()}));
        };
        m_logs.ask(*logs, context, done, asker);
    } else if (const auto *jobs = std::get_if<AgentJobsQuery>(&query.body)) {
        answered(Answer(AgentJobs{m_agents.jobsFor(jobs->agentId)}));
    } else if (const auto *boxes = std::get_if<BlackBoxesQuery>(&query.body); boxes && m_boxes) {
        m_boxes->ask(*boxes, context, answered, asker);
    } else if (const auto *box = std::get_if<BlackBoxQuery>(&query.body); box && m_boxes) {
        m_boxes->ask(*box, context, answered, asker);
    } else if (const auto *find = std::get_if<FindQuery>(&query.body); find && m_finder) {
        m_finder->ask(*find, context, answered, asker);
    } else if (std::holds_alternative<OutputQuery>(query.body)) {
        askForOutput(query, context, answered, asker);
    } else if (const Result<void> may = core::policy::mayReadEvents(query.actor);
               !may && std::holds_alternative<EventsQuery>(query.body)) {
        answered(Unexpected{may.error()});
    } else {
        m_store.ask(query, context, answered, asker);
    }
}

// Says where the stored output stands in all that a running call printed. The call may begin its file anew while the
// store reads it; then it is read once more.
void Queries::askForOutput(const Query &query, QObject *context, const core::AnswerCallback &answered,
                           const core::Asker &asker)
{
    const QString id = std::get<OutputQuery>(query.body).executionId;
    const qint64 start = m_engine.storedFrom(id);
    const auto say = [this, query, context, answered, asker, id, start](const Result<Answer> &answer) {
        if (m_engine.storedFrom(id) > start)
            return askForOutput(query, context, answered, asker);
        if (!answer)
            return answered(answer);
        auto chunk = std::get<OutputChunk>(answer.value());
        chunk.start = start;
        answered(Answer(chunk));
    };
    m_store.ask(query, context, say, asker);
}

core::Ask Queries::function()
{
    return [this](const Query &query, QObject *context, const core::AnswerCallback &answered) {
        ask(query, context, answered);
    };
}

} // namespace signalbox
