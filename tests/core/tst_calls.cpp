// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/processoutput.h"
#include "tests/core/processes.h"
#include "tests/support/enginefixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::EngineFixture;

namespace {

constexpr int patience = 20'000;

QStringList sh(const QString &script)
{
    return EngineFixture::shell(script);
}

ProcessDefinition definition(const QStringList &command,
                             ProcessDefinition::ResultFrom result = ProcessDefinition::ResultFrom::None,
                             ProcessDefinition::Params params = ProcessDefinition::Params::Ignore)
{
    ProcessDefinition process;
    process.name = u"x"_s;
    process.command = command;
    process.result = result;
    process.params = params;
    return process;
}

} // namespace

// Process calls (pow-1): input, live output, results, ends.
class TestCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echo();
    void keptOutputHasNoHoles_data();
    void keptOutputHasNoHoles();
    void results_data();
    void results();
    void cancel();
    void timeout();
    void missingProgram();
    void surroundings_data();
    void surroundings();
    void ceiling();
    void params();
    void pausedTapBlocksTheProcess();
    void cancelEndsWhatNobodyReads();
    void keepsNewestOutput();
    void destroyedTapLetsGo();
    void goesOnWithoutJournal();
};

// At any rhythm of chunks and flushes ProcessOutput keeps the newest bytes, in one piece, at least half of the limit.
void TestCalls::keptOutputHasNoHoles_data()
{
    QTest::addColumn<int>("chunk");
    QTest::addColumn<int>("chunksPerFlush");
    QTest::addColumn<int>("flushes");
    QTest::newRow("nothing thrown away") << 10 << 3 << 3;
    QTest::newRow("slowly past the limit") << 10 << 1 << 500;
    QTest::newRow("fast past the limit") << 700 << 40 << 3;
    QTest::newRow("one flush of too much") << 700 << 100 << 1;
    QTest::newRow("fast, and slowly after it") << 999 << 5 << 4;
    QTest::newRow("a chunk larger than the limit") << 5000 << 1 << 3;
}

void TestCalls::keptOutputHasNoHoles()
{
    QFETCH(int, chunk);
    QFETCH(int, chunksPerFlush);
    QFETCH(int, flushes);
    constexpr qint64 limit = 1000;
    const QTemporaryDir folder;
    const ExecutionFolder place(folder.path(), u"id"_s);
    QVERIFY(place.create());
    ProcessOutput output(place, limit);
    QByteArray all;
    int number = 0;
    for (int flush = 0; flush < flushes; ++flush) {
        for (int count = 0; count < chunksPerFlush; ++count) {
            QByteArray bytes;
            while (bytes.size() < chunk)
                bytes += QByteArray::number(number++) + '\n';
            bytes.truncate(chunk);
            QCOMPARE(output.append(bytes), count == 0);
            all += bytes;
        }
        QVERIFY(output.flush());
        QByteArray kept;
        for (const QString &path : output.files()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            kept += file.readAll();
        }
        QVERIFY(all.endsWith(kept));
        QVERIFY2(kept.size() >= std::min<qint64>(all.size(), limit / 2), QByteArray::number(kept.size()));
        QVERIFY2(kept.size() <= limit, QByteArray::number(kept.size()));
        QCOMPARE(output.lastLine(), all.trimmed().mid(all.trimmed().lastIndexOf('\n') + 1));
    }
}

void TestCalls::echo()
{
    EngineFixture f(0); // a call needs no worker
    f.offer(definition({u"cat"_s}, ProcessDefinition::ResultFrom::Params));
    const QString id = f.start(StartProcess{u"x"_s, {u"a"_s, u"b"_s}});
    QByteArray heard;
    bool overWhenHeard = false;
    const auto tap = f.engine->followOutput(id, [&](qint64, const QByteArray &bytes) {
        heard += bytes;
        overWhenHeard = overWhenHeard || f.isOver(id);
    });
    // Before the process can have started.
    QVERIFY(f.engine->writeInput(id, "early "));
    QVERIFY(f.engine->writeInput(id, "bird"));
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("early bird"), patience);
    const QByteArray much(300'000, 'm');
    QVERIFY(f.engine->writeInput(id, much));
    QVERIFY(f.engine->closeInput(id));
    const auto late = f.engine->writeInput(id, "late");
    QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const Execution done = f.execution(id);
    QCOMPARE(toString(done.state), u"succeeded"_s);
    QCOMPARE(done.result, QJsonValue(QJsonArray{u"a"_s, u"b"_s}));
    QCOMPARE(done.params, (QJsonObject{{u"params"_s, QJsonArray{u"a"_s, u"b"_s}}}));
    QCOMPARE(heard, "early bird" + much);
    QVERIFY(!overWhenHeard);
    QCOMPARE(f.output(id), heard);
    QTRY_COMPARE(toString(f.journal.executions.value(id).state), u"succeeded"_s);
    QTRY_COMPARE(f.engine->running(), 0);
    const auto gone = f.engine->writeInput(id, "x");
    QVERIFY(!gone && gone.error().code == ErrorCode::NotFound);
}

void TestCalls::results_data()
{
    using From = ProcessDefinition::ResultFrom;
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QJsonValue>("result");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *script, From from, const char *state, const QJsonValue &result,
                        const char *error = "") {
        QTest::newRow(name) << QString::fromUtf8(script) << int(from) << QString::fromUtf8(state) << result
                            << QString::fromUtf8(error);
    };
    const QJsonValue none = QJsonValue::Undefined;
    row("none", "echo hi", From::None, "succeeded", none);
    row("failure", "exit 7", From::None, "failed", none, "exit status 7");
    row("stderr is output", "echo oops >&2; exit 1", From::None, "failed", none, "exit status 1");
    row("signal", "kill -TERM $$", From::None, "failed", none, "signal: terminated");
    row("code 0", "true", From::ExitCode, "succeeded", 0);
    row("code 5", "exit 5", From::ExitCode, "succeeded", 5);
    row("code by signal", "kill -KILL $$", From::ExitCode, "failed", none, "signal: killed");
    row("line json", "echo x; echo '{\"a\":[1]}'", From::LastLine, "succeeded", QJsonObject{{u"a"_s, QJsonArray{1}}});
    row("line number", "echo 42", From::LastLine, "succeeded", 42);
    row("line text", "echo a; printf 'hello there'", From::LastLine, "succeeded", u"hello there"_s);
    row("line of two", "echo '1,2'", From::LastLine, "succeeded", u"1,2"_s);
    row("line crlf", "printf 'a\\r\\nb\\r\\n'", From::LastLine, "succeeded", u"b"_s);
    row("no line", "true", From::LastLine, "succeeded", QString());
    row("line but failed", "echo 1; exit 2", From::LastLine, "failed", none, "exit status 2");
}

void TestCalls::results()
{
    QFETCH(QString, script);
    QFETCH(int, from);
    QFETCH(QString, state);
    QFETCH(QJsonValue, result);
    QFETCH(QString, error);
    EngineFixture f;
    f.offer(definition(sh(script), static_cast<ProcessDefinition::ResultFrom>(from)));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.execution(id).state), state);
    QCOMPARE(f.execution(id).result, result);
    QCOMPARE(f.execution(id).error, error);
    if (script.contains(u"oops"_s))
        QCOMPARE(f.output(id), QByteArray("oops\n"));
}

void TestCalls::cancel()
{
    EngineFixture f;
    f.offer(
        definition(sh(u"trap 'exit 0' TERM; echo up; sleep 1000 & wait"_s), ProcessDefinition::ResultFrom::ExitCode));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QByteArray heard;
    const auto tap = f.engine->followOutput(id, [&](qint64, const QByteArray &bytes) { heard += bytes; });
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("up\n"), patience);
    QVERIFY(f.submit(CancelExecution{id}));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.execution(id).state), u"cancelled"_s);
    QVERIFY(f.execution(id).result.isUndefined());
}

void TestCalls::timeout()
{
    EngineFixture f;
    ProcessDefinition process = definition({u"sleep"_s, u"1000"_s});
    process.timeout = Milliseconds(50);
    f.offer(process);
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.execution(id).error, u"timed out after 0.05 s"_s);
}

void TestCalls::missingProgram()
{
    EngineFixture f;
    f.offer(definition({u"no-such-program-anywhere"_s}));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.execution(id).state), u"failed"_s);
    QVERIFY(f.execution(id).error.startsWith(u"cannot start 'no-such-program-anywhere'"_s));
    QVERIFY(f.execution(id).outputFile.isEmpty());
}

void TestCalls::surroundings_data()
{
    QTest::addColumn<QString>("directory"); // %1: the data directory
    QTest::addColumn<QString>("ranIn");     // below the data directory
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << QString() << u"executions/ID/work"_s << QString();
    QTest::newRow("relative") << u"place with spaces"_s << u"place with spaces"_s << QString();
    QTest::newRow("absolute") << u"%1/place with spaces"_s << u"place with spaces"_s << QString();
    QTest::newRow("missing") << u"nowhere"_s << QString() << u"working directory '%1/nowhere' does not exist"_s;
}

void TestCalls::surroundings()
{
    QFETCH(QString, directory);
    QFETCH(QString, ranIn);
    QFETCH(QString, error);
    EngineFixture f;
    QVERIFY(QDir(f.folder.path()).mkdir(u"place with spaces"_s));
    ProcessDefinition process = definition(sh(u"pwd; echo $COLOUR; echo $SIGNALBOX_EXECUTION"_s));
    process.workingDirectory = directory;
    process.workingDirectory.replace(u"%1"_s, f.folder.path());
    process.environment = {{u"COLOUR"_s, u"a 'deep' $red"_s}, {u"SIGNALBOX_EXECUTION"_s, u"not this"_s}};
    f.offer(process);
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.execution(id).error, error.replace(u"%1"_s, f.folder.path()));
    if (!error.isEmpty())
        return;
    const QString place = f.folder.path() % u'/' % ranIn.replace(u"ID"_s, id);
    QCOMPARE(f.output(id), (place % u"\na 'deep' $red\n"_s % id % u'\n').toUtf8());
}

void TestCalls::ceiling()
{
    EngineFixture f(1, [](EngineOptions &options) { options.calls = 2; });
    f.offer(definition({u"cat"_s}));
    const QString first = f.start(StartProcess{u"x"_s, {}});
    QVERIFY(!f.start(StartProcess{u"x"_s, {}}).isEmpty());
    const auto third = f.submit(StartProcess{u"x"_s, {}});
    QVERIFY(!third && third.error().code == ErrorCode::Capacity);
    QCOMPARE(f.hub.snapshot().executions.size(), 2);
    QVERIFY(f.engine->closeInput(first));
    QTRY_COMPARE_WITH_TIMEOUT(f.engine->running(), 1, patience);
    QVERIFY(f.submit(StartProcess{u"x"_s, {}}));
}

void TestCalls::params()
{
    EngineFixture f;
    f.offer(
        definition({u"printf"_s, u"{{<%s>"_s}, ProcessDefinition::ResultFrom::None, ProcessDefinition::Params::Append));
    const QString appended = f.start(StartProcess{u"x"_s, {u"a b"_s, u"$(id)"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(appended), patience);
    QCOMPARE(f.output(appended), QByteArray("{<a b>{<$(id)>"));
    f.offer(definition({u"printf"_s, u"%s-%s"_s, u"{1}"_s, u"{0}"_s}, ProcessDefinition::ResultFrom::None,
                       ProcessDefinition::Params::Named));
    const QString named = f.start(StartProcess{u"x"_s, {u"a"_s, u"{0}"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(named), patience);
    QCOMPARE(f.output(named), QByteArray("{0}-a"));
    const auto missing = f.submit(StartProcess{u"x"_s, {u"a"_s}});
    QVERIFY(!missing && missing.error().code == ErrorCode::InvalidArgument);
}

// While a tap is paused, nothing is read, stored or dropped: the process fills its pipe and waits.
void TestCalls::pausedTapBlocksTheProcess()
{
    // Little output is kept, so that memory would grow by queued output alone.
    EngineFixture f(2, [](EngineOptions &options) { options.callOutputBytes = 1'000'000; });
    f.offer(definition(sh(u"head -c 50000000 /dev/zero; touch %1/done"_s.arg(f.folder.path()))));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    qint64 heard = 0;
    Follow tap;
    tap = f.engine->followOutput(id, [&](qint64, const QByteArray &bytes) {
        heard += bytes.size();
        if (heard < 1'000'000 + bytes.size() && heard >= 1'000'000)
            tap->setPaused(true);
    });
    QTRY_VERIFY_WITH_TIMEOUT(heard >= 1'000'000, patience);
    const qint64 before = residentKib();
    const qint64 heardBefore = heard;
    // Time enough for the paused process to print everything: another call prints as much meanwhile.
    f.offer(definition(sh(u"head -c 50000000 /dev/zero"_s)));
    const QString other = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(other), patience);
    QCOMPARE(heard, heardBefore);
    QVERIFY(!f.isOver(id));
    QVERIFY(!QFile::exists(f.folder.path() + u"/done"_s));
    QVERIFY2(residentKib() - before < floodKib / 2, qPrintable(QString::number(residentKib() - before)));
    tap->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(heard, 50'000'000);
}

void TestCalls::cancelEndsWhatNobodyReads()
{
    EngineFixture f;
    f.offer(definition({u"yes"_s}));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    bool heard = false;
    Follow tap;
    tap = f.engine->followOutput(id, [&](qint64, const QByteArray &) {
        tap->setPaused(true);
        heard = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(heard, patience);
    QVERIFY(f.submit(CancelExecution{id}));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(toString(f.execution(id).state), u"cancelled"_s);
}

void TestCalls::keepsNewestOutput()
{
    EngineFixture f(1, [](EngineOptions &options) { options.callOutputBytes = 100'000; });
    f.offer(definition({u"seq"_s, u"100000"_s}));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    const QByteArray kept = f.output(id);
    QVERIFY2(kept.size() > 50'000 && kept.size() <= 100'000, qPrintable(QString::number(kept.size())));
    QVERIFY(kept.endsWith("\n99999\n100000\n"));
    const QByteArray firstWhole = kept.mid(kept.indexOf('\n') + 1);
    qint64 number = firstWhole.left(firstWhole.indexOf('\n')).toLongLong();
    for (const QByteArray &line : firstWhole.trimmed().split('\n'))
        QCOMPARE(line.toLongLong(), number++);
    QCOMPARE(QDir(f.path(id, {})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"output"_s});
}

void TestCalls::destroyedTapLetsGo()
{
    EngineFixture f;
    f.offer(definition(sh(u"head -c 5000000 /dev/zero"_s)));
    const QString id = f.start(StartProcess{u"x"_s, {}});
    auto tap = f.engine->followOutput(id, [](qint64, const QByteArray &) {});
    tap->setPaused(true);
    tap.reset();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
    QCOMPARE(f.output(id).size(), 5'000'000);
}

void TestCalls::goesOnWithoutJournal()
{
    EngineFixture f;
    f.journal.refuse = true;
    f.offer(definition({u"cat"_s}));
    std::optional<CommandCompleted> completed;
    const auto id = f.submit(StartProcess{u"x"_s, {}}, [&](const CommandCompleted &outcome) { completed = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(completed && completed->error, patience);
    QVERIFY(f.engine->closeInput(*id));
    QTRY_VERIFY_WITH_TIMEOUT(f.isOver(*id), patience);
    QCOMPARE(toString(f.execution(*id).state), u"succeeded"_s);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
