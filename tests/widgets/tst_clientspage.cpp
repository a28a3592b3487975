// SPDX-License-Identifier: GPL-3.0-or-later
// The page of clients: what one says, and how clients are disconnected.
#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ClientsPageTest : public test::FakeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void disconnectsAClientAndShowsARefusal();
    void disconnectsSeveralAfterAQuestion();
    void watchesWhatAClientSays();
    void hiddenTablesSleep_data();
    void hiddenTablesSleep();
    void revealsAClientThatIsFilteredOut();
};

namespace {

Client visitor(const QString &id)
{
    Client made = client(id);
    made.address = id;
    return made;
}

} // namespace

void ClientsPageTest::init()
{
    begin(snapshotOf(component(u"store"_s, ComponentState::Running), visitor(u"c1"_s)));
    QVERIFY(open());
    QVERIFY(activate());
    link->tick();
}

void ClientsPageTest::disconnectsAClientAndShowsARefusal()
{
    auto &clients = page<ClientsPage>(PageId::Clients);
    QVERIFY(!clients.disconnectAction().isEnabled());
    QVERIFY(clients.table().selectId(u"c1"_s));
    QTest::keyClick(&clients.table(), Qt::Key_Delete);
    QVERIFY(link->lastCommand<DisconnectClient>());
    QCOMPARE(link->lastCommand<DisconnectClient>()->clientId, u"c1"_s);
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'admin'"_s});
    QCOMPARE(clients.error(), u"this needs the role 'admin'"_s);
    link->change(ClientDisconnected{u"c1"_s, {}});
    QCOMPARE(clients.table().model()->rowCount(), 0);
}

void ClientsPageTest::disconnectsSeveralAfterAQuestion()
{
    link->change(ClientConnected{visitor(u"c2"_s)});
    auto &clients = page<ClientsPage>(PageId::Clients);
    clients.table().selectAll();
    clients.table().setFocus();
    QTest::keyClick(&clients.table(), Qt::Key_Delete);
    QVERIFY(question() && link->submitted.isEmpty());
    QVERIFY(question()->informativeText().contains(u"mira@c1"_s));
    link->change(ClientDisconnected{u"c1"_s, {}}); // this client leaves by itself
    agree();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<DisconnectClient>()->clientId, u"c2"_s);
}

void ClientsPageTest::watchesWhatAClientSays()
{
    for (const QString &id : {u"one"_s, u"two"_s})
        link->change(ClientConnected{client(id)});
    auto &clients = page<ClientsPage>(PageId::Clients);
    QVERIFY(!clients.watchAction().isEnabled()); // there is nothing to watch
    QVERIFY(clients.table().selectId(u"one"_s));
    QCOMPARE(link->followedClients, QStringList());
    clients.watchAction().trigger();
    QCOMPARE(link->followedClients, QStringList{u"one"_s});
    ClientInspector &inspector = clients.inspector();
    QVERIFY(inspector.isVisible());
    ClientFrame frame;
    frame.text = u"{\"type\":\"ping\",\"data\":{\"b\":[1, {}],\"a\":\"\\\"}{,:\"}}"_s; // shown in this order
    frame.bytes = 15;
    const auto say = [&](const QString &client, int times, qint64 leftOut = 0) {
        Q_EMIT link->clientFrames(client, QList<ClientFrame>(times, frame), leftOut);
    };
    say(u"two"_s, 1); // followed by another window
    QCOMPARE(inspector.frames().rowCount(), 0);
    say(u"one"_s, 2);
    QCOMPARE(inspector.frames().rowCount(), 2);
    inspector.table().setCurrentIndex(inspector.table().model()->index(1, 0));
    QCOMPARE(
        inspector.content(),
        u"{\n    \"type\": \"ping\",\n    \"data\": {\n        \"b\": [\n            1,\n            {}\n        ],\n"
        "        \"a\": \"\\\"}{,:\"\n    }\n}"_s);
    inspector.setPaused(true);
    say(u"one"_s, 3);
    QCOMPARE(inspector.frames().rowCount(), 2);
    QVERIFY2(inspector.notice().contains(u'3'), qPrintable(inspector.notice()));
    inspector.setPaused(false);
    QCOMPARE(inspector.frames().rowCount(), 5);
    say(u"one"_s, ClientFramesModel::bound, 77);
    QCOMPARE(inspector.frames().rowCount(), ClientFramesModel::bound);
    QVERIFY2(inspector.notice().contains(u"77"_s), qPrintable(inspector.notice()));
    QTemporaryDir dir;
    QVERIFY(inspector.exportTo(dir.filePath(u"m.jsonl"_s)));
    QFile file(dir.filePath(u"m.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), ClientFramesModel::bound);
    // The frames of a client that has left stay, and no other client is followed in its place.
    link->change(ClientDisconnected{u"one"_s, {}});
    QCOMPARE(inspector.frames().rowCount(), ClientFramesModel::bound);
    QVERIFY2(inspector.notice().contains(u"gone"_s), qPrintable(inspector.notice()));
    QVERIFY(clients.table().selectId(u"two"_s));
    QCOMPARE(link->followedClients, QStringList{u"two"_s});
    QCOMPARE(inspector.frames().rowCount(), 0);
    window->open(PageId::Events); // a hidden page follows no client
    QCOMPARE(link->followedClients, QStringList());
    window->open(PageId::Clients);
    QCOMPARE(link->followedClients, QStringList{u"two"_s});
}

void ClientsPageTest::hiddenTablesSleep_data()
{
    QTest::addColumn<PageId>("id");
    QTest::newRow("components") << PageId::Components;
    QTest::newRow("clients") << PageId::Clients;
}

void ClientsPageTest::hiddenTablesSleep()
{
    QFETCH(PageId, id);
    link->change(ClientConnected{client(u"c"_s)});
    window->open(id);
    QAbstractItemModel *model =
        id == PageId::Components ? page<ComponentsPage>(id).table().model() : page<ClientsPage>(id).table().model();
    QSignalSpy told(model, &QAbstractItemModel::dataChanged);
    const auto tick = [this] {
        MetricsSample sample;
        sample.components = {{u"store"_s, {1, 12.0, 34.0}}};
        link->tick(sample);
        link->change(ClientsCounted{{{u"c"_s, ClientFigures{1, 2, 3, 4, 5}}}});
    };
    tick();
    QVERIFY(told.count() > 0);
    window->open(PageId::Events);
    told.clear();
    tick();
    QCOMPARE(told.count(), 0);
    window->open(id);
    QVERIFY(told.count() > 0);
}

void ClientsPageTest::revealsAClientThatIsFilteredOut()
{
    auto &clients = page<ClientsPage>(PageId::Clients);
    clients.filterField().setText(u"nobody"_s);
    QCOMPARE(clients.table().model()->rowCount(), 0);
    page<ClientsPage>(PageId::Clients, u"gone"_s); // an unknown id leaves the user's filter alone
    QCOMPARE(clients.filterField().text(), u"nobody"_s);
    page<ClientsPage>(PageId::Clients, u"c1"_s);
    QCOMPARE(clients.table().currentId(), u"c1"_s);
}

QTEST_MAIN(ClientsPageTest)
#include "tst_clientspage.moc"
