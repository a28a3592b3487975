// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AlgerSession that starts, stops and looks up executions.
#include "server/core/policy.h"
#include "server/dialects/alger/algersession.h"
#include "server/dialects/alger/codec_content.h"
#include "server/dialects/alger/codec_graph.h"
#include "server/dialects/alger/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

namespace {

// The 397, 398 or 399 for a start that was refused with this code; 0: the code is none of these.
int blockerOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Maintenance:
        return Maintenance;
    case ErrorCode::Halted:
        return Halted;
    case ErrorCode::Capacity:
        return CapacityReached;
    default:
        return 0;
    }
}

bool asksFor(const Incoming &message, const QString &executionId)
{
    return (message.type == Stop || message.type == OutputRequest)
           && message.content.value("executionId"_L1).toString() == executionId;
}

// `params` of a 103 or 104: an object, or left out.
Result<QJsonObject> paramsOf(const QJsonObject &content)
{
    const QJsonValue params = content.value("params"_L1);
    if (params.isUndefined() || params.isNull())
        return QJsonObject();
    if (!params.isObject())
        return unexpected(ErrorCode::InvalidArgument, u"params must be an object"_s);
    if (const Result<void> checked = checkParameters(u"Parameter"_s, params.toObject()); !checked)
        return Unexpected{checked.error()};
    return params.toObject();
}

} // namespace

void AlgerSession::runStored()
{
    const QString id = text("pipelineId");
    if (id.isEmpty())
        return answerError(u"pipelineId is required"_s);
    const Result<QJsonObject> params = paramsOf(m_request.content);
    if (!params)
        return answerError(params.error().message);
    start(StartPipeline{id, *params});
}

void AlgerSession::runGraph()
{
    const QJsonValue graph = m_request.content.value("graph"_L1);
    const Result<QList<PipelineNode>> nodes = readGraph(graph, m_services.hub.snapshot().catalogue.kinds);
    if (!nodes)
        return answerError(nodes.error().message);
    const Result<QJsonObject> params = paramsOf(m_request.content);
    if (!params)
        return answerError(params.error().message);
    const QString name = graph.toObject().value("name"_L1).toString();
    start(StartGraph{name.isEmpty() ? u"ad-hoc graph"_s : name.left(longestNodeId), *nodes, *params, graph.toObject()});
}

void AlgerSession::start(CommandBody body)
{
    m_start.emplace();
    const auto completed = whileServing([this](const CommandCompleted &outcome) {
        if (outcome.error)
            return failStart(outcome.error->message);
        m_start->isDurable = true;
        answerStart();
    });
    const Result<QString> id = m_services.hub.submit(m_peer.actor(), std::move(body), &m_life, completed);
    if (!id) {
        const int blocker = blockerOf(id.error().code);
        const bool isForbidden = id.error().code == ErrorCode::Forbidden;
        if (blocker != 0)
            return answer(blocker, content::error(id.error().message));
        return answerError(isForbidden ? u"forbidden"_s : id.error().message.text());
    }
    if (!m_start)
        return; // the Command failed within submit(), and failStart() has answered
    m_start->executionId = *id;
    m_runs.watch(*id, m_services.hub.snapshot());
    m_services.hub.clock().after(answerDelay, &m_life, whileServing([this] { answerDelayed(); }));
    answerStart();
}

void AlgerSession::answerDelayed()
{
    m_start->delayIsOver = true;
    answerStart();
    if (m_start) // not durable yet: the Store is slow
        m_services.hub.clock().after(patience, &m_life, whileServing([this] {
                                         failStart(
                                             u"the execution could not be recorded within 30 s; it may still run"_s);
                                     }));
}

void AlgerSession::failStart(const QString &text)
{
    m_runs.forget(m_start->executionId);
    answerError(text);
}

// Answers once the execution is durable, and then when it has ended or answerDelay is over (README.md, "Answering a
// start"). Called whenever one of these may have become true.
void AlgerSession::answerStart()
{
    if (!m_start || !m_start->isDurable || m_start->executionId.isEmpty())
        return;
    const QString id = m_start->executionId;
    const ExecutionState state = m_runs.state(id);
    if (!isFinal(state) && !m_start->delayIsOver)
        return;
    const bool isStored = m_request.type == RunStored;
    m_runs.answered(id, m_request.id);
    m_services.hub.clock().after(Runs::holdTime, &m_life, [this, id] { releasePushes(id); });
    answer(isStored ? RunStored + 100 : RunGraph + 100,
           content::execution(id, isStored ? "pipeline-execution-started"_L1 : "ad-hoc-execution-started"_L1, state));
}

// The time for which pushes are held is over. Requests that came in time and ask for the execution are answered first,
// because their answers may tell its end.
void AlgerSession::releasePushes(const QString &executionId)
{
    const auto last = std::find_if(m_waiting.crbegin(), m_waiting.crend(), [&](const Waiting &waiting) {
        const auto *message = std::get_if<Result<Incoming>>(&waiting);
        return message && *message && asksFor(**message, executionId);
    });
    if (last != m_waiting.crend() || (m_isServing && asksFor(m_request, executionId)))
        m_waiting.insert(last.base(), Release{executionId});
    else
        m_runs.release(executionId);
}

void AlgerSession::taskChanged(const Task &task)
{
    m_runs.taskChanged(task);
}

void AlgerSession::executionChanged(const Execution &execution)
{
    m_runs.executionChanged(execution, m_services.hub.snapshot());
    if (m_start && m_start->executionId == execution.id) {
        answerStart();
        serveWaiting();
    }
}

// Hands `use` the execution that the request names, from the Snapshot or, if it is older, from the Store; answers the
// error if there is none that the actor may see.
void AlgerSession::withExecution(const WithExecution &use)
{
    const QString id = text("executionId");
    if (id.isEmpty())
        return answerError(u"executionId is required"_s);
    const auto useIfVisible = [this, use](const Execution &execution) {
        // Others' executions are answered as if they were not there (README.md, "Pushes").
        if (core::policy::owns(m_peer.actor(), execution))
            use(execution);
        else
            answerError(u"execution not found"_s);
    };
    if (const Execution *execution = m_services.hub.snapshot().execution(id))
        return useIfVisible(*execution);
    m_services.ask({m_peer.actor(), ExecutionQuery{id}}, &m_life,
                   whileServing([this, useIfVisible](const auto &answered) {
                       const auto *detail = answered ? std::get_if<ExecutionDetail>(&*answered) : nullptr;
                       if (detail)
                           return useIfVisible(detail->execution);
                       const bool isBroken = !answered && answered.error().code == ErrorCode::Internal;
                       answerError(isBroken ? answered.error().message.text() : u"execution not found"_s);
                   }));
}

void AlgerSession::cancel(const QString &executionId)
{
    m_runs.setStopping(executionId, true);
    const auto stopped = [this](const std::optional<Error> &error) {
        withExecution([this, error](const Execution &execution) {
            if (!error || isFinal(execution.state)) // the execution may have ended by itself meanwhile
                answerAbout(execution, Stop + 100, content::execution(execution.id, "stopped"_L1, execution.state));
            else
                failStop(execution.id, error->code == ErrorCode::Forbidden ? u"forbidden"_s : error->message.text());
        });
    };
    const auto completed = whileServing([stopped](const CommandCompleted &outcome) { stopped(outcome.error); });
    const Result<QString> subject =
        m_services.hub.submit(m_peer.actor(), CancelExecution{executionId}, &m_life, completed);
    if (!subject)
        return stopped(subject.error());
    m_services.hub.clock().after(patience, &m_life, whileServing([this, executionId] {
                                     failStop(executionId,
                                              u"execution '%1' did not end within 30 s"_s.arg(executionId));
                                 }));
}

// The run goes on: a push tells of its end after all.
void AlgerSession::failStop(const QString &executionId, const QString &text)
{
    m_runs.setStopping(executionId, false);
    answerError(text);
}

void AlgerSession::readOutput(const Execution &execution)
{
    const OutputQuery query{execution.id, {}, 0, m_services.limits.messageBytes};
    m_services.ask({m_peer.actor(), query}, &m_life, whileServing([this, execution](const auto &answered) {
                       const auto *chunk = answered ? std::get_if<OutputChunk>(&*answered) : nullptr;
                       if (chunk)
                           answerAbout(execution, OutputRequest + 100,
                                       content::output(execution.id, *chunk, m_services.limits.messageBytes));
                       else
                           answerError(answered ? u"output could not be read"_s : answered.error().message.text());
                   }));
}

} // namespace signalbox::alger
