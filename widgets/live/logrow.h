// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "widgets/look/theme.h"

class QPainter;

namespace signalbox::widgets {

// How LogView draws one line. GUI thread.

constexpr int logRowMargin = spacing::small;

struct LogRowStyle
{
    const Colours &colours;
    const QString &search; // marked
    bool times = true;
    int scrolled = 0; // pixels to the left
};

// With the day unless that is today, and the gap that follows.
QString logTime(const LogLine &line);
void paintLogRow(QPainter &painter, const QRect &area, const LogLine &line, bool selected, const LogRowStyle &style);

} // namespace signalbox::widgets
