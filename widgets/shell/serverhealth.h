// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/liveness.h"

#include <array>

namespace signalbox::widgets {

// Restricted: by the mode, not everything may be started. Failed: a component has, or is degraded.
enum class Health { Well, Restricted, Failed, Stale };

// The state of the server in one word, and how much of it runs or has failed. GUI thread; owned by MainWindow.
class ServerHealth final : public QObject
{
    Q_OBJECT

public:
    ServerHealth(const Replica &replica, const Liveness &liveness, QObject *parent = nullptr);

    Health health() const;
    QString summary() const; // health in words, for a tool tip
    int runningExecutions() const { return m_running; }
    int waitingExecutions() const { return m_waiting; } // for their turn, or for an agent
    int unfinishedExecutions() const { return m_running + m_waiting; }
    QString executions() const; // how many run and wait, for people
    int failedComponents() const;
    int degradedComponents() const; // that run, though they do not do their work
    QString trouble() const;        // how many have failed or are degraded, for people; empty: none
    int activeComponents() const;   // that run, or are about to

Q_SIGNALS:
    void changed(); // anything of the above

private:
    void recount();
    bool count(const Component *before, const Component *now);
    bool count(const Execution *before, const Execution *now);
    QStringList unwellNames() const;

    const Replica &m_replica;
    const Liveness &m_liveness;
    std::array<int, 5> m_inState{}; // components by ComponentState, counted as they change
    int m_degraded = 0;             // of those that run
    int m_running = 0;              // executions, counted as they change
    int m_waiting = 0;
};

} // namespace signalbox::widgets
