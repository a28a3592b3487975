// SPDX-License-Identifier: GPL-3.0-or-later
// reliability.md R2 and R11: what was answered is there after kill -9; damaged, newer, read-only and full are said
// clearly and cost nothing else. SIGNALBOX_LONG=1 kills five hundred times.
#include "server/core/storage/schema.h"
#include "tests/core/storefixture.h"

#include <QProcess>
#include <QRandomGenerator>

#include <sys/mount.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

QStringList setAsideFiles(const QString &directory)
{
    return QDir(directory).entryList({u"signalbox.db.corrupt-*Z"_qs}, QDir::Files);
}

// A sound database with many pages in its one file.
void fill(const QString &directory)
{
    StoreRun run(directory);
    QVERIFY(run.open());
    for (int number = 0; number < 500; ++number)
        run.store.save(plainExecution(run.clock.now()), {}, {});
    QVERIFY(run.save(plainExecution(run.clock.now())));
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(7);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

class StoreSafetyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void interruptsWhatWasUnfinished();
    void killed();
    void setsDamagedAside_data();
    void setsDamagedAside();
    void setsDamagedAsideWhileRunning();
    void refusesNewer();
    void readOnlyDirectory();
    void noDirectory();
    void fullDisk();
    void opensLater();

private:
    QString directory() const { return m_directory->path(); }
    QString file() const { return directory() + u"/signalbox.db"_qs; }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void StoreSafetyTest::interruptsWhatWasUnfinished()
{
    QList<Execution> saved;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        for (const auto state :
             {ExecutionState::Created, ExecutionState::Queued, ExecutionState::Running, ExecutionState::Succeeded}) {
            Execution execution = plainExecution(run.clock.now() + saved.size() * 1ms, state);
            execution.counts = {3, 1, 1, 0, 0};
            Task running;
            running.executionId = execution.id;
            running.nodeId = u"a"_qs;
            running.state = ExecutionState::Running;
            running.startedAt = run.clock.now() + 24h; // the clock was wrong
            Task waiting = running;
            waiting.nodeId = u"b"_qs;
            waiting.state = ExecutionState::Created;
            waiting.startedAt.reset();
            Task done = running;
            done.nodeId = u"c"_qs;
            done.state = ExecutionState::Succeeded;
            QVERIFY(run.save(execution, {running, waiting, done}));
            saved.append(execution);
        }
    }
    StoreRun run(directory());
    run.clock.advance(1min);
    const auto &opened = run.open();
    QVERIFY(opened);
    QCOMPARE(opened->finished.size(), 1);
    QVERIFY(opened->finished.constFirst().execution == saved.constLast());
    QCOMPARE(opened->interrupted.size(), 3);
    for (int index = 0; index < 3; ++index) {
        const auto &[execution, tasks] = opened->interrupted.at(index);
        QCOMPARE(execution.id, saved.at(index).id);
        QVERIFY(execution.state == ExecutionState::Interrupted);
        QCOMPARE(execution.error, u"interrupted by a restart of the server"_qs);
        QVERIFY(execution.endedAt == run.clock.now());
        QVERIFY((execution.counts == TaskCounts{3, 0, 1, 2, 0}));
        QVERIFY(tasks.at(0).state == ExecutionState::Interrupted);
        QVERIFY(tasks.at(0).endedAt == tasks.at(0).startedAt); // never before it began
        QVERIFY(tasks.at(1).state == ExecutionState::Interrupted);
        QVERIFY(tasks.at(1).endedAt == run.clock.now());
        QVERIFY(tasks.at(2).state == ExecutionState::Succeeded);
    }
    // Once only.
    run.store.close(&run.context, [] {});
    StoreRun again(directory());
    QVERIFY(again.open()->interrupted.isEmpty());
    QCOMPARE(again.opened->finished.size(), 4);
}

// Whatever the writer printed had been promised.
void StoreSafetyTest::killed()
{
    const int rounds = qEnvironmentVariableIntValue("SIGNALBOX_LONG") ? 500 : 20;
    QRandomGenerator random(42);
    QHash<QString, QString> promised;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(TEST_STOREWRITER), {directory()});
        const int lines = random.bounded(400);
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += writer.readAllStandardOutput()).count('\n') > lines, 60'000);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        output += writer.readAllStandardOutput();
        QList<QByteArray> said = output.split('\n');
        said.removeLast(); // cut off by the kill, or empty
        for (const QByteArray &line : std::as_const(said)) {
            const QList<QByteArray> words = line.split(' ');
            QVERIFY2(words.size() == 2, line.constData());
            promised.insert(QString::fromLatin1(words.at(0)), QString::fromLatin1(words.at(1)));
        }
        QCOMPARE(column(directory(), u"PRAGMA integrity_check"_qs), QVariantList{u"ok"_qs});
        QHash<QString, QString> found;
        const QVariantList ids = column(directory(), u"SELECT id, state FROM executions ORDER BY number"_qs);
        const QVariantList states = column(directory(), u"SELECT id, state FROM executions ORDER BY number"_qs, {}, 1);
        for (qsizetype index = 0; index < ids.size(); ++index)
            found.insert(ids.at(index).toString(), states.at(index).toString());
        for (const auto &[id, state] : promised.asKeyValueRange()) {
            QVERIFY2(found.contains(id), qPrintable(id));
            // It may have gone on since; an ended one is never called anything else.
            QVERIFY2(state != u"succeeded"_qs || found.value(id) == state, qPrintable(found.value(id)));
        }
        if (round % 25 == 24) { // or the comparison is all that takes time
            promised.clear();
            m_directory = std::make_unique<QTemporaryDir>();
        }
    }
    QCOMPARE(setAsideFiles(directory()), QStringList());
}

void StoreSafetyTest::setsDamagedAside_data()
{
    QTest::addColumn<qint64>("from"); // -1: cut in half
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("wrong header") << qint64(0) << QByteArray("no database file");
    QTest::newRow("all noise") << qint64(0) << noise(100'000);
    QTest::newRow("noise inside") << qint64(4096 * 3) << noise(60'000);
    QTest::newRow("schema lost") << qint64(100) << QByteArray(1000, '\0');
    QTest::newRow("truncated") << qint64(-1) << QByteArray();
}

void StoreSafetyTest::setsDamagedAside()
{
    QFETCH(qint64, from);
    QFETCH(QByteArray, bytes);
    fill(directory());
    if (from < 0)
        QVERIFY(QFile::resize(file(), QFileInfo(file()).size() / 2 / 4096 * 4096 + 100));
    else
        overwrite(file(), from, bytes);
    const qint64 size = QFileInfo(file()).size();
    StoreRun run(directory());
    QVERIFY2(run.open(), run.opened ? "" : qPrintable(run.opened.error().message));
    const QStringList aside = setAsideFiles(directory());
    QCOMPARE(aside, QStringList{u"signalbox.db.corrupt-20251017T050000Z"_qs});
    QCOMPARE(QFileInfo(directory() + u'/' + aside.constFirst()).size(), size);
    QCOMPARE(run.opened->setAside, QString(directory() + u'/' + aside.constFirst()));
    QCOMPARE(run.problems.size(), 1);
    QVERIFY(run.problems.constFirst().contains(aside.constFirst()));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
}

void StoreSafetyTest::setsDamagedAsideWhileRunning()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    for (int number = 0; number < 500; ++number)
        run.store.save(plainExecution(run.clock.now()), {}, {});
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QVERIFY(run.page<HistoryPage>(HistoryQuery{}).total > 0);
    overwrite(file(), 0, noise(100'000));
    overwrite(file() + u"-wal"_qs, 0, noise(100'000));
    // Whoever meets the damage first, a writer or a reader: afterwards it works again.
    QTRY_VERIFY(run.save(plainExecution(run.clock.now())) && run.ask(HistoryQuery{}));
    QTRY_COMPARE(setAsideFiles(directory()).size(), 1);
    QCOMPARE(run.problems.size(), 1);
    QVERIFY(run.problems.constFirst().contains(setAsideFiles(directory()).constFirst()));
    const Execution execution = plainExecution(run.clock.now());
    QVERIFY(run.save(execution));
    QCOMPARE(run.page<ExecutionDetail>(ExecutionQuery{execution.id}).execution.id, execution.id);
}

void StoreSafetyTest::refusesNewer()
{
    fill(directory());
    column(directory(), u"PRAGMA user_version=%1"_qs.arg(schema::newestVersion() + 6));
    StoreRun run(directory());
    QVERIFY(!run.open());
    const Error error = run.opened.error();
    QCOMPARE(error.code, ErrorCode::Unsupported);
    QVERIFY2(error.message.contains(u"version %1 "_qs.arg(schema::newestVersion() + 6)), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"up to %1;"_qs.arg(schema::newestVersion())), qPrintable(error.message));
    QVERIFY(error.message.contains(file()));
    QCOMPARE(run.problems.size(), 1);
    QVERIFY(!run.save(plainExecution(run.clock.now())));
    QCOMPARE(setAsideFiles(directory()), QStringList());
    QCOMPARE(column(directory(), u"SELECT count(*) FROM executions"_qs), QVariantList{501});
}

void StoreSafetyTest::readOnlyDirectory()
{
    const bool root = ::geteuid() == 0;
    QVERIFY(
        QFile::setPermissions(directory(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    // Threads keep the identity they were made with: taken before, given back after.
    if (root && ::seteuid(65534) != 0)
        QSKIP("root may write everywhere, and cannot become an ordinary user here");
    const auto giveBack = qScopeGuard([&] {
        if (root && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    });
    StoreRun run(directory());
    QVERIFY(!run.open());
    QCOMPARE(run.opened.error().code, ErrorCode::Internal);
    QVERIFY(run.opened.error().message.contains(file()));
    QCOMPARE(run.problems.size(), 1);
    for (int number = 0; number < 3; ++number)
        QVERIFY(!run.save(plainExecution(run.clock.now())));
    QVERIFY(!run.ask(HistoryQuery{}));
    QCOMPARE(run.problems.size(), 1); // said once
}

void StoreSafetyTest::noDirectory()
{
    StoreRun run(directory() + u"/a/b"_qs);
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QCOMPARE(QFileInfo(directory() + u"/a/b"_qs).permissions() & 0x77, QFile::Permissions());
}

void StoreSafetyTest::fullDisk()
{
    if (::mount("tmpfs", QFile::encodeName(directory()).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("a small disk needs the right to mount one");
    const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(directory()).constData(), MNT_DETACH); });
    StoreRun run(directory());
    QVERIFY(run.open());
    QFile ballast(directory() + u"/ballast"_qs);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(4096, 'x')) == 4096) {
    }
    Execution execution = plainExecution(run.clock.now());
    execution.message = QString(100'000, u'm');
    const Result<void> saved = run.save(execution);
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"full"_qs), qPrintable(saved.error().message));
    QVERIFY(!run.save(execution));
    QCOMPARE(run.problems.size(), 1);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 0); // still answers
    // With room again, what failed is written without being asked.
    ballast.close();
    QVERIFY(ballast.remove());
    run.clock.advance(1min);
    QTRY_COMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    QVERIFY(run.save(plainExecution(run.clock.now())));
    run.store.close(&run.context, [] {});
}

void StoreSafetyTest::opensLater()
{
    // A directory where the file should be.
    QVERIFY(QDir(directory()).mkdir(u"signalbox.db"_qs));
    StoreRun run(directory());
    QVERIFY(!run.open());
    Execution execution = plainExecution(run.clock.now());
    QVERIFY(!run.save(execution));
    int opened = 0;
    connect(&run.store, &Store::opened, this, [&] { ++opened; });
    QVERIFY(QDir(directory()).rmdir(u"signalbox.db"_qs));
    run.clock.advance(1min);
    QTRY_COMPARE(opened, 1);
    QTRY_COMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).executions.constFirst().id, execution.id);
    QCOMPARE(run.problems.size(), 1);
}

QTEST_GUILESS_MAIN(StoreSafetyTest)
#include "tst_storesafety.moc"
