// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logview.h"

#include "widgets/live/logrow.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {
constexpr int margin = logRowMargin;
}

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent), m_newest(new NewestFollower(*verticalScrollBar()))
{
    connect(m_newest, &NewestFollower::changed, this, [this](bool following) { holdStill(!following); });
    setLayoutDirection(Qt::LeftToRight); // what programs print is read from the left in every language
    setFont(widgets::font(TextStyle::Mono));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    tellCurrent();
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
}

int LogView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

LogRowStyle LogView::rowStyle() const
{
    return {colours(palette()),
            m_search,
            m_showTimes,
            m_wraps ? 0 : horizontalScrollBar()->value(),
            m_looks,
            logNameWidth(fontMetrics(), m_looks),
            m_wraps ? viewport()->width() : 0,
            std::max(1, (viewport()->height() - margin) / rowHeight())};
}

int LogView::heightOf(int row) const
{
    if (!m_wraps)
        return rowHeight();
    return rowHeight() * static_cast<int>(layoutLogRow(fontMetrics(), m_lines.at(row), rowStyle()).parts.size());
}

int LogView::rowsFrom(int top) const
{
    const int room = viewport()->height() - margin;
    if (!m_wraps)
        return std::max(1, room / rowHeight());
    int row = top;
    for (int used = 0; row < m_lines.shown(); ++row) {
        used += heightOf(row);
        if (used > room)
            break;
    }
    return std::max(1, row - top);
}

int LogView::topFor(int bottom) const
{
    if (!m_wraps)
        return bottom - visibleRows() + 1;
    const int room = viewport()->height() - margin;
    int top = bottom;
    for (int used = heightOf(bottom); top > 0; --top) {
        used += heightOf(top - 1);
        if (used > room)
            break;
    }
    return top;
}

int LogView::rowAt(int y) const
{
    int row = verticalScrollBar()->value();
    if (!m_wraps) {
        row += (y - margin / 2) / rowHeight();
    } else {
        for (int below = margin / 2; row < m_lines.shown(); ++row) {
            below += heightOf(row);
            if (y < below)
                break;
        }
    }
    return std::clamp(row, 0, std::max(0, m_lines.shown() - 1));
}

void LogView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QString LogView::emptyText() const
{
    if (m_lines.isEmpty())
        return m_emptyText;
    return m_lines.hasUnknownLevels()
               ? tr("The level or \"Only matching\" hides every line. Some of them name no level: "
                    "they may be anything.")
               : tr("The level or \"Only matching\" hides every line.");
}

void LogView::widen(const QList<LogLine> &lines)
{
    for (const LogLine &line : lines)
        m_longest = std::max(m_longest, static_cast<int>(std::min<qsizetype>(line.text.size(), 8'000)));
}

void LogView::replace(const QList<LogLine> &lines)
{
    const bool same = m_lines.goesOnIn(lines);
    if (!same) {
        m_newest->setFollowing(true);
        m_place.reset();
    }
    const Place kept = same ? m_place.value_or(place()) : Place();
    m_longest = 0;
    m_widest = 0;
    widen(lines);
    m_lines.replace(lines);
    restore(kept);
}

void LogView::append(const QList<LogLine> &lines, const QString &source)
{
    widen(lines);
    const Place kept = place();
    m_lines.append(lines, source);
    restore(kept);
}

void LogView::setLooks(const QHash<QString, LogLook> &looks)
{
    m_looks = looks;
    fitWidth();
}

void LogView::setBound(int lines)
{
    const Place kept = m_place.value_or(place());
    m_lines.setBound(lines);
    restore(kept);
}

void LogView::setFilter(LogLevel least, const QString &onlyWith)
{
    const Place kept = m_place.value_or(place());
    const bool selected = m_current >= 0 && kept.fixed && kept.fixed == kept.current;
    if (!m_lines.setFilter(least, onlyWith))
        return;
    // One takes a filter away to see what is around the line one found with it.
    if (selected && m_lines.rowFrom(*kept.current) < m_lines.shown() - 1)
        m_newest->setFollowing(false);
    restore(kept);
    m_place = kept;
}

LogView::Place LogView::place() const
{
    Place place;
    place.isFollowing = m_newest->isFollowing();
    place.seen = m_seen;
    if (m_current >= 0) {
        place.anchor = m_lines.placeAt(m_anchor);
        place.current = m_lines.placeAt(m_current);
    }
    const int top = verticalScrollBar()->value();
    const bool reads = m_current >= 0 && isInView(m_current);
    if (m_lines.shown() > 0 && (reads || !m_newest->isFollowing())) {
        place.fixed = m_lines.placeAt(reads ? m_current : top);
        place.below = reads ? m_current - top : 0;
    }
    return place;
}

void LogView::restore(const Place &place)
{
    const auto row = [this](const std::optional<LogPlace> &of) { return of ? m_lines.rowOf(*of) : -1; };
    m_current = row(place.current);
    m_anchor = m_current < 0 ? -1 : row(place.anchor);
    if (m_anchor < 0)
        m_anchor = m_current;
    fitScrollBars();
    if (!m_newest->isFollowing() && place.fixed)
        scrollTo(m_lines.rowFrom(*place.fixed) - place.below);
    countNew();
    tellCurrent();
}

void LogView::goBackTo(const Place &place)
{
    m_newest->setFollowing(place.isFollowing);
    m_seen = place.seen;
    restore(place);
}

void LogView::setShowTimes(bool show)
{
    m_showTimes = show;
    fitWidth();
}

void LogView::setWraps(bool wraps)
{
    const Place kept = place();
    m_wraps = wraps;
    restore(kept);
    if (m_newest->isFollowing())
        scrollTo(verticalScrollBar()->maximum());
}

void LogView::fitScrollBars()
{
    const NewestFollower::Quiet quiet(*m_newest);
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(visibleRows());
    vertical->setRange(0, m_lines.shown() == 0 ? 0 : std::max(0, topFor(m_lines.shown() - 1)));
    fitWidth();
}

void LogView::fitWidth()
{
    viewport()->update();
    if (m_wraps)
        return horizontalScrollBar()->setRange(0, 0);
    const QFontMetrics metrics = fontMetrics();
    const int top = verticalScrollBar()->value();
    for (int row = top; row < m_lines.shown() && isInView(row); ++row) {
        // Latin has one cell per character; other scripts may need two, or none.
        const QString &text = m_lines.at(row).text;
        if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x2ff; }))
            m_widest = std::max(m_widest, metrics.horizontalAdvance(text));
    }
    const int cell = metrics.horizontalAdvance(u'0');
    int width = std::max(m_longest * cell, m_widest) + 6 * cell + 2 * margin + logNameWidth(metrics, m_looks);
    if (m_showTimes && m_lines.shown() > 0) // the oldest may have a date
        width += metrics.horizontalAdvance(logTime(m_lines.at(0)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(metrics.averageCharWidth() * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

void LogView::scrollTo(int top)
{
    const NewestFollower::Quiet quiet(*m_newest);
    verticalScrollBar()->setValue(top);
}

bool LogView::isInView(int row) const
{
    const int top = verticalScrollBar()->value();
    return row >= top && row < top + visibleRows();
}

void LogView::holdStill(bool still)
{
    if (!still)
        m_place.reset();
    const Place kept = place();
    if (m_lines.hold(still) > 0)
        restore(kept);
    m_seen = m_lines.newest();
    setNewLines(0);
}

void LogView::countNew()
{
    setNewLines(m_newest->isFollowing() ? 0 : m_lines.shown() - (m_seen ? m_lines.rowAfter(*m_seen) : 0));
}

void LogView::setNewLines(int count)
{
    if (std::exchange(m_newLines, count) != count)
        Q_EMIT newLinesChanged(count);
}

void LogView::scrollContentsBy(int, int dy)
{
    viewport()->update();
    if (dy == 0)
        return;
    fitWidth();
    if (!m_newest->isQuiet()) // a person scrolled
        m_place.reset();
}

void LogView::setSearch(const QString &text)
{
    m_search = text;
    viewport()->update();
}

bool LogView::findNext(bool backwards)
{
    const int count = m_lines.shown();
    if (m_search.isEmpty() || count == 0)
        return false;
    const QStringMatcher wanted(m_search, Qt::CaseInsensitive);
    // On from what one reads.
    const int top = verticalScrollBar()->value();
    const bool reads = m_current >= 0 && isInView(m_current);
    const int start = reads ? m_current : backwards ? std::min(top + visibleRows(), count) : top - 1;
    for (int step = 1; step <= count; ++step) {
        const int row = ((start + (backwards ? -step : step)) % count + count) % count;
        if (wanted.indexIn(m_lines.at(row).text) < 0)
            continue;
        goTo(row);
        return true;
    }
    return false;
}

LogView::Matches LogView::matches() const
{
    Matches found;
    if (m_search.isEmpty())
        return found;
    const QStringMatcher wanted(m_search, Qt::CaseInsensitive);
    for (int row = 0; row < m_lines.shown(); ++row) {
        if (wanted.indexIn(m_lines.at(row).text) < 0)
            continue;
        ++found.count;
        if (row == m_current)
            found.position = found.count;
    }
    return found;
}

void LogView::revealExplanation(std::optional<qint64> known)
{
    if (known && m_lines.shown() > 0 && reveal(m_lines.at(0).componentId, *known))
        return;
    // The last complaint of the program itself in its last run; that it ended is known already.
    int row = -1;
    bool inRun = false;
    for (int i = m_lines.shown() - 1; i >= 0; --i) {
        const LogLine &line = m_lines.at(i);
        const bool isNote = line.source == LogSource::Server;
        if (isNote && inRun)
            break; // the end of the run before
        inRun |= !isNote;
        if (levelOrUsual(line) < LogLevel::Warn || (isNote && row >= 0))
            continue;
        row = i;
        if (!isNote)
            break;
    }
    if (row < 0)
        row = m_lines.shown() - 1;
    if (row >= 0)
        goTo(row);
}

bool LogView::reveal(const QString &source, qint64 number)
{
    const int row = m_lines.rowOf(source, number);
    if (row >= 0)
        goTo(row);
    return row >= 0;
}

void LogView::goTo(int row)
{
    if (!isInView(row))
        scrollTo((topFor(row) + row) / 2); // with what led to it
    moveTo(row, false);
}

void LogView::moveTo(int row, bool extend)
{
    const int last = m_lines.shown() - 1;
    m_current = std::clamp(row, std::min(0, last), last);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    m_place.reset();
    m_newest->setFollowing(m_current == last); // what one reads must not run away
    if (m_current >= 0)
        scrollTo(std::clamp(verticalScrollBar()->value(), topFor(m_current), m_current));
    tellCurrent();
    viewport()->update();
}

void LogView::tellCurrent()
{
    QString told = tr("Follows the newest line. Scrolling up stops that, End resumes it.");
    if (m_current >= 0) {
        const LogLine &line = m_lines.at(m_current);
        told = m_looks.value(line.componentId).name;
        told += (told.isEmpty() ? QString() : u" "_s) + (m_showTimes ? logTime(line) : QString())
                + (line.level ? format::level(*line.level) : levelText(line)) + u": "_s + line.text;
    }
    if (told != accessibleDescription())
        setAccessibleDescription(told); // which tells who reads the screen aloud
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_lines.shown() == 0) {
        painter.setFont(widgets::font(TextStyle::Body));
        painter.setPen(colours(palette()).muted);
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    }
    const LogRowStyle style = rowStyle();
    painter.setFont(font());
    painter.setLayoutDirection(Qt::LeftToRight); // else a path's first slash goes to its end
    int top = margin / 2;
    for (int row = verticalScrollBar()->value(); row < m_lines.shown() && top < viewport()->height(); ++row) {
        const QRect area(0, top, viewport()->width(), heightOf(row));
        const bool selected =
            m_current >= 0 && row >= std::min(m_anchor, m_current) && row <= std::max(m_anchor, m_current);
        paintLogRow(painter, area, m_lines.at(row), selected, style);
        top += area.height();
    }
    if (hasFocus()) {
        drawFocusRing(painter, *this, viewport()->rect());
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace signalbox::widgets
