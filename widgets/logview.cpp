// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logview.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace signalbox::widgets {

namespace {
constexpr int margin = spacing::small;
}

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setLayoutDirection(Qt::LeftToRight); // what programs print is read from the left in every language
    setFont(widgets::font(TextStyle::Mono));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    setAccessibleDescription(tr("Follows the newest line. Scrolling up stops that, End resumes it."));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
}

int LogView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int LogView::visibleRows() const
{
    return std::max(1, (viewport()->height() - margin) / rowHeight());
}

int LogView::rowAt(int y) const
{
    const int row = verticalScrollBar()->value() + (y - margin / 2) / rowHeight();
    return std::clamp(row, 0, std::max(0, m_lines.shown() - 1));
}

void LogView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LogView::widen(const QList<LogLine> &lines)
{
    for (const LogLine &line : lines)
        m_widest = std::max(m_widest, static_cast<int>(std::min<qsizetype>(line.text.size(), 8'000)));
}

void LogView::replace(const QList<LogLine> &lines)
{
    m_widest = 0;
    widen(lines);
    m_lines.replace(lines);
    select(-1, -1);
    setFollowing(true);
    fitScrollBars();
}

void LogView::append(const QList<LogLine> &lines)
{
    widen(lines);
    const int before = m_lines.shown();
    const int gone = m_lines.append(lines);
    if (!m_following)
        setNewLines(m_newLines + m_lines.shown() - before + gone);
    m_adjusting = true;
    if (!m_following)
        verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - gone));
    m_adjusting = false;
    if (m_current >= 0) {
        m_anchor = std::max(0, m_anchor - gone);
        m_current = std::max(0, m_current - gone);
    }
    fitScrollBars();
}

void LogView::setBound(int lines)
{
    m_lines.setBound(lines);
    fitScrollBars();
}

void LogView::setFilter(LogLevel least, const QString &onlyWith)
{
    m_lines.setFilter(least, onlyWith);
    m_anchor = m_current = -1;
    setFollowing(true);
    fitScrollBars();
}

void LogView::setShowTimes(bool show)
{
    m_showTimes = show;
    viewport()->update();
}

void LogView::fitScrollBars()
{
    m_adjusting = true;
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(visibleRows());
    vertical->setRange(0, std::max(0, m_lines.shown() - visibleRows()));
    if (m_following)
        vertical->setValue(vertical->maximum());
    const int characters = m_widest + (m_showTimes ? 14 : 0) + 6;
    const int width = characters * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width + 2 * margin - viewport()->width()));
    m_adjusting = false;
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    setNewLines(0);
    Q_EMIT followingChanged(following);
}

void LogView::setNewLines(int count)
{
    if (std::exchange(m_newLines, count) != count)
        Q_EMIT newLinesChanged(count);
}

void LogView::scrollContentsBy(int, int dy)
{
    viewport()->update();
    // A person scrolled: at the bottom it follows, anywhere else it stands still.
    if (!m_adjusting && dy != 0)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void LogView::jumpToNewest()
{
    setFollowing(true);
    fitScrollBars();
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
    const int start = m_current >= 0 ? m_current : (backwards ? 0 : count - 1);
    for (int step = 1; step <= count; ++step) {
        const int row = ((start + (backwards ? -step : step)) % count + count) % count;
        if (wanted.indexIn(m_lines.at(row).text) < 0)
            continue;
        select(row, row);
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

void LogView::revealExplanation()
{
    // The last complaint of the program itself in its last run; that it ended is known already.
    int row = -1;
    bool inRun = false;
    for (int i = m_lines.shown() - 1; i >= 0; --i) {
        const LogLine &line = m_lines.at(i);
        const bool isNote = line.text.startsWith(QLatin1String("[signalbox]"));
        if (isNote && inRun)
            break; // the end of the run before
        inRun |= !isNote;
        if (line.level < LogLevel::Warn || (isNote && row >= 0))
            continue;
        row = i;
        if (!isNote)
            break;
    }
    if (row < 0)
        row = m_lines.shown() - 1;
    if (row < 0)
        return;
    // What explains must not run away from who reads it.
    setFollowing(row == m_lines.shown() - 1);
    select(row, row);
}

void LogView::select(int anchor, int current)
{
    m_anchor = anchor;
    m_current = current;
    if (current >= 0) {
        const int top = verticalScrollBar()->value();
        if (current < top || current >= top + visibleRows())
            verticalScrollBar()->setValue(current - visibleRows() / 2);
    }
    viewport()->update();
}

QString LogView::prefix(const LogLine &line) const
{
    return m_showTimes ? format::clockTimeWithMilliseconds(line.time) : QString();
}

QString LogView::selectedText() const
{
    QStringList lines;
    if (m_current >= 0) {
        const int last = std::min(std::max(m_anchor, m_current), m_lines.shown() - 1);
        for (int row = std::min(m_anchor, m_current); row <= last; ++row) {
            const LogLine &line = m_lines.at(row);
            lines << toIsoMilliseconds(line.time) + QLatin1Char(' ') + toString(line.level) + QLatin1Char(' ')
                         + line.text;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_lines.shown() == 0) {
        painter.setFont(widgets::font(TextStyle::Body));
        painter.setPen(colours(palette()).muted);
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    const int first = verticalScrollBar()->value();
    const int last = std::min(m_lines.shown(), first + visibleRows() + 1);
    for (int row = first; row < last; ++row)
        paintRow(painter, row, margin / 2 + (row - first) * rowHeight());
    if (hasFocus()) {
        painter.setPen(colours(palette()).accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LogView::paintRow(QPainter &painter, int row, int y)
{
    const Colours &c = colours(palette());
    const LogLine &line = m_lines.at(row);
    const QFontMetrics metrics = fontMetrics();
    const QRect area(0, y, viewport()->width(), rowHeight());
    const bool selected =
        m_current >= 0 && row >= std::min(m_anchor, m_current) && row <= std::max(m_anchor, m_current);
    const bool bad = line.level == LogLevel::Error;
    if (selected)
        painter.fillRect(area, c.accent);
    else if (line.level >= LogLevel::Warn)
        painter.fillRect(area, bad ? c.bad.fill : c.busy.fill);
    const int baseline = y + 1 + metrics.ascent();
    int x = margin - horizontalScrollBar()->value();
    painter.setFont(font());
    painter.setLayoutDirection(Qt::LeftToRight); // else a path's first slash goes to its end
    const QString time = prefix(line);
    if (!time.isEmpty()) {
        painter.setPen(selected                       ? c.onAccent
                       : line.level >= LogLevel::Warn ? (bad ? c.bad.text : c.busy.text)
                                                      : c.muted);
        painter.drawText(x, baseline, time);
        x += metrics.horizontalAdvance(time + QStringLiteral("  "));
    }
    painter.setPen(selected ? c.onAccent : bad ? c.bad.text : line.level == LogLevel::Warn ? c.busy.text : c.text);
    painter.drawText(x, baseline, toString(line.level).left(5));
    x += metrics.horizontalAdvance(QStringLiteral("00000 "));
    qsizetype at = m_search.isEmpty() ? -1 : line.text.indexOf(m_search, 0, Qt::CaseInsensitive);
    for (; at >= 0; at = line.text.indexOf(m_search, at + m_search.size(), Qt::CaseInsensitive)) {
        const int left = x + metrics.horizontalAdvance(line.text.left(at));
        const QRect mark(left, y, metrics.horizontalAdvance(line.text.mid(at, m_search.size())), rowHeight());
        painter.setPen(QPen(selected ? c.onAccent : c.accent, 1.5));
        painter.drawRect(mark.adjusted(-1, 1, 0, -2));
    }
    painter.setPen(selected ? c.onAccent : bad ? c.bad.text : c.text);
    painter.drawText(x, baseline, line.text);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy) {
        copy();
        return;
    }
    if (event == QKeySequence::SelectAll) {
        selectAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        jumpToNewest();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_lines.shown() == 0)
        return;
    const int row = rowAt(event->position().toPoint().y());
    select(event->modifiers() & Qt::ShiftModifier && m_anchor >= 0 ? m_anchor : row, row);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && m_current >= 0)
        select(m_anchor, rowAt(event->position().toPoint().y()));
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &LogView::copy);
    copyAction->setEnabled(m_current >= 0);
    QAction *allAction = menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &LogView::selectAll);
    allAction->setEnabled(m_lines.shown() > 0);
    menu->popup(event->globalPos());
}

void LogView::selectAll()
{
    if (m_lines.shown() == 0)
        return;
    m_anchor = 0;
    m_current = m_lines.shown() - 1;
    viewport()->update();
}

void LogView::copy() const
{
    if (m_current >= 0) // else what was copied before is lost for nothing
        QGuiApplication::clipboard()->setText(selectedText());
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace signalbox::widgets
