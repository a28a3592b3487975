// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core::schema {

namespace {

using Step = Result<void> (*)(Database &);

Result<void> runAll(Database &database, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Result<void> done = database.run(sql); !done)
            return done;
    }
    return {};
}

// Times are milliseconds since 1970 UTC, states and kinds names, JSON text. The indices end in the row number by
// themselves: read backwards they give pages, newest first, without sorting.
QStringList executionTables()
{
    return {
        u"CREATE TABLE executions ("
        " number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,"
        " catalogue TEXT NOT NULL, project TEXT NOT NULL, owner TEXT NOT NULL, dialect TEXT NOT NULL,"
        " params TEXT NOT NULL, details TEXT NOT NULL, state TEXT NOT NULL, created INTEGER NOT NULL,"
        " started INTEGER, ended INTEGER, attempt INTEGER NOT NULL, percent REAL NOT NULL,"
        " message TEXT NOT NULL, error TEXT NOT NULL, result TEXT, output TEXT NOT NULL,"
        " tasks INTEGER NOT NULL, tasks_running INTEGER NOT NULL, tasks_succeeded INTEGER NOT NULL,"
        " tasks_failed INTEGER NOT NULL, tasks_cancelled INTEGER NOT NULL)"_s,
        u"CREATE TABLE tasks ("
        " execution TEXT NOT NULL, node TEXT NOT NULL, kind TEXT NOT NULL, command TEXT NOT NULL,"
        " predecessors TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL,"
        " worker TEXT NOT NULL, created INTEGER NOT NULL, started INTEGER, ended INTEGER,"
        " exit_code INTEGER, error TEXT NOT NULL, output TEXT NOT NULL, percent REAL NOT NULL,"
        " attempt INTEGER NOT NULL, params TEXT NOT NULL,"
        " PRIMARY KEY (execution, node)) WITHOUT ROWID"_s,
        u"CREATE INDEX executions_state ON executions(state, created)"_s,
        u"CREATE INDEX executions_kind ON executions(kind, created)"_s,
        u"CREATE INDEX executions_owner ON executions(owner, created)"_s,
        u"CREATE INDEX executions_dialect ON executions(dialect, created)"_s,
        u"CREATE INDEX executions_project ON executions(project, created)"_s,
        // All columns that the history is filtered by, in the order it is shown in; a fifth of the table's size.
        u"CREATE INDEX executions_list ON"
        " executions(created, number, state, kind, owner, dialect, project, id, name)"_s,
    };
}

// One row per tick, later one per minute: average, lowest and highest.
QStringList sampleTables()
{
    return {
        u"CREATE TABLE samples ("
        " time INTEGER PRIMARY KEY, concepts REAL, associations REAL, storage REAL, queries REAL,"
        " latency REAL, cpu REAL, memory REAL, clients REAL, running REAL)"_s,
        u"CREATE TABLE sample_minutes ("
        " time INTEGER PRIMARY KEY,"
        " concepts REAL, concepts_low REAL, concepts_high REAL,"
        " associations REAL, associations_low REAL, associations_high REAL,"
        " storage REAL, storage_low REAL, storage_high REAL,"
        " queries REAL, queries_low REAL, queries_high REAL,"
        " latency REAL, latency_low REAL, latency_high REAL,"
        " cpu REAL, cpu_low REAL, cpu_high REAL,"
        " memory REAL, memory_low REAL, memory_high REAL,"
        " clients REAL, clients_low REAL, clients_high REAL,"
        " running REAL, running_low REAL, running_high REAL)"_s,
        u"CREATE TABLE components (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)"_s,
        u"CREATE TABLE component_samples ("
        " component INTEGER NOT NULL, time INTEGER NOT NULL, cpu REAL, memory REAL,"
        " PRIMARY KEY (component, time)) WITHOUT ROWID"_s,
        u"CREATE TABLE component_minutes ("
        " component INTEGER NOT NULL, time INTEGER NOT NULL,"
        " cpu REAL, cpu_low REAL, cpu_high REAL, memory REAL, memory_low REAL, memory_high REAL,"
        " PRIMARY KEY (component, time)) WITHOUT ROWID"_s,
    };
}

Result<void> toVersion1(Database &database)
{
    return runAll(database, executionTables() + sampleTables());
}

// Projects (Airavata) and instances (ARK): created by clients, like executions.
Result<void> toVersion2(Database &database)
{
    return runAll(database,
                  {u"CREATE TABLE projects ("
                   " id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,"
                   " owner TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID"_s,
                   u"CREATE TABLE instances ("
                   " id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, game TEXT NOT NULL,"
                   " agent TEXT NOT NULL, config TEXT NOT NULL, status TEXT NOT NULL,"
                   " created INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID"_s});
}

// Agents on other machines, so that what was answered to them holds after a restart, too.
Result<void> toVersion3(Database &database)
{
    return database.run(u"CREATE TABLE agents ("
                        " id TEXT PRIMARY KEY NOT NULL, hostname TEXT NOT NULL, version TEXT NOT NULL,"
                        " state TEXT NOT NULL, registered INTEGER NOT NULL, seen INTEGER NOT NULL,"
                        " capabilities TEXT NOT NULL, usage TEXT NOT NULL) WITHOUT ROWID"_s);
}

// What a task told of its progress. An execution is as far as the mean of its tasks; it was as far as many had ended,
// however they did.
Result<void> toVersion4(Database &database)
{
    return runAll(database, {u"ALTER TABLE tasks ADD COLUMN message TEXT NOT NULL DEFAULT ''"_s,
                             u"UPDATE executions SET percent = 100.0 * tasks_succeeded / tasks"
                             " WHERE tasks > 0 AND state <> 'succeeded'"_s});
}

// What people last wanted of components, so that a start goes by it.
Result<void> toVersion5(Database &database)
{
    return database.run(
        u"CREATE TABLE wishes ("
        " component TEXT PRIMARY KEY NOT NULL, run INTEGER NOT NULL, user TEXT NOT NULL) WITHOUT ROWID"_s);
}

// Whom agents belong to (those registered before: anonymous, for whom every operator may speak), and logouts, so that
// their tokens stay refused.
Result<void> toVersion6(Database &database)
{
    return runAll(database,
                  {u"ALTER TABLE agents ADD COLUMN owner TEXT NOT NULL DEFAULT 'anonymous'"_s,
                   u"CREATE TABLE ended_sessions ("
                   " id TEXT PRIMARY KEY NOT NULL, user TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID"_s});
}

// Figures that programs tell of themselves: a series for each name that a component's figures have.
Result<void> toVersion7(Database &database)
{
    return runAll(database,
                  {u"CREATE TABLE figures ("
                   " number INTEGER PRIMARY KEY, component INTEGER NOT NULL, name TEXT NOT NULL,"
                   " UNIQUE (component, name))"_s,
                   u"CREATE TABLE figure_samples ("
                   " figure INTEGER NOT NULL, time INTEGER NOT NULL, value REAL,"
                   " PRIMARY KEY (figure, time)) WITHOUT ROWID"_s,
                   u"CREATE TABLE figure_minutes ("
                   " figure INTEGER NOT NULL, time INTEGER NOT NULL, value REAL, value_low REAL, value_high REAL,"
                   " PRIMARY KEY (figure, time)) WITHOUT ROWID"_s});
}

// When schedules came last, so that one whose time came while no server ran can be made up.
Result<void> toVersion8(Database &database)
{
    return database.run(u"CREATE TABLE schedules ("
                        " id TEXT PRIMARY KEY NOT NULL, plan TEXT NOT NULL, handled INTEGER NOT NULL,"
                        " enabled INTEGER, enabled_by TEXT NOT NULL, last TEXT NOT NULL, left_out TEXT NOT NULL)"
                        " WITHOUT ROWID"_s);
}

// What happened, and who did it (eventrows.h); and of what succeeded an index by what it was, for the usual duration
// of a run (usualrows.h).
Result<void> toVersion9(Database &database)
{
    return runAll(database, {u"CREATE TABLE events ("
                             " number INTEGER PRIMARY KEY, time INTEGER NOT NULL, until INTEGER NOT NULL,"
                             " times INTEGER NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, bad INTEGER NOT NULL,"
                             " subject TEXT NOT NULL, name TEXT NOT NULL, actor TEXT NOT NULL, dialect TEXT NOT NULL,"
                             " address TEXT NOT NULL, detail TEXT NOT NULL, text TEXT NOT NULL)"_s,
                             u"CREATE INDEX executions_usual ON executions(kind, catalogue,"
                             " (CASE catalogue WHEN '' THEN name ELSE '' END), created) WHERE state='succeeded'"_s});
}

// Ticks of components and figures by time: a tick of two thousand components is fifteen pages in a row instead of a page of
// each, which wrote 8 MiB every two seconds. Copied minute by minute, since SQLite sorts in memory.
Result<void> orderByTime(Database &database, const QString &table, const QString &key, const QString &keys,
                         const QString &columns)
{
    const QString copy = table % u"_by_time"_s;
    const auto made = database.run(u"CREATE TABLE %1 (%2 INTEGER NOT NULL, time INTEGER NOT NULL, %3,"
                                   " PRIMARY KEY (time, %2)) WITHOUT ROWID"_s.arg(copy, key, columns));
    if (!made)
        return made;
    const QString minutes = u"SELECT group_concat(minute) FROM (SELECT DISTINCT time/60000 AS minute FROM samples)"_s;
    const Result<QVariant> found = database.value(minutes);
    if (!found)
        return Unexpected{found.error()};
    const QString one = u"INSERT INTO %1 SELECT * FROM %2 WHERE %3 IN (SELECT number FROM %4) AND time BETWEEN ? AND ?"
                        " ORDER BY time, %3"_s.arg(copy, table, key, keys);
    for (const QString &minute : found->toString().split(u',', Qt::SkipEmptyParts)) {
        const qlonglong begin = minute.toLongLong() * 60'000;
        if (const auto copied = database.run(one, {begin, begin + 59'999}); !copied)
            return copied;
    }
    return runAll(database, {u"DROP TABLE "_s % table, u"ALTER TABLE %1 RENAME TO %2"_s.arg(copy, table)});
}

// …and an index of the runs of a schedule, by what the details say of it.
Result<void> toVersion10(Database &database)
{
    const auto components =
        orderByTime(database, u"component_samples"_s, u"component"_s, u"components"_s, u"cpu REAL, memory REAL"_s);
    if (!components)
        return components;
    const auto figures = orderByTime(database, u"figure_samples"_s, u"figure"_s, u"figures"_s, u"value REAL"_s);
    if (!figures)
        return figures;
    return runAll(database,
                  {u"ALTER TABLE executions ADD COLUMN schedule TEXT AS"
                   " (CASE WHEN instr(details,'\"schedule\":') THEN"
                   " CASE WHEN json_valid(details) THEN json_extract(details,'$.schedule') END END) VIRTUAL"_s,
                   u"CREATE INDEX executions_schedule ON executions(schedule, created)"
                   " WHERE schedule IS NOT NULL"_s});
}

// A step that was released is never edited again: a change of the schema is a new step behind it.
constexpr std::array<Step, 10> steps{toVersion1, toVersion2, toVersion3, toVersion4, toVersion5,
                                     toVersion6, toVersion7, toVersion8, toVersion9, toVersion10};

} // namespace

int newestVersion()
{
    return static_cast<int>(steps.size());
}

Result<void> migrate(Database &database)
{
    const Result<QVariant> found = database.value(u"PRAGMA user_version"_s);
    if (!found)
        return Unexpected{found.error()};
    const int version = found->toInt();
    if (version < 0 || version > newestVersion())
        return unexpected(ErrorCode::Unsupported,
                          u"it has schema version %1 and this program knows versions up to %2; start the "
                          "newer signalbox that wrote it, or move the file away to begin a new history"_s.arg(version)
                              .arg(newestVersion()));
    for (auto next = static_cast<std::size_t>(version); next < steps.size(); ++next) {
        const Result<void> done = database.transaction([&]() -> Result<void> {
            if (const Result<void> stepped = steps[next](database); !stepped)
                return stepped;
            return database.run(u"PRAGMA user_version = %1"_s.arg(next + 1));
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace signalbox::core::schema
