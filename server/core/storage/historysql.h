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

// A page of history, newest first, and how many there are in all. Each filter has an index of its own; the page
// sorts and skips numbers only and reads rows at the very end. A search by text walks one narrow index.
Statement historyPage(const HistoryQuery &query);
Statement historyTotal(const HistoryFilter &filter);

} // namespace signalbox::core
