// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/sessions.h"
#include "server/core/eventsbefore.h"
#include "server/model/agent.h"
#include "server/model/component.h"
#include "server/model/project.h"
#include "server/model/query.h"
#include "server/model/schedule.h"

namespace signalbox::core {

// What the database held when it was opened.
struct RecoveredState
{
    QList<ExecutionDetail> finished;    // the newest 200, oldest first, without the ones below
    QList<ExecutionDetail> interrupted; // left unfinished by the last server, now Interrupted; oldest first
    QList<Execution> jobs;              // unfinished: their agents may still work on them (AgentRegistry::restore)
    QList<Project> projects;            // by age
    QList<Instance> instances;
    QList<Agent> agents; // on other machines, in the last state that was saved
    QList<ComponentWish> wishes;
    QList<EndedSession> endedSessions;
    QList<ScheduleRecord> schedules;
    EventsBefore events;
    QString setAside; // the file that a damaged database was renamed to; empty: it was sound
};

} // namespace signalbox::core
