// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logrow.h"

#include "widgets/text/format.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int barWidth = 3;
constexpr int nameGap = spacing::small;

// As a terminal does, at any letter. Latin has one cell for each; other scripts are measured.
QList<std::pair<qsizetype, qsizetype>> wrapped(const QFontMetrics &metrics, const QString &text, int width)
{
    QList<std::pair<qsizetype, qsizetype>> parts;
    const bool isLatin = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0x2ff; });
    constexpr int many = 100; // a cell has fractions of a pixel, and a row adds them up
    const int cells = std::max(1, many * width / std::max(1, metrics.horizontalAdvance(QString(many, u'0'))));
    qsizetype from = 0;
    while (from < text.size() || parts.isEmpty()) {
        qsizetype length = std::min<qsizetype>(cells, text.size() - from);
        if (!isLatin) {
            const int advance = metrics.horizontalAdvance(text.mid(from, length));
            if (advance > width)
                length = std::max<qsizetype>(1, length * width / advance + 1);
            while (length > 1 && metrics.horizontalAdvance(text.mid(from, length)) > width)
                --length;
            if (length > 1 && from + length < text.size() && text[from + length].isLowSurrogate())
                --length;
        }
        parts.append({from, length});
        from += std::max<qsizetype>(length, 1);
    }
    return parts;
}

// Of matches that go on in the next part, what of them is in this one.
void markMatches(QPainter &painter, const QRect &place, const QString &text, qsizetype from, const QString &part,
                 const QString &search)
{
    if (search.isEmpty())
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    qsizetype at = text.indexOf(search, std::max<qsizetype>(0, from - search.size() + 1), Qt::CaseInsensitive);
    for (; at >= 0 && at < from + part.size(); at = text.indexOf(search, at + search.size(), Qt::CaseInsensitive)) {
        const qsizetype begin = std::max(at, from) - from;
        const qsizetype end = std::min(at + search.size() - from, part.size());
        if (end <= begin)
            continue;
        const QRect mark(place.left() + metrics.horizontalAdvance(part.left(begin)), place.top(),
                         metrics.horizontalAdvance(part.mid(begin, end - begin)), place.height());
        painter.drawRect(mark.adjusted(-1, 1, 0, -2));
    }
}

} // namespace

LogRowLayout layoutLogRow(const QFontMetrics &metrics, const LogLine &line, const LogRowStyle &style)
{
    LogRowLayout layout;
    layout.left = logRowMargin - style.scrolled + style.nameWidth
                  + (style.times ? metrics.horizontalAdvance(logTime(line)) : 0)
                  + metrics.horizontalAdvance(u"00000 "_s);
    if (style.wrapWidth <= 0) {
        layout.parts = {{0, line.text.size()}};
        return layout;
    }
    constexpr int least = 10; // letters, however narrow the view is
    const int room = std::max(style.wrapWidth - layout.left - logRowMargin, least * metrics.horizontalAdvance(u'0'));
    layout.parts = wrapped(metrics, line.text, room);
    layout.isCut = layout.parts.size() > style.mostLines;
    layout.parts.resize(std::min<qsizetype>(layout.parts.size(), std::max(1, style.mostLines)));
    return layout;
}

int logNameWidth(const QFontMetrics &metrics, const QHash<QString, LogLook> &looks)
{
    if (looks.isEmpty())
        return 0;
    int widest = 0;
    for (const LogLook &look : looks)
        widest = std::max(widest, metrics.horizontalAdvance(look.name));
    constexpr int mostCells = 18;
    return barWidth + 2 * nameGap + std::min(widest, mostCells * metrics.horizontalAdvance(u'0'));
}

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
    if (style.nameWidth > 0) {
        const LogLook look = style.looks.value(line.componentId);
        const QColor colour = selected ? c.onAccent : look.colour == ColourRole::None ? c.muted : c.of(look.colour);
        painter.fillRect(x, area.top(), barWidth, area.height(), colour);
        painter.setPen(colour);
        const int room = style.nameWidth - 2 * nameGap - barWidth;
        painter.drawText(x + barWidth + nameGap, baseline, metrics.elidedText(look.name, Qt::ElideRight, room));
        x += style.nameWidth;
    }
    if (style.times) {
        const QString time = logTime(line);
        painter.setPen(selected ? c.onAccent : level >= LogLevel::Warn ? (bad ? c.bad.text : c.busy.text) : c.muted);
        painter.drawText(x, baseline, time);
        x += metrics.horizontalAdvance(time);
    }
    painter.setPen(selected ? c.onAccent : bad ? c.bad.text : level == LogLevel::Warn ? c.busy.text : c.text);
    painter.drawText(x, baseline, levelText(line));
    const LogRowLayout layout = layoutLogRow(metrics, line, style);
    int below = 0;
    for (const auto &[from, length] : layout.parts) {
        const QString part = line.text.mid(from, length);
        const bool isLast = from == layout.parts.constLast().first;
        const QRect place(layout.left, area.top() + below, area.width(), metrics.height() + 2);
        painter.setPen(QPen(selected ? c.onAccent : c.line, 1.5));
        markMatches(painter, place, line.text, from, part, style.search);
        painter.setPen(selected ? c.onAccent : bad ? c.bad.text : c.text);
        painter.drawText(layout.left, baseline + below, isLast && layout.isCut ? part.chopped(1) + u'…' : part);
        below += place.height();
    }
}

} // namespace signalbox::widgets
