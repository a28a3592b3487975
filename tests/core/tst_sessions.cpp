// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/userauthenticator.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;

namespace {

const QString ann = u"ann"_s;
const QByteArray key(32, 'k');

Account account(const QString &name, const QString &password)
{
    return {{name, {}, {}, {u"operator"_s}}, password, {}};
}

} // namespace

// What ends a token of this server before it expires (server/dialects/airavata/README.md, "Sessions").
class SessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenIsExchangedForTheNext();
    void refreshHasAMaximumAge();
    void aTokenOfTheCommandLineIsNotProlonged();
    void anotherIssuersTokenIsNotExchanged();
    void logoutEndsItsSessionAlone();
    void logoutOutlivesTheServer();
    void logoutsAreForgottenWhenNoTokenIsLeft();
    void logoutsAreBounded();
    void anotherPasswordEndsTokens_data();
    void anotherPasswordEndsTokens();
    void anotherKeyEndsTokens();
    void credentialsAreAskedAgain();

private:
    bool isGood(const QByteArray &token) const { return m_users->checkToken(token).has_value(); }
    Result<void> logOut(const QByteArray &token)
    {
        std::optional<Result<void>> outcome;
        m_users->end(token, [&outcome](const Result<void> &ended) { outcome = ended; });
        return outcome.value_or(unexpected(ErrorCode::Internal, u"no answer"_s));
    }

    test::FakeClock m_clock;
    Tokens m_tokens{m_clock, {}};
    std::unique_ptr<UserAuthenticator> m_users;
};

void SessionsTest::init()
{
    m_tokens.setSettings({key, {}, {}, 24h});
    m_users =
        std::make_unique<UserAuthenticator>(m_clock, m_tokens, QList{account(ann, u"a"_s), account(u"bob"_s, u"b"_s)});
}

void SessionsTest::aTokenIsExchangedForTheNext()
{
    const Result<SessionToken> begun = m_users->begin(ann);
    QVERIFY(begun && begun->user.name == ann && begun->lifetime == 1h);
    QCOMPARE(m_users->checkToken(begun->token)->user.name, ann);
    m_clock.advance(50min);
    const Result<SessionToken> renewed = m_users->renew(begun->token);
    QVERIFY(renewed && renewed->lifetime == 1h);
    m_clock.advance(50min);
    QVERIFY(isGood(renewed->token) && !isGood(begun->token));
    QVERIFY(!m_users->renew(begun->token)); // expired
    QVERIFY(!m_users->begin(u"nobody"_s));
}

void SessionsTest::refreshHasAMaximumAge()
{
    QByteArray token = m_users->begin(ann)->token;
    for (int i = 0; i < 47; ++i) {
        m_clock.advance(30min);
        const Result<SessionToken> renewed = m_users->renew(token);
        QVERIFY(renewed);
        token = renewed->token;
    }
    QCOMPARE(m_users->renew(token)->lifetime, Milliseconds(30min)); // no longer than the session
    m_clock.advance(30min);
    QVERIFY(!m_users->renew(token));
    m_clock.advance(1min);
    QVERIFY(!isGood(token));
    m_tokens.setSettings({key, {}, {}, 10min}); // [auth] refresh_age counts for sessions that have begun
    token = m_users->begin(ann)->token;
    m_tokens.setSettings({key, {}, {}, 5min});
    m_clock.advance(6min);
    QVERIFY(isGood(token) && !m_users->renew(token));
}

void SessionsTest::aTokenOfTheCommandLineIsNotProlonged()
{
    const QByteArray token = *m_users->issue(ann, 5min);
    m_clock.advance(3min);
    const Result<SessionToken> renewed = m_users->renew(token);
    QVERIFY(renewed && renewed->lifetime == 2min);
    m_clock.advance(2min + 31s);
    QVERIFY(!isGood(renewed->token));
}

void SessionsTest::anotherIssuersTokenIsNotExchanged()
{
    const QByteArray token = *m_tokens.issue(ann, 1h); // with our key, without our claims
    QVERIFY(isGood(token));
    QCOMPARE(m_users->renew(token).error().code, ErrorCode::Unauthenticated);
    QVERIFY(logOut(token) && isGood(token)); // its issuer alone can end it
    m_users->setAccounts({account(ann, u"other"_s)});
    QVERIFY(isGood(token));
    m_users->setAccounts({});
    QVERIFY(!isGood(token));
}

void SessionsTest::logoutEndsItsSessionAlone()
{
    const QByteArray first = m_users->begin(ann)->token;
    const QByteArray renewed = m_users->renew(first)->token;
    const QByteArray elsewhere = m_users->begin(ann)->token;
    const QByteArray program = *m_users->issue(ann, 24h);
    const QSignalSpy ended(m_users.get(), &UserAuthenticator::sessionEnded);
    QVERIFY(logOut(renewed));
    QVERIFY(!isGood(first) && !isGood(renewed) && !m_users->renew(first));
    QVERIFY(isGood(elsewhere) && isGood(program));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.at(0).at(0).toString(), ann);
    QCOMPARE(logOut(renewed).error().code, ErrorCode::Unauthenticated);
}

void SessionsTest::logoutOutlivesTheServer()
{
    QList<EndedSession> kept;
    const auto keep = [&kept](const EndedSession &session, const Sessions::Done &done) {
        kept.append(session);
        done({});
    };
    m_users->keepEndedSessions({}, keep);
    const QByteArray token = m_users->begin(ann)->token;
    const QByteArray program = *m_users->issue(ann, 240h);
    const QByteArray ofProgram = m_users->renew(program)->token;
    QVERIFY(logOut(token) && logOut(ofProgram));
    QCOMPARE(kept.size(), 2);
    init();
    QVERIFY(isGood(token));
    m_users->keepEndedSessions(kept, keep);
    QVERIFY(!isGood(token) && !isGood(program));
    const QByteArray lost = m_users->begin(ann)->token;
    m_users->keepEndedSessions({}, [](const EndedSession &, const Sessions::Done &done) {
        done(unexpected(ErrorCode::Internal, u"disk full"_s));
    });
    QCOMPARE(logOut(lost).error().message, u"disk full"_s);
    QVERIFY(!isGood(lost)); // all the same
}

void SessionsTest::logoutsAreForgottenWhenNoTokenIsLeft()
{
    QList<EndedSession> kept;
    m_users->keepEndedSessions({}, [&kept](const EndedSession &session, const Sessions::Done &done) {
        kept.append(session);
        done({});
    });
    const QByteArray first = m_users->begin(ann)->token;
    m_clock.advance(30min);
    const QByteArray last = m_users->renew(first)->token;
    QVERIFY(logOut(first));
    QVERIFY(kept.constFirst().until >= m_tokens.verify(last)->expiresAt);
    const QByteArray program = *m_users->issue(ann, 240h);
    QVERIFY(logOut(m_users->renew(program)->token));
    QVERIFY(kept.constLast().until >= m_tokens.verify(program)->expiresAt);
}

void SessionsTest::logoutsAreBounded()
{
    QList<EndedSession> many;
    for (int i = 0; i < UserAuthenticator::endedPerUser; ++i)
        many.append({QString::number(i), ann, m_clock.now() + 1h});
    m_users->keepEndedSessions(many, {});
    const QByteArray token = m_users->begin(ann)->token;
    QCOMPARE(logOut(token).error().code, ErrorCode::Capacity);
    QVERIFY(logOut(m_users->begin(u"bob"_s)->token)); // nobody else is concerned
    m_clock.advance(1h);
    QVERIFY(logOut(m_users->begin(ann)->token)); // the others are forgotten
}

void SessionsTest::anotherPasswordEndsTokens_data()
{
    QTest::addColumn<Account>("later");
    QTest::addColumn<bool>("isStill");
    QTest::newRow("the same") << account(ann, u"a"_s) << true;
    QTest::newRow("another role") << Account{{ann, {}, {}, {u"viewer"_s}}, u"a"_s, {}} << true;
    QTest::newRow("another password") << account(ann, u"c"_s) << false;
    QTest::newRow("a hash instead") << Account{{ann, {}, {}, {}}, {}, u"$argon2id$x"_s} << false;
    QTest::newRow("none") << account(ann, {}) << false;
    QTest::newRow("removed") << account(u"bob"_s, u"b"_s) << false;
}

void SessionsTest::anotherPasswordEndsTokens()
{
    QFETCH(Account, later);
    QFETCH(bool, isStill);
    const QByteArray login = m_users->begin(ann)->token;
    const QByteArray program = *m_users->issue(ann, 24h);
    m_users->setAccounts({later});
    QCOMPARE(isGood(login), isStill);
    QCOMPARE(isGood(program), isStill);
    QCOMPARE(m_users->renew(login).has_value(), isStill);
}

void SessionsTest::anotherKeyEndsTokens()
{
    const QByteArray token = m_users->begin(ann)->token;
    QVERIFY(!m_tokens.setSettings({key, {}, {}, 24h}));
    QVERIFY(m_tokens.setSettings({QByteArray(32, 'x'), {}, {}, 24h}));
    QVERIFY(!m_users->setAccounts({account(ann, u"a"_s), account(u"bob"_s, u"b"_s)}));
    QVERIFY(!isGood(token));
    QVERIFY(isGood(m_users->begin(ann)->token));
}

void SessionsTest::credentialsAreAskedAgain()
{
    const Credential password{ann, {}, m_users->generationOf(ann)};
    const Credential token{ann, m_users->begin(ann)->token, {}};
    QVERIFY(m_users->check(password) && !m_users->check(password)->expiresAt);
    QVERIFY(m_users->check(token) && m_users->check(token)->expiresAt);
    m_users->setAccounts({{{ann, {}, {}, {u"viewer"_s}}, u"a"_s, {}}});
    QVERIFY(m_users->check(password)->user.role() == Role::Viewer);
    QVERIFY(m_users->check(token)->user.role() == Role::Viewer);
    m_tokens.setSettings({QByteArray(32, 'x'), {}, {}, 24h}); // a password has nothing to do with it
    m_users->setAccounts({account(ann, u"a"_s)});
    QVERIFY(m_users->check(password) && !m_users->check(token));
    m_users->setAccounts({account(ann, u"c"_s)});
    QVERIFY(!m_users->check(password) && !m_users->check(token));
    m_users->setAccounts({});
    QVERIFY(!m_users->check(password) && !m_users->check({ann, {}, {}}));
}

QTEST_GUILESS_MAIN(SessionsTest)
#include "tst_sessions.moc"
