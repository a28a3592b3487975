// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/model/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace signalbox::core {

// The key tokens are signed with: the raw bytes of secretFile, or else <dataDirectory>/jwt.key, which is made
// of random bytes at the first start (mode 0600, written atomically). Errors: Internal, naming the file and
// what to do.
Result<QByteArray> loadTokenKey(const QString &dataDirectory, const QString &secretFile = {});

struct TokenSettings
{
    QByteArray key;                                       // never empty
    QString issuer;                                       // checked and written only when configured
    QString audience;                                     // likewise
    Milliseconds refreshAge = std::chrono::hours(24 * 7); // [auth] refresh_age

    friend bool operator==(const TokenSettings &, const TokenSettings &) = default;
};

// What only tokens of this server have: those of other issuers that have the key are judged without it.
struct SessionClaims
{
    QString id;                   // `session`: one for each login, and for each token of --issue-token
    Timestamp loggedInAt{};       // `auth_time`, in whole seconds
    QByteArray generation;        // `generation`: Tokens::generation() of the user's password at the login
    std::optional<Timestamp> end; // `session_end`: what is exchanged for the token is not good beyond it

    friend bool operator==(const SessionClaims &, const SessionClaims &) = default;
};

struct TokenClaims
{
    QString subject;       // sub, else user_id; never empty
    Timestamp expiresAt{}; // TokenInfo::expiresAt
    std::optional<SessionClaims> session;
};

// JSON Web Tokens, HS256 and nothing else (docs/reliability.md, "Nobody gets in"), by libjwt. Does not ask whether the
// subject is a configured user: UserAuthenticator does. Thread-safe as its Clock is; owned by Server.
class Tokens
{
public:
    static constexpr qsizetype longestToken = 8 * 1024;
    static constexpr Milliseconds leeway = std::chrono::seconds(30);

    Tokens(Clock &clock, TokenSettings settings);

    const TokenSettings &settings() const { return m_settings; }
    // Whether they are others than before, after a reload. On the thread that issues and verifies.
    bool setSettings(const TokenSettings &settings);

    // Errors: Internal. Without a session as another issuer would.
    Result<QByteArray> issue(const QString &subject, Milliseconds lifetime,
                             const std::optional<SessionClaims> &session = {}) const;
    // Errors: Unauthenticated; the message is for the log.
    Result<TokenClaims> verify(const QByteArray &token) const;
    // A text that changes with the user's secret, and tells nothing of it to those who do not have the key.
    QByteArray generation(const QString &user, const QString &secret) const;

private:
    Clock &m_clock;
    TokenSettings m_settings;
};

} // namespace signalbox::core
