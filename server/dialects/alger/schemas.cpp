// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/schemas.h"

#include "server/dialects/alger/codec_graph.h"
#include "server/model/execution.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger::schemas {

using namespace dialects;
using namespace dialects::schema;

namespace {

constexpr QLatin1String executionId("executionId");
constexpr QLatin1String status("status");

Schema ids()
{
    return list(text());
}

Schema edges()
{
    return list(object({{"source"_L1, text()}, {"target"_L1, text()}}));
}

Schema params(const QString &description = {})
{
    return map(any(), description);
}

// Where a board draws a node, in its pixels.
Member position()
{
    return {"position"_L1, object({{"x"_L1, integer()}, {"y"_L1, integer()}})};
}

Schema pipeline()
{
    const Schema node = object({{"id"_L1, text()},
                                {"kind"_L1, text(u"\"command\" of a node with a command of its own"_s)},
                                {"params"_L1, params()},
                                position()});
    return object({{"id"_L1, text()},
                   {"name"_L1, text()},
                   {"description"_L1, text()},
                   {"nodes"_L1, list(object({{"id"_L1, text()}, position()}))},
                   {"full_graph"_L1, object({{"nodes"_L1, list(node)}, {"edges"_L1, edges()}})},
                   {"metadata"_L1, object({{"project"_L1, text()}})},
                   {"created_at"_L1, time()},
                   {"updated_at"_L1, time()}})
        .named(u"Pipeline"_s);
}

// What 104 reads of a graph; boards send more.
Schema graph()
{
    const Schema data =
        object({optional("kind"_L1, text()), optional("type"_L1, text()), optional("params"_L1, params())});
    const Schema node = object({{"id"_L1, text().with("minLength"_L1, 1).with("maxLength"_L1, int(longestNodeId))},
                                optional("data"_L1, data),
                                optional("kind"_L1, text()),
                                optional("type"_L1, text()),
                                optional("params"_L1, params())},
                               u"its kind is data.kind, data.type, kind or type, whichever is there first"_s);
    return object({{"nodes"_L1, list(node).with("minItems"_L1, 1).with("maxItems"_L1, int(mostNodes))},
                   optional("edges"_L1, edges()),
                   optional("name"_L1, text(u"of the execution"_s))})
        .named(u"Graph"_s);
}

Schema started(const QString &as)
{
    QStringList states;
    for (const ExecutionState state : {ExecutionState::Queued, ExecutionState::Running, ExecutionState::Succeeded,
                                       ExecutionState::Failed, ExecutionState::Cancelled, ExecutionState::Interrupted})
        states.append(toString(state));
    return object({{executionId, text()},
                   {status, constant(as)},
                   {"state"_L1, choice(states, u"what the execution is when this is sent"_s)}});
}

Schema node(bool isSuccess)
{
    std::vector<Member> members{{executionId, text()},
                                {"nodeId"_L1, text()},
                                {"nodeKind"_L1, text()},
                                {status, constant(isSuccess ? u"success"_s : u"error"_s)}};
    if (!isSuccess)
        members.push_back({"error"_L1, text()});
    members.insert(members.end(), {{"durationMs"_L1, integer()},
                                   {"predecessors"_L1, ids()},
                                   {"order"_L1, integer(u"of completion, from 1"_s)},
                                   optional("pipelineId"_L1, text(u"of a stored pipeline"_s))});
    return object(members);
}

} // namespace

Schema failure()
{
    return object({{"error"_L1, text()}});
}

Schema login()
{
    return object({{"username"_L1, text()}, {"password"_L1, text()}});
}

Schema loggedIn()
{
    return object({{status, constant(u"login-ok"_s)}});
}

Schema userRequest()
{
    return object({{"userId"_L1, text()}});
}

Schema user()
{
    return object(
        {{"user"_L1,
          object({{"id"_L1, text()}, {"name"_L1, text()}, {"roles"_L1, list(text())}, {"email"_L1, text()}})}});
}

Schema nothing()
{
    return object({});
}

Schema catalogue()
{
    return object({{"pipelines"_L1, list(pipeline())}});
}

Schema runStored()
{
    return object({{"pipelineId"_L1, text()}, optional("params"_L1, params().orNull())});
}

Schema runGraph()
{
    return object({{"graph"_L1, either({graph(), object({{"pipeline"_L1, graph()}})})},
                   optional("params"_L1, params().orNull())});
}

Schema storedStarted()
{
    return started(u"pipeline-execution-started"_s);
}

Schema graphStarted()
{
    return started(u"ad-hoc-execution-started"_s);
}

Schema execution()
{
    return object({{executionId, text()}});
}

Schema stopped()
{
    return started(u"stopped"_s);
}

Schema output()
{
    return object(
        {{executionId, text()}, {"file"_L1, text()}, {"content"_L1, text()}, optional("truncated"_L1, constant(true))});
}

Schema noOutput()
{
    const Schema failed = object({{executionId, text()}, {status, constant(u"failed"_s)}, {"error"_L1, text()}});
    return either({failure(), failed});
}

Schema nodeFinished()
{
    return node(true);
}

Schema nodeFailed()
{
    return node(false);
}

Schema finished()
{
    const Schema summary = object({{"order"_L1, ids()},
                                   {"sources"_L1, ids()},
                                   {"sinks"_L1, map(text(u"the name of its output file"_s), u"by node"_s)}});
    return object({{executionId, text()},
                   {status, constant(u"success"_s)},
                   {"summary"_L1, summary},
                   {"durationMs"_L1, integer()},
                   optional("pipelineId"_L1, text())});
}

Schema crashed()
{
    return object({{executionId, text()},
                   {status, constant(u"error"_s)},
                   {"error"_L1, text()},
                   {"durationMs"_L1, integer()},
                   optional("pipelineId"_L1, text())});
}

Schema wrongId()
{
    const Schema id = object({{"error"_L1, constant(u"incorrect message id"_s)},
                              {"expectedId"_L1, integer()},
                              {"receivedId"_L1, integer()}});
    const Schema requestId = object({{"error"_L1, constant(u"incorrect requestId"_s)},
                                     {"expectedId"_L1, integer()},
                                     {"receivedId"_L1, integer()},
                                     {"expectedRequestId"_L1, constant(0)},
                                     {"receivedRequestId"_L1, integer()}});
    return either({id, requestId});
}

} // namespace signalbox::alger::schemas
