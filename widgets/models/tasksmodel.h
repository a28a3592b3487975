// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "widgets/models/keyedtable.h"

namespace signalbox::widgets {

// A task, and the time that it is shown with.
struct TaskRow
{
    const Task &task;
    Timestamp now;
};

// The tasks of one execution, by node id. GUI thread; owned by ExecutionDetailPane.
class TasksModel final : public KeyedTable<Task, TaskRow>
{
    Q_OBJECT

public:
    enum Column { State, Node, Kind, Worker, Started, Duration, ExitCode, Failure, Parameters };

    explicit TasksModel(QObject *parent = nullptr);

    // Rows of the same execution are updated one by one.
    void setTasks(const QString &executionId, const QList<Task> &tasks);
    void setNow(Timestamp now); // durations of what runs count on
    const QList<Task> &tasks() { return rows(); }

private:
    TaskRow shown(int index) const override { return {row(index), m_now}; }
    QString idOf(const Task &task) const override { return task.nodeId; }

    QString m_executionId;
    Timestamp m_now{};
};

} // namespace signalbox::widgets
