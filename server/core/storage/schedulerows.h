// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/schedule.h"

// The table of schedules: what is kept of each, one row.
namespace signalbox::core::rows {

Result<void> write(Database &database, const ScheduleRecord &record);
Result<void> removeSchedule(Database &database, const QString &id);
Result<QList<ScheduleRecord>> schedules(Database &database); // by id

} // namespace signalbox::core::rows
