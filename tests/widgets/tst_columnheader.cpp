// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a table: widths, order, and which are shown.
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/controls/columnheader.h"
#include "widgets/controls/datatable.h"
#include "widgets/look/theme.h"
#include "widgets/models/componentsmodel.h"
#include "widgets/models/textfilter.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class ColumnHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsShareTheWidth_data();
    void columnsShareTheWidth();
    void chosenWidthsStay();
    void columnsHideAndComeBack();
    void columnsAreRemembered();
    void readsWhatWasSavedBefore();
};

namespace {

// A table of components on the screen.
struct ComponentsTable
{
    ComponentsTable()
    {
        table.setModel(&filter);
        const auto running = [](const QString &id) { return test::component(id, ComponentState::Running); };
        link.connectTo(test::snapshotOf(running(u"mirror"_s), running(u"index"_s), running(u"store"_s)));
        table.resize(700, 300);
        table.show();
    }
    QHeaderView &header() { return *table.header(); }
    QMenu &menu() { return qobject_cast<ColumnHeader *>(table.header())->menu(); }
    void choose(const QString &entry)
    {
        Q_EMIT menu().aboutToShow();
        const QList<QAction *> actions = menu().actions();
        for (QAction *action : actions) {
            if (action->text() == entry)
                return action->trigger();
        }
        QFAIL(qPrintable(u"no entry "_s + entry));
    }
    void drag(int column, int by)
    {
        QWidget *bar = table.header()->viewport();
        const QPoint edge(header().sectionViewportPosition(column) + header().sectionSize(column) - 2, 5);
        QTest::mousePress(bar, Qt::LeftButton, {}, edge);
        QTest::mouseMove(bar, edge + QPoint(by, 0));
        QTest::mouseRelease(bar, Qt::LeftButton, {}, edge + QPoint(by, 0));
    }
    int beyond() const { return table.horizontalScrollBar()->maximum(); }

    test::FakeLink link;
    Replica replica{link};
    Liveness liveness{replica};
    ComponentsModel model{replica, liveness};
    TextFilter filter{model};
    DataTable table;
};

} // namespace

void ColumnHeaderTest::columnsShareTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 640;
    QTest::newRow("a little narrow") << 780;
    QTest::newRow("wide") << 1500;
}

void ColumnHeaderTest::columnsShareTheWidth()
{
    QFETCH(int, width);
    ComponentsTable components;
    const int character = components.table.fontMetrics().horizontalAdvance(u'0');
    const int firm = 7 * character + 2 * spacing::medium; // of CPU
    components.table.resize(width, 300);
    QTRY_COMPARE(components.header().length(), components.table.viewport()->width());
    QCOMPARE(components.beyond(), 0);
    QCOMPARE(components.header().sectionSize(ComponentsModel::Cpu), firm);
    QVERIFY(components.header().sectionSize(ComponentsModel::Name) >= components.header().minimumSectionSize());
}

void ColumnHeaderTest::chosenWidthsStay()
{
    ComponentsTable components;
    QTRY_COMPARE(components.header().length(), components.table.viewport()->width());
    const int before = components.header().sectionSize(ComponentsModel::Name);
    components.drag(ComponentsModel::Name, 200);
    QCOMPARE(components.header().sectionSize(ComponentsModel::Name), before + 200);
    components.table.resize(650, 300);
    QCoreApplication::processEvents();
    QCOMPARE(components.header().sectionSize(ComponentsModel::Name), before + 200);
    QVERIFY(components.beyond() > 0);
    components.choose(u"Reset columns"_s);
    QTRY_COMPARE(components.beyond(), 0);
}

void ColumnHeaderTest::columnsHideAndComeBack()
{
    ComponentsTable components;
    QVERIFY(QTest::qWaitForWindowExposed(&components.table));
    // With the mouse, on a heading.
    const QPoint place(5, 5);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, components.header().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(components.header().viewport(), &event);
    QVERIFY(components.menu().isVisible());
    components.menu().close();
    // By keyboard, in the menu of the table.
    QVERIFY(components.table.actions().contains(components.menu().menuAction()));
    QCOMPARE(components.table.contextMenuPolicy(), Qt::ActionsContextMenu);
    components.choose(u"State"_s);
    components.choose(u"Memory"_s);
    QVERIFY(components.header().isSectionHidden(ComponentsModel::State));
    QVERIFY(components.header().isSectionHidden(ComponentsModel::Memory));
    QTRY_COMPARE(components.beyond(), 0);
    QVERIFY(components.table.selectId(u"index"_s));
    QCOMPARE(components.table.selectedIds(), QStringList{u"index"_s});
    components.choose(u"Name"_s); // it says what the row is of
    QVERIFY(!components.header().isSectionHidden(ComponentsModel::Name));
    components.choose(u"Memory"_s);
    QVERIFY(!components.header().isSectionHidden(ComponentsModel::Memory));
    components.header().moveSection(0, 3);
    components.choose(u"Reset columns"_s);
    for (int column = 0; column < components.header().count(); ++column) {
        QCOMPARE(components.header().isSectionHidden(column), column == ComponentsModel::Group); // spare
        QCOMPARE(components.header().visualIndex(column), column);
    }
}

void ColumnHeaderTest::columnsAreRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"w.ini"_s), QSettings::IniFormat);
    {
        ComponentsTable components;
        components.choose(u"PID"_s);
        components.header().moveSection(0, 3);
        components.table.save(settings, u"fitted"_s);
        components.drag(ComponentsModel::Uptime, 40);
        components.table.save(settings, u"chosen"_s);
    }
    ComponentsTable components;
    QTRY_COMPARE(components.header().length(), components.table.viewport()->width());
    components.table.restore(settings, u"fitted"_s);
    QVERIFY(components.header().isSectionHidden(ComponentsModel::Pid));
    QCOMPARE(components.header().visualIndex(ComponentsModel::State), 3);
    components.table.resize(600, 300); // widths that the operator did not choose
    QTRY_COMPARE(components.header().length(), components.table.viewport()->width());
    const int fitted = components.header().sectionSize(ComponentsModel::Uptime);
    components.table.restore(settings, u"chosen"_s);
    QCOMPARE(components.header().sectionSize(ComponentsModel::Uptime), fitted + 40);
    components.table.resize(500, 300);
    QCoreApplication::processEvents();
    QCOMPARE(components.header().sectionSize(ComponentsModel::Uptime), fitted + 40);
}

// As the window saved it when columns could not be hidden: Memory moved, Name 333 pixels wide, sorted by CPU.
void ColumnHeaderTest::readsWhatWasSavedBefore()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"w.ini"_s), QSettings::IniFormat);
    const QByteArray saved =
        "AAAA/"
        "wAAAAAAAAABAAAAAQAAAAMBAAAACAAAAAAAAAACAAAAAwAAAAQAAAABAAAABQAAAAYAAAAHAAAACAAAAAAAAAAEAAAAAQAAAAIAAAADAAAA"
        "BQAAAAYAAAAHAAAAAAAAAAAAAAQ7AAAACAEBAAEAAAAAAAAAAAAAAABkAAAAMAAAAIEAAAAAAAAACAAAAGUAAAABAAAAAAAAAF4AAAABAAAAAA"
        "AA"
        "AU0AAAABAAAAAAAAAGUAAAABAAAAAAAAAEkAAAABAAAAAAAAAFAAAAABAAAAAAAAAFAAAAABAAAAAAAAAN0AAAABAAAAAAAAA+"
        "gAAAAAZAAAAAA=";
    settings.setValue(u"components/columns"_s, QByteArray::fromBase64(saved));
    ComponentsTable components;
    components.table.restore(settings, u"components/columns"_s);
    QCOMPARE(components.header().visualIndex(ComponentsModel::Memory), 1);
    QCOMPARE(components.header().sectionSize(ComponentsModel::Name), 333);
    QCOMPARE(components.header().sortIndicatorSection(), static_cast<int>(ComponentsModel::Cpu));
    QCOMPARE(components.header().sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(components.header().hiddenSectionCount(), 0);
    components.table.resize(600, 300);
    QCoreApplication::processEvents();
    QCOMPARE(components.header().sectionSize(ComponentsModel::Name), 333); // a width the operator chose
}

QTEST_MAIN(ColumnHeaderTest)
#include "tst_columnheader.moc"
