// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/userauthenticator.h"

#include "server/core/auth/passwords.h"
#include "server/core/auth/place.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Runs in the pool. Where one account has a hash, every check computes one (for accounts that are unknown or
// have none, the decoy, whose outcome is ignored), so that the time of an answer does not tell which accounts
// exist.
bool isRight(const Account &account, const QString &password, const QString &decoyHash)
{
    const bool hasHash = !account.passwordHash.isEmpty();
    const bool hashRight =
        !decoyHash.isEmpty() && verifyPassword(hasHash ? account.passwordHash : decoyHash, password) && hasHash;
    const bool plainRight =
        equalsConstantTime(account.password.toUtf8(), password.toUtf8()) && !account.password.isEmpty() && !hasHash;
    return hashRight || plainRight;
}

QString newSessionId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Error tooManyAtOnce()
{
    return {ErrorCode::Capacity, u"too many logins at once; try again in 1 s"_s};
}

Error wrongPassword()
{
    return {ErrorCode::Unauthenticated, u"invalid user name or password"_s};
}

} // namespace

UserAuthenticator::UserAuthenticator(Clock &clock, const Tokens &tokens, const QList<Account> &accounts,
                                     QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tokens(tokens)
    , m_salt(QUuid::createUuid().toRfc4122())
{
    m_pool.setMaxThreadCount(checksAtOnce);
    setAccounts(accounts);
}

UserAuthenticator::~UserAuthenticator()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool UserAuthenticator::setAccounts(const QList<Account> &accounts)
{
    const QHash<QString, Account> before = std::exchange(m_accounts, {});
    m_generations.clear();
    m_decoyHash.clear();
    for (const Account &account : accounts) {
        m_accounts.insert(account.user.name, account);
        m_generations.insert(account.user.name, m_tokens.generation(account.user.name, account.secret()));
        if (m_decoyHash.isEmpty())
            m_decoyHash = account.passwordHash;
    }
    return m_accounts != before;
}

// ---- passwords

// Forbidden, whichever the user's password is, so that the answer tells nothing about it. Capacity: this login must wait.
// Unauthenticated: nothing speaks against checking the password.
Error UserAuthenticator::refusalBefore(const QString &name, const QString &password, const LoginOrigin &from,
                                       const QString &place)
{
    if (!m_acceptsWellKnown && isWellKnownPassword(password, name) && !isOwn(from.user)) {
        m_refusals.tell("refused a well-known password from", from.address, place, m_clock.steady());
        return {ErrorCode::Forbidden,
                u"well-known passwords count only for the server's own user on this machine (set another password)"_s};
    }
    const Milliseconds wait = m_throttle.waitOf(place, name, m_clock.steady());
    if (wait > Milliseconds(0))
        return {ErrorCode::Capacity, u"too many failed logins; try again in %1 s"_s.arg(
                                         std::chrono::ceil<std::chrono::seconds>(wait).count())};
    return wrongPassword();
}

// For one more check of that place. Where all room is taken, the place with most checks gives one of those that wait, so that
// no place keeps others out. False: there is none.
bool UserAuthenticator::makeRoom(const QString &place, const QString &name)
{
    QHash<QString, int> ofPlace;
    int ofPair = 0;
    for (const Check &check : m_checks) {
        ++ofPlace[check.place];
        ofPair += check.place == place && check.name == name;
    }
    const int own = ofPlace.value(place);
    if (own >= checksPerPlace || ofPair >= LoginThrottle::freeFailures)
        return false;
    if (m_checks.size() < checksInAll)
        return true;
    auto given = m_checks.end();
    int most = own + 1; // a place that has one more has as many, once it has given one
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check) {
        if (const int count = ofPlace.value(check->place);
            !check->isUnderWay && (count > most || (given != m_checks.end() && check->place == given->place))) {
            given = check; // the newest of that place
            most = count;
        }
    }
    if (given == m_checks.end())
        return false;
    const Check last = std::move(*given);
    m_checks.erase(given);
    tellHeld(last.from, last.place);
    for (const Authenticator::Done &done : last.waiting)
        refuse(tooManyAtOnce(), done);
    return true;
}

void UserAuthenticator::tellHeld(const QString &address, const QString &place)
{
    m_refusals.tell("refused a login that came too soon from", address, place, m_clock.steady());
    Q_EMIT loginRefused(address, true);
}

void UserAuthenticator::checkPassword(const QString &user, const QString &password, const LoginOrigin &from,
                                      Authenticator::Done done)
{
    const QString place = from.place.isEmpty() ? placeOf(from.address, from.user) : from.place;
    Error refusal = refusalBefore(user, password, from, place);
    if (refusal.code == ErrorCode::Forbidden) {
        Q_EMIT loginRefused(from.address, false);
        return refuse(refusal, std::move(done));
    }
    for (Check &check : m_checks) {
        if (check.name == user && check.place == place
            && equalsConstantTime(check.password.toUtf8(), password.toUtf8())) {
            check.waiting.push_back(std::move(done));
            return;
        }
    }
    if (refusal.code != ErrorCode::Capacity && !makeRoom(place, user))
        refusal = tooManyAtOnce();
    if (refusal.code == ErrorCode::Capacity) {
        tellHeld(from.address, place);
        return refuse(refusal, std::move(done));
    }
    Check check{user, password, place, from.address, false, {}, {}};
    check.waiting.push_back(std::move(done));
    m_checks.push_back(std::move(check));
    startNext();
}

void UserAuthenticator::startNext()
{
    if (std::ranges::count_if(m_checks, &Check::isUnderWay) >= checksAtOnce)
        return;
    const auto next = std::ranges::find_if_not(m_checks, &Check::isUnderWay);
    if (next != m_checks.end())
        start(*next);
}

void UserAuthenticator::refuse(const Error &refusal, Authenticator::Done done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), refusal] { done(Unexpected{refusal}); }, Qt::QueuedConnection);
}

void UserAuthenticator::start(Check &check)
{
    check.isUnderWay = true;
    check.account = m_accounts.value(check.name);
    m_pool.start([this, account = check.account, name = check.name, password = check.password, place = check.place,
                  decoy = m_decoyHash] {
        const bool right = isRight(account, password, decoy);
        QMetaObject::invokeMethod(
            this, [this, name, password, place, right] { finish(name, password, place, right); }, Qt::QueuedConnection);
    });
}

void UserAuthenticator::finish(const QString &name, const QString &password, const QString &place, bool right)
{
    const auto check = std::find_if(m_checks.begin(), m_checks.end(), [&](const Check &candidate) {
        return candidate.name == name && candidate.password == password && candidate.place == place;
    });
    const auto account = m_accounts.constFind(name); // a reload may have changed or removed it meanwhile
    if (account != m_accounts.cend() && account->secret() != check->account.secret())
        return start(*check);
    const std::vector<Authenticator::Done> waiting = std::move(check->waiting);
    const QString from = check->from;
    m_checks.erase(check);
    startNext();

    const bool isIn = right && account != m_accounts.cend();
    if (isIn) {
        m_throttle.succeeded(place, name);
    } else {
        m_throttle.failed(place, name, m_clock.steady());
        // Without the name: a password may have been typed there.
        m_refusals.tell("refused a login from", from, place, m_clock.steady());
        Q_EMIT loginRefused(from, false);
    }
    const Result<User> answer = isIn ? Result<User>(account->user) : Result<User>(Unexpected{wrongPassword()});
    for (const Authenticator::Done &done : waiting)
        done(answer);
}

QByteArray UserAuthenticator::generationOf(const QString &user) const
{
    const auto account = m_accounts.constFind(user);
    if (account == m_accounts.cend())
        return {};
    return QMessageAuthenticationCode::hash(account->secret().toUtf8(), m_salt, QCryptographicHash::Sha256);
}

Result<TokenInfo> UserAuthenticator::check(const Credential &credential) const
{
    if (!credential.token.isEmpty())
        return checkToken(credential.token);
    const auto account = m_accounts.constFind(credential.user);
    if (account == m_accounts.cend())
        return unexpected(ErrorCode::Unauthenticated, u"the user is no longer configured"_s);
    if (generationOf(credential.user) != credential.generation)
        return unexpected(ErrorCode::Unauthenticated, u"the password is another one since"_s);
    return TokenInfo{account->user, std::nullopt};
}

// ---- tokens

Result<TokenClaims> UserAuthenticator::claimsOf(const QByteArray &token) const
{
    Result<TokenClaims> claims = m_tokens.verify(token);
    if (!claims)
        return claims;
    if (!m_accounts.contains(claims->subject))
        return unexpected(ErrorCode::Unauthenticated, u"token names nobody who is configured"_s);
    if (!claims->session)
        return claims;
    if (claims->session->generation != m_generations.value(claims->subject))
        return unexpected(ErrorCode::Unauthenticated, u"token is older than the user's password"_s);
    if (m_ended.contains(claims->session->id))
        return unexpected(ErrorCode::Unauthenticated, u"token is of a session that was logged out"_s);
    return claims;
}

Result<TokenInfo> UserAuthenticator::checkToken(const QByteArray &token) const
{
    const Result<TokenClaims> claims = claimsOf(token);
    if (!claims)
        return Unexpected{claims.error()};
    return TokenInfo{m_accounts.value(claims->subject).user, claims->expiresAt};
}

Result<QByteArray> UserAuthenticator::issue(const QString &user, Milliseconds lifetime) const
{
    if (!m_accounts.contains(user))
        return unexpected(ErrorCode::NotFound,
                          u"there is no user '%1': a token names a [[user]] of the configuration file"_s.arg(user));
    if (lifetime < std::chrono::seconds(1))
        return unexpected(ErrorCode::InvalidArgument, u"a token must be good for at least one second"_s);
    const Timestamp now = m_clock.now();
    return m_tokens.issue(user, lifetime,
                          SessionClaims{newSessionId(), now, m_generations.value(user), now + lifetime});
}

// ---- sessions

Result<SessionToken> UserAuthenticator::sessionToken(const QString &user, Milliseconds lifetime,
                                                     const SessionClaims &session) const
{
    const Result<QByteArray> token = m_tokens.issue(user, lifetime, session);
    if (!token)
        return Unexpected{token.error()};
    return SessionToken{m_accounts.value(user).user, *token, lifetime};
}

Result<SessionToken> UserAuthenticator::begin(const QString &user)
{
    if (!m_accounts.contains(user))
        return Unexpected{wrongPassword()};
    const Milliseconds lifetime = std::min(sessionTokenLifetime, m_tokens.settings().refreshAge);
    return sessionToken(user, lifetime, {newSessionId(), m_clock.now(), m_generations.value(user), std::nullopt});
}

Result<SessionToken> UserAuthenticator::renew(const QByteArray &token)
{
    const Result<TokenClaims> claims = claimsOf(token);
    if (!claims)
        return Unexpected{claims.error()};
    if (!claims->session)
        return unexpected(ErrorCode::Unauthenticated, u"token is of another issuer, who alone can renew it"_s);
    Timestamp end = claims->session->loggedInAt + m_tokens.settings().refreshAge;
    end = std::min(end, claims->session->end.value_or(end));
    const Milliseconds lifetime = std::min(sessionTokenLifetime, end - m_clock.now());
    if (lifetime < std::chrono::seconds(1))
        return unexpected(ErrorCode::Unauthenticated, u"token is of a login too long ago to be renewed"_s);
    return sessionToken(claims->subject, lifetime, *claims->session);
}

void UserAuthenticator::keepEndedSessions(const QList<EndedSession> &before, Keep keep)
{
    for (const EndedSession &session : before)
        m_ended.insert(session.id, session);
    m_keep = std::move(keep);
}

void UserAuthenticator::end(const QByteArray &token, Sessions::Done done)
{
    const Result<TokenClaims> claims = claimsOf(token);
    if (!claims || !claims->session)
        return done(claims ? Result<void>() : Unexpected{claims.error()});
    const Timestamp now = m_clock.now();
    m_ended.removeIf([now](const auto &ended) { return ended.value().until <= now; });
    const auto ofUser = std::count_if(m_ended.cbegin(), m_ended.cend(),
                                      [&claims](const EndedSession &ended) { return ended.user == claims->subject; });
    if (ofUser >= endedPerUser)
        return done(unexpected(ErrorCode::Capacity, u"too many logouts of one user within an hour; try again later"_s));
    // The last token of a login's session was made a moment ago at the latest; of another one, session_end bounds all.
    const Timestamp last = claims->session->end.value_or(now + sessionTokenLifetime) + Tokens::leeway;
    const EndedSession ended{claims->session->id, claims->subject, std::max(last, claims->expiresAt)};
    m_ended.insert(ended.id, ended);
    Q_EMIT sessionEnded(ended.user);
    m_keep ? m_keep(ended, std::move(done)) : done({});
}

} // namespace signalbox::core
