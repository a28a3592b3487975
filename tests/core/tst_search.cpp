// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/search/filescan.h"
#include "server/core/runtime/search/finder.h"
#include "tests/support/builders.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternFindsLines_data();
    void aPatternFindsLines();
    void aPatternIsRefused_data();
    void aPatternIsRefused();
    void theLiteralOfAnExpression_data();
    void theLiteralOfAnExpression();
    void aScanSeesWhatALoopSees();
    void foundLinesHaveTheNumbersOfTheLog();
    void theTextIsFoundNotItsHead();
    void ofManyTheNewestAreListedAndAllCounted();
    void outputsAreFoundNewestFirst();
    void aSearchGoesOnWhereItEnded();
    void tooManySearchesAreRefused();
    void aSearchThatNobodyWaitsForEnds();
};

namespace {

LinePattern pattern(const QString &text, bool isCaseSensitive = false, bool isExpression = false)
{
    return *LinePattern::make({text, isCaseSensitive, isExpression});
}

QByteArray content(const QList<QByteArray> &lines)
{
    return lines.join('\n') + '\n';
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// The logs and outputs of a data directory, and who searches there.
struct House
{
    explicit House(const QStringList &componentIds = {u"a"_s})
    {
        for (const QString &id : componentIds)
            (void)hub.record(ComponentChanged{test::component(id, ComponentState::Running)});
    }

    Result<FoundLines> ask(const FindQuery &query)
    {
        std::optional<Result<Answer>> answer;
        finder.ask(query, &context, [&](const Result<Answer> &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return unexpected(ErrorCode::Internal, u"no answer"_s);
        return *answer ? Result<FoundLines>(std::get<FoundLines>(**answer)) : Unexpected{answer->error()};
    }

    QTemporaryDir folder;
    SystemClock clock;
    Ids ids;
    Hub hub{clock, ids};
    LogBook logs{hub, folder.filePath(u"logs"_s)};
    QHash<QString, ExecutionDetail> executions;
    QObject context;
    Finder finder{hub, logs, folder.path(), [this](const Query &query, QObject *, const AnswerCallback &answered) {
                      const QString id = std::get<ExecutionQuery>(query.body).id;
                      executions.contains(id) ? answered(Answer(executions[id]))
                                              : answered(unexpected(ErrorCode::NotFound));
                  }};
};

} // namespace

void SearchTest::aPatternFindsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCaseSensitive");
    QTest::addColumn<bool>("isExpression");
    QTest::addColumn<QList<int>>("found");
    QTest::newRow("text") << u"refused"_s << false << false << QList<int>{0, 1};
    QTest::newRow("with regard to case") << u"refused"_s << true << false << QList<int>{0};
    QTest::newRow("upper case typed") << u"REFUSED"_s << false << false << QList<int>{0, 1};
    QTest::newRow("one letter") << u"z"_s << false << false << QList<int>{4};
    QTest::newRow("at the end of a line") << u"42"_s << true << false << QList<int>{3};
    QTest::newRow("not over lines") << u"refused\nConnection"_s << false << false << QList<int>{};
    QTest::newRow("letters of other scripts") << u"ОШИБКА"_s << false << false << QList<int>{2};
    QTest::newRow("with ASCII between them") << u"ошибка: disk"_s << false << false << QList<int>{2};
    QTest::newRow("with regard to case of other scripts") << u"Ошибка"_s << true << false << QList<int>{2};
    QTest::newRow("an expression") << u"connection (to|from) \\w+"_s << false << true << QList<int>{1};
    QTest::newRow("an expression without a literal") << u"^\\d+$"_s << false << true << QList<int>{3};
    QTest::newRow("alternatives") << u"disk|zebra"_s << false << true << QList<int>{2, 4};
    QTest::newRow("an expression with regard to case") << u"Refused$"_s << true << true << QList<int>{1};
}

void SearchTest::aPatternFindsLines()
{
    QFETCH(QString, text);
    QFETCH(bool, isCaseSensitive);
    QFETCH(bool, isExpression);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(content({"it was refused", "Connection to db Refused", "Ошибка: Disk voll", "42", "a Zebra"}));
    QVERIFY(file.flush());
    const LinePattern sought = pattern(text, isCaseSensitive, isExpression);
    QList<int> found;
    const Scanned scanned =
        scanFile(file.handle(), 0, file.size(), sought, [&](qint64, qint64 number, std::string_view line) {
            if (sought.matches(line))
                found << static_cast<int>(number);
        });
    QTEST(found, "found");
    QCOMPARE(scanned.lines, 5);
    QCOMPARE(scanned.bytes, file.size());
}

void SearchTest::aPatternIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("no text") << QString() << u"1 to 1000"_s;
    QTest::newRow("too long") << QString(1001, u'a') << u"1 to 1000"_s;
    QTest::newRow("no expression") << u"a(b"_s << u"parenthesis, at character 4"_s;
}

void SearchTest::aPatternIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const Result<LinePattern> made = LinePattern::make({text, false, true});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(made.error().message.contains(why), qPrintable(made.error().message));
}

void SearchTest::theLiteralOfAnExpression_data()
{
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *expression, const QString &literal) { QTest::newRow(expression) << literal; };
    row("error", u"error"_s);
    row("^error: .*refused$", u"error: "_s);
    row("errors? here", u"error"_s); // the s may be missing
    row("ab+c", u"ab"_s);
    row("ab*cd", u"cd"_s);
    row("x{2,3}yes", u"yes"_s);
    row("a(bcdef)?g", u"a"_s);
    row("[abcdef]gh", u"gh"_s);
    row("[]abc]de", u"de"_s);
    row("10\\.0\\.0\\.1", u"10.0.0.1"_s);
    row("\\d+ms", u"ms"_s);
    row("\\x41bc", QString());
    row("one|two", QString());
    row("(refused|denied), try", u", try"_s);
    row("(?:a|b)cd", u"cd"_s);
    row("(?<name>a)cd", QString());
    row("(?i)one", QString());
}

void SearchTest::theLiteralOfAnExpression()
{
    const QString literal = literalOf(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(literal, "literal");
}

// Lines of all lengths, also beyond what is read at once, and blocks that end within a line.
void SearchTest::aScanSeesWhatALoopSees()
{
    QRandomGenerator random(7);
    QList<QByteArray> lines;
    for (int i = 0; i < 30'000; ++i) {
        QByteArray line;
        const int length = i % 5'000 == 4'999 ? 700'000 : static_cast<int>(random.bounded(0, 120));
        for (int j = 0; j < length; ++j)
            line += "abcdeABCDE xyz"[random.bounded(14)];
        lines << line;
    }
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(content(lines));
    QVERIFY(file.flush());
    for (const auto &[text, folds] : {std::pair("dab", true), std::pair("Dab", false), std::pair("zx", true)}) {
        const LinePattern sought = pattern(QString::fromLatin1(text), !folds);
        QList<std::pair<qint64, qint64>> found;
        const Scanned scanned =
            scanFile(file.handle(), 0, file.size(), sought, [&](qint64 offset, qint64 number, std::string_view line) {
                if (sought.matches(line))
                    found.append({offset, number});
            });
        QList<std::pair<qint64, qint64>> expected;
        qint64 offset = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (QString::fromLatin1(lines[i]).contains(QString::fromLatin1(text),
                                                       folds ? Qt::CaseInsensitive : Qt::CaseSensitive))
                expected.append({offset, i});
            offset += lines[i].size() + 1;
        }
        QVERIFY(expected.size() > 100);
        QCOMPARE(found, expected);
        QCOMPARE(scanned.lines, lines.size());
    }
}

void SearchTest::foundLinesHaveTheNumbersOfTheLog()
{
    House house;
    write(house.folder.filePath(u"logs/a.log.1"_s),
          content({"2024-01-15T10:30:00.000Z out INFO old needle", "2024-01-15T10:30:01.000Z err - between"}));
    write(house.folder.filePath(u"logs/a.log"_s), content({"2024-01-15T10:30:02.000Z err WARN stored needle"}));
    house.logs.note(u"a"_s, LogLevel::Info, u"a needle of today"_s);
    house.logs.note(u"a"_s, LogLevel::Info, u"nothing"_s);
    const Result<FoundLines> found = house.ask({u"NEEDLE"_s});
    QVERIFY(found);
    QCOMPARE(found->matches, 3);
    QCOMPARE(found->looked, 5);
    QVERIFY(!found->next);
    QCOMPARE(found->lines.size(), 3);
    QCOMPARE(found->lines[0].text, u"old needle"_s);
    QCOMPARE(found->lines[0].time, *fromIso(u"2024-01-15T10:30:00.000Z"_s));
    QVERIFY(found->lines[1].source == LogSource::Error);
    QVERIFY(found->lines[1].level == LogLevel::Warn);
    std::optional<LogPage> page;
    house.logs.ask({u"a"_s, 10, LogLevel::Trace, u"needle"_s, {}, {}}, &house.context,
                   [&](const Result<LogPage> &got) { page = *got; });
    QTRY_VERIFY(page);
    QCOMPARE(page->lines.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(found->lines[i].number, page->lines[i].number);
        QCOMPARE(found->lines[i].text, page->lines[i].text);
    }
}

void SearchTest::theTextIsFoundNotItsHead()
{
    House house;
    write(house.folder.filePath(u"logs/a.log"_s),
          content({"2024-01-15T10:30:00.000Z out INFO quiet", "2024-01-15T10:30:01.000Z out INFO for your INFO 2024",
                   "2024-01-15T10:30:01.000Z INFO as it was written before"}));
    QCOMPARE(house.ask({u"info"_s})->matches, 1);
    QCOMPARE(house.ask({u"2024"_s})->matches, 1);
    QCOMPARE(house.ask({u"before"_s})->lines.constFirst().text, u"as it was written before"_s);
}

void SearchTest::ofManyTheNewestAreListedAndAllCounted()
{
    House house({u"a"_s, u"b"_s});
    QByteArray many;
    for (int i = 0; i < 2000; ++i)
        many += "2024-01-15T10:30:00.000Z out - hit " + QByteArray::number(i) + '\n';
    write(house.folder.filePath(u"logs/a.log"_s), many);
    write(house.folder.filePath(u"logs/b.log"_s), content({"2024-01-15T10:30:00.000Z out - hit of b"}));
    const Result<FoundLines> found = house.ask({u"hit"_s});
    QCOMPARE(found->matches, 2001);
    QCOMPARE(found->lines.size(), FindQuery::mostOfOne + 1);
    QCOMPARE(found->lines.constFirst().text, u"hit 1500"_s);
    QCOMPARE(found->lines.constLast().componentId, u"b"_s);
}

void SearchTest::outputsAreFoundNewestFirst()
{
    House house;
    const QString older = house.ids.next();
    const QString newer = house.ids.next();
    const QString forgotten = house.ids.next();
    const QString outputs = house.folder.filePath(u"executions/"_s);
    write(outputs + older + u"/output"_s, content({"one", "the needle of a call"}));
    write(outputs + newer + u"/n1.out"_s, content({"needle of a node"}));
    write(outputs + newer + u"/n2.out.part"_s, content({"\x1b[31mred needle\x1b[0m"}));
    write(outputs + newer + u"/n2.err"_s, content({"x", "needle of errors"}));
    write(outputs + newer + u"/output"_s, content({"needle of a node"})); // joined of the nodes' own
    write(QDir(outputs + newer).filePath(u"work/needle.out"_s), content({"needle of a program's own file"}));
    write(outputs + forgotten + u"/output"_s, content({"needle without a row"}));
    write(outputs + u"other/output"_s, content({"needle of no execution"}));
    QVERIFY(QFile::link(u"/etc/passwd"_s, outputs + newer + u"/n3.out"_s));
    const Timestamp began{Milliseconds(1'700'000'000'000)};
    Task first = test::task(newer, u"first"_s);
    first.outputFile = u"n1.out"_s;
    first.startedAt = began;
    Task second = test::task(newer, u"second"_s);
    second.outputFile = u"n2.out.part"_s;
    house.executions = {{older, {test::execution(older, ExecutionState::Succeeded), {}}},
                        {newer, {test::execution(newer, ExecutionState::Running), {first, second}}}};
    const Result<FoundLines> found = house.ask({u"needle"_s});
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 4);
    QCOMPARE(found->lines[0].nodeId, u"first"_s);
    QCOMPARE(found->lines[0].time, began);
    QCOMPARE(found->lines[1].stream, OutputStream::Err);
    QCOMPARE(found->lines[1].number, 2); // behind "x" and its newline
    QCOMPARE(found->lines[2].nodeId, u"second"_s);
    QCOMPARE(found->lines[2].text, u"red needle"_s);
    QCOMPARE(found->lines[3].executionId, older);
    QCOMPARE(found->lines[3].nodeId, QString());
    QVERIFY(!found->next);
}

void SearchTest::aSearchGoesOnWhereItEnded()
{
    QStringList components;
    for (int i = 0; i < 6; ++i)
        components << u"c%1"_s.arg(i);
    House house(components);
    QByteArray many;
    for (int i = 0; i < 600; ++i)
        many += "2024-01-15T10:30:00.000Z out - hit\n";
    for (const QString &id : components)
        write(house.folder.filePath(u"logs/%1.log"_s.arg(id)), many);
    const QString folder = house.folder.filePath(u"executions/"_s);
    for (int i = 0; i < 6; ++i) {
        const QString id = house.ids.next();
        write(folder + id + u"/output"_s, QByteArray("hit\n").repeated(600));
        house.executions[id] = {test::execution(id, ExecutionState::Succeeded), {}};
    }
    FindQuery query{u"hit"_s};
    qint64 matches = 0;
    QSet<QString> sources;
    int answers = 0;
    do {
        const Result<FoundLines> found = house.ask(query);
        QVERIFY(found);
        QVERIFY(found->lines.size() <= Finder::linesOfOneAnswer + FindQuery::mostOfOne);
        matches += found->matches;
        for (const FoundLine &line : found->lines)
            sources << line.componentId + line.executionId;
        query.from = found->next;
        ++answers;
    } while (query.from && answers < 100);
    QCOMPARE(matches, 12 * 600);
    QCOMPARE(sources.size(), 12);
    QVERIFY(answers > 3 && answers < 100);
}

void SearchTest::tooManySearchesAreRefused()
{
    House house;
    int answered = 0;
    int refused = 0;
    for (int i = 0; i < Turns::mostOfOne + 3; ++i) { // one is under way
        const auto count = [&](const Result<Answer> &answer) {
            ++answered;
            refused += !answer && answer.error().code == ErrorCode::Capacity ? 1 : 0;
        };
        house.finder.ask(FindQuery{u"x"_s}, &house.context, count, {u"ann@10.0.0.1"_s, true});
    }
    QCOMPARE(refused, 2);
    QTRY_COMPARE(answered, Turns::mostOfOne + 3);
    QCOMPARE(refused, 2);
    QVERIFY(house.ask({u"x"_s})); // there is room again
}

void SearchTest::aSearchThatNobodyWaitsForEnds()
{
    House house;
    auto *context = new QObject;
    bool isAnswered = false;
    house.finder.ask(FindQuery{u"x"_s}, context, [&](const Result<Answer> &) { isAnswered = true; });
    delete context;
    QVERIFY(house.ask({u"x"_s})); // done one after another
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
