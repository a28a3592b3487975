// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store [DIRECTORY [ROUNDS]]: docs/performance.md, "One execution". Inserts of executions through the Store
// against the sqlite3 shell: the same rows in transactions of the same size, in turn in one run on one disk.
#include "server/core/storage/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

Execution execution(int number)
{
    Execution made;
    made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.name = u"Demo Pipeline"_s;
    made.catalogueId = u"demo"_s;
    made.project = u"default"_s;
    made.owner = u"admin"_s;
    made.dialect = u"alger"_s;
    made.params = {{u"prefix"_s, number}};
    made.state = ExecutionState::Succeeded;
    made.createdAt = Timestamp(Milliseconds(1'760'677'200'000 + number));
    made.startedAt = made.createdAt;
    made.endedAt = made.createdAt + Milliseconds(3);
    made.percent = 100;
    made.outputFile = u"load.out"_s;
    return made;
}

struct Side
{
    SystemClock clock;
    Ids ids;
    Hub hub{clock, ids};
    Store store;

    explicit Side(const QString &directory) : store(hub, directory, Retention{})
    {
        QEventLoop loop;
        store.open(&loop, [&](const Result<RecoveredState> &opened) {
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            loop.quit();
        });
        loop.exec();
    }
};

// Rows per second.
double throughStore(const QString &directory, int rows, int batch)
{
    Side side(directory);
    QList<Execution> executions;
    for (int number = 0; number < rows; ++number)
        executions.append(execution(number));
    QElapsedTimer timer;
    timer.start();
    for (int from = 0; from < rows; from += batch) {
        QEventLoop loop;
        int left = batch;
        for (int number = from; number < from + batch; ++number)
            side.store.save(executions.at(number), {}, [&](const Result<void> &saved) {
                if (!saved)
                    qFatal("%s", qPrintable(saved.error().message));
                if (--left == 0)
                    loop.quit();
            });
        loop.exec();
    }
    return rows * 1e9 / double(timer.nsecsElapsed());
}

// The rows of one database as a script for another.
QByteArray script(const QString &directory, int batch)
{
    QByteArray text = "PRAGMA synchronous=FULL;\n";
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"script"_s);
        database.setDatabaseName(directory % u"/signalbox.db"_s);
        database.open();
        QStringList columns;
        QStringList quoted;
        QSqlQuery query(u"SELECT name FROM pragma_table_info('executions')"_s, database);
        while (query.next()) {
            columns.append(query.value(0).toString());
            quoted.append(u"quote(%1)"_s.arg(columns.constLast()));
        }
        query.exec(u"SELECT "_s % quoted.join(u"||','||"_s) % u" FROM executions ORDER BY number"_s);
        for (int row = 0; query.next(); ++row) {
            if (row % batch == 0)
                text += row == 0 ? "BEGIN;\n" : "COMMIT;\nBEGIN;\n";
            text += "INSERT INTO executions(" + columns.join(u',').toUtf8() + ") VALUES("
                    + query.value(0).toString().toUtf8() + ");\n";
        }
        text += "COMMIT;\n";
    }
    QSqlDatabase::removeDatabase(u"script"_s);
    return text;
}

double throughShell(const QString &directory, const QByteArray &text, int rows)
{
    {
        Side schema(directory);
    }
    QFile file(directory % u"/script.sql"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the script");
    file.close();
    QProcess shell;
    shell.setStandardInputFile(file.fileName());
    shell.setProcessChannelMode(QProcess::ForwardedChannels);
    QElapsedTimer timer;
    timer.start();
    shell.start(u"sqlite3"_s, {u"-bail"_s, directory % u"/signalbox.db"_s});
    if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
        qFatal("the sqlite3 shell failed");
    return rows * 1e9 / double(timer.nsecsElapsed());
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString where = arguments.value(1, QDir::tempPath()) % u"/bench_store"_s;
    const int rounds = arguments.value(2, u"5"_s).toInt();
    std::printf("rows per second      batch      store      shell      ratio\n");
    for (const auto &[batch, rows] : {std::pair{1, 500}, {10, 5000}, {100, 20'000}, {1000, 40'000}}) {
        std::vector<double> store;
        std::vector<double> shell;
        for (int round = 0; round < rounds; ++round) {
            const QTemporaryDir ours(where);
            const QTemporaryDir theirs(where);
            store.push_back(throughStore(ours.path(), rows, batch));
            shell.push_back(throughShell(theirs.path(), script(ours.path(), batch), rows));
        }
        std::printf("%26d %10.0f %10.0f %10.2f\n", batch, median(store), median(shell), median(store) / median(shell));
        std::fflush(stdout);
    }
    return 0;
}
