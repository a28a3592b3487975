// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/execution.h"
#include "server/model/words/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

class ReasonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isItsEnglishText_data();
    void isItsEnglishText();
    void everyPatternReadsBack_data();
    void everyPatternReadsBack();
    void whatNobodyOfUsSaidIsVerbatim_data();
    void whatNobodyOfUsSaidIsVerbatim();
    void aNestedOneReadsBack();
    void aPartGivesWayToAnother();
    void aCutTextKeepsItsValues();
    void inFullHasWhatTheTextLeavesOut();
    void valuesThatLookLikePlacesStay();
};

namespace {

Reason broken()
{
    return {Why::Explained, {Reason(Why::ExitStatus, {Reason::number(3)}), u"ValueError: no such file"_s}};
}

} // namespace

void ReasonTest::isItsEnglishText_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("text");
    QTest::newRow("own words") << Reason(u"Loading 3 of 4"_s) << u"Loading 3 of 4"_s;
    QTest::newRow("no values") << Reason(Why::StartedWithServer) << u"started with the server"_s;
    QTest::newRow("a value") << Reason(Why::StartedBy, {u"root"_s}) << u"started by root"_s;
    QTest::newRow("duration") << Reason(Why::HadToBeKilled,
                                        {Reason(Why::StoppedBy, {u"root"_s}), Reason::duration(Milliseconds(90'000))})
                              << u"stopped by root; had to be killed after 1m30s (stop_timeout)"_s;
    QTest::newRow("list")
        << Reason(Why::WaitingFor, {Reason(Why::StartedWithServer),
                                    Reason::list({u"db"_s, Reason(Why::InBrackets, {u"web"_s, broken()})})})
        << u"started with the server; waiting for db, web (exit status 3: ValueError: no such file)"_s;
    QTest::newRow("fraction") << Reason(Why::TimedOut, {Reason::number(0.05)}) << u"timed out after 0.05 s"_s;
    QTest::newRow("given up") << Reason(Why::GivenUp, {broken(), Reason::number(5), Reason::number(10)})
                              << u"exit status 3: ValueError: no such file; failed 5 times in a row within 10 s of its "
                                 "start, so it is not tried again: find the cause in its log, then start it"_s;
}

void ReasonTest::isItsEnglishText()
{
    QFETCH(Reason, reason);
    QFETCH(QString, text);
    QCOMPARE(reason.text(), text);
}

// With a value of each kind where it may be: what it was made of is known again from the text alone.
void ReasonTest::everyPatternReadsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Why>("code");
    const auto first = static_cast<int>(Why::NotStarted);
    const auto last = static_cast<int>(Why::And);
    for (int code = first; code <= last; ++code) {
        const auto why = static_cast<Why>(code);
        const QString pattern = QString::fromUtf8(Reason::pattern(why));
        QVERIFY2(!pattern.isEmpty(), qPrintable(QString::number(code)));
        // Of the kinds of values these can be told from each other by nothing but the pattern.
        for (const QStringList &values :
             {QStringList{u"7"_s, u"8"_s, u"9"_s, u"10"_s}, QStringList{u"exit status 3"_s, u"5"_s, u"10"_s},
              QStringList{u"exit status 3"_s, u"ann"_s}, QStringList{u"exit status 3"_s, u"1m30s"_s},
              QStringList{u"1m30s"_s, u"exit status 3"_s}, QStringList{u"ann"_s, u"1m30s"_s},
              QStringList{u"ann"_s, u"exit status 3"_s}, QStringList{u"exit status 3"_s, u"exit status 4"_s},
              QStringList{u"7"_s, u"1m30s"_s},
              QStringList{u"1m30s"_s, u"2026-11-30T10:00:00Z"_s, u"it has printed nothing yet"_s},
              QStringList{u"64 MiB"_s, u"70"_s}, QStringList{u"exit status 3"_s, u"4"_s, u"2026-11-30T10:00:00Z"_s},
              QStringList{u"exit status 3"_s, u"2026-11-30T10:00:00Z"_s},
              QStringList{u"http://localhost/"_s, u"500"_s, u"ok"_s}, QStringList{u"7"_s, u"ann"_s, u"web"_s},
              QStringList{u"ann"_s, u"bob"_s, u"eve"_s, u"7"_s}}) {
            const QString text = Reason::filled(pattern, values);
            if (Reason::read(text).code() == why) {
                QTest::newRow(Reason::pattern(why)) << text << why;
                break;
            }
            if (values.size() == 4 && values.last() == u"7"_s)
                QTest::newRow(Reason::pattern(why)) << text << why; // none of them: to be seen failing
        }
    }
}

void ReasonTest::everyPatternReadsBack()
{
    QFETCH(QString, text);
    QFETCH(Why, code);
    const Reason read = Reason::read(text);
    QVERIFY2(read.code() == code,
             qPrintable(text + u" was read as "_s + QString::fromUtf8(Reason::pattern(read.code()))));
    QCOMPARE(read.text(), text);
}

void ReasonTest::whatNobodyOfUsSaidIsVerbatim_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s, u"ValueError: no such file"_s, u"Loading 3 of 4"_s, u"a; b"_s, u"Error: (x)"_s,
                                u"exit status three"_s, u"%1; %2"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void ReasonTest::whatNobodyOfUsSaidIsVerbatim()
{
    QFETCH(QString, text);
    const Reason read = Reason::read(text);
    QVERIFY2(read.code() == Why::Verbatim, Reason::pattern(read.code()));
    QCOMPARE(read.text(), text);
}

void ReasonTest::aNestedOneReadsBack()
{
    const Reason failed(Why::NodeFailed, {u"index"_s, broken()});
    const Reason read = Reason::read(failed);
    QVERIFY(read.code() == Why::NodeFailed);
    QCOMPARE(read.values().constFirst().text(), u"index"_s);
    const Reason inner = read.values().constLast();
    QVERIFY(inner.code() == Why::Explained);
    QVERIFY(inner.values().constFirst().code() == Why::ExitStatus);
    QVERIFY(inner.values().constFirst().values().constFirst().code() == Why::Number);
    QCOMPARE(inner.values().constLast().text(), u"ValueError: no such file"_s);
}

void ReasonTest::aPartGivesWayToAnother()
{
    const Reason given(Why::GivenUp, {broken(), Reason::number(5), Reason::number(10)});
    const Reason held(Why::And, {broken(), Reason(Why::ForeignProcess)});
    const Reason now = given.with(broken(), held);
    QVERIFY(now.code() == Why::GivenUp);
    QVERIFY2(now.startsWith(held.text() + u"; failed 5 times"_s), qPrintable(now));
    QCOMPARE(given.with(u"something else"_s, held).text(), given.text());
}

void ReasonTest::aCutTextKeepsItsValues()
{
    const Reason whole(Why::NodeFailed, {u"index"_s, QString(2 * longestReason, u'x')});
    const Reason cut = whole.atMost(longestReason);
    QCOMPARE(cut.size(), longestReason);
    QVERIFY(cut.endsWith(u'…'));
    QCOMPARE(cut.values().constLast().size(), 2 * longestReason);
    QCOMPARE(broken().atMost(longestReason).text(), broken().text());
}

// What is shown on cards and rows is short; a log line has what it takes to find the mistake.
void ReasonTest::inFullHasWhatTheTextLeavesOut()
{
    const Reason missing(Why::NoSuchProgram, {u"foo"_s, u"/usr/bin:/bin"_s});
    QCOMPARE(missing.text(), u"cannot start 'foo': no such program in PATH"_s);
    QCOMPARE(missing.inFull().text(), u"cannot start 'foo': no such program in PATH (/usr/bin:/bin)"_s);
    QCOMPARE(missing.inFull().code(), Why::NotInPath);
    const Reason nested(Why::WaitingFor, {Reason(Why::StartedWithServer),
                                          Reason::list({u"db"_s, Reason(Why::InBrackets, {u"web"_s, missing})})});
    QCOMPARE(nested.inFull().text(), u"started with the server; waiting for db, web (%1)"_s.arg(missing.inFull()));
    QCOMPARE(Reason::read(missing).inFull().text(), missing.text()); // a stored text has no PATH
    const Reason cut = Reason(Why::NodeFailed, {u"index"_s, QString(2 * longestReason, u'x')}).atMost(longestReason);
    QCOMPARE(cut.inFull().text(), cut.text());
}

void ReasonTest::valuesThatLookLikePlacesStay()
{
    QCOMPARE(Reason(Why::Explained, {u"%2"_s, u"%1 %d"_s}).text(), u"%2: %1 %d"_s);
}

QTEST_GUILESS_MAIN(ReasonTest)
#include "tst_reason.moc"
