// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/tasksmodel.h"

#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

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

QString parameters(TaskRow row)
{
    return row.task.params.isEmpty() ? QString()
                                     : QString::fromUtf8(QJsonDocument(row.task.params).toJson(QJsonDocument::Compact));
}

constexpr auto taskColumns = std::to_array<Column<TaskRow>>({
    {.id = TasksModel::State,
     .title = [] { return TasksModel::tr("State"); },
     .width = 11,
     .badge = true,
     .display = [](TaskRow row) { return format::state(row.task.state); },
     .sort = [](TaskRow row) -> QVariant { return static_cast<int>(row.task.state); },
     .tone = [](TaskRow row) { return toneOf(row.task.state); }},
    {.id = TasksModel::Node,
     .title = [] { return TasksModel::tr("Node"); },
     .width = 16,
     .naming = true,
     .display = [](TaskRow row) { return row.task.nodeId; },
     .sort = [](TaskRow row) -> QVariant { return withPaddedNumbers(row.task.nodeId); },
     .tip = [](TaskRow row) { return row.task.nodeId; }},
    {.id = TasksModel::Kind,
     .title = [] { return TasksModel::tr("Kind"); },
     .width = 11,
     .display = [](TaskRow row) { return row.task.nodeKind; }},
    {.id = TasksModel::Worker,
     .title = [] { return TasksModel::tr("Worker"); },
     .width = 10,
     .display = [](TaskRow row) { return row.task.workerId.isEmpty() ? format::dash() : row.task.workerId; }},
    {.id = TasksModel::Started,
     .title = [] { return TasksModel::tr("Started"); },
     .width = 9,
     .firm = true,
     .display = [](TaskRow row) { return row.task.startedAt ? format::dateTime(*row.task.startedAt) : format::dash(); },
     .sort = [](TaskRow row) -> QVariant {
         return row.task.startedAt ? qint64(row.task.startedAt->time_since_epoch().count()) : qint64(-1);
     }},
    {.id = TasksModel::Duration,
     .title = [] { return TasksModel::tr("Duration"); },
     .width = 9,
     .figure = true,
     .display =
         [](TaskRow row) {
             const Task &task = row.task;
             return task.startedAt ? format::lasted(*task.startedAt, task.endedAt, row.now) : format::dash();
         },
     .sort = [](TaskRow row) -> QVariant {
         const Task &task = row.task;
         return task.startedAt ? qint64((task.endedAt.value_or(row.now) - *task.startedAt).count()) : qint64(-1);
     }},
    {.id = TasksModel::ExitCode,
     .title = [] { return TasksModel::tr("Exit code"); },
     .width = 8,
     .figure = true,
     .display = [](TaskRow row) { return row.task.exitCode ? format::count(*row.task.exitCode) : format::dash(); },
     .sort = [](TaskRow row) -> QVariant { return row.task.exitCode.value_or(-1); },
     .tone = [](TaskRow row) { return row.task.exitCode.value_or(0) == 0 ? Tone::Neutral : Tone::Bad; }},
    {.id = TasksModel::Failure,
     .title = [] { return TasksModel::tr("Error"); },
     .width = 18,
     .display = [](TaskRow row) { return reasontext::words(row.task.error); },
     .tip = [](TaskRow row) { return reasontext::inFull(row.task.error); },
     .tone = [](TaskRow row) { return row.task.error.isEmpty() ? Tone::Neutral : Tone::Bad; }},
    {.id = TasksModel::Parameters,
     .title = [] { return TasksModel::tr("Parameters"); },
     .width = 24,
     .display = parameters,
     .tip = parameters},
});
static_assert(isComplete(taskColumns));

} // namespace

TasksModel::TasksModel(QObject *parent) : KeyedTable(taskColumns, parent)
{
}

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

} // namespace signalbox::widgets
