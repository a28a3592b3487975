// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace signalbox::widgets {

// Rows with an id, inserted, updated and removed one by one; reset only by replaceAll(). Shown: what the functions of
// the columns look at. GUI thread; owned by its page.
template<typename Row, typename Shown = const Row &>
class KeyedTable : public ColumnTable<Shown>
{
public:
    using ColumnTable<Shown>::ColumnTable;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int rowOf(const QString &id) const
    {
        const auto known = m_numberOf.constFind(id);
        if (known == m_numberOf.cend())
            return -1;
        return static_cast<int>(std::lower_bound(m_numbers.cbegin(), m_numbers.cend(), *known) - m_numbers.cbegin());
    }
    const Row &row(int index) const { return m_rows.at(index); }

protected:
    void replaceAll(QList<Row> rows)
    {
        this->beginResetModel();
        m_rows = std::move(rows);
        m_numbers.clear();
        m_numberOf.clear();
        for (const Row &row : std::as_const(m_rows))
            number(idOf(row));
        this->endResetModel();
    }

    void put(const Row &row, const QString &id)
    {
        const int known = rowOf(id);
        if (known >= 0) {
            m_rows[known] = row;
            Q_EMIT this->dataChanged(this->index(known, 0), this->index(known, this->columnCount() - 1));
            return;
        }
        const int at = rowCount();
        this->beginInsertRows({}, at, at);
        m_rows.append(row);
        number(id);
        this->endInsertRows();
    }

    void drop(const QString &id)
    {
        const int at = rowOf(id);
        if (at < 0)
            return;
        this->beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        m_numbers.removeAt(at);
        m_numberOf.remove(id);
        this->endRemoveRows();
    }

    virtual QString idOf(const Row &row) const = 0;
    QString idAt(int row) const final { return idOf(m_rows.at(row)); }
    QList<Row> &rows() { return m_rows; }

private:
    void number(const QString &id)
    {
        m_numbers.append(++m_last);
        m_numberOf.insert(id, m_last);
    }

    QList<Row> m_rows;
    // A number per row, ever greater: removing a row leaves those of all others as they are.
    QList<qint64> m_numbers;
    QHash<QString, qint64> m_numberOf;
    qint64 m_last = 0;
};

} // namespace signalbox::widgets
