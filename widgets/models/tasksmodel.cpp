// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/tasksmodel.h"

#include "widgets/text/format.h"

#include <QJsonDocument>

namespace signalbox::widgets {

namespace {

// So that t10 stands after t9.
QString withPaddedNumbers(const QString &text)
{
    constexpr int width = 12;
    QString padded;
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += c;
            continue;
        }
        padded += (digits.isEmpty() ? digits : digits.rightJustified(width, u'0')) + c;
        digits.clear();
    }
    return padded + (digits.isEmpty() ? digits : digits.rightJustified(width, u'0'));
}

} // namespace

void TasksModel::setTasks(const QString &executionId, const QList<Task> &tasks)
{
    const bool same =
        executionId == m_executionId && tasks.size() == rowCount()
        && std::all_of(tasks.cbegin(), tasks.cend(), [this](const Task &task) { return rowOf(task.nodeId) >= 0; });
    m_executionId = executionId;
    if (!same) {
        replaceAll(tasks);
        return;
    }
    for (const Task &task : tasks) {
        if (!(row(rowOf(task.nodeId)) == task))
            put(task, task.nodeId);
    }
}

void TasksModel::setNow(Timestamp now)
{
    m_now = now;
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).startedAt && !row(i).endedAt)
            Q_EMIT dataChanged(index(i, Duration), index(i, Duration), {Qt::DisplayRole});
    }
}

QString TasksModel::display(const Task &task, int column) const
{
    switch (column) {
    case State:
        return format::state(task.state);
    case Node:
        return task.nodeId;
    case Kind:
        return task.nodeKind;
    case Worker:
        return task.workerId.isEmpty() ? format::dash() : task.workerId;
    case Started:
        return task.startedAt ? format::dateTime(*task.startedAt) : format::dash();
    case Duration:
        return task.startedAt ? format::lasted(*task.startedAt, task.endedAt, m_now) : format::dash();
    case ExitCode:
        return task.exitCode ? format::count(*task.exitCode) : format::dash();
    case Failure:
        return task.error;
    case Parameters:
        return task.params.isEmpty() ? QString()
                                     : QString::fromUtf8(QJsonDocument(task.params).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

QVariant TasksModel::sortValue(const Task &task, int column) const
{
    switch (column) {
    case State:
        return static_cast<int>(task.state);
    case Node:
        return withPaddedNumbers(task.nodeId);
    case Started:
        return task.startedAt ? qint64(task.startedAt->time_since_epoch().count()) : qint64(-1);
    case Duration:
        return task.startedAt ? qint64((task.endedAt.value_or(m_now) - *task.startedAt).count()) : qint64(-1);
    case ExitCode:
        return task.exitCode.value_or(-1);
    default:
        return display(task, column);
    }
}

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Task &task = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(task, column);
    case Qt::ToolTipRole:
        return column == Failure || column == Parameters || column == Node ? display(task, column) : QString();
    case Qt::TextAlignmentRole:
        return alignment(column);
    case SortRole:
        return sortValue(task, column);
    case IdRole:
        return task.nodeId;
    case ExecutionStateRole:
        return static_cast<int>(task.state);
    case BadRole:
        return (column == Failure && !task.error.isEmpty()) || (column == ExitCode && task.exitCode.value_or(0) != 0);
    default:
        return {};
    }
}

QString TasksModel::title(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Node:
        return tr("Node");
    case Kind:
        return tr("Kind");
    case Worker:
        return tr("Worker");
    case Started:
        return tr("Started");
    case Duration:
        return tr("Duration");
    case ExitCode:
        return tr("Exit code");
    case Failure:
        return tr("Error");
    case Parameters:
        return tr("Parameters");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
