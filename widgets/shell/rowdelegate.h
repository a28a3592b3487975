// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/look/theme.h"

#include <QStyledItemDelegate>

namespace signalbox::widgets {

// Rows of a list to choose from: icon and words, the chosen one on the accent. GUI thread; owned by its list.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // Paints what stands at the end of a row, in the colour of its words, within area. Returns the width it took.
    virtual int paintEnd(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                         const QModelIndex &index) const = 0;
};

} // namespace signalbox::widgets
