// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QVariantList>

namespace signalbox::core {

// An SQL statement and the values of its question marks.
struct Statement
{
    QString sql;
    QVariantList values;
};

// A page of the history, newest first, and the number of all matches. A single filter has an index of its own that
// gives its pages in order; several at once, and text, walk the one narrow index that has all columns. Rows are read
// for the executions on the page only.
Statement historyPage(const HistoryQuery &query);
Statement historyTotal(const HistoryFilter &filter);

// The LIKE pattern of texts that contain part, with \ before its wildcards.
QString likePattern(const QString &part);

} // namespace signalbox::core
