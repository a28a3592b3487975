// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/agent.h"

namespace signalbox::core::rows {

// Agents as rows of signalbox.db. On the store's writer thread.
Result<void> write(Database &database, const Agent &agent);
Result<void> removeAgent(Database &database, const QString &id);
Result<QList<Agent>> agents(Database &database); // by id

} // namespace signalbox::core::rows
