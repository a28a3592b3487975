// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/look/theme.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/serverhealth.h"
#include "widgets/shell/sidebar.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

namespace {

Component component(const QString &id, ComponentState state)
{
    Component made = test::component(id, state);
    if (state == ComponentState::Error)
        made.reason = u"exit status 3"_s;
    return made;
}

Execution execution(const QString &id, ExecutionState state, ExecutionKind kind = ExecutionKind::Pipeline)
{
    Execution made = test::execution(id, state, kind);
    made.name = u"Demo"_s;
    if (state == ExecutionState::Failed)
        made.error = u"node a failed"_s;
    return made;
}

Snapshot populated()
{
    const auto running = [](const QString &id) { return component(id, ComponentState::Running); };
    return test::snapshotOf(running(u"a"_s), running(u"b"_s), running(u"c"_s),
                            component(u"old"_s, ComponentState::Error));
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysTheStateInOneWord();
    void countsComponents();
    void tellsOfAFailure();
    void coalesces();
    void tellsOfTheEndOfAnExecution_data();
    void tellsOfTheEndOfAnExecution();
    void isSilent_data();
    void isSilent();
    void isSilentWhenTheConnectionComesBack();
    void tellsWhatAFreshSnapshotSays();
    void aFailingLoopIsToldOnce();
    void pausesBetweenMessages();
    void remembersWhatIsSwitchedOff();
    void menuSaysWhatIs();
    void iconsDifferInShape();

private:
    QList<Notice> collect();

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<Replica> replica;
    std::unique_ptr<Liveness> liveness;
    std::unique_ptr<ServerHealth> health;
    std::unique_ptr<Notifier> notifier;
    QList<Notice> notices;
};

void NoticesTest::init()
{
    notifier.reset();
    health.reset();
    liveness.reset();
    replica.reset();
    notices.clear();
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(u"w.ini"_s), QSettings::IniFormat);
    link = std::make_unique<test::FakeLink>();
    replica = std::make_unique<Replica>(*link);
    liveness = std::make_unique<Liveness>(*replica);
    health = std::make_unique<ServerHealth>(*replica, *liveness);
    notifier = std::make_unique<Notifier>(*replica, *settings, Notifier::Pace{Milliseconds(0), Milliseconds(0)});
    connect(notifier.get(), &Notifier::noticed, this, [this](const Notice &notice) { notices << notice; });
    link->connectTo(populated());
    link->tick();
}

// The notices since the last call, once timers that are due have fired.
QList<Notice> NoticesTest::collect()
{
    QCoreApplication::processEvents(); // fires timers of 0 ms
    QCoreApplication::processEvents();
    return std::exchange(notices, {});
}

void NoticesTest::saysTheStateInOneWord()
{
    QCOMPARE(health->health(), Health::Failed);
    QVERIFY(health->summary().contains(u"The old"_s));
    link->change(ComponentChanged{component(u"old"_s, ComponentState::Starting)});
    QCOMPARE(health->health(), Health::Well);
    link->loseConnection();
    QCOMPARE(health->health(), Health::Stale);
    link->connectTo(populated());
    QCOMPARE(health->health(), Health::Failed);
    link->change(ComponentRemoved{u"old"_s});
    QCOMPARE(health->health(), Health::Well);
    QCOMPARE(health->summary(), u"All is well"_s);
    Component degraded = component(u"a"_s, ComponentState::Running);
    degraded.error = u"port 80 has not answered"_s;
    link->change(ComponentChanged{degraded});
    QCOMPARE(health->health(), Health::Failed);
    QCOMPARE(health->trouble(), u"1 components are degraded"_s);
    QVERIFY(health->summary().contains(u"The a"_s));
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Running)}); // well again, in the same state
    QCOMPARE(health->trouble(), QString());
    QCOMPARE(health->health(), Health::Well);
    link->change(ModeChanged{Mode::Maintenance});
    QCOMPARE(health->health(), Health::Restricted);
    QCOMPARE(health->summary(), u"Maintenance"_s);
    link->change(ModeChanged{Mode::Normal});
    QCOMPARE(health->health(), Health::Well);
}

void NoticesTest::countsComponents()
{
    QCOMPARE(health->failedComponents(), 1);
    QCOMPARE(health->activeComponents(), 3);
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    link->change(ComponentChanged{component(u"b"_s, ComponentState::Stopping)});
    link->change(ComponentChanged{component(u"b"_s, ComponentState::Stopped)});
    link->change(ComponentChanged{component(u"new"_s, ComponentState::Stopped)});
    QCOMPARE(health->failedComponents(), 2);
    QCOMPARE(health->activeComponents(), 1);
    link->change(ComponentRemoved{u"a"_s});
    link->change(ComponentRemoved{u"c"_s});
    link->change(ComponentRemoved{u"c"_s});
    QCOMPARE(health->failedComponents(), 1);
    QCOMPARE(health->activeComponents(), 0);
    link->connectTo(populated());
    QCOMPARE(health->failedComponents(), 1);
    QCOMPARE(health->activeComponents(), 3);
}

void NoticesTest::tellsOfAFailure()
{
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    const QList<Notice> told = collect();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].title, u"The a failed"_s);
    QCOMPARE(told[0].text, u"exit status 3"_s);
    QCOMPARE(told[0].page, PageId::Components);
    QCOMPARE(told[0].subject, u"a"_s);
    QVERIFY(told[0].isBad);
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)}); // the same state with other figures
    QVERIFY(collect().isEmpty());
}

void NoticesTest::coalesces()
{
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        link->change(ComponentChanged{component(id, ComponentState::Error)});
    for (int i = 0; i < 40; ++i) {
        link->change(ExecutionChanged{execution(QString::number(i), ExecutionState::Running)});
        link->change(ExecutionChanged{
            execution(QString::number(i), i % 2 == 0 ? ExecutionState::Succeeded : ExecutionState::Failed)});
    }
    const QList<Notice> told = collect();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].title.contains(u'3'), qPrintable(told[0].title));
    QVERIFY2(told[0].text.contains(u"40"_s), qPrintable(told[0].text));
    QVERIFY2(told[0].text.contains(u"20"_s), qPrintable(told[0].text));
}

void NoticesTest::tellsOfTheEndOfAnExecution_data()
{
    QTest::addColumn<ExecutionState>("state");
    QTest::addColumn<ExecutionKind>("kind");
    QTest::addColumn<int>("messages");
    QTest::addColumn<bool>("bad");
    QTest::newRow("good") << ExecutionState::Succeeded << ExecutionKind::Pipeline << 1 << false;
    QTest::newRow("failed") << ExecutionState::Failed << ExecutionKind::Experiment << 1 << true;
    QTest::newRow("interrupted") << ExecutionState::Interrupted << ExecutionKind::Job << 1 << true;
    QTest::newRow("not over") << ExecutionState::Running << ExecutionKind::Pipeline << 0 << false;
    QTest::newRow("a call's answer") << ExecutionState::Succeeded << ExecutionKind::Process << 0 << false;
    QTest::newRow("a call that failed") << ExecutionState::Failed << ExecutionKind::Process << 1 << true;
}

void NoticesTest::tellsOfTheEndOfAnExecution()
{
    QFETCH(ExecutionState, state);
    QFETCH(ExecutionKind, kind);
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Queued, kind)});
    QCOMPARE(std::pair(health->runningExecutions(), health->waitingExecutions()), std::pair(0, 1));
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Running, kind)});
    QCOMPARE(std::pair(health->runningExecutions(), health->waitingExecutions()), std::pair(1, 0));
    link->change(ExecutionChanged{execution(u"x"_s, state, kind)});
    const QList<Notice> told = collect();
    QTEST(static_cast<int>(told.size()), "messages");
    if (told.isEmpty())
        return;
    QCOMPARE(told[0].page, PageId::Executions);
    QCOMPARE(told[0].subject, u"x"_s);
    QTEST(told[0].isBad, "bad");
    QCOMPARE(health->runningExecutions(), 0);
}

void NoticesTest::isSilent_data()
{
    QTest::addColumn<bool>("looks");
    QTest::addColumn<PageId>("page");
    QTest::addColumn<int>("messages");
    QTest::newRow("nobody looks") << false << PageId::Components << 1;
    QTest::newRow("its page is in front") << true << PageId::Components << 0;
    QTest::newRow("the overview is in front") << true << PageId::Overview << 0;
    QTest::newRow("another page is in front") << true << PageId::Clients << 1;
}

void NoticesTest::isSilent()
{
    QFETCH(bool, looks);
    QFETCH(PageId, page);
    notifier->setWatched([=] { return looks ? std::optional(page) : std::nullopt; });
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    QTEST(static_cast<int>(collect().size()), "messages");
}

void NoticesTest::isSilentWhenTheConnectionComesBack()
{
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Running)});
    link->loseConnection();
    Snapshot later = populated();
    later.components[u"a"_s] = component(u"a"_s, ComponentState::Error);
    later.executions.insert(u"x"_s, execution(u"x"_s, ExecutionState::Failed));
    link->connectTo(later);
    QVERIFY(collect().isEmpty());
    QCOMPARE(health->health(), Health::Failed); // shown by the icon alone
    QCOMPARE(health->runningExecutions(), 0);
}

// A fresh Snapshot replaces Changes that the window could not take: what happened meanwhile is told all the same, and
// so are notices that still waited.
void NoticesTest::tellsWhatAFreshSnapshotSays()
{
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Running)});
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    Snapshot later = link->snapshot();
    later.components[u"b"_s] = component(u"b"_s, ComponentState::Error);
    later.executions[u"x"_s] = execution(u"x"_s, ExecutionState::Failed);
    QSignalSpy changes(health.get(), &ServerHealth::changed);
    link->replace(later);
    QCOMPARE(changes.size(), 1);
    const QList<Notice> told = collect();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].title.startsWith(u'2'), qPrintable(told[0].title));
    QVERIFY2(told[0].text.contains(u"Demo"_s), qPrintable(told[0].text));
    QCOMPARE(health->runningExecutions(), 0);
}

void NoticesTest::aFailingLoopIsToldOnce()
{
    const auto fail = [this](bool tryAgain) {
        Component failed = component(u"a"_s, ComponentState::Error);
        if (tryAgain)
            failed.nextRestartAt = link->now + Milliseconds(2000);
        link->now += Milliseconds(3000);
        link->change(ComponentChanged{failed});
        const int told = static_cast<int>(collect().size());
        link->change(ComponentChanged{component(u"a"_s, ComponentState::Starting)});
        return told;
    };
    QCOMPARE(fail(true), 1);
    QCOMPARE(fail(true), 0);
    QCOMPARE(fail(true), 0);
    QCOMPARE(fail(false), 1); // no more restarts
    link->now += Milliseconds(3'600'000);
    QCOMPARE(fail(true), 1); // an hour later
}

void NoticesTest::pausesBetweenMessages()
{
    Notifier slow(*replica, *settings, {Milliseconds(0), Milliseconds(600'000)});
    QSignalSpy told(&slow, &Notifier::noticed);
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    QTRY_COMPARE(told.count(), 1);
    link->change(ComponentChanged{component(u"b"_s, ComponentState::Error)});
    (void)collect();
    QCOMPARE(told.count(), 1);
}

void NoticesTest::remembersWhatIsSwitchedOff()
{
    notifier->setOn(Notifier::Topic::Components, false);
    link->change(ComponentChanged{component(u"a"_s, ComponentState::Error)});
    QVERIFY(collect().isEmpty());
    const Notifier later(*replica, *settings, {});
    QVERIFY(!later.isOn(Notifier::Topic::Components));
    QVERIFY(later.isOn(Notifier::Topic::Executions));
}

void NoticesTest::menuSaysWhatIs()
{
    MainWindow window(*link, *settings);
    window.show();
    const auto has = [&window](const QString &text) {
        const QList<QAction *> actions = window.tray().menu().actions();
        return std::any_of(actions.cbegin(), actions.cend(),
                           [&text](const QAction *action) { return action->text().contains(text); });
    };
    link->change(ExecutionChanged{execution(u"x"_s, ExecutionState::Running)});
    link->change(ModeChanged{Mode::Maintenance});
    QTRY_VERIFY(has(u"1 execution"_s));
    QVERIFY(has(u"Maintenance"_s));
    QVERIFY(has(u"The old"_s));
    QVERIFY(has(u"Hide"_s));
    QVERIFY(has(u"Quit"_s));
    QVERIFY(window.tray().toolTip().contains(u"The old"_s));
    window.hide();
    Q_EMIT window.tray().menu().aboutToShow();
    QVERIFY(has(u"Show"_s));
    Q_EMIT window.tray().wanted(PageId::Components, u"old"_s);
    QVERIFY(window.isVisible());
    QCOMPARE(window.currentPage(), PageId::Components);
}

void NoticesTest::iconsDifferInShape()
{
    QList<QImage> seen;
    for (const QString &state : {u"well"_s, u"failed"_s, u"stale"_s, u"restricted"_s}) {
        const QImage image(u":/signalbox/icons/tray-%1.svg"_s.arg(state));
        QVERIFY(!image.isNull());
        const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(!seen.contains(grey));
        seen << grey;
    }
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
