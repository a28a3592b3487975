// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/agent.h"

using namespace Qt::StringLiterals;

namespace signalbox {

QString toString(WorkerState state)
{
    switch (state) {
    case WorkerState::Idle:
        return u"idle"_s;
    case WorkerState::Running:
        return u"running"_s;
    case WorkerState::Offline:
        break;
    }
    return u"offline"_s;
}

QString toString(AgentState state)
{
    switch (state) {
    case AgentState::Registering:
        return u"registering"_s;
    case AgentState::Online:
        return u"online"_s;
    case AgentState::Degraded:
        return u"degraded"_s;
    case AgentState::Offline:
        break;
    }
    return u"offline"_s;
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
