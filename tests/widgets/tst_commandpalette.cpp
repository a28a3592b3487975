// SPDX-License-Identifier: GPL-3.0-or-later
// The palette of commands: what it finds, what it offers, and that no mouse is needed.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/cards/componentcard.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/processespage.h"
#include "widgets/text/fuzzy.h"

#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class CommandPaletteTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void paletteIsKeyboardOnly();
    void paletteOffersWhatCanSucceedNow();
    void matchesFuzzily_data();
    void matchesFuzzily();
};

void CommandPaletteTest::init()
{
    Component store = component(u"store"_s, ComponentState::Running);
    store.name = u"Storage Engine"_s;
    begin(snapshotOf(store, pipeline(u"demo"_s, u"Demo Pipeline"_s), process(u"count"_s),
                     execution(u"run-1"_s, ExecutionState::Running)));
    QVERIFY(open());
    QVERIFY(activate());
    link->tick();
}

void CommandPaletteTest::paletteIsKeyboardOnly()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QVERIFY(palette->count() >= pageList().size() + 4);
    QTest::keyClicks(&palette->input(), u"stopstor"_s);
    QCOMPARE(palette->currentText(), u"Stop Storage Engine"_s);
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(link->lastCommand<StopComponent>()->id, u"store"_s);
    QCOMPARE(window->currentPage(), PageId::Components);
    QTRY_VERIFY(!window->commandPalette());
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    palette = window->commandPalette();
    const QString first = palette->currentText();
    QTest::keyClick(&palette->input(), Qt::Key_Down);
    QVERIFY(palette->currentText() != first);
    QCOMPARE(palette->input().accessibleDescription(), palette->currentText()); // for screen readers
    QTest::keyClick(&palette->input(), Qt::Key_Up);
    QCOMPARE(palette->currentText(), first);
    palette->input().setText(u"run process count"_s);
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Processes);
    QCOMPARE(page<ProcessesPage>(PageId::Processes).table().currentId(), u"count"_s);
}

void CommandPaletteTest::paletteOffersWhatCanSucceedNow()
{
    for (const QString &id : {u"store"_s, u"report"_s})
        link->change(ComponentChanged{component(id, ComponentState::Running)});
    page<OverviewPage>(PageId::Overview).card(u"store"_s)->restartButton().click();
    QCOMPARE(link->submitted.size(), 1);
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QTest::keyClicks(&palette->input(), u"restart the store"_s);
    QVERIFY2(!palette->currentText().startsWith(u"Restart The store"_s), "it is under way");
    palette->input().setText(u"restart the report"_s);
    QCOMPARE(palette->currentText(), u"Restart The report"_s);
    link->change(ComponentChanged{component(u"report"_s, ComponentState::Stopping)});
    link->change(ComponentChanged{component(u"report"_s, ComponentState::Stopped)});
    QTest::keyClick(&palette->input(), Qt::Key_Return); // a stopped component is not restarted
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(window->currentPage(), PageId::Components);
}

void CommandPaletteTest::matchesFuzzily_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: no other text to compare
    QTest::newRow("beginnings of words") << u"sse"_s << u"Stop Storage Engine"_s << u"Suppressed"_s;
    QTest::newRow("a run") << u"stor"_s << u"Storage"_s << u"Show the other"_s;
    QTest::newRow("case") << u"EXEC"_s << u"Executions"_s << u"Expect nice"_s;
    QTest::newRow("spaces do not matter") << u"st op"_s << u"Stop"_s << u""_s;
    QTest::newRow("order matters") << u"pots"_s << u"Run pots"_s << u"Stop"_s;
}

void CommandPaletteTest::matchesFuzzily()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto good = fuzzyMatch(pattern, better);
    QVERIFY(good);
    const auto bad = fuzzyMatch(pattern, worse);
    QVERIFY(!bad || good->score > bad->score);
    QVERIFY(!fuzzyMatch(pattern + u'#', better));
    for (qsizetype i = 1; i < good->places.size(); ++i)
        QVERIFY(good->places[i - 1] < good->places[i]);
}

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"
