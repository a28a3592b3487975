// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/access.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

Q_LOGGING_CATEGORY(lcAccess, "signalbox.auth", QtInfoMsg)

// The wall clock may jump, so that the time left is looked at again at least as often as this.
constexpr Milliseconds lookAgain = std::chrono::seconds(54);

} // namespace

Access::Access(const core::Authenticator &authenticator, Timeouts &timeouts, core::Credential credential, Role role,
               User &user)
    : m_authenticator(authenticator)
    , m_clock(timeouts.clock())
    , m_credential(std::move(credential))
    , m_least(std::min(role, Role::Viewer))
    , m_user(user)
    , m_next(timeouts, [this] { watch(); })
{
}

void Access::review()
{
    if (m_isLost)
        return;
    const Result<core::TokenInfo> found = m_authenticator.check(m_credential);
    if (found && found->user.role() >= m_least) {
        m_expiresAt = found->expiresAt;
        m_user.roleFound(found->user.role());
        return watch();
    }
    m_isLost = true;
    m_next.cancel();
    qCInfo(lcAccess, "closing a connection of %s: %s", qUtf8Printable(m_credential.user),
           qUtf8Printable(found ? u"the user has no role any more"_s : found.error().message.text()));
    m_user.accessLost(m_credential.token.isEmpty() ? u"the password was changed or the user removed; log in again"_s
                                                   : u"the token has expired or was revoked; log in again"_s);
}

void Access::watch()
{
    if (!m_expiresAt || m_isLost)
        return;
    const Milliseconds left = *m_expiresAt - m_clock.now();
    if (left > Milliseconds(0))
        m_next.start(std::min(left, lookAgain));
    else
        review();
}

} // namespace signalbox::gateway
