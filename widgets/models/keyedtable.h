// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"

#include <QHash>
#include <QList>

namespace signalbox::widgets {

// Beyond Qt::DisplayRole: what to sort by (numbers stay numbers) and what the row is.
// StateRole is a ComponentState, ExecutionStateRole an ExecutionState, ProgressRole 0…100 (below 0: unknown length).
enum Role { SortRole = Qt::UserRole, IdRole, StateRole, BadRole, ExecutionStateRole, ProgressRole };

// Rows with an id, inserted, updated and removed one by one; reset only by replaceAll().
// GUI thread; owned by its page.
template<typename Row>
class KeyedTable : public Table
{
public:
    using Table::Table;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int rowOf(const QString &id) const { return m_index.value(id, -1); }
    const Row &row(int index) const { return m_rows.at(index); }

protected:
    void replaceAll(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        reindex(0);
        endResetModel();
    }

    void put(const Row &row, const QString &id)
    {
        const int known = rowOf(id);
        if (known >= 0) {
            m_rows[known] = row;
            Q_EMIT dataChanged(index(known, 0), index(known, columnCount() - 1));
            return;
        }
        const int at = rowCount();
        beginInsertRows({}, at, at);
        m_rows.append(row);
        m_index.insert(id, at);
        endInsertRows();
    }

    void drop(const QString &id)
    {
        const int at = rowOf(id);
        if (at < 0)
            return;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        m_index.remove(id);
        reindex(at);
        endRemoveRows();
    }

    virtual QString idOf(const Row &row) const = 0;
    QList<Row> &rows() { return m_rows; }

private:
    void reindex(int from)
    {
        if (from == 0)
            m_index.clear();
        for (int i = from; i < rowCount(); ++i)
            m_index.insert(idOf(m_rows.at(i)), i);
    }

    QList<Row> m_rows;
    QHash<QString, int> m_index;
};

} // namespace signalbox::widgets
