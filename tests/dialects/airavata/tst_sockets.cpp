// SPDX-License-Identifier: GPL-3.0-or-later
// Admission and ceilings of the dialect on the real Gateway and real sockets, with the limits of the protocol document.
#include "server/dialectlist.h"
#include "tests/dialects/airavata/world.h"
#include "tests/gateway/harness.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <sys/resource.h>

using namespace signalbox;
using namespace signalbox::airavata;
namespace at = signalbox::airavata::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using signalbox::test::clientFrame;
using signalbox::test::upgradeHead;

namespace {

const QString tooMany = u"Rate limit exceeded"_s;

// One connection from an address of its own; what the server sends is read by RFC 6455, 5.2.
struct Caller
{
    Caller(quint16 port, const QString &from, const QByteArray &head)
    {
        QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] {
            received += socket.readAll();
            if (!isClosing && closeCode() != 0) {
                isClosing = true;
                socket.write(clientFrame(0x8, frames(8).constFirst()));
            }
        });
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [this, head] { socket.write(head); });
        if (!socket.bind(QHostAddress(from)))
            qFatal("cannot bind to %s", qPrintable(from));
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void say(const QByteArray &text)
    {
        socket.write(clientFrame(0x1, text));
        socket.flush();
    }
    int status() const { return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0; }
    bool hasEnded() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    QByteArray body() const { return received.mid(received.indexOf("\r\n\r\n") + 4); }
    // The payloads received so far: of texts, or with opcode 8 of close frames.
    QList<QByteArray> frames(int opcode = 1) const
    {
        QList<QByteArray> found;
        const QByteArray bytes = body();
        QByteArrayView rest = bytes;
        while (rest.size() >= 2) {
            const int length = rest.at(1);
            const qsizetype head = length == 126 ? 4 : 2;
            const qsizetype size = length == 126 ? qFromBigEndian<quint16>(rest.data() + 2) : length;
            if (rest.size() < head + size)
                break;
            if ((rest.at(0) & 0x0f) == opcode)
                found.append(rest.sliced(head, size).toByteArray());
            rest = rest.sliced(head + size);
        }
        return found;
    }
    int closeCode() const
    {
        const QByteArray payload = frames(8).value(0);
        return payload.size() < 2 ? 0 : qFromBigEndian<quint16>(payload.constData());
    }
    QString error() const
    {
        const QList<QByteArray> texts = frames();
        return texts.isEmpty() ? QString() : at::object(texts.constLast()).value("error"_L1).toString();
    }

    QTcpSocket socket;
    QByteArray received;
    bool isClosing = false;
};

using Callers = std::vector<std::unique_ptr<Caller>>;

QByteArray part(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &claims, const QByteArray &alg = "HS256", char key = 'k')
{
    const QByteArray input = part("{\"alg\":\"" + alg + "\"}") + '.' + part(claims);
    const auto hash = QMessageAuthenticationCode::hash(input, QByteArray(32, key), QCryptographicHash::Sha256);
    return input + '.' + part(hash);
}

} // namespace

class SocketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void connections_data();
    void connections();
    void messages_data();
    void messages();
    void subscriptions();
    void authenticates_data();
    void authenticates();
    void endsWhoseTimeIsOver_data();
    void endsWhoseTimeIsOver();

private:
    std::unique_ptr<Caller> open(const QString &user, const QString &from = u"127.0.0.1"_s)
    {
        return std::make_unique<Caller>(port, from, upgradeHead("/ws?token=" + world->token(user)));
    }
    std::unique_ptr<Caller> request(const QByteArray &path, const QByteArray &header)
    {
        return std::make_unique<Caller>(port, u"127.0.0.1"_s,
                                        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header
                                            + "\r\n");
    }
    static bool isIn(Caller &client) // and gets answers
    {
        if (!QTest::qWaitFor([&client] { return client.status() == 101; }))
            return false;
        client.say(R"({"type":"ping"})");
        return QTest::qWaitFor([&client] { return at::types(client.frames()).contains(u"pong"_s); });
    }
    static bool isRefused(Caller &client, const QString &text)
    {
        const bool ended = QTest::qWaitFor([&client] { return client.hasEnded(); });
        return ended && client.status() == 101 && client.frames().size() == 1 && client.error() == text
               && client.closeCode() == 1008;
    }

    std::unique_ptr<at::World> world;
    std::unique_ptr<signalbox::gateway::Gateway> gateway;
    quint16 port = 0;
};

void SocketsTest::initTestCase()
{
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 8192); // this process holds both ends of 1000 connections
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
}

void SocketsTest::init()
{
    gateway.reset();
    world = std::make_unique<at::World>(defaultConfig().limitsFor(u"airavata"_s).subscriptions);
    for (int i = 0; i < 101; ++i)
        world->accounts.append(core::Account{{u"u%1"_s.arg(i), {}, {}, {u"viewer"_s}}, {}, {}});
    world->authenticator.setAccounts(world->accounts);
    gateway = std::make_unique<signalbox::gateway::Gateway>(world->hub, &world->authenticator,
                                                            QList<dialects::Dialect *>{&world->dialect},
                                                            signalbox::gateway::LimitTable::of(defaultConfig()));
    signalbox::gateway::ListenerOptions options;
    options.dialects = {u"airavata"_s};
    options.anonymous = Role::Operator; // does not count on airavata
    const Result<void> listening = gateway->listen({options});
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().message));
    port = static_cast<quint16>(gateway->listeners().constFirst().port);
}

// Connections at a time: 10 per user, 50 per address, 1000 in all, by default.
void SocketsTest::connections_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("ofOneUser");
    QTest::addColumn<int>("ofOneAddress");
    QTest::addColumn<QString>("outsider"); // a user and an address that are not at their ceiling
    QTest::addColumn<QString>("elsewhere");
    QTest::newRow("per user") << 10 << 1000 << 5 << u"bob"_s << u"127.0.0.1"_s;
    QTest::newRow("per address") << 50 << 10 << 1000 << u"bob"_s << u"127.0.0.9"_s;
    QTest::newRow("in all") << 1000 << 10 << 50 << QString() << QString();
}

void SocketsTest::connections()
{
    QFETCH(int, limit);
    QFETCH(int, ofOneUser);
    QFETCH(int, ofOneAddress);
    QFETCH(QString, outsider);
    QFETCH(QString, elsewhere);
    const auto next = [&](int number) {
        // The caller beyond the limit is a user without connections where users are not the limit under test.
        const QString user = u"u%1"_s.arg(number == limit && ofOneUser < limit ? 100 : number / ofOneUser);
        return open(user, u"127.0.0.%1"_s.arg(1 + number / ofOneAddress));
    };
    Callers clients;
    while (static_cast<int>(clients.size()) < limit - 1) {
        const std::size_t before = clients.size();
        while (static_cast<int>(clients.size()) < limit - 1
               && clients.size() < before + 30) // the listen queue is short
            clients.push_back(next(static_cast<int>(clients.size())));
        for (std::size_t i = before; i < clients.size(); ++i)
            QTRY_COMPARE(clients.at(i)->status(), 101);
    }
    QVERIFY(isIn(*clients.back())); // limit - 1
    clients.push_back(next(limit - 1));
    QVERIFY(isIn(*clients.back())); // limit
    const auto refused = next(limit);
    QVERIFY(isRefused(*refused, tooMany));
    if (!outsider.isEmpty()) {
        const auto other = open(outsider, elsewhere);
        QVERIFY(isIn(*other));
    }
    QVERIFY(isIn(*clients.front())); // existing connections are not affected
    QCOMPARE(clients.front()->closeCode(), 0);
    clients.front()->socket.abort(); // frees a connection slot
    QTRY_VERIFY(static_cast<int>(gateway->connectionCount()) < limit);
    const auto late = next(limit);
    QVERIFY(isIn(*late));
}

// 100 messages a second, in bursts of twice that.
void SocketsTest::messages_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<int>("aSecondLater");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("199 at once") << 199 << 0 << true;
    QTest::newRow("200 at once") << 200 << 0 << true;
    QTest::newRow("201 at once") << 201 << 0 << false;
    QTest::newRow("200, then 99") << 200 << 99 << true;
    QTest::newRow("200, then 100") << 200 << 100 << true;
    QTest::newRow("200, then 101") << 200 << 101 << false;
}

void SocketsTest::messages()
{
    QFETCH(int, atOnce);
    QFETCH(int, aSecondLater);
    QFETCH(bool, isAllowed);
    const auto client = open(u"ann"_s);
    QTRY_COMPARE(client->status(), 101);
    for (int i = 0; i < atOnce; ++i)
        client->say(R"({"type":"ping"})");
    const int first = std::min(atOnce, 200);
    QTRY_COMPARE(at::types(client->frames()).count(u"pong"_s), first);
    world->clock.advance(1s);
    for (int i = 0; i < aSecondLater; ++i)
        client->say(R"({"type":"ping"})");
    QTRY_COMPARE(at::types(client->frames()).count(u"pong"_s), first + std::min(aSecondLater, 100));
    if (isAllowed)
        signalbox::test::turn();
    else
        QTRY_VERIFY(client->hasEnded());
    QCOMPARE(client->closeCode(), isAllowed ? 0 : 1008);
    QCOMPARE(client->error(), isAllowed ? QString() : tooMany);
    QCOMPARE(client->hasEnded(), !isAllowed);
}

void SocketsTest::subscriptions()
{
    const auto client = open(u"ann"_s);
    QTRY_COMPARE(client->status(), 101);
    const auto subscribe = [&client](int number) {
        client->say(R"({"type":"system_status","data":{"action":"subscribe","resourceType":"task","resourceId":"t)"
                    + QByteArray::number(number) + "\"}}");
    };
    for (int number = 1; number <= 257; ++number) {
        subscribe(number);
        if (number % 100 == 0) {
            QTRY_COMPARE(client->frames().size(), number);
            world->clock.advance(1s); // stays within messages_per_second
        }
    }
    QTRY_COMPARE(client->frames().size(), 257);
    const QList<QByteArray> answers = client->frames();
    for (const int number : {255, 256})
        QVERIFY(answers.at(number - 1).contains(R"("action":"subscribed")"));
    QCOMPARE(client->error(), u"Too many subscriptions: at most 256 per connection"_s);
    QVERIFY(isIn(*client));
    client->say(R"({"type":"unsubscribe","resourceType":"task","resourceId":"t1"})");
    subscribe(257);
    QTRY_COMPARE(client->frames().size(), 260);
    QVERIFY(client->frames().constLast().contains(R"("resourceId":"t257")"));
}

void SocketsTest::authenticates_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("error"); // empty: admitted
    const qint64 now = 1'760'677'200;
    const auto claims = [](const QByteArray &user, qint64 exp, const QByteArray &more = {}) -> QByteArray {
        return "{\"sub\":\"" + user + "\",\"exp\":" + QByteArray::number(exp) + more + "}";
    };
    const QByteArray good = claims("ann", now + 60);
    const QString invalid = u"Invalid or expired token"_s;
    QTest::newRow("good") << signedToken(good) << QString();
    QTest::newRow("missing") << QByteArray() << u"Authentication required"_s;
    QTest::newRow("malformed") << QByteArray("nonsense") << invalid;
    QTest::newRow("malformed, three parts") << QByteArray("a.b.c") << invalid;
    QTest::newRow("cut") << signedToken(good).chopped(1) << invalid;
    QTest::newRow("expired") << signedToken(claims("ann", now - 31)) << invalid;
    QTest::newRow("expired within the leeway") << signedToken(claims("ann", now - 29)) << QString();
    QTest::newRow("not yet valid") << signedToken(claims("ann", now + 99, ",\"nbf\":" + QByteArray::number(now + 31)))
                                   << invalid;
    QTest::newRow("valid within the leeway")
        << signedToken(claims("ann", now + 99, ",\"nbf\":" + QByteArray::number(now + 29))) << QString();
    QTest::newRow("wrong key") << signedToken(good, "HS256", 'x') << invalid;
    QTest::newRow("none") << part(R"({"alg":"none"})") + '.' + part(good) + '.' << invalid;
    QTest::newRow("none, signed") << signedToken(good, "none") << invalid;
    QTest::newRow("RS256 header") << signedToken(good, "RS256") << invalid;
    QTest::newRow("revoked user") << signedToken(claims("gone", now + 60)) << invalid;
    QTest::newRow("without a role") << signedToken(claims("nobody", now + 60)) << u"Forbidden"_s;
}

// Tokens in the query and in the header, for WebSockets and for REST.
void SocketsTest::authenticates()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, error);
    for (const bool inQuery : {true, false}) {
        const QByteArray query = inQuery && !token.isEmpty() ? "?token=" + token : QByteArray();
        const QByteArray header = inQuery || token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
        Caller client(port, u"127.0.0.1"_s, upgradeHead("/ws/user" + query, header));
        QVERIFY(error.isEmpty() ? isIn(client) : isRefused(client, error));
        const auto answer = request("/api/v2/projects" + query, header);
        QTRY_VERIFY(answer->hasEnded());
        QCOMPARE(answer->status(), error.isEmpty() ? 200 : error == "Forbidden"_L1 ? 403 : 401);
        QCOMPARE(answer->body().startsWith(R"({"error":)"), !error.isEmpty());
        QVERIFY(token.isEmpty() || !answer->received.contains(token));
    }
}

void SocketsTest::endsWhoseTimeIsOver_data()
{
    QTest::addColumn<bool>("isRevoked");
    QTest::newRow("expires while connected") << false;
    QTest::newRow("user taken out of the configuration") << true;
}

void SocketsTest::endsWhoseTimeIsOver()
{
    QFETCH(bool, isRevoked);
    const QByteArray token = world->token(u"ann"_s, isRevoked ? Milliseconds(1h) : Milliseconds(20s));
    Caller client(port, u"127.0.0.1"_s, upgradeHead("/ws?token=" + token));
    QTRY_COMPARE(client.status(), 101);
    const auto other = open(u"bob"_s);
    QTRY_COMPARE(other->status(), 101);
    world->clock.advance(49s); // 20 s of lifetime and just within 30 s of leeway
    signalbox::test::turn();
    QVERIFY(!client.hasEnded());
    if (isRevoked) {
        world->accounts.removeIf([](const core::Account &account) { return account.user.name == "ann"_L1; });
        QVERIFY(world->authenticator.setAccounts(world->accounts));
        gateway->reviewAccess();
    } else {
        world->clock.advance(1s);
    }
    QVERIFY(isRefused(client, u"Invalid or expired token"_s));
    QVERIFY(!other->hasEnded());
}

QTEST_GUILESS_MAIN(SocketsTest)
#include "tst_sockets.moc"
