// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does by keys: as F1 lists it, within reach in a narrow window, and nothing unexpected.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toolbar.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/shell/shortcutsdialog.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ActsTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void helpOpensByKey();
    void theListOfKeysIsTrue();
    void toolsThatDoNotFitAreInAMenu();
    void saveStartsNothing();
};

void ActsTest::init()
{
    Component store = component(u"store"_s, ComponentState::Running);
    store.name = u"Storage Engine"_s;
    begin(snapshotOf(store, pipeline(u"demo"_s, u"Demo Pipeline"_s), process(u"count"_s),
                     execution(u"run-1"_s, ExecutionState::Running)));
    QVERIFY(open());
    link->tick();
}

void ActsTest::helpOpensByKey()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_F1);
    QVERIFY(window->findChild<ShortcutsDialog *>());
}

// What F1 lists and what the actions of the window do by a key is the same, in both directions. Keys that a widget reads
// itself (KeyScope::Widget) are pressed in the tests of that widget.
void ActsTest::theListOfKeysIsTrue()
{
    for (const PageEntry &entry : pageList())
        window->open(entry.id);
    window->open(PageId::Processes, u"run-1"_s); // as a call, which has keys of its own
    QSet<ActId> acting;
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        const std::optional<ActId> id = actOf(*action);
        QVERIFY2(id, qPrintable(action->text()));
        QVERIFY2(actInfo(*id).keys.contains(action->shortcut()), qPrintable(action->shortcut().toString()));
        acting.insert(*id);
    }
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>())
        QCOMPARE(shortcut->key(), QKeySequence(Qt::Key_Escape)); // empties a search field
    QTest::keyClick(window.get(), Qt::Key_F1);
    const auto *help = window->findChild<ShortcutsDialog *>();
    QStringList said;
    for (const TextLabel *label : help->findChildren<TextLabel *>())
        said << label->text();
    for (const ActInfo &info : actInfos()) {
        if (info.keys.isEmpty())
            continue;
        QVERIFY2(info.scope == KeyScope::Widget || acting.contains(info.id), qPrintable(info.text));
        QVERIFY2(said.contains(keysText(info)), qPrintable(keysText(info)));
        QVERIFY2(said.contains(info.about.isEmpty() ? info.text : info.about), qPrintable(info.text));
    }
    QCOMPARE(actInfo(ActId::ShowPage).keys.size(), pageList().size());
}

// In a window too narrow for its tools, those that do not fit are in a menu.
void ActsTest::toolsThatDoNotFitAreInAMenu()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    auto *tools = executions.findChild<ToolBar *>();
    QVERIFY(tools);
    tools->setMaximumWidth(tools->sizeHint().width() / 2);
    auto *more = tools->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s);
    QTRY_VERIFY(more->isVisible());
    QVERIFY(more->menu());
    QStringList offered;
    Q_EMIT more->menu()->aboutToShow();
    for (const QAction *action : more->menu()->actions())
        offered << action->text();
    QVERIFY2(offered.contains(actInfo(ActId::CopyId).text), qPrintable(offered.join(u'\n')));
}

// Ctrl+S is the reflex for Save: it starts no component, and saves where the log is read.
void ActsTest::saveStartsNothing()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    const QString id = link->snapshot().components.firstKey();
    QVERIFY(components.table().selectId(id));
    components.table().setFocus();
    const qsizetype submitted = link->submitted.size();
    QTest::keyClick(&components.table(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(link->submitted.size(), submitted);
    QVERIFY(!window->findChild<QFileDialog *>());
    components.detail().showLog(true);
    components.detail().log().view().setFocus();
    QTest::keyClick(&components.detail().log().view(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(window->findChild<QFileDialog *>());
}

QTEST_MAIN(ActsTest)
#include "tst_acts.moc"
