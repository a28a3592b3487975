// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"

namespace signalbox::core::schema {

// The schema version that this program writes; stored as PRAGMA user_version.
int newestVersion();

// Brings the database to newestVersion(), one transaction per step, never backwards. Unsupported: it was
// written by a newer program, and nothing was changed.
Result<void> migrate(Database &database);

} // namespace signalbox::core::schema
