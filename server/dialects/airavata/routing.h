// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/model/snapshot.h"

// Who hears of what: the table of airavata.md (Event Routing), and who may (model.md, Who may do what). Pure.
namespace signalbox::airavata {

// Experiment event: experiment, project, user.
QList<Resource> resourcesOf(const Execution &execution);
// Task event: task, experiment, project, user.
QList<Resource> resourcesOf(const Task &task, const Execution &execution);
// Worker event: worker, system.
QList<Resource> resourcesOf(const Worker &worker);

// Everything a Change concerns; empty when this protocol has no word for it. The snapshot may be newer than the Change.
QList<Resource> resourcesOf(const Change &change, const Snapshot &snapshot);

// Own ones and those of own projects; admins all. The default project is nobody's own.
bool maySee(const Actor &actor, const Execution &execution, const Snapshot &snapshot);

} // namespace signalbox::airavata
