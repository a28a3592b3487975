// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/celldelegate.h"

#include "widgets/controls/badge.h"
#include "widgets/controls/datatable.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/roles.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionProgressBar>
#include <QToolTip>

namespace signalbox::widgets {

namespace {

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
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
    QStyleOptionViewItem bare = option;
    initStyleOption(&bare, index);
    const QString text = std::exchange(bare.text, QString());
    m_table.style()->drawControl(QStyle::CE_ItemViewItem, &bare, painter, &m_table);
    if (const QVariant progress = index.data(ProgressRole); progress.isValid())
        paintProgress(*painter, bare, progress.toDouble(), text);
    else if (index.column() == m_table.badgeColumn())
        paintBadge(*painter, option, index, text);
    else
        paintText(*painter, bare, text);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    const QString text = index.data().toString();
    const int room = option.rect.width() - 2 * spacing::small;
    if (tip.isEmpty() && view->fontMetrics().horizontalAdvance(text) > room)
        tip = text;
    QToolTip::showText(event->globalPos(), plain(tip), view->viewport(), option.rect);
    return true;
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
    if (isStale(m_table))
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
                 forTone(colours(m_table.palette()), isStale(m_table) ? Tone::Neutral : toneOf(index)));
}

void CellDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                            double percent) const
{
    QStyleOptionProgressBar bar;
    bar.palette = m_table.palette();
    bar.direction = option.direction;
    bar.state = option.state;
    bar.rect = area;
    bar.maximum = 100;
    bar.progress = static_cast<int>(std::min(percent, 100.0));
    m_table.style()->drawControl(QStyle::CE_ProgressBar, &bar, &painter, &m_table);
}

// A bar with its figure beside it; of unknown length: the word alone.
void CellDelegate::paintProgress(QPainter &painter, const QStyleOptionViewItem &option, double percent,
                                 const QString &text) const
{
    QStyleOptionViewItem words = option;
    if (percent >= 0.0) {
        const int figure = option.fontMetrics.horizontalAdvance(format::percent(100.0)) + spacing::medium;
        const QRect whole = option.rect.adjusted(spacing::small, 0, -figure - spacing::small, 0);
        if (whole.width() > figure / 2)
            paintBar(painter, option, QStyle::visualRect(option.direction, option.rect, whole), percent);
        words.rect.setLeft(option.rect.right() - figure - spacing::small);
        words.rect = QStyle::visualRect(option.direction, option.rect, words.rect);
        words.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    paintText(painter, words, text);
}

} // namespace signalbox::widgets
