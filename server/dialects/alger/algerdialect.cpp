// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/algerdialect.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

using namespace dialects;

namespace {

// wire.md, Alger, Handshake: refusals are close codes after the upgrade, credentials before subprotocol.
Admission wrongCredentials(bool isOffered)
{
    return AcceptThenClose{
        isOffered ? QString(subprotocolName) : QString(), {}, 4401, u"Invalid username/password pair"_s};
}

Admission admitted(const User &user, bool isOffered)
{
    if (!isOffered)
        return AcceptThenClose{{}, {}, 4406, u"Subprotocol 'alger' required"_s};
    return Accept{{user.name, user.role(), {}, {}}, subprotocolName};
}

} // namespace

void AlgerFactory::admit(const Handshake &handshake, AdmissionCallback decide)
{
    const bool isOffered = handshake.subprotocols.contains(subprotocolName);
    const QString name = handshake.queryValue(u"username"_s).value_or(QString());
    const QString password = handshake.queryValue(u"password"_s).value_or(QString());
    if (name.isEmpty() || password.isEmpty())
        return decide(wrongCredentials(isOffered));
    m_services.authenticator.checkPassword(name, password, handshake.address,
                                           [decide = std::move(decide), isOffered](const Result<User> &user) {
                                               decide(user ? admitted(*user, isOffered) : wrongCredentials(isOffered));
                                           });
}

std::unique_ptr<Dialect> AlgerFactory::create(Peer &peer, const Handshake &handshake, const Actor &actor)
{
    return std::make_unique<AlgerDialect>(m_services, m_watchers, peer, actor, handshake.address);
}

void AlgerFactory::changed(const Change &change)
{
    if (const auto *task = std::get_if<TaskChanged>(&change.body)) {
        if (AlgerDialect *dialect = m_watchers.value(task->task.executionId))
            dialect->taskChanged(task->task);
    } else if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        if (AlgerDialect *dialect = m_watchers.value(execution->execution.id))
            dialect->executionChanged(execution->execution);
    }
}

// There is nothing here but a WebSocket, whatever the path and the method.
RestResponse AlgerFactory::restError(const Handshake &, int status, const QString &message) const
{
    if (status != 404 && status != 405)
        return RestResponse::text(status, message.toUtf8() + '\n');
    RestResponse response = RestResponse::text(
        426, "This is a WebSocket server; connect with a WebSocket client that offers the subprotocol alger.\n");
    response.headers.append({"Upgrade"_ba, "websocket"_ba});
    return response;
}

RestResponse AlgerFactory::unmatchedUpgrade(const Handshake &) const
{
    return RestResponse::text(404, "no WebSocket at this path\n");
}

} // namespace signalbox::alger
