// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/live/logpanel.h"
#include "widgets/live/saver.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using test::lines;

class LogPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void panelMergesSeveralLogs();
    void panelKeepsPlaceAndSearchOfEachLog();
    void panelGoesToALineThatIsFurtherBack();
};

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

void LogPanelTest::panelLoadsThenFollows()
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

void LogPanelTest::panelCountsMatches()
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

void LogPanelTest::panelKeepsThePlaceWhileOneSearches()
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

void LogPanelTest::panelKeepsThePlaceWhileAway()
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

void LogPanelTest::panelForgetsAnOlderAnswer()
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

void LogPanelTest::panelIsWorkedByKeys()
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

void LogPanelTest::panelRemembersHowItIsShown()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const auto boxes = [](LogPanel &panel) { return panel.findChildren<QComboBox *>(); };
    const auto checks = [](LogPanel &panel) { return panel.findChildren<QCheckBox *>(); };
    {
        Shown shown;
        boxes(shown.panel)[0]->setCurrentIndex(2);
        boxes(shown.panel)[1]->setCurrentIndex(0);
        checks(shown.panel)[0]->toggle();
        shown.panel.timesAction().toggle();
        shown.panel.wrapAction().toggle();
        shown.panel.save(settings);
    }
    Shown shown;
    shown.panel.restore(settings);
    QCOMPARE(boxes(shown.panel)[0]->currentIndex(), 2);
    QCOMPARE(boxes(shown.panel)[1]->currentIndex(), 0);
    QCOMPARE(checks(shown.panel)[0]->isChecked(), true);
    QCOMPARE(shown.panel.timesAction().isChecked(), false);
    QCOMPARE(shown.panel.wrapAction().isChecked(), true);
    QCOMPARE(shown.link.lastQuery<LogQuery>()->limit, 500);
    QCOMPARE(shown.panel.view().lines().shown(), 0); // all lines are Info
    QVERIFY(shown.panel.view().emptyText().contains(u"hides every line"_s));
    shown.panel.setComponent(u"b"_s);
    shown.link.answer(Answer(LogPage{}));
    QVERIFY(shown.panel.view().emptyText().startsWith(u"Nothing printed yet"_s));
}

void LogPanelTest::panelSavesTheWholeLog()
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

void LogPanelTest::panelStaysAliveWhileItSaves()
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

void LogPanelTest::panelSaysWhyTheLogWasNotSaved()
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

void LogPanelTest::panelSaysWhenEarlierLinesAreMissing()
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

void LogPanelTest::panelMergesSeveralLogs()
{
    test::FakeLink link;
    Replica replica(link);
    link.connectTo({});
    LogPanel panel(replica);
    panel.show();
    panel.setOrigins({{u"a"_s, {}, {}, u"A"_s}, {u"b"_s, {}, {}, u"B"_s}});
    QCOMPARE(link.followed, (QStringList{u"a"_s, u"b"_s}));
    QList<LogLine> others = lines(0, 10);
    for (LogLine &line : others)
        line.componentId = u"b"_s;
    Q_EMIT link.logLines(u"a"_s, lines(8, 4), 0); // before both have answered
    Q_EMIT link.answered(1, Answer(LogPage{lines(0, 10)}));
    QCOMPARE(panel.view().lines().shown(), 0);
    Q_EMIT link.answered(2, Answer(LogPage{others}));
    QCOMPARE(panel.view().lines().shown(), 22);
    QCOMPARE(panel.view().lines().at(18).componentId, u"a"_s);
    QCOMPARE(panel.view().lines().at(19).componentId, u"b"_s);
    QSignalSpy chosen(&panel, &LogPanel::chosen);
    QVERIFY(panel.view().reveal(u"b"_s, 4));
    QTest::keyClick(&panel.view(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<LogOrigin>().name, u"B"_s);
    QCOMPARE(chosen[0][1].value<LogLine>().number, 4);
    panel.setOrigins({});
    QVERIFY(link.followed.isEmpty());
    QCOMPARE(panel.view().lines().shown(), 0);
}

void LogPanelTest::panelKeepsPlaceAndSearchOfEachLog()
{
    Shown shown;
    auto *search = shown.panel.findChild<QLineEdit *>();
    search->setText(u"line 3"_s);
    shown.bar().setValue(300);
    shown.panel.setComponent(u"b"_s);
    shown.link.answer(Answer(LogPage{}));
    QCOMPARE(search->text(), QString());
    QVERIFY(shown.panel.view().newest().isFollowing());
    search->setText(u"other"_s);
    shown.panel.setComponent(u"a"_s);
    QCOMPARE(search->text(), u"line 3"_s);
    shown.link.answer(Answer(LogPage{lines(0, 1100)}));
    QCOMPARE(shown.bar().value(), 300);
    QVERIFY(!shown.panel.view().newest().isFollowing());
    QCOMPARE(shown.panel.view().newLines(), 100);
    shown.panel.setComponent(u"b"_s);
    QCOMPARE(search->text(), u"other"_s);
}

void LogPanelTest::panelGoesToALineThatIsFurtherBack()
{
    Shown shown;
    LogView &view = shown.panel.view();
    shown.panel.revealLine(700);
    QCOMPARE(view.lines().at(view.currentRow()).number, 700);
    shown.panel.revealLine(-9000);
    QCOMPARE(shown.link.lastQuery<LogQuery>()->before, std::optional<qint64>(-6500));
    shown.link.answer(Answer(LogPage{lines(-11'500, 5'000)}));
    QCOMPARE(view.lines().at(view.currentRow()).number, -9000);
    QVERIFY(shown.panel.notice().contains(u"Older lines"_s));
    Q_EMIT shown.link.logLines(u"a"_s, lines(1000, 5), 0); // would stand beside what is not its neighbour
    QCOMPARE(view.lines().shown(), 5'000);
    view.newest().setFollowing(true);
    QVERIFY(!shown.link.lastQuery<LogQuery>()->before);
    shown.link.answer(Answer(LogPage{lines(5, 1000)}));
    QCOMPARE(view.lines().newestNumber(u"a"_s), 1004);
    shown.panel.revealLine(-20'000); // the log does not go back so far any more
    shown.link.answer(Answer(LogPage{}));
    QVERIFY(shown.panel.notice().contains(u"not in the log any more"_s));
}

QTEST_MAIN(LogPanelTest)
#include "tst_logpanel.moc"
