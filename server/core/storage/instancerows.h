// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/agent.h"

// The table of instances. Each function is part of the caller's transaction, if there is one.
namespace signalbox::core::rows {

Result<void> write(Database &database, const Instance &instance); // inserts or replaces
Result<void> removeInstance(Database &database, const QString &id);
Result<QList<Instance>> instances(Database &database); // by age

} // namespace signalbox::core::rows
