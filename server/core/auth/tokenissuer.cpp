// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokenissuer.h"

#include "server/core/duration.h"
#include "server/core/logfields.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcTokens, "signalbox.auth", QtInfoMsg)

} // namespace

Result<QString> TokenIssuer::handle(const Command &command)
{
    const auto *request = std::get_if<IssueToken>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported, u"this is no command about tokens"_s);
    const Result<QByteArray> token = m_users.issue(request->user, request->lifetime);
    if (!token)
        return Unexpected{token.error()};
    const WithFields fields({{}, {}, command.actor.user, command.actor.dialect});
    qCInfo(lcTokens, "%s issued a token for %s, good for %s", qUtf8Printable(command.actor.user),
           qUtf8Printable(request->user), qUtf8Printable(formatDuration(request->lifetime)));
    m_hub.complete(command, request->user, {}, QString::fromLatin1(*token));
    return request->user;
}

} // namespace signalbox::core
