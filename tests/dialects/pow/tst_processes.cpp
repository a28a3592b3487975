// SPDX-License-Identifier: GPL-3.0-or-later
// pow-1 from end to end: sockets on the loopback, the Gateway, the dialect, the Engine and real processes.
#include "server/core/frametap.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/runtimestreams.h"
#include "server/dialects/pow/powdialect.h"
#include "server/dialects/pow/powsession.h"
#include "server/gateway/gateway.h"
#include "tests/dialects/pow/world.h"
#include "tests/gateway/harness.h"
#include "tests/support/enginefixture.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QWebSocket>

#include <csignal>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

// A client as the protocol document describes one; keeps the frames it received, in order.
struct PowClient
{
    explicit PowClient(quint16 port)
    {
        QObject::connect(&socket, &QWebSocket::connected, &socket, [this] {
            for (const QByteArray &frame : toSend)
                socket.sendBinaryMessage(frame);
        });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            output += text;
            isOutputAfterResult |= !result.isEmpty();
        });
        QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                         [this](const QByteArray &frame) { result += frame; });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { isOver = true; });
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/any"_s.arg(port)));
        request.setRawHeader("Sec-WebSocket-Protocol", "pow-1");
        socket.open(request);
    }

    QWebSocket socket;
    QList<QByteArray> toSend;
    QString output;
    QByteArray result;
    bool isOutputAfterResult = false;
    bool isOver = false;
};

qint64 residentMib()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() / 256 : 0;
}

bool lives(const QString &pid)
{
    return !pid.isEmpty() && ::kill(pid.toInt(), 0) == 0;
}

} // namespace

class ProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void echo();
    void framesArriveOneByOne();
    void cancelEndsTheWholeGroup();
    void vanishingEndsTheWholeGroup();
    void goneWithoutAWordEndsTheCall();
    void hundredCallsAtOnce();
    void slowReaderBlocksTheProcess();
    void nothingStaysOfRudeClients_data();
    void nothingStaysOfRudeClients();
    void aStallOfTheServerRefusesNoCall();
    void rest();

private:
    void offer(const QString &name, const QStringList &command,
               ProcessDefinition::ResultFrom result = ProcessDefinition::ResultFrom::None);
    QByteArray request(const QByteArray &method, const QString &path, const QByteArray &body, int &status);

    // Each uses those above it, so the Gateway is destroyed first.
    std::unique_ptr<EngineFixture> m_fixture;
    std::unique_ptr<core::LogBook> m_logs;
    std::unique_ptr<core::FrameTap> m_frames;
    std::unique_ptr<core::RuntimeStreams> m_streams;
    std::unique_ptr<pow::PowDialect> m_dialect;
    std::unique_ptr<gateway::Gateway> m_gateway;
    quint16 m_port = 0;
};

void ProcessesTest::init()
{
    m_gateway.reset();
    m_dialect.reset();
    m_streams.reset();
    m_frames.reset();
    m_logs.reset();
    m_fixture = std::make_unique<EngineFixture>();
    m_logs = std::make_unique<core::LogBook>(m_fixture->hub, m_fixture->folder.filePath(u"logs"_s));
    m_frames = std::make_unique<core::FrameTap>(m_fixture->hub.clock());
    m_streams = std::make_unique<core::RuntimeStreams>(*m_fixture->engine, *m_logs, *m_frames);
    m_dialect =
        std::make_unique<pow::PowDialect>(dialects::DialectServices{.hub = m_fixture->hub, .streams = m_streams.get()});
    m_gateway =
        std::make_unique<gateway::Gateway>(m_fixture->hub, nullptr, QList<dialects::Dialect *>{m_dialect.get()});
    gateway::ListenerOptions listener;
    listener.dialects = {u"pow"_s};
    listener.anonymous = Role::Operator;
    QVERIFY(m_gateway->listen({listener}));
    m_port = static_cast<quint16>(m_gateway->listeners().constFirst().port);
}

void ProcessesTest::offer(const QString &name, const QStringList &command, ProcessDefinition::ResultFrom result)
{
    ProcessDefinition process;
    process.name = name;
    process.command = command;
    process.result = result;
    m_fixture->offer(process);
}

void ProcessesTest::echo()
{
    offer(u"echo"_s, {u"cat"_s}, ProcessDefinition::ResultFrom::Params);
    PowClient client(m_port);
    client.toSend = {R"({"call":"echo","params":["a","b c"]})"};
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.socket.sendTextMessage(u"hello\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.output, u"hello\n"_s, patience);
    client.socket.sendTextMessage(u"grüße 🐧"_s);
    client.socket.sendBinaryMessage(R"({"signal":"close"})");
    QTRY_VERIFY_WITH_TIMEOUT(client.isOver, patience);
    QCOMPARE(client.output, u"hello\ngrüße 🐧"_s);
    QCOMPARE(client.result, R"({"status":"fulfilled","value":["a","b c"]})");
    QVERIFY(!client.isOutputAfterResult);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    QCOMPARE(client.socket.closeReason(), QString());
}

// "frames send from the client to the server are forwarded to the ongoing process": each by itself, so that a process
// that answers what it reads answers each frame.
void ProcessesTest::framesArriveOneByOne()
{
    offer(u"echo"_s, {u"cat"_s});
    PowClient client(m_port);
    QStringList frames;
    connect(&client.socket, &QWebSocket::textMessageReceived, this, [&](const QString &text) { frames.append(text); });
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.socket.sendTextMessage(u"before the call"_s);
    client.socket.sendTextMessage(u"also before"_s);
    client.socket.sendBinaryMessage(R"({"call":"echo"})");
    client.socket.sendTextMessage(u"hello"_s);
    client.socket.sendTextMessage(u"world"_s);
    client.socket.sendBinaryMessage(R"({"signal":"close"})");
    QTRY_VERIFY_WITH_TIMEOUT(client.isOver, patience);
    QCOMPARE(frames, (QStringList{u"before the call"_s, u"also before"_s, u"hello"_s, u"world"_s}));
}

void ProcessesTest::cancelEndsTheWholeGroup()
{
    offer(u"tree"_s, EngineFixture::shell(u"sleep 1000 & echo $!; wait"_s));
    PowClient client(m_port);
    client.toSend = {R"({"call":"tree"})"};
    QTRY_VERIFY_WITH_TIMEOUT(client.output.endsWith(u'\n'), patience);
    const QString pid = client.output.trimmed();
    QVERIFY(lives(pid));
    client.socket.sendBinaryMessage(R"({"signal":"cancel"})");
    QTRY_VERIFY_WITH_TIMEOUT(client.isOver, patience);
    QCOMPARE(client.result,
             R"({"status":"rejected","reason":"process returned error: client requested cancellation"})");
    QVERIFY(!lives(pid));
}

void ProcessesTest::vanishingEndsTheWholeGroup()
{
    offer(u"tree"_s, EngineFixture::shell(u"sleep 1000 & echo $!; wait"_s));
    PowClient client(m_port);
    client.toSend = {R"({"call":"tree"})"};
    QTRY_VERIFY_WITH_TIMEOUT(client.output.endsWith(u'\n'), patience);
    client.socket.abort();
    QTRY_VERIFY_WITH_TIMEOUT(!lives(client.output.trimmed()), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->engine->running(), 0, patience);
}

// A client whose machine is gone sends no close frame and ends no connection.
void ProcessesTest::goneWithoutAWordEndsTheCall()
{
    World world;
    gateway::Gateway door(world.hub, nullptr, {&world.dialect});
    gateway::ListenerOptions listener;
    listener.dialects = {u"pow"_s};
    listener.anonymous = Role::Operator;
    QVERIFY(door.listen({listener}));
    RawClient client(static_cast<quint16>(door.listeners().constFirst().port));
    client.send(upgradeHead("/", "Sec-WebSocket-Protocol: pow-1\r\n") + clientFrame(2, R"({"call":"echo"})"));
    QTRY_COMPARE(world.processes.running.size(), 1);
    const auto isAskedToEnd = [&] { return world.processes.running.constBegin()->isAskedToEnd; };
    const Milliseconds interval = world.dialect.pingInterval();
    world.clock.advance(3 * interval - Milliseconds(1));
    QVERIFY(!isAskedToEnd());
    world.clock.advance(Milliseconds(1));
    QCoreApplication::processEvents(); // the close frame goes, and is never answered
    world.clock.advance(Milliseconds(90'000) - 3 * interval - Milliseconds(1));
    QTRY_VERIFY(world.processes.running.isEmpty());
}

void ProcessesTest::hundredCallsAtOnce()
{
    offer(u"echo"_s, {u"cat"_s}, ProcessDefinition::ResultFrom::Params);
    std::vector<std::unique_ptr<PowClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<PowClient>(m_port));
        clients.back()->toSend = {R"({"call":"echo","params":[")" + QByteArray::number(i) + R"("]})"};
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->engine->running(), 100, 60'000);
    for (std::size_t i = 0; i < clients.size(); ++i) {
        clients[i]->socket.sendTextMessage(u"input of %1"_s.arg(i));
        clients[i]->socket.sendBinaryMessage(R"({"signal":"close"})");
    }
    for (std::size_t i = 0; i < clients.size(); ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(clients[i]->isOver, 60'000);
        QCOMPARE(clients[i]->output, u"input of %1"_s.arg(i));
        QCOMPARE(clients[i]->result, R"({"status":"fulfilled","value":[")" + QByteArray::number(quint64(i)) + R"("]})");
    }
}

void ProcessesTest::slowReaderBlocksTheProcess()
{
    constexpr qint64 all = 64 << 20;
    offer(u"flood"_s, EngineFixture::shell(u"head -c %1 /dev/zero | tr '\\0' a"_s.arg(all)));
    RawClient client(m_port);
    client.send(upgradeHead("/", "Sec-WebSocket-Protocol: pow-1\r\n"));
    QVERIFY(client.waitFor("\r\n\r\n"));
    client.received.clear();
    client.stopReading();
    const qint64 before = residentMib();
    client.send(clientFrame(2, R"({"call":"flood"})"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->engine->running(), 1, patience);
    // A follower that never pauses counts how far the process has come.
    qint64 written = 0;
    QString id;
    for (const Execution &execution : m_fixture->hub.snapshot().executions)
        id = execution.id;
    const auto tap =
        m_fixture->engine->followOutput(id, [&](qint64, const QByteArray &bytes) { written += bytes.size(); });
    int still = 0;
    qint64 last = -1;
    const auto isStill = [&] {
        const bool same = std::exchange(last, written) == written;
        still = same && written > 1'000'000 ? still + 1 : 0; // below that it has hardly begun
        return still > 30;
    };
    QVERIFY2(QTest::qWaitFor(isStill, patience), QByteArray::number(written).constData());
    QVERIFY2(written < all, QByteArray::number(written).constData());
    QCOMPARE(m_fixture->engine->running(), 1);
    QVERIFY2(residentMib() - before < 48, QByteArray::number(residentMib() - before).constData());
    // Once the client reads again, everything comes: nothing was dropped.
    qint64 letters = 0;
    QByteArray tail;
    client.socket.setReadBufferSize(0);
    const auto read = [&] {
        const QByteArray bytes = client.socket.readAll();
        letters += bytes.count('a');
        tail = QByteArray(tail + bytes).right(100);
    };
    connect(&client.socket, &QIODevice::readyRead, this, read);
    read();
    QTRY_VERIFY_WITH_TIMEOUT(tail.contains(R"({"status":"fulfilled","value":null})"), 60'000);
    // More than all: a byte of a frame header may be the letter by chance.
    QVERIFY2(letters >= all && letters < all + 10'000, QByteArray::number(letters).constData());
}

void ProcessesTest::nothingStaysOfRudeClients_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray call = clientFrame(2, R"({"call":"echo"})");
    QTest::newRow("instant disconnect") << call;
    QTest::newRow("oversized input") << call + clientFrame(1, QByteArray(70'000, 'x'));
    QTest::newRow("oversized call") << clientFrame(2, QByteArray(70'000, ' '));
    QTest::newRow("half a frame") << call + clientFrame(1, "hello").chopped(2);
    QTest::newRow("binary garbage") << call + clientFrame(2, QByteArray("\xff\0\xfe", 3)) + call;
    QTest::newRow("text that is no UTF-8") << call + clientFrame(1, "\xff\xff");
    QTest::newRow("signal before call") << clientFrame(2, R"({"signal":"cancel"})") + call;
    QByteArray fragmented = clientFrame(2, R"({"call":)");
    fragmented[0] = 2;
    QTest::newRow("fragmented call, then gone") << fragmented + clientFrame(0, R"("echo"})");
}

void ProcessesTest::nothingStaysOfRudeClients()
{
    QFETCH(QByteArray, bytes);
    offer(u"echo"_s, {u"cat"_s});
    RawClient client(m_port);
    client.send(upgradeHead("/", "Sec-WebSocket-Protocol: pow-1\r\n"));
    QVERIFY(client.waitFor("\r\n\r\n"));
    client.send(bytes);
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->connectionCount(), 1, patience);
    client.socket.disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->connectionCount(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->engine->running(), 0, patience);
    QCOMPARE(m_fixture->hub.snapshot().running(ExecutionKind::Process), 0);
}

// The call arrives in time, but the server stands still until the deadline is over: timers that are due by then fire
// before the socket is read.
void ProcessesTest::aStallOfTheServerRefusesNoCall()
{
    offer(u"echo"_s, {u"cat"_s});
    QTimer busy; // other work in every turn of the event loop
    busy.start(0);
    RawClient client(m_port);
    bool hasStalled = false;
    const auto stall = [&] {
        client.send(clientFrame(2, R"({"call":"echo"})"));
        const auto end = m_fixture->clock.steady() + pow::PowSession::callDeadline + Milliseconds(50);
        while (m_fixture->clock.steady() < end)
            continue; // computes
        hasStalled = true;
    };
    connect(&m_fixture->hub, &core::Hub::changed, this, [&](const Change &change) {
        if (std::holds_alternative<ClientConnected>(change.body)) // the Session opens after that
            QMetaObject::invokeMethod(&client.socket, stall, Qt::QueuedConnection);
    });
    client.send(upgradeHead("/", "Sec-WebSocket-Protocol: pow-1\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(hasStalled, patience);
    client.send(clientFrame(1, "hello") + clientFrame(2, R"({"signal":"close"})"));
    QVERIFY(client.waitFor("\"status\""));
    QVERIFY2(client.received.contains("hello"), client.received.constData());
    QVERIFY2(client.received.contains(R"({"status":"fulfilled","value":null})"), client.received.constData());
}

QByteArray ProcessesTest::request(const QByteArray &method, const QString &path, const QByteArray &body, int &status)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    (void)QTest::qWaitFor([&] { return reply->isFinished(); }, patience);
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

void ProcessesTest::rest()
{
    offer(u"tree"_s, EngineFixture::shell(u"sleep 1000 & echo $!; cat; wait"_s));
    int status = 0;
    const QByteArray quoted = request("POST", u"/new"_s, R"({"call":"tree"})", status);
    QCOMPARE(status, 200);
    const QString id = QString::fromLatin1(quoted.mid(1, quoted.size() - 2));
    QCOMPARE(request("POST", u"/input/"_s + id, "hello\n", status), "input sent");
    QByteArray answer;
    QTRY_VERIFY_WITH_TIMEOUT((answer = request("GET", u"/status/"_s + id, {}, status)).contains("\\nhello"), patience);
    QVERIFY2(answer.endsWith(R"("result":{"status":"pending"}})"), answer.constData());
    const QString pid = QString::fromLatin1(answer.mid(11, answer.indexOf("\\n") - 11));
    QVERIFY2(lives(pid), answer.constData());
    QCOMPARE(request("POST", u"/cancel/"_s + id, {}, status), "process cancelled");
    QVERIFY(!lives(pid)); // cancel is answered after the end of the process
    QCOMPARE(request("POST", u"/input/"_s + id, "late", status), "error copying data to process\n");
    QCOMPARE(status, 500);
    QVERIFY(request("GET", u"/status/"_s + id, {}, status)
                .contains(R"("result":{"status":"rejected","reason":"client requested cancellation"})"));
    (void)request("GET", u"/new"_s, {}, status);
    QCOMPARE(status, 405);
    QCOMPARE(request("GET", u"/status/nope"_s, {}, status), "process not found\n");
    QCOMPARE(status, 404);
}

QTEST_GUILESS_MAIN(ProcessesTest)
#include "tst_processes.moc"
