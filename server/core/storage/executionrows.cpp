// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/executionrows.h"

#include "server/model/detailsjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

namespace {

// The first executionConstants columns never change, so that an update need not touch their indices.
const QStringList &executionColumns()
{
    static const QStringList columns = u"id,kind,catalogue,owner,dialect,params,created,"
                                       "name,project,details,state,started,ended,attempt,percent,message,error,"
                                       "result,output,tasks,tasks_running,tasks_succeeded,tasks_failed,"
                                       "tasks_cancelled"_s.split(u',');
    return columns;
}
constexpr int executionConstants = 7;

const QStringList &taskColumns()
{
    static const QStringList columns =
        u"execution,node,kind,command,predecessors,created,params,"
        "position,state,worker,started,ended,exit_code,error,output,percent,attempt,message"_s.split(u',');
    return columns;
}
constexpr int taskConstants = 2; // a retry may run another command

QString upsert(const QString &table, const QString &key, const QStringList &columns, int constants)
{
    QStringList changing;
    for (const QString &column : columns.mid(constants))
        changing.append(column % u"=excluded."_s % column);
    const QStringList marks(columns.size(), u"?"_s);
    return u"INSERT INTO %1(%2) VALUES(%3) ON CONFLICT(%4) DO UPDATE SET %5"_s.arg(
        table, columns.join(u','), marks.join(u','), key, changing.join(u','));
}

QVariant maybeMilliseconds(const std::optional<Timestamp> &maybe)
{
    return maybe ? rows::milliseconds(*maybe) : QVariant();
}

QVariant jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// QJsonDocument knows no bare values: written and read inside an array.
QVariant jsonText(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(QByteArrayView(array).sliced(1, array.size() - 2));
}

QVariant jsonText(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

// Reads one row from left to right, in the order of the columns above.
class Reader
{
public:
    explicit Reader(const QSqlQuery &row) : m_row(row) {}

    QVariant next() { return m_row.value(m_column++); }
    QString text() { return next().toString(); }
    int number() { return next().toInt(); }
    double real() { return next().toDouble(); }
    Timestamp time() { return timestamp(next()); }
    std::optional<Timestamp> maybeTime()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(timestamp(value));
    }
    std::optional<int> maybeNumber()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toInt());
    }
    QJsonObject object() { return QJsonDocument::fromJson(text().toUtf8()).object(); }
    QJsonValue json()
    {
        const QVariant value = next();
        if (value.isNull())
            return QJsonValue::Undefined;
        return QJsonDocument::fromJson('[' + value.toString().toUtf8() + ']').array().at(0);
    }
    QStringList texts()
    {
        QStringList texts;
        for (const QJsonValue &value : QJsonDocument::fromJson(text().toUtf8()).array())
            texts.append(value.toString());
        return texts;
    }
    // An unknown name (of a newer program) is read as the state that claims least.
    ExecutionState state() { return executionStateFromString(text()).value_or(ExecutionState::Interrupted); }

private:
    const QSqlQuery &m_row;
    int m_column = 0;
};

Task task(const QSqlQuery &row)
{
    Reader reader(row);
    Task task;
    task.executionId = reader.text();
    task.nodeId = reader.text();
    task.id = task.executionId % u'.' % task.nodeId; // docs/model.md, "Ids"
    task.nodeKind = reader.text();
    task.command = reader.texts();
    task.predecessors = reader.texts();
    task.createdAt = reader.time();
    task.params = reader.object();
    task.order = reader.number();
    task.state = reader.state();
    task.workerId = reader.text();
    task.startedAt = reader.maybeTime();
    task.endedAt = reader.maybeTime();
    task.exitCode = reader.maybeNumber();
    task.error = Reason::stored(reader.text());
    task.outputFile = reader.text();
    task.percent = reader.real();
    task.attempt = reader.number();
    task.message = reader.text();
    return task;
}

} // namespace

Result<void> write(Database &database, const Execution &e)
{
    static const QString sql = upsert(u"executions"_s, u"id"_s, executionColumns(), executionConstants);
    return database.run(sql, {text(e.id),
                              text(toString(e.kind)),
                              text(e.catalogueId),
                              text(e.owner),
                              text(e.dialect),
                              jsonText(e.params),
                              milliseconds(e.createdAt),
                              text(e.name),
                              text(e.project),
                              jsonText(detailsToJson(e)),
                              toString(e.state),
                              maybeMilliseconds(e.startedAt),
                              maybeMilliseconds(e.endedAt),
                              e.attempt,
                              e.percent,
                              text(e.message),
                              text(e.error),
                              jsonText(e.result),
                              text(e.outputFile),
                              e.counts.total,
                              e.counts.running,
                              e.counts.succeeded,
                              e.counts.failed,
                              e.counts.cancelled});
}

Result<void> write(Database &database, const Task &t)
{
    static const QString sql = upsert(u"tasks"_s, u"execution,node"_s, taskColumns(), taskConstants);
    return database.run(sql, {text(t.executionId), text(t.nodeId), text(t.nodeKind), jsonText(t.command),
                              jsonText(t.predecessors), milliseconds(t.createdAt), jsonText(t.params), t.order,
                              toString(t.state), text(t.workerId), maybeMilliseconds(t.startedAt),
                              maybeMilliseconds(t.endedAt), t.exitCode ? QVariant(*t.exitCode) : QVariant(),
                              text(t.error), text(t.outputFile), t.percent, t.attempt, text(t.message)});
}

QString readColumns()
{
    return executionColumns().join(u',');
}

Execution execution(const QSqlQuery &row)
{
    Reader reader(row);
    Execution execution;
    execution.id = reader.text();
    execution.kind = executionKindFromString(reader.text()).value_or(ExecutionKind::Job);
    execution.catalogueId = reader.text();
    execution.owner = reader.text();
    execution.dialect = reader.text();
    execution.params = reader.object();
    execution.createdAt = reader.time();
    execution.name = reader.text();
    execution.project = reader.text();
    readDetails(execution, reader.object());
    execution.state = reader.state();
    execution.startedAt = reader.maybeTime();
    execution.endedAt = reader.maybeTime();
    execution.attempt = reader.number();
    execution.percent = reader.real();
    execution.message = Reason::stored(reader.text());
    execution.error = Reason::stored(reader.text());
    execution.result = reader.json();
    execution.outputFile = reader.text();
    execution.counts.total = reader.number();
    execution.counts.running = reader.number();
    execution.counts.succeeded = reader.number();
    execution.counts.failed = reader.number();
    execution.counts.cancelled = reader.number();
    return execution;
}

Result<std::optional<Execution>> execution(Database &database, const QString &id)
{
    static const QString sql = u"SELECT %1 FROM executions WHERE id=?"_s.arg(readColumns());
    Result<Rows> found = database.ask(sql, {text(id)});
    if (!found)
        return Unexpected{found.error()};
    if (!found->next())
        return std::optional<Execution>();
    return std::optional(execution(found->query()));
}

Result<QList<Task>> tasks(Database &database, const QString &executionId)
{
    static const QString sql = u"SELECT %1 FROM tasks WHERE execution=? ORDER BY node"_s.arg(taskColumns().join(u','));
    Result<Rows> found = database.ask(sql, {text(executionId)});
    if (!found)
        return Unexpected{found.error()};
    QList<Task> tasks;
    while (found->next())
        tasks.append(task(found->query()));
    return tasks;
}

Result<QList<ExecutionDetail>> details(Database &database, const QString &sql, const QVariantList &values)
{
    QStringList ids;
    {
        Result<Rows> found = database.ask(sql, values);
        if (!found)
            return Unexpected{found.error()};
        while (found->next())
            ids.append(found->value(0).toString());
    }
    QList<ExecutionDetail> details;
    for (const QString &id : ids) {
        const Result<std::optional<Execution>> known = execution(database, id);
        if (!known)
            return Unexpected{known.error()};
        Result<QList<Task>> itsTasks = tasks(database, id);
        if (!itsTasks)
            return Unexpected{itsTasks.error()};
        if (known->has_value())
            details.append({**known, std::move(*itsTasks)});
    }
    return details;
}

Result<void> remove(Database &database, const QString &executionId)
{
    if (const auto gone = database.run(u"DELETE FROM tasks WHERE execution=?"_s, {executionId}); !gone)
        return gone;
    return database.run(u"DELETE FROM executions WHERE id=?"_s, {executionId});
}

QString unfinishedStates()
{
    return u"'created','queued','running'"_s;
}

QString finalStates()
{
    return u"'succeeded','failed','cancelled','interrupted'"_s;
}

} // namespace signalbox::core::rows
