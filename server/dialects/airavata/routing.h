// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/model/snapshot.h"

// Which resources a Change concerns (README.md, "Routing"), and which executions an actor may see (docs/model.md, "Who
// may do what"). Pure.
namespace signalbox::airavata {

// Experiment event: experiment, project, user.
QList<Resource> resourcesOf(const Execution &execution);
// Task event: task, experiment, project, user.
QList<Resource> resourcesOf(const Task &task, const Execution &execution);
// Worker event: worker, system.
QList<Resource> resourcesOf(const Worker &worker);

// All resources that a Change concerns; empty when this protocol does not tell of it. The snapshot may be newer than
// the Change.
QList<Resource> resourcesOf(const Change &change, const Snapshot &snapshot);

// Own executions and those of own projects; admins see all. The default project has no owner.
bool maySee(const Actor &actor, const Execution &execution, const Snapshot &snapshot);

} // namespace signalbox::airavata
