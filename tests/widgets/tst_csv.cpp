// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/answers/csv.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

// Cells of exported tables (docs/reliability.md, "No injection").
class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsStartNoFormula_data();
    void textsStartNoFormula();
    void harmlessTextsStay_data();
    void harmlessTextsStay();
    void linesEnd();
};

void CsvTest::textsStartNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"sweep"_s << u"\"sweep\""_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
    QTest::newRow("quotes") << u"a \"b\", c"_s << u"\"a \"\"b\"\", c\""_s;
    QTest::newRow("later") << u"a=1"_s << u"\"a=1\""_s;
    QTest::newRow("equals") << u"=HYPERLINK(\"http://x.invalid\",\"open\")"_s
                            << u"\"'=HYPERLINK(\"\"http://x.invalid\"\",\"\"open\"\")\""_s;
    for (const QString &begin : {u"="_s, u"+"_s, u"-"_s, u"@"_s, u" ="_s, u"\u00a0@"_s, u"\u3000="_s, u"\uFF1D"_s,
                                 u"\uFF0B"_s, u"\uFF0D"_s, u"\uFF20"_s, u"\uFE66"_s})
        QTest::addRow("%s", qPrintable(QString::fromLatin1(begin.toUtf8().toPercentEncoding())))
            << begin + u"SUM(1)" << QString(u"\"'" + begin + u"SUM(1)\"");
    // Where cells end at semicolons, quotes in the middle of one mean nothing.
    QTest::newRow("behind a semicolon") << u"a;=cmd"_s << u"\"a;'=cmd\""_s;
    QTest::newRow("behind each semicolon") << u"=a;; @b;c=d;"_s << u"\"'=a;;' @b;c=d;\""_s;
    QTest::newRow("behind a semicolon and a quote") << u"a;\"=cmd\""_s << u"\"a;'\"\"=cmd\"\"\""_s;
    QTest::newRow("behind a quote") << u"\" =cmd"_s << u"\"'\"\" =cmd\""_s;
    // What is not seen could hide the beginning of a formula, or end the cell: it is spelled, and what begins with it is none.
    QTest::newRow("tab") << u"\t=1"_s << u"\"\\x09=1\""_s;
    QTest::newRow("tab within") << u"a\t=1"_s << u"\"a\\x09=1\""_s;
    QTest::newRow("line ends") << u"\r\n=1\n=2"_s << u"\"\\x0d\\x0a=1\\x0a=2\""_s;
    QTest::newRow("line separators") << u"a\u2028=1\u2029=2\u0085=3"_s << u"\"a\\u2028=1\\u2029=2\\x85=3\""_s;
    QTest::newRow("NUL and escape") << u"\0=1\u001b[2J\u009b2J"_s << u"\"\\x00=1\\x1b[2J\\x9b2J\""_s;
    QTest::newRow("zero-width space") << u"\u200b=1"_s << u"\"\\u200b=1\""_s;
    QTest::newRow("zero-width space behind a semicolon") << u"a;\u200b=1"_s << u"\"a;\\u200b=1\""_s;
    QTest::newRow("byte order mark") << u"\ufeff=1"_s << u"\"\\ufeff=1\""_s;
    QTest::newRow("joiners") << u"\u200d=1;\u200c=2"_s << u"\"\\u200d=1;\\u200c=2\""_s;
    QTest::newRow("soft hyphen, word joiner") << u"\u00ad=1\u2060"_s << u"\"\\u00ad=1\\u2060\""_s;
    QTest::newRow("turned") << u"\u202e=1\u2066\u200f\u061c"_s << u"\"\\u202e=1\\u2066\\u200f\\u061c\""_s;
    QTest::newRow("hidden letters") << u"a\U000e0041"_s << u"\"a\\U000e0041\""_s;
}

void CsvTest::textsStartNoFormula()
{
    QFETCH(QString, text);
    QTEST(csvText(text), "cell");
}

void CsvTest::harmlessTextsStay_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"größe Łódź naïve"_s, u"C:\\new\\x0a"_s, u"exit status 3; failed 5 times in a row"_s,
                                u"a; b=c, d - e @ f"_s, u"'quoted'"_s, u"مرحبا بالعالم"_s, u"می\u200cخواهم"_s,
                                u"ক্\u200dষ র\u200d্যাব"_s, u"海の家"_s, u"👩\u200d💻 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void CsvTest::harmlessTextsStay()
{
    QFETCH(QString, text);
    QCOMPARE(csvText(text).toUtf8(), '"' + text.toUtf8() + '"');
}

void CsvTest::linesEnd()
{
    QCOMPARE(csvLine({u"time"_s, csvText(u"a,b"_s), u"-1.5"_s}), u"time,\"a,b\",-1.5\n"_s);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
