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
    for (const QString &begin : {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"\n"_s, u" ="_s, u"\u00a0@"_s,
                                 u"\uFF1D"_s, u"\uFF0B"_s, u"\uFF0D"_s, u"\uFF20"_s})
        QTest::addRow("%s", qPrintable(QString::fromLatin1(begin.toUtf8().toPercentEncoding())))
            << begin + u"SUM(1)" << QString(u"\"'" + begin + u"SUM(1)\"");
}

void CsvTest::textsStartNoFormula()
{
    QFETCH(QString, text);
    QTEST(csvText(text), "cell");
}

void CsvTest::linesEnd()
{
    QCOMPARE(csvLine({u"time"_s, csvText(u"a,b"_s), u"-1.5"_s}), u"time,\"a,b\",-1.5\n"_s);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
