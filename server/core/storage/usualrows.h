// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/query.h"

namespace signalbox::core::rows {

// Of the newest runs that succeeded. A value; any thread.
Result<UsualDurations> usualDurations(Database &database, const UsualDurationQuery &query);

} // namespace signalbox::core::rows
