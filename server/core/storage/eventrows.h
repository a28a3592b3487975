// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/eventsbefore.h"
#include "server/core/storage/database.h"
#include "server/model/query.h"

// The table of events. Read from the newest on, without other indices than by number: of the most there may be, a page
// that has to look through all of them takes some tens of milliseconds. Values; any thread.
namespace signalbox::core::rows {

inline constexpr int eventsKept = 100'000;

// Instead of the older one of its number.
Result<void> write(Database &database, const EventEntry &entry);
Result<EventsPage> events(Database &database, const EventsQuery &query);
Result<EventsBefore> eventsBefore(Database &database);
// Those that happened last before `before`, if it is set, and the oldest of more than eventsKept.
Result<void> forgetEvents(Database &database, const std::optional<Timestamp> &before);

} // namespace signalbox::core::rows
