// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/userauthenticator.h"
#include "tests/gateway/harness.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace std::chrono_literals;
using test::Harness;

namespace {

const QString ann = u"ann"_s;
const QByteArray key(32, 'k');

core::Account account(const QString &password, const QString &role = u"operator"_s)
{
    return {{ann, {}, {}, {role}}, password, {}};
}

} // namespace

// What becomes of an open connection when what it came in with no longer holds (docs/model.md, "Who may do what").
class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ends_data();
    void ends();
    void expires_data();
    void expires();
    void aChangedRoleAppliesToTheOpenConnection_data();
    void aChangedRoleAppliesToTheOpenConnection();
    void logoutEndsItsConnectionsAlone();
    void anonymousStays();

private:
    // By a token, or by the password if there is none.
    std::unique_ptr<test::RawClient> connect(const QByteArray &token)
    {
        m_harness->dialect.admission = dialects::Accept{{ann, Role::Operator, {}, {}}, {}, token};
        return join();
    }
    std::unique_ptr<test::RawClient> join()
    {
        const qsizetype before = m_harness->dialect.open.size();
        auto client = std::make_unique<test::RawClient>(m_harness->port);
        client->send(test::upgradeHead());
        (void)QTest::qWaitFor([&] { return m_harness->dialect.open.size() > before; });
        return client;
    }
    // That of the close frame; 0 while there is none.
    static quint16 closeCode(const test::RawClient &client)
    {
        const QByteArray frames = client.received.mid(client.received.indexOf("\r\n\r\n") + 4);
        const qsizetype at = frames.indexOf('\x88');
        return at < 0 ? quint16(0) : static_cast<quint16>(quint8(frames.at(at + 2)) << 8 | quint8(frames.at(at + 3)));
    }
    static bool isIn(const test::RawClient &client)
    {
        test::turn();
        return closeCode(client) == 0 && client.socket.state() == QAbstractSocket::ConnectedState;
    }
    // As a reload does.
    void apply(const core::TokenSettings &settings, const QList<core::Account> &accounts)
    {
        const bool isOtherKey = m_tokens->setSettings(settings);
        if (m_users->setAccounts(accounts) || isOtherKey)
            m_harness->gateway->reviewAccess();
    }

    std::unique_ptr<Harness> m_harness;
    std::unique_ptr<core::Tokens> m_tokens;
    std::unique_ptr<core::UserAuthenticator> m_users;
};

void AccessTest::init()
{
    m_harness = std::make_unique<Harness>();
    m_tokens = std::make_unique<core::Tokens>(m_harness->clock, core::TokenSettings{key, {}, {}});
    m_users = std::make_unique<core::UserAuthenticator>(m_harness->clock, *m_tokens, QList{account(u"a"_s)});
    m_harness->authenticator = m_users.get();
    m_harness->start();
    QObject::connect(m_users.get(), &core::UserAuthenticator::sessionEnded, m_harness->gateway.get(),
                     &gateway::Gateway::reviewAccess);
}

void AccessTest::ends_data()
{
    QTest::addColumn<bool>("byToken");
    QTest::addColumn<QByteArray>("laterKey");
    QTest::addColumn<QList<core::Account>>("later");
    QTest::addColumn<bool>("isEnded");
    using Accounts = QList<core::Account>;
    const Accounts same{account(u"a"_s)};
    for (const bool byToken : {true, false}) {
        const char *how = byToken ? "token" : "password";
        QTest::addRow("%s, the same", how) << byToken << key << same << false;
        QTest::addRow("%s, another password", how) << byToken << key << Accounts{account(u"b"_s)} << true;
        QTest::addRow("%s, removed", how) << byToken << key << Accounts{} << true;
        QTest::addRow("%s, no role", how) << byToken << key << Accounts{account(u"a"_s, u"none"_s)} << true;
        QTest::addRow("%s, another key", how) << byToken << QByteArray(32, 'x') << same << byToken;
    }
}

void AccessTest::ends()
{
    QFETCH(bool, byToken);
    QFETCH(QByteArray, laterKey);
    QFETCH(QList<core::Account>, later);
    QFETCH(bool, isEnded);
    const auto client = connect(byToken ? *m_users->issue(ann, 1h) : QByteArray());
    QVERIFY(isIn(*client));
    apply({laterKey, {}, {}}, later);
    if (!isEnded) {
        QVERIFY(isIn(*client));
        return;
    }
    QTRY_COMPARE(closeCode(*client), quint16(1008));
    m_harness->dialect.open.constFirst()->peer.sendText("too late");
    test::turn();
    QVERIFY(!client->received.contains("too late"));
}

void AccessTest::expires_data()
{
    QTest::addColumn<Milliseconds>("jump"); // of the wall clock, as after a suspend of the machine
    QTest::addColumn<Milliseconds>("stays");
    QTest::newRow("after the leeway") << Milliseconds(0) << Milliseconds(10min + 29s);
    QTest::newRow("the clock jumps") << Milliseconds(1h) << Milliseconds(0);
}

void AccessTest::expires()
{
    QFETCH(Milliseconds, jump);
    QFETCH(Milliseconds, stays);
    const auto client = connect(*m_users->issue(ann, 10min));
    const auto password = connect({});
    m_harness->clock.jump(jump);
    for (Milliseconds past{0}; past < stays; past += 1s) { // the client answers the pings
        m_harness->clock.advance(1s);
        if (past % 20s == 0s) {
            client->send(test::clientFrame(10, {}));
            password->send(test::clientFrame(10, {}));
            QVERIFY(client->hasArrived() && password->hasArrived());
            QCoreApplication::processEvents();
        }
    }
    QVERIFY(isIn(*client));
    m_harness->clock.advance(jump > 0ms ? Milliseconds(54s) : Milliseconds(1s));
    QTRY_COMPARE(closeCode(*client), quint16(1008));
    QVERIFY(client->received.contains("the token has expired or was revoked; log in again"));
    QVERIFY(isIn(*password));
}

void AccessTest::aChangedRoleAppliesToTheOpenConnection_data()
{
    QTest::addColumn<bool>("byToken");
    QTest::newRow("token") << true;
    QTest::newRow("password") << false;
}

void AccessTest::aChangedRoleAppliesToTheOpenConnection()
{
    QFETCH(bool, byToken);
    const auto client = connect(byToken ? *m_users->issue(ann, 1h) : QByteArray());
    const test::TestSession &session = *m_harness->dialect.open.constFirst();
    QVERIFY(session.peer.actor().role == Role::Operator);
    for (const QString &role : {u"viewer"_s, u"admin"_s, u"operator"_s}) {
        apply({key, {}, {}}, {account(u"a"_s, role)});
        QCOMPARE(toString(session.peer.actor().role), role);
        QCOMPARE(m_harness->hub.snapshot().clients.first().role, role);
        QVERIFY(isIn(*client));
    }
}

void AccessTest::logoutEndsItsConnectionsAlone()
{
    const QByteArray token = m_users->begin(ann)->token;
    const auto first = connect(token);
    const auto second = connect(m_users->renew(token)->token);
    const auto elsewhere = connect(m_users->begin(ann)->token);
    const auto password = connect({});
    m_users->end(token, [](const Result<void> &) {});
    QTRY_COMPARE(closeCode(*first), quint16(1008));
    QTRY_COMPARE(closeCode(*second), quint16(1008));
    QVERIFY(isIn(*elsewhere) && isIn(*password));
}

void AccessTest::anonymousStays()
{
    m_harness->dialect.admission = dialects::Accept{{u"anonymous"_s, Role::Viewer, {}, {}}, {}};
    const auto client = join();
    apply({QByteArray(32, 'x'), {}, {}}, {});
    m_harness->clock.advance(20s);
    QVERIFY(isIn(*client));
}

QTEST_GUILESS_MAIN(AccessTest)
#include "tst_access.moc"
