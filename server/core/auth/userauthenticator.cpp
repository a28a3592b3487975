// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/userauthenticator.h"

#include "server/core/auth/passwords.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "signalbox.auth")

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

} // namespace

UserAuthenticator::UserAuthenticator(Clock &clock, const Tokens &tokens, const QList<Account> &accounts,
                                     QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tokens(tokens)
{
    m_pool.setMaxThreadCount(2); // each check takes 64 MiB for its tens of milliseconds
    setAccounts(accounts);
}

UserAuthenticator::~UserAuthenticator()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void UserAuthenticator::setAccounts(const QList<Account> &accounts)
{
    m_accounts.clear();
    m_decoyHash.clear();
    for (const Account &account : accounts) {
        m_accounts.insert(account.user.name, account);
        if (m_decoyHash.isEmpty())
            m_decoyHash = account.passwordHash;
    }
}

// Forbidden, whichever the user's password is, so that the answer tells nothing about it. Capacity: this login must wait.
// Unauthenticated: nothing speaks against checking the password.
Error UserAuthenticator::refusalBefore(const QString &name, const QString &password, const LoginOrigin &from) const
{
    if (!m_acceptsWellKnown && isWellKnownPassword(password, name) && !(from.isOwn && from.isOwn())) {
        qCInfo(lcAuth, "refused a well-known password from %s", qUtf8Printable(from.address));
        return {ErrorCode::Forbidden,
                u"well-known passwords count only for the server's own user on this machine (set another password)"_s};
    }
    const QString &address = from.address;
    const Milliseconds wait = m_throttle.waitOf(address, name, m_clock.steady());
    if (wait > Milliseconds(0))
        return {ErrorCode::Capacity, u"too many failed logins; try again in %1 s"_s.arg(
                                         std::chrono::ceil<std::chrono::seconds>(wait).count())};
    int ofAddress = 0;
    int ofPair = 0;
    for (const Check &check : m_checks) {
        ofAddress += check.address == address;
        ofPair += check.address == address && check.name == name;
    }
    if (ofAddress >= checksPerAddress || ofPair >= LoginThrottle::freeFailures)
        return {ErrorCode::Capacity, u"too many logins at once; try again in 1 s"_s};
    return {ErrorCode::Unauthenticated, u"invalid user name or password"_s};
}

void UserAuthenticator::checkPassword(const QString &user, const QString &password, const LoginOrigin &from, Done done)
{
    const Error refusal = refusalBefore(user, password, from);
    if (refusal.code == ErrorCode::Forbidden)
        return refuse(refusal, std::move(done));
    const QString &address = from.address;
    for (Check &check : m_checks) {
        if (check.name == user && check.address == address
            && equalsConstantTime(check.password.toUtf8(), password.toUtf8())) {
            check.waiting.push_back(std::move(done));
            return;
        }
    }
    if (refusal.code == ErrorCode::Capacity)
        return refuse(refusal, std::move(done));
    Check check{user, password, address, {}};
    check.waiting.push_back(std::move(done));
    m_checks.push_back(std::move(check));
    start(m_checks.back());
}

void UserAuthenticator::refuse(const Error &refusal, Done done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), refusal] { done(Unexpected{refusal}); }, Qt::QueuedConnection);
}

void UserAuthenticator::start(const Check &check)
{
    m_pool.start([this, account = m_accounts.value(check.name), name = check.name, password = check.password,
                  address = check.address, decoy = m_decoyHash] {
        const bool right = isRight(account, password, decoy);
        QMetaObject::invokeMethod(
            this, [this, name, password, address, right] { finish(name, password, address, right); },
            Qt::QueuedConnection);
    });
}

void UserAuthenticator::finish(const QString &name, const QString &password, const QString &address, bool right)
{
    const auto check = std::find_if(m_checks.begin(), m_checks.end(), [&](const Check &candidate) {
        return candidate.name == name && candidate.password == password && candidate.address == address;
    });
    const std::vector<Done> waiting = std::move(check->waiting);
    m_checks.erase(check);

    const auto account = m_accounts.constFind(name); // a reload may have removed it meanwhile
    const bool isIn = right && account != m_accounts.cend();
    if (isIn) {
        m_throttle.succeeded(address, name);
    } else {
        m_throttle.failed(address, name, m_clock.steady());
        qCInfo(lcAuth, "refused a login from %s",
               qUtf8Printable(address)); // without the name: a password may have been typed there
    }
    const Result<User> answer =
        isIn ? Result<User>(account->user) : unexpected(ErrorCode::Unauthenticated, u"invalid user name or password"_s);
    for (const Done &done : waiting)
        done(answer);
}

Result<TokenInfo> UserAuthenticator::checkToken(const QByteArray &token) const
{
    const Result<TokenClaims> claims = m_tokens.verify(token);
    if (!claims)
        return Unexpected{claims.error()};
    const auto account = m_accounts.constFind(claims->subject);
    if (account == m_accounts.cend())
        return unexpected(ErrorCode::Unauthenticated, u"token names nobody who is configured"_s);
    return TokenInfo{account->user, claims->expiresAt};
}

} // namespace signalbox::core
