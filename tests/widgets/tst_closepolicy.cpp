// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when it is closed: hide, ask, or stop the server.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/shell/closepolicy.h"

#include <QCheckBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ClosePolicyTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void closes_data();
    void closes();
    void asksBeforeExecutionsAreCutShort();
    void asksOnceWhetherToKeepRunning();

private:
    void saysWhatItWaitsFor();
};

void ClosePolicyTest::init()
{
    const auto running = [](const QString &id) { return component(id, ComponentState::Running); };
    begin(snapshotOf(running(u"a"_s), running(u"b"_s), running(u"c"_s), component(u"old"_s, ComponentState::Error)));
    link->tick();
}

void ClosePolicyTest::closes_data()
{
    QTest::addColumn<CloseChoice>("choice");
    QTest::addColumn<bool>("tray");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("components");
    QTest::addColumn<CloseStep>("step");
    QTest::newRow("first time") << CloseChoice::Ask << true << 0 << 0 << CloseStep::AskWhich;
    QTest::newRow("keep") << CloseChoice::KeepRunning << true << 2 << 0 << CloseStep::Hide;
    QTest::newRow("stop") << CloseChoice::Stop << true << 0 << 0 << CloseStep::Stop;
    QTest::newRow("stop although something runs") << CloseChoice::Stop << true << 2 << 0 << CloseStep::AskBeforeStop;
    QTest::newRow("stop, as chosen, components run") << CloseChoice::Stop << true << 0 << 3 << CloseStep::Stop;
    QTest::newRow("no tray") << CloseChoice::Ask << false << 0 << 0 << CloseStep::Stop;
    QTest::newRow("no tray to keep it in") << CloseChoice::KeepRunning << false << 0 << 0 << CloseStep::Stop;
    QTest::newRow("no tray, something runs") << CloseChoice::KeepRunning << false << 1 << 0 << CloseStep::AskBeforeStop;
    QTest::newRow("no tray, components run") << CloseChoice::Ask << false << 0 << 3 << CloseStep::AskBeforeStop;
}

void ClosePolicyTest::closes()
{
    QFETCH(CloseChoice, choice);
    QFETCH(bool, tray);
    QFETCH(int, running);
    QFETCH(int, components);
    QFETCH(CloseStep, step);
    setCloseChoice(*settings, choice);
    QVERIFY(closeStep(closeChoice(*settings), tray, Running{running, components}) == step);
}

void ClosePolicyTest::asksBeforeExecutionsAreCutShort()
{
    QVERIFY(open());
    QSignalSpy stop(window.get(), &MainWindow::stopWanted);
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Running)});
    QVERIFY(!window->close()); // without a tray to hide in the window asks
    QVERIFY(window->isVisible());
    auto *question = window->findChild<QMessageBox *>();
    QVERIFY(question && question->isVisible());
    window->close(); // does not ask a second time
    QCOMPARE(window->findChildren<QMessageBox *>().size(), 1);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!window->findChild<QMessageBox *>());
    QVERIFY(window->isVisible());
    QCOMPARE(stop.count(), 0);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier);
    question = window->findChild<QMessageBox *>();
    QVERIFY(question);
    const QList<QAbstractButton *> buttons = question->buttons();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [question](QAbstractButton *button) {
        return question->buttonRole(button) == QMessageBox::DestructiveRole;
    });
    QVERIFY(found != buttons.cend());
    (*found)->click();
    QCOMPARE(stop.count(), 1);
    saysWhatItWaitsFor();
    QCOMPARE(stop.count(), 1);
}

// The window stays and tells that components are still being stopped, so that a user does not start the program again.
void ClosePolicyTest::saysWhatItWaitsFor()
{
    QVERIFY(window->isVisible());
    QCOMPARE(window->bannerText(), u"Stopping 3 components…"_s);
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Stopping)});
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Stopped)});
    QCOMPARE(window->bannerText(), u"Stopping 2 components…"_s);
    link->change(ComponentRemoved{u"b"_s});
    link->change(ComponentRemoved{u"c"_s});
    QCOMPARE(window->bannerText(), u"Stopping the server…"_s);
    QVERIFY(window->isVisible());
    QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier); // closes without another question
    QVERIFY(window->close());
    QVERIFY(!window->isVisible());
}

void ClosePolicyTest::asksOnceWhetherToKeepRunning()
{
    QWidget parent;
    parent.show();
    CloseChoice chosen = CloseChoice::Ask;
    bool remembered = false;
    const auto ask = [&] {
        return askWhich(parent, Running{2, 0}, [&](CloseChoice choice, bool remember) {
            chosen = choice;
            remembered = remember;
        });
    };
    QPointer<QMessageBox> box = ask();
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!box);
    QCOMPARE(chosen, CloseChoice::Ask);
    box = ask();
    QVERIFY(box->informativeText().contains(u'2'));
    box->checkBox()->setChecked(true);
    QTest::keyClick(box, Qt::Key_Return); // the default button keeps the server running
    QTRY_VERIFY(!box);
    QCOMPARE(chosen, CloseChoice::KeepRunning);
    QVERIFY(remembered);
}

QTEST_MAIN(ClosePolicyTest)
#include "tst_closepolicy.moc"
