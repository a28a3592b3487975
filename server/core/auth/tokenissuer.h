// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/userauthenticator.h"
#include "server/core/hub.h"

namespace signalbox::core {

// Carries out IssueToken; only the submitter gets the token (CommandOutcome::secret). Server thread; owned by Server.
class TokenIssuer final : public CommandHandler
{
public:
    // Both outlive the TokenIssuer.
    TokenIssuer(Hub &hub, const UserAuthenticator &users) : m_hub(hub), m_users(users) {}

    Result<QString> handle(const Command &command) override;

private:
    Hub &m_hub;
    const UserAuthenticator &m_users;
};

} // namespace signalbox::core
