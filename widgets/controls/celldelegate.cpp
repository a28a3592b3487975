// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/celldelegate.h"

#include "widgets/controls/badge.h"
#include "widgets/controls/datatable.h"
#include "widgets/text/format.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace signalbox::widgets {

namespace {

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
}

void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QRect &whole, double percent,
              const QColor &colour)
{
    constexpr int thickness = 6;
    QRect track(whole.left(), whole.center().y() - thickness / 2, whole.width(), thickness);
    QRect done = track;
    done.setWidth(static_cast<int>(track.width() * std::min(percent, 100.0) / 100.0));
    QColor faint = colour;
    faint.setAlphaF(0.25f);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, track), 3, 3);
    painter.setBrush(colour);
    if (done.width() > 0)
        painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, done), 3, 3);
    painter.restore();
}

void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QRect rect = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    painter.setFont(option.font);
    // Paths, numbers with units and names keep their own direction in every language.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(rect, static_cast<int>(QStyle::visualAlignment(option.direction, option.displayAlignment)),
                     option.fontMetrics.elidedText(text, option.textElideMode, rect.width()));
}

} // namespace

CellDelegate::CellDelegate(DataTable &table) : QStyledItemDelegate(&table), m_table(table)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The row's background from edge to edge, then the text with air around it.
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString text = std::exchange(plain.text, QString());
    m_table.style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, &m_table);
    if (const QVariant progress = index.data(ProgressRole); progress.isValid())
        paintProgress(*painter, plain, progress.toDouble(), text);
    else if (index.column() == m_table.badgeColumn())
        paintBadge(*painter, option, index, text);
    else
        paintText(*painter, plain, text);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QString text = index.data().toString();
    const int room = option.rect.width() - 2 * spacing::small;
    if (event->type() == QEvent::ToolTip && index.isValid() && index.data(Qt::ToolTipRole).toString().isEmpty()
        && view->fontMetrics().horizontalAdvance(text) > room) {
        QToolTip::showText(event->globalPos(), text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + spacing::medium + 2);
    return size;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colours &c = colours(m_table.palette());
    if (m_table.isStale())
        option->palette.setColor(QPalette::Text, c.muted);
    else if (toneOf(index) == Tone::Bad)
        option->palette.setColor(QPalette::Text, c.bad.text);
}

void CellDelegate::paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QString &text) const
{
    const QRect cell = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    const QSize size = Badge::sizeFor(text).boundedTo(cell.size());
    const QRect rect = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, cell);
    Badge::paint(painter, rect, text,
                 badgeColours(colours(m_table.palette()), m_table.isStale() ? Tone::Neutral : toneOf(index)));
}

// A bar with its figure beside it; of unknown length: the word alone.
void CellDelegate::paintProgress(QPainter &painter, const QStyleOptionViewItem &option, double percent,
                                 const QString &text) const
{
    QStyleOptionViewItem words = option;
    if (percent >= 0.0) {
        const int figure = option.fontMetrics.horizontalAdvance(format::percent(100.0)) + spacing::medium;
        const QRect whole = option.rect.adjusted(spacing::small, 0, -figure - spacing::small, 0);
        const bool selected = option.state & QStyle::State_Selected;
        const Colours &c = colours(m_table.palette());
        if (whole.width() > figure / 2)
            paintBar(painter, option, whole, percent, selected ? c.onAccent : m_table.isStale() ? c.muted : c.accent);
        words.rect.setLeft(option.rect.right() - figure - spacing::small);
        words.rect = QStyle::visualRect(option.direction, option.rect, words.rect);
        words.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    paintText(painter, words, text);
}

} // namespace signalbox::widgets
