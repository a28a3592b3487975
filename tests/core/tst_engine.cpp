// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/procstat.h"
#include "tests/support/enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::EngineFixture;

namespace {

constexpr int patience = 20'000;

// How many processes there are whose command line holds this text.
int alive(const QByteArray &needle)
{
    int count = 0;
    for (const ProcStat &process : readAllProcStats()) {
        QFile file(u"/proc/%1/cmdline"_s.arg(process.pid));
        if (process.state != 'Z' && file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            ++count;
    }
    return count;
}

qint64 residentKib()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() * 4 : 0;
}

QStringList sh(const QString &script)
{
    return EngineFixture::shell(script);
}

PipelineNode node(const QString &id, const QString &script, const QStringList &after = {})
{
    return EngineFixture::node(id, sh(script), after);
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chain();
    void joinsInputsAndSinks();
    void environment();
    void diamondUsesTwoWorkers();
    void takesTurns();
    void aPipelineBesideASweepGoesOn();
    void failureSkipsWhatFollows();
    void failureCancelsAll();
    void failsWithReason_data();
    void failsWithReason();
    void cancelLeavesNothing();
    void daemonEndsWithItsNode();
    void outputLimit();
    void hugeErrorOutput();
    void hugeOutput();
    void capacityAndHalt();
    void graphRunsKindsOnly();
    void hostileParametersAreSingleArguments();
    void largeParametersComeAsFile();
    void completesOnceDurable();
    void unwritableJournalEndsTheRun();
    void unwritableFolderIsRefused();
    void retryReusesWhatSucceeded();
    void waitsForRoom();
    void whatWaitsCanBeCancelledAndHalted();
    void shutDownInterrupts();
    void workersComeAndGo();
    void dismissedWorkersGoAtOnce();
    void tasksTellProgress();
    void progressIsOffPerPipelineOrKind_data();
    void progressIsOffPerPipelineOrKind();
    void followsGrowingOutput();
};

void TestEngine::chain()
{
    EngineFixture f;
    f.offer({node(u"extract"_s, u"printf 'b\\na\\n'"_s), node(u"transform"_s, u"sort"_s, {u"extract"_s}),
             node(u"load"_s, u"tr a-z A-Z; pwd >&2; exit 0"_s, {u"transform"_s})});
    std::optional<CommandCompleted> completed;
    const auto id = f.submit(StartPipeline{u"p"_s, {}}, [&](const CommandCompleted &outcome) { completed = outcome; });
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    const Execution done = f.execution(*id);
    QCOMPARE(toString(done.state), toString(ExecutionState::Succeeded));
    QCOMPARE(done.percent, 100.0);
    QCOMPARE(done.owner, u"alice"_s);
    QCOMPARE(done.counts.succeeded, 3);
    QCOMPARE(done.outputFile, u"load.out"_s);
    QCOMPARE(f.output(*id), QByteArray("A\nB\n"));
    QVERIFY(done.startedAt && done.endedAt && completed && !completed->error && completed->subject == *id);
    QCOMPARE(f.task(*id, u"load"_s).order, 3);
    QCOMPARE(f.task(*id, u"load"_s).exitCode, 0);
    QCOMPARE(f.file(*id, u"load.err"_s).trimmed(), f.path(*id, u"work"_s).toUtf8());
    QTRY_COMPARE(toString(f.journal.executions.value(*id).state), toString(ExecutionState::Succeeded));
    QCOMPARE(toString(f.journal.tasksOf.value(*id).value(u"extract"_s).state), toString(ExecutionState::Succeeded));
    QTRY_COMPARE(f.engine->running(), 0);
    // The folder holds the outputs alone (no empty files, no working directory), readable by the owner alone.
    QCOMPARE(QDir(f.path(*id, {})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"extract.out"_s, u"load.err"_s, u"load.order"_s, u"load.out"_s, u"transform.out"_s}));
    QCOMPARE(QFileInfo(f.path(*id, u"load.out"_s)).permissions() & QFileDevice::Permissions(0x0077),
             QFileDevice::Permissions());
    double before = 0;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<ExecutionChanged>(&change.body)) {
            QVERIFY(changed->execution.percent >= before);
            before = changed->execution.percent;
            QCOMPARE(change.actor.user, u"alice"_s);
        }
    }
}

void TestEngine::joinsInputsAndSinks()
{
    EngineFixture f;
    f.offer({node(u"a"_s, u"echo a"_s), node(u"b"_s, u"head -c 3000000 /dev/zero | tr '\\0' b"_s),
             node(u"c"_s, u"echo c"_s), node(u"ab"_s, u"cat"_s, {u"a"_s, u"b"_s}),
             node(u"cba"_s, u"cat | head -c 3000005"_s, {u"c"_s, u"b"_s, u"a"_s}),
             node(u"deaf"_s, u"exec <&-; echo deaf"_s, {u"b"_s, u"a"_s})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    const QByteArray b(3'000'000, 'b');
    QCOMPARE(f.file(id, u"ab.out"_s), "a\n" + b);
    QCOMPARE(f.execution(id).outputFile, u"output"_s);
    QCOMPARE(f.output(id), "a\n" + b + "c\n" + b + "a\ndeaf\n");
}

void TestEngine::environment()
{
    EngineFixture f;
    PipelineNode first = node(u"first"_s, u"echo one"_s);
    PipelineNode second = node(
        u"second-2"_s,
        u"echo $SIGNALBOX_EXECUTION; echo $SIGNALBOX_NODE; echo $SIGNALBOX_PARAMS; cat $SIGNALBOX_INPUT_FIRST; pwd"_s,
        {u"first"_s});
    second.params = {{u"a"_s, 1}, {u"b"_s, 2}};
    f.offer({first, second});
    const QString id = f.startPipeline({{u"b"_s, 3}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const QList<QByteArray> lines = f.output(id).split('\n');
    QCOMPARE(lines, (QList<QByteArray>{id.toUtf8(), "second-2", "{\"a\":1,\"b\":3}", "one",
                                       f.path(id, u"work"_s).toUtf8(), ""}));
}

// left and right meet at a FIFO: each waits for the other, so they end only when both run at once.
void TestEngine::diamondUsesTwoWorkers()
{
    EngineFixture f(2);
    f.offer({node(u"top"_s, u"mkfifo meet; echo t"_s), node(u"left"_s, u"echo l > meet; cat"_s, {u"top"_s}),
             node(u"right"_s, u"cat meet"_s, {u"top"_s}), node(u"bottom"_s, u"cat"_s, {u"left"_s, u"right"_s})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(id), QByteArray("t\nl\n"));
    QCOMPARE((QSet<QString>{f.task(id, u"left"_s).workerId, f.task(id, u"right"_s).workerId}),
             (QSet<QString>{u"host-1"_s, u"host-2"_s}));
    for (const Worker &worker : f.hub.snapshot().workers)
        QCOMPARE(toString(worker.state), toString(WorkerState::Idle));
}

void TestEngine::takesTurns()
{
    EngineFixture f(1);
    Catalogue catalogue;
    catalogue.experimentPrograms = {u"true"_s};
    f.offer(catalogue);
    StartExperiment sweep;
    sweep.details.commandTemplate = u"true"_s;
    sweep.details.parameters.resize(20);
    const QString first = f.start(sweep);
    const QString second = f.start(sweep);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(first) && f.isOver(second), patience);
    QStringList order;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<TaskChanged>(&change.body);
            changed && changed->task.state == ExecutionState::Running)
            order.append(changed->task.executionId == first ? u"1"_s : u"2"_s);
    }
    QCOMPARE(order.size(), 40);
    QVERIFY2(order.mid(1).join(QString()).startsWith(u"1212121212"_s) || order.join(QString()).startsWith(u"121212"_s),
             qPrintable(order.join(QString())));
}

void TestEngine::aPipelineBesideASweepGoesOn()
{
    EngineFixture f(2);
    f.offer({node(u"a"_s, u"echo a"_s), node(u"b"_s, u"cat"_s, {u"a"_s}), node(u"c"_s, u"cat"_s, {u"b"_s})});
    Catalogue catalogue = f.hub.snapshot().catalogue;
    catalogue.experimentPrograms = {u"sh"_s};
    f.offer(catalogue);
    const QString folder = f.folder.path();
    QFile script(folder + u"/wait"_s);
    QVERIFY(script.open(QIODevice::WriteOnly) && script.write("until test -e $1; do sleep 0.01; done\n") > 0);
    script.close();
    StartExperiment sweep;
    sweep.details.commandTemplate = u"sh %1/wait %1/{x}"_s.arg(folder);
    for (int i = 0; i < 5; ++i)
        sweep.details.parameters.append({{}, {{u"x"_s, QString::number(i)}}});
    const auto endTask = [&](int i) { return QFile(u"%1/%2"_s.arg(folder).arg(i)).open(QIODevice::WriteOnly); };
    const QString tasks = f.start(sweep);
    const QString pipeline = f.startPipeline();
    QCOMPARE(toString(f.state(pipeline)), toString(ExecutionState::Queued));
    QVERIFY(endTask(0));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(pipeline), patience);
    QCOMPARE(f.output(pipeline), QByteArray("a\n"));
    QCOMPARE(f.execution(tasks).counts.running, 2); // has the worker back
    for (int i = 1; i < 5; ++i)
        QVERIFY(endTask(i));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(tasks), patience);
    QStringList order;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<TaskChanged>(&change.body);
            changed && changed->task.state == ExecutionState::Running)
            order.append(changed->task.executionId == tasks ? u"task"_s : changed->task.nodeId);
    }
    QCOMPARE(order.join(u' '), u"task task a b c task task task"_s);
}

void TestEngine::failureSkipsWhatFollows()
{
    EngineFixture f(1);
    f.offer({node(u"bad"_s, u"echo part; echo 'it broke' >&2; exit 3"_s), node(u"next"_s, u"cat"_s, {u"bad"_s}),
             node(u"last"_s, u"cat"_s, {u"next"_s}), node(u"other"_s, u"echo fine"_s)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.execution(id).error, u"Node 'bad' failed: exit status 3: it broke"_s);
    QCOMPARE(toString(f.task(id, u"bad"_s).state), toString(ExecutionState::Failed));
    QCOMPARE(f.task(id, u"bad"_s).exitCode, 3);
    QCOMPARE(toString(f.task(id, u"next"_s).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"last"_s).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"other"_s).state), toString(ExecutionState::Succeeded));
    // The output of the failed node is kept, under a name that says that it is partial.
    QCOMPARE(f.task(id, u"bad"_s).outputFile, u"bad.out.part"_s);
    QCOMPARE(f.file(id, u"bad.out.part"_s), QByteArray("part\n"));
    QVERIFY(!QFile::exists(f.path(id, u"bad.out"_s)));
}

void TestEngine::failureCancelsAll()
{
    EngineFixture f(2);
    f.offer({node(u"bad"_s, u"while ! test -e on; do sleep 0.01; done; exit 1"_s),
             node(u"long"_s, u"touch on; exec sleep 71001"_s), node(u"never"_s, u"echo x"_s)},
            true);
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.execution(id).error, u"Node 'bad' failed: exit status 1"_s);
    QCOMPARE(toString(f.task(id, u"long"_s).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"never"_s).state), toString(ExecutionState::Cancelled));
    QCOMPARE(alive("71001"), 0);
}

void TestEngine::failsWithReason_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("error");
    QTest::newRow("status") << sh(u"exit 42"_s) << u"exit status 42"_s;
    QTest::newRow("words") << sh(u"echo a; echo b >&2; exit 42"_s) << u"exit status 42: b"_s;
    QTest::newRow("output alone") << sh(u"echo a; echo b; exit 42"_s) << u"exit status 42: b"_s;
    QTest::newRow("a traceback")
        << QStringList{u"python3"_s, u"-c"_s,
                       u"import sys\nfor i in range(60): print('line', i, file=sys.stderr)\nraise ValueError('the real reason')"_s}
        << u"exit status 1: ValueError: the real reason"_s;
    QTest::newRow("a line of 1 MiB") << sh(u"head -c 1048576 /dev/zero | tr '\\0' x; exit 2"_s)
                                     << u"exit status 2: …xxx"_s;
    QTest::newRow("noise") << sh(u"head -c 100000 /dev/urandom >&2; printf '\\nno disk\\n' >&2; exit 2"_s)
                           << u"exit status 2: "_s;
    QTest::newRow("signal, with words") << sh(u"echo 'no disk' >&2; kill -SEGV $$"_s)
                                        << u"signal: segmentation fault: no disk"_s;
    QTest::newRow("signal") << sh(u"kill -KILL $$"_s) << u"signal: killed"_s;
    QTest::newRow("segfault") << sh(u"kill -SEGV $$"_s) << u"signal: segmentation fault"_s;
    QTest::newRow("missing") << QStringList{u"no-such-program-anywhere"_s}
                             << u"cannot start 'no-such-program-anywhere': no such program"_s;
    QTest::newRow("full disk") << sh(u"echo x > /dev/full"_s) << u"exit status 1: sh: 1: echo: echo: I/O error"_s;
    QTest::newRow("full disk, cat") << sh(u"echo x | cat > /dev/full"_s)
                                    << u"exit status 1: cat: write error: No space left on device"_s;
}

void TestEngine::failsWithReason()
{
    QFETCH(QStringList, command);
    QFETCH(QString, error);
    EngineFixture f;
    f.offer({EngineFixture::node(u"n"_s, command)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QVERIFY2(f.task(id, u"n"_s).error.startsWith(error), qPrintable(f.task(id, u"n"_s).error));
    QVERIFY(f.task(id, u"n"_s).error.size() <= longestReason);
    QVERIFY(f.execution(id).isUnseen);
    QCOMPARE(f.execution(id).error, u"Node 'n' failed: "_s + f.task(id, u"n"_s).error);
}

void TestEngine::cancelLeavesNothing()
{
    EngineFixture f(3, [](EngineOptions &options) { options.stopTimeout = Milliseconds(100); });
    f.offer({node(u"plain"_s, u"exec sleep 72001"_s),
             node(u"deaf"_s, u"trap '' TERM; sleep 72001 & sleep 72001; sleep 72001"_s),
             node(u"polite"_s, u"trap 'exit 0' TERM; sleep 72001 & wait"_s), node(u"queued"_s, u"true"_s),
             node(u"after"_s, u"true"_s, {u"plain"_s})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(alive("72001") >= 5, patience);
    std::optional<ExecutionState> whenCompleted;
    QVERIFY(f.submit(CancelExecution{id}, [&](const CommandCompleted &) { whenCompleted = f.state(id); }));
    QTRY_VERIFY_WITH_TIMEOUT(whenCompleted.has_value(), patience);
    QCOMPARE(toString(*whenCompleted), toString(ExecutionState::Cancelled));
    QCOMPARE(f.execution(id).message, u"cancelled by alice"_s);
    QCOMPARE(f.execution(id).counts.cancelled, 5);
    QCOMPARE(alive("72001"), 0);
    // A second cancel is no error and changes nothing.
    whenCompleted.reset();
    QVERIFY(f.submit(CancelExecution{id}, [&](const CommandCompleted &) { whenCompleted = f.state(id); }));
    QCOMPARE(toString(*whenCompleted), toString(ExecutionState::Cancelled));
    for (const Worker &worker : f.hub.snapshot().workers)
        QCOMPARE(toString(worker.state), toString(WorkerState::Idle));
}

void TestEngine::daemonEndsWithItsNode()
{
    EngineFixture f;
    f.offer({node(u"d"_s, u"setsid sh -c 'sleep 73001 & sleep 73001' >/dev/null 2>&1 & echo done"_s)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(id), QByteArray("done\n"));
    QCOMPARE(alive("73001"), 0);
}

void TestEngine::outputLimit()
{
    EngineFixture f(1, [](EngineOptions &options) { options.nodeOutputBytes = 1'000'000; });
    f.offer({EngineFixture::node(u"flood"_s, {u"yes"_s, u"74001"_s})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.task(id, u"flood"_s).error, u"printed more than 1000000 bytes, the limit of one node's output"_s);
    QCOMPARE(alive("74001"), 0);
}

void TestEngine::hugeErrorOutput()
{
    EngineFixture f;
    f.offer({node(u"n"_s, u"head -c 20000000 /dev/zero | tr '\\0' e >&2; echo; echo last >&2; exit 1"_s)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const QString error = f.task(id, u"n"_s).error;
    QVERIFY2(error.startsWith(u"exit status 1: …eee"_s), qUtf8Printable(error));
    QVERIFY(error.size() <= longestReason);
    const QByteArray kept = f.file(id, u"n.err"_s);
    QVERIFY(kept.endsWith("eelast\n"));
    QVERIFY(kept.contains("e\n[signalbox] 18885893 bytes are left out here\ne"));
    QVERIFY(kept.size() < (1024 + 65) * 1024);
}

void TestEngine::hugeOutput()
{
    if (!qEnvironmentVariableIsSet("SIGNALBOX_HUGE"))
        QSKIP("a test of its own, core.engine_huge: it keeps the disk from all others");
    EngineFixture f;
    f.offer({node(u"giant"_s, u"head -c 1073741824 /dev/zero"_s), node(u"count"_s, u"wc -c"_s, {u"giant"_s})});
    const qint64 before = residentKib();
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), 100'000);
    QVERIFY2(f.state(id) == ExecutionState::Succeeded, qPrintable(f.task(id, u"giant"_s).error));
    QCOMPARE(f.output(id).trimmed(), QByteArray("1073741824"));
    QVERIFY2(residentKib() - before < 16 * 1024, qPrintable(QString::number(residentKib() - before)));
}

void TestEngine::capacityAndHalt()
{
    EngineFixture f(4);
    f.offer({node(u"n"_s, u"exec sleep 75001"_s)});
    f.actor.role = Role::Admin;
    const QStringList ids{f.startPipeline(), f.startPipeline(), f.startPipeline()};
    const auto fourth = f.submit(StartPipeline{u"p"_s, {}});
    QVERIFY(!fourth && fourth.error().code == ErrorCode::Capacity);
    QVERIFY(f.submit(SetMode{Mode::Halted}));
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(ids.cbegin(), ids.cend(), [&](const QString &id) { return f.isOver(id); }),
                             patience);
    for (const QString &id : ids) {
        QCOMPARE(toString(f.state(id)), toString(ExecutionState::Cancelled));
        QCOMPARE(f.execution(id).message, u"halted by an operator"_s);
    }
    QCOMPARE(alive("75001"), 0);
    const auto halted = f.submit(StartPipeline{u"p"_s, {}});
    QVERIFY(!halted && halted.error().code == ErrorCode::Halted);
    QVERIFY(f.submit(SetMode{Mode::Normal}));
    QVERIFY(!f.startPipeline().isEmpty());
}

void TestEngine::graphRunsKindsOnly()
{
    EngineFixture f;
    Catalogue catalogue;
    catalogue.kinds = {{u"say"_s, 0, 0, {u"printf"_s, u"%s\\n"_s, u"{param:text}"_s}},
                       {u"upper"_s, 1, 1, {u"tr"_s, u"a-z"_s, u"A-Z"_s}}};
    f.offer(catalogue);
    StartGraph request;
    request.nodes = {{u"../../x"_s, u"say"_s, sh(u"echo evil"_s), {{u"text"_s, u"hello"_s}}, {}},
                     {u"b"_s, u"upper"_s, {}, {}, {u"../../x"_s}}};
    const QString id = f.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.output(id), QByteArray("HELLO\n"));
    QCOMPARE(f.task(id, u"../../x"_s).outputFile, u"______x~0.out"_s);
    request.nodes = {{u"a"_s, {}, sh(u"echo evil"_s), {}, {}}};
    const auto refused = f.submit(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"Node 'a' has unknown kind ''."_s);
    // The refused graph has left no execution and no folder.
    QCOMPARE(f.hub.snapshot().executions.size(), 1);
    QCOMPARE(QDir(f.folder.path() + u"/executions"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TestEngine::hostileParametersAreSingleArguments()
{
    EngineFixture f;
    Catalogue catalogue;
    catalogue.kinds = {{u"say"_s, 0, 0, {u"printf"_s, u"<%s>"_s, u"{param:a}"_s, u"x{param:b}"_s}}};
    f.offer(catalogue);
    for (const QString &text : {u"; touch pwned"_s, u"$(touch pwned) `touch pwned`"_s, u"a b\nc"_s, u"{param:b}"_s,
                                u"../../../etc/passwd"_s, u"\u202Etxt"_s, QString(65'535, u'y')}) {
        StartGraph request;
        request.nodes = {{u"n"_s, u"say"_s, {}, {{u"a"_s, text}, {u"b"_s, text}}, {}}};
        const QString id = f.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(f.output(id), QByteArray('<' + text.toUtf8() + "><x" + text.toUtf8() + '>'));
        QVERIFY(!QFile::exists(f.path(id, u"work/pwned"_s)));
    }
    StartGraph request;
    request.nodes = {{u"n"_s, u"say"_s, {}, {{u"a"_s, QString(1'000'000, u'y')}, {u"b"_s, 1}}, {}}};
    const auto refused = f.submit(request);
    QVERIFY(!refused && refused.error().message.contains(u"1000000 bytes long; at most 65536"_s));
}

void TestEngine::largeParametersComeAsFile()
{
    EngineFixture f;
    f.offer({node(u"n"_s, u"echo \"${SIGNALBOX_PARAMS-unset}\"; cat \"$SIGNALBOX_PARAMS_FILE\""_s)});
    const QJsonObject params{{u"big"_s, QString(200'000, u'z')}};
    const QString id = f.startPipeline(params);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.output(id), "unset\n" + QJsonDocument(params).toJson(QJsonDocument::Compact));
}

void TestEngine::completesOnceDurable()
{
    EngineFixture f;
    f.journal.hold = true;
    f.offer({node(u"n"_s, u"true"_s)});
    bool completed = false;
    const auto id = f.submit(StartPipeline{u"p"_s, {}}, [&](const CommandCompleted &) { completed = true; });
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    QVERIFY(!completed);
    f.journal.release();
    QVERIFY(completed);
}

void TestEngine::unwritableJournalEndsTheRun()
{
    EngineFixture f;
    f.journal.refuse = true;
    f.offer({node(u"n"_s, u"exec sleep 76001"_s)});
    std::optional<CommandCompleted> completed;
    const auto id = f.submit(StartPipeline{u"p"_s, {}}, [&](const CommandCompleted &outcome) { completed = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    QVERIFY(completed && completed->error && completed->error->message == u"the disk is full"_s);
    QCOMPARE(toString(f.state(*id)), toString(ExecutionState::Failed));
    QCOMPARE(alive("76001"), 0);
    QTRY_COMPARE(f.engine->running(), 0);
}

void TestEngine::unwritableFolderIsRefused()
{
    EngineFixture f;
    f.offer({node(u"n"_s, u"true"_s)});
    QFile inTheWay(f.folder.path() + u"/executions"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto refused = f.submit(StartPipeline{u"p"_s, {}});
    QVERIFY(!refused && refused.error().code == ErrorCode::Internal);
    QVERIFY2(refused.error().message.contains(f.folder.path()), qPrintable(refused.error().message));
    QVERIFY(f.hub.snapshot().executions.isEmpty());
}

void TestEngine::retryReusesWhatSucceeded()
{
    EngineFixture f;
    const QString flag = f.folder.path() + u"/fixed"_s;
    f.offer({node(u"once"_s, u"date +%s%N"_s), node(u"flaky"_s, u"cat; test -e %1"_s.arg(flag), {u"once"_s}),
             node(u"last"_s, u"cat"_s, {u"flaky"_s})});
    const QString first = f.start(StartPipeline{u"p"_s, {}, u"nightly"_s});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(first), patience);
    QCOMPARE(toString(f.state(first)), toString(ExecutionState::Failed));
    QVERIFY(QFile(flag).open(QIODevice::WriteOnly));
    const QString second = f.start(RetryExecution{first, true});
    QVERIFY(second != first);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(second), patience);
    QCOMPARE(toString(f.state(second)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(second), f.file(first, u"once.out"_s)); // the node was not run again
    QCOMPARE(f.execution(second).retryOf, first);
    QCOMPARE(f.execution(second).scheduleId, u"nightly"_s);
    const QString third = f.start(RetryExecution{first, false});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(third), patience);
    QVERIFY(f.output(third) != f.output(second));
}

// Beyond [server] capacity, if it is asked for: in the order in which they came, as soon as there is room, and not while the
// mode keeps everything from starting.
void TestEngine::waitsForRoom()
{
    EngineFixture f(8);
    f.offer({node(u"n"_s, u"while ! test -e %1/\"$SIGNALBOX_EXECUTION\"; do sleep 0.01; done"_s.arg(f.folder.path()))});
    const auto letGo = [&](const QString &id) { return QFile(f.folder.path() + u'/' + id).open(QIODevice::WriteOnly); };
    const QStringList running{f.startPipeline(), f.startPipeline(), f.startPipeline()}; // as many as may
    QCOMPARE(f.submit(StartPipeline{u"p"_s, {}}).error().code, ErrorCode::Capacity);
    const QString first = f.start(StartPipeline{u"p"_s, {}, {}, true});
    const QString second = f.start(StartPipeline{u"p"_s, {}, {}, true});
    for (const QString &id : {first, second}) {
        QCOMPARE(toString(f.state(id)), toString(ExecutionState::Queued));
        QCOMPARE(f.execution(id).message, u"waits for room: [server] capacity is 3"_s);
        QCOMPARE(toString(f.task(id, u"n"_s).state), toString(ExecutionState::Created));
    }
    QVERIFY(f.hub.record(ModeChanged{Mode::Maintenance}));
    QVERIFY(letGo(running[0]));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(running[0]), patience);
    QCoreApplication::processEvents();
    QCOMPARE(toString(f.state(first)), toString(ExecutionState::Queued));
    QVERIFY(f.hub.record(ModeChanged{Mode::Normal}));
    QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(first)), toString(ExecutionState::Running), patience);
    QVERIFY(f.execution(first).message.isEmpty());
    QCOMPARE(toString(f.state(second)), toString(ExecutionState::Queued));
    ServerInfo server = f.hub.snapshot().server;
    server.capacity = 4; // a reload
    QVERIFY(f.hub.record(ServerChanged{server}));
    QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(second)), toString(ExecutionState::Running), patience);
    for (const QString &id : {running[1], running[2], first, second})
        QVERIFY(letGo(id));
    for (const QString &id : {running[1], running[2], first, second})
        QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(id)), toString(ExecutionState::Succeeded), patience);
    const QString alone = f.start(RetryExecution{first, false, true}); // there is room: it does not wait
    QCOMPARE(toString(f.state(alone)), toString(ExecutionState::Running));
    QVERIFY(letGo(alone));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(alone), patience);
}

void TestEngine::whatWaitsCanBeCancelledAndHalted()
{
    EngineFixture f(8);
    f.offer({node(u"n"_s, u"exec sleep 78001"_s), node(u"m"_s, u"true"_s, {u"n"_s})});
    const QStringList running{f.startPipeline(), f.startPipeline(), f.startPipeline()};
    QStringList waiting;
    for (int i = 0; i < 3; ++i)
        waiting << f.start(StartPipeline{u"p"_s, {}, {}, true});
    std::optional<CommandCompleted> cancelled;
    QVERIFY(f.submit(CancelExecution{waiting[1]}, [&](const CommandCompleted &outcome) { cancelled = outcome; }));
    QTRY_VERIFY_WITH_TIMEOUT(cancelled && !cancelled->error, patience);
    QCOMPARE(toString(f.state(waiting[1])), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(waiting[1], u"n"_s).state), toString(ExecutionState::Cancelled));
    QVERIFY(!f.execution(waiting[1]).startedAt);
    QVERIFY(f.submit(CancelExecution{running[0]}));
    QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(waiting[0])), toString(ExecutionState::Running), patience);
    QCOMPARE(toString(f.state(waiting[2])), toString(ExecutionState::Queued));
    bool finished = false;
    connect(f.engine.get(), &Engine::shutDownFinished, this, [&] { finished = true; });
    f.engine->shutDown(); // what waits is interrupted like all that has not ended, and does not begin
    QTRY_VERIFY_WITH_TIMEOUT(finished, patience);
    QCOMPARE(toString(f.state(waiting[2])), toString(ExecutionState::Interrupted));
    QCOMPARE(toString(f.journal.executions.value(waiting[2]).state), toString(ExecutionState::Interrupted));
    QVERIFY(!f.execution(waiting[2]).startedAt);
    QCOMPARE(alive("78001"), 0);
}

void TestEngine::shutDownInterrupts()
{
    EngineFixture f(1);
    f.offer({node(u"n"_s, u"exec sleep 77001"_s), node(u"m"_s, u"true"_s)});
    const QString id = f.startPipeline();
    bool finished = false;
    connect(f.engine.get(), &Engine::shutDownFinished, this, [&] { finished = true; });
    f.engine->shutDown();
    QVERIFY(!f.submit(StartPipeline{u"p"_s, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(finished, patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Interrupted));
    QCOMPARE(f.execution(id).error, u"interrupted"_s);
    QCOMPARE(toString(f.journal.executions.value(id).state), toString(ExecutionState::Interrupted));
    QCOMPARE(alive("77001"), 0);
}

void TestEngine::workersComeAndGo()
{
    EngineFixture f(1);
    f.offer({node(u"n"_s, u"while ! test -e %1/go; do sleep 0.01; done"_s.arg(f.folder.path()))});
    const QString id = f.startPipeline();
    const auto worker = [&](const char *name) {
        return f.hub.snapshot().workers.value(QString::fromLatin1(name)).state;
    };
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Running));
    f.engine->setWorkers(0);
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Running));
    QVERIFY(QFile(f.folder.path() + u"/go"_s).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Offline));
    const QString waiting = f.startPipeline();
    QCOMPARE(toString(f.state(waiting)), toString(ExecutionState::Queued));
    f.engine->setWorkers(2);
    QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(waiting)), toString(ExecutionState::Succeeded), patience);
    QCOMPARE(toString(worker("host-2")), toString(WorkerState::Idle));
}

// At a clean stop of the server: busy or not, each is told of once, and nothing waiting is begun.
void TestEngine::dismissedWorkersGoAtOnce()
{
    EngineFixture f(2);
    f.offer({node(u"n"_s, u"exec sleep 77002"_s)});
    const QString busy = f.startPipeline();
    f.changes.clear();
    f.engine->dismissWorkers();
    const QString waiting = f.startPipeline();
    bool finished = false;
    connect(f.engine.get(), &Engine::shutDownFinished, this, [&] { finished = true; });
    f.engine->shutDown();
    QTRY_VERIFY_WITH_TIMEOUT(finished, patience);
    QCOMPARE(toString(f.state(busy)), toString(ExecutionState::Interrupted));
    QVERIFY(!f.task(waiting, u"n"_s).startedAt);
    QStringList told;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *worker = std::get_if<WorkerChanged>(&change.body))
            told.append(worker->worker.id + u' ' + toString(worker->worker.state) + worker->worker.executionId);
    }
    QCOMPARE(told, (QStringList{u"host-1 offline"_s, u"host-2 offline"_s}));
}

// "a line ::progress 75.0 text on stdout": what the Snapshot, the output and the history have of it.
void TestEngine::tasksTellProgress()
{
    EngineFixture f(2);
    const QString script =
        u"echo out; echo '::progress %1 \033[1m%2\033[0m'; while ! test -e %3/go; do sleep 0.01; done;"
        "echo '::progress 30 back'; echo '::progress what'"_s;
    f.offer({node(u"a"_s, script.arg(u"75.0"_s, u"text"_s, f.folder.path())),
             node(u"b"_s, script.arg(u"25"_s, QString(), f.folder.path())), node(u"c"_s, u"cat"_s, {u"a"_s, u"b"_s}),
             node(u"d"_s, u"echo '::progress 40 almost'; exit 1"_s, {u"c"_s})});
    const QString id = f.startPipeline();
    QTRY_COMPARE_WITH_TIMEOUT(f.task(id, u"a"_s).percent, 75.0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.task(id, u"b"_s).percent, 25.0, patience);
    QCOMPARE(f.task(id, u"a"_s).message, u"text"_s); // escape sequences are for terminals
    QCOMPARE(f.task(id, u"b"_s).message, QString());
    QCOMPARE(f.execution(id).percent, 25.0); // the mean of four
    QCOMPARE(f.execution(id).message, u"text"_s);
    QVERIFY(!isOfUnknownLength(f.execution(id)));
    QVERIFY(QFile(f.folder.path() + u"/go"_s).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.file(id, u"c.out"_s), QByteArray("out\n::progress what\nout\n::progress what\n"));
    QCOMPARE(f.task(id, u"d"_s).percent, 40.0);
    QCOMPARE(f.execution(id).percent, 85.0); // a task that failed stays where it was
    QCOMPARE(f.execution(id).message, u"almost"_s);
    QTRY_VERIFY(isFinal(f.journal.executions.value(id).state));
    QCOMPARE(f.journal.executions.value(id).percent, 85.0);
    QCOMPARE(f.journal.tasksOf.value(id).value(u"a"_s).message, u"back"_s);
    QCOMPARE(f.journal.tasksOf.value(id).value(u"d"_s).percent, 40.0);
    QMap<QString, double> before;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<TaskChanged>(&change.body)) {
            QVERIFY(changed->task.percent >= before.value(changed->task.nodeId));
            before[changed->task.nodeId] = changed->task.percent;
        }
    }
}

void TestEngine::progressIsOffPerPipelineOrKind_data()
{
    QTest::addColumn<bool>("ofKind");
    QTest::addColumn<bool>("ofPipeline");
    QTest::addColumn<QByteArray>("ofTheKind");
    QTest::addColumn<QByteArray>("ofTheCommand");
    const QByteArray line = "::progress 60 x\n";
    QTest::newRow("on") << true << true << QByteArray() << QByteArray();
    QTest::newRow("off for the kind") << false << true << line << QByteArray();
    QTest::newRow("off for the pipeline") << true << false << line << line;
    QTest::newRow("off for both") << false << false << line << line;
}

void TestEngine::progressIsOffPerPipelineOrKind()
{
    QFETCH(bool, ofKind);
    QFETCH(bool, ofPipeline);
    EngineFixture f(1);
    Catalogue catalogue;
    catalogue.kinds = {{u"teller"_s, 0, 0, EngineFixture::shell(u"echo '::progress 60 x'"_s), ofKind}};
    Pipeline pipeline;
    pipeline.id = u"p"_s;
    pipeline.progress = ofPipeline;
    pipeline.nodes = {{u"k"_s, u"teller"_s, {}, {}, {}}, node(u"c"_s, u"echo '::progress 60 x'"_s)};
    catalogue.pipelines = {pipeline};
    f.offer(catalogue);
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QTEST(f.file(id, u"k.out"_s), "ofTheKind");
    QTEST(f.file(id, u"c.out"_s), "ofTheCommand");
    QCOMPARE(f.task(id, u"c"_s).message.isEmpty(), !ofPipeline);
    QCOMPARE(f.task(id, u"k"_s).message.isEmpty(), !(ofPipeline && ofKind));
    const QString graph = f.start(StartGraph{{}, {{u"k"_s, u"teller"_s, {}, {}, {}}}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(graph), patience);
    QCOMPARE(f.task(graph, u"k"_s).message.isEmpty(), !ofKind);
}

void TestEngine::followsGrowingOutput()
{
    EngineFixture f(1);
    f.offer({node(u"n"_s, u"echo one; while ! test -e %1/go; do sleep 0.01; done; echo two"_s.arg(f.folder.path()))});
    const QString id = f.startPipeline();
    QByteArray heard;
    bool overWhenHeard = false;
    const auto tap = f.engine->followOutput(id, [&](qint64, const QByteArray &bytes) {
        heard += bytes;
        overWhenHeard = overWhenHeard || f.isOver(id);
    });
    QVERIFY(tap);
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("one\n"), patience);
    QVERIFY(QFile(f.folder.path() + u"/go"_s).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(heard, QByteArray("one\ntwo\n"));
    QVERIFY(!overWhenHeard);
    QVERIFY(!f.engine->followOutput(u"nope"_s, {}));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
