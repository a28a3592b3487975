// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// An agent and what it is burdened with.
struct AgentRow
{
    Agent agent;
    int running = 0; // jobs it has begun; of this host: workers that run a task
    int waiting = 0; // jobs assigned to it that it has not begun
    int slots = 0;   // how many it takes at once; 0: it did not say
    // As the agent reported last; of this host: of the last tick, the memory in percent.
    std::optional<double> cpuPercent;
    std::optional<double> memory; // MiB
    std::optional<double> diskFreeGb;
};

// Every host that offers workers: this one and the agents on others. GUI thread; owned by AgentsCard.
class AgentsModel final : public KeyedTable<AgentRow>
{
    Q_OBJECT

public:
    enum Column { State, Name, Running, Waiting, Cpu, Memory, DiskFree, LastSeen, Host, Version };

    explicit AgentsModel(const Replica &replica, QObject *parent = nullptr);

    // Asleep, nothing is followed; waking up reads everything again.
    void setAwake(bool awake);

private:
    const AgentRow &shown(int index) const override { return row(index); }
    QString idOf(const AgentRow &row) const override { return row.agent.id; }
    void load();
    void hearAgent(const Agent *before, const Agent *now);
    AgentRow made(const Agent &agent) const;
    void count(const Execution *job, int by);
    void refreshHere();

    const Replica &m_replica;
    QString m_here;
    bool m_awake = false;
};

} // namespace signalbox::widgets
