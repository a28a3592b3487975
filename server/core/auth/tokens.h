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
    QByteArray key;   // never empty
    QString issuer;   // checked and written only when configured
    QString audience; // likewise
};

struct TokenClaims
{
    QString subject;                    // sub, else user_id; never empty
    std::optional<Timestamp> expiresAt; // TokenInfo::expiresAt
};

// JSON Web Tokens, HS256 and nothing else (docs/reliability.md, "Nobody gets in"), by libjwt. Does not ask whether the
// subject is a configured user: UserAuthenticator does. Thread-safe as its Clock is; owned by Server.
class Tokens
{
public:
    static constexpr qsizetype longestToken = 8 * 1024;
    static constexpr Milliseconds leeway = std::chrono::seconds(30);

    Tokens(Clock &clock, TokenSettings settings);

    // Errors: Internal.
    Result<QByteArray> issue(const QString &subject, Milliseconds lifetime) const;
    // Errors: Unauthenticated; the message is for the log.
    Result<TokenClaims> verify(const QByteArray &token) const;

private:
    Clock &m_clock;
    TokenSettings m_settings;
};

} // namespace signalbox::core
