// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// Every component as a table row, in the order of the configuration.
class ComponentsModel final : public KeyedTable<Component>
{
    Q_OBJECT

public:
    enum Column { State, Name, Uptime, Cpu, Memory, Pid, Restarts, Reason, ColumnCount };

    ComponentsModel(const Replica &replica, const Liveness &liveness, QObject *parent = nullptr);

    // Asleep, figures and uptimes are not told to anybody; waking up tells them all at once.
    void setAwake(bool awake);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool isSearched(int column) const override { return column == Pid || !isFigure(column); }

private:
    QString title(int column) const override;
    bool isFigure(int column) const override { return column >= Uptime && column <= Restarts; }
    QString idOf(const Component &row) const override { return row.id; }
    void tellFigures();
    std::optional<double> figure(const Component &component, int column) const; // Cpu or Memory
    QString display(const Component &component, int column) const;
    QVariant sortValue(const Component &component, int column) const;

    const Replica &m_replica;
    const Liveness &m_liveness;
    bool m_awake = true;
    bool m_behind = false;
};

} // namespace signalbox::widgets
