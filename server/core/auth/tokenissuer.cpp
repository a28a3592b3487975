// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokenissuer.h"

#include "server/core/duration.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcTokens, "signalbox.auth", QtInfoMsg)

} // namespace

Result<QByteArray> issueToken(const Tokens &tokens, const QList<User> &users, const QString &user,
                              Milliseconds lifetime)
{
    const bool isKnown =
        std::any_of(users.cbegin(), users.cend(), [&user](const User &known) { return known.name == user; });
    if (!isKnown)
        return unexpected(ErrorCode::NotFound,
                          u"there is no user '%1': a token names a [[user]] of the configuration file"_s.arg(user));
    if (lifetime < std::chrono::seconds(1))
        return unexpected(ErrorCode::InvalidArgument, u"a token must be good for at least one second"_s);
    return tokens.issue(user, lifetime);
}

Result<QString> TokenIssuer::handle(const Command &command)
{
    const auto *request = std::get_if<IssueToken>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported, u"this is no command about tokens"_s);
    const Result<QByteArray> token =
        issueToken(m_tokens, m_hub.snapshot().server.users, request->user, request->lifetime);
    if (!token)
        return Unexpected{token.error()};
    qCInfo(lcTokens, "%s issued a token for %s, good for %s", qUtf8Printable(command.actor.user),
           qUtf8Printable(request->user), qUtf8Printable(formatDuration(request->lifetime)));
    m_hub.complete(command, request->user, {}, QString::fromLatin1(*token));
    return request->user;
}

} // namespace signalbox::core
