// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/rowdelegate.h"

#include "widgets/look/style.h"

#include <QPainter>

namespace signalbox::widgets {

namespace {

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Colours &c)
{
    const bool current = option.state & QStyle::State_Selected;
    const QRect area = option.rect.adjusted(0, 1, 0, -1);
    constexpr int radius = spacing::radius - 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(current                                  ? c.accent
                     : option.state & QStyle::State_MouseOver ? c.neutral.fill
                                                              : QColor(Qt::transparent));
    painter.drawRoundedRect(area, radius, radius);
    if (current && option.widget && (option.state & QStyle::State_HasFocus))
        drawFocusRing(painter, *option.widget, area.adjusted(2, 2, -2, -2), radius - 2, c.accent);
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const bool current = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, c);
    QRect iconRect(0, 0, spacing::icon, spacing::icon);
    iconRect.moveCenter(option.rect.center());
    iconRect.moveLeft(option.rect.left() + spacing::medium);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QStyle::visualRect(option.direction, option.rect, iconRect), Qt::AlignCenter,
               current ? QIcon::Selected : QIcon::Normal);
    QRect text = option.rect.adjusted(2 * spacing::medium + spacing::icon, 0, -spacing::small, 0);
    painter->setPen(current ? c.onAccent : c.muted);
    text.setRight(text.right()
                  - paintEnd(*painter, option, QStyle::visualRect(option.direction, option.rect, text), index));
    QFont font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(current ? c.onAccent : c.text);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, text),
                      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(bold).horizontalAdvance(index.data().toString());
    return {words + 2 * spacing::medium + spacing::icon + spacing::small, option.fontMetrics.height() + spacing::large};
}

} // namespace signalbox::widgets
