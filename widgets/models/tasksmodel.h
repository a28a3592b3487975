// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "widgets/models/keyedtable.h"

namespace signalbox::widgets {

// The tasks of one execution, by node id. GUI thread; owned by ExecutionDetailPane.
class TasksModel final : public KeyedTable<Task>
{
    Q_OBJECT

public:
    enum Column { State, Node, Kind, Worker, Started, Duration, ExitCode, Failure, Parameters, ColumnCount };

    using KeyedTable::KeyedTable;

    // Rows of the same execution are updated one by one.
    void setTasks(const QString &executionId, const QList<Task> &tasks);
    void setNow(Timestamp now); // durations of what runs count on
    const QList<Task> &tasks() { return rows(); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString title(int column) const override;
    bool isFigure(int column) const override { return column == Duration || column == ExitCode; }
    QString idOf(const Task &task) const override { return task.nodeId; }
    QString display(const Task &task, int column) const;
    QVariant sortValue(const Task &task, int column) const;

    QString m_executionId;
    Timestamp m_now{};
};

} // namespace signalbox::widgets
