// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/storereader.h"

#include "server/core/outputfiles.h"
#include "server/core/storage/eventrows.h"
#include "server/core/storage/executionrows.h"
#include "server/core/storage/historysql.h"
#include "server/core/storage/samplerows.h"
#include "server/core/storage/storewriter.h"
#include "server/core/storage/usualrows.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// An id that comes from outside is never a path (docs/model.md, "Ids"), nor is one from a damaged database.
bool isExecutionId(const QString &id)
{
    return id.size() == 36 && QUuid::fromString(id).toString(QUuid::WithoutBraces) == id;
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.contains(u'/') && !name.contains(QChar(u'\0')) && name != u"."_s && name != u".."_s;
}

qint64 textBytes(const QSqlQuery &row)
{
    qint64 bytes = 0;
    for (int column = 0; column < row.record().count(); ++column) {
        const QVariant value = row.value(column);
        bytes += value.typeId() == QMetaType::QString ? value.toString().size() : 8;
    }
    return bytes;
}

Unexpected noExecution()
{
    return unexpected(ErrorCode::NotFound, Why::UnknownExecution);
}

Unexpected noOutput()
{
    return unexpected(ErrorCode::NotFound, u"output not found"_s);
}

QString headingOf(const Task &task)
{
    const QString state = task.nodeId % u", "_s % toString(task.state);
    return task.error.isEmpty() ? state : state % u": "_s % task.error;
}

// In the order in which they ended, and behind them those that did not.
QList<NodeOutput> outputsOf(const ExecutionDetail &detail)
{
    if (detail.tasks.isEmpty())
        return {{{}, isPlainName(detail.execution.outputFile) ? detail.execution.outputFile : QString()}};
    QList<Task> tasks = detail.tasks;
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task &one, const Task &other) {
        return one.order > 0 && (other.order == 0 || one.order < other.order);
    });
    QList<NodeOutput> outputs;
    for (const Task &task : std::as_const(tasks))
        outputs.append({headingOf(task), isPlainName(task.outputFile) ? task.outputFile : QString()});
    return outputs;
}

Result<OutputChunk> outputOf(const ExecutionDetail &detail, const QString &folder, const OutputQuery &given)
{
    if (given.stream == OutputStream::Everything)
        return readEverything(folder, outputsOf(detail), given);
    OutputQuery query = given;
    QString name = detail.execution.outputFile;
    if (!query.nodeId.isEmpty()) {
        const auto task =
            std::ranges::find_if(detail.tasks, [&](const Task &each) { return each.nodeId == query.nodeId; });
        name = task == detail.tasks.cend() ? QString() : task->outputFile;
    } else if (query.stream == OutputStream::Err) {
        return noOutput();
    } else {
        query.stream = OutputStream::Out; // there is one file, of a call with both
    }
    return isPlainName(name) ? readOutput(folder, name, query) : noOutput();
}

} // namespace

StoreReader::StoreReader(const QString &dataDirectory) : m_directory(dataDirectory)
{
}

void StoreReader::close()
{
    m_database.close();
}

Result<void> StoreReader::ensureOpen()
{
    if (m_database.isOpen())
        return {};
    if (!QFile::exists(StoreWriter::fileName(m_directory)))
        return unexpected(ErrorCode::Internal, u"there is no history to read"_s);
    return m_database.open(StoreWriter::fileName(m_directory), Database::Access::ReadOnly);
}

Result<Answer> StoreReader::history(const HistoryQuery &query)
{
    if (const Result<void> open = ensureOpen(); !open)
        return Unexpected{open.error()};
    const Statement total = historyTotal(query.filter);
    const Result<QVariant> counted = m_database.value(total.sql, total.values);
    if (!counted)
        return Unexpected{counted.error()};
    HistoryPage page;
    page.total = counted->toInt();
    const Statement statement = historyPage(query);
    Result<Rows> row = m_database.ask(statement.sql, statement.values);
    if (!row)
        return Unexpected{row.error()};
    qint64 bytes = 0;
    while (row->next()) {
        bytes += query.mostBytes > 0 ? textBytes(row->query()) : 0;
        if (bytes > query.mostBytes && !page.executions.isEmpty())
            break;
        page.executions.append(rows::execution(row->query()));
    }
    return Answer{page};
}

Result<Answer> StoreReader::execution(const ExecutionQuery &query)
{
    Result<std::optional<ExecutionDetail>> known = detail(query.id);
    if (!known)
        return Unexpected{known.error()};
    if (!known->has_value())
        return noExecution();
    return Answer{std::move(**known)};
}

Result<std::optional<ExecutionDetail>> StoreReader::detail(const QString &id)
{
    if (const Result<void> open = ensureOpen(); !open)
        return Unexpected{open.error()};
    const Result<std::optional<Execution>> known = rows::execution(m_database, id);
    if (!known)
        return Unexpected{known.error()};
    if (!known->has_value())
        return std::optional<ExecutionDetail>();
    Result<QList<Task>> tasks = rows::tasks(m_database, id);
    if (!tasks)
        return Unexpected{tasks.error()};
    return std::optional(ExecutionDetail{**known, std::move(*tasks)});
}

template<typename Page, typename Query>
Result<Answer> StoreReader::answer(Result<Page> (*read)(Database &, const Query &), const Query &query)
{
    if (const Result<void> open = ensureOpen(); !open)
        return Unexpected{open.error()};
    Result<Page> page = read(m_database, query);
    if (!page)
        return Unexpected{page.error()};
    return Answer{std::move(*page)};
}

Result<Answer> StoreReader::samples(const SamplesQuery &query)
{
    return answer(samples::read, query);
}

Result<Answer> StoreReader::events(const EventsQuery &query)
{
    return answer(rows::events, query);
}

Result<Answer> StoreReader::usualDurations(const UsualDurationQuery &query)
{
    return answer(rows::usualDurations, query);
}

Result<Answer> StoreReader::output(const OutputQuery &query, const std::optional<ExecutionDetail> &known)
{
    std::optional<ExecutionDetail> found = known;
    if (!found) {
        Result<std::optional<ExecutionDetail>> stored = detail(query.executionId);
        if (!stored)
            return Unexpected{stored.error()};
        found = std::move(*stored);
    }
    if (!found)
        return noExecution();
    if (!isExecutionId(query.executionId))
        return noOutput();
    const QString folder = m_directory % u"/executions/"_s % query.executionId % u'/';
    const Result<OutputChunk> chunk = outputOf(*found, folder, query);
    return chunk ? Result<Answer>(Answer{*chunk}) : Result<Answer>(Unexpected{chunk.error()});
}

Result<QStringList> StoreReader::removeFiles(const Retention &retention, Timestamp now, bool byAge)
{
    if (const Result<void> open = ensureOpen(); !open)
        return Unexpected{open.error()};
    const auto finished = u"state IN (%1)"_s.arg(rows::finalStates());
    const Result<QVariant> count = m_database.value(u"SELECT count(*) FROM executions WHERE "_s % finished);
    if (!count)
        return Unexpected{count.error()};
    // The + keeps SQLite on the index by time, where it can stop early.
    Result<QStringList> ids =
        forgettable(u'+' % finished, {}, std::min<qlonglong>(forgetStep, count->toLongLong() - retention.count));
    if (ids && ids->isEmpty() && byAge) {
        const qlonglong before = (now - retention.age).time_since_epoch().count();
        ids = forgettable(u'+' % finished % u" AND created<? AND coalesce(ended,created)<?"_s, {before, before},
                          forgetStep);
    }
    if (ids && ids->isEmpty() && retention.bytes > 0)
        ids = beyondBytes(finished, retention.bytes);
    if (ids) {
        for (const QString &id : *ids)
            removeFolder(id);
    }
    return ids;
}

Result<QStringList> StoreReader::forgettable(const QString &condition, const QVariantList &values, qlonglong limit)
{
    QStringList ids;
    if (limit <= 0)
        return ids;
    Result<Rows> row =
        m_database.ask(u"SELECT id FROM executions WHERE "_s % condition % u" ORDER BY created,number LIMIT ?"_s,
                       values + QVariantList{limit});
    if (!row)
        return Unexpected{row.error()};
    while (row->next())
        ids.append(row->value(0).toString());
    return ids;
}

// The oldest whose files are too much together with those of all newer ones. The newest stays, however large it is: its
// result was not seen yet. None while not all are measured, which takes as many calls as there are measureSteps in them, so
// that questions do not wait.
Result<QStringList> StoreReader::beyondBytes(const QString &finished, qint64 most)
{
    QStringList newestFirst;
    Result<Rows> row =
        m_database.ask(u"SELECT id FROM executions WHERE +"_s % finished % u" ORDER BY created DESC,number DESC"_s, {});
    if (!row)
        return Unexpected{row.error()};
    while (row->next())
        newestFirst.append(row->value(0).toString());
    qint64 bytes = 0;
    qsizetype kept = 0;
    int measured = 0;
    while (kept < newestFirst.size()) {
        measured += m_bytes.contains(newestFirst.at(kept)) ? 0 : 1;
        if (measured > measureStep)
            return QStringList();
        bytes += bytesOf(newestFirst.at(kept));
        if (bytes > most)
            break;
        ++kept;
    }
    const qsizetype beyond = newestFirst.size() - std::max<qsizetype>(kept, 1);
    QStringList oldestFirst = newestFirst.last(std::clamp<qsizetype>(beyond, 0, forgetStep));
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    return oldestFirst;
}

qint64 StoreReader::bytesOf(const QString &executionId)
{
    const auto known = m_bytes.constFind(executionId);
    if (known != m_bytes.cend() || !isExecutionId(executionId))
        return known == m_bytes.cend() ? 0 : *known;
    qint64 bytes = 0;
    QDirIterator files(m_directory % u"/executions/"_s % executionId, QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        struct stat facts = {};
        if (::lstat(QFile::encodeName(files.next()).constData(), &facts) == 0)
            bytes += qint64{facts.st_blocks} * 512;
    }
    m_bytes.insert(executionId, bytes);
    return bytes;
}

// Called before the row is deleted: if the server dies in between, no files are left without a row.
void StoreReader::removeFolder(const QString &executionId)
{
    m_bytes.remove(executionId);
    if (!isExecutionId(executionId))
        return;
    QDir folder(m_directory % u"/executions/"_s % executionId);
    if (folder.exists() && !folder.removeRecursively())
        qCWarning(lcStore, "not all files in '%s' could be removed; the execution is forgotten, remove them by hand",
                  qUtf8Printable(folder.path()));
}

} // namespace signalbox::core
