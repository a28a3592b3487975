// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/passwords.h"
#include "server/core/auth/place.h"
#include "server/core/auth/userauthenticator.h"
#include "tests/support/fakeclock.h"

#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000; // ms; a password hash is slow

const QString here = u"192.0.2.1"_s;
const QString there = u"192.0.2.2"_s;
const QString admin = u"admin"_s;
const QString alice = u"alice"_s;
const QString wrong = u"wrong"_s;
// Of "hashed", "admin" and "later", made with the least that libsodium takes (crypto_pwhash_str: 8 KiB, one pass): hundreds
// of real checks would be a minute.
const QString hashed =
    u"$argon2id$v=19$m=8,t=1,p=1$N3D+GCMYKTOuu5KW0r/BuQ$CSbyHGfwJg+1FiAbCGJGa4rbGKv4mVXK/C0anzCUF3g"_s;
const QString hashedAdmin =
    u"$argon2id$v=19$m=8,t=1,p=1$qRxbcB4Nq1wq6wKbXGMOzA$UUxivOWcf+0yLdU5HKObV7QfQNEnNRpoSTWQeCeYP7s"_s;
const QString hashedLater =
    u"$argon2id$v=19$m=8,t=1,p=1$cru5UVkyESIJ3KkICyUuhw$jDQkbK8IjFvvcoClrorsUzW1WHNPQkNoC8z+J9WNVks"_s;

constexpr uid_t stranger = 12'345; // another user of this machine

} // namespace

class UsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_users = std::make_unique<UserAuthenticator>(m_clock, m_tokens, m_accounts); }
    void checksPasswords_data();
    void checksPasswords();
    void answersLaterOnItsOwnThread();
    void unknownNamesCostAHashToo();
    void waitsAfterFiveFailures();
    void doublesTheWait_data();
    void doublesTheWait();
    void locksNobodyElseOut();
    void successForgetsFailures();
    void guessesAtOnceAreCountedToo();
    void equalChecksAtOnceAreOne();
    void failuresAreBounded();
    static void otherNamesForgetNoGuesses();
    void reloadReplacesUsers();
    void wellKnownPasswords_data();
    void wellKnownPasswords();
    void refusalsAreNoFailuresOfAGuesser();
    void usersOfThisMachineDoNotLockEachOtherOut();
    void userRangesAreRead();
    void guessesAreCountedWhereTheOriginSays();
    void places_data();
    void places();
    void checksUnderWayAreJudgedByTheNewPassword();
    void networksAreThrottledAsOne_data();
    void networksAreThrottledAsOne();
    void checksInAllAreBounded();
    void guessersLeaveRoomForOthers();

private:
    // The outcome of a login: "in", "out" (Unauthenticated), "wait" (Capacity), "known" (Forbidden).
    QString login(const QString &user, const QString &password, const QString &address = here,
                  std::optional<uid_t> peer = {});
    void fail(int times, const QString &user = admin)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(login(user, wrong), u"out"_s);
    }

    test::FakeClock m_clock;
    Tokens m_tokens{m_clock, {}};
    QList<Account> m_accounts;
    std::unique_ptr<UserAuthenticator> m_users;
};

QString nameOf(const Result<User> &answer)
{
    if (answer)
        return u"in"_s;
    if (answer.error().code == ErrorCode::Forbidden)
        return u"known"_s;
    return answer.error().code == ErrorCode::Capacity ? u"wait"_s : u"out"_s;
}

QString UsersTest::login(const QString &user, const QString &password, const QString &address,
                         std::optional<uid_t> peer)
{
    QString outcome;
    const LoginOrigin from{address, {true, peer}};
    m_users->checkPassword(user, password, from, [&](const Result<User> &answer) { outcome = nameOf(answer); });
    if (!QTest::qWaitFor([&] { return !outcome.isEmpty(); }, patience))
        return u"no answer"_s;
    return outcome;
}

void UsersTest::initTestCase()
{
    m_accounts = {{{admin, {}, {}, {admin}}, u"plain"_s, {}},
                  {{alice, {}, {}, {}}, {}, hashed},
                  {{u"both"_s, {}, {}, {}}, u"plain"_s, hashed},
                  {{u"robot"_s, {}, {}, {}}, {}, {}}};
}

void UsersTest::checksPasswords_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("outcome");
    const QString in = u"in"_s;
    const QString out = u"out"_s;
    QTest::newRow("plain") << admin << u"plain"_s << in;
    QTest::newRow("plain, wrong") << admin << u"plaim"_s << out;
    QTest::newRow("plain, longer") << admin << u"plain "_s << out;
    QTest::newRow("plain, empty") << admin << u""_s << out;
    QTest::newRow("hash") << alice << u"hashed"_s << in;
    QTest::newRow("hash, wrong") << alice << u"hashe"_s << out;
    QTest::newRow("hash, the decoy's password of a plain account") << admin << u"hashed"_s << out;
    QTest::newRow("both: the hash wins") << u"both"_s << u"hashed"_s << in;
    QTest::newRow("both: not the plain one") << u"both"_s << u"plain"_s << out;
    QTest::newRow("tokens only") << u"robot"_s << u""_s << out;
    QTest::newRow("unknown") << u"bob"_s << u"plain"_s << out;
    QTest::newRow("unknown with the decoy's password") << u"bob"_s << u"hashed"_s << out;
    QTest::newRow("nobody") << u""_s << u""_s << out;
    QTest::newRow("case matters") << u"Admin"_s << u"plain"_s << out;
}

void UsersTest::checksPasswords()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, outcome);
    QCOMPARE(login(user, password), outcome);
}

void UsersTest::answersLaterOnItsOwnThread()
{
    int answers = 0;
    m_users->checkPassword(admin, u"plain"_s, {here}, [&](const Result<User> &answer) {
        ++answers;
        QVERIFY(answer && answer->role() == Role::Admin);
        QCOMPARE(QThread::currentThread(), thread());
    });
    QCOMPARE(answers, 0);
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, patience);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 1);
}

// Compares by a factor, not by a time: a hash takes a thousand times as long as a comparison of texts.
void UsersTest::unknownNamesCostAHashToo()
{
    const Result<QString> real = hashPassword(u"hashed"_s);
    QVERIFY(real);
    m_users->setAccounts({{{admin, {}, {}, {admin}}, u"plain"_s, {}}, {{alice, {}, {}, {}}, {}, *real}});
    const auto timeOf = [this](const QString &user) {
        const auto begin = std::chrono::steady_clock::now();
        login(user, wrong);
        return std::chrono::steady_clock::now() - begin;
    };
    const auto known = std::min({timeOf(alice), timeOf(alice), timeOf(alice)}); // a busy machine only adds time
    QVERIFY(timeOf(u"bob"_s) > known / 10);
    QVERIFY(timeOf(admin) > known / 10);
}

void UsersTest::waitsAfterFiveFailures()
{
    fail(5);
    QCOMPARE(login(admin, u"plain"_s), u"wait"_s);
    m_clock.advance(999ms);
    QCOMPARE(login(admin, u"plain"_s), u"wait"_s);
    m_clock.jump(1h); // a jump of the wall clock does not shorten the wait
    QCOMPARE(login(admin, u"plain"_s), u"wait"_s);
    m_clock.advance(1ms);
    QCOMPARE(login(admin, u"plain"_s), u"in"_s);
}

void UsersTest::doublesTheWait_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("seconds");
    QTest::newRow("4") << 4 << 0;
    QTest::newRow("5") << 5 << 1;
    QTest::newRow("6") << 6 << 2;
    QTest::newRow("7") << 7 << 4;
    QTest::newRow("14") << 14 << 512;
    QTest::newRow("15") << 15 << 900;
    QTest::newRow("1000") << 1000 << 900;
}

void UsersTest::doublesTheWait()
{
    QFETCH(int, failures);
    QFETCH(int, seconds);
    LoginThrottle throttle;
    LoginThrottle::Moment now{};
    for (int i = 0; i < failures; ++i) {
        now += throttle.waitOf(here, admin, now);
        throttle.failed(here, admin, now);
    }
    QCOMPARE(throttle.waitOf(here, admin, now).count(), qint64(seconds) * 1000);
    throttle.failed(here, admin, now + std::chrono::seconds(seconds) + 15min); // long after: counted anew
    QCOMPARE(throttle.waitOf(here, admin, now + std::chrono::seconds(seconds) + 15min).count(), qint64(0));
}

void UsersTest::locksNobodyElseOut()
{
    fail(5);
    QCOMPARE(login(admin, u"plain"_s, there), u"in"_s);
    QCOMPARE(login(alice, u"hashed"_s, here), u"in"_s);
    QCOMPARE(login(admin, u"plain"_s, here), u"wait"_s);
    // Unknown accounts wait like known ones.
    fail(5, u"bob"_s);
    QCOMPARE(login(u"bob"_s, wrong), u"wait"_s);
}

void UsersTest::successForgetsFailures()
{
    fail(4);
    QCOMPARE(login(admin, u"plain"_s), u"in"_s);
    fail(4);
    QCOMPARE(login(admin, u"plain"_s), u"in"_s);
}

void UsersTest::guessesAtOnceAreCountedToo()
{
    QStringList outcomes;
    for (int i = 0; i < 20; ++i) {
        m_users->checkPassword(admin, QString::number(i), {here},
                               [&](const Result<User> &answer) { outcomes.append(nameOf(answer)); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 20, patience);
    QCOMPARE(outcomes.count(u"out"_s), 5);
    QCOMPARE(outcomes.count(u"wait"_s), 15);
}

void UsersTest::equalChecksAtOnceAreOne()
{
    QStringList outcomes;
    for (int i = 0; i < 50; ++i) {
        m_users->checkPassword(alice, u"hashed"_s, {here},
                               [&](const Result<User> &answer) { outcomes.append(nameOf(answer)); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.count(u"in"_s), 50, patience);
}

void UsersTest::failuresAreBounded()
{
    LoginThrottle throttle;
    LoginThrottle::Moment now{};
    for (int i = 0; i < 5; ++i)
        throttle.failed(here, admin, now);
    for (int i = 0; i < 2 * LoginThrottle::capacity; ++i)
        throttle.failed(there % QString::number(i), alice, now);
    QCOMPARE(throttle.size(), LoginThrottle::capacity);
    QVERIFY(throttle.waitOf(here, admin, now) > 0ms); // not pushed out by names with one failure
    now += 20min;
    throttle.failed(there, admin, now);
    QCOMPARE(throttle.size(), qsizetype(1)); // pairs whose wait is long over are forgotten
}

// Whoever guesses names that nobody has does not have guesses forgotten by that, and has to wait with new names, too.
void UsersTest::otherNamesForgetNoGuesses()
{
    LoginThrottle throttle;
    LoginThrottle::Moment now{};
    for (int round = 0; round < LoginThrottle::freeFailures; ++round) {
        throttle.failed(there, admin, now);
        for (int i = 0; i < LoginThrottle::capacity; ++i)
            throttle.failed(there, QString::number(i), now);
    }
    QVERIFY(throttle.waitOf(there, admin, now) > 0ms);
    QVERIFY(throttle.waitOf(there, u"a name not tried yet"_s, now) > 0ms);
    QCOMPARE(throttle.waitOf(here, alice, now), 0ms);
    QCOMPARE(throttle.size(), qsizetype(LoginThrottle::pairsOfPlace + 1));
    throttle.succeeded(there, admin);
    QCOMPARE(throttle.waitOf(there, admin, now), throttle.waitOf(there, u"a name not tried yet"_s, now));
    now += 2 * LoginThrottle::longestWait;
    throttle.failed(there, alice, now);
    QCOMPARE(throttle.waitOf(there, alice, now), 0ms);
    QCOMPARE(throttle.size(), qsizetype(1));
}

void UsersTest::reloadReplacesUsers()
{
    bool isAnswered = false;
    m_users->checkPassword(admin, u"plain"_s, {here}, [&](const Result<User> &answer) {
        isAnswered = true;
        QVERIFY(!answer); // the account was removed while the check was under way
    });
    m_users->setAccounts({});
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, patience);
    QCOMPARE(login(admin, u"plain"_s), u"out"_s);
}

// A password that everybody tries first counts for the server's own user alone, however it is kept; and whether it is the
// right one is not told to others.
void UsersTest::wellKnownPasswords_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("own");    // of a process of the server's own user
    QTest::addColumn<QString>("others"); // of others on this machine, and of other machines
    const QString known = u"known"_s;
    const QString out = u"out"_s;
    const QString in = u"in"_s;
    QTest::newRow("plain") << u"open"_s << u"changeme"_s << in << known;
    QTest::newRow("in capitals") << u"Shout"_s << u"PASSWORD"_s << in << known;
    QTest::newRow("hashed") << u"hashed"_s << u"admin"_s << in << known;
    QTest::newRow("the own name") << u"mira"_s << u"mira"_s << in << known;
    QTest::newRow("wrong") << u"open"_s << u"secret"_s << out << known;
    QTest::newRow("of nobody") << u"bob"_s << u"admin"_s << out << known;
    QTest::newRow("not well-known") << u"good"_s << u"mira's 4 goats"_s << in << in;
    QTest::newRow("the name of another user") << u"open"_s << u"mira"_s << out << out;
}

void UsersTest::wellKnownPasswords()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, own);
    QFETCH(QString, others);
    m_users->setAccounts({{{u"open"_s, {}, {}, {}}, u"changeme"_s, {}},
                          {{u"Shout"_s, {}, {}, {}}, u"PASSWORD"_s, {}},
                          {{u"hashed"_s, {}, {}, {}}, {}, hashedAdmin},
                          {{u"mira"_s, {}, {}, {}}, u"mira"_s, {}},
                          {{u"good"_s, {}, {}, {}}, u"mira's 4 goats"_s, {}}});
    const auto from = [&](const LoginOrigin &origin) {
        QString outcome;
        m_users->checkPassword(user, password, origin, [&](const Result<User> &answer) { outcome = nameOf(answer); });
        return QTest::qWaitFor([&] { return !outcome.isEmpty(); }, patience) ? outcome : u"no answer"_s;
    };
    QCOMPARE(from({here, {true, ::geteuid()}}), own);
    QCOMPARE(from({here, {true, 0}}), own);
    QCOMPARE(from({here, {true, stranger}}), others);
    QCOMPARE(from({here, {true, {}}}), others);
    QCOMPARE(from({there, {}}), others);
    m_users->acceptWellKnown();
    QCOMPARE(from({there, {}}), own);
}

void UsersTest::refusalsAreNoFailuresOfAGuesser()
{
    for (int i = 0; i < 3 * LoginThrottle::freeFailures; ++i)
        QCOMPARE(login(admin, u"admin"_s, u"127.0.0.1"_s, stranger), u"known"_s);
    QCOMPARE(login(admin, u"plain"_s, u"127.0.0.1"_s, stranger), u"in"_s);
}

void UsersTest::usersOfThisMachineDoNotLockEachOtherOut()
{
    const QString loopback = u"127.0.0.1"_s;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(login(admin, wrong, loopback, stranger), u"out"_s);
    QCOMPARE(login(admin, u"plain"_s, loopback, stranger), u"wait"_s);
    QCOMPARE(login(admin, u"plain"_s, u"::1"_s, stranger), u"wait"_s);
    QCOMPARE(login(admin, u"plain"_s, loopback, stranger + 1), u"in"_s);
    QCOMPARE(login(admin, u"plain"_s, loopback, ::geteuid()), u"in"_s);
    // Whom the kernel does not name is one place of its own, which somebody who closes the socket at once is in.
    QCOMPARE(login(admin, u"plain"_s, loopback), u"in"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(login(admin, wrong, loopback), u"out"_s);
    QCOMPARE(login(admin, u"plain"_s, loopback), u"wait"_s);
    QCOMPARE(login(admin, u"plain"_s, loopback, stranger + 1), u"in"_s);
}

void UsersTest::places_data()
{
    using Uid = std::optional<uid_t>;
    QTest::addColumn<QString>("one");
    QTest::addColumn<Uid>("ofOne");
    QTest::addColumn<QString>("other");
    QTest::addColumn<Uid>("ofOther");
    QTest::addColumn<bool>("isSame");
    const QString loopback = u"127.0.0.1"_s;
    const Uid own = ::geteuid();
    QTest::newRow("IPv4") << u"192.0.2.1"_s << Uid() << u"192.0.2.2"_s << Uid() << false;
    QTest::newRow("mapped") << u"192.0.2.1"_s << Uid() << u"::ffff:192.0.2.1"_s << Uid() << true;
    QTest::newRow("a /64") << u"2001:db8:1:2::1"_s << Uid() << u"2001:db8:1:2:ffff::1"_s << Uid() << true;
    QTest::newRow("two /64") << u"2001:db8:1:2::1"_s << Uid() << u"2001:db8:1:3::1"_s << Uid() << false;
    QTest::newRow("not named") << loopback << Uid() << u"::1"_s << Uid() << true;
    QTest::newRow("a user from two addresses") << loopback << Uid(stranger) << u"127.9.8.7"_s << Uid(stranger) << true;
    QTest::newRow("two users") << loopback << Uid(stranger) << loopback << Uid(stranger + 1) << false;
    QTest::newRow("named and not") << loopback << Uid(stranger) << loopback << Uid() << false;
    QTest::newRow("a range") << loopback << Uid(100'000) << loopback << Uid(165'535) << true;
    QTest::newRow("two ranges") << loopback << Uid(165'535) << loopback << Uid(165'536) << false;
    QTest::newRow("two ranges of one") << loopback << Uid(100'000) << loopback << Uid(300'000) << true;
    QTest::newRow("of no range") << loopback << Uid(200'000'000) << loopback << Uid(200'000'001) << false;
    QTest::newRow("own from two addresses") << loopback << own << u"127.0.0.2"_s << own << false;
    QTest::newRow("own and root") << loopback << own << loopback << Uid(0) << (own == Uid(0));
    QTest::newRow("own, mapped") << loopback << own << u"::ffff:127.0.0.1"_s << own << true;
    QTest::newRow("own and another") << loopback << own << loopback << Uid(stranger) << false;
}

void UsersTest::places()
{
    QFETCH(QString, one);
    QFETCH(std::optional<uid_t>, ofOne);
    QFETCH(QString, other);
    QFETCH(std::optional<uid_t>, ofOther);
    QFETCH(bool, isSame);
    const QList<UserRange> ranges = parseUserRanges("mira:100000:65536\n1001:165536:65536\nmira:300000:10\n");
    const QString first = placeOf(one, {true, ofOne}, ranges);
    const QString second = placeOf(other, {true, ofOther}, ranges);
    QCOMPARE(first == second, isSame);
}

// One person may have thousands of user ids, which are no five guesses each.
void UsersTest::userRangesAreRead()
{
    const QList<UserRange> ranges =
        parseUserRanges("# ours\n\nmira:100000:65536\n a:b:c\n:1:2\n1001 : 165536\nben:1:2:3");
    QCOMPARE(ranges.size(), 1);
    QCOMPARE(ranges.constFirst().owner, u"mira"_s);
    QCOMPARE(ranges.constFirst().first, 100'000);
    QCOMPARE(ranges.constFirst().count, 65'536);
    QVERIFY(parseUserRanges({}).isEmpty());
}

// What a proxy that is not believed brings is counted where its own place is.
void UsersTest::guessesAreCountedWhereTheOriginSays()
{
    const auto guess = [this](const QString &place) {
        QString outcome;
        m_users->checkPassword(admin, wrong, {u"127.0.0.1"_s, {}, place},
                               [&](const Result<User> &answer) { outcome = nameOf(answer); });
        return QTest::qWaitFor([&] { return !outcome.isEmpty(); }, patience) ? outcome : u"no answer"_s;
    };
    for (int i = 0; i < LoginThrottle::freeFailures; ++i)
        QCOMPARE(guess(u"uid 3000"_s), u"out"_s);
    QCOMPARE(guess(u"uid 3000"_s), u"wait"_s);
    QCOMPARE(login(admin, u"plain"_s, u"127.0.0.1"_s), u"in"_s);
}

// The answer comes after the reload, so that the password which is changed by it must not let anybody in, nor count as a
// failure.
void UsersTest::checksUnderWayAreJudgedByTheNewPassword()
{
    QStringList outcomes;
    const auto note = [&](const Result<User> &answer) { outcomes.append(nameOf(answer)); };
    m_users->checkPassword(admin, u"plain"_s, {here}, note);
    m_users->checkPassword(alice, u"later"_s, {here}, note);
    m_users->setAccounts({{{admin, {}, {}, {admin}}, u"other"_s, {}}, {{alice, {}, {}, {}}, {}, hashedLater}});
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 2, patience);
    QCOMPARE(outcomes.count(u"in"_s), 1);
    QCOMPARE(outcomes.count(u"out"_s), 1);
    QCOMPARE(login(admin, u"other"_s), u"in"_s);
    QCOMPARE(login(admin, u"plain"_s), u"out"_s);
}

void UsersTest::networksAreThrottledAsOne_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("IPv4") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
    QTest::newRow("a /64") << u"2001:db8:0:7::1"_s << u"2001:db8:0:7:ffff:ffff:ffff:ffff"_s << true;
    QTest::newRow("two /64") << u"2001:db8:0:7::1"_s << u"2001:db8:0:8::1"_s << false;
    QTest::newRow("a mapped IPv4") << u"::ffff:192.0.2.1"_s << u"::ffff:192.0.2.2"_s << false;
    QTest::newRow("127/8") << u"127.0.0.1"_s << u"127.9.8.7"_s << true;
    QTest::newRow("both loopbacks") << u"127.0.0.1"_s << u"::1"_s << true;
    QTest::newRow("a link's address") << u"fe80::1%eth0"_s << u"fe80::2%eth0"_s << true;
}

void UsersTest::networksAreThrottledAsOne()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, isSame);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(login(admin, wrong, one), u"out"_s);
    QCOMPARE(login(admin, u"plain"_s, other), isSame ? u"wait"_s : u"in"_s);
}

void UsersTest::checksInAllAreBounded()
{
    QStringList outcomes;
    for (int i = 0; i < 100; ++i) {
        m_users->checkPassword(alice, wrong, {u"192.0.2.%1"_s.arg(i)},
                               [&](const Result<User> &answer) { outcomes.append(nameOf(answer)); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 100, patience);
    QCOMPARE(outcomes.count(u"out"_s), UserAuthenticator::checksInAll);
    QCOMPARE(outcomes.count(u"wait"_s), 100 - UserAuthenticator::checksInAll);
}

// Five users of this machine that guess as much as they may leave room for everybody else.
void UsersTest::guessersLeaveRoomForOthers()
{
    const QString loopback = u"127.0.0.1"_s;
    QStringList outcomes;
    for (uid_t user = stranger; user < stranger + 5; ++user) {
        for (int i = 0; i < UserAuthenticator::checksPerPlace; ++i)
            m_users->checkPassword(QString::number(i), wrong, {loopback, {true, user}},
                                   [&](const Result<User> &answer) { outcomes.append(nameOf(answer)); });
    }
    QCOMPARE(login(admin, u"plain"_s, loopback, stranger + 6), u"in"_s);
    QCOMPARE(login(alice, u"hashed"_s, there), u"in"_s);
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 5 * UserAuthenticator::checksPerPlace, patience);
    // One that has as many as another has none of the other's.
    QVERIFY(outcomes.count(u"out"_s) >= UserAuthenticator::checksInAll - 2);
}

QTEST_GUILESS_MAIN(UsersTest)
#include "tst_users.moc"
