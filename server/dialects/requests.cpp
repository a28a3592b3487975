// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

Result<Actor> actorOf(const RequestHead &head, const core::Authenticator *authenticator, Role anonymous, Role least)
{
    Actor actor{u"anonymous"_s, anonymous, {}, {}};
    if (const QByteArray token = head.token(); !token.isEmpty()) {
        const Result<core::TokenInfo> known =
            authenticator ? authenticator->checkToken(token) : Result<core::TokenInfo>(unexpected(ErrorCode::Internal));
        if (!known)
            return unexpected(ErrorCode::Unauthenticated, u"invalid or expired token"_s);
        actor.user = known->user.name;
        actor.role = known->user.role();
    }
    if (actor.role < least)
        return unexpected(ErrorCode::Unauthenticated, u"authentication required"_s);
    return actor;
}

QString asSentence(const QString &message)
{
    return message.left(1).toUpper() + message.mid(1);
}

void submit(core::Hub &hub, const Actor &actor, CommandBody body, QObject *context, CommandAnswer answer)
{
    const auto isAnswered = std::make_shared<bool>(false);
    const Result<QString> admitted =
        hub.submit(actor, std::move(body), context,
                   [isAnswered, completed = std::move(answer.completed)](const core::CommandOutcome &outcome) {
                       if (!std::exchange(*isAnswered, true))
                           completed(outcome);
                   });
    if (!admitted)
        return answer.refused(admitted.error());
    if (*isAnswered)
        return;
    hub.clock().after(answer.patience, context, [isAnswered, late = std::move(answer.late)] {
        if (!std::exchange(*isAnswered, true))
            late();
    });
}

} // namespace signalbox::dialects
