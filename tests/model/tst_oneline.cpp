// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/words/oneline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

// Lines of the text log (docs/reliability.md, "No injection").
class OneLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesHoldWhatTheyShow_data();
    void linesHoldWhatTheyShow();
    void noControlIsLeft();
};

void OneLineTest::linesHoldWhatTheyShow_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"agent größe 海 👍 registered"_s << u"agent größe 海 👍 registered"_s;
    QTest::newRow("line ends") << u"a\nb\r\nc"_s << u"a b  c"_s;
    QTest::newRow("title of a terminal") << u"x\u001b]0;OWNED\u0007"_s << u"x\\x1b]0;OWNED\\x07"_s;
    QTest::newRow("C1") << u"x\u009b2J\u0085"_s << u"x\\x9b2J\\x85"_s;
    QTest::newRow("NUL, tab, delete") << u"a\0b\tc\u007f"_s << u"a\\x00b\\x09c\\x7f"_s;
    QTest::newRow("turned") << u"a\u202egnp.exe\u2066\u200f"_s << u"a\\u202egnp.exe\\u2066\\u200f"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\\u2028b\\u2029c"_s;
    QTest::newRow("shows nothing") << u"\ufeffa\u200bb\u00adc\u2060d\U000e0061"_s
                                   << u"\\ufeffa\\u200bb\\u00adc\\u2060d\\U000e0061"_s;
    QTest::newRow("joins what does not join")
        << u"ad\u200dmin \u200ce\u0301\u200d"_s << u"ad\\u200dmin \\u200ce\u0301\\u200d"_s;
    QTest::newRow("joined twice") << u"می\u200c\u200cخ\u061c\u200d"_s << u"می\u200c\\u200cخ\\u061c\\u200d"_s;
    QTest::newRow("joins") << u"می\u200cخواهم ক্\u200dষ 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥"_s
                           << u"می\u200cخواهم ক্\u200dষ 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥"_s;
    QTest::newRow("signs of Arabic") << u"\u0600١٢ \u06dd٣"_s << u"\u0600١٢ \u06dd٣"_s;
    QTest::newRow("halves of pairs") << QString(u"a"_s + QChar(0xD83D) + u'b' + QChar(0xDE00))
                                     << QString(u"a"_s + QChar(0xD83D) + u'b' + QChar(0xDE00));
}

void OneLineTest::linesHoldWhatTheyShow()
{
    QFETCH(QString, message);
    QTEST(asOneLine(message), "line");
}

void OneLineTest::noControlIsLeft()
{
    QString all;
    for (char16_t unit = 0; unit < 0x3000; ++unit)
        all += QChar(unit);
    for (const QChar c : asOneLine(all)) {
        QVERIFY(c.category() != QChar::Other_Control);
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
        case QChar::DirB:
            QFAIL(qPrintable(QString::number(c.unicode(), 16)));
        default:
            break;
        }
    }
}

QTEST_GUILESS_MAIN(OneLineTest)
#include "tst_oneline.moc"
