// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "server/model/time.h"

#include <QHash>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace signalbox::core {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

using namespace Qt::StringLiterals;

// The rows of one SELECT. The destructor finishes the statement, so that no read transaction stays open.
class Rows final
{
public:
    explicit Rows(QSqlQuery &query) : m_query(&query) {}
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }
    Rows(Rows &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows &operator=(Rows &&) = delete;

    bool next() { return m_query->next(); }
    QVariant value(int column) const { return m_query->value(column); }
    const QSqlQuery &query() const { return *m_query; }

private:
    QSqlQuery *m_query;
};

// One SQLite connection and its prepared statements. Of the thread that opens it, which must close it too;
// owned by StoreWriter or StoreReader. Every error is Internal, with SQLite's text.
class Database final
{
public:
    enum class Access { ReadWrite, ReadOnly };

    Database() = default;
    ~Database() { close(); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<void> open(const QString &file, Access access);
    void close();
    bool isOpen() const { return m_database.isOpen(); }

    // Each text is prepared once and kept; values stand for its question marks.
    Result<void> run(const QString &sql, const QVariantList &values = {});
    Result<int> change(const QString &sql, const QVariantList &values); // the same; how many rows it changed
    Result<Rows> ask(const QString &sql, const QVariantList &values = {});
    // The first column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    // begin, work, commit; rolled back if anything failed.
    template<typename Work>
    Result<void> transaction(Work work)
    {
        if (const Result<void> begun = run(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        Result<void> done = work();
        if (done)
            done = run(u"COMMIT"_s);
        if (!done)
            rollBack();
        return done;
    }

    // Whether the last error says that the file is damaged or no database at all.
    bool isCorrupt() const;
    void markCorrupt(); // for damage that a check reported without an error

private:
    Result<QSqlQuery *> prepared(const QString &sql, const QVariantList &values);
    Unexpected failure(const QSqlError &error);
    void rollBack();

    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_statements;
    int m_errorCode = 0; // SQLite's primary result code
};

// What the rows of every table write and read.
namespace rows {

// QtSql makes NULL of a null QString.
inline QString text(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

inline qlonglong milliseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

inline Timestamp timestamp(const QVariant &value)
{
    return Timestamp(Milliseconds(value.toLongLong()));
}

} // namespace rows

} // namespace signalbox::core
