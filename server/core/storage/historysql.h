// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QVariantList>

namespace signalbox::core {

// One question to SQLite and the values of its question marks.
struct Statement
{
    QString sql;
    QVariantList values;
};

// A page of history, newest first, and how many there are in all. A single filter has an index of its own that gives
// its pages in order; several at once, and text, walk the one narrow index that has all of them. Rows are read for
// what is on the page only.
Statement historyPage(const HistoryQuery &query);
Statement historyTotal(const HistoryFilter &filter);

} // namespace signalbox::core
