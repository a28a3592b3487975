// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/store.h"
#include "tests/support/fakeclock.h"

#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <time.h>

namespace signalbox::test {

using namespace Qt::StringLiterals;

constexpr int patience = 60'000; // ms; other tests use the same disk

// Milliseconds of processor time of this process, all threads: what a machine that is busy with others does not change. What
// sanitizers add is estimated.
inline qint64 processorTime()
{
#ifdef __SANITIZE_ADDRESS__
    constexpr int slower = 3;
#else
    constexpr int slower = 1;
#endif
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000) / slower;
}

inline QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

inline Execution plainExecution(Timestamp created, ExecutionState state = ExecutionState::Succeeded)
{
    Execution execution;
    execution.id = newId();
    execution.name = u"plain"_s;
    execution.project = u"default"_s;
    execution.owner = u"anonymous"_s;
    execution.dialect = u"alger"_s;
    execution.state = state;
    execution.createdAt = created;
    if (isFinal(state))
        execution.endedAt = created;
    return execution;
}

// The Store and Hub of one server run on a data directory; the next StoreRun may use the directory again.
struct StoreRun
{
    explicit StoreRun(const QString &directory, core::Retention retention = {}, FakeClock *itsClock = nullptr)
        : clock(itsClock ? *itsClock : ownClock)
        , store(hub, directory, retention)
    {
        QObject::connect(&hub, &core::Hub::changed, &hub, [this](const Change &change) {
            if (const auto *problem = std::get_if<ProblemOccurred>(&change.body))
                problems.append(problem->error);
            if (const auto *gone = std::get_if<ExecutionForgotten>(&change.body))
                forgotten.append(gone->id);
        });
    }

    const Result<core::RecoveredState> &open()
    {
        QEventLoop loop;
        store.open(&context, [&](const Result<core::RecoveredState> &result) {
            opened = result;
            loop.quit();
        });
        loop.exec();
        return opened;
    }

    Result<void> save(const Execution &execution, const QList<Task> &tasks = {})
    {
        Result<void> durable;
        QEventLoop loop;
        store.save(execution, tasks, [&](const Result<void> &result) {
            durable = result;
            loop.quit();
        });
        loop.exec();
        return durable;
    }

    Result<Answer> ask(const QueryBody &body)
    {
        Result<Answer> answer = unexpected(ErrorCode::Internal, u"no answer"_s);
        QEventLoop loop; // not QTRY_*, which sleeps: tests measure ask()
        store.ask({serverActor(), body}, &context, [&](const Result<Answer> &result) {
            answer = result;
            loop.quit();
        });
        loop.exec();
        return answer;
    }

    template<typename Page>
    Page page(const QueryBody &body)
    {
        const Result<Answer> answer = ask(body);
        [&] { QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message)); }();
        return answer ? std::get<Page>(*answer) : Page{};
    }

    QStringList problems;
    QStringList forgotten;
    FakeClock ownClock;
    FakeClock &clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    QObject context;
    Result<core::RecoveredState> opened = unexpected(ErrorCode::Internal);
    core::Store store;
};

// One column of the rows of a query, read past the Store.
inline QVariantList column(const QString &directory, const QString &sql, const QVariantList &values = {},
                           int number = 0)
{
    QVariantList found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(directory % u"/signalbox.db"_s);
        if (!database.open())
            qFatal("cannot open the database in %s", qPrintable(directory));
        QSqlQuery query(database);
        if (!query.prepare(sql))
            qFatal("cannot prepare %s", qPrintable(sql));
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("cannot execute %s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        while (query.next())
            found.append(query.value(number));
    }
    QSqlDatabase::removeDatabase(u"outside"_s);
    return found;
}

} // namespace signalbox::test
