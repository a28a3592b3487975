// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/catalogue.h"
#include "server/model/client.h"
#include "server/model/command.h"
#include "server/model/component.h"
#include "server/model/event.h"
#include "server/model/execution.h"
#include "server/model/metrics.h"
#include "server/model/project.h"
#include "server/model/result.h"
#include "server/model/schedule.h"
#include "server/model/serverinfo.h"

#include <QMetaType>

#include <variant>

namespace signalbox {

// It appeared, or anything about it changed. figures: measured when its process started, so that it has some before the
// first tick that measures it; they go into Snapshot::metrics.
struct ComponentChanged
{
    Component component;
    std::optional<ComponentFigures> figures{};
};
// A reload took it out of the configuration.
struct ComponentRemoved
{
    QString id;
};
struct ExecutionChanged
{
    Execution execution;
};
struct TaskChanged
{
    Task task;
};
// By retention, or by DeleteExecution.
struct ExecutionForgotten
{
    QString id;
};
struct ProjectChanged
{
    Project project;
};
struct ProjectRemoved
{
    QString id;
};
struct WorkerChanged
{
    Worker worker;
};
struct AgentChanged
{
    Agent agent;
};
struct AgentRemoved
{
    QString id;
};
struct InstanceChanged
{
    Instance instance;
};
struct InstanceRemoved
{
    QString id;
};
// A schedule appeared, its time came, a run of it ended, or a person paused it.
struct ScheduleChanged
{
    Schedule schedule;
};
// A reload took it out of the configuration.
struct ScheduleRemoved
{
    QString id;
};
struct ClientConnected
{
    Client client;
};
// Its subscriptions or its last error changed.
struct ClientChanged
{
    Client client;
};
struct ClientDisconnected
{
    QString id;
    QString reason;
};
// Once per tick, the figures of the clients whose figures changed; without any at the first tick at which none did.
struct ClientsCounted
{
    QList<std::pair<QString, ClientFigures>> figures;
};
struct MetricsSampled
{
    MetricsSample sample;
};
struct CatalogueChanged
{
    Catalogue catalogue;
};
struct ServerChanged
{
    ServerInfo server;
};
struct ModeChanged
{
    Mode mode = Mode::Normal;
};
// The outcome of an admitted Command: done (and durable, where that is promised), or the error.
struct CommandCompleted
{
    CommandId command;
    QString subject;
    std::optional<Error> error;
};
// Something inside failed that no request asked for: full disk, unreadable metrics source (ARK system:error).
struct ProblemOccurred
{
    QString error;
    QString context;
};
// Something was written down, or happened once more: an entry of a known number stands for the older one.
struct EventHappened
{
    EventEntry entry;
};

struct ChangeBody : std::variant<ComponentChanged, ComponentRemoved, ExecutionChanged, TaskChanged, ExecutionForgotten,
                                 ProjectChanged, ProjectRemoved, WorkerChanged, AgentChanged, AgentRemoved,
                                 InstanceChanged, InstanceRemoved, ScheduleChanged, ScheduleRemoved, ClientConnected,
                                 ClientChanged, ClientDisconnected, ClientsCounted, MetricsSampled, CatalogueChanged,
                                 ServerChanged, ModeChanged, CommandCompleted, ProblemOccurred, EventHappened>
{
    using variant::variant;
    ChangeBody(const ChangeBody &);
    ChangeBody(ChangeBody &&) noexcept;
    ChangeBody &operator=(const ChangeBody &);
    ChangeBody &operator=(ChangeBody &&) noexcept;
    ~ChangeBody();
    // Most kinds have none, which a metatype must see.
    friend bool operator==(const ChangeBody &, const ChangeBody &) = delete;
    friend bool operator<(const ChangeBody &, const ChangeBody &) = delete;
};

// A fact, already true when it is sent. Only Hub makes Changes.
struct Change
{
    quint64 number = 0; // counts up by one; Snapshot::number is that of the last one applied
    Timestamp time{};
    CommandId cause; // the Command that led here, if one did
    Actor actor;     // of that Command
    ChangeBody body;
};

} // namespace signalbox
