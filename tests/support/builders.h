// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "server/model/snapshot.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;

// What most tests need of the model's structs; a test sets what it is about.

inline Component component(const QString &id, ComponentState state = ComponentState::Stopped)
{
    Component made;
    made.id = id;
    made.name = u"The "_s + id;
    made.state = state;
    return made;
}

inline Execution execution(const QString &id, ExecutionState state, ExecutionKind kind = ExecutionKind::Pipeline)
{
    Execution made;
    made.id = id;
    made.name = u"The "_s + id;
    made.kind = kind;
    made.state = state;
    made.owner = u"mira"_s;
    made.dialect = u"alger"_s;
    made.createdAt = Timestamp(Milliseconds(1'000'000));
    return made;
}

inline Task task(const QString &executionId, const QString &nodeId, ExecutionState state = ExecutionState::Created)
{
    Task made;
    made.id = executionId + u'.' + nodeId;
    made.executionId = executionId;
    made.nodeId = nodeId;
    made.state = state;
    return made;
}

inline Client client(const QString &id, const QString &user = u"mira"_s)
{
    Client made;
    made.id = id;
    made.dialect = u"sutra"_s;
    made.user = user;
    made.address = u"127.0.0.1:5000"_s;
    return made;
}

inline Agent agent(const QString &id, AgentState state)
{
    Agent made;
    made.id = id;
    made.state = state;
    return made;
}

inline ProcessDefinition process(const QString &name)
{
    ProcessDefinition made;
    made.name = name;
    made.command = {u"seq"_s};
    return made;
}

inline Pipeline pipeline(const QString &id, const QString &name, const QList<PipelineNode> &nodes = {})
{
    Pipeline made;
    made.id = id;
    made.name = name;
    made.nodes = nodes;
    return made;
}

// What component a has logged: "line <number>", a millisecond apart.
inline QList<LogLine> lines(qint64 from, int count, LogLevel level = LogLevel::Info)
{
    QList<LogLine> made;
    for (int i = 0; i < count; ++i)
        made.append({u"a"_s, from + i, Timestamp{Milliseconds(from + i)}, level, u"line %1"_s.arg(from + i)});
    return made;
}

inline void add(Snapshot &snapshot, const Component &component)
{
    snapshot.components.insert(component.id, component);
}

inline void add(Snapshot &snapshot, const Execution &execution)
{
    snapshot.executions.insert(execution.id, execution);
}

inline void add(Snapshot &snapshot, const Task &task)
{
    snapshot.tasks[task.executionId].insert(task.nodeId, task);
}

inline void add(Snapshot &snapshot, const Client &client)
{
    snapshot.clients.insert(client.id, client);
}

inline void add(Snapshot &snapshot, const Agent &agent)
{
    snapshot.agents.insert(agent.id, agent);
}

inline void add(Snapshot &snapshot, const Pipeline &pipeline)
{
    snapshot.catalogue.pipelines.append(pipeline);
}

inline void add(Snapshot &snapshot, const ProcessDefinition &process)
{
    snapshot.catalogue.processes.append(process);
}

// A Snapshot that holds these, as snapshotOf(component(u"store"_s), client(u"c1"_s)).
template<typename... Parts>
Snapshot snapshotOf(const Parts &...parts)
{
    Snapshot made;
    (add(made, parts), ...);
    return made;
}

} // namespace signalbox::test
