// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/auth/loginthrottle.h"
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
};

// Checks passwords and tokens against the configured users. Server thread; owned by Server, together with the
// Tokens and the Clock, which outlive it. Answers that are under way when it is destroyed are dropped.
class UserAuthenticator final : public QObject, public Authenticator
{
    Q_OBJECT

public:
    static constexpr int checksPerAddress = 16; // different guesses that may be under way at once

    UserAuthenticator(Clock &clock, const Tokens &tokens, const QList<Account> &accounts, QObject *parent = nullptr);
    ~UserAuthenticator() override;

    // After a reload. Failures counted so far stay.
    void setAccounts(const QList<Account> &accounts);

    // --insecure: well-known passwords count wherever they come from.
    void acceptWellKnown() { m_acceptsWellKnown = true; }

    void checkPassword(const QString &user, const QString &password, const LoginOrigin &from, Done done) override;
    Result<TokenInfo> checkToken(const QByteArray &token) const override;

private:
    // Equal checks under way at once are one check: ten clients of one program that reconnect together cost
    // one hash, and a guesser cannot try many passwords before the first failure is counted.
    struct Check
    {
        QString name;
        QString password;
        QString address;
        std::vector<Done> waiting;
    };

    Error refusalBefore(const QString &name, const QString &password, const LoginOrigin &from) const;
    void refuse(const Error &refusal, Done done);
    void start(const Check &check);
    void finish(const QString &name, const QString &password, const QString &address, bool right);

    Clock &m_clock;
    const Tokens &m_tokens;
    QHash<QString, Account> m_accounts;
    bool m_acceptsWellKnown = false;
    QString m_decoyHash; // the hash of one of the accounts; empty: none has one
    LoginThrottle m_throttle;
    std::vector<Check> m_checks; // under way
    QThreadPool m_pool;
};

} // namespace signalbox::core
