// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/storewriter.h"

#include "server/core/graph.h"
#include "server/core/runtime/process/regularfile.h"
#include "server/core/storage/agentrows.h"
#include "server/core/storage/eventrows.h"
#include "server/core/storage/executionrows.h"
#include "server/core/storage/instancerows.h"
#include "server/core/storage/projectrows.h"
#include "server/core/storage/samplerows.h"
#include "server/core/storage/schedulerows.h"
#include "server/core/storage/schema.h"
#include "server/core/storage/sessionrows.h"
#include "server/core/storage/wishrows.h"
#include "server/model/snapshot.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// The end of what was interrupted: nothing better than now is known, but it is never before the start, whatever the
// clock says.
Timestamp endOf(const std::optional<Timestamp> &started, Timestamp created, Timestamp now)
{
    return std::max(now, started.value_or(created));
}

std::pair<quint64, quint64> identityOf(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return {};
    return {facts.st_dev, facts.st_ino};
}

// The file that a task was printing into: nothing was saved since its start. An id that is no file name has "~" and a number
// behind it there; of several such files one may be another node's.
QStringList mayHavePrinted(const Task &task, const QDir &folder)
{
    const QString name = safeFileName(task.nodeId, 0);
    const qsizetype mark = name.lastIndexOf(u'~');
    const QString wanted = mark < 0 ? name : name.left(mark) % u"~*"_s;
    return folder.entryList({wanted % u".out.part"_s, wanted % u".out"_s}, QDir::Files);
}

// Starts are saved with the end, but the file of a task is made when that starts. One that is younger than the run that was
// interrupted is a copy, as of a backup, and tells nothing.
std::optional<Timestamp> startOf(const QString &path, Timestamp created, Timestamp lastSign)
{
    constexpr Milliseconds unwritten{15'000}; // samples wait for others
    struct statx facts = {};
    if (::statx(AT_FDCWD, QFile::encodeName(path).constData(), 0, STATX_BTIME, &facts) != 0
        || !(facts.stx_mask & STATX_BTIME))
        return std::nullopt;
    const Timestamp born(Milliseconds(facts.stx_btime.tv_sec * 1000 + facts.stx_btime.tv_nsec / 1'000'000));
    return born > lastSign + unwritten ? std::nullopt : std::optional(std::max(created, born));
}

void interrupt(ExecutionDetail &detail, const QDir &folder, Timestamp lastSign, Timestamp now)
{
    Execution &execution = detail.execution;
    const QString call = u"output"_s; // of all outputs in one file
    if (detail.tasks.isEmpty() && execution.outputFile.isEmpty() && folder.exists(call))
        execution.outputFile = call;
    execution.state = ExecutionState::Interrupted;
    execution.error = Why::InterruptedByRestart;
    for (Task &task : detail.tasks) {
        if (isFinal(task.state))
            continue;
        const QStringList files =
            task.outputFile.isEmpty() ? mayHavePrinted(task, folder) : QStringList{task.outputFile};
        if (files.size() == 1)
            task.outputFile = files.constFirst();
        const bool hasStarted = task.startedAt || !files.isEmpty();
        if (!task.startedAt && !task.outputFile.isEmpty()) {
            task.startedAt = startOf(folder.filePath(task.outputFile), task.createdAt, lastSign);
            if (task.startedAt && (!execution.startedAt || *task.startedAt < *execution.startedAt))
                execution.startedAt = task.startedAt;
        }
        task.state = hasStarted ? ExecutionState::Interrupted : ExecutionState::Cancelled;
        task.endedAt = endOf(task.startedAt, task.createdAt, now);
        task.error = Why::InterruptedByRestart;
        ++(hasStarted ? execution.counts.failed : execution.counts.cancelled);
    }
    execution.counts.running = 0;
    execution.endedAt = endOf(execution.startedAt, execution.createdAt, now);
}

} // namespace

StoreWriter::StoreWriter(const QString &dataDirectory) : m_directory(dataDirectory), m_file(fileName(dataDirectory))
{
}

QString StoreWriter::fileName(const QString &dataDirectory)
{
    return dataDirectory % u"/signalbox.db"_s;
}

Result<RecoveredState> StoreWriter::open(Timestamp now)
{
    const Result<void> sound = openOrSetAside(now);
    if (!sound) {
        m_database.close();
        return explained(sound.error());
    }
    RecoveredState opened;
    if (!m_wasOpen) {
        Result<RecoveredState> first = readFirst(now);
        if (!first) {
            m_database.close();
            return explained(first.error());
        }
        opened = std::move(*first);
    }
    m_wasOpen = true;
    opened.setAside = takeSetAside();
    return opened;
}

Result<RecoveredState> StoreWriter::readFirst(Timestamp now)
{
    const QString newest =
        u"SELECT id FROM executions WHERE +state IN (%1) ORDER BY created DESC,number DESC LIMIT %2"_s
            .arg(rows::finalStates())
            .arg(Snapshot::finishedKept);
    RecoveredState opened;
    Result<QList<ExecutionDetail>> finished = rows::details(m_database, newest);
    if (!finished)
        return Unexpected{finished.error()};
    opened.finished = std::move(*finished);
    std::reverse(opened.finished.begin(), opened.finished.end());
    Result<QList<ExecutionDetail>> interrupted = interrupt(now);
    if (!interrupted)
        return Unexpected{interrupted.error()};
    opened.interrupted = std::move(*interrupted);
    Result<QList<Execution>> jobs = waitingJobs();
    if (!jobs)
        return Unexpected{jobs.error()};
    opened.jobs = std::move(*jobs);
    Result<QList<Project>> projects = rows::projects(m_database);
    if (!projects)
        return Unexpected{projects.error()};
    opened.projects = std::move(*projects);
    Result<QList<Instance>> instances = rows::instances(m_database);
    if (!instances)
        return Unexpected{instances.error()};
    opened.instances = std::move(*instances);
    Result<QList<Agent>> agents = rows::agents(m_database);
    if (!agents)
        return Unexpected{agents.error()};
    opened.agents = std::move(*agents);
    Result<QList<ComponentWish>> wishes = rows::wishes(m_database);
    if (!wishes)
        return Unexpected{wishes.error()};
    opened.wishes = std::move(*wishes);
    Result<QList<EndedSession>> sessions = rows::endedSessions(m_database, now);
    if (!sessions)
        return Unexpected{sessions.error()};
    opened.endedSessions = std::move(*sessions);
    Result<QList<ScheduleRecord>> schedules = rows::schedules(m_database);
    if (!schedules)
        return Unexpected{schedules.error()};
    opened.schedules = std::move(*schedules);
    const Result<EventsBefore> events = rows::eventsBefore(m_database);
    if (!events)
        return Unexpected{events.error()};
    opened.events = *events;
    return opened;
}

void StoreWriter::close()
{
    if (!m_database.isOpen())
        return;
    (void)m_database.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_database.close();
}

Result<void> StoreWriter::openOrSetAside(Timestamp now)
{
    Result<void> opened = openFile();
    if (opened || !m_database.isCorrupt())
        return opened;
    if (const Result<void> moved = setAside(now); !moved)
        return moved;
    return openFile();
}

// SQLite goes on with a file that has no name any more, and all would be gone with this process.
bool StoreWriter::isStillThere() const
{
    return identityOf(m_file) == m_identity;
}

Result<void> StoreWriter::bringBack()
{
    m_wasLost = true;
    const bool isReplaced = QFile::exists(m_file);
    const QString copy = m_file % u".again"_s;
    QFile::remove(copy);
    const bool isSaved = !isReplaced && makeFile(copy) && m_database.run(u"VACUUM INTO ?"_s, {copy});
    m_database.close();
    if (!isReplaced) {
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) // they belong to the file that is gone
            QFile::remove(m_file % suffix);
    }
    if (isSaved && !QFile::rename(copy, m_file))
        return unexpected(ErrorCode::Internal, u"'%1' cannot be renamed to it"_s.arg(copy));
    return openFile();
}

Result<void> StoreWriter::openFile()
{
    if (const Result<void> there = prepareFile(); !there)
        return there;
    if (const Result<void> opened = m_database.open(m_file, Database::Access::ReadWrite); !opened)
        return opened;
    // A newer schema is refused before anything is written.
    if (const auto version = m_database.value(u"PRAGMA user_version"_s); !version)
        return Unexpected{version.error()};
    else if (version->toInt() > schema::newestVersion())
        return schema::migrate(m_database);
    const Result<QVariant> mode = m_database.value(u"PRAGMA journal_mode=WAL"_s);
    if (!mode)
        return Unexpected{mode.error()};
    if (mode->toString() != u"wal"_s)
        return unexpected(ErrorCode::Internal, u"this file system cannot keep a write-ahead log"_s);
    for (const auto &pragma :
         {u"PRAGMA synchronous=FULL"_s, u"PRAGMA temp_store=MEMORY"_s, u"PRAGMA journal_size_limit=16777216"_s}) {
        if (const Result<QVariant> done = m_database.value(pragma); !done)
            return Unexpected{done.error()};
    }
    if (const Result<void> sound = check(); !sound)
        return sound;
    m_identity = identityOf(m_file);
    return schema::migrate(m_database);
}

// Creates the file because SQLite would make it readable by others; its -wal and -shm follow its permissions.
Result<void> StoreWriter::makeFile(const QString &name)
{
    const Result<Descriptor> made = openRegularFile(name, O_RDWR | O_CREAT, Links::Followed);
    return made ? Result<void>() : Unexpected{made.error()};
}

Result<void> StoreWriter::prepareFile()
{
    if (!QDir().exists(m_directory)) {
        if (!QDir().mkpath(m_directory))
            return unexpected(ErrorCode::Internal, u"its directory cannot be created"_s);
        QFile::setPermissions(m_directory, ownerOnly | QFile::ExeOwner);
    }
    return QFile::exists(m_file) ? Result<void>() : makeFile(m_file);
}

Result<void> StoreWriter::check()
{
    const Result<QVariant> said = m_database.value(u"PRAGMA quick_check(1)"_s);
    if (!said)
        return Unexpected{said.error()};
    if (said->toString() == u"ok"_s)
        return {};
    m_database.markCorrupt();
    return unexpected(ErrorCode::Internal, said->toString());
}

// Renames the damaged database and its log, so that they can be examined; nothing is deleted.
Result<void> StoreWriter::setAside(Timestamp now)
{
    m_database.close();
    const QString stamp = toIsoSeconds(now).remove(u'-').remove(u':');
    QString name = m_file % u".corrupt-"_s % stamp;
    for (int copy = 2; QFile::exists(name); ++copy)
        name = m_file % u".corrupt-%1-%2"_s.arg(stamp).arg(copy);
    if (!QFile::rename(m_file, name))
        return unexpected(ErrorCode::Internal,
                          u"it is damaged and cannot be renamed to '%1'; move it away"_s.arg(name));
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(m_file % suffix, name % suffix);
    m_setAside = name;
    return {};
}

Result<QList<ExecutionDetail>> StoreWriter::interrupt(Timestamp now)
{
    Result<QList<ExecutionDetail>> unfinished = rows::details(
        m_database, u"SELECT id FROM executions WHERE state IN (%1) AND kind<>'job' ORDER BY created,number"_s.arg(
                        rows::unfinishedStates()));
    if (!unfinished || unfinished->isEmpty())
        return unfinished;
    const Result<QVariant> lastSign = m_database.value(
        u"SELECT max(coalesce((SELECT max(time) FROM samples), 0), (SELECT max(created) FROM executions))"_s);
    if (!lastSign)
        return Unexpected{lastSign.error()};
    WriteBatch batch;
    for (ExecutionDetail &detail : *unfinished) {
        const QDir folder(m_directory % u"/executions/"_s % detail.execution.id);
        core::interrupt(detail, folder, rows::timestamp(*lastSign), now);
        WriteBatch::Entry entry{detail.execution, {}};
        for (const Task &task : detail.tasks)
            entry.tasks.insert(task.nodeId, task);
        batch.entries.append(entry);
    }
    if (const Result<void> written = writeAll(batch); !written)
        return Unexpected{written.error()};
    return unfinished;
}

// Unfinished jobs: agents run them, so they did not end with the server.
Result<QList<Execution>> StoreWriter::waitingJobs()
{
    const QString unfinished =
        u"SELECT id FROM executions WHERE state IN (%1) AND kind='job' ORDER BY created,number"_s.arg(
            rows::unfinishedStates());
    const Result<QList<ExecutionDetail>> details = rows::details(m_database, unfinished);
    if (!details)
        return Unexpected{details.error()};
    QList<Execution> jobs;
    for (const ExecutionDetail &detail : *details)
        jobs.append(detail.execution);
    return jobs;
}

Result<void> StoreWriter::write(const WriteBatch &batch, Timestamp now)
{
    if (!m_database.isOpen())
        return unexpected(ErrorCode::Internal, u"the history '%1' is not open"_s.arg(m_file));
    Result<void> written = isStillThere() ? Result<void>() : bringBack();
    if (written)
        written = writeAll(batch);
    else
        m_database.close();
    if (!written && m_database.isCorrupt()) {
        written = setAside(now);
        if (written)
            written = openFile();
        if (written)
            written = writeAll(batch);
        else
            m_database.close();
    }
    return explained(written);
}

// Writes each value; a key without one is removed.
template<typename Value>
Result<void> StoreWriter::writeEach(const QHash<QString, std::optional<Value>> &values, Remove remove)
{
    for (const auto &[id, value] : values.asKeyValueRange()) {
        const Result<void> written = value ? rows::write(m_database, *value) : remove(m_database, id);
        if (!written)
            return written;
    }
    return {};
}

Result<void> StoreWriter::writeAll(const WriteBatch &batch)
{
    return m_database.transaction([&]() -> Result<void> {
        for (const WriteBatch::Entry &entry : batch.entries) {
            if (const Result<void> written = rows::write(m_database, entry.execution); !written)
                return written;
            for (const Task &task : entry.tasks) {
                if (const Result<void> written = rows::write(m_database, task); !written)
                    return written;
            }
        }
        for (const MetricsSample &sample : batch.samples) {
            if (const Result<void> written = samples::write(m_database, sample); !written)
                return written;
        }
        if (const Result<void> written = writeEach(batch.projects, &rows::removeProject); !written)
            return written;
        if (const Result<void> written = writeEach(batch.instances, &rows::removeInstance); !written)
            return written;
        if (const Result<void> written = writeEach(batch.agents, &rows::removeAgent); !written)
            return written;
        if (const Result<void> written = writeEach(batch.wishes, &rows::removeWish); !written)
            return written;
        if (const Result<void> written = writeEach(batch.endedSessions, &rows::removeEndedSession); !written)
            return written;
        if (const Result<void> written = writeEach(batch.schedules, &rows::removeSchedule); !written)
            return written;
        for (const EventEntry &entry : batch.events) {
            if (const Result<void> written = rows::write(m_database, entry); !written)
                return written;
        }
        return {};
    });
}

Result<bool> StoreWriter::thin(Timestamp now, bool mayForget)
{
    bool more = false;
    const Result<void> done = m_database.transaction([&]() -> Result<void> {
        const Result<bool> thinned = samples::thin(m_database, now, mayForget);
        if (!thinned)
            return Unexpected{thinned.error()};
        more = *thinned;
        return {};
    });
    if (!done)
        return explained(done.error());
    return more;
}

Result<void> StoreWriter::forget(const QStringList &executionIds)
{
    return explained(m_database.transaction([&]() -> Result<void> {
        for (const QString &id : executionIds) {
            if (const Result<void> gone = rows::remove(m_database, id); !gone)
                return gone;
        }
        return {};
    }));
}

Result<void> StoreWriter::forgetEvents(const std::optional<Timestamp> &before)
{
    return explained(m_database.transaction([&] { return rows::forgetEvents(m_database, before); }));
}

Unexpected StoreWriter::explained(const Error &error) const
{
    return unexpected(error.code, u"the history '%1' cannot be used: %2"_s.arg(m_file, error.message));
}

Result<void> StoreWriter::explained(const Result<void> &result) const
{
    return result ? result : Result<void>(explained(result.error()));
}

} // namespace signalbox::core
