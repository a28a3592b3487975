// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's ClientInspector is shown of a client's frames: on real sockets, and without secrets.
#include "server/gateway/framewatch.h"
#include "tests/gateway/harness.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::clientFrame;
using test::Harness;
using test::RawClient;
using test::upgradeHead;

namespace {

// What one follower of a client was told.
struct Batches
{
    core::Followers<ClientFrame>::Receive receiver()
    {
        return [this](const QList<ClientFrame> &added, qint64 more) {
            ++count;
            frames += added;
            leftOut += more;
        };
    }

    int count = 0;
    QList<ClientFrame> frames;
    qint64 leftOut = 0;
};

} // namespace

class TestFrameWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void cutsBetweenCharacters();
    void masksWhatWasCut();
    void tellsBothDirections();
    void nobodyWatches();
    void replacedStatusIsNotSent();
    void floodIsBounded();
};

void TestFrameWatch::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString mask = u"•••"_s;
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    const auto same = [&row](const char *name, const QString &text) { row(name, text, text); };
    row("password", uR"({"user":"a","password":"pw","x":1})"_s, uR"({"user":"a","password":"•••","x":1})"_s);
    row("spaces", uR"({"Token" : "abc" })"_s, uR"({"Token" : "•••" })"_s);
    row("part of a name", uR"({"refresh_token":"abc","apiKey":"k","client-secret":"s"})"_s,
        uR"({"refresh_token":"•••","apiKey":"•••","client-secret":"•••"})"_s);
    row("escaped quote", uR"({"password":"a\"b","x":"y"})"_s, uR"({"password":"•••","x":"y"})"_s);
    row("number", uR"({"secret":12345,"x":1})"_s, uR"({"secret":"•••","x":1})"_s);
    row("unclosed", uR"({"password":"abc)"_s, uR"({"password":"•••")"_s);
    row("json in a string", uR"({"content":"{\"password\":\"pw\",\"x\":\"y\"}"})"_s,
        uR"({"content":"{\"password\":•••,\"x\":\"y\"}"})"_s);
    row("query", u"ws://h/?username=admin&password=admin&x=1"_s, u"ws://h/?username=admin&password=•••&x=1"_s);
    row("jwt", u"see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.abc_-1 there"_s, u"see ••• there"_s);
    same("nothing secret", uR"({"type":"progress","percent":12.5,"name":"eyJ"})"_s);
    same("no json", u"passwords are not shown"_s);
    row("name of a member only", uR"({"x":"password"})"_s, uR"({"x":"password"})"_s);
}

void TestFrameWatch::masks()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(gateway::maskSecrets(text), expected);
}

void TestFrameWatch::cutsBetweenCharacters()
{
    const QByteArray payload = QByteArray(gateway::shownBytes - 1, 'a') + "é" + QByteArray(10, 'b');
    const ClientFrame frame = gateway::receivedFrame({}, FrameKind::Text, payload);
    QCOMPARE(frame.text, QString(gateway::shownBytes - 1, u'a'));
    QCOMPARE(frame.bytes, payload.size());
    QVERIFY(frame.cut);
    const ClientFrame whole = gateway::receivedFrame({}, FrameKind::Text, QByteArray(gateway::shownBytes, 'a'));
    QVERIFY(!whole.cut);
}

void TestFrameWatch::masksWhatWasCut()
{
    const QByteArray payload =
        "{\"x\":\"" + QByteArray(gateway::shownBytes - 30, 'a') + "\",\"password\":\"" + QByteArray(100, 'p') + "\"}";
    QVERIFY(!gateway::receivedFrame({}, FrameKind::Text, payload).text.contains(u"pp"_s));
}

void TestFrameWatch::tellsBothDirections()
{
    Harness harness;
    harness.dialect.echo = true;
    core::FrameTap tap(harness.clock);
    harness.start();
    harness.gateway->setFrameTap(&tap);
    RawClient client(harness.port);
    client.send(upgradeHead());
    QTRY_COMPARE(harness.dialect.open.size(), 1);
    dialects::Peer &peer = harness.dialect.open.constFirst()->peer;
    QList<ClientFrame> seen;
    const core::Follow follow = tap.follow(peer.clientId(), [&](const QList<ClientFrame> &frames, qint64 leftOut) {
        QCOMPARE(leftOut, 0);
        seen << frames;
    });
    client.send(clientFrame(0x1, "{\"password\":\"pw\"}"));
    QVERIFY(client.waitFor("{\"password\":\"pw\"}")); // the frame on the wire is not masked
    client.send(clientFrame(0x2, "\x01\x02"));
    QVERIFY(client.waitFor(QByteArray("\x82\x02\x01\x02", 4)));
    harness.clock.advance(harness.dialect.pingInterval());
    QVERIFY(client.waitFor(QByteArray("\x89\x00", 2)));
    client.send(clientFrame(0xa, {}));
    QTRY_COMPARE(harness.dialect.open.constFirst()->pongs, 1);
    peer.close(1000, u"bye"_s);
    QVERIFY(client.waitFor("bye"));
    harness.clock.advance(core::FrameTap::batchEvery);
    const QList<std::tuple<FrameDirection, FrameKind, qint64, QString>> expected{
        {FrameDirection::In, FrameKind::Text, 17, u"{\"password\":\"•••\"}"_s},
        {FrameDirection::Out, FrameKind::Text, 17, u"{\"password\":\"•••\"}"_s},
        {FrameDirection::In, FrameKind::Binary, 2, u"01 02"_s},
        {FrameDirection::Out, FrameKind::Binary, 2, u"01 02"_s},
        {FrameDirection::Out, FrameKind::Ping, 0, QString()},
        {FrameDirection::In, FrameKind::Pong, 0, QString()},
        {FrameDirection::Out, FrameKind::Close, 5, u"1000 bye"_s},
    };
    QCOMPARE(seen.size(), expected.size());
    for (qsizetype at = 0; at < seen.size(); ++at) {
        const ClientFrame &frame = seen.at(at);
        const auto &[direction, kind, bytes, text] = expected.at(at);
        QVERIFY2(frame.direction == direction && frame.kind == kind, qPrintable(QString::number(at)));
        QCOMPARE(frame.bytes, bytes);
        QCOMPARE(frame.text, text);
        QVERIFY(!frame.cut);
    }
}

void TestFrameWatch::nobodyWatches()
{
    Harness harness;
    harness.dialect.echo = true;
    core::FrameTap tap(harness.clock);
    Batches seen;
    harness.start();
    harness.gateway->setFrameTap(&tap);
    RawClient client(harness.port);
    client.send(upgradeHead());
    QTRY_COMPARE(harness.dialect.open.size(), 1);
    const QString id = harness.dialect.open.constFirst()->peer.clientId();
    core::Follow first = tap.follow(id, seen.receiver());
    core::Follow second = tap.follow(id, seen.receiver());
    second.reset(); // the client is still followed once
    client.send(clientFrame(0x1, "seen"));
    QVERIFY(client.waitFor("seen"));
    harness.clock.advance(core::FrameTap::batchEvery);
    QCOMPARE(seen.count, 1);
    first.reset();
    client.send(clientFrame(0x1, "unseen"));
    QVERIFY(client.waitFor("unseen"));
    harness.clock.advance(core::FrameTap::batchEvery);
    QCOMPARE(seen.count, 1);
}

// The tap does not show a status frame that a newer one replaced before it was written.
void TestFrameWatch::replacedStatusIsNotSent()
{
    Harness harness;
    core::FrameTap tap(harness.clock);
    Batches seen;
    harness.start();
    harness.gateway->setFrameTap(&tap);
    RawClient client(harness.port);
    client.send(upgradeHead());
    QTRY_COMPARE(harness.dialect.open.size(), 1);
    dialects::Peer &peer = harness.dialect.open.constFirst()->peer;
    const core::Follow follow = tap.follow(peer.clientId(), seen.receiver());
    peer.sendLatest(dialects::Frame::text("first"));
    peer.sendLatest(dialects::Frame::text("second"));
    QVERIFY(client.waitFor("second"));
    harness.clock.advance(core::FrameTap::batchEvery);
    QCOMPARE(seen.count, 1);
    QCOMPARE(seen.frames.size(), 1);
    QCOMPARE(seen.frames.constFirst().text, u"second"_s);
}

void TestFrameWatch::floodIsBounded()
{
    test::FakeClock clock;
    core::FrameTap tap(clock);
    Batches seen;
    const core::Follow follow = tap.follow(u"c"_s, seen.receiver());
    for (int number = 0; number < 10'000; ++number) {
        ClientFrame frame;
        frame.bytes = number;
        tap.add(u"c"_s, frame);
    }
    tap.add(u"other"_s, {});
    clock.advance(core::FrameTap::batchEvery);
    QCOMPARE(seen.count, 1);
    QCOMPARE(seen.frames.size(), core::FrameTap::batchLimit);
    QCOMPARE(seen.frames.constLast().bytes, 9'999);
    QCOMPARE(seen.leftOut, 10'000 - core::FrameTap::batchLimit);
}

QTEST_GUILESS_MAIN(TestFrameWatch)
#include "tst_framewatch.moc"
