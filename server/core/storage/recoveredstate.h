// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/agent.h"
#include "server/model/project.h"
#include "server/model/query.h"

namespace signalbox::core {

// What the database held when it was opened.
struct Opened
{
    QList<ExecutionDetail> finished;    // the newest 200, oldest first, without the ones below
    QList<ExecutionDetail> interrupted; // were unfinished when the server went; are Interrupted now, oldest first
    QList<Execution> jobs;              // had not ended; their agents may still work on them (AgentDesk::restore)
    QList<Project> projects;            // by age
    QList<Instance> instances;
    QList<Agent> agents; // on other machines, as they were last heard of
    QString setAside;    // where a damaged database was moved, empty if it was sound
};

} // namespace signalbox::core
