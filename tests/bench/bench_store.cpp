// SPDX-License-Identifier: GPL-3.0-or-later
// Inserts of executions through the Store against the sqlite3 shell (performance.md P6): the same rows in
// transactions of the same size, in turn in one run on one disk. bench_store [DIRECTORY [ROUNDS]]
#include "server/core/storage/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace signalbox;
using namespace signalbox::core;

namespace {

Execution execution(int number)
{
    Execution made;
    made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.name = QStringLiteral("Demo Pipeline");
    made.catalogueId = QStringLiteral("demo");
    made.project = QStringLiteral("default");
    made.owner = QStringLiteral("admin");
    made.dialect = QStringLiteral("alger");
    made.params = {{QStringLiteral("prefix"), number}};
    made.state = ExecutionState::Succeeded;
    made.createdAt = Timestamp(Milliseconds(1'760'677'200'000 + number));
    made.startedAt = made.createdAt;
    made.endedAt = made.createdAt + Milliseconds(3);
    made.percent = 100;
    made.outputFile = QStringLiteral("load.out");
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
        store.open(&loop, [&](const Result<Opened> &opened) {
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
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("script"));
        database.setDatabaseName(directory % QStringLiteral("/signalbox.db"));
        database.open();
        QStringList columns;
        QStringList quoted;
        QSqlQuery query(QStringLiteral("SELECT name FROM pragma_table_info('executions')"), database);
        while (query.next()) {
            columns.append(query.value(0).toString());
            quoted.append(QStringLiteral("quote(%1)").arg(columns.constLast()));
        }
        query.exec(QStringLiteral("SELECT ") % quoted.join(QStringLiteral("||','||"))
                   % QStringLiteral(" FROM executions ORDER BY number"));
        for (int row = 0; query.next(); ++row) {
            if (row % batch == 0)
                text += row == 0 ? "BEGIN;\n" : "COMMIT;\nBEGIN;\n";
            text += "INSERT INTO executions(" + columns.join(u',').toUtf8() + ") VALUES("
                    + query.value(0).toString().toUtf8() + ");\n";
        }
        text += "COMMIT;\n";
    }
    QSqlDatabase::removeDatabase(QStringLiteral("script"));
    return text;
}

double throughShell(const QString &directory, const QByteArray &text, int rows)
{
    {
        Side schema(directory);
    }
    QFile file(directory % QStringLiteral("/script.sql"));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the script");
    file.close();
    QProcess shell;
    shell.setStandardInputFile(file.fileName());
    shell.setProcessChannelMode(QProcess::ForwardedChannels);
    QElapsedTimer timer;
    timer.start();
    shell.start(QStringLiteral("sqlite3"), {QStringLiteral("-bail"), directory % QStringLiteral("/signalbox.db")});
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
    const QString where = arguments.value(1, QDir::tempPath()) % QStringLiteral("/bench_store");
    const int rounds = arguments.value(2, QStringLiteral("5")).toInt();
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
