// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/sessions.h"
#include "server/core/storage/database.h"

// The table of sessions that were logged out, whose tokens have not expired yet.
namespace signalbox::core::rows {

Result<void> write(Database &database, const EndedSession &session);
Result<void> removeEndedSession(Database &database, const QString &id);
// Forgets those that are over by now.
Result<QList<EndedSession>> endedSessions(Database &database, Timestamp now);

} // namespace signalbox::core::rows
