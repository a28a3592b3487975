// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/numbering.h"

#include <QTest>

using namespace Qt::StringLiterals;

using signalbox::alger::Numbering;

class NumberingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTogether_data();
    void countsTogether();
};

// The script: "c7": the client's id 7 is accepted and answered, "x7": id 7 is refused (395), "p": a push, "m": an
// unreadable frame (396). Expected: the ids the server used.
void NumberingTest::countsTogether_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("ids");
    QTest::newRow("1→2, 3→4") << u"c1 c3 c5"_s << u"2 4 6"_s;
    QTest::newRow("wrong ids") << u"x0 x99 x-1 c4"_s << u"1 2 3 5"_s;
    QTest::newRow("after a refusal: the expected id") << u"c1 x7 c3 c5"_s << u"2 3 4 6"_s;
    QTest::newRow("after a refusal: the id after that") << u"c1 x7 c4 c6"_s << u"2 3 5 7"_s;
    QTest::newRow("after a refusal: no other") << u"c1 x7 x2 x6 c5"_s << u"2 3 4 5 6"_s;
    QTest::newRow("after a refusal: once") << u"c1 x7 c3 x3 c5"_s << u"2 3 4 5 6"_s;
    QTest::newRow("after a refusal and a push") << u"c1 x7 p c3 c6"_s << u"2 3 4 5 7"_s;
    QTest::newRow("unreadable") << u"m c2 m c5"_s << u"1 3 4 6"_s;
    QTest::newRow("pushes") << u"c1 p p c5"_s << u"2 3 4 6"_s;
    QTest::newRow("crossing: before the pushes") << u"c1 p p c3"_s << u"2 3 4 5"_s;
    QTest::newRow("crossing: between the pushes") << u"c1 p p c4"_s << u"2 3 4 5"_s;
    QTest::newRow("a push while a request is served") << u"c1 +3 p a c6"_s << u"2 4 5 7"_s;
    QTest::newRow("not beyond") << u"c1 p x5 c5"_s << u"2 3 4 6"_s;
    QTest::newRow("not twice") << u"c1 p p c3 x3 x5 c8"_s << u"2 3 4 5 6 7 9"_s;
    QTest::newRow("not the last answer's") << u"c1 x2 c4"_s << u"2 3 5"_s;
}

void NumberingTest::countsTogether()
{
    QFETCH(QString, script);
    QFETCH(QString, ids);
    Numbering numbering;
    QStringList used;
    for (const QString &step : script.split(u' ')) {
        const qint64 id = step.mid(1).toLongLong();
        const QChar what = step.at(0);
        if (what == u'c' || what == u'+' || what == u'x')
            QVERIFY2(numbering.isInTurn(id) == (what != u'x'), qPrintable(step));
        if (what == u'c' || what == u'+')
            numbering.accept(id);
        if (what == u'+')
            continue;
        const qint64 expected = numbering.expected();
        const qint64 own = what == u'p' ? numbering.push() : what == u'x' ? numbering.refuse() : numbering.answer();
        QCOMPARE(own, expected);
        used.append(QString::number(own));
    }
    QCOMPARE(used.join(u' '), ids);
}

QTEST_GUILESS_MAIN(NumberingTest)
#include "tst_numbering.moc"
