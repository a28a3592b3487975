// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace signalbox::widgets {

// Equal columns, as many as fit: cards reflow with the window. GUI thread; owned by its parent.
class CardGrid final : public QLayout
{
    Q_OBJECT

public:
    CardGrid(int minimumColumnWidth, int maximumColumns, QWidget *parent = nullptr);
    ~CardGrid() override;

    void setColumns(int minimumWidth, int most);
    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    void moveWidget(QWidget *widget, int to);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return arrange(QRect(0, 0, width, 0).marginsRemoved(contentsMargins()), false);
    }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
    int m_minimumColumnWidth;
    int m_maximumColumns;
};

} // namespace signalbox::widgets
