// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/procstat.h"
#include "tests/support/enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <csignal>

using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::EngineFixture;

namespace {

constexpr int patience = 20'000;

// Processes whose command line holds this text.
int alive(const QByteArray &needle)
{
    int count = 0;
    for (const ProcStat &process : readAllProcStats()) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(process.pid));
        if (process.state != 'Z' && file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            ++count;
    }
    return count;
}

qint64 residentKib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
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
    void settlesOnceDurable();
    void unwritableJournalEndsTheRun();
    void unwritableFolderIsRefused();
    void retryReusesWhatSucceeded();
    void shutDownInterrupts();
    void workersComeAndGo();
    void followsGrowingOutput();
};

void TestEngine::chain()
{
    EngineFixture f;
    f.offer({node(u"extract"_qs, u"printf 'b\\na\\n'"_qs), node(u"transform"_qs, u"sort"_qs, {u"extract"_qs}),
             node(u"load"_qs, u"tr a-z A-Z; pwd >&2; exit 0"_qs, {u"transform"_qs})});
    std::optional<CommandSettled> settled;
    const auto id = f.submit(StartPipeline{u"p"_qs, {}}, [&](const CommandSettled &outcome) { settled = outcome; });
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    const Execution done = f.execution(*id);
    QCOMPARE(toString(done.state), toString(ExecutionState::Succeeded));
    QCOMPARE(done.percent, 100.0);
    QCOMPARE(done.owner, u"alice"_qs);
    QCOMPARE(done.counts.succeeded, 3);
    QCOMPARE(done.outputFile, u"load.out"_qs);
    QCOMPARE(f.output(*id), QByteArray("A\nB\n"));
    QVERIFY(done.startedAt && done.endedAt && settled && !settled->error && settled->subject == *id);
    QCOMPARE(f.task(*id, u"load"_qs).order, 3);
    QCOMPARE(f.task(*id, u"load"_qs).exitCode, 0);
    QCOMPARE(f.file(*id, u"load.err"_qs).trimmed(), f.path(*id, u"work"_qs).toUtf8());
    QTRY_COMPARE(toString(f.journal.executions.value(*id).state), toString(ExecutionState::Succeeded));
    QCOMPARE(toString(f.journal.tasksOf.value(*id).value(u"extract"_qs).state), toString(ExecutionState::Succeeded));
    QTRY_COMPARE(f.engine->running(), 0);
    // Nothing but what is worth keeping, and nobody else can read it.
    QCOMPARE(QDir(f.path(*id, {})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"extract.out"_qs, u"load.err"_qs, u"load.out"_qs, u"transform.out"_qs}));
    QCOMPARE(QFileInfo(f.path(*id, u"load.out"_qs)).permissions() & QFileDevice::Permissions(0x0077),
             QFileDevice::Permissions());
    double before = 0;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<ExecutionChanged>(&change.body)) {
            QVERIFY(changed->execution.percent >= before);
            before = changed->execution.percent;
            QCOMPARE(change.actor.user, u"alice"_qs);
        }
    }
}

void TestEngine::joinsInputsAndSinks()
{
    EngineFixture f;
    f.offer({node(u"a"_qs, u"echo a"_qs), node(u"b"_qs, u"head -c 3000000 /dev/zero | tr '\\0' b"_qs),
             node(u"c"_qs, u"echo c"_qs), node(u"ab"_qs, u"cat"_qs, {u"a"_qs, u"b"_qs}),
             node(u"cba"_qs, u"cat | head -c 3000005"_qs, {u"c"_qs, u"b"_qs, u"a"_qs}),
             node(u"deaf"_qs, u"exec <&-; echo deaf"_qs, {u"b"_qs, u"a"_qs})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    const QByteArray b(3'000'000, 'b');
    QCOMPARE(f.file(id, u"ab.out"_qs), "a\n" + b);
    QCOMPARE(f.execution(id).outputFile, u"output"_qs);
    QCOMPARE(f.output(id), "a\n" + b + "c\n" + b + "a\ndeaf\n");
}

void TestEngine::environment()
{
    EngineFixture f;
    PipelineNode first = node(u"first"_qs, u"echo one"_qs);
    PipelineNode second = node(
        u"second-2"_qs,
        u"echo $SIGNALBOX_EXECUTION; echo $SIGNALBOX_NODE; echo $SIGNALBOX_PARAMS; cat $SIGNALBOX_INPUT_FIRST; pwd"_qs,
        {u"first"_qs});
    second.params = {{u"a"_qs, 1}, {u"b"_qs, 2}};
    f.offer({first, second});
    const QString id = f.startPipeline({{u"b"_qs, 3}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const QList<QByteArray> lines = f.output(id).split('\n');
    QCOMPARE(lines, (QList<QByteArray>{id.toUtf8(), "second-2", "{\"a\":1,\"b\":3}", "one",
                                       f.path(id, u"work"_qs).toUtf8(), ""}));
}

// Two in the middle meet: each waits for the other, which only works when both run at once.
void TestEngine::diamondUsesTwoWorkers()
{
    EngineFixture f(2);
    f.offer({node(u"top"_qs, u"mkfifo meet; echo t"_qs), node(u"left"_qs, u"echo l > meet; cat"_qs, {u"top"_qs}),
             node(u"right"_qs, u"cat meet"_qs, {u"top"_qs}), node(u"bottom"_qs, u"cat"_qs, {u"left"_qs, u"right"_qs})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(id), QByteArray("t\nl\n"));
    QCOMPARE((QSet<QString>{f.task(id, u"left"_qs).workerId, f.task(id, u"right"_qs).workerId}),
             (QSet<QString>{u"host-1"_qs, u"host-2"_qs}));
    for (const Worker &worker : f.hub.snapshot().workers)
        QCOMPARE(toString(worker.state), toString(WorkerState::Idle));
}

void TestEngine::takesTurns()
{
    EngineFixture f(1);
    Catalogue catalogue;
    catalogue.experimentPrograms = {u"true"_qs};
    f.offer(catalogue);
    StartExperiment sweep;
    sweep.commandTemplate = u"true"_qs;
    sweep.parameters.resize(20);
    const QString first = f.start(sweep);
    const QString second = f.start(sweep);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(first) && f.isOver(second), patience);
    QStringList order;
    for (const Change &change : std::as_const(f.changes)) {
        if (const auto *changed = std::get_if<TaskChanged>(&change.body);
            changed && changed->task.state == ExecutionState::Running)
            order.append(changed->task.executionId == first ? u"1"_qs : u"2"_qs);
    }
    QCOMPARE(order.size(), 40);
    QVERIFY2(order.mid(1).join(QString()).startsWith(u"1212121212"_qs)
                 || order.join(QString()).startsWith(u"121212"_qs),
             qPrintable(order.join(QString())));
}

void TestEngine::failureSkipsWhatFollows()
{
    EngineFixture f(1);
    f.offer({node(u"bad"_qs, u"echo part; echo 'it broke' >&2; exit 3"_qs), node(u"next"_qs, u"cat"_qs, {u"bad"_qs}),
             node(u"last"_qs, u"cat"_qs, {u"next"_qs}), node(u"other"_qs, u"echo fine"_qs)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.execution(id).error, u"Node 'bad' failed: exit status 3: it broke"_qs);
    QCOMPARE(toString(f.task(id, u"bad"_qs).state), toString(ExecutionState::Failed));
    QCOMPARE(f.task(id, u"bad"_qs).exitCode, 3);
    QCOMPARE(toString(f.task(id, u"next"_qs).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"last"_qs).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"other"_qs).state), toString(ExecutionState::Succeeded));
    // What was printed is kept, but nowhere called complete.
    QCOMPARE(f.task(id, u"bad"_qs).outputFile, u"bad.out.part"_qs);
    QCOMPARE(f.file(id, u"bad.out.part"_qs), QByteArray("part\n"));
    QVERIFY(!QFile::exists(f.path(id, u"bad.out"_qs)));
}

void TestEngine::failureCancelsAll()
{
    EngineFixture f(2);
    f.offer({node(u"bad"_qs, u"while ! test -e on; do sleep 0.01; done; exit 1"_qs),
             node(u"long"_qs, u"touch on; exec sleep 71001"_qs), node(u"never"_qs, u"echo x"_qs)},
            true);
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.execution(id).error, u"Node 'bad' failed: exit status 1"_qs);
    QCOMPARE(toString(f.task(id, u"long"_qs).state), toString(ExecutionState::Cancelled));
    QCOMPARE(toString(f.task(id, u"never"_qs).state), toString(ExecutionState::Cancelled));
    QCOMPARE(alive("71001"), 0);
}

void TestEngine::failsWithReason_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("error");
    QTest::newRow("status") << sh(u"exit 42"_qs) << u"exit status 42"_qs;
    QTest::newRow("signal") << sh(u"kill -KILL $$"_qs) << u"signal: killed"_qs;
    QTest::newRow("segfault") << sh(u"kill -SEGV $$"_qs) << u"signal: segmentation fault"_qs;
    QTest::newRow("missing") << QStringList{u"no-such-program-anywhere"_qs}
                             << u"cannot start 'no-such-program-anywhere': no such program"_qs;
    QTest::newRow("full disk") << sh(u"echo x > /dev/full"_qs) << u"exit status 1: sh: 1: echo: echo: I/O error"_qs;
    QTest::newRow("full disk, cat") << sh(u"echo x | cat > /dev/full"_qs)
                                    << u"exit status 1: cat: write error: No space left on device"_qs;
}

void TestEngine::failsWithReason()
{
    QFETCH(QStringList, command);
    QFETCH(QString, error);
    EngineFixture f;
    f.offer({EngineFixture::node(u"n"_qs, command)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QVERIFY2(f.task(id, u"n"_qs).error.startsWith(error), qPrintable(f.task(id, u"n"_qs).error));
    QCOMPARE(f.execution(id).error, u"Node 'n' failed: "_qs + f.task(id, u"n"_qs).error);
}

void TestEngine::cancelLeavesNothing()
{
    EngineFixture f(3, [](EngineOptions &options) { options.stopTimeout = Milliseconds(100); });
    f.offer({node(u"plain"_qs, u"exec sleep 72001"_qs),
             node(u"deaf"_qs, u"trap '' TERM; sleep 72001 & sleep 72001; sleep 72001"_qs),
             node(u"polite"_qs, u"trap 'exit 0' TERM; sleep 72001 & wait"_qs), node(u"queued"_qs, u"true"_qs),
             node(u"after"_qs, u"true"_qs, {u"plain"_qs})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(alive("72001") >= 5, patience);
    std::optional<ExecutionState> whenSettled;
    QVERIFY(f.submit(CancelExecution{id}, [&](const CommandSettled &) { whenSettled = f.state(id); }));
    QTRY_VERIFY_WITH_TIMEOUT(whenSettled.has_value(), patience);
    QCOMPARE(toString(*whenSettled), toString(ExecutionState::Cancelled));
    QCOMPARE(f.execution(id).message, u"cancelled by alice"_qs);
    QCOMPARE(f.execution(id).counts.cancelled, 5);
    QCOMPARE(alive("72001"), 0);
    // Once more is no error and changes nothing.
    whenSettled.reset();
    QVERIFY(f.submit(CancelExecution{id}, [&](const CommandSettled &) { whenSettled = f.state(id); }));
    QCOMPARE(toString(*whenSettled), toString(ExecutionState::Cancelled));
    for (const Worker &worker : f.hub.snapshot().workers)
        QCOMPARE(toString(worker.state), toString(WorkerState::Idle));
}

void TestEngine::daemonEndsWithItsNode()
{
    EngineFixture f;
    f.offer({node(u"d"_qs, u"setsid sh -c 'sleep 73001 & sleep 73001' >/dev/null 2>&1 & echo done"_qs)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(id), QByteArray("done\n"));
    QCOMPARE(alive("73001"), 0);
}

void TestEngine::outputLimit()
{
    EngineFixture f(1, [](EngineOptions &options) { options.nodeOutputBytes = 1'000'000; });
    f.offer({EngineFixture::node(u"flood"_qs, {u"yes"_qs, u"74001"_qs})});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Failed));
    QCOMPARE(f.task(id, u"flood"_qs).error, u"printed more than 1000000 bytes, the limit of one node's output"_qs);
    QCOMPARE(alive("74001"), 0);
}

void TestEngine::hugeErrorOutput()
{
    EngineFixture f;
    f.offer({node(u"n"_qs, u"head -c 20000000 /dev/zero | tr '\\0' e >&2; echo; echo last >&2; exit 1"_qs)});
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const QString error = f.task(id, u"n"_qs).error;
    QVERIFY(error.startsWith(u"exit status 1: eee"_qs) && error.endsWith(u"elast"_qs) && error.size() < 2100);
    QCOMPARE(f.file(id, u"n.err"_qs).size(), 1024 * 1024);
}

void TestEngine::hugeOutput()
{
    if (!qEnvironmentVariableIsSet("SIGNALBOX_HUGE"))
        QSKIP("a test of its own, core.engine_huge: it keeps the disk from all others");
    EngineFixture f;
    f.offer({node(u"giant"_qs, u"head -c 1073741824 /dev/zero"_qs), node(u"count"_qs, u"wc -c"_qs, {u"giant"_qs})});
    const qint64 before = residentKib();
    const QString id = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), 100'000);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(id).trimmed(), QByteArray("1073741824"));
    QVERIFY2(residentKib() - before < 16 * 1024, qPrintable(QString::number(residentKib() - before)));
}

void TestEngine::capacityAndHalt()
{
    EngineFixture f(4);
    f.offer({node(u"n"_qs, u"exec sleep 75001"_qs)});
    f.actor.role = Role::Admin;
    const QStringList ids{f.startPipeline(), f.startPipeline(), f.startPipeline()};
    const auto fourth = f.submit(StartPipeline{u"p"_qs, {}});
    QVERIFY(!fourth && fourth.error().code == ErrorCode::Capacity);
    QVERIFY(f.submit(SetMode{Mode::Halted}));
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(ids.cbegin(), ids.cend(), [&](const QString &id) { return f.isOver(id); }),
                             patience);
    for (const QString &id : ids) {
        QCOMPARE(toString(f.state(id)), toString(ExecutionState::Cancelled));
        QCOMPARE(f.execution(id).message, u"halted by an operator"_qs);
    }
    QCOMPARE(alive("75001"), 0);
    const auto halted = f.submit(StartPipeline{u"p"_qs, {}});
    QVERIFY(!halted && halted.error().code == ErrorCode::Halted);
    QVERIFY(f.submit(SetMode{Mode::Normal}));
    QVERIFY(!f.startPipeline().isEmpty());
}

void TestEngine::graphRunsKindsOnly()
{
    EngineFixture f;
    Catalogue catalogue;
    catalogue.kinds = {{u"say"_qs, 0, 0, {u"printf"_qs, u"%s\\n"_qs, u"{param:text}"_qs}},
                       {u"upper"_qs, 1, 1, {u"tr"_qs, u"a-z"_qs, u"A-Z"_qs}}};
    f.offer(catalogue);
    StartGraph wish;
    wish.nodes = {{u"../../x"_qs, u"say"_qs, sh(u"echo evil"_qs), {{u"text"_qs, u"hello"_qs}}, {}},
                  {u"b"_qs, u"upper"_qs, {}, {}, {u"../../x"_qs}}};
    const QString id = f.start(wish);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.output(id), QByteArray("HELLO\n"));
    QCOMPARE(f.task(id, u"../../x"_qs).outputFile, u"______x~0.out"_qs);
    wish.nodes = {{u"a"_qs, {}, sh(u"echo evil"_qs), {}, {}}};
    const auto refused = f.submit(wish);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"Node 'a' has unknown kind ''."_qs);
    // Nothing else happens: no execution, no folder.
    QCOMPARE(f.hub.snapshot().executions.size(), 1);
    QCOMPARE(QDir(f.folder.path() + u"/executions"_qs).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TestEngine::hostileParametersAreSingleArguments()
{
    EngineFixture f;
    Catalogue catalogue;
    catalogue.kinds = {{u"say"_qs, 0, 0, {u"printf"_qs, u"<%s>"_qs, u"{param:a}"_qs, u"x{param:b}"_qs}}};
    f.offer(catalogue);
    for (const QString &text : {u"; touch pwned"_qs, u"$(touch pwned) `touch pwned`"_qs, u"a b\nc"_qs, u"{param:b}"_qs,
                                u"../../../etc/passwd"_qs, u"\u202Etxt"_qs, QString(65'535, u'y')}) {
        StartGraph wish;
        wish.nodes = {{u"n"_qs, u"say"_qs, {}, {{u"a"_qs, text}, {u"b"_qs, text}}, {}}};
        const QString id = f.start(wish);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(f.output(id), QByteArray('<' + text.toUtf8() + "><x" + text.toUtf8() + '>'));
        QVERIFY(!QFile::exists(f.path(id, u"work/pwned"_qs)));
    }
    StartGraph wish;
    wish.nodes = {{u"n"_qs, u"say"_qs, {}, {{u"a"_qs, QString(1'000'000, u'y')}, {u"b"_qs, 1}}, {}}};
    const auto refused = f.submit(wish);
    QVERIFY(!refused && refused.error().message.contains(u"1000000 bytes long; at most 65536"_qs));
}

void TestEngine::largeParametersComeAsFile()
{
    EngineFixture f;
    f.offer({node(u"n"_qs, u"echo \"${SIGNALBOX_PARAMS-unset}\"; cat \"$SIGNALBOX_PARAMS_FILE\""_qs)});
    const QJsonObject params{{u"big"_qs, QString(200'000, u'z')}};
    const QString id = f.startPipeline(params);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.output(id), "unset\n" + QJsonDocument(params).toJson(QJsonDocument::Compact));
}

void TestEngine::settlesOnceDurable()
{
    EngineFixture f;
    f.journal.hold = true;
    f.offer({node(u"n"_qs, u"true"_qs)});
    bool settled = false;
    const auto id = f.submit(StartPipeline{u"p"_qs, {}}, [&](const CommandSettled &) { settled = true; });
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    QVERIFY(!settled);
    f.journal.release();
    QVERIFY(settled);
}

void TestEngine::unwritableJournalEndsTheRun()
{
    EngineFixture f;
    f.journal.refuse = true;
    f.offer({node(u"n"_qs, u"exec sleep 76001"_qs)});
    std::optional<CommandSettled> settled;
    const auto id = f.submit(StartPipeline{u"p"_qs, {}}, [&](const CommandSettled &outcome) { settled = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    QVERIFY(settled && settled->error && settled->error->message == u"the disk is full"_qs);
    QCOMPARE(toString(f.state(*id)), toString(ExecutionState::Failed));
    QCOMPARE(alive("76001"), 0);
    QTRY_COMPARE(f.engine->running(), 0);
}

void TestEngine::unwritableFolderIsRefused()
{
    EngineFixture f;
    f.offer({node(u"n"_qs, u"true"_qs)});
    QFile inTheWay(f.folder.path() + u"/executions"_qs);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto refused = f.submit(StartPipeline{u"p"_qs, {}});
    QVERIFY(!refused && refused.error().code == ErrorCode::Internal);
    QVERIFY2(refused.error().message.contains(f.folder.path()), qPrintable(refused.error().message));
    QVERIFY(f.hub.snapshot().executions.isEmpty());
}

void TestEngine::retryReusesWhatSucceeded()
{
    EngineFixture f;
    const QString flag = f.folder.path() + u"/fixed"_qs;
    f.offer({node(u"once"_qs, u"date +%s%N"_qs), node(u"flaky"_qs, u"cat; test -e %1"_qs.arg(flag), {u"once"_qs}),
             node(u"last"_qs, u"cat"_qs, {u"flaky"_qs})});
    const QString first = f.startPipeline();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(first), patience);
    QCOMPARE(toString(f.state(first)), toString(ExecutionState::Failed));
    QVERIFY(QFile(flag).open(QIODevice::WriteOnly));
    const QString second = f.start(RetryExecution{first, true});
    QVERIFY(second != first);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(second), patience);
    QCOMPARE(toString(f.state(second)), toString(ExecutionState::Succeeded));
    QCOMPARE(f.output(second), f.file(first, u"once.out"_qs)); // not run again
    QCOMPARE(f.execution(second).details.value(u"retryOf"_qs).toString(), first);
    const QString third = f.start(RetryExecution{first, false});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(third), patience);
    QVERIFY(f.output(third) != f.output(second));
}

void TestEngine::shutDownInterrupts()
{
    EngineFixture f(1);
    f.offer({node(u"n"_qs, u"exec sleep 77001"_qs), node(u"m"_qs, u"true"_qs)});
    const QString id = f.startPipeline();
    bool finished = false;
    connect(f.engine.get(), &Engine::shutDownFinished, this, [&] { finished = true; });
    f.engine->shutDown();
    QVERIFY(!f.submit(StartPipeline{u"p"_qs, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(finished, patience);
    QCOMPARE(toString(f.state(id)), toString(ExecutionState::Interrupted));
    QCOMPARE(f.execution(id).error, u"interrupted"_qs);
    QCOMPARE(toString(f.journal.executions.value(id).state), toString(ExecutionState::Interrupted));
    QCOMPARE(alive("77001"), 0);
}

void TestEngine::workersComeAndGo()
{
    EngineFixture f(1);
    f.offer({node(u"n"_qs, u"while ! test -e %1/go; do sleep 0.01; done"_qs.arg(f.folder.path()))});
    const QString id = f.startPipeline();
    const auto worker = [&](const char *name) {
        return f.hub.snapshot().workers.value(QString::fromLatin1(name)).state;
    };
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Running));
    f.engine->setWorkers(0);
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Running));
    QVERIFY(QFile(f.folder.path() + u"/go"_qs).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(worker("host-1")), toString(WorkerState::Offline));
    const QString waiting = f.startPipeline();
    QCOMPARE(toString(f.state(waiting)), toString(ExecutionState::Queued));
    f.engine->setWorkers(2);
    QTRY_COMPARE_WITH_TIMEOUT(toString(f.state(waiting)), toString(ExecutionState::Succeeded), patience);
    QCOMPARE(toString(worker("host-2")), toString(WorkerState::Idle));
}

void TestEngine::followsGrowingOutput()
{
    EngineFixture f(1);
    f.offer({node(u"n"_qs, u"echo one; while ! test -e %1/go; do sleep 0.01; done; echo two"_qs.arg(f.folder.path()))});
    const QString id = f.startPipeline();
    QByteArray heard;
    bool overWhenHeard = false;
    const auto tap = f.engine->tapOutput(id, this, [&](const QByteArray &bytes) {
        heard += bytes;
        overWhenHeard = overWhenHeard || f.isOver(id);
    });
    QVERIFY(tap);
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("one\n"), patience);
    QVERIFY(QFile(f.folder.path() + u"/go"_qs).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(heard, QByteArray("one\ntwo\n"));
    QVERIFY(!overWhenHeard);
    QVERIFY(!f.engine->tapOutput(u"nope"_qs, this, {}));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
