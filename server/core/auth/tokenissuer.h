// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/tokens.h"
#include "server/core/hub.h"

namespace signalbox::core {

// A token for user, valid for lifetime: what --issue-token prints and the window shows. Errors: NotFound (not in
// users), InvalidArgument (less than a second), Internal.
Result<QByteArray> issueToken(const Tokens &tokens, const QList<User> &users, const QString &user,
                              Milliseconds lifetime);

// Carries out IssueToken; only the submitter gets the token (CommandOutcome::secret). Server thread; owned by Server.
class TokenIssuer final : public CommandHandler
{
public:
    // Both outlive the TokenIssuer.
    TokenIssuer(Hub &hub, const Tokens &tokens) : m_hub(hub), m_tokens(tokens) {}

    Result<QString> handle(const Command &command) override;

private:
    Hub &m_hub;
    const Tokens &m_tokens;
};

} // namespace signalbox::core
