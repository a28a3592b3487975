// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logfile.h"
#include "server/core/runtime/logs/logtext.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class LogTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsWhereverChunksEnd();
    void aCarriageReturnBeginsTheLineAnew_data();
    void aCarriageReturnBeginsTheLineAnew();
    void cutsLongLines_data();
    void cutsLongLines();
    void aGibibyteWithoutNewlineStaysSmall();
    void display_data();
    void display();
    void aCutGoesThroughNoCharacter();
    void linesSurviveTheFile_data();
    void linesSurviveTheFile();
    void otherLinesAreNone();
    void linesOfOlderFiles_data();
    void linesOfOlderFiles();
    void rotatesAndForgets();
    void readsBackwardsThroughAllFiles();
    void beginsAnewWhenRemoved();
    void beginsAnewWhenMoved();
    void goesOnWhenEmptied();
};

namespace {

struct Collected
{
    void add(QByteArrayView line, bool cut)
    {
        lines.append(line.toByteArray());
        cuts.append(cut);
    }
    LineSplitter::Sink sink()
    {
        return [this](QByteArrayView line, bool cut) { add(line, cut); };
    }
    QByteArrayList lines;
    QList<bool> cuts;
};

} // namespace

void LogTextTest::splitsWhereverChunksEnd()
{
    const QByteArray text = "first\n\nthird \xc3\xa4\nlast";
    for (qsizetype at = 0; at <= text.size(); ++at) {
        LineSplitter splitter;
        Collected found;
        splitter.feed(QByteArrayView(text).first(at), found.sink());
        splitter.feed(QByteArrayView(text).sliced(at), found.sink());
        QCOMPARE(found.lines.size(), 3);
        splitter.finish(found.sink());
        QCOMPARE(found.lines, QByteArrayList({"first", "", "third \xc3\xa4", "last"}));
    }
}

void LogTextTest::aCarriageReturnBeginsTheLineAnew_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("open");
    QByteArray bar;
    for (int percent = 0; percent <= 100; ++percent)
        bar += "\rdone " + QByteArray::number(percent) + '%';
    QByteArray steps;
    for (int step = 0; step < 200'000; ++step)
        steps += "\rstep " + QByteArray::number(step);
    QTest::newRow("a bar") << bar + "\n" << QByteArrayList{"done 100%"} << QByteArray();
    QTest::newRow("a bar, then more") << bar + "FINISHED\n" << QByteArrayList{"done 100%FINISHED"} << QByteArray();
    QTest::newRow("under way") << bar << QByteArrayList() << QByteArray("done 100%");
    QTest::newRow("longer than a line may be") << steps + "\rLASTSTATE\n"
                                               << QByteArrayList{"LASTSTATE"} << QByteArray();
    QTest::newRow("lines of DOS") << QByteArray("one\r\ntwo\r\n\r\n") << QByteArrayList{"one", "two", ""}
                                  << QByteArray();
    QTest::newRow("twice") << QByteArray("text\r\r\n") << QByteArrayList{"text"} << QByteArray();
    QTest::newRow("state, then return") << QByteArray("50%\r") << QByteArrayList() << QByteArray("50%");
    QTest::newRow("cleared") << QByteArray("50%\r   \rdone\n") << QByteArrayList{"done"} << QByteArray();
    QTest::newRow("prompt") << QByteArray("a\nPassword: ") << QByteArrayList{"a"} << QByteArray("Password: ");
}

// As on a terminal, wherever the pieces end that are read.
void LogTextTest::aCarriageReturnBeginsTheLineAnew()
{
    QFETCH(QByteArray, printed);
    for (const qsizetype piece : {qsizetype(1), qsizetype(3), qsizetype(7), printed.size()}) {
        LineSplitter splitter;
        Collected found;
        for (qsizetype at = 0; at < printed.size(); at += piece)
            splitter.feed(QByteArrayView(printed).sliced(at, std::min(piece, printed.size() - at)), found.sink());
        QTEST(found.lines, "lines");
        QTEST(splitter.open().toByteArray(), "open");
        QVERIFY(!found.cuts.contains(true));
    }
}

void LogTextTest::cutsLongLines_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<bool>("cut");
    QTest::newRow("at the limit") << maxLogLineBytes << false;
    QTest::newRow("one more") << maxLogLineBytes + 1 << true;
    QTest::newRow("far more") << 10 * maxLogLineBytes << true;
}

void LogTextTest::cutsLongLines()
{
    QFETCH(qsizetype, length);
    QFETCH(bool, cut);
    for (const qsizetype chunk : {qsizetype(10'000), 2 * length}) {
        LineSplitter splitter;
        Collected found;
        const QByteArray text = QByteArray(length, 'x') + "\nnext\n";
        for (qsizetype at = 0; at < text.size(); at += chunk)
            splitter.feed(QByteArrayView(text).sliced(at, std::min(chunk, text.size() - at)), found.sink());
        QCOMPARE(found.lines, QByteArrayList({QByteArray(std::min(length, maxLogLineBytes), 'x'), "next"}));
        QCOMPARE(found.cuts, QList<bool>({cut, false}));
    }
    QVERIFY(displayText("x", true) == u"x…[cut]");
}

void LogTextTest::aGibibyteWithoutNewlineStaysSmall()
{
    LineSplitter splitter;
    Collected found;
    const QByteArray chunk(1024 * 1024, 'x');
    for (int count = 0; count < 1024; ++count)
        splitter.feed(chunk, found.sink());
    splitter.feed("\nnext\n", found.sink());
    QCOMPARE(found.lines.size(), 2);
    QCOMPARE(found.lines[0].size(), maxLogLineBytes);
    QCOMPARE(found.lines[1], QByteArray("next"));
}

void LogTextTest::display_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QByteArray("a\tb") << u"a\tb"_s;
    QTest::newRow("utf-8") << QByteArray("\xc3\xa4\xc2\xb5\xe2\x82\xac") << u"äµ€"_s;
    QTest::newRow("no utf-8") << QByteArray("a\xff"
                                            "b")
                              << u"a\uFFFDb"_s;
    QTest::newRow("colour") << QByteArray("\x1b[1;31mred\x1b[0m") << u"red"_s;
    QTest::newRow("title") << QByteArray("\x1b]0;title\x07text") << u"text"_s;
    QTest::newRow("link") << QByteArray("\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\") << u"text"_s;
    QTest::newRow("charset") << QByteArray("\x1b(Btext") << u"text"_s;
    QTest::newRow("unfinished") << QByteArray("text\x1b[12") << u"text"_s;
    QTest::newRow("escape at the end") << QByteArray("text\x1b") << u"text"_s;
    QTest::newRow("carriage return") << QByteArray("10%\r20%\r") << u"10%20%"_s;
    QTest::newRow("NUL and BEL") << QByteArray("a\0b\x07", 4) << u"ab"_s;
    QTest::newRow("C1 around an escape") << QByteArray("a\xc2\x1b[0m\x9b"
                                                       "31mb")
                                         << u"a31mb"_s;
    QTest::newRow("C1 around C1") << QByteArray("a\xc2\xc2\x9b\x85"
                                                "b")
                                  << u"ab"_s;
    QTest::newRow("C1") << QByteArray("a\xc2\x9b"
                                      "b")
                        << u"ab"_s;
}

void LogTextTest::display()
{
    QFETCH(QByteArray, printed);
    QFETCH(QString, shown);
    QCOMPARE(displayText(printed), shown);
}

void LogTextTest::aCutGoesThroughNoCharacter()
{
    QCOMPARE(displayText("a\xe2\x82", true), u"a…[cut]"_s);
    QCOMPARE(displayText("a\xe2\x82\xac", true), u"a€…[cut]"_s);
}

void LogTextTest::linesSurviveTheFile_data()
{
    QTest::addColumn<LogLine>("line");
    QTest::addColumn<QByteArray>("stored");
    const auto line = [](LogSource source, std::optional<LogLevel> level, const QString &text) {
        return LogLine{u"a"_s, 1, *fromIso(u"2024-01-15T10:30:00.000Z"_s), level, text, false, source};
    };
    QTest::newRow("known") << line(LogSource::Output, LogLevel::Info, u"text with  spaces"_s)
                           << QByteArray("2024-01-15T10:30:00.000Z out INFO text with  spaces");
    QTest::newRow("known on err") << line(LogSource::Error, LogLevel::Error, u"ERROR: x"_s)
                                  << QByteArray("2024-01-15T10:30:00.000Z err ERROR ERROR: x");
    QTest::newRow("not known") << line(LogSource::Error, {}, u"INFO by the stream alone"_s)
                               << QByteArray("2024-01-15T10:30:00.000Z err - INFO by the stream alone");
    QTest::newRow("empty") << line(LogSource::Output, {}, {}) << QByteArray("2024-01-15T10:30:00.000Z out - ");
    QTest::newRow("note") << line(LogSource::Server, LogLevel::Warn, u"[signalbox] x"_s)
                          << QByteArray("2024-01-15T10:30:00.000Z server WARN [signalbox] x");
}

void LogTextTest::linesSurviveTheFile()
{
    QFETCH(LogLine, line);
    QFETCH(QByteArray, stored);
    QByteArray written;
    appendLogLine(written, line, toIsoMilliseconds(line.time).toLatin1());
    QCOMPARE(written, stored + '\n');
    const auto parsed = parseLogLine(stored);
    QVERIFY(parsed);
    QVERIFY(parsed->source == line.source && parsed->level == line.level);
    QCOMPARE(parsed->time.toByteArray(), QByteArray("2024-01-15T10:30:00.000Z"));
    QCOMPARE(QString::fromUtf8(parsed->text), line.text);
}

void LogTextTest::otherLinesAreNone()
{
    for (const char *bad :
         {"", "x", "2024-01-15T10:30:00.000Z", "2024-01-15T10:30:00.000Z NOISE x", "2024-01-15T10:30:00.000Z out",
          "2024-01-15T10:30:00.000Z out INFO", "2024-01-15T10:30:00.000Z out NOISE x", "2024-01-15T10:30:00.000Z - x"})
        QVERIFY2(!parseLogLine(bad), bad);
}

// Before lines had a source, their level was the stream, whatever they said.
void LogTextTest::linesOfOlderFiles_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<LogSource>("source");
    QTest::addColumn<std::optional<LogLevel>>("level");
    using Level = std::optional<LogLevel>;
    QTest::newRow("out") << QByteArray("INFO text") << LogSource::Output << Level();
    QTest::newRow("err") << QByteArray("WARN text") << LogSource::Error << Level();
    QTest::newRow("empty") << QByteArray("WARN ") << LogSource::Error << Level();
    QTest::newRow("words") << QByteArray("INFO 10:30:00 ERROR x") << LogSource::Output << Level();
    QTest::newRow("neither") << QByteArray("ERROR text") << LogSource::Output << Level(LogLevel::Error);
    QTest::newRow("note") << QByteArray("ERROR [signalbox] exit status 1") << LogSource::Server
                          << Level(LogLevel::Error);
    QTest::newRow("warning note") << QByteArray("WARN [signalbox] x") << LogSource::Server << Level(LogLevel::Warn);
}

void LogTextTest::linesOfOlderFiles()
{
    QFETCH(QByteArray, stored);
    const QByteArray line = "2024-01-15T10:30:00.000Z " + stored;
    const auto parsed = parseLogLine(line);
    QVERIFY(parsed);
    QFETCH(LogSource, source);
    QFETCH(std::optional<LogLevel>, level);
    QVERIFY(parsed->source == source);
    QVERIFY(parsed->level == level);
    QCOMPARE(parsed->text.toByteArray(), stored.sliced(stored.indexOf(' ') + 1));
}

void LogTextTest::rotatesAndForgets()
{
    QTemporaryDir directory;
    LogFile file(directory.filePath(u"logs/a.log"_s));
    const QByteArray lines = QByteArray(1023, 'x') + '\n';
    QByteArray block;
    for (int count = 0; count < 1024; ++count)
        block += lines;
    for (int count = 0; count < 75; ++count)
        QVERIFY(file.append(block)); // 75 MiB
    const QFileInfoList files = QDir(directory.filePath(u"logs"_s)).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), LogFile::files);
    for (const QFileInfo &info : files) {
        QVERIFY(info.size() <= LogFile::rotateBytes);
        QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }
}

void LogTextTest::readsBackwardsThroughAllFiles()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.log"_s);
    const auto fill = [](const QString &name, int from, int to) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int number = from; number <= to; ++number)
            file.write(QByteArray::number(number) + QByteArray(number % 100, ' ') + '\n');
    };
    fill(path + u".1"_s, 1, 20'000);
    fill(path, 20'001, 30'000);
    int next = 30'000;
    bool ordered = true;
    LogFile::readBackwards(LogFile(path).contents(), [&](QByteArrayView line) {
        ordered = ordered && line.trimmed().toInt() == next--;
        return true;
    });
    QVERIFY(ordered);
    QCOMPARE(next, 0);
    int visited = 0;
    LogFile::readBackwards(LogFile(path).contents(), [&](QByteArrayView) { return ++visited < 3; });
    QCOMPARE(visited, 3);
}

void LogTextTest::beginsAnewWhenRemoved()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.log"_s);
    LogFile file(path);
    QVERIFY(file.append("one\n"));
    QVERIFY(QFile::remove(path));
    QVERIFY(file.append("two\n"));
    QFile found(path);
    QVERIFY(found.open(QIODevice::ReadOnly));
    QCOMPARE(found.readAll(), QByteArray("two\n"));
}

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

// As logrotate does by default, while nobody tells the writer.
void LogTextTest::beginsAnewWhenMoved()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.log"_s);
    LogFile file(path);
    QVERIFY(file.append("one\n"));
    QVERIFY(!file.takeLost());
    QVERIFY(QFile::rename(path, path + u".rotated"_s));
    QVERIFY(file.append("two\n"));
    QCOMPARE(file.takeLost(), std::optional(1));
    QVERIFY(!file.takeLost());
    QCOMPARE(file.current(), 2);
    QCOMPARE(contentOf(path), "two\n");
    QCOMPARE(contentOf(path + u".rotated"_s), "one\n");
    QVERIFY(QFile::rename(path, path + u".2"_s)); // and another program has made a file of that name
    QFile other(path);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    QVERIFY(file.append("three\n"));
    QCOMPARE(contentOf(path), "three\n");
}

// As logrotate does with copytruncate.
void LogTextTest::goesOnWhenEmptied()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"a.log"_s);
    LogFile file(path);
    QVERIFY(file.append(QByteArray(LogFile::rotateBytes - 10, 'x') + '\n'));
    QVERIFY(QFile::resize(path, 0));
    QVERIFY(file.append(QByteArray(100, 'y') + '\n')); // which would have been one too many
    QCOMPARE(file.takeLost(), std::optional(1));
    QCOMPARE(contentOf(path), QByteArray(100, 'y') + '\n');
    QVERIFY(!QFile::exists(path + u".1"_s));
}

QTEST_APPLESS_MAIN(LogTextTest)
#include "tst_logtext.moc"
