// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/agent.h"

namespace signalbox {

QString toString(WorkerState state)
{
    switch (state) {
    case WorkerState::Idle:
        return QStringLiteral("idle");
    case WorkerState::Running:
        return QStringLiteral("running");
    case WorkerState::Offline:
        break;
    }
    return QStringLiteral("offline");
}

QString toString(AgentState state)
{
    switch (state) {
    case AgentState::Registering:
        return QStringLiteral("registering");
    case AgentState::Online:
        return QStringLiteral("online");
    case AgentState::Degraded:
        return QStringLiteral("degraded");
    case AgentState::Offline:
        break;
    }
    return QStringLiteral("offline");
}

std::optional<AgentState> agentStateFromString(const QString &text)
{
    for (const AgentState state :
         {AgentState::Offline, AgentState::Registering, AgentState::Online, AgentState::Degraded}) {
        if (toString(state) == text)
            return state;
    }
    return std::nullopt;
}

} // namespace signalbox
