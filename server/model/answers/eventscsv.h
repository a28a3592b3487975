// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QByteArray>

namespace signalbox {

// Events as lines of a table, for a spreadsheet: UTF-8 with a line of titles, which are words for programs in every language.
QByteArray eventsCsv(const EventsPage &page);

} // namespace signalbox
