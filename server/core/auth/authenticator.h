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
    // From when on the token is refused, leeway included; a connection that came in with it ends then
    // (wire.md, Airavata, JWT). Empty: the token names no end.
    std::optional<Timestamp> expiresAt;
};

// Who somebody is. Server thread; owned by Server.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    using Done = std::function<void(Result<User>)>;

    // Answers later (hashes are computed in a pool), exactly once. Errors: Unauthenticated, without saying
    // which of the two was wrong; Capacity while this (address, account) pair must wait (model.md, Who may do
    // what).
    virtual void checkPassword(const QString &user, const QString &password, const QString &address, Done done) = 0;

    // Errors: Unauthenticated, whose message says what is wrong with the token: for the log, not for the
    // peer.
    virtual Result<TokenInfo> checkToken(const QByteArray &token) const = 0;
};

} // namespace signalbox::core
