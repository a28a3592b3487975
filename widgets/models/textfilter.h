// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"

#include <QSortFilterProxyModel>

namespace signalbox::widgets {

// Sorts by SortRole and shows rows in which the id or any column that is searched contains the text. GUI thread; owned by
// its page.
class TextFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TextFilter(Table &source, QObject *parent = nullptr);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const Table &m_table;
    QString m_text;
};

} // namespace signalbox::widgets
