// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/logpanel.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::widgets;

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsUntilOneScrollsUpAndResumesAtTheBottom();
    void standsStillWhileOldLinesGo();
    void filtersAndSearches();
    void revealsWhatExplains();
    void showsPlainText();
    void countsWhatMatchesAndWhatIsNew();
    void panelLoadsThenFollows();
    void panelCountsMatches();
    void panelSavesTheWholeLog();
    void panelSaysWhenEarlierLinesAreMissing();
};

namespace {

QList<LogLine> lines(qint64 from, int count, LogLevel level = LogLevel::Info)
{
    QList<LogLine> made;
    for (int i = 0; i < count; ++i)
        made.append({QStringLiteral("a"), from + i, Timestamp{Milliseconds(from + i)}, level,
                     QStringLiteral("line %1").arg(from + i)});
    return made;
}

} // namespace

void LogViewTest::followsUntilOneScrollsUpAndResumesAtTheBottom()
{
    LogView view;
    view.resize(400, 200);
    view.show();
    QSignalSpy following(&view, &LogView::followingChanged);
    view.append(lines(0, 100));
    QScrollBar *bar = view.verticalScrollBar();
    QVERIFY(view.isFollowing());
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());

    bar->setValue(bar->maximum() - 10);
    QVERIFY(!view.isFollowing());
    const int held = bar->value();
    view.append(lines(100, 50));
    QCOMPARE(bar->value(), held);
    QVERIFY(!view.isFollowing());

    bar->setValue(bar->maximum());
    QVERIFY(view.isFollowing());
    view.append(lines(150, 10));
    QCOMPARE(bar->value(), bar->maximum());

    bar->setValue(0);
    view.jumpToNewest();
    QVERIFY(view.isFollowing());
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
    QCOMPARE(view.lines().shown(), 100);
    QCOMPARE(view.lines().at(bar->value()).text, read);
}

void LogViewTest::filtersAndSearches()
{
    LogView view;
    view.resize(400, 200);
    view.append(lines(0, 100));
    view.append(lines(100, 3, LogLevel::Error));
    view.setFilter(LogLevel::Warn, {});
    QCOMPARE(view.lines().shown(), 3);
    view.setFilter(LogLevel::Trace, QStringLiteral("LINE 4"));
    QCOMPARE(view.lines().shown(), 11); // 4, 40 … 49
    view.append(lines(400, 1));
    QCOMPARE(view.lines().shown(), 12);
    view.setFilter(LogLevel::Trace, {});
    view.setSearch(QStringLiteral("line 7"));
    QVERIFY(view.findNext());
    QCOMPARE(view.lines().at(view.currentRow()).text, QStringLiteral("line 7"));
    QVERIFY(view.findNext());
    QCOMPARE(view.lines().at(view.currentRow()).text, QStringLiteral("line 70"));
    QVERIFY(view.findNext(true));
    QVERIFY(view.findNext(true)); // around the start
    QCOMPARE(view.lines().at(view.currentRow()).text, QStringLiteral("line 79"));
    view.setSearch(QStringLiteral("nowhere"));
    QVERIFY(!view.findNext());
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
    QVERIFY(!view.isFollowing());
    QVERIFY(view.selectedText().contains(QStringLiteral("WARN line 50")));
    // The program's own word, not that it ended; and nothing of the run before.
    const auto note = [](qint64 number) {
        return LogLine{QStringLiteral("a"), number, {}, LogLevel::Error, QStringLiteral("[signalbox] exit status 3")};
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
    QCOMPARE(plainText(QStringLiteral("\x1b[31mred\x1b[0m\tand\x07so")), QStringLiteral("red and so"));
}

void LogViewTest::countsWhatMatchesAndWhatIsNew()
{
    LogView view;
    view.setBound(100);
    view.resize(400, 200);
    view.show();
    QSignalSpy changed(&view, &LogView::newLinesChanged);
    view.append(lines(0, 100));
    QCOMPARE(view.newLines(), 0); // it follows
    view.verticalScrollBar()->setValue(50);
    view.append(lines(100, 30)); // as many go at the front
    QCOMPARE(view.newLines(), 30);
    view.setSearch(QStringLiteral("line 4"));
    QCOMPARE(view.matches().count, 10); // 40 … 49
    QCOMPARE(view.matches().position, 0);
    QVERIFY(view.findNext());
    QVERIFY(view.findNext());
    QCOMPARE(view.matches().position, 2);
    view.jumpToNewest();
    QCOMPARE(view.newLines(), 0);
    QCOMPARE(changed.size(), 2);
    view.verticalScrollBar()->setValue(0);
    view.append(lines(130, 1));
    view.setFilter(LogLevel::Error, {}); // another view of it, from the newest on
    QCOMPARE(view.newLines(), 0);
}

void LogViewTest::panelLoadsThenFollows()
{
    test::FakeLink link;
    link.connectTo({});
    LogPanel panel(link);
    panel.setComponent(QStringLiteral("a"));
    QVERIFY(link.followed.isEmpty()); // hidden: asleep
    panel.show();
    QCOMPARE(link.followed, QStringList{QStringLiteral("a")});
    QVERIFY(link.lastQuery<LogQuery>());
    Q_EMIT link.logLines(QStringLiteral("a"), lines(8, 4), 0); // before the answer, overlapping it
    link.answer(Answer(LogPage{lines(0, 10)}));
    QCOMPARE(panel.view().lines().shown(), 12);
    Q_EMIT link.logLines(QStringLiteral("a"), lines(12, 2), 7);
    QCOMPARE(panel.view().lines().shown(), 14);
    QVERIFY(panel.notice().contains(QLatin1Char('7')));
    Q_EMIT link.logLines(QStringLiteral("other"), lines(0, 5), 0);
    QCOMPARE(panel.view().lines().shown(), 14);
    panel.setComponent(QStringLiteral("b"));
    QCOMPARE(link.followed, QStringList{QStringLiteral("b")});
    panel.hide();
    QVERIFY(link.followed.isEmpty());
}

void LogViewTest::panelCountsMatches()
{
    test::FakeLink link;
    link.connectTo({});
    LogPanel panel(link);
    panel.setComponent(QStringLiteral("a"));
    panel.show();
    link.answer(Answer(LogPage{lines(0, 20)}));
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel)); // else shortcuts are not heard
    auto *search = panel.findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("line 1"));
    QCOMPARE(panel.matches(), QStringLiteral("11 lines match")); // 1, 10 … 19
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(panel.matches(), QStringLiteral("Match 1 of 11"));
    QTest::keyClick(search, Qt::Key_F3);
    QCOMPARE(panel.matches(), QStringLiteral("Match 2 of 11"));
    Q_EMIT link.logLines(QStringLiteral("a"), lines(100, 1), 0);
    QTRY_COMPARE(panel.matches(), QStringLiteral("Match 2 of 12"));
    QTest::keyClicks(search, QStringLiteral("x"));
    QCOMPARE(panel.matches(), QStringLiteral("No match in the lines shown"));
    search->clear();
    QCOMPARE(panel.matches(), QString());
}

void LogViewTest::panelSavesTheWholeLog()
{
    test::FakeLink link;
    link.connectTo({});
    LogPanel panel(link);
    panel.setComponent(QStringLiteral("a"));
    panel.show();
    link.answer(Answer(LogPage{}));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    panel.saveTo(path);
    QVERIFY(!link.lastQuery<LogQuery>()->before);
    link.answer(Answer(LogPage{lines(1000, LogQuery::mostLines)}));
    QCOMPARE(link.lastQuery<LogQuery>()->before, std::optional<qint64>(1000)); // a full page: there may be more
    QVERIFY(!QFile::exists(path));
    link.answer(Answer(LogPage{lines(0, 1000)}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QCOMPARE(saved.count('\n'), LogQuery::mostLines + 1000);
    QVERIFY(saved.indexOf("line 999\n") < saved.indexOf("line 1000\n"));
    panel.saveTo(folder.filePath(QStringLiteral("missing/a.log")));
    link.answer(Answer(LogPage{}));
    QVERIFY(panel.notice().contains(QStringLiteral("missing")));
}

void LogViewTest::panelSaysWhenEarlierLinesAreMissing()
{
    test::FakeLink link;
    link.connectTo({});
    LogPanel panel(link);
    panel.setComponent(QStringLiteral("a"));
    panel.show();
    Q_EMIT link.logLines(QStringLiteral("a"), lines(3, 2), 0);
    link.refuse(QStringLiteral("no log yet"));
    QVERIFY(panel.notice().contains(QStringLiteral("no log yet")));
    QCOMPARE(panel.view().lines().shown(), 2);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
