// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "widgets/live/logview.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using test::lines;

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsUntilOneScrollsUpAndResumesAtTheBottom();
    void standsStillWhileOldLinesGo();
    void filtersAndSearches();
    void aFilterKeepsWhatMayBeAnError();
    void searchesFromWhereOneReads();
    void aFilterKeepsThePlace();
    void aFilterTakenAwayShowsWhatIsAroundTheFound();
    void whatIsFoundDoesNotRunAway();
    void theLogReadAgainKeepsThePlace();
    void aSelectionGoesWithItsLines();
    void keysMoveTheCurrentLine();
    void tellsTheCurrentLine();
    void saysTheDayOfOlderLines();
    void copiesTheTimeOnTheScreen();
    void reachesTheEndOfWideLines();
    void revealsWhatExplains();
    void showsPlainText();
    void countsWhatMatchesAndWhatIsNew();
    void mergesSeveralByTime();
    void whatComesLateMovesNothing();
    void aClockSetBackKeepsTheOrderOfALog();
    void anOpenLineIsReplacedByItsOwnLog();
    void longLinesWrap();
};

namespace {

// What this component logged, at these milliseconds.
QList<LogLine> linesOf(const QString &source, const QList<int> &times, qint64 number = 0)
{
    QList<LogLine> made;
    for (const int time : times)
        made.append({source, number++, Timestamp{Milliseconds(time)}, LogLevel::Info, source + QString::number(time)});
    return made;
}

QStringList texts(const LogView &view)
{
    QStringList all;
    for (int row = 0; row < view.lines().shown(); ++row)
        all << view.lines().at(row).text;
    return all;
}

} // namespace

void LogViewTest::followsUntilOneScrollsUpAndResumesAtTheBottom()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    QSignalSpy following(&view.newest(), &NewestFollower::changed);
    view.append(lines(0, 100));
    QScrollBar *bar = view.verticalScrollBar();
    QVERIFY(view.newest().isFollowing());
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());

    bar->setValue(bar->maximum() - 10);
    QVERIFY(!view.newest().isFollowing());
    const int held = bar->value();
    view.append(lines(100, 50));
    QCOMPARE(bar->value(), held);
    QVERIFY(!view.newest().isFollowing());

    bar->setValue(bar->maximum());
    QVERIFY(view.newest().isFollowing());
    view.append(lines(150, 10));
    QCOMPARE(bar->value(), bar->maximum());

    bar->setValue(0);
    view.newest().setFollowing(true);
    QVERIFY(view.newest().isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(following.size(), 4);
}

void LogViewTest::standsStillWhileOldLinesGo()
{
    LogView view;
    view.setBound(100);
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 100));
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(50);
    const QString read = view.lines().at(bar->value()).text;
    view.append(lines(100, 30));
    QCOMPARE(view.lines().shown(), 130); // no line goes while the view does not follow
    QCOMPARE(view.lines().at(bar->value()).text, read);
    view.append(lines(130, LogLines::heldBound - 100)); // up to heldBound
    QCOMPARE(view.lines().shown(), LogLines::heldBound);
    QCOMPARE(view.lines().at(bar->value()).text, read);
    view.newest().setFollowing(true);
    QCOMPARE(view.lines().shown(), 100);
    QCOMPARE(bar->value(), bar->maximum());
}

void LogViewTest::filtersAndSearches()
{
    LogView view;
    view.resize(400, 200);
    view.append(lines(0, 100));
    view.append(lines(100, 3, LogLevel::Error));
    view.setFilter(LogLevel::Warn, {});
    QCOMPARE(view.lines().shown(), 3);
    view.setFilter(LogLevel::Trace, u"LINE 4"_s);
    QCOMPARE(view.lines().shown(), 11); // 4, 40 … 49
    view.append(lines(400, 1));
    QCOMPARE(view.lines().shown(), 12);
    view.setFilter(LogLevel::Trace, {});
    view.verticalScrollBar()->setValue(0); // a search begins at the first visible line
    view.setSearch(u"line 7"_s);
    QVERIFY(view.findNext());
    QCOMPARE(view.lines().at(view.currentRow()).text, u"line 7"_s);
    QVERIFY(view.findNext());
    QCOMPARE(view.lines().at(view.currentRow()).text, u"line 70"_s);
    QVERIFY(view.findNext(true));
    QVERIFY(view.findNext(true)); // wraps around at the start
    QCOMPARE(view.lines().at(view.currentRow()).text, u"line 79"_s);
    view.setSearch(u"nowhere"_s);
    QVERIFY(!view.findNext());
}

// Of standard error also lines whose level is not known.
void LogViewTest::aFilterKeepsWhatMayBeAnError()
{
    LogView view;
    QList<LogLine> unknown = lines(3, 2);
    for (LogLine &line : unknown)
        line.level.reset();
    unknown[1].source = LogSource::Error;
    view.append(lines(0, 3) + unknown);
    view.setFilter(LogLevel::Error, {});
    QCOMPARE(view.lines().shown(), 1);
    QCOMPARE(view.lines().at(0).text, u"line 4"_s);
    view.setFilter(LogLevel::Info, {});
    QCOMPARE(view.lines().shown(), 5);
    view.replace(lines(0, 3));
    view.setFilter(LogLevel::Error, {});
    QVERIFY(!view.emptyText().contains(u"no level"_s));
    view.append(unknown.first(1));
    QCOMPARE(view.lines().shown(), 0);
    QVERIFY(view.emptyText().contains(u"Some of them name no level"_s));
}

void LogViewTest::aFilterKeepsThePlace()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 1000));
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(500);
    view.setFilter(LogLevel::Trace, {}); // the filter is the same
    QCOMPARE(bar->value(), 500);
    view.setFilter(LogLevel::Trace, u"7"_s);
    QVERIFY(!view.newest().isFollowing());
    QCOMPARE(view.lines().at(bar->value()).text, u"line 507"_s); // the first match from 500 on
    view.setFilter(LogLevel::Trace, u"nowhere"_s);
    QCOMPARE(view.lines().shown(), 0);
    view.append(lines(1000, 5));
    view.setFilter(LogLevel::Trace, {});
    QVERIFY(!view.newest().isFollowing());
    QCOMPARE(bar->value(), 500);
    QCOMPARE(view.newLines(), 5);
    view.newest().setFollowing(true);
    view.setFilter(LogLevel::Info, u"7"_s);
    QVERIFY(view.newest().isFollowing());
    view.setFilter(LogLevel::Info, {});
    QCOMPARE(bar->value(), bar->maximum());
}

void LogViewTest::aFilterTakenAwayShowsWhatIsAroundTheFound()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 1000));
    view.setSearch(u"line 50"_s);
    view.setFilter(LogLevel::Trace, u"line 500"_s);
    QVERIFY(view.findNext());
    QCOMPARE(view.lines().shown(), 1);
    QVERIFY(view.newest().isFollowing()); // the match is the last line
    view.setFilter(LogLevel::Trace, {});
    QCOMPARE(view.currentRow(), 500);
    QVERIFY(!view.newest().isFollowing());
    const int top = view.verticalScrollBar()->value();
    QVERIFY(top <= 500 && top > 400);
}

void LogViewTest::whatIsFoundDoesNotRunAway()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 100));
    view.setSearch(u"line 98"_s);
    QVERIFY(view.findNext()); // a visible line
    QVERIFY(!view.newest().isFollowing());
    const int held = view.verticalScrollBar()->value();
    view.append(lines(100, 50));
    QCOMPARE(view.verticalScrollBar()->value(), held);
    QCOMPARE(view.currentRow(), 98);
}

void LogViewTest::theLogReadAgainKeepsThePlace()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.replace(lines(100, 100));
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(20);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 50));
    const QString selected = view.selectedText();
    QVERIFY(!selected.isEmpty());
    const int below = view.currentRow() - bar->value();
    view.replace(lines(0, 230)); // more lines at both ends
    QCOMPARE(view.selectedText(), selected);
    QCOMPARE(view.currentRow() - bar->value(), below);
    QCOMPARE(view.newLines(), 30);
    view.replace(lines(1000, 100)); // no line in common
    QVERIFY(view.newest().isFollowing());
    QCOMPARE(view.currentRow(), -1);
    bar->setValue(20);
    QList<LogLine> other = lines(1000, 100); // the same numbers after a restart
    for (LogLine &line : other)
        line.time += Milliseconds(5);
    view.replace(other);
    QVERIFY(view.newest().isFollowing());
}

void LogViewTest::aSelectionGoesWithItsLines()
{
    LogView view;
    view.setBound(100);
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 100));
    view.verticalScrollBar()->setValue(0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 20));
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText().count(u'\n'), 2); // lines 0 to 2
    view.append(lines(100, LogLines::heldBound - 98));
    QVERIFY(view.selectedText().endsWith(u"line 2"_s));
    QVERIFY(!view.selectedText().contains(u'\n'));
    view.append(lines(LogLines::heldBound + 2, 1));
    QCOMPARE(view.currentRow(), -1);
    QCOMPARE(view.selectedText(), QString());
}

void LogViewTest::keysMoveTheCurrentLine()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 100));
    QScrollBar *bar = view.verticalScrollBar();
    const auto press = [&view](Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(&view, key, with); };
    press(Qt::Key_Up);
    QCOMPARE(view.currentRow(), 99);
    QVERIFY(view.newest().isFollowing());
    press(Qt::Key_Up);
    QCOMPARE(view.currentRow(), 98);
    QVERIFY(!view.newest().isFollowing());
    QCOMPARE(bar->value(), bar->maximum()); // line 98 was visible: no scrolling
    press(Qt::Key_PageUp);
    const int page = 98 - view.currentRow();
    QVERIFY(page > 3);
    press(Qt::Key_PageUp, Qt::ShiftModifier);
    QCOMPARE(view.selectedText().count(u'\n'), page);
    QCOMPARE(bar->value(), view.currentRow()); // scrolled just far enough
    press(Qt::Key_Home);
    QCOMPARE(view.currentRow(), 0);
    press(Qt::Key_Up);
    QCOMPARE(view.currentRow(), 0);
    bar->setValue(50); // the current line is out of sight
    press(Qt::Key_Down);
    QCOMPARE(view.currentRow(), 50);
    press(Qt::Key_PageDown);
    QCOMPARE(view.currentRow(), 50 + page);
    press(Qt::Key_End);
    QCOMPARE(view.currentRow(), 99);
    QVERIFY(view.newest().isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
    view.setFilter(LogLevel::Error, {});
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End})
        press(key); // in an empty log
    QCOMPARE(view.currentRow(), -1);
}

void LogViewTest::tellsTheCurrentLine()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 10));
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down);
    const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(heard->text(QAccessible::Description).endsWith(u": line 1"_s));
    view.replace({});
    QVERIFY(heard->text(QAccessible::Description).startsWith(u"Follows"_s));
}

void LogViewTest::saysTheDayOfOlderLines()
{
    LogView view;
    QList<LogLine> made = lines(0, 2);
    const QDateTime noon(QDate::currentDate(), QTime(12, 0));
    made[0].time = Timestamp{Milliseconds(noon.addDays(-1).toMSecsSinceEpoch())};
    made[1].time = Timestamp{Milliseconds(noon.toMSecsSinceEpoch())};
    view.append(made);
    QTest::keyClick(&view, Qt::Key_Home);
    const QString day = noon.date().addDays(-1).toString(Qt::ISODate);
    QVERIFY2(view.accessibleDescription().startsWith(day + u" 12:00:00"_s), qPrintable(view.accessibleDescription()));
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(view.accessibleDescription().startsWith(u"12:00:00"_s));
}

void LogViewTest::copiesTheTimeOnTheScreen()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Asia/Kolkata");
    tzset();
    LogLine line = lines(0, 1).constFirst();
    line.time = Timestamp{Milliseconds(1'760'677'200'125)}; // 05:00 UTC
    const QString copied = copyText(line);
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
    QCOMPARE(copied, u"2025-10-17T10:30:00.125+05:30 INFO line 0"_s);
}

void LogViewTest::reachesTheEndOfWideLines()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    QList<LogLine> made = lines(0, 1);
    made[0].text = QString(100, QChar(0x2E3B)); // a dash three ems long, of Noto Sans, in every fixed font
    view.append(made);
    const int needed = view.fontMetrics().horizontalAdvance(made[0].text);
    QVERIFY(needed > 110 * view.fontMetrics().horizontalAdvance(u'0')); // far wider than 100 usual characters
    QVERIFY(view.horizontalScrollBar()->maximum() + view.viewport()->width() > needed);
}

void LogViewTest::searchesFromWhereOneReads()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    view.append(lines(0, 1'000));
    view.verticalScrollBar()->setValue(500);
    view.setSearch(u"0"_s);
    const auto found = [&view] { return view.lines().at(view.currentRow()).text; };
    QVERIFY(view.findNext());
    QCOMPARE(found(), u"line 500"_s);
    view.verticalScrollBar()->setValue(700); // the match is out of sight
    QVERIFY(view.findNext(true));
    QVERIFY(view.currentRow() > 690);
}

void LogViewTest::revealsWhatExplains()
{
    LogView view;
    view.resize(400, 200);
    view.append(lines(0, 50));
    view.append(lines(50, 1, LogLevel::Warn));
    view.append(lines(51, 50));
    view.revealExplanation();
    QCOMPARE(view.currentRow(), 50);
    QVERIFY(!view.newest().isFollowing());
    QVERIFY(view.selectedText().contains(u"WARN line 50"_s));
    // The last error is a line of the program itself, not the note of its end, and not one of the run before.
    const auto note = [](qint64 number) {
        return LogLine{u"a"_s, number, {}, LogLevel::Error, u"[signalbox] exit status 3"_s, false, LogSource::Server};
    };
    view.append({note(101)});
    view.revealExplanation();
    QCOMPARE(view.currentRow(), 50);
    view.append(lines(102, 5));
    view.append({note(107), note(108)});
    view.revealExplanation();
    QCOMPARE(view.currentRow(), 108);
}

void LogViewTest::showsPlainText()
{
    QCOMPARE(plainText(u"\x1b[31mred\x1b[0m\tand\x07so"_s), u"red and so"_s);
    QCOMPARE(plainText(u"\x1b]0;title\x07shown"_s), u"shown"_s);
    QCOMPARE(plainText(u"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ end"_s), u"link end"_s);
    QCOMPARE(plainText(QString(8'000, u'x')).size(), 8'000);
    QVERIFY(plainText(QString(8'012, u'x')).endsWith(u"x … 12 more characters in the saved log"_s));
}

void LogViewTest::countsWhatMatchesAndWhatIsNew()
{
    LogView view;
    view.setBound(100);
    view.resize(400, 200);
    view.show();
    QSignalSpy changed(&view, &LogView::newLinesChanged);
    view.append(lines(0, 100));
    QCOMPARE(view.newLines(), 0); // the view follows
    view.verticalScrollBar()->setValue(50);
    view.append(lines(100, 30));
    QCOMPARE(view.newLines(), 30);
    view.setSearch(u"line 4"_s);
    QCOMPARE(view.matches().count, 11); // 4, 40 … 49
    QCOMPARE(view.matches().position, 0);
    QVERIFY(view.findNext());
    QVERIFY(view.findNext());
    QCOMPARE(view.matches().position, 2);
    view.newest().setFollowing(true);
    QCOMPARE(view.newLines(), 0);
    QCOMPARE(changed.size(), 2);
    view.verticalScrollBar()->setValue(0);
    view.append(lines(130, 1));
    view.setFilter(LogLevel::Error, {}); // hides all lines
    QCOMPARE(view.newLines(), 0);
}

void LogViewTest::mergesSeveralByTime()
{
    LogView view;
    view.replace(linesOf(u"a"_s, {10, 30, 50}) + linesOf(u"b"_s, {20, 30, 60}));
    QCOMPARE(texts(view), (QStringList{u"a10"_s, u"b20"_s, u"a30"_s, u"b30"_s, u"a50"_s, u"b60"_s}));
    view.append(linesOf(u"a"_s, {55, 70}, 3), u"a"_s); // b was told of first
    QCOMPARE(texts(view).last(4), (QStringList{u"a50"_s, u"a55"_s, u"b60"_s, u"a70"_s}));
    QCOMPARE(view.lines().newestNumber(u"a"_s), 4);
    QCOMPARE(view.lines().newestNumber(u"b"_s), 2);
    QVERIFY(view.reveal(u"b"_s, 1));
    QCOMPARE(view.lines().at(view.currentRow()).text, u"b30"_s);
    QVERIFY(!view.reveal(u"c"_s, 1));
    view.setLooks({{u"b"_s, {u"Bee"_s, ColourRole::Teal}}});
    QVERIFY(view.selectedText().contains(u" Bee INFO b30"_s));
}

void LogViewTest::whatComesLateMovesNothing()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    QList<int> times;
    for (int i = 0; i < 100; ++i)
        times << 10 * i;
    view.replace(linesOf(u"a"_s, times));
    view.verticalScrollBar()->setValue(80);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 50));
    const QString selected = view.selectedText();
    const QString top = view.lines().at(view.verticalScrollBar()->value()).text;
    view.append(linesOf(u"b"_s, {15, 25, 785, 995}), u"b"_s);
    QCOMPARE(view.lines().shown(), 104);
    QCOMPARE(view.selectedText(), selected);
    QCOMPARE(view.lines().at(view.verticalScrollBar()->value()).text, top);
    QCOMPARE(view.newLines(), 1); // below what was the newest
}

void LogViewTest::aClockSetBackKeepsTheOrderOfALog()
{
    LogView view;
    view.replace(linesOf(u"a"_s, {100, 40, 50}) + linesOf(u"b"_s, {90, 110}));
    QCOMPARE(texts(view), (QStringList{u"b90"_s, u"a100"_s, u"a40"_s, u"a50"_s, u"b110"_s}));
}

void LogViewTest::anOpenLineIsReplacedByItsOwnLog()
{
    LogView view;
    QList<LogLine> prompt = linesOf(u"a"_s, {10});
    prompt[0].isOpen = true;
    view.replace(prompt + linesOf(u"b"_s, {5}));
    view.append(linesOf(u"b"_s, {20}, 1), u"b"_s);
    QCOMPARE(texts(view), (QStringList{u"b5"_s, u"a10"_s, u"b20"_s}));
    view.append(linesOf(u"a"_s, {30}), u"a"_s); // now it has an end
    QCOMPARE(texts(view), (QStringList{u"b5"_s, u"b20"_s, u"a30"_s}));
}

void LogViewTest::longLinesWrap()
{
    LogView view;
    view.resize(600, 200);
    view.show();
    QList<LogLine> made = lines(0, 100);
    for (LogLine &line : made)
        line.text = line.text.leftJustified(300, u'x'); // several rows of the screen each
    view.append(made);
    QScrollBar *bar = view.verticalScrollBar();
    const int before = bar->maximum();
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
    view.setWraps(true);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QVERIFY(bar->maximum() > before); // fewer lines fit
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(view.newest().isFollowing());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, view.viewport()->height() - 12));
    QCOMPARE(view.currentRow(), 99); // also its second row on the screen
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentRow(), 1);
    const QString read = view.lines().at(view.currentRow()).text;
    view.setWraps(false);
    QCOMPARE(view.lines().at(view.currentRow()).text, read);
    QVERIFY(!view.newest().isFollowing());
    LogLine longest = lines(100, 1).constFirst();
    longest.text = QString(8'000, u'y'); // higher than the view
    view.setWraps(true);
    view.append({longest});
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentRow(), 100);
    QCOMPARE(bar->value(), 100);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(bar->value(), 99);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
