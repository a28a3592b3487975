// SPDX-License-Identifier: GPL-3.0-or-later
// What a keyboard and a screen reader meet on each page, in the order of Tab: recorded, so that a change of it is seen.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"

#include <QAccessible>
#include <QFile>
#include <QMetaEnum>

using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

Snapshot populated()
{
    Component store = component(u"store"_s, ComponentState::Running);
    store.name = u"Store"_s;
    Execution run = execution(u"run-1"_s, ExecutionState::Running);
    run.name = u"Run"_s;
    Snapshot snapshot = snapshotOf(store, run, process(u"count"_s), client(u"c1"_s, u"ann"_s));
    snapshot.server.listeners = {{{u"127.0.0.1"_s}, 9000, {u"sutra"_s}, false}};
    snapshot.server.users = {{u"admin"_s, {}, {}, {u"admin"_s}}};
    return snapshot;
}

QByteArray lineFor(const QWidget &widget)
{
    const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    static const QMetaEnum roles =
        QAccessible::staticMetaObject.enumerator(QAccessible::staticMetaObject.indexOfEnumerator("Role"));
    return QByteArray(roles.valueToKey(seen->role())) + ": " + seen->text(QAccessible::Name).toUtf8() + '\n';
}

// From the first widget of the page that Tab reaches, once round.
QByteArray treeOf(QWidget &page)
{
    QByteArray tree;
    QWidget *widget = &page;
    do {
        const bool isReached = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (isReached && page.isAncestorOf(widget))
            tree += lineFor(*widget);
        widget = widget->nextInFocusChain();
    } while (widget != &page);
    return tree;
}

} // namespace

class TreeTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void isAsRecorded();
    void cleanup() { end(); }
};

void TreeTest::isAsRecorded()
{
    begin(populated());
    QVERIFY(open());
    link->tick();
    QByteArray tree;
    for (const PageEntry &entry : pageList()) {
        window->open(entry.id);
        QTRY_VERIFY(window->page(entry.id)->isVisible());
        tree += "# " + entry.key.toUtf8() + '\n' + treeOf(*window->page(entry.id));
    }
    QFile recorded(QString::fromUtf8(FIXTURE));
    if (qEnvironmentVariableIsSet("SIGNALBOX_RECORD")) {
        QVERIFY(recorded.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(recorded.write(tree), tree.size());
        return;
    }
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const QList<QByteArray> before = recorded.readAll().split('\n');
    const QList<QByteArray> now = tree.split('\n');
    for (qsizetype i = 0; i < std::max(before.size(), now.size()); ++i)
        QCOMPARE(now.value(i), before.value(i));
}

QTEST_MAIN(TreeTest)
#include "tst_tree.moc"
