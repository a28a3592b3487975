// SPDX-License-Identifier: GPL-3.0-or-later
// Who a request comes from, and what that gives without credentials: the server's own user, other users of this machine,
// clients of proxies. Other users are real processes, which only root can start.
#include "server/gateway/wire/socketowner.h"
#include "tests/gateway/harness.h"

#include <QProcess>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::gateway;
using test::Harness;
using test::RawClient;

namespace {

constexpr uid_t otherUser = 12'345;
constexpr uid_t overflowUser = 65'534;

// Connects to argv[1], sends argv[2] as hexadecimal digits, prints what comes until the server ends it.
const QString client = uR"(
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as peer:
    peer.sendall(bytes.fromhex(sys.argv[2]))
    sys.stdout.write("sent\n"), sys.stdout.flush()
    while data := peer.recv(65536):
        sys.stdout.buffer.write(data), sys.stdout.flush()
)"_s;

// A process of another user with a connection to the port.
class Stranger
{
public:
    Stranger(quint16 port, const QByteArray &request, uid_t user)
    {
        process.setChildProcessModifier([user] {
            if (::setresgid(user, user, user) != 0 || ::setresuid(user, user, user) != 0)
                ::_exit(1);
        });
        process.setWorkingDirectory(u"/"_s);
        process.start(u"/usr/bin/python3"_s,
                      {u"-I"_s, u"-c"_s, client, QString::number(port), QString::fromLatin1(request.toHex())});
    }
    ~Stranger()
    {
        process.kill();
        process.waitForFinished();
    }
    bool hasSent()
    {
        return QTest::qWaitFor([this] { return process.bytesAvailable() > 0; }, 20'000);
    }
    QByteArray answer()
    {
        (void)QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 20'000);
        return process.readAllStandardOutput().mid(5);
    }

    QProcess process;
};

// A listening socket of this process, and connections to it, without an event loop.
class Pair
{
public:
    explicit Pair(int family, bool isMapped = false)
    {
        listener = listenAt(family, 0);
        sockaddr_storage there{};
        socklen_t length = sizeof there;
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&there), &length);
        if (isMapped) {
            sockaddr_in6 mapped{};
            mapped.sin6_family = AF_INET6;
            mapped.sin6_port = reinterpret_cast<sockaddr_in *>(&there)->sin_port;
            ::inet_pton(AF_INET6, "::ffff:127.0.0.1", &mapped.sin6_addr);
            std::memcpy(&there, &mapped, sizeof mapped);
            length = sizeof mapped;
        }
        peer = ::socket(isMapped ? AF_INET6 : family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        isUp = ::connect(peer, reinterpret_cast<sockaddr *>(&there), length) == 0;
        accepted = isUp ? ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC) : -1;
    }
    ~Pair()
    {
        for (const int descriptor : {peer, accepted, listener}) {
            if (descriptor >= 0)
                ::close(descriptor);
        }
    }

    static int listenAt(int family, quint16 port)
    {
        sockaddr_in6 six{};
        six.sin6_family = AF_INET6;
        six.sin6_addr = in6addr_loopback;
        six.sin6_port = htons(port);
        sockaddr_in four{};
        four.sin_family = AF_INET;
        four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        four.sin_port = htons(port);
        const int listening = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        const bool isBound = family == AF_INET6
                                 ? ::bind(listening, reinterpret_cast<sockaddr *>(&six), sizeof six) == 0
                                 : ::bind(listening, reinterpret_cast<sockaddr *>(&four), sizeof four) == 0;
        return isBound && ::listen(listening, 5) == 0 ? listening : -1;
    }

    int listener = -1;
    int peer = -1;
    int accepted = -1;
    bool isUp = false;
};

QByteArray requestOf(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

} // namespace

class PeersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_harness = std::make_unique<Harness>(); }
    void cleanup() { m_harness.reset(); }

    void ownersOfSockets_data();
    void ownersOfSockets();
    void ownersOfOtherUsers();
    void noOwnerOfWhatIsClosed();
    void noOwnerFromWhoListensThere();
    void rolesWithoutCredentials_data();
    void rolesWithoutCredentials();
    void rolesWithoutCredentialsBeyondLoopback();
    void eachRequestOfAConnection();
    void anAnswerMayComeLate();
    void addressesOfClients();
    void ceilingsCountClients();
    void ceilingsCountUsers();

private:
    void start(std::optional<Role> anonymous, const QStringList &proxies = {})
    {
        const auto answer = [](const dialects::RestRequest &request, const dialects::Respond &respond) {
            respond(dialects::RestResponse::text(200, request.head.address.toUtf8() + '\n'));
        };
        const auto hold = [](const dialects::RestRequest &, const dialects::Respond &) {};
        m_harness->dialect.restRoutes = {{"GET", u"/open"_s, answer, Role::None},
                                         {"GET", u"/held"_s, hold, Role::None},
                                         {"GET", u"/see"_s, answer, Role::Viewer},
                                         {"GET", u"/operate"_s, answer, Role::Operator}};
        m_harness->options.anonymous = anonymous;
        m_harness->options.trustedProxies = proxies;
        m_harness->start();
    }
    QByteArray ask(const QByteArray &path, const QByteArray &headers, uid_t user)
    {
        if (user != ::getuid())
            return Stranger(m_harness->port, requestOf(path, headers), user).answer();
        RawClient own(m_harness->port);
        own.send(requestOf(path, headers));
        return own.waitForEnd() ? own.received : QByteArray();
    }
    // The role by what it opens.
    Role roleOf(const QByteArray &headers, uid_t user)
    {
        const int see = statusOf(ask("/see", headers, user));
        const int operate = statusOf(ask("/operate", headers, user));
        return operate == 200 ? Role::Operator : see == 200 ? Role::Viewer : Role::None;
    }

    std::unique_ptr<Harness> m_harness;
};

void PeersTest::ownersOfSockets_data()
{
    QTest::addColumn<int>("family");
    QTest::addColumn<bool>("mapped");
    QTest::newRow("IPv4") << AF_INET << false;
    QTest::newRow("IPv6") << AF_INET6 << false;
    QTest::newRow("IPv4 from a socket of IPv6") << AF_INET << true;
}

void PeersTest::ownersOfSockets()
{
    QFETCH(int, family);
    QFETCH(bool, mapped);
    QVERIFY2(tellsSocketOwners(), "this kernel has no sock_diag: everybody on loopback is viewer here");
    const Pair pair(family, mapped);
    if (!pair.isUp && (family == AF_INET6 || mapped))
        QSKIP("no IPv6 here");
    QVERIFY(pair.isUp);
    const std::optional<SocketPair> seen = peerOf(pair.accepted);
    QVERIFY(seen);
    QCOMPARE(seen->remotePort, peerOf(pair.peer)->localPort);
    QCOMPARE(socketOwner(*seen), std::optional(::geteuid()));
    // Addresses as a socket of both families gives them.
    const auto mappedFrom = [](const QHostAddress &address) { return QHostAddress(u"::ffff:"_s + address.toString()); };
    if (family == AF_INET)
        QCOMPARE(socketOwner({mappedFrom(seen->local), seen->localPort, mappedFrom(seen->remote), seen->remotePort}),
                 std::optional(::geteuid()));
    QVERIFY(!socketOwner({seen->local, seen->localPort, seen->remote, 1}));
    int pipes[2];
    QCOMPARE(::pipe(pipes), 0);
    QVERIFY(!peerOf(pipes[0]));
    ::close(pipes[0]);
    ::close(pipes[1]);
    QVERIFY(!peerOf(-1));
}

void PeersTest::ownersOfOtherUsers()
{
    if (::getuid() != 0)
        QSKIP("only root can be another user");
    for (const auto &[user, seen] :
         {std::pair(otherUser, std::optional(otherUser)), std::pair(uid_t(0), std::optional(uid_t(0))),
          std::pair(overflowUser, std::optional<uid_t>())}) { // anybody outside a container
        const Pair pair(AF_INET);
        sockaddr_in here{};
        socklen_t length = sizeof here;
        ::getsockname(pair.listener, reinterpret_cast<sockaddr *>(&here), &length);
        Stranger stranger(ntohs(here.sin_port), "x", user);
        QVERIFY(stranger.hasSent());
        const int accepted = ::accept4(pair.listener, nullptr, nullptr, SOCK_CLOEXEC);
        QVERIFY(accepted >= 0);
        QCOMPARE(socketOwner(*peerOf(accepted)), seen);
        ::close(accepted);
    }
}

// The kernel shows a socket that no process holds any more as root's.
void PeersTest::noOwnerOfWhatIsClosed()
{
    Pair pair(AF_INET);
    const std::optional<SocketPair> seen = peerOf(pair.accepted);
    ::shutdown(pair.peer, SHUT_WR); // a client that has said all it wants still waits for the answer
    QCOMPARE(socketOwner(*seen), std::optional(::geteuid()));
    ::close(std::exchange(pair.peer, -1));
    QVERIFY(!socketOwner(*seen));
}

// Without the connection the kernel answers with the socket that listens at its port.
void PeersTest::noOwnerFromWhoListensThere()
{
    Pair pair(AF_INET);
    const std::optional<SocketPair> seen = peerOf(pair.accepted);
    const linger atOnce{1, 0};
    ::setsockopt(pair.peer, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    ::close(std::exchange(pair.peer, -1));
    const int listener = Pair::listenAt(AF_INET, seen->localPort);
    if (listener < 0)
        QSKIP("another program has taken the port meanwhile");
    QVERIFY(!socketOwner(*seen));
    ::close(listener);
}

// docs/model.md, "Who may do what": what a peer without credentials may do, by what is configured and where it comes from.
void PeersTest::rolesWithoutCredentials_data()
{
    QTest::addColumn<QStringList>("proxies");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<uid_t>("user");
    QTest::addColumn<Role>("unset"); // the role where [[listener]] anonymous is left out
    const QStringList none;
    const QStringList local{u"127.0.0.0/8"_s};
    const uid_t own = ::geteuid();
    const QByteArray far = "X-Forwarded-For: 203.0.113.9\r\n";
    const auto row = [](const char *name, const QStringList &proxies, const QByteArray &headers, uid_t user,
                        Role unset) { QTest::newRow(name) << proxies << headers << user << unset; };
    row("own user", none, {}, own, Role::Operator);
    row("another user", none, {}, otherUser, Role::Viewer);
    row("a user the kernel cannot name", none, {}, overflowUser, Role::Viewer);
    row("own user's proxy", none, far, own, Role::None);
    row("another user's proxy", none, far, otherUser, Role::None);
    row("says via", none, "Via: 1.1 box\r\n", own, Role::None);
    row("says real ip", none, "X-Real-IP: 127.0.0.1\r\n", own, Role::None);
    row("says forwarded", none, "Forwarded: for=127.0.0.1\r\n", own, Role::None);
    row("says which name was asked", none, "X-Forwarded-Host: ops.example.org\r\n", own, Role::None);
    row("trusted, far client", local, far, own, Role::None);
    row("trusted, far client that says it is here", local, "X-Forwarded-For: 127.0.0.1, 203.0.113.9\r\n", own,
        Role::None);
    row("trusted, client on this machine", local, "X-Forwarded-For: 127.0.0.1\r\n", own, Role::Viewer);
    row("trusted, client unknown", local, "Via: 1.1 box\r\n", own, Role::None);
    row("trusted and direct", local, {}, own, Role::Operator);
    row("trusted, of a service", local, "X-Forwarded-For: 127.0.0.1\r\n", 33, Role::Viewer);
    row("a person poses as trusted", local, "X-Forwarded-For: 127.0.0.1\r\n", 3000, Role::None);
    row("another proxy is trusted", {u"10.0.0.0/8"_s}, "X-Forwarded-For: 127.0.0.1\r\n", own, Role::None);
}

void PeersTest::rolesWithoutCredentials()
{
    QFETCH(QStringList, proxies);
    QFETCH(QByteArray, headers);
    QFETCH(uid_t, user);
    QFETCH(Role, unset);
    if (user != ::geteuid() && ::geteuid() != 0)
        QSKIP("only root can be another user");
    for (const std::optional<Role> configured :
         std::initializer_list<std::optional<Role>>{{}, Role::None, Role::Viewer, Role::Operator}) {
        cleanup();
        init();
        start(configured, proxies);
        QVERIFY2(roleOf(headers, user) == configured.value_or(unset),
                 qPrintable(configured ? toString(*configured) : u"unset"_s));
        // What is open to everybody stays so, and a WebSocket finds the same role.
        QCOMPARE(statusOf(ask("/open", headers, user)), 200);
        QCOMPARE(statusOf(ask("/healthz", headers, user)), 200);
        QCOMPARE(statusOf(ask("/readyz", headers, user)), 503); // not said to be ready, but answered
        m_harness->dialect.admission = dialects::RefuseHttp{dialects::RestResponse::text(418, "seen\n")};
        const QByteArray upgrade = test::upgradeHead("/ws", headers);
        if (user == ::geteuid()) {
            RawClient own(m_harness->port);
            own.send(upgrade);
            QVERIFY(own.waitFor("seen"));
        } else {
            const Stranger stranger(m_harness->port, upgrade, user);
            QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialect.seen.isEmpty(), 20'000);
        }
        QVERIFY(m_harness->dialect.seen.constLast().anonymousRole == configured.value_or(unset));
    }
}

// Where one address is beyond loopback, nobody is anything by where he comes from.
void PeersTest::rolesWithoutCredentialsBeyondLoopback()
{
    m_harness->options.addresses = {u"0.0.0.0"_s};
    start({});
    QVERIFY(roleOf({}, ::geteuid()) == Role::None);
    for (const auto &[name, status] : {std::pair("evil.org", 403), std::pair("127.0.0.1", 200),
                                       std::pair("localhost", 200), std::pair("192.0.2.7:9000", 200)}) {
        RawClient client(m_harness->port);
        client.send("GET /healthz HTTP/1.1\r\nHost: "_ba + name + "\r\nConnection: close\r\n\r\n");
        QVERIFY(client.waitForEnd());
        QCOMPARE(statusOf(client.received), status);
    }
}

// A proxy's connection carries requests of many: what is known of the connection says nothing of the next request.
void PeersTest::eachRequestOfAConnection()
{
    start({}, {u"127.0.0.1"_s});
    RawClient client(m_harness->port);
    const QByteArray head = "GET /operate HTTP/1.1\r\nHost: localhost\r\n";
    client.send(head + "\r\n" + head + "X-Forwarded-For: 203.0.113.9\r\n\r\n" + head + "\r\n");
    QTRY_COMPARE(client.statuses(), (QList<int>{200, 401, 200}));
}

// A password may be sent long after the handshake, and the client may be gone by then.
void PeersTest::anAnswerMayComeLate()
{
    start({});
    m_harness->dialect.hold = true;
    auto client = std::make_unique<RawClient>(m_harness->port);
    client->send(test::upgradeHead("/ws", "Authorization: Bearer x\r\n")); // with a token nothing was asked
    QTRY_COMPARE(m_harness->dialect.seen.size(), 1);
    const core::PeerUser user = m_harness->dialect.seen.constFirst().user;
    QVERIFY(user.isHere);
    client.reset();
    test::turn();
    QVERIFY(core::isOwn(user)); // as at the time: by now another process may have the port
}

void PeersTest::addressesOfClients()
{
    start(Role::Viewer, {u"127.0.0.1"_s});
    QVERIFY(ask("/see", {}, ::geteuid()).endsWith("127.0.0.1\n"));
    QVERIFY(ask("/see", "X-Forwarded-For: 203.0.113.9\r\n", ::geteuid()).endsWith("203.0.113.9\n"));
    QVERIFY(ask("/see", "X-Real-IP: 2001:db8::9\r\n", ::geteuid()).endsWith("2001:db8::9\n"));
    QVERIFY(ask("/see", "Via: 1.1 box\r\n", ::geteuid()).endsWith("127.0.0.1\n"));
    if (::geteuid() == 0) {
        QVERIFY(ask("/see", "X-Forwarded-For: 203.0.113.9\r\n", 33).endsWith("203.0.113.9\n"));
        QVERIFY(ask("/see", "X-Forwarded-For: 203.0.113.9\r\n", 3000).endsWith("127.0.0.1\n")); // a person's
    }
    RawClient near(m_harness->port);
    near.send(test::upgradeHead());
    QVERIFY(near.waitFor("101"));
    RawClient far(m_harness->port);
    far.send(test::upgradeHead("/ws", "X-Forwarded-For: 2001:db8::9\r\n"));
    QVERIFY(far.waitFor("101"));
    QStringList addresses;
    for (const Client &known : m_harness->hub.snapshot().clients)
        addresses.append(known.address);
    addresses.sort();
    QCOMPARE(addresses, (QStringList{u"127.0.0.1:%1"_s.arg(near.socket.localPort()), u"2001:db8::9"_s}));
}

void PeersTest::ceilingsCountClients()
{
    m_harness->limits.general.connectionsPerAddress = 1;
    start(Role::Viewer, {u"127.0.0.1"_s});
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto statusFor = [&](const QByteArray &headers) {
        clients.push_back(std::make_unique<RawClient>(m_harness->port));
        clients.back()->send(test::upgradeHead("/ws", headers));
        (void)clients.back()->waitFor("\r\n\r\n");
        return statusOf(clients.back()->received);
    };
    QCOMPARE(statusFor("X-Forwarded-For: 203.0.113.9\r\n"), 101);
    QCOMPARE(statusFor("X-Forwarded-For: 203.0.113.10\r\n"), 101);
    QVERIFY(statusFor("X-Forwarded-For: 203.0.113.9\r\n") != 101);
    QVERIFY(statusFor("X-Forwarded-For: 198.51.100.1, 203.0.113.10\r\n") != 101);
}

// What one user of this machine takes is none of what others of it have.
void PeersTest::ceilingsCountUsers()
{
    if (::geteuid() != 0)
        QSKIP("only root can be another user");
    m_harness->limits.general.socketsPerAddress = 2;
    start(Role::Viewer);
    const QByteArray held = requestOf("/held", {}); // one that is under way does not give way
    Stranger one(m_harness->port, held, 3000);
    Stranger two(m_harness->port, held, 3000);
    QVERIFY(one.hasSent() && two.hasSent());
    QTRY_COMPARE(statusOf(ask("/see", {}, 3000)), 503);
    QCOMPARE(statusOf(ask("/see", {}, 3001)), 200);
    QCOMPARE(statusOf(ask("/see", {}, ::geteuid())), 200);
}

QTEST_GUILESS_MAIN(PeersTest)
#include "tst_peers.moc"
