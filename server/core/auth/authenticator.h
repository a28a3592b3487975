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

// Says which user a password or a token belongs to. Server thread; owned by Server.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    using Done = std::function<void(Result<User>)>;

    // Answers later (hashes are computed in a pool), exactly once. Errors: Unauthenticated, without saying whether the
    // user or the password was wrong; Capacity while this (address, account) pair must wait (docs/model.md, "Who may do
    // what").
    virtual void checkPassword(const QString &user, const QString &password, const QString &address, Done done) = 0;

    // Errors: Unauthenticated, whose message says what is wrong with the token: for the log, not for the
    // peer.
    virtual Result<TokenInfo> checkToken(const QByteArray &token) const = 0;
};

} // namespace signalbox::core
