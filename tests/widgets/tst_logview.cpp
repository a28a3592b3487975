// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/live/logpanel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsUntilOneScrollsUpAndResumesAtTheBottom();
    void standsStillWhileOldLinesGo();
    void filtersAndSearches();
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
    void panelLoadsThenFollows();
    void panelCountsMatches();
    void panelKeepsThePlaceWhileOneSearches();
    void panelKeepsThePlaceWhileAway();
    void panelForgetsAnOlderAnswer();
    void panelIsWorkedByKeys();
    void panelRemembersHowItIsShown();
    void panelSavesTheWholeLog();
    void panelStaysAliveWhileItSaves();
    void panelSaysWhyTheLogWasNotSaved();
    void panelSaysWhenEarlierLinesAreMissing();
};

namespace {

QList<LogLine> lines(qint64 from, int count, LogLevel level = LogLevel::Info)
{
    QList<LogLine> made;
    for (int i = 0; i < count; ++i)
        made.append({u"a"_s, from + i, Timestamp{Milliseconds(from + i)}, level, u"line %1"_s.arg(from + i)});
    return made;
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
        return LogLine{u"a"_s, number, {}, LogLevel::Error, u"[signalbox] exit status 3"_s};
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

void LogViewTest::panelLoadsThenFollows()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    LogPanel panel(replica);
    panel.setComponent(u"a"_s);
    QVERIFY(link.followed.isEmpty()); // a hidden panel does not follow
    panel.show();
    QCOMPARE(link.followed, QStringList{u"a"_s});
    QVERIFY(link.lastQuery<LogQuery>());
    Q_EMIT link.logLines(u"a"_s, lines(8, 4), 0); // before the answer, which overlaps
    link.answer(Answer(LogPage{lines(0, 10)}));
    QCOMPARE(panel.view().lines().shown(), 12);
    Q_EMIT link.logLines(u"a"_s, lines(12, 2), 7);
    QCOMPARE(panel.view().lines().shown(), 14);
    QVERIFY(panel.notice().contains(u'7'));
    Q_EMIT link.logLines(u"other"_s, lines(0, 5), 0);
    QCOMPARE(panel.view().lines().shown(), 14);
    panel.setComponent(u"b"_s);
    QCOMPARE(link.followed, QStringList{u"b"_s});
    panel.hide();
    QVERIFY(link.followed.isEmpty());
}

void LogViewTest::panelCountsMatches()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    LogPanel panel(replica);
    panel.setComponent(u"a"_s);
    panel.show();
    link.answer(Answer(LogPage{lines(0, 20)}));
    panel.resize(800, 800); // all lines are visible
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel)); // shortcuts need the active window
    auto *search = panel.findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"line 1"_s);
    QCOMPARE(panel.matches(), u"11 lines match"_s); // 1, 10 … 19
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(panel.matches(), u"Match 1 of 11"_s);
    QTest::keyClick(search, Qt::Key_F3);
    QCOMPARE(panel.matches(), u"Match 2 of 11"_s);
    Q_EMIT link.logLines(u"a"_s, lines(100, 1), 0);
    QTRY_COMPARE(panel.matches(), u"Match 2 of 12"_s);
    QTest::keyClicks(search, u"x"_s);
    QCOMPARE(panel.matches(), u"No match in the lines shown"_s);
    search->clear();
    QCOMPARE(panel.matches(), QString());
}

namespace {

// A panel that shows lines 0 … 999 of component a.
struct Shown
{
    Shown()
    {
        link.connectTo({});
        panel.resize(600, 400);
        panel.setComponent(u"a"_s);
        panel.show();
        link.answer(Answer(LogPage{lines(0, 1000)}));
    }
    QScrollBar &bar() { return *panel.view().verticalScrollBar(); }

    test::FakeLink link;
    Replica replica{link};
    LogPanel panel{replica};
};

} // namespace

void LogViewTest::panelKeepsThePlaceWhileOneSearches()
{
    Shown shown;
    shown.bar().setValue(300);
    auto *search = shown.panel.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"line 5"_s);
    QCOMPARE(shown.bar().value(), 300);
    auto *only = shown.panel.findChild<QCheckBox *>();
    only->setChecked(true);
    QCOMPARE(shown.panel.view().lines().shown(), 111); // 5, 50 … 59, 500 … 599
    search->clear();
    QCOMPARE(shown.bar().value(), 300);
    QVERIFY(!shown.panel.view().newest().isFollowing());
}

void LogViewTest::panelKeepsThePlaceWhileAway()
{
    Shown shown;
    shown.bar().setValue(300);
    QTest::mouseClick(shown.panel.view().viewport(), Qt::LeftButton, {}, QPoint(20, 50));
    const QString selected = shown.panel.view().selectedText();
    shown.panel.hide();
    shown.panel.show();
    shown.link.answer(Answer(LogPage{lines(0, 1200)}));
    QCOMPARE(shown.bar().value(), 300);
    QCOMPARE(shown.panel.view().selectedText(), selected);
    QCOMPARE(shown.panel.view().newLines(), 200);
    auto *length = shown.panel.findChildren<QComboBox *>().constLast();
    length->setCurrentIndex(2);
    shown.link.answer(Answer(LogPage{lines(-500, 1700)})); // more of the same log
    QCOMPARE(shown.bar().value(), 800);
    QCOMPARE(shown.panel.view().selectedText(), selected);
}

void LogViewTest::panelForgetsAnOlderAnswer()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    LogPanel panel(replica);
    panel.setComponent(u"a"_s);
    panel.show();
    panel.hide();
    panel.setComponent(u"b"_s);
    link.answer(Answer(LogPage{lines(0, 10)}));
    QCOMPARE(panel.view().lines().shown(), 0);
}

void LogViewTest::panelIsWorkedByKeys()
{
    Shown shown;
    shown.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
    auto *search = shown.panel.findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"line 5"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(shown.panel.matches(), u"Match 2 of 111"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.panel.matches(), u"Match 1 of 111"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
}

void LogViewTest::panelRemembersHowItIsShown()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const auto boxes = [](LogPanel &panel) { return panel.findChildren<QComboBox *>(); };
    const auto checks = [](LogPanel &panel) { return panel.findChildren<QCheckBox *>(); };
    {
        Shown shown;
        boxes(shown.panel)[0]->setCurrentIndex(2);
        boxes(shown.panel)[1]->setCurrentIndex(0);
        for (QCheckBox *check : checks(shown.panel))
            check->toggle();
        shown.panel.save(settings);
    }
    Shown shown;
    shown.panel.restore(settings);
    QCOMPARE(boxes(shown.panel)[0]->currentIndex(), 2);
    QCOMPARE(boxes(shown.panel)[1]->currentIndex(), 0);
    QCOMPARE(checks(shown.panel)[0]->isChecked(), true);
    QCOMPARE(checks(shown.panel)[1]->isChecked(), false);
    QCOMPARE(shown.link.lastQuery<LogQuery>()->limit, 500);
    QCOMPARE(shown.panel.view().lines().shown(), 0); // all lines are Info
    QVERIFY(shown.panel.view().emptyText().contains(u"hides every line"_s));
    shown.panel.setComponent(u"b"_s);
    shown.link.answer(Answer(LogPage{}));
    QVERIFY(shown.panel.view().emptyText().startsWith(u"Nothing printed yet"_s));
}

void LogViewTest::panelSavesTheWholeLog()
{
    Shown shown;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    shown.panel.saveTo(path);
    QVERIFY(!shown.link.lastQuery<LogQuery>()->before);
    shown.link.answer(Answer(LogPage{lines(1000, LogQuery::mostLines)}));
    // After a full page there may be more, so the next one is asked for.
    QTRY_COMPARE(shown.link.lastQuery<LogQuery>()->before, std::optional<qint64>(1000));
    QVERIFY(!QFile::exists(path));
    shown.link.answer(Answer(LogPage{lines(0, 1000)}));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> saved = file.readAll().split('\n');
    QCOMPARE(saved.size(), LogQuery::mostLines + 1000 + 1);
    for (qsizetype i = 0; i < saved.size() - 1; i += 100)
        QVERIFY2(saved[i].endsWith(QByteArray("INFO line " + QByteArray::number(i))), saved[i].constData());
    QVERIFY(shown.panel.notice().contains(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.log"_s});
}

void LogViewTest::panelStaysAliveWhileItSaves()
{
    Shown shown;
    const QTemporaryDir folder;
    QAbstractButton *save = nullptr;
    for (auto *button : shown.panel.findChildren<QToolButton *>()) {
        if (button->toolTip().startsWith(u"Save"_s))
            save = button;
    }
    QVERIFY(save && save->isEnabled());
    shown.panel.saveTo(folder.filePath(u"a.log"_s));
    QVERIFY(!save->isEnabled());
    const auto asked = shown.link.asked.size();
    shown.panel.saveTo(folder.filePath(u"b.log"_s)); // ignored while the first is saved
    QCOMPARE(shown.link.asked.size(), asked);
    auto *said = shown.panel.findChild<Saver *>();
    QSignalSpy told(said, &Saver::told);
    shown.link.answer(Answer(LogPage{lines(0, 20'000)}));
    QCOMPARE(told.size(), 0); // written in later turns of the loop
    QTRY_VERIFY(save->isEnabled());
    QCOMPARE(told.size(), 5);
    QVERIFY(told[0][0].toString().contains(u"5,000"_s));
    QVERIFY(told[4][0].toString().contains(u"20,000"_s));
    QVERIFY(QFile::exists(folder.filePath(u"a.log"_s)));
}

void LogViewTest::panelSaysWhyTheLogWasNotSaved()
{
    Shown shown;
    const QTemporaryDir folder;
    shown.panel.saveTo(folder.filePath(u"missing/a.log"_s));
    QVERIFY(shown.panel.notice().contains(u"missing"_s));
    const QString path = folder.filePath(u"a.log"_s);
    shown.panel.saveTo(path); // a second try after a failure
    shown.link.refuse(u"no log yet"_s);
    QVERIFY(shown.panel.notice().contains(u"no log yet"_s));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void LogViewTest::panelSaysWhenEarlierLinesAreMissing()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    LogPanel panel(replica);
    panel.setComponent(u"a"_s);
    panel.show();
    Q_EMIT link.logLines(u"a"_s, lines(3, 2), 0);
    link.refuse(u"no log yet"_s);
    QVERIFY(panel.notice().contains(u"no log yet"_s));
    QCOMPARE(panel.view().lines().shown(), 2);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
