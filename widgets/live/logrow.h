// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "widgets/look/theme.h"

#include <QHash>

class QFontMetrics;
class QPainter;

namespace signalbox::widgets {

// How LogView draws one line. GUI thread.

constexpr int logRowMargin = spacing::small;

// A source of lines as it is told from others: by its name, and by a colour beside that.
struct LogLook
{
    QString name;
    ColourRole colour = ColourRole::None;
};

struct LogRowStyle
{
    const Colours &colours;
    const QString &search; // marked
    bool times = true;
    int scrolled = 0;                     // pixels to the left
    const QHash<QString, LogLook> &looks; // by LogLine::componentId; empty: no line says whose it is
    int nameWidth = 0;                    // pixels, with the gap that follows
    int wrapWidth = 0;                    // of the whole row; 0: it is as long as its line
    int mostLines = 1;                    // that a wrapped row takes
};

// Where the text of a row begins, and its parts that stand one below the other.
struct LogRowLayout
{
    int left = 0;
    QList<std::pair<qsizetype, qsizetype>> parts; // from, length
    bool isCut = false;                           // there would be more
};
LogRowLayout layoutLogRow(const QFontMetrics &metrics, const LogLine &line, const LogRowStyle &style);

// As wide as the names of all, up to a ceiling.
int logNameWidth(const QFontMetrics &metrics, const QHash<QString, LogLook> &looks);
// With the day unless that is today, and the gap that follows.
QString logTime(const LogLine &line);
void paintLogRow(QPainter &painter, const QRect &area, const LogLine &line, bool selected, const LogRowStyle &style);

} // namespace signalbox::widgets
