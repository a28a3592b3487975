// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace signalbox::widgets {

class DataTable;

// Draws the cells of a DataTable: badges, progress and words, with red for what is bad; grey while the table is stale.
// GUI thread; owned by its table.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(DataTable &table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const QString &text) const;
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area, double percent) const;
    void paintProgress(QPainter &painter, const QStyleOptionViewItem &option, double percent,
                       const QString &text) const;

    const DataTable &m_table;
};

} // namespace signalbox::widgets
