// SPDX-License-Identifier: GPL-3.0-or-later
// Every execution that was answered is in the database after kill -9; a damaged, newer or read-only database and a full
// disk are reported and cost nothing else (docs/reliability.md, "What was answered is kept", "Trouble is said, the rest
// runs"). SIGNALBOX_LONG=1 kills five hundred times.
#include "server/core/storage/schema.h"
#include "tests/core/storefixture.h"

#include <QProcess>
#include <QRandomGenerator>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

QStringList setAsideFiles(const QString &directory)
{
    return QDir(directory).entryList({u"signalbox.db.corrupt-*Z"_s}, QDir::Files);
}

// Makes a sound database with many pages, without a write-ahead log beside it.
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

QStringList version1()
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
        u"CREATE INDEX executions_list ON"
        " executions(created, number, state, kind, owner, dialect, project, id, name)"_s,
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
        u"INSERT INTO "
        u"executions(id,kind,name,catalogue,project,owner,dialect,params,details,state,created,started,ended,"
        "attempt,percent,message,error,output,tasks,tasks_running,tasks_succeeded,tasks_failed,tasks_cancelled) "
        "VALUES('old','pipeline','from before','demo','default','ada','alger','{\"n\":1}','{}','succeeded',"
        "1700000000000,1700000000001,1700000000002,1,100,'','','',1,0,1,0,0)"_s,
        u"INSERT INTO tasks VALUES('old','a','command','[]','[]',0,'succeeded','host-1',1700000000000,1700000000001,"
        "1700000000002,0,'','',100,1,'{}')"_s,
        u"INSERT INTO samples(time,cpu) VALUES(1700000000000,7.5)"_s,
        u"INSERT INTO samples(time,cpu) VALUES(1700000090000,8.5)"_s,
        u"INSERT INTO components(number,id) VALUES(3,'one'),(4,'two')"_s,
        u"INSERT INTO component_samples VALUES(3,1700000000000,1,10),(3,1700000090000,2,20),(4,1700000090000,3,30)"_s,
        u"PRAGMA user_version=1"_s,
    };
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
    void findsWhatInterruptedOnesPrinted();
    void killed();
    void setsDamagedAside_data();
    void setsDamagedAside();
    void setsDamagedAsideWhileRunning();
    void isRemovedWhileRunning_data();
    void isRemovedWhileRunning();
    void isReplacedWhileRunning();
    void migratesFromVersion1();
    void olderPercentagesAreConverted();
    void jobsGoOn();
    void refusesNewer();
    void readOnlyDirectory();
    void noDirectory();
    void waitsForNoPipe_data();
    void waitsForNoPipe();
    void isALink();
    void fullDisk();
    void opensLater();

private:
    QString directory() const { return m_directory->path(); }
    QString file() const { return directory() + u"/signalbox.db"_s; }

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
            running.nodeId = u"a"_s;
            running.state = ExecutionState::Running;
            running.startedAt = run.clock.now() + 24h; // by a clock that was wrong
            Task waiting = running;
            waiting.nodeId = u"b"_s;
            waiting.state = ExecutionState::Created;
            waiting.startedAt.reset();
            Task done = running;
            done.nodeId = u"c"_s;
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
        QCOMPARE(execution.error, u"interrupted by a restart of the server"_s);
        QVERIFY(execution.endedAt == run.clock.now());
        QVERIFY((execution.counts == TaskCounts{3, 0, 1, 1, 1}));
        QVERIFY(tasks.at(0).state == ExecutionState::Interrupted);
        QVERIFY(tasks.at(0).endedAt == tasks.at(0).startedAt);   // not before its start
        QVERIFY(tasks.at(1).state == ExecutionState::Cancelled); // it had not started
        QVERIFY(tasks.at(1).endedAt == run.clock.now());
        QVERIFY(tasks.at(2).state == ExecutionState::Succeeded);
    }
    // The next start finds nothing more to interrupt.
    run.store.close(&run.context, [] {});
    StoreRun again(directory());
    QVERIFY(again.open()->interrupted.isEmpty());
    QCOMPARE(again.opened->finished.size(), 4);
}

// docs/failures.md, "What a node printed": nothing was saved of their files.
void StoreSafetyTest::findsWhatInterruptedOnesPrinted()
{
    Execution graph;
    Execution call;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        graph = plainExecution(run.clock.now(), ExecutionState::Running);
        call = plainExecution(run.clock.now() + 1ms, ExecutionState::Running);
        call.kind = ExecutionKind::Process;
        QList<Task> tasks;
        for (const QString &node : {u"a"_s, u"b c"_s, u"d.e"_s, u"d/e"_s, u"f"_s}) {
            Task task;
            task.executionId = graph.id;
            task.nodeId = node;
            task.state = ExecutionState::Queued;
            tasks.append(task);
        }
        QVERIFY(run.save(graph, tasks));
        QVERIFY(run.save(call));
    }
    const auto print = [&](const QString &execution, const QString &name) {
        const QString folder = directory() % u"/executions/"_s % execution;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder % u'/' % name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    };
    for (const QString &name : {u"a.out.part"_s, u"b_c~1.out.part"_s, u"d_e~2.out.part"_s, u"d_e~3.out"_s})
        print(graph.id, name);
    print(call.id, u"output"_s);
    StoreRun run(directory());
    QVERIFY(run.open());
    QStringList names;
    for (const Task &task : run.opened->interrupted.at(0).tasks)
        names.append(task.outputFile);
    // Which of two files is whose is not known.
    QCOMPARE(names, QStringList({u"a.out.part"_s, u"b_c~1.out.part"_s, {}, {}, {}}));
    QCOMPARE(run.opened->interrupted.at(1).execution.outputFile, u"output"_s);
}

// Every line that storewriter prints is an answer of the Store, so its execution must survive the kill.
void StoreSafetyTest::killed()
{
    const int rounds = qEnvironmentVariableIntValue("SIGNALBOX_LONG") ? 500 : 20;
    QRandomGenerator random(42);
    QHash<QString, QString> promised;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QString::fromUtf8(TEST_STOREWRITER), {directory()});
        const int lines = random.bounded(400);
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += writer.readAllStandardOutput()).count('\n') > lines, 60'000);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        output += writer.readAllStandardOutput();
        QList<QByteArray> said = output.split('\n');
        said.removeLast(); // a line cut off by the kill, or empty
        for (const QByteArray &line : std::as_const(said)) {
            const QList<QByteArray> words = line.split(' ');
            QVERIFY2(words.size() == 2, line.constData());
            promised.insert(QString::fromLatin1(words.at(0)), QString::fromLatin1(words.at(1)));
        }
        QCOMPARE(column(directory(), u"PRAGMA integrity_check"_s), QVariantList{u"ok"_s});
        QHash<QString, QString> found;
        const QVariantList ids = column(directory(), u"SELECT id, state FROM executions ORDER BY number"_s);
        const QVariantList states = column(directory(), u"SELECT id, state FROM executions ORDER BY number"_s, {}, 1);
        for (qsizetype index = 0; index < ids.size(); ++index)
            found.insert(ids.at(index).toString(), states.at(index).toString());
        for (const auto &[id, state] : promised.asKeyValueRange()) {
            QVERIFY2(found.contains(id), qPrintable(id));
            // The execution may have gone on since its last answer, but one that has ended keeps its state.
            QVERIFY2(state != u"succeeded"_s || found.value(id) == state, qPrintable(found.value(id)));
        }
        if (round % 25 == 24) { // a new database, or comparing would take most of the time
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
    QCOMPARE(aside, QStringList{u"signalbox.db.corrupt-20251017T050000Z"_s});
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
    for (const QString &damaged : {file(), QString(file() + u"-wal"_s)})
        overwrite(damaged, 0, noise(QFileInfo(damaged).size()));
    // The writer or the reader meets the damage first; afterwards both work again.
    QTRY_VERIFY(run.save(plainExecution(run.clock.now())) && run.ask(HistoryQuery{}));
    QTRY_COMPARE(setAsideFiles(directory()).size(), 1);
    QCOMPARE(run.problems.size(), 1);
    QVERIFY(run.problems.constFirst().contains(setAsideFiles(directory()).constFirst()));
    const Execution execution = plainExecution(run.clock.now());
    QVERIFY(run.save(execution));
    QCOMPARE(run.page<ExecutionDetail>(ExecutionQuery{execution.id}).execution.id, execution.id);
}

void StoreSafetyTest::isRemovedWhileRunning_data()
{
    QTest::addColumn<QStringList>("suffixes");
    QTest::newRow("all") << QStringList{u""_s, u"-wal"_s, u"-shm"_s};
    QTest::newRow("itself alone") << QStringList{u""_s};
}

void StoreSafetyTest::isRemovedWhileRunning()
{
    QFETCH(QStringList, suffixes);
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        QVERIFY(run.save(plainExecution(run.clock.now())));
        QVERIFY(run.page<HistoryPage>(HistoryQuery{}).total > 0);
        for (const QString &suffix : suffixes)
            QVERIFY(QFile::remove(file() + suffix));
        QVERIFY(run.save(plainExecution(run.clock.now())));
        QCOMPARE(run.problems.size(), 1);
        QVERIFY2(run.problems.constFirst().contains("was removed or replaced"_L1),
                 qPrintable(run.problems.constFirst()));
        QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 2);
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    StoreRun again(directory());
    QVERIFY(again.open());
    QCOMPARE(again.page<HistoryPage>(HistoryQuery{}).total, 2);
}

void StoreSafetyTest::isReplacedWhileRunning()
{
    const QTemporaryDir other;
    {
        StoreRun run(other.path());
        QVERIFY(run.open());
        QVERIFY(run.save(plainExecution(run.clock.now())));
    }
    StoreRun run(directory());
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file() + suffix);
    QVERIFY(QFile::copy(other.filePath(u"signalbox.db"_s), file()));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QCOMPARE(run.problems.size(), 1);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 2); // what the new file held, and the last one
}

// The database of a version 1 program, by its original statements: today's toVersion1() must not decide what version 1
// was.
void StoreSafetyTest::migratesFromVersion1()
{
    for (const QString &sql : version1())
        column(directory(), sql);
    {
        StoreRun run(directory());
        QVERIFY2(run.open(), run.opened ? "" : qPrintable(run.opened.error().message));
        QCOMPARE(column(directory(), u"PRAGMA user_version"_s), QVariantList{schema::newestVersion()});
        QCOMPARE(run.opened->finished.size(), 1);
        const ExecutionDetail &old = run.opened->finished.constFirst();
        QCOMPARE(old.execution.id, u"old"_s);
        QCOMPARE(old.execution.name, u"from before"_s);
        QCOMPARE(old.execution.params, (QJsonObject{{u"n"_s, 1}}));
        QVERIFY(old.execution.createdAt == Timestamp(1'700'000'000'000ms));
        QVERIFY(old.execution.endedAt == Timestamp(1'700'000'000'002ms));
        QCOMPARE(old.tasks.size(), 1);
        QCOMPARE(old.tasks.constFirst().exitCode, std::optional(0));
        QVERIFY(run.opened->projects.isEmpty());
        QVERIFY(run.opened->instances.isEmpty());
        QVERIFY(run.opened->wishes.isEmpty());
        QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
        QCOMPARE(column(directory(), u"SELECT cpu FROM samples"_s), (QVariantList{7.5, 8.5}));
        const Timestamp from(1'700'000'000'000ms);
        const auto samples = run.page<SamplesPage>(SamplesQuery{from, from + 1h, 1000, u"one"_s}).samples;
        QCOMPARE(samples.size(), 2);
        QCOMPARE(samples.constLast().memoryPercent, 20.0);
        QCOMPARE(run.page<SamplesPage>(SamplesQuery{from, from + 1h, 1000, u"two"_s}).samples.size(), 1);
        QObject::connect(&run.hub, &Hub::changed, &run.store, &Store::changed);
        QVERIFY(run.hub.record(ProjectChanged{{u"p"_s, u"P"_s, {}, u"ada"_s, {}, {}}}));
        Component component;
        component.id = u"c"_s;
        QVERIFY(run.hub.record(ComponentChanged{component}));
        component.wish = ComponentWish{u"c"_s, true, u"ada"_s};
        QVERIFY(run.hub.record(ComponentChanged{component}));
    }
    StoreRun again(directory());
    QVERIFY(again.open());
    QCOMPARE(again.opened->finished.size(), 1);
    QCOMPARE(again.opened->projects.size(), 1);
    QCOMPARE(again.opened->wishes, (QList<ComponentWish>{{u"c"_s, true, u"ada"_s}}));
    QCOMPARE(setAsideFiles(directory()), QStringList());
}

// Before version 4 an execution was as far as tasks of it had ended, however they had.
void StoreSafetyTest::olderPercentagesAreConverted()
{
    for (const QString &sql : version1())
        column(directory(), sql);
    const auto add = [this](const QString &id, const QString &state, int tasks, int succeeded) {
        column(directory(),
               u"INSERT INTO executions SELECT NULL,'%1',kind,name,catalogue,project,owner,dialect,params,details,"
               "'%2',created,started,ended,attempt,percent,message,error,result,output,%3,0,%4,%5,0 "
               "FROM executions WHERE id='old'"_s.arg(id, state)
                   .arg(tasks)
                   .arg(succeeded)
                   .arg(tasks - succeeded));
    };
    add(u"failed"_s, u"failed"_s, 4, 1);
    add(u"cancelled"_s, u"cancelled"_s, 2, 0);
    add(u"call"_s, u"failed"_s, 0, 0);
    StoreRun run(directory());
    QVERIFY(run.open());
    QMap<QString, double> percents;
    for (const ExecutionDetail &each : run.opened->finished)
        percents.insert(each.execution.id, each.execution.percent);
    QCOMPARE(percents, (QMap<QString, double>{
                           {u"old"_s, 100.0}, {u"failed"_s, 25.0}, {u"cancelled"_s, 0.0}, {u"call"_s, 100.0}}));
}

// Jobs stay open over a restart: the agents on other machines go on working.
void StoreSafetyTest::jobsGoOn()
{
    Execution pipeline = plainExecution(Timestamp(1000ms), ExecutionState::Running);
    Execution running = plainExecution(Timestamp(2000ms), ExecutionState::Running);
    running.kind = ExecutionKind::Job;
    running.details = JobDetails{.agentId = u"far"_s};
    running.attempt = 2;
    running.percent = 40;
    Execution queued = plainExecution(Timestamp(3000ms), ExecutionState::Queued);
    queued.kind = ExecutionKind::Job;
    queued.details = JobDetails{};
    Execution done = plainExecution(Timestamp(4000ms));
    done.kind = ExecutionKind::Job;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        for (const Execution &execution : {pipeline, running, queued, done})
            QVERIFY(run.save(execution));
    }
    for (int restart = 0; restart < 2; ++restart) {
        StoreRun run(directory());
        QVERIFY(run.open());
        QCOMPARE(run.opened->jobs.size(), 2);
        QVERIFY(run.opened->jobs.at(0) == running);
        QVERIFY(run.opened->jobs.at(1) == queued);
        QCOMPARE(run.opened->interrupted.size(), restart ? 0 : 1);
        if (restart == 0)
            QCOMPARE(run.opened->interrupted.constFirst().execution.id, pipeline.id);
        QVERIFY(run.page<ExecutionDetail>(ExecutionQuery{running.id}).execution.state == ExecutionState::Running);
        QVERIFY(run.page<ExecutionDetail>(ExecutionQuery{pipeline.id}).execution.state == ExecutionState::Interrupted);
    }
}

void StoreSafetyTest::refusesNewer()
{
    fill(directory());
    column(directory(), u"PRAGMA user_version=%1"_s.arg(schema::newestVersion() + 6));
    StoreRun run(directory());
    QVERIFY(!run.open());
    const Error error = run.opened.error();
    QCOMPARE(error.code, ErrorCode::Unsupported);
    QVERIFY2(error.message.contains(u"version %1 "_s.arg(schema::newestVersion() + 6)), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"up to %1;"_s.arg(schema::newestVersion())), qPrintable(error.message));
    QVERIFY(error.message.contains(file()));
    QCOMPARE(run.problems.size(), 1);
    QVERIFY(!run.save(plainExecution(run.clock.now())));
    QCOMPARE(setAsideFiles(directory()), QStringList());
    QCOMPARE(column(directory(), u"SELECT count(*) FROM executions"_s), QVariantList{501});
}

void StoreSafetyTest::readOnlyDirectory()
{
    const bool root = ::geteuid() == 0;
    QVERIFY(
        QFile::setPermissions(directory(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    // A thread keeps the user id it was created with, so the id is changed before the Store creates its threads.
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
    QCOMPARE(run.problems.size(), 1); // reported once
}

void StoreSafetyTest::noDirectory()
{
    StoreRun run(directory() + u"/a/b"_s);
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now())));
    QCOMPARE(QFileInfo(directory() + u"/a/b"_s).permissions() & 0x77, QFile::Permissions());
}

void StoreSafetyTest::waitsForNoPipe_data()
{
    QTest::addColumn<QString>("suffix");
    for (const QString &suffix : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QTest::addRow("signalbox.db%s", qPrintable(suffix)) << suffix;
}

void StoreSafetyTest::waitsForNoPipe()
{
    QFETCH(QString, suffix);
    fill(directory());
    QFile::remove(file() + suffix);
    QCOMPARE(::mkfifo(QFile::encodeName(file() + suffix).constData(), 0600), 0);
    ::alarm(20); // ends the test that waits
    StoreRun run(directory());
    QVERIFY(!run.open());
    ::alarm(0);
    QVERIFY2(run.opened.error().message.contains(u"'%1' is no file"_s.arg(file() + suffix)),
             qPrintable(run.opened.error().message));
}

// To a larger disk, say.
void StoreSafetyTest::isALink()
{
    const QTemporaryDir elsewhere;
    fill(directory());
    QVERIFY(QFile::rename(file(), elsewhere.filePath(u"history"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"history"_s), file()));
    StoreRun run(directory());
    QVERIFY(run.open());
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 501);
    QVERIFY(run.save(plainExecution(run.clock.now())));
}

void StoreSafetyTest::fullDisk()
{
    if (::mount("tmpfs", QFile::encodeName(directory()).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("a small disk needs the right to mount one");
    const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(directory()).constData(), MNT_DETACH); });
    StoreRun run(directory());
    QVERIFY(run.open());
    QFile ballast(directory() + u"/ballast"_s);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(4096, 'x')) == 4096) {
    }
    Execution execution = plainExecution(run.clock.now());
    execution.message = QString(100'000, u'm');
    const Result<void> saved = run.save(execution);
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"full"_s), qPrintable(saved.error().message));
    QVERIFY(!run.save(execution));
    QCOMPARE(run.problems.size(), 1);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 0); // queries are still answered
    // Once the disk has space again, the Store writes the failed rows by itself.
    ballast.close();
    QVERIFY(ballast.remove());
    run.clock.advance(1min);
    QTRY_COMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    QVERIFY(run.save(plainExecution(run.clock.now())));
    run.store.close(&run.context, [] {});
}

void StoreSafetyTest::opensLater()
{
    // A directory in the place of the database file.
    QVERIFY(QDir(directory()).mkdir(u"signalbox.db"_s));
    StoreRun run(directory());
    QVERIFY(!run.open());
    Execution execution = plainExecution(run.clock.now());
    QVERIFY(!run.save(execution));
    int opened = 0;
    connect(&run.store, &Store::opened, this, [&] { ++opened; });
    QVERIFY(QDir(directory()).rmdir(u"signalbox.db"_s));
    run.clock.advance(1min);
    QTRY_COMPARE(opened, 1);
    QTRY_COMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).executions.constFirst().id, execution.id);
    QCOMPARE(run.problems.size(), 1);
}

QTEST_GUILESS_MAIN(StoreSafetyTest)
#include "tst_storesafety.moc"
