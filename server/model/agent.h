// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/component.h"
#include "server/model/time.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace signalbox {

enum class WorkerState : quint8 { Idle, Running, Offline };

// A slot that runs tasks, or jobs of an agent: <host>-<n>.
struct Worker
{
    QString id;
    QString host; // the agent's id
    WorkerState state = WorkerState::Idle;
    QString executionId; // that it works on
    QString taskId;      // that it runs; empty of a job

    friend bool operator==(const Worker &, const Worker &) = default;
};

enum class AgentState : quint8 { Offline, Registering, Online, Degraded };

// A host that offers workers or takes jobs. This host is one; ARK agents register over REST.
struct Agent
{
    QString id;
    QString hostname;
    QString version;
    QString owner; // the user who registered it, or "anonymous"; empty of this host
    AgentState state = AgentState::Offline;
    bool local = false;
    Timestamp registeredAt{};
    Timestamp lastSeenAt{};
    QJsonObject capabilities;
    QJsonObject resourceUsage; // cpuPercent, memoryMB, diskFreeGB as last reported

    friend bool operator==(const Agent &, const Agent &) = default;
};

// An ARK instance created over REST; configured components are instances too, but live as Component.
struct Instance
{
    QString id;
    QString name;
    QString gameType;
    QString agentId;
    QJsonObject config;
    ComponentState status = ComponentState::Stopped;  // while a job starts or stops it: what that job does
    ComponentState settled = ComponentState::Stopped; // what the jobs that ended have made of it; this is stored
    Timestamp createdAt{};
    Timestamp updatedAt{};

    friend bool operator==(const Instance &, const Instance &) = default;
};

QString toString(WorkerState state); // "idle" …
QString toString(AgentState state);  // "offline" …
std::optional<AgentState> agentStateFromString(const QString &text);

} // namespace signalbox
