// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/controls/confirmations.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/theme.h"
#include "widgets/models/clientframesmodel.h"
#include "widgets/models/componentsmodel.h"
#include "widgets/models/executionsmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/text/plain.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMessageBox>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

using namespace signalbox;
using namespace signalbox::widgets;
using namespace Qt::StringLiterals;

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectionOutlivesAFreshSnapshot();
    void selectionWaitsForTheAnswer();
    void standsStillWhenTheOldestGo();
    void standsStillWhenNewOnesComeAbove();
    void aRowThatGoesChoosesNoOther();
    void cutCellsAreToldWhole();
    void wordsOfPeersAreNoMarkup();
    void saysWhyItIsEmptyOnlyWhileItIs();
    void saysWhenAFilterHidesAll();
    void filtersByWords_data();
    void filtersByWords();
    void removingARowCostsNoOther();
};

namespace {

Snapshot populated()
{
    Snapshot snapshot;
    for (const QString &id : {u"mirror"_s, u"index"_s, u"store"_s}) {
        Component component = test::component(id, ComponentState::Running);
        component.position = static_cast<int>(snapshot.components.size());
        component.pid = 4711 + component.position;
        snapshot.metrics.components.insert(id, {*component.pid, 0.0, 12.3});
        test::add(snapshot, component);
    }
    return snapshot;
}

QList<ClientFrame> frames(int first, int count)
{
    QList<ClientFrame> made;
    for (int i = first; i < first + count; ++i) {
        made.append(ClientFrame());
        made.last().text = QString::number(i);
    }
    return made;
}

} // namespace

void TablesTest::selectionOutlivesAFreshSnapshot()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    TextFilter filter(model);
    DataTable table;
    table.setModel(&filter);
    link.connectTo(populated());
    QVERIFY(table.selectId(u"store"_s));
    table.selectionModel()->select(filter.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(table.selectedIds().size(), 2);
    Snapshot later = populated();
    later.components.remove(u"mirror"_s);
    link.replace(later);
    QCOMPARE(table.selectedIds(), QStringList{u"store"_s});
    QCOMPARE(table.currentId(), u"store"_s);
}

void TablesTest::selectionWaitsForTheAnswer()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ExecutionsModel model(replica, liveness);
    DataTable table;
    table.setModel(&model);
    HistoryPage page;
    for (const QString &id : {u"b"_s, u"a"_s})
        page.executions.append(test::execution(id, ExecutionState::Succeeded));
    page.total = 2;
    link.connectTo({});
    link.answer(Answer(page));
    QVERIFY(table.selectId(u"a"_s));
    link.replace({});
    QCOMPARE(table.selectedIds(), QStringList());
    link.answer(Answer(page));
    QCOMPARE(table.selectedIds(), QStringList{u"a"_s});
    // A selection that the user makes meanwhile stays.
    link.replace({});
    const Execution other = test::execution(u"other"_s, ExecutionState::Running);
    link.change(ExecutionChanged{other});
    QVERIFY(table.selectId(other.id));
    link.answer(Answer(page));
    QCOMPARE(table.selectedIds(), QStringList{other.id});
}

void TablesTest::standsStillWhenTheOldestGo()
{
    ClientFramesModel model;
    TextFilter filter(model);
    DataTable table;
    table.setModel(&filter);
    table.setSortingEnabled(false);
    table.setFollowsNewest();
    table.resize(600, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QScrollBar &bar = *table.verticalScrollBar();
    const auto firstSeen = [&] {
        return table.indexAt({5, 5}).siblingAtColumn(ClientFramesModel::Content).data().toInt();
    };
    model.append(frames(0, ClientFramesModel::bound));
    QTRY_VERIFY(bar.maximum() > 0);
    QCOMPARE(bar.value(), bar.maximum());
    model.append(frames(ClientFramesModel::bound, 100));
    QCoreApplication::processEvents();
    QCOMPARE(bar.value(), bar.maximum()); // the newest row stays visible

    table.setCurrentIndex(filter.index(3, 0)); // one of the rows that will be removed
    bar.setValue(bar.maximum() / 2);
    const int reading = firstSeen();
    const int offset = table.visualRect(table.indexAt({5, 5})).top();
    for (int i = 1; i < 5; ++i) {
        model.append(frames(ClientFramesModel::bound + 100 * i, 100));
        QCoreApplication::processEvents();
        QCOMPARE(firstSeen(), reading);
        QCOMPARE(table.visualRect(table.indexAt({5, 5})).top(), offset);
    }
    bar.setValue(bar.maximum());
    model.append(frames(ClientFramesModel::bound + 500, 100));
    QCoreApplication::processEvents();
    QCOMPARE(bar.value(), bar.maximum());
}

void TablesTest::standsStillWhenNewOnesComeAbove()
{
    QStandardItemModel model;
    int number = 0;
    const auto insert = [&model, &number](int count) {
        for (int i = 0; i < count; ++i)
            model.insertRow(0, new QStandardItem(QString::number(number++)));
        QCoreApplication::processEvents();
    };
    DataTable table;
    table.setModel(&model);
    table.setSortingEnabled(false);
    table.resize(600, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    insert(100);
    QScrollBar &bar = *table.verticalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    const auto firstSeen = [&table] { return table.indexAt({5, 5}).data().toInt(); };
    bar.setValue(bar.maximum() / 2);
    const int reading = firstSeen();
    const int offset = table.visualRect(table.indexAt({5, 5})).top();
    insert(3);
    QCOMPARE(firstSeen(), reading);
    QCOMPARE(table.visualRect(table.indexAt({5, 5})).top(), offset);

    bar.setValue(0); // there the newest is what one wants to see…
    table.viewport()->setAttribute(Qt::WA_UnderMouse, false);
    insert(1);
    QCOMPARE(firstSeen(), 103);
    table.activateWindow(); // …but what is pointed at does not move away
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.viewport()->setAttribute(Qt::WA_UnderMouse);
    insert(2);
    QCOMPARE(firstSeen(), 103);
    insert(1);
    QCOMPARE(firstSeen(), 103);
    table.viewport()->setAttribute(Qt::WA_UnderMouse, false);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&table, &leave);
    QCOMPARE(firstSeen(), 106);
}

// The focus goes on by itself when a button is greyed out because its row has gone.
void TablesTest::aRowThatGoesChoosesNoOther()
{
    QStandardItemModel model;
    for (int row = 0; row < 5; ++row)
        model.appendRow(new QStandardItem(QString::number(row)));
    DataTable table;
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto focus = [&table] {
        QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(&table, &in);
        return table.selectionModel()->selectedRows().size();
    };
    table.setCurrentIndex(model.index(2, 0));
    model.removeRow(2);
    QVERIFY(table.currentIndex().isValid());
    QCOMPARE(focus(), 0);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    table.clearSelection();
    QCOMPARE(focus(), 1); // on the row that the keyboard stands on
}

void TablesTest::cutCellsAreToldWhole()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    DataTable table;
    table.setModel(&model);
    link.connectTo(populated());
    table.resize(600, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.header()->resizeSection(ComponentsModel::Name, 48);
    const QPoint place = table.visualRect(model.index(0, ComponentsModel::Name)).center();
    QHelpEvent help(QEvent::ToolTip, place, table.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table.viewport(), &help);
    QCOMPARE(QToolTip::text(), u"The mirror"_s);
    QToolTip::hideText();
}

void TablesTest::wordsOfPeersAreNoMarkup()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    DataTable table;
    table.setModel(&model);
    const QString name = u"<b>The mirror</b><img src='file:///etc/hostname'>"_s;
    const QString shown = QString(name).replace(u'<', u"<\u2060"_s);
    Component component = populated().components.first();
    component.name = name;
    link.connectTo({});
    link.change(ComponentChanged{component});
    table.header()->resizeSection(ComponentsModel::Name, 48);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QPoint place = table.visualRect(model.index(0, ComponentsModel::Name)).center();
    QHelpEvent help(QEvent::ToolTip, place, table.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table.viewport(), &help);
    QCOMPARE(QToolTip::text(), shown);
    QVERIFY(Qt::mightBeRichText(name));
    QVERIFY(!Qt::mightBeRichText(shown));
    QToolTip::hideText();

    TextLabel label(TextStyle::Body);
    label.resize(20, 20);
    label.setElided(name);
    QCOMPARE(label.toolTip(), shown);
    QCOMPARE(label.accessibleName(), name);

    for (const QString &text : {u"&lt;b"_s, u" <!doctype html>"_s, u"<?xml version='1.0'?>"_s, u"a <br/> b"_s}) {
        QVERIFY(Qt::mightBeRichText(text) || text.startsWith(u"<?"_s));
        QVERIFY(!Qt::mightBeRichText(plain(text)));
    }
    QCOMPARE(plain(u"a & b > c"_s), u"a & b > c"_s);

    const std::unique_ptr<QMessageBox> box(askFirst(table, name, name, u"Do it"_s, [] {}));
    const QList<QLabel *> labels = box->findChildren<QLabel *>();
    int found = 0;
    for (const QLabel *each : labels) {
        found += each->text() == shown;
        QVERIFY(each->textFormat() == Qt::PlainText || !Qt::mightBeRichText(each->text()));
    }
    QCOMPARE(found, 2);
}

void TablesTest::saysWhyItIsEmptyOnlyWhileItIs()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    DataTable table;
    table.setModel(&model);
    table.setEmptyText(u"Nothing here"_s);
    QCOMPARE(table.accessibleDescription(), u"Nothing here"_s);
    link.connectTo({});
    QCOMPARE(table.accessibleDescription(), u"Nothing here"_s);
    link.change(ComponentChanged{populated().components.first()});
    QCOMPARE(table.accessibleDescription(), QString());
    link.change(ComponentRemoved{populated().components.firstKey()});
    QCOMPARE(table.accessibleDescription(), u"Nothing here"_s);
    link.connectTo(populated());
    QCOMPARE(table.accessibleDescription(), QString());
}

void TablesTest::saysWhenAFilterHidesAll()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    TextFilter filter(model);
    DataTable table;
    table.setModel(&filter);
    table.setEmptyText(u"Nothing here"_s);
    filter.setText(u"no such"_s);
    QCOMPARE(table.accessibleDescription(), u"Nothing here"_s);
    link.connectTo(populated());
    QCOMPARE(table.accessibleDescription(), u"Nothing matches the filter."_s);
    filter.setText(u"mirror"_s);
    QCOMPARE(table.accessibleDescription(), QString());
    filter.setText(u"no such"_s);
    QCOMPARE(table.accessibleDescription(), u"Nothing matches the filter."_s);
    link.connectTo({});
    QCOMPARE(table.accessibleDescription(), u"Nothing here"_s);
}

void TablesTest::filtersByWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("name") << u"MIRR"_s << 1;
    QTest::newRow("not the unit of its memory") << u"mi"_s << 1;
    QTest::newRow("not its memory") << u"12."_s << 0;
    QTest::newRow("state") << u"running"_s << 3;
    QTest::newRow("process id") << u"4712"_s << 1;
}

void TablesTest::filtersByWords()
{
    QFETCH(QString, text);
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    TextFilter filter(model);
    link.connectTo(populated());
    filter.setText(text);
    QTEST(filter.rowCount(), "rows");
}

// Removing a row must not cost a walk over the others: a thousand clients may leave at once.
void TablesTest::removingARowCostsNoOther()
{
    static constexpr std::array<Column<const QString &>, 0> table{};
    struct Rows : KeyedTable<QString>
    {
        Rows() : KeyedTable(table) {}
        const QString &shown(int index) const override { return row(index); }
        QString idOf(const QString &row) const override
        {
            ++looks;
            return row;
        }
        using KeyedTable::drop;
        using KeyedTable::put;
        using KeyedTable::replaceAll;
        mutable int looks = 0;
    } model;
    model.replaceAll({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s});
    model.looks = 0;
    model.drop(u"0"_s);
    model.drop(u"2"_s);
    model.put(u"5"_s, u"5"_s);
    model.put(u"0"_s, u"0"_s);
    QCOMPARE(model.looks, 0);
    const QStringList expected{u"1"_s, u"3"_s, u"4"_s, u"5"_s, u"0"_s};
    QCOMPARE(model.rowCount(), 5);
    for (int row = 0; row < 5; ++row) {
        QCOMPARE(model.row(row), expected[row]);
        QCOMPARE(model.rowOf(expected[row]), row);
    }
    QCOMPARE(model.rowOf(u"2"_s), -1);
}

QTEST_MAIN(TablesTest)
#include "tst_tables.moc"
