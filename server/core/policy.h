// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox::core::policy {

// Whether the Command's actor may do it now: role, ownership, existence, mode, capacity (docs/model.md, "Who may do
// what"). Pure. Errors: Forbidden, NotFound, InvalidArgument, Conflict, Maintenance, Halted, Capacity.
Result<void> admit(const Snapshot &snapshot, const Command &command);

// Errors: Forbidden, with the role that is needed and the actor's.
Result<void> needRole(const Actor &actor, Role least);

// Parts of admit(), for executions that the Snapshot no longer holds. Errors: Forbidden, Conflict; of a retry also
// those of a start: Maintenance, Halted, Capacity.
Result<void> mayDelete(const Actor &actor, const Execution &execution);
Result<void> mayRetry(const Snapshot &snapshot, const Actor &actor, const Execution &execution, bool queue);

// Whether the actor may read the events, which say who did what from where: operators and admins. Errors: Forbidden.
Result<void> mayReadEvents(const Actor &actor);

// Whether the actor may ask for an ARK agent's jobs, and as an operator report for it: the user who registered it,
// admins, and everybody for one that was registered anonymously. Errors: Forbidden; NotFound, spelled as ark shows it.
Result<void> maySpeakFor(const Snapshot &snapshot, const Actor &actor, const QString &agentId);

// Whether the execution is the actor's own; to an admin all are. Every role sees every execution, except through alger
// (own ones) and airavata (own ones and those of own projects): docs/model.md, "Who may do what".
bool owns(const Actor &actor, const Execution &execution);

} // namespace signalbox::core::policy
