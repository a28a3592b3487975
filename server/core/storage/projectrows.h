// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/project.h"

// The table of projects. Each function is part of the caller's transaction, if there is one.
namespace signalbox::core::rows {

Result<void> write(Database &database, const Project &project); // inserts or replaces
Result<void> removeProject(Database &database, const QString &id);
Result<QList<Project>> projects(Database &database); // by age

} // namespace signalbox::core::rows
