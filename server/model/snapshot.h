// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/replaced.h"

#include <QHash>
#include <QMap>

namespace signalbox {

// Live state and the newest history as one value: implicitly shared, cheap to copy, equal wherever the same
// Changes were applied. Older executions and samples are asked for by a Query.
struct Snapshot
{
    // Of the newest finished executions as many as fit both (docs/model.md, "Four kinds of traffic"), at least one.
    static constexpr int finishedKept = 200;
    static constexpr int finishedTasksKept = 100'000;

    quint64 number = 0; // of the last Change applied
    Mode mode = Mode::Normal;
    ServerInfo server;
    QMap<QString, Component> components;
    QHash<QString, Execution> executions;
    QHash<QString, QMap<QString, Task>> tasks; // by execution id, then node id
    QList<QString> finished;                   // ids of finished executions, oldest first
    QMap<QString, Project> projects{{defaultProjectId(), defaultProject()}};
    QMap<QString, Worker> workers;
    QMap<QString, Agent> agents;
    QMap<QString, Instance> instances;
    QMap<QString, Schedule> schedules;
    QMap<QString, Client> clients;
    Catalogue catalogue;
    MetricsSample metrics;

    // Copied and compared in bodies.cpp alone: each file that did it would make it anew.
    Snapshot();
    Snapshot(const Snapshot &);
    Snapshot(Snapshot &&) noexcept;
    Snapshot &operator=(const Snapshot &);
    Snapshot &operator=(Snapshot &&) noexcept;
    ~Snapshot();
    friend bool operator==(const Snapshot &, const Snapshot &);

    const Component *component(const QString &id) const;
    const Execution *execution(const QString &id) const;
    const Schedule *schedule(const QString &id) const;
    QList<Component> componentsInOrder() const; // of the configuration file
    QList<Schedule> schedulesInOrder() const;   // likewise
    int running(ExecutionKind kind) const;      // executions that are not finished
    // What its process tree used at the last tick; nullptr when it does not run, or runs anew since.
    const ComponentFigures *figuresOf(const Component &component) const;
};

// The one function that makes state out of facts: Hub and every link use it, so that their Snapshots never drift apart.
// Hands back what the Change replaced.
[[nodiscard]] Replaced apply(Snapshot &snapshot, const Change &change);

} // namespace signalbox
