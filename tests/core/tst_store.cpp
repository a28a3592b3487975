// SPDX-License-Identifier: GPL-3.0-or-later
// Executions are read as they were saved: every field, every filter, and without walking the whole history.
#include "server/core/storage/historysql.h"
#include "tests/core/storefixture.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

Execution fullExecution()
{
    Execution execution = plainExecution(Timestamp(1'760'677'200'001ms), ExecutionState::Failed);
    execution.kind = ExecutionKind::Experiment;
    execution.name = u"Ünïcode \U0001F600 'quoted' %_\\"_s;
    execution.catalogueId = u"demo"_s;
    execution.project = u"climate"_s;
    execution.owner = u"ada"_s;
    execution.dialect = u"airavata"_s;
    execution.params = {{u"a"_s, 1}, {u"b"_s, QJsonArray{u"x"_s, QJsonValue::Null, 2.5}}};
    execution.details = ExperimentDetails{.description = u"why"_s,
                                          .commandTemplate = u"echo {x}"_s,
                                          .parameters = {{u"a"_s, {{u"x"_s, 1}}}, {{}, {{u"x"_s, 2}}}},
                                          .maxRetries = 2,
                                          .metadata = QJsonObject{{u"k"_s, u"v"_s}}};
    execution.scheduleId = u"nightly"_s;
    execution.retryOf = u"first"_s;
    execution.startedAt = execution.createdAt + 10ms;
    execution.endedAt = execution.createdAt + 5000ms;
    execution.attempt = 3;
    execution.percent = 66.25;
    execution.message = u"two of three"_s;
    execution.error = u"node 'b' failed"_s;
    execution.result = QJsonObject{{u"ok"_s, false}};
    execution.outputFile = u"output"_s;
    execution.counts = {5, 1, 1, 2, 1};
    return execution;
}

HistoryFilter with(const std::function<void(HistoryFilter &)> &set)
{
    HistoryFilter filter;
    set(filter);
    return filter;
}

HistoryQuery query(const HistoryFilter &filter, int limit = 100, int offset = 0)
{
    return {filter, limit, offset};
}

Task fullTask(const Execution &execution)
{
    Task task;
    task.executionId = execution.id;
    task.nodeId = u"b"_s;
    task.id = execution.id + u".b"_s;
    task.nodeKind = u"text"_s;
    task.command = QStringList{u"cat"_s, u"a b"_s, QString(), u"\"ü\""_s};
    task.predecessors = QStringList{u"a"_s, u"c"_s};
    task.order = 2;
    task.state = ExecutionState::Failed;
    task.workerId = u"host-1"_s;
    task.createdAt = execution.createdAt;
    task.startedAt = execution.createdAt + 20ms;
    task.endedAt = execution.createdAt + 30ms;
    task.exitCode = -1;
    task.error = u"exit 255"_s;
    task.outputFile = u"b.out"_s;
    task.percent = 12.5;
    task.message = u"epoch 3 of 10 – \"ü\""_s;
    task.attempt = 2;
    task.params = {{u"prefix"_s, u"> "_s}};
    return task;
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void keepsEveryField();
    void keepsResults_data();
    void keepsResults();
    void replacesWhatChanges();
    void callsBackInOrder();
    void keepsWhatWasNotWaitedFor();
    void closesWithOneFile();
    void onlyTheOwnerMayRead();
    void filters_data();
    void filters();
    void pages();
    void findsTextLiterally();
    void everyFilterHasAnIndex_data();
    void everyFilterHasAnIndex();
    void readsOutputs();
    void neverFollowsNamesFromOutside();
    void unknownIsNotFound();
    void hundredThousandExecutions();
    void keepsAgents();
    void keepsLogouts();
    void keepsWishes();
    void keepsWhatCameOfSchedules();
    void keepsInstancesAndOpenJobs();

private:
    QString directory() const { return m_directory->path(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void StoreTest::keepsEveryField()
{
    const Execution execution = fullExecution();
    Execution empty;
    empty.id = newId();
    const Task task = fullTask(execution);
    Task emptyTask;
    emptyTask.executionId = execution.id;
    emptyTask.nodeId = u"a"_s;
    emptyTask.id = execution.id + u".a"_s;
    emptyTask.state = ExecutionState::Cancelled;
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        QVERIFY(run.save(execution, {task, emptyTask}));
        empty.state = ExecutionState::Cancelled;
        QVERIFY(run.save(empty));
    }
    StoreRun again(directory());
    const auto &opened = again.open();
    QVERIFY(opened);
    QCOMPARE(opened->finished.size(), 2);
    QVERIFY(opened->finished.constLast().execution == execution);
    QVERIFY(opened->interrupted.isEmpty());
    const auto detail = again.page<ExecutionDetail>(ExecutionQuery{execution.id});
    QVERIFY(detail.execution == execution);
    QVERIFY((detail.tasks == QList<Task>{emptyTask, task}));
    const auto bare = again.page<ExecutionDetail>(ExecutionQuery{empty.id});
    QVERIFY(bare.execution == empty);
    QVERIFY(bare.tasks.isEmpty());
    QVERIFY(again.page<HistoryPage>(HistoryQuery{}).executions.constFirst() == execution);
    QCOMPARE(again.problems, QStringList());
}

void StoreTest::keepsResults_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("none") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("text") << QJsonValue(u"a \"b\" \n ü"_s);
    QTest::newRow("no text") << QJsonValue(QString());
    QTest::newRow("number") << QJsonValue(1.5);
    QTest::newRow("large number") << QJsonValue(qint64(9'007'199'254'740'991));
    QTest::newRow("truth") << QJsonValue(true);
    QTest::newRow("list") << QJsonValue(QJsonArray{1, QJsonArray{}});
}

void StoreTest::keepsResults()
{
    QFETCH(QJsonValue, value);
    StoreRun run(directory());
    QVERIFY(run.open());
    Execution execution = fullExecution();
    execution.result = value;
    QVERIFY(run.save(execution));
    QVERIFY(run.page<ExecutionDetail>(ExecutionQuery{execution.id}).execution.result == value);
}

void StoreTest::replacesWhatChanges()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    Execution execution = plainExecution(run.clock.now(), ExecutionState::Running);
    Task first = fullTask(execution);
    Task second = first;
    second.nodeId = u"c"_s;
    second.id = execution.id + u".c"_s;
    QVERIFY(run.save(execution, {first, second}));
    execution.state = ExecutionState::Succeeded;
    execution.name = u"renamed"_s;
    execution.project = u"moved"_s;
    execution.percent = 100;
    first.error = u"changed"_s;
    QVERIFY(run.save(execution, {first}));
    const auto detail = run.page<ExecutionDetail>(ExecutionQuery{execution.id});
    QVERIFY(detail.execution == execution);
    QVERIFY((detail.tasks == QList<Task>{first, second}));
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 1);
}

void StoreTest::callsBackInOrder()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    QList<int> order;
    for (int number = 0; number < 300; ++number) {
        run.store.save(plainExecution(run.clock.now()), {}, [&order, number](const Result<void> &saved) {
            if (saved)
                order.append(number);
        });
        if (number % 50 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), 300, patience);
    QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    QCOMPARE(run.page<HistoryPage>(HistoryQuery{}).total, 300);
}

void StoreTest::keepsWhatWasNotWaitedFor()
{
    {
        StoreRun run(directory());
        QVERIFY(run.open());
        for (int number = 0; number < 100; ++number)
            run.store.save(plainExecution(run.clock.now()), {}, {});
    }
    QCOMPARE(column(directory(), u"SELECT count(*) FROM executions"_s), QVariantList{100});
}

void StoreTest::closesWithOneFile()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    int durable = 0;
    for (int number = 0; number < 100; ++number)
        run.store.save(plainExecution(run.clock.now()), {},
                       [&](const Result<void> &saved) { durable += saved ? 1 : 0; });
    MetricsSample sample;
    sample.time = run.clock.now();
    run.store.record(sample);
    int durableAtClose = -1;
    run.store.close(&run.context, [&] { durableAtClose = durable; });
    QTRY_COMPARE_WITH_TIMEOUT(durableAtClose, 100, patience);
    QCOMPARE(QDir(directory()).entryList(QDir::Files), QStringList{u"signalbox.db"_s});
    QCOMPARE(column(directory(), u"SELECT count(*) FROM samples"_s), QVariantList{1});
}

void StoreTest::onlyTheOwnerMayRead()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    QVERIFY(run.save(plainExecution(run.clock.now())));
    const QFileInfoList files = QDir(directory()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)),
                 qPrintable(file.fileName()));
}

void StoreTest::filters_data()
{
    QTest::addColumn<HistoryFilter>("filter");
    QTest::addColumn<QString>("names"); // newest first
    QTest::newRow("all") << HistoryFilter{} << u"dcba"_s;
    QTest::newRow("state") << with([](HistoryFilter &f) { f.states = {ExecutionState::Failed}; }) << u"ca"_s;
    QTest::newRow("states") << with([](HistoryFilter &f) {
        f.states = {ExecutionState::Failed, ExecutionState::Cancelled};
    }) << u"cba"_s;
    QTest::newRow("kind") << with([](HistoryFilter &f) { f.kinds = {ExecutionKind::Job}; }) << u"db"_s;
    QTest::newRow("owner") << with([](HistoryFilter &f) { f.owner = u"ada"_s; }) << u"ba"_s;
    QTest::newRow("owner or projects") << with([](HistoryFilter &f) {
        f.owner = u"ada"_s;
        f.orProjects = QStringList{u"climate"_s};
        f.states = {ExecutionState::Failed};
    }) << u"ca"_s;
    QTest::newRow("dialect") << with([](HistoryFilter &f) { f.dialect = u"ark"_s; }) << u"da"_s;
    QTest::newRow("project") << with([](HistoryFilter &f) { f.project = u"climate"_s; }) << u"dc"_s;
    QTest::newRow("schedule") << with([](HistoryFilter &f) { f.schedule = u"nightly"_s; }) << u"db"_s;
    QTest::newRow("schedule and state") << with([](HistoryFilter &f) {
        f.schedule = u"nightly"_s;
        f.states = {ExecutionState::Succeeded};
    }) << u"d"_s;
    QTest::newRow("from") << with([](HistoryFilter &f) { f.createdFrom = Timestamp(2000ms); }) << u"dcb"_s;
    QTest::newRow("to") << with([](HistoryFilter &f) { f.createdTo = Timestamp(2000ms); }) << u"ba"_s;
    QTest::newRow("between") << with([](HistoryFilter &f) {
        f.createdFrom = Timestamp(2000ms);
        f.createdTo = Timestamp(3000ms);
    }) << u"cb"_s;
    QTest::newRow("name") << with([](HistoryFilter &f) { f.text = u"B"_s; }) << u"b"_s;
    QTest::newRow("several") << with([](HistoryFilter &f) {
        f.states = {ExecutionState::Failed};
        f.project = u"climate"_s;
    }) << u"c"_s;
    QTest::newRow("nobody") << with([](HistoryFilter &f) { f.owner = u"' OR 1=1 --"_s; }) << QString();
}

void StoreTest::filters()
{
    QFETCH(HistoryFilter, filter);
    StoreRun run(directory());
    QVERIFY(run.open());
    int number = 0;
    for (const char16_t name : u"abcd"_s.toStdU16String()) {
        ++number;
        Execution execution = plainExecution(Timestamp(Milliseconds(1000 * number)));
        execution.id = u"00000000-0000-0000-0000-00000000000%1"_s.arg(number); // no letters: ids are searched, too
        execution.name = QChar(name);
        execution.state = name == u'b'   ? ExecutionState::Cancelled
                          : name == u'd' ? ExecutionState::Succeeded
                                         : ExecutionState::Failed;
        execution.kind = number % 2 == 0 ? ExecutionKind::Job : ExecutionKind::Pipeline;
        execution.owner = number <= 2 ? u"ada"_s : u"bob"_s;
        execution.dialect = number == 1 || number == 4 ? u"ark"_s : u"pow"_s;
        execution.project = number >= 3 ? u"climate"_s : u"default"_s;
        execution.scheduleId = number % 2 == 0 ? u"nightly"_s : number == 1 ? u"hourly"_s : QString();
        run.store.save(execution, {}, {});
    }
    Execution oldest;
    oldest.id = u"00000000-0000-0000-0000-000000000009"_s;
    oldest.name = u"z"_s;
    QVERIFY(run.save(oldest));
    const auto page = run.page<HistoryPage>(HistoryQuery{filter, 100, 0});
    QString names;
    for (const Execution &execution : page.executions)
        names += execution.name;
    QTEST(QString(names).remove(u'z'), "names");
    QCOMPARE(page.total, names.size());
}

void StoreTest::pages()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    QStringList ids; // newest first; many of the same millisecond
    for (int number = 0; number < 250; ++number) {
        const Execution execution = plainExecution(Timestamp(Milliseconds(number / 100)));
        ids.prepend(execution.id);
        run.store.save(execution, {}, {});
    }
    QVERIFY(run.save(plainExecution(Timestamp(1s), ExecutionState::Running)));
    const auto finished =
        with([](HistoryFilter &f) { f.states = {ExecutionState::Succeeded, ExecutionState::Failed}; });
    QStringList read;
    for (int offset = 0; offset < 300; offset += 40) {
        const auto page = run.page<HistoryPage>(
            query(with([](HistoryFilter &f) { f.states = {ExecutionState::Succeeded, ExecutionState::Failed}; }), 40,
                  offset));
        QCOMPARE(page.total, 250);
        for (const Execution &execution : page.executions)
            read.append(execution.id);
    }
    QCOMPARE(read, ids);
    QCOMPARE(run.page<HistoryPage>(query({}, -5, -5)).executions.size(), 0);
    QCOMPARE(run.page<HistoryPage>(query({}, 1'000'000, 0)).executions.size(), 251);
}

void StoreTest::findsTextLiterally()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    Execution execution = plainExecution(run.clock.now());
    execution.name = u"50%_of\\it"_s;
    QVERIFY(run.save(execution));
    QVERIFY(run.save(plainExecution(run.clock.now())));
    for (const QString &text : {u"%"_s, u"_"_s, u"\\"_s, u"0%_OF"_s})
        QCOMPARE(run.page<HistoryPage>(query(with([&](HistoryFilter &f) { f.text = text; }))).total, 1);
    QCOMPARE(run.page<HistoryPage>(query(with([&](HistoryFilter &f) { f.text = execution.id.mid(3, 20); }))).total, 1);
}

void StoreTest::everyFilterHasAnIndex_data()
{
    QTest::addColumn<HistoryFilter>("filter");
    QTest::newRow("state") << with([](HistoryFilter &f) { f.states = {ExecutionState::Failed}; });
    QTest::newRow("states") << with(
        [](HistoryFilter &f) { f.states = {ExecutionState::Failed, ExecutionState::Succeeded}; });
    QTest::newRow("kind") << with([](HistoryFilter &f) { f.kinds = {ExecutionKind::Job}; });
    QTest::newRow("owner") << with([](HistoryFilter &f) { f.owner = u"ada"_s; });
    QTest::newRow("dialect") << with([](HistoryFilter &f) { f.dialect = u"ark"_s; });
    QTest::newRow("project") << with([](HistoryFilter &f) { f.project = u"climate"_s; });
    QTest::newRow("time") << with([](HistoryFilter &f) {
        f.createdFrom = Timestamp(2000ms);
        f.createdTo = Timestamp(3000ms);
    });
    QTest::newRow("owner and state") << with([](HistoryFilter &f) {
        f.owner = u"ada"_s;
        f.states = {ExecutionState::Failed};
    });
    QTest::newRow("schedule") << with([](HistoryFilter &f) { f.schedule = u"nightly"_s; });
    QTest::newRow("schedule and states") << with([](HistoryFilter &f) {
        f.schedule = u"nightly"_s;
        f.states = {ExecutionState::Failed, ExecutionState::Succeeded};
    });
    QTest::newRow("text") << with([](HistoryFilter &f) { f.text = u"ada"_s; });
    QTest::newRow("nothing") << HistoryFilter{};
    QTest::newRow("owner and time") << with([](HistoryFilter &f) {
        f.owner = u"ada"_s;
        f.createdFrom = Timestamp(2000ms);
    });
}

void StoreTest::everyFilterHasAnIndex()
{
    QFETCH(HistoryFilter, filter);
    {
        StoreRun run(directory());
        QVERIFY(run.open());
    }
    for (const Statement &statement : {historyPage({filter, 100, 0}), historyTotal(filter)}) {
        const QVariantList plan = column(directory(), u"EXPLAIN QUERY PLAN "_s + statement.sql, statement.values, 3);
        QVERIFY(!plan.isEmpty());
        for (const QVariant &line : plan) {
            const QString step = line.toString();
            QVERIFY2(!step.startsWith(u"SCAN"_s) || step.contains(u"USING COVERING INDEX"_s), qPrintable(step));
            // Only the rows of the page may be sorted (the last step), never all that match.
            QVERIFY2(!step.contains(u"TEMP B-TREE"_s) || plan.constLast() == line, qPrintable(step));
        }
    }
}

void StoreTest::readsOutputs()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    Execution execution = plainExecution(run.clock.now());
    execution.outputFile = u"output"_s;
    Task task = fullTask(execution);
    task.outputFile = u"b.out.part"_s;
    QVERIFY(run.save(execution, {task}));
    const QString folder = directory() + u"/executions/"_s + execution.id;
    QVERIFY(QDir().mkpath(folder));
    for (const auto &[name, bytes] : {std::pair{u"/output"_s, "0123456789"}, std::pair{u"/b.out"_s, "whole"}}) {
        QFile file(folder + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    auto chunk = run.page<OutputChunk>(OutputQuery{execution.id, {}, 2, 3});
    QCOMPARE(chunk.bytes, "234");
    QCOMPARE(chunk.totalBytes, 10);
    QCOMPARE(chunk.fileName, u"output"_s);
    QCOMPARE(run.page<OutputChunk>(OutputQuery{execution.id, {}, 99, 3}).bytes, QByteArray());
    QCOMPARE(run.page<OutputChunk>(OutputQuery{execution.id, {}, -1, 100}).bytes, "0123456789");
    chunk = run.page<OutputChunk>(OutputQuery{execution.id, u"b"_s});
    QCOMPARE(chunk.bytes, "whole");
    QCOMPARE(chunk.fileName, u"b.out"_s); // the node has ended since its name was saved
    // The Snapshot's file name is newer than the stored one.
    execution.outputFile = u"b.out"_s;
    QVERIFY(run.hub.record(ExecutionChanged{execution}));
    QCOMPARE(run.page<OutputChunk>(OutputQuery{execution.id, {}}).bytes, "whole");
}

void StoreTest::neverFollowsNamesFromOutside()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    QFile secret(directory() + u"/secret"_s);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    QVERIFY(QDir().mkpath(directory() + u"/executions"_s));
    Execution execution = plainExecution(run.clock.now());
    execution.outputFile = u"../../secret"_s;
    QVERIFY(QDir().mkpath(directory() + u"/executions/"_s + execution.id));
    QVERIFY(run.save(execution));
    Execution strange = plainExecution(run.clock.now());
    strange.id = u".."_s;
    strange.outputFile = u"secret"_s;
    QVERIFY(run.save(strange));
    for (const QString &id : {execution.id, strange.id, u"../.."_s, QString()}) {
        const auto answer = run.ask(OutputQuery{id, {}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
    }
}

void StoreTest::unknownIsNotFound()
{
    StoreRun run(directory());
    QVERIFY(run.open());
    for (const QueryBody &body : {QueryBody(ExecutionQuery{u"nobody"_s}), QueryBody(OutputQuery{u"nobody"_s, {}})}) {
        const auto answer = run.ask(body);
        QVERIFY(!answer);
        QVERIFY((answer.error() == Error{ErrorCode::NotFound, u"execution not found"_s}));
    }
    QCOMPARE(run.ask(LogQuery{}).error().code, ErrorCode::Unsupported);
}

// Prints the times it measures; fails only when a page takes so long that a user would notice.
void StoreTest::hundredThousandExecutions()
{
    constexpr int executions = 100'000;
    StoreRun run(directory());
    QVERIFY(run.open());
    QElapsedTimer timer;
    timer.start();
    for (int number = 0; number < executions; ++number) {
        Execution execution = fullExecution();
        execution.createdAt += Milliseconds(number);
        execution.name = u"execution %1"_s.arg(number);
        execution.state = number % 10 == 0 ? ExecutionState::Failed : ExecutionState::Succeeded;
        execution.owner = number % 100 == 0 ? u"rare"_s : u"ada"_s;
        if (number % 1000 != 999)
            run.store.save(execution, {}, {});
        else
            QVERIFY(run.save(execution));
    }
    qInfo("saved in %lld ms", timer.elapsed());
    const std::pair<const char *, HistoryQuery> questions[]{
        {"first page", query({})},
        {"last page", query({}, 100, executions - 100)},
        {"failed, middle", query(with([](HistoryFilter &f) { f.states = {ExecutionState::Failed}; }), 100, 5000)},
        {"finished, middle",
         query(with([](HistoryFilter &f) { f.states = {ExecutionState::Failed, ExecutionState::Succeeded}; }), 100,
               50'000)},
        {"failed of a rare owner", query(with([](HistoryFilter &f) {
             f.states = {ExecutionState::Failed};
             f.owner = u"rare"_s;
         }))},
        {"text", query(with([](HistoryFilter &f) { f.text = u"99999"_s; }))},
    };
    for (const auto &[name, question] : questions) {
        timer.start();
        const auto page = run.page<HistoryPage>(question);
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        qInfo("%s: %.1f ms, %lld of %d", name, milliseconds, qlonglong(page.executions.size()), page.total);
        QVERIFY(!page.executions.isEmpty());
    }
    run.store.close(&run.context, [] {});
    StoreRun again(directory());
    timer.start();
    QVERIFY(again.open());
    qInfo("opened and checked: %lld ms, %lld MiB", timer.elapsed(),
          QFileInfo(directory() + u"/signalbox.db"_s).size() >> 20);
}

void StoreTest::keepsAgents()
{
    QTemporaryDir folder;
    Agent far;
    far.id = u"far"_s;
    far.hostname = u"far.example"_s;
    far.version = u"1.2"_s;
    far.owner = u"ann"_s;
    far.state = AgentState::Degraded;
    far.registeredAt = Timestamp(Milliseconds(1000));
    far.lastSeenAt = Timestamp(Milliseconds(2000));
    far.capabilities = {{u"maxConcurrentJobs"_s, 2}};
    far.resourceUsage = {{u"cpuPercent"_s, 12.5}};
    Agent gone = far;
    gone.id = u"gone"_s;
    {
        StoreRun run(folder.path());
        QVERIFY(run.open());
        int durable = 0;
        run.store.saveAgent(gone, [&durable](const Result<void> &result) { durable += result ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(durable, 1, patience);
        run.store.saveAgent(far, {}); // not awaited: written with the next batch or by close()
        run.store.removeAgent(gone.id);
    }
    StoreRun run(folder.path());
    const Result<core::RecoveredState> &opened = run.open();
    QVERIFY(opened);
    QCOMPARE(opened->agents, QList<Agent>{far});
}

// Those whose time is over are forgotten when the database is opened.
void StoreTest::keepsLogouts()
{
    QTemporaryDir folder;
    const Timestamp now = FakeClock().now();
    const core::EndedSession ended{u"s-1"_s, u"ann"_s, now + std::chrono::hours(1)};
    {
        StoreRun run(folder.path());
        QVERIFY(run.open());
        int durable = 0;
        const auto count = [&durable](const Result<void> &result) { durable += result ? 1 : 0; };
        run.store.saveEndedSession(ended, count);
        run.store.saveEndedSession({u"s-2"_s, u"ann"_s, now - std::chrono::hours(1)}, count);
        QTRY_COMPARE_WITH_TIMEOUT(durable, 2, patience);
    }
    StoreRun run(folder.path());
    const Result<core::RecoveredState> &opened = run.open();
    QVERIFY(opened);
    QCOMPARE(opened->endedSessions, QList<core::EndedSession>{ended});
}

// The last wish of each component; none of one that is in state Error or gone.
void StoreTest::keepsWhatCameOfSchedules()
{
    QTemporaryDir folder;
    const auto schedule = [](const QString &id) {
        Schedule made;
        made.id = id;
        made.record.scheduleId = id;
        made.record.plan = u"0 3 * * * UTC"_s;
        made.record.handled = Timestamp(1'760'677'200'001ms);
        return made;
    };
    Schedule full = schedule(u"full"_s);
    full.record.enabled = false;
    full.record.enabledBy = u"ann"_s;
    full.record.last = ScheduleRun{Timestamp(1ms), Timestamp(2ms), Timestamp(3ms),       ScheduleOutcome::Refused,
                                   u"an id"_s,     u"schedule"_s,  u"wäre \"zu\" viel"_s};
    full.record.leftOut = ScheduleRun{Timestamp(4ms), Timestamp(5ms), {}, ScheduleOutcome::Missed, {}, {}, {}};
    {
        StoreRun run(folder.path());
        QVERIFY(run.open());
        QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
        QVERIFY(run.hub.record(ScheduleChanged{schedule(u"plain"_s)}));
        QVERIFY(run.hub.record(ScheduleChanged{schedule(u"gone"_s)}));
        QVERIFY(run.hub.record(ScheduleChanged{schedule(u"full"_s)}));
        QVERIFY(run.save(plainExecution(run.clock.now())));
        QVERIFY(run.hub.record(ScheduleChanged{full}));
        QVERIFY(run.hub.record(ScheduleRemoved{u"gone"_s}));
        QVERIFY(run.save(plainExecution(run.clock.now())));
    }
    StoreRun again(folder.path());
    const auto &opened = again.open();
    QVERIFY(opened);
    QCOMPARE(opened->schedules.size(), 2);
    QVERIFY(opened->schedules.at(0) == full.record);
    QVERIFY(opened->schedules.at(1) == schedule(u"plain"_s).record);
}

void StoreTest::keepsWishes()
{
    QTemporaryDir folder;
    const auto component = [](const QString &id, std::optional<bool> toRun, ComponentState state) {
        Component made;
        made.id = id;
        made.state = state;
        if (toRun)
            made.wish = ComponentWish{id, *toRun, u"ann"_s};
        return made;
    };
    using S = ComponentState;
    {
        StoreRun run(folder.path());
        QVERIFY(run.open());
        QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
        const auto tell = [&](const Component &changed) { QVERIFY(run.hub.record(ComponentChanged{changed})); };
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
            tell(component(id, {}, S::Stopped));
        tell(component(u"a"_s, true, S::Starting));
        tell(component(u"b"_s, true, S::Starting));
        tell(component(u"b"_s, false, S::Stopping));
        tell(component(u"c"_s, true, S::Starting));
        tell(component(u"c"_s, true, S::Error));
        tell(component(u"d"_s, true, S::Starting));
        tell(component(u"d"_s, true, S::Error)); // tried again:
        tell(component(u"d"_s, true, S::Starting));
        tell(component(u"e"_s, true, S::Starting));
        QVERIFY(run.hub.record(ComponentRemoved{u"e"_s}));
        tell(component(u"f"_s, true, S::Starting));
        bool isDurable = false;
        run.store.whenDurable([&](const Result<void> &result) { isDurable = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isDurable, patience);
        tell(component(u"f"_s, {}, S::Running)); // removed again, in another transaction
    }
    const QList<ComponentWish> expected{{u"a"_s, true, u"ann"_s}, {u"b"_s, false, u"ann"_s}, {u"d"_s, true, u"ann"_s}};
    {
        StoreRun run(folder.path());
        const Result<core::RecoveredState> &opened = run.open();
        QVERIFY(opened);
        QCOMPARE(opened->wishes, expected);
        QObject::connect(&run.hub, &core::Hub::changed, &run.store, &core::Store::changed);
        // A restored component is announced, and its wish stays.
        QVERIFY(run.hub.record(ComponentChanged{component(u"a"_s, true, S::Stopped)}));
        run.store.forgetWish(u"d"_s);
    }
    StoreRun run(folder.path());
    const Result<core::RecoveredState> &opened = run.open();
    QVERIFY(opened);
    QCOMPARE(opened->wishes, expected.first(2));
}

// A restart restores instances and open jobs: jobs of agents do not end with the server, other executions do.
void StoreTest::keepsInstancesAndOpenJobs()
{
    QTemporaryDir folder;
    const Instance island{u"i1"_s,
                          u"Island"_s,
                          u"ASA"_s,
                          u"a"_s,
                          {{u"map"_s, u"x"_s}},
                          ComponentState::Running,
                          ComponentState::Running,
                          Timestamp(Milliseconds(1000)),
                          Timestamp(Milliseconds(2000))};
    Execution job;
    job.id = u"job"_s;
    job.kind = ExecutionKind::Job;
    job.state = ExecutionState::Running;
    job.details = JobDetails{.jobType = u"X"_s, .priority = 5, .errorDetails = QJsonObject{{u"c"_s, 1}}};
    {
        StoreRun run(folder.path());
        QVERIFY(run.open());
        int durable = 0;
        const auto count = [&durable](const Result<void> &result) { durable += result ? 1 : 0; };
        run.store.saveInstance(island, count);
        Instance second = island;
        second.id = u"i2"_s;
        run.store.saveInstance(second, count);
        run.store.removeInstance(second.id, count);
        QTRY_COMPARE_WITH_TIMEOUT(durable, 3, patience);
        QVERIFY(run.save(job));
    }
    StoreRun run(folder.path());
    const Result<core::RecoveredState> &opened = run.open();
    QVERIFY(opened);
    QCOMPARE(opened->instances, QList<Instance>{island});
    QCOMPARE(opened->jobs.size(), 1);
    QVERIFY(opened->jobs.constFirst().details == job.details);
    QVERIFY(opened->jobs.constFirst().state == ExecutionState::Running);
    QVERIFY(opened->interrupted.isEmpty());
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
