// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/auth/loginthrottle.h"
#include "server/core/auth/refusallog.h"
#include "server/core/auth/sessions.h"
#include "server/core/auth/tokens.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <vector>

namespace signalbox::core {

// One [[user]] of the configuration. A user with neither secret can log in with tokens only.
struct Account
{
    User user;
    QString password;     // plain
    QString passwordHash; // "$argon2id$…"; wins over password

    QString secret() const { return passwordHash.isEmpty() ? password : passwordHash; }

    friend bool operator==(const Account &, const Account &) = default;
};

// Checks passwords and tokens against the configured users, and makes tokens for them. Server thread; owned by Server,
// together with the Tokens and the Clock, which outlive it. Answers that are under way when it is destroyed are dropped.
class UserAuthenticator final : public QObject, public Authenticator, public Sessions
{
    Q_OBJECT

public:
    static constexpr int checksPerPlace = 16; // different guesses that may be under way at once
    static constexpr int checksInAll = 64;
    static constexpr int checksAtOnce = 2; // the others wait; each takes 64 MiB for its tens of milliseconds
    static constexpr Milliseconds sessionTokenLifetime = std::chrono::hours(1);
    static constexpr int endedPerUser = 10'000; // sessions that are remembered as ended

    UserAuthenticator(Clock &clock, const Tokens &tokens, const QList<Account> &accounts, QObject *parent = nullptr);
    ~UserAuthenticator() override;

    // Whether they are others than before, after a reload; to be called after Tokens::setSettings(). Failures counted so
    // far stay, and a password whose check is under way is checked against the new one.
    bool setAccounts(const QList<Account> &accounts);

    // --insecure: well-known passwords count wherever they come from.
    void acceptWellKnown() { m_acceptsWellKnown = true; }

    // keep makes an ended session outlive the server; without one none does. Sessions ended before are restored.
    using Keep = std::function<void(const EndedSession &, Sessions::Done)>;
    void keepEndedSessions(const QList<EndedSession> &before, Keep keep);

    // A token with which the user's programs may connect. Errors: NotFound (no such user), InvalidArgument (less than a
    // second), Internal.
    Result<QByteArray> issue(const QString &user, Milliseconds lifetime) const;

    void checkPassword(const QString &user, const QString &password, const LoginOrigin &from,
                       Authenticator::Done done) override;
    Result<TokenInfo> checkToken(const QByteArray &token) const override;
    QByteArray generationOf(const QString &user) const override;
    Result<TokenInfo> check(const Credential &credential) const override;

    Result<SessionToken> begin(const QString &user) override;
    Result<SessionToken> renew(const QByteArray &token) override;
    void end(const QByteArray &token, Sessions::Done done) override;

Q_SIGNALS:
    void sessionEnded(const QString &user); // its tokens are refused from now on
    // Without the name that was typed: it may be a password. isHeld: it was not even looked at, because too many failed.
    void loginRefused(const QString &address, bool isHeld);

private:
    // Equal checks under way at once are one check: ten clients of one program that reconnect together cost
    // one hash, and a guesser cannot try many passwords before the first failure is counted.
    struct Check
    {
        QString name;
        QString password;
        QString place; // that it comes from
        QString from;  // for the log
        bool isUnderWay = false;
        Account account; // that it is compared with, while under way
        std::vector<Authenticator::Done> waiting;
    };

    Error refusalBefore(const QString &name, const QString &password, const LoginOrigin &from, const QString &place);
    bool makeRoom(const QString &place, const QString &name);
    void tellHeld(const QString &address, const QString &place);
    void startNext();
    void refuse(const Error &refusal, Authenticator::Done done);
    void start(Check &check);
    void finish(const QString &name, const QString &password, const QString &place, bool right);
    Result<TokenClaims> claimsOf(const QByteArray &token) const;
    Result<SessionToken> sessionToken(const QString &user, Milliseconds lifetime, const SessionClaims &session) const;

    Clock &m_clock;
    const Tokens &m_tokens;
    QHash<QString, Account> m_accounts;
    bool m_acceptsWellKnown = false;
    QHash<QString, QByteArray> m_generations; // SessionClaims::generation, by user
    const QByteArray m_salt;                  // of generationOf(), which another key of the tokens must not change
    QString m_decoyHash;                      // the hash of one of the accounts; empty: none has one
    LoginThrottle m_throttle;
    RefusalLog m_refusals;
    std::vector<Check> m_checks; // under way or waiting, the oldest first
    QHash<QString, EndedSession> m_ended;
    Keep m_keep;
    QThreadPool m_pool;
};

} // namespace signalbox::core
