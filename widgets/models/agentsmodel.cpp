// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/agentsmodel.h"

#include "server/model/job.h"
#include "widgets/text/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

std::optional<double> numberOf(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

// What a job that has not ended is to the agent it is assigned to.
struct Burden
{
    QString agentId;
    bool isRunning = false;

    friend bool operator==(const Burden &, const Burden &) = default;
};

std::optional<Burden> burdenOf(const Execution &execution)
{
    if (execution.kind != ExecutionKind::Job || isFinal(execution.state))
        return std::nullopt;
    return Burden{detailsOf<JobDetails>(execution).agentId, execution.state == ExecutionState::Running};
}

QString stateText(AgentState state)
{
    switch (state) {
    case AgentState::Registering:
        return AgentsModel::tr("Registering", "agent");
    case AgentState::Online:
        return AgentsModel::tr("Online", "agent");
    case AgentState::Degraded:
        return AgentsModel::tr("Degraded", "agent");
    case AgentState::Offline:
        break;
    }
    return AgentsModel::tr("Offline", "agent");
}

// The colour of the badge.
ComponentState badgeOf(const AgentRow &row)
{
    switch (row.agent.state) {
    case AgentState::Online:
        return ComponentState::Running;
    case AgentState::Registering:
    case AgentState::Degraded:
        return ComponentState::Starting;
    case AgentState::Offline:
        break;
    }
    return ComponentState::Stopped;
}

QString display(const AgentRow &row, int column)
{
    switch (column) {
    case AgentsModel::State:
        return stateText(row.agent.state);
    case AgentsModel::Name:
        return row.agent.local ? AgentsModel::tr("%1 (this server)").arg(row.agent.id) : row.agent.id;
    case AgentsModel::Running:
        return row.slots > 0
                   ? AgentsModel::tr("%1 of %2", "jobs").arg(format::count(row.running), format::count(row.slots))
                   : format::count(row.running);
    case AgentsModel::Waiting:
        return row.agent.local ? format::dash() : format::count(row.waiting);
    case AgentsModel::Cpu:
        return row.cpuPercent ? format::percent(*row.cpuPercent) : format::dash();
    case AgentsModel::Memory:
        if (!row.memory)
            return format::dash();
        return row.agent.local ? format::percent(*row.memory) : format::megabytes(*row.memory);
    case AgentsModel::DiskFree:
        return row.diskFreeGb ? format::megabytes(*row.diskFreeGb * 1024.0) : format::dash();
    case AgentsModel::LastSeen:
        return format::dateTime(row.agent.lastSeenAt);
    case AgentsModel::Host:
        return row.agent.hostname;
    case AgentsModel::Version:
        return row.agent.version;
    default:
        return {};
    }
}

QVariant sortValue(const AgentRow &row, int column)
{
    switch (column) {
    case AgentsModel::Running:
        return row.running;
    case AgentsModel::Waiting:
        return row.waiting;
    case AgentsModel::Cpu:
        return row.cpuPercent.value_or(-1.0);
    case AgentsModel::Memory:
        // This host's percent and the others' MiB do not compare: it stands between them and those not known.
        return row.agent.local && row.memory ? -0.5 : row.memory.value_or(-1.0);
    case AgentsModel::DiskFree:
        return row.diskFreeGb.value_or(-1.0);
    case AgentsModel::LastSeen:
        return qint64(row.agent.lastSeenAt.time_since_epoch().count());
    default:
        return display(row, column);
    }
}

} // namespace

AgentsModel::AgentsModel(const Replica &replica, QObject *parent) : KeyedTable(parent), m_replica(replica)
{
    connect(&replica, &Replica::missed, this, &AgentsModel::load);
    connect(&replica, &Replica::agentChanged, this, &AgentsModel::hearAgent);
    connect(&replica, &Replica::executionChanged, this, [this](const Execution *before, const Execution &now) {
        if (before && burdenOf(*before) == burdenOf(now))
            return;
        count(before, -1);
        count(&now, +1);
    });
    connect(&replica, &Replica::executionForgotten, this,
            [this](const QString &, const Execution *before) { count(before, -1); });
    connect(&replica, &Replica::workerChanged, this, &AgentsModel::refreshHere);
    connect(&replica, &Replica::sampled, this, &AgentsModel::refreshHere);
    load();
}

void AgentsModel::setAwake(bool awake)
{
    if (std::exchange(m_awake, awake) != awake && awake)
        load();
}

AgentRow AgentsModel::made(const Agent &agent) const
{
    AgentRow row;
    row.agent = agent;
    if (const int known = rowOf(agent.id); known >= 0) {
        row.running = this->row(known).running;
        row.waiting = this->row(known).waiting;
    }
    if (agent.state != AgentState::Offline) { // what it said last is not so now
        row.cpuPercent = numberOf(agent.resourceUsage, "cpuPercent"_L1);
        row.memory = numberOf(agent.resourceUsage, "memoryMB"_L1);
        row.diskFreeGb = numberOf(agent.resourceUsage, "diskFreeGB"_L1);
    }
    row.slots = agent.capabilities.value("maxConcurrentJobs"_L1).toInt();
    return row;
}

void AgentsModel::load()
{
    QList<AgentRow> rows;
    for (const Agent &agent : m_replica.snapshot().agents) {
        rows.append(made(agent));
        rows.last().running = rows.last().waiting = 0;
        if (agent.local)
            m_here = agent.id;
    }
    replaceAll(std::move(rows));
    for (const Execution &execution : m_replica.snapshot().executions)
        count(&execution, +1);
    refreshHere();
}

void AgentsModel::hearAgent(const Agent *before, const Agent *now)
{
    if (!m_awake)
        return;
    if (!now)
        return drop(before->id);
    if (now->local)
        m_here = now->id;
    put(made(*now), now->id);
    if (now->local)
        refreshHere();
}

// Counts the burden of a job, if there is one.
void AgentsModel::count(const Execution *job, int by)
{
    const std::optional<Burden> burden = job && m_awake ? burdenOf(*job) : std::nullopt;
    const int known = burden ? rowOf(burden->agentId) : -1;
    if (known < 0)
        return;
    AgentRow changed = row(known);
    (burden->isRunning ? changed.running : changed.waiting) += by;
    put(changed, burden->agentId);
}

// Its workers, and what the sampler measured.
void AgentsModel::refreshHere()
{
    const int known = m_awake ? rowOf(m_here) : -1;
    if (known < 0)
        return;
    const Snapshot &snapshot = m_replica.snapshot();
    AgentRow here = row(known);
    here.slots = static_cast<int>(snapshot.workers.size());
    here.running =
        static_cast<int>(std::count_if(snapshot.workers.cbegin(), snapshot.workers.cend(),
                                       [](const Worker &worker) { return worker.state == WorkerState::Running; }));
    if (snapshot.metrics.time != Timestamp{}) {
        here.cpuPercent = snapshot.metrics.cpuPercent;
        here.memory = snapshot.metrics.memoryPercent;
    }
    put(here, m_here);
}

QVariant AgentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AgentRow &agent = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(agent, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case SortRole:
        return sortValue(agent, index.column());
    case IdRole:
        return agent.agent.id;
    case StateRole:
        return static_cast<int>(badgeOf(agent));
    default:
        return {};
    }
}

QString AgentsModel::title(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return tr("Agent");
    case Running:
        return tr("Running", "jobs");
    case Waiting:
        return tr("Waiting", "jobs");
    case Cpu:
        return tr("CPU");
    case Memory:
        return tr("Memory");
    case DiskFree:
        return tr("Disk free");
    case LastSeen:
        return tr("Last seen");
    case Host:
        return tr("Host");
    case Version:
        return tr("Version");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
