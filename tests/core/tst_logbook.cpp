// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logwriter.h"
#include "tests/core/processes.h"
#include "tests/core/supervised.h"

#include <QElapsedTimer>
#include <QThread>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

class LogBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothOutputsApart();
    void wordsSayTheLevel();
    void readsOlderFiles();
    void aReloadChangesTheRule();
    void answersByLevelTextAndTime();
    void searchesNoFurtherThanNeeded();
    void readingFilesHoldsNothingUp();
    void whatWaitsHoldsNoFiles();
    void answersAcrossRestarts();
    void refusesUnknownComponents();
    void onlyFollowersAreTold();
    void aPromptIsShownAndMakesReady();
    void aProgressBarIsShownWhileItRuns();
    void longLinesAreWholeInTheFile();
    void movedFilesHideNoLines();
    void batchesAreBounded();
    void aFloodCostsLittle();
    void anUnwritableFolderIsSaidOnce();
    void aFullDiskIsSaidOnceAndRecovers();

private:
    static QStringList texts(const QList<LogLine> &lines)
    {
        QStringList found;
        for (const LogLine &line : lines)
            found.append(line.text);
        return found;
    }
    static LogQuery about(const QString &text = {}, int limit = 500, LogLevel leastLevel = LogLevel::Trace)
    {
        LogQuery query;
        query.componentId = u"a"_s;
        query.text = text;
        query.limit = limit;
        query.leastLevel = leastLevel;
        return query;
    }
    static LogPage ask(World &world, const LogQuery &query)
    {
        std::optional<Result<LogPage>> answer;
        world.logs.ask(query, &world.hub, [&](Result<LogPage> page) { answer = std::move(page); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            return {};
        return **answer;
    }
    static void run(World &world, const QString &script)
    {
        world.supervisor.applyConfig({shellComponent(u"a"_s, script)});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, ComponentState::Stopped) && world.states().size() > 1);
    }
};

void LogBookTest::keepsBothOutputsApart()
{
    World world;
    run(world, u"echo out; echo err >&2; printf 'no newline'"_s);
    const LogPage page = ask(world, about());
    QHash<QString, LogSource> sources;
    for (const LogLine &line : page.lines) {
        QCOMPARE(line.level.has_value(), line.source == LogSource::Server);
        sources.insert(line.text, line.source);
    }
    QVERIFY(sources.value(u"out"_s, LogSource::Server) == LogSource::Output);
    QVERIFY(sources.value(u"err"_s) == LogSource::Error);
    QVERIFY(sources.value(u"no newline"_s, LogSource::Server) == LogSource::Output);
    QFile file(world.directory.filePath(u"logs/a.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY2(kept.contains("2025-10-17T05:00:00.000Z out - out\n"), kept.constData());
    QVERIFY(kept.contains("2025-10-17T05:00:00.000Z err - err\n"));
}

// In memory and in the file, and what may be an error is among the errors.
void LogBookTest::wordsSayTheLevel()
{
    World world;
    run(world, u"echo 'ERROR: out'; echo '[warn] out'; echo out; echo 'level=info err' >&2; echo err >&2; "
               "printf '\\033[31mFATAL\\033[0m coloured\\n'"_s);
    const QStringList errors{u"ERROR: out"_s, u"FATAL coloured"_s, u"err"_s};
    const auto sorted = [](QStringList lines) {
        lines.sort();
        return lines;
    };
    QCOMPARE(sorted(texts(ask(world, about({}, 500, LogLevel::Error)).lines)), errors);
    QVERIFY(texts(ask(world, about({}, 500, LogLevel::Warn)).lines).contains(u"[warn] out"_s));
    for (int line = 0; line < LogWriter::ringLines; ++line)
        world.logs.note(u"a"_s, LogLevel::Info, u"pushes the others out of memory"_s);
    QCOMPARE(sorted(texts(ask(world, about({}, 500, LogLevel::Error)).lines)), errors);
    QVERIFY(world.logged(u"a"_s).contains("out ERROR ERROR: out\n"_L1));
    QVERIFY(world.logged(u"a"_s).contains("err INFO level=info err\n"_L1));
}

void LogBookTest::readsOlderFiles()
{
    World world;
    QVERIFY(QDir(world.directory.path()).mkpath(u"logs"_s));
    QFile file(world.directory.filePath(u"logs/a.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2025-10-17T04:00:00.000Z INFO out\n2025-10-17T04:00:00.000Z WARN err\n"
               "2025-10-17T04:00:00.000Z INFO [error] said\n2025-10-17T04:00:00.000Z INFO [signalbox] note\n");
    file.close();
    run(world, u"echo new"_s);
    QStringList all = texts(ask(world, about()).lines);
    QCOMPARE(all.first(5), QStringList({u"out"_s, u"err"_s, u"[error] said"_s, u"[signalbox] note"_s, u"new"_s}));
    QCOMPARE(texts(ask(world, about({}, 500, LogLevel::Error)).lines), QStringList(u"err"_s));
}

// `log_level` is applied by a reload, and restarts nothing.
void LogBookTest::aReloadChangesTheRule()
{
    World world;
    ComponentConfig config = shellComponent(
        u"a"_s, u"echo 'ERROR 1'; until [ -e go ]; do sleep 0.02; done; echo 'ERROR 2'; exec sleep 1000"_s);
    QList<LogLine> told;
    const Follow follow = world.logs.follow(u"a"_s, [&told](const QList<LogLine> &lines, qint64) { told += lines; });
    world.supervisor.applyConfig({config});
    world.supervisor.autostart();
    QTRY_COMPARE(told.size(), 1);
    const auto pid = world[u"a"_s].pid;
    config.logLevel = LevelRule::Stream;
    world.supervisor.applyConfig({config});
    QFile go(world.directory.filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told[0].level == LogLevel::Error);
    QVERIFY(!told[1].level);
    QVERIFY(told[1].source == LogSource::Output);
    QCOMPARE(world[u"a"_s].pid, pid);
    QVERIFY(world.is(u"a"_s, ComponentState::Running));
}

void LogBookTest::answersByLevelTextAndTime()
{
    World world;
    run(world, u"i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; echo Needle >&2; exit 0"_s);
    QCOMPARE(texts(ask(world, about(u"LINE 1"_s, 2)).lines),
             QStringList({u"line 1998"_s, u"line 1999"_s})); // older than the ring, so from the file
    QCOMPARE(texts(ask(world, about({}, 500, LogLevel::Warn)).lines), QStringList(u"Needle"_s));
    LogQuery query = about(u"line"_s, 100'000);
    const LogPage all = ask(world, query);
    QCOMPARE(all.lines.size(), 3000);
    for (qsizetype index = 0; index < all.lines.size(); ++index)
        QCOMPARE(all.lines[index].text, u"line %1"_s.arg(index)); // no line twice, none missing
    for (qsizetype index = 1; index < all.lines.size(); ++index)
        QVERIFY(all.lines[index].number > all.lines[index - 1].number);
    // Read page by page, back from the newest, the lines are the same.
    QStringList paged;
    LogQuery page = about(u"line"_s, 700);
    for (QList<LogLine> older = ask(world, page).lines; !older.isEmpty(); older = ask(world, page).lines) {
        paged = texts(older) + paged;
        page.before = older.constFirst().number;
    }
    QCOMPARE(paged, texts(all.lines));
    query.since = world.clock.now() + 1s;
    QCOMPARE(ask(world, query).lines.size(), 0);
    query.since = world.clock.now();
    QCOMPARE(ask(world, query).lines.size(), 3000);
    world.clock.jump(-24h);
    world.logs.note(u"a"_s, LogLevel::Warn, u"while the clock was wrong"_s);
    world.clock.jump(24h);
    QCOMPARE(ask(world, query).lines.size(), 3000);
}

// A search ends at the hundredth line in a row that is older than it asks for, and after as many bytes as it may look through.
void LogBookTest::searchesNoFurtherThanNeeded()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"a.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray line = "INFO " + QByteArray(69, 'x') + "\n"; // with the time 100 bytes
    file.write("2025-10-17T04:00:00.000Z ERROR in order\n");
    for (int number = 0; number < 100; ++number)
        file.write("2025-10-17T03:00:00.000Z INFO long ago\n");
    file.write("2025-10-17T06:00:00.000Z ERROR behind a few older ones\n");
    for (int number = 0; number < 99; ++number)
        file.write("2025-10-17T03:00:00.000Z INFO the clock was wrong\n");
    for (int number = 0; number < 100; ++number)
        file.write("2025-10-17T05:00:00.000Z " + line);
    file.close();
    FakeClock clock;
    Ids ids;
    Hub hub(clock, ids);
    Component component;
    component.id = u"a"_s;
    QVERIFY(hub.record(ComponentChanged{component}));
    LogBook logs(hub, directory.path());
    const auto search = [&](const LogQuery &query) {
        std::optional<LogPage> page;
        logs.ask(query, this, [&](const Result<LogPage> &answer) { page = *answer; });
        return QTest::qWaitFor([&] { return page.has_value(); }) ? page->lines.size() : -1;
    };
    LogQuery query = about({}, 1000, LogLevel::Error);
    QCOMPARE(search(query), 2);
    query.since = fromIso(u"2025-10-17T03:30:00Z"_s);
    QCOMPARE(search(query), 1); // the other one is newer, too, but behind a hundred that are not
    query = about({}, 1000);
    query.mostBytes = 1000;
    QCOMPARE(search(query), 10);
    query.mostBytes = 999;
    QCOMPARE(search(query), 9);
    query.mostBytes = 0;
    QCOMPARE(search(query), 301);
}

// While a query reads large files, output is kept and handed on.
void LogBookTest::readingFilesHoldsNothingUp()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"a.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray line = "2025-10-17T05:00:00.000Z INFO " + QByteArray(69, 'x') + "\n";
    file.write(line.repeated(100'000));
    file.close();
    FakeClock clock;
    Ids ids;
    Hub hub(clock, ids);
    Component component;
    component.id = u"a"_s;
    QVERIFY(hub.record(ComponentChanged{component}));
    LogBook logs(hub, directory.path());
    int answered = 0;
    for (int number = 0; number < 20; ++number)
        logs.ask(about(u"nothing like that"_s), this, [&](const Result<LogPage> &) { ++answered; });
    bool isSeen = false;
    int before = -1;
    const Follow follow = logs.follow(u"a"_s, [&](const QList<LogLine> &, qint64) {
        isSeen = true;
        before = answered;
    });
    logs.note(u"a"_s, LogLevel::Info, u"needle"_s);
    QTRY_VERIFY(isSeen);
    QVERIFY2(before < 10, qPrintable(QString::number(before)));
    QTRY_COMPARE_WITH_TIMEOUT(answered, 20, 60'000);
}

// Nine hundred questions of one peer cost nobody else a descriptor, a turn or the time of a stop.
void LogBookTest::whatWaitsHoldsNoFiles()
{
    QTemporaryDir directory;
    const QByteArray line = "2025-10-17T05:00:00.000Z INFO " + QByteArray(69, 'x') + "\n";
    for (const QString &name : {u"a.log"_s, u"a.log.1"_s, u"a.log.2"_s, u"a.log.3"_s, u"a.log.4"_s}) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(line.repeated(100'000)) > 0);
    }
    FakeClock clock;
    Ids ids;
    Hub hub(clock, ids);
    for (const QString &id : {u"a"_s, u"b"_s}) {
        Component component;
        component.id = id;
        QVERIFY(hub.record(ComponentChanged{component}));
    }
    auto logs = std::make_unique<LogBook>(hub, directory.path());
    const auto openFiles = [] { return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size(); };
    const auto before = openFiles();
    int answered = 0;
    int refused = 0;
    const auto count = [&](const Result<LogPage> &answer) { ++(answer ? answered : refused); };
    for (int number = 0; number < 900; ++number)
        logs->ask(about(u"nothing like that"_s), this, count, {u"eve@10.0.0.1"_s, true});
    QTRY_COMPARE(refused, 900 - Turns::mostOfOne - 1);
    QVERIFY2(openFiles() <= before + 10, qPrintable(QString::number(openFiles() - before)));
    QVERIFY(answered < 3);
    for (int number = 0; number < 3; ++number)
        logs->note(u"b"_s, LogLevel::Info, u"in memory"_s);
    LogQuery newest = about({}, 2);
    newest.componentId = u"b"_s;
    std::optional<qsizetype> lines;
    logs->ask(newest, this, [&](const Result<LogPage> &answer) { lines = answer->lines.size(); });
    QTRY_COMPARE(lines, 2);
    QVERIFY2(answered < 5, qPrintable(QString::number(answered)));
    QElapsedTimer stop;
    stop.start();
    logs.reset();
    QVERIFY2(stop.elapsed() < 1000, qPrintable(QString::number(stop.elapsed())));
    QVERIFY(answered < 5);
}

void LogBookTest::answersAcrossRestarts()
{
    QTemporaryDir directory;
    FakeClock clock;
    Ids ids;
    Hub hub(clock, ids);
    Component component;
    component.id = u"a"_s;
    QVERIFY(hub.record(ComponentChanged{component}));
    {
        LogBook logs(hub, directory.path());
        logs.note(u"a"_s, LogLevel::Info, u"before"_s);
    } // the destructor has written everything
    LogBook logs(hub, directory.path());
    logs.note(u"a"_s, LogLevel::Info, u"after"_s);
    std::optional<LogPage> page;
    logs.ask(about(), this, [&](const Result<LogPage> &answer) { page = *answer; });
    QTRY_VERIFY(page);
    QCOMPARE(texts(page->lines), QStringList({u"[signalbox] before"_s, u"[signalbox] after"_s}));
    QVERIFY(page->lines[0].number < page->lines[1].number);
}

void LogBookTest::refusesUnknownComponents()
{
    World world;
    std::optional<ErrorCode> error;
    LogQuery query = about();
    query.componentId = u"../../etc/passwd"_s;
    world.logs.ask(query, this,
                   [&](const Result<LogPage> &answer) { error = answer ? ErrorCode::Internal : answer.error().code; });
    QTRY_VERIFY(error);
    QVERIFY(*error == ErrorCode::NotFound);
}

void LogBookTest::onlyFollowersAreTold()
{
    World world;
    QStringList first;
    QStringList second;
    const auto into = [](QStringList &told) {
        return [&told](const QList<LogLine> &lines, qint64) { told += texts(lines); };
    };
    world.logs.note(u"a"_s, LogLevel::Info, u"1"_s);
    Follow one = world.logs.follow(u"a"_s, into(first));
    Follow two = world.logs.follow(u"a"_s, into(second));
    world.logs.note(u"a"_s, LogLevel::Info, u"2"_s);
    QTRY_COMPARE(first, QStringList(u"[signalbox] 2"_s));
    QCOMPARE(second, first);
    one.reset();
    world.logs.note(u"a"_s, LogLevel::Info, u"3"_s);
    QTRY_COMPARE(second.size(), 2);
    two.reset();
    world.logs.note(u"a"_s, LogLevel::Info, u"4"_s);
    one = world.logs.follow(u"a"_s, into(first));
    world.logs.note(u"a"_s, LogLevel::Info, u"5"_s);
    QTRY_COMPARE(first, QStringList({u"[signalbox] 2"_s, u"[signalbox] 5"_s}));
    QCOMPARE(second.size(), 2);
}

// A line without a newline is shown after a moment, counts for readiness, and is kept once it is whole.
void LogBookTest::aPromptIsShownAndMakesReady()
{
    World world;
    ComponentConfig component =
        shellComponent(u"a"_s, u"echo first; printf 'Password: '; sleep 1.5; echo; echo second; sleep 1000"_s);
    component.ready.log = u"Password:"_s;
    QList<LogLine> told;
    const Follow follow = world.logs.follow(u"a"_s, [&told](const QList<LogLine> &lines, qint64) { told += lines; });
    world.supervisor.applyConfig({component});
    world.supervisor.autostart();
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Running));
    QVERIFY2(timer.elapsed() < 1400, "it was ready only when the line had ended");
    QTRY_VERIFY(!told.isEmpty() && told.constLast().isOpen);
    QCOMPARE(told.constLast().text, u"Password: "_s);
    QCOMPARE(texts(ask(world, about()).lines), QStringList({u"first"_s, u"Password: "_s}));
    QCOMPARE(texts(ask(world, about(u"first"_s)).lines), QStringList(u"first"_s));
    QFile file(world.directory.filePath(u"logs/a.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Password"));
    QTRY_VERIFY(texts(told).contains(u"second"_s));
    QVERIFY(!told.constLast().isOpen);
    const QList<LogLine> lines = ask(world, about()).lines;
    QCOMPARE(texts(lines), QStringList({u"first"_s, u"Password: "_s, u"second"_s}));
    QVERIFY(std::none_of(lines.cbegin(), lines.cend(), [](const LogLine &line) { return line.isOpen; }));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll().count("Password: \n"), 1);
}

// It is never quiet, so its state is shown once in a while.
void LogBookTest::aProgressBarIsShownWhileItRuns()
{
    World world;
    QList<LogLine> told;
    const Follow follow = world.logs.follow(u"a"_s, [&told](const QList<LogLine> &lines, qint64) { told += lines; });
    run(world, u"for n in $(seq 50); do printf '\\r%s of 50' $n; sleep 0.05; done; echo"_s);
    QTRY_VERIFY(texts(told).contains(u"50 of 50"_s));
    const auto open = std::count_if(told.cbegin(), told.cend(), [](const LogLine &line) { return line.isOpen; });
    QVERIFY2(open >= 1 && open <= 10, qPrintable(QString::number(open)));
    QStringList kept = texts(ask(world, about(u"of 50"_s)).lines);
    QCOMPARE(kept, QStringList(u"50 of 50"_s));
}

void LogBookTest::longLinesAreWholeInTheFile()
{
    World world;
    run(world, u"head -c 1000000 /dev/zero | tr '\\0' x; echo; echo next"_s);
    const QList<LogLine> lines = ask(world, about()).lines;
    QVERIFY(lines.size() >= 2);
    QCOMPARE(lines[0].text, QString(8192, u'x') + u"…[cut]"_s);
    QCOMPARE(lines[1].text, u"next"_s);
    QFile file(world.directory.filePath(u"logs/a.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(QByteArray(" out - " + QByteArray(1'000'000, 'x') + '\n')));
}

// Lines that only a file has are found there, also after another program has moved the newest file away.
void LogBookTest::movedFilesHideNoLines()
{
    World world;
    const QString path = world.directory.filePath(u"logs/a.log"_s);
    for (int number = 1; number <= 3; ++number)
        world.logs.note(u"a"_s, LogLevel::Info, QString::number(number));
    QTRY_VERIFY(QFile::exists(path));
    world.supervisor.applyConfig({shellComponent(u"a"_s, u"echo x"_s)});
    QCOMPARE(ask(world, about()).lines.size(), 3);
    QVERIFY(QFile::rename(path, path + u".1"_s)); // where older lines are looked for
    world.logs.note(u"a"_s, LogLevel::Info, u"4"_s);
    const QStringList all{u"[signalbox] 1"_s, u"[signalbox] 2"_s, u"[signalbox] 3"_s, u"[signalbox] 4"_s};
    QCOMPARE(texts(ask(world, about()).lines), all);
    QVERIFY(QFile::rename(path, path + u".moved"_s)); // where nobody looks
    world.logs.note(u"a"_s, LogLevel::Info, u"5"_s);
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(texts(ask(world, about()).lines), QStringList(all) << u"[signalbox] 5"_s);
}

void LogBookTest::batchesAreBounded()
{
    QTemporaryDir directory;
    LogWriter writer(directory.path());
    QList<LogLine> lines;
    qint64 leftOut = 0;
    connect(&writer, &LogWriter::linesAdded, this, [&](const QString &, const QList<LogLine> &added, qint64 more) {
        QVERIFY(added.size() <= LogWriter::ringLines);
        lines += added;
        leftOut += more;
    });
    writer.setFollowed(u"a"_s, true);
    writer.take(u"a"_s, OutputChannel::Output, Timestamp{}, QByteArray("x\n").repeated(5000));
    QTRY_COMPARE(lines.size(), 1000);
    QCOMPARE(leftOut, 4000);
    QCOMPARE(lines.first().number, 4001); // the newest 1000 of 5000
    QCOMPARE(lines.last().number, 5000);
    // A batch of long lines is bounded by its size, too.
    writer.take(u"a"_s, OutputChannel::Output, Timestamp{}, QByteArray(QByteArray(8000, 'x') + '\n').repeated(500));
    QTRY_VERIFY(lines.size() > 1000);
    QVERIFY(lines.size() - 1000 <= LogWriter::ringCharacters / 8000);
}

// While a component prints as fast as it can, the event loop turns, memory stays bounded, and no line is lost.
void LogBookTest::aFloodCostsLittle()
{
    QTemporaryDir directory;
    SystemClock clock;
    Ids ids;
    Hub hub(clock, ids);
    LogBook logs(hub, directory.filePath(u"logs"_s));
    qputenv("SIGNALBOX_GUARD", TEST_GUARD);
    GuardedProcess process;
    bool over = false;
    qint64 total = 0;
    connect(&process, &GuardedProcess::output, this, [&](const QByteArray &bytes) { total += bytes.size(); });
    connect(&process, &GuardedProcess::exited, this, [&] { over = true; });
    const Follow follow = logs.follow(u"a"_s, [](const QList<LogLine> &, qint64) {});
    logs.attach(u"a"_s, process);
    process.start(specFor(u"/usr/bin/yes"_s, {u"a line of some forty characters or so"_s}));
    double turn = 0;
    double longest = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] {
        const double now = threadMilliseconds();
        longest = std::max(longest, now - std::exchange(turn, now));
    });
    QTRY_VERIFY(total > 1024 * 1024);
    const qint64 before = residentKib();
    QElapsedTimer elapsed;
    elapsed.start();
    turn = threadMilliseconds();
    ticker.start(10);
    const qint64 start = total;
    QTRY_VERIFY_WITH_TIMEOUT(elapsed.elapsed() >= 2000, 5000);
    const double perSecond = double(total - start) * 1000.0 / double(elapsed.elapsed());
    const qint64 grown = residentKib() - before;
    qInfo("flood: %.1f MiB/s read, longest turn %.1f ms of computing, %lld KiB more resident", perSecond / 1024 / 1024,
          longest, grown);
    QVERIFY2(perSecond < 1.25 * LogBook::bytesPerSecond, qPrintable(QString::number(perSecond)));
    QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    QVERIFY2(grown < 3 * floodKib, qPrintable(QString::number(grown)));
    process.stop();
    QTRY_VERIFY(over);
}

namespace {

int countOf(const QStringList &texts, const QString &part)
{
    return int(texts.filter(part).size());
}

} // namespace

void LogBookTest::anUnwritableFolderIsSaidOnce()
{
    World world;
    QFile blocker(world.directory.filePath(u"logs"_s)); // a file where the folder should be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    int told = 0;
    const Follow follow =
        world.logs.follow(u"a"_s, [&](const QList<LogLine> &lines, qint64) { told += int(lines.size()); });
    run(world, u"for i in 1 2 3; do echo $i; sleep 0.3; done"_s);
    QTRY_COMPARE(told, 4);
    QCOMPARE(countOf(world.problems(), u"cannot open"_s), 1);
    QCOMPARE(texts(ask(world, about()).lines), QStringList({u"1"_s, u"2"_s, u"3"_s, u"[signalbox] exit status 0"_s}));
}

void LogBookTest::aFullDiskIsSaidOnceAndRecovers()
{
    World world;
    const QByteArray mountPoint = QFile::encodeName(world.directory.filePath(u"logs"_s));
    QVERIFY(QDir().mkdir(QFile::decodeName(mountPoint)));
    if (::mount("tmpfs", mountPoint.constData(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("mounting a small file system is not permitted here");
    const auto unmount = qScopeGuard([&] { ::umount2(mountPoint.constData(), MNT_DETACH); });
    QFile ballast(QFile::decodeName(mountPoint) + u"/ballast"_s);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(4096, 'x')) == 4096) {
    }
    int told = 0;
    const Follow follow =
        world.logs.follow(u"a"_s, [&](const QList<LogLine> &lines, qint64) { told += int(lines.size()); });
    world.supervisor.applyConfig({shellComponent(u"a"_s, u"while :; do echo tick; sleep 0.05; done"_s)});
    world.supervisor.autostart();
    QTRY_VERIFY(told > 15); // enough time for a second try to write
    QCOMPARE(countOf(world.problems(), u"No space left"_s), 1);
    QVERIFY(world.is(u"a"_s, ComponentState::Running));

    ballast.remove();
    QTRY_VERIFY(!ask(world, about(u"could not be written"_s)).lines.isEmpty());
    QFile file(QFile::decodeName(mountPoint) + u"/a.log"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("out - tick\n"));
}

QTEST_GUILESS_MAIN(LogBookTest)
#include "tst_logbook.moc"
