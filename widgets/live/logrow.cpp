// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logrow.h"

#include "widgets/text/format.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

QString logTime(const LogLine &line)
{
    QString time = format::clockTimeWithMilliseconds(line.time) + u"  "_s;
    const QDate day = format::local(line.time).date();
    if (day != QDate::currentDate())
        time.prepend(QLocale().toString(day, u"yyyy-MM-dd "_s));
    return time;
}

void paintLogRow(QPainter &painter, const QRect &area, const LogLine &line, bool selected, const LogRowStyle &style)
{
    const Colours &c = style.colours;
    const QFontMetrics metrics = painter.fontMetrics();
    const LogLevel level = levelOrUsual(line);
    const bool bad = level == LogLevel::Error;
    if (selected)
        painter.fillRect(area, c.accent);
    else if (level >= LogLevel::Warn)
        painter.fillRect(area, bad ? c.bad.fill : c.busy.fill);
    const int baseline = area.top() + 1 + metrics.ascent();
    int x = logRowMargin - style.scrolled;
    if (style.times) {
        const QString time = logTime(line);
        painter.setPen(selected ? c.onAccent : level >= LogLevel::Warn ? (bad ? c.bad.text : c.busy.text) : c.muted);
        painter.drawText(x, baseline, time);
        x += metrics.horizontalAdvance(time);
    }
    painter.setPen(selected ? c.onAccent : bad ? c.bad.text : level == LogLevel::Warn ? c.busy.text : c.text);
    painter.drawText(x, baseline, levelText(line));
    x += metrics.horizontalAdvance(u"00000 "_s);
    const QString &search = style.search;
    qsizetype at = search.isEmpty() ? -1 : line.text.indexOf(search, 0, Qt::CaseInsensitive);
    for (; at >= 0; at = line.text.indexOf(search, at + search.size(), Qt::CaseInsensitive)) {
        const int left = x + metrics.horizontalAdvance(line.text.left(at));
        const QRect mark(left, area.top(), metrics.horizontalAdvance(line.text.mid(at, search.size())), area.height());
        painter.setPen(QPen(selected ? c.onAccent : c.line, 1.5));
        painter.drawRect(mark.adjusted(-1, 1, 0, -2));
    }
    painter.setPen(selected ? c.onAccent : bad ? c.bad.text : c.text);
    painter.drawText(x, baseline, line.text);
}

} // namespace signalbox::widgets
