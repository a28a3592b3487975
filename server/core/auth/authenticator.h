// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    // From this time on the token is refused, leeway included; airavata then closes a connection that was opened with
    // it (server/dialects/airavata/README.md). Empty: the token does not expire.
    std::optional<Timestamp> expiresAt;
};

// Where a login comes from.
struct LoginOrigin
{
    QString address; // of the client, without port
    // Whether a process of the server's own user, or root's, on this machine asks. Null: no.
    std::function<bool()> isOwn{};
};

// Says which user a password or a token belongs to. Server thread; owned by Server.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    using Done = std::function<void(Result<User>)>;

    // Answers later (hashes are computed in a pool), exactly once. Errors: Unauthenticated, without saying whether the
    // user or the password was wrong; Capacity while this (address, account) pair must wait (docs/model.md, "Who may do
    // what"); Forbidden for a well-known password, right or not, unless from is the server's own user. The texts of the
    // last two are for the peer.
    virtual void checkPassword(const QString &user, const QString &password, const LoginOrigin &from, Done done) = 0;

    // Errors: Unauthenticated, whose message says what is wrong with the token: for the log, not for the
    // peer.
    virtual Result<TokenInfo> checkToken(const QByteArray &token) const = 0;
};

} // namespace signalbox::core
