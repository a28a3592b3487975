// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QByteArray>

namespace signalbox::sutra {

QByteArray eventsObject(const EventsPage &page); // {"events":[…]}, nulls included

} // namespace signalbox::sutra
