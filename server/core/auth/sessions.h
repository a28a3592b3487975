// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"
#include "server/model/time.h"
#include "server/model/user.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace signalbox::core {

struct SessionToken
{
    User user;
    QByteArray token;
    Milliseconds lifetime{};
};

// A session that a logout ended, remembered until its last token has expired by itself.
struct EndedSession
{
    QString id;
    QString user;
    Timestamp until{};

    friend bool operator==(const EndedSession &, const EndedSession &) = default;
};

// What a login over REST begins: tokens of an hour, each of which can be exchanged for the next one, until [auth]
// refresh_age after the login, a logout or another password. Server thread; implemented by UserAuthenticator.
class Sessions
{
public:
    virtual ~Sessions() = default;

    // After Authenticator::checkPassword(). Errors: Unauthenticated (there is no such user), Internal.
    virtual Result<SessionToken> begin(const QString &user) = 0;
    // Errors: Unauthenticated, also for a token of another issuer that has the key; the message is for the log.
    virtual Result<SessionToken> renew(const QByteArray &token) = 0;

    using Done = std::function<void(Result<void>)>;
    // From the return on, no token of this one's session is good; done is called once, perhaps before that, when this
    // also holds after a restart, or with the error. A token of another issuer has no session and stays good. Errors:
    // Unauthenticated (the token was not good), Capacity (the user ended too many in an hour), Internal.
    virtual void end(const QByteArray &token, Done done) = 0;
};

} // namespace signalbox::core
