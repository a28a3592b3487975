// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace signalbox::core {

Q_LOGGING_CATEGORY(lcStore, "signalbox.store")

namespace {

// sqlite3.h, Result Codes: fixed for ever, and not worth a second dependency.
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;

// Prepared statements. Filters make many different ones, so that all are dropped when there are this many.
constexpr std::size_t statementsKept = 64;

// SQLite opens whatever has the name of one of its files, and would wait for a pipe. A link to the database is a person's: its
// other files are beside what it leads to.
Result<void> checkFiles(const QString &file)
{
    const QString real = QFileInfo(file).canonicalFilePath();
    for (const QString &suffix : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        const QFileInfo each((real.isEmpty() ? file : real) + suffix);
        if (each.exists() && !each.isFile())
            return unexpected(ErrorCode::Internal, u"'%1' is no file"_s.arg(each.filePath()));
    }
    return {};
}

} // namespace

Result<void> Database::open(const QString &file, Access access)
{
    close();
    if (const Result<void> files = checkFiles(file); !files)
        return files;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString(QUuid::Id128));
    m_database.setDatabaseName(file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    m_database.setConnectOptions(options);
    if (m_database.open())
        return {};
    const Unexpected failed = failure(m_database.lastError());
    close();
    return failed;
}

void Database::close()
{
    m_statements.clear();
    m_errorCode = 0;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

Result<void> Database::run(const QString &sql, const QVariantList &values)
{
    const Result<int> rows = change(sql, values);
    return rows ? Result<void>() : Unexpected{rows.error()};
}

Result<int> Database::change(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = prepared(sql, values);
    if (!query)
        return Unexpected{query.error()};
    const int rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

Result<Rows> Database::ask(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = prepared(sql, values);
    if (!query)
        return Unexpected{query.error()};
    return Rows(**query);
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = ask(sql, values);
    if (!rows)
        return Unexpected{rows.error()};
    return rows->next() ? rows->value(0) : QVariant();
}

bool Database::isCorrupt() const
{
    return m_errorCode == sqliteCorrupt || m_errorCode == sqliteNotADatabase;
}

void Database::markCorrupt()
{
    m_errorCode = sqliteCorrupt;
}

Result<QSqlQuery *> Database::prepared(const QString &sql, const QVariantList &values)
{
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        if (m_statements.size() >= statementsKept)
            m_statements.clear();
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return failure(query.lastError());
        known = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (int index = 0; index < values.size(); ++index)
        query.bindValue(index, values.at(index));
    if (query.exec())
        return &query;
    const Unexpected failed = failure(query.lastError());
    query.finish();
    return failed;
}

Unexpected Database::failure(const QSqlError &error)
{
    m_errorCode = error.nativeErrorCode().toInt() & 0xff;
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return unexpected(ErrorCode::Internal, said);
}

// After a full disk SQLite has rolled back by itself; the error of this ROLLBACK must not replace the cause.
void Database::rollBack()
{
    const int cause = m_errorCode;
    (void)run(u"ROLLBACK"_s);
    m_errorCode = cause;
}

} // namespace signalbox::core
