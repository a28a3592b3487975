// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/peeruser.h"
#include "server/model/result.h"
#include "server/model/time.h"
#include "server/model/user.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace signalbox::core {

struct TokenInfo
{
    User user;
    // From this time on the token is refused, leeway included. Empty: of a password, which does not expire.
    std::optional<Timestamp> expiresAt;
};

// Where a login comes from.
struct LoginOrigin
{
    QString address; // of the client, without port
    PeerUser user{};
    QString place{}; // where guesses are counted; empty: as address and user say (placeOf())
};

// With what a user came in, kept to ask again whether it still lets that user in.
struct Credential
{
    QString user;
    QByteArray token;      // empty: a password named the user
    QByteArray generation; // of that password: Authenticator::generationOf() at the time
};

// Says which user a password or a token belongs to. Server thread; owned by Server.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    using Done = std::function<void(Result<User>)>;

    // Answers later (hashes are computed in a pool), exactly once. Errors: Unauthenticated, without saying whether the
    // user or the password was wrong; Capacity while this (place, account) pair must wait (docs/model.md, "Who may do
    // what"); Forbidden for a well-known password, right or not, unless from is the server's own user. The texts of the
    // last two are for the peer.
    virtual void checkPassword(const QString &user, const QString &password, const LoginOrigin &from, Done done) = 0;

    // Errors: Unauthenticated, whose message says what is wrong with the token: for the log, not for the
    // peer.
    virtual Result<TokenInfo> checkToken(const QByteArray &token) const = 0;

    // A text that changes with the user's password; empty for an unknown user.
    virtual QByteArray generationOf(const QString & /*user*/) const { return {}; }

    // Whether the credential would let its user in now, and as what. Errors: as of checkToken().
    virtual Result<TokenInfo> check(const Credential &credential) const
    {
        return credential.token.isEmpty() ? unexpected(ErrorCode::Unauthenticated, u"no password is known here"_s)
                                          : checkToken(credential.token);
    }
};

} // namespace signalbox::core
