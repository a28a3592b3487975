// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/guard/progresslines.h"

#include <QTest>

using namespace signalbox::core;

namespace {

// What is left of the output, and how far it came: "output|percent|text".
QByteArray outcome(const QList<QByteArray> &writes)
{
    ProgressLines lines;
    QByteArray output;
    const auto take = [&output](std::string_view bytes) {
        output.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    for (const QByteArray &bytes : writes)
        lines.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, take);
    lines.finish(take);
    if (!lines.hasNews())
        return output;
    const ProgressLines::Progress progress = lines.take();
    return output + '|' + QByteArray::number(progress.percent) + '|' + QByteArray::fromStdString(progress.text);
}

} // namespace

// Tasks can tell progress: a line `::progress 75.0 text` on standard output (docs/interface.md, "What a node finds").
class ProgressLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsHoweverWritesAreCut_data() { reads_data(); }
    void readsHoweverWritesAreCut();
    void longLinesAreOutput();
    void textsAreCutBetweenCharacters();
    void newsAreTaken();
};

void ProgressLinesTest::reads_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &printed, const QByteArray &expected) {
        QTest::newRow(name) << printed << expected;
    };
    row("the line", "::progress 75.0 text\n", "|75|text");
    row("between others", "a\n::progress 75.0 text\nb\n", "a\nb\n|75|text");
    row("no text", "::progress 12.5\n", "|12.5|");
    row("no newline at the end", "a\n::progress 75 done", "a\n|75|done");
    row("CRLF", "a\r\n::progress 75.0 text\r\nb\r\n", "a\r\nb\r\n|75|text");
    row("blanks", "::progress  \t 75 \t two  words \t\n", "|75|two  words");
    row("UTF-8", "::progress 1 gr\xc3\xbc\xc3\x9f\x65\n", "|1|gr\xc3\xbc\xc3\x9f\x65");
    row("never backwards", "::progress 60 a\n::progress 40 b\n", "|60|b");
    row("the newest text stays", "::progress 10 a\n::progress 20\n", "|20|a");
    row("above", "::progress 150 much\n", "|100|much");
    row("below", "::progress -3 little\n", "|0|little");
    row("exponent", "::progress 5e1\n", "|50|");
    row("nothing new", "::progress 0\n", "");
    for (const char *ordinary : {"::progress\n",
                                 "::progress \n",
                                 "::progress text\n",
                                 "::progress 75% text\n",
                                 "::progress nan\n",
                                 "::progress inf x\n",
                                 "::progress 0x10\n",
                                 "::progress +5\n",
                                 "::progress 7,5\n",
                                 "::progress 1e999\n",
                                 "::progress: 75\n",
                                 "::progressing 75\n",
                                 "::Progress 75\n",
                                 ":progress 75\n",
                                 " ::progress 75\n",
                                 "x::progress 75\n",
                                 "\r::progress 75\n",
                                 "::progress75\n",
                                 ":\n",
                                 "::\n",
                                 ":",
                                 "::progress",
                                 "::progress ",
                                 "::progress -",
                                 "::progres 7\n",
                                 "\n\n",
                                 ""})
        row(QByteArray("output: " + QByteArray(ordinary).toPercentEncoding()).constData(), ordinary, ordinary);
}

void ProgressLinesTest::reads()
{
    QFETCH(QByteArray, printed);
    QTEST(outcome({printed}), "expected");
    // Beside lines that are output, on either side.
    QFETCH(QByteArray, expected);
    const qsizetype told = expected.indexOf('|');
    const QByteArray rest = told < 0 ? QByteArray() : expected.mid(told);
    const QByteArray output = told < 0 ? expected : expected.left(told);
    QCOMPARE(outcome({"before\n:x\n" + printed}), "before\n:x\n" + output + rest);
    if (printed.endsWith('\n'))
        QCOMPARE(outcome({printed + ":x\nafter"}), output + ":x\nafter" + rest);
}

void ProgressLinesTest::readsHoweverWritesAreCut()
{
    QFETCH(QByteArray, printed);
    QList<QByteArray> bytes;
    for (const char byte : printed)
        bytes.append(QByteArray(1, byte));
    QTEST(outcome(bytes), "expected");
    for (qsizetype cut = 0; cut <= printed.size(); ++cut)
        QTEST(outcome({printed.left(cut), {}, printed.mid(cut)}), "expected");
}

// Bounded: no more than longestLine bytes are held back, and nothing is lost.
void ProgressLinesTest::longLinesAreOutput()
{
    const QByteArray begin = "::progress 50 ";
    const auto most = static_cast<qsizetype>(ProgressLines::longestLine);
    const auto line = [&](qsizetype size) -> QByteArray {
        return begin + QByteArray(size - begin.size() - 1, 'x') + '\n';
    };
    QVERIFY(outcome({line(most)}).startsWith("|50|xxx"));
    QCOMPARE(outcome({line(most + 1), "::progress 7\n"}), line(most + 1) + "|7|");

    ProgressLines lines;
    qsizetype fed = 0;
    qsizetype handedOn = 0;
    const auto count = [&](std::string_view bytes) { handedOn += static_cast<qsizetype>(bytes.size()); };
    lines.feed({begin.constData(), static_cast<std::size_t>(begin.size())}, count);
    fed += begin.size();
    for (int piece = 0; piece < 10'000; ++piece) {
        lines.feed(std::string(999, 'x'), count);
        fed += 999;
        QVERIFY(fed - handedOn <= most);
    }
    lines.finish(count);
    QCOMPARE(handedOn, fed);
    QVERIFY(!lines.hasNews());
}

void ProgressLinesTest::textsAreCutBetweenCharacters()
{
    const auto most = static_cast<qsizetype>(longestProgressText);
    QCOMPARE(outcome({"::progress 1 " + QByteArray(most, 'x') + '\n'}), "|1|" + QByteArray(most, 'x'));
    QCOMPARE(outcome({"::progress 1 " + QByteArray(most + 1, 'x') + '\n'}), "|1|" + QByteArray(most, 'x'));
    QCOMPARE(outcome({"::progress 1 " + QByteArray(most - 1, 'x') + "\xc3\xbc\n"}), "|1|" + QByteArray(most - 1, 'x'));
    QCOMPARE(outcome({"::progress 1 " + QByteArray(most, '\x80') + "\x80\n"}), "|1|"); // no UTF-8 at all
}

void ProgressLinesTest::newsAreTaken()
{
    ProgressLines lines;
    const auto nothing = [](std::string_view) {};
    const auto hasNewsAfter = [&](std::string_view line) {
        lines.feed(line, nothing);
        const bool hasNews = lines.hasNews();
        (void)lines.take();
        return hasNews;
    };
    QVERIFY(hasNewsAfter("::progress 10 a\n"));
    QVERIFY(!lines.hasNews());
    QVERIFY(!hasNewsAfter("::progress 10 a\n"));
    QVERIFY(!hasNewsAfter("::progress 5\n"));
    QVERIFY(hasNewsAfter("::progress 5 b\n"));
    QVERIFY(hasNewsAfter("::progress 11\n"));
    const ProgressLines::Progress last = lines.take();
    QCOMPARE(last.percent, 11.0);
    QCOMPARE(last.text, std::string("b"));
}

QTEST_GUILESS_MAIN(ProgressLinesTest)
#include "tst_progresslines.moc"
