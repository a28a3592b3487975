// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QByteArray>

namespace signalbox::sutra {

QByteArray eventsObject(const EventsPage &page); // {"events":[…]}, nulls included
// The same as lines of a table, for a spreadsheet: UTF-8 with a line of titles, the members of the object.
QByteArray eventsTable(const EventsPage &page);

} // namespace signalbox::sutra
