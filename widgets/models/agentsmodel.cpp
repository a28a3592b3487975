// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/agentsmodel.h"

#include "server/model/job.h"
#include "widgets/text/format.h"

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

QString running(const AgentRow &row)
{
    return row.slots > 0 ? AgentsModel::tr("%1 of %2", "jobs").arg(format::count(row.running), format::count(row.slots))
                         : format::count(row.running);
}

QString memory(const AgentRow &row)
{
    if (!row.memory)
        return format::dash();
    return row.agent.local ? format::percent(*row.memory) : format::megabytes(*row.memory);
}

constexpr auto agentColumns = std::to_array<Column<const AgentRow &>>({
    {.id = AgentsModel::State,
     .title = [] { return AgentsModel::tr("State"); },
     .width = 11,
     .badge = true,
     .display = [](const AgentRow &row) { return stateText(row.agent.state); },
     .tone = [](const AgentRow &row) { return toneOf(row.agent.state); }},
    {.id = AgentsModel::Name,
     .title = [] { return AgentsModel::tr("Agent"); },
     .width = 20,
     .naming = true,
     .display =
         [](const AgentRow &row) {
             return row.agent.local ? AgentsModel::tr("%1 (this server)").arg(row.agent.id) : row.agent.id;
         }},
    {.id = AgentsModel::Running,
     .title = [] { return AgentsModel::tr("Running", "jobs"); },
     .width = 9,
     .figure = true,
     .display = running,
     .sort = [](const AgentRow &row) -> QVariant { return row.running; }},
    {.id = AgentsModel::Waiting,
     .title = [] { return AgentsModel::tr("Waiting", "jobs"); },
     .width = 7,
     .figure = true,
     .display = [](const AgentRow &row) { return row.agent.local ? format::dash() : format::count(row.waiting); },
     .sort = [](const AgentRow &row) -> QVariant { return row.waiting; }},
    {.id = AgentsModel::Cpu,
     .title = [] { return AgentsModel::tr("CPU"); },
     .width = 7,
     .figure = true,
     .display = [](const AgentRow &row) { return row.cpuPercent ? format::percent(*row.cpuPercent) : format::dash(); },
     .sort = [](const AgentRow &row) -> QVariant { return row.cpuPercent.value_or(-1.0); }},
    {.id = AgentsModel::Memory,
     .title = [] { return AgentsModel::tr("Memory"); },
     .width = 9,
     .figure = true,
     .display = memory,
     .sort = [](const AgentRow &row) -> QVariant {
         // This host's percent and the others' MiB do not compare: it stands between them and those not known.
         return row.agent.local && row.memory ? -0.5 : row.memory.value_or(-1.0);
     }},
    {.id = AgentsModel::DiskFree,
     .title = [] { return AgentsModel::tr("Disk free"); },
     .width = 9,
     .figure = true,
     .display =
         [](const AgentRow &row) {
             return row.diskFreeGb ? format::megabytes(*row.diskFreeGb * 1024.0) : format::dash();
         },
     .sort = [](const AgentRow &row) -> QVariant { return row.diskFreeGb.value_or(-1.0); }},
    {.id = AgentsModel::LastSeen,
     .title = [] { return AgentsModel::tr("Last seen"); },
     .width = 9,
     .firm = true,
     .display = [](const AgentRow &row) { return format::dateTime(row.agent.lastSeenAt); },
     .sort = [](const AgentRow &row) -> QVariant { return qint64(row.agent.lastSeenAt.time_since_epoch().count()); }},
    {.id = AgentsModel::Host,
     .title = [] { return AgentsModel::tr("Host"); },
     .width = 16,
     .display = [](const AgentRow &row) { return row.agent.hostname; }},
    {.id = AgentsModel::Version,
     .title = [] { return AgentsModel::tr("Version"); },
     .width = 8,
     .spare = true,
     .display = [](const AgentRow &row) { return row.agent.version; }},
});
static_assert(isComplete(agentColumns));

} // namespace

AgentsModel::AgentsModel(const Replica &replica, QObject *parent) : KeyedTable(agentColumns, parent), m_replica(replica)
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
    here.slots = here.running = 0;
    for (const Worker &worker : snapshot.workers) {
        const bool isHere = worker.host == m_here && worker.state != WorkerState::Offline;
        here.slots += isHere ? 1 : 0;
        here.running += isHere && worker.state == WorkerState::Running ? 1 : 0;
    }
    if (snapshot.metrics.time != Timestamp{}) {
        here.cpuPercent = snapshot.metrics.cpuPercent;
        here.memory = snapshot.metrics.memoryPercent;
    }
    put(here, m_here);
}

} // namespace signalbox::widgets
