// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox::core::policy {

// Whether this actor may do this Command now: role, ownership, existence, mode, capacity (model.md, Who may
// do what). Pure. Errors: Forbidden, NotFound, Conflict, Maintenance, Halted, Capacity.
Result<void> admit(const Snapshot &snapshot, const Command &command);

// Parts of admit(), for executions the Snapshot does not know any more. Errors: Forbidden, Conflict; of a retry those of
// a start, too: Maintenance, Halted, Capacity.
Result<void> mayDelete(const Actor &actor, const Execution &execution);
Result<void> mayRetry(const Snapshot &snapshot, const Actor &actor, const Execution &execution);

// Executions are seen by everybody with a role, except through Airavata and Alger, whose dialects ask this
// first (model.md: own ones and those of own projects; admins all).
bool owns(const Actor &actor, const Execution &execution);

} // namespace signalbox::core::policy
