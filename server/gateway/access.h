// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/gateway/timeouts.h"

namespace signalbox::gateway {

// The right of a connection to be there, and its role, for as long as the credential that it came in with holds
// (docs/model.md, "Who may do what"). Notices by itself that a token expires. Server thread; owned by its Connection.
class Access final
{
public:
    class User
    {
    public:
        virtual void roleFound(Role role) = 0; // as it is now
        // Once. The reason is for the peer.
        virtual void accessLost(const QString &reason) = 0;

    protected:
        ~User() = default;
    };

    // role: as which the connection came in; a user without any may be on alger. Authenticator, timeouts and user outlive
    // the Access.
    Access(const core::Authenticator &authenticator, Timeouts &timeouts, core::Credential credential, Role role,
           User &user);

    const QString &userName() const { return m_credential.user; }
    // Asks anew: at first, when users or keys changed, and when a session was ended.
    void review();

private:
    void watch();

    const core::Authenticator &m_authenticator;
    core::Clock &m_clock;
    const core::Credential m_credential;
    const Role m_least; // below which the connection is closed
    User &m_user;
    std::optional<Timestamp> m_expiresAt;
    bool m_isLost = false;
    Timeout m_next;
};

} // namespace signalbox::gateway
