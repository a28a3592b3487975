// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/algerdialect.h"

#include "server/dialects/alger/codes.h"
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

using namespace dialects;

namespace {

// Refusals are close codes after the upgrade; credentials are checked before the subprotocol (README.md, "Handshake").
Admission wrongCredentials(bool isOffered, const QString &reason = u"Invalid username/password pair"_s)
{
    return AcceptThenClose{isOffered ? QString(subprotocolName) : QString(), {}, 4401, reason};
}

Admission refused(bool isOffered, const Error &error)
{
    return error.code == ErrorCode::Forbidden ? wrongCredentials(isOffered, asSentence(error.message))
                                              : wrongCredentials(isOffered);
}

Admission admitted(const User &user, bool isOffered)
{
    if (!isOffered)
        return AcceptThenClose{{}, {}, 4406, u"Subprotocol 'alger' required"_s};
    return Accept{{user.name, user.role(), {}, {}}, subprotocolName};
}

} // namespace

void AlgerDialect::admit(const RequestHead &head, AdmissionCallback decide)
{
    const bool isOffered = head.subprotocols.contains(subprotocolName);
    const QString name = head.queryValue(u"username"_s).value_or(QString());
    const QString password = head.queryValue(u"password"_s).value_or(QString());
    if (name.isEmpty() || password.isEmpty())
        return decide(wrongCredentials(isOffered));
    m_services.authenticator->checkPassword(
        name, password, head.origin(), [decide = std::move(decide), isOffered](const Result<User> &user) {
            decide(user ? admitted(*user, isOffered) : refused(isOffered, user.error()));
        });
}

std::unique_ptr<Session> AlgerDialect::create(Peer &peer, const RequestHead &head)
{
    return std::make_unique<AlgerSession>(m_services, m_shared, peer, head.origin());
}

void AlgerDialect::changed(const Change &change, const Replaced &)
{
    if (const auto *task = std::get_if<TaskChanged>(&change.body)) {
        if (AlgerSession *session = m_shared.watchers.value(task->task.executionId))
            session->taskChanged(task->task);
    } else if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        if (AlgerSession *session = m_shared.watchers.value(execution->execution.id))
            session->executionChanged(execution->execution);
    } else if (std::holds_alternative<CatalogueChanged>(change.body)) {
        m_shared.catalogue.clear();
    }
}

QList<RestRoute> AlgerDialect::routes()
{
    return {asyncApiRoute(u"/asyncapi.json"_s, &asyncApi, m_services.hub)};
}

RestResponse AlgerDialect::restError(const RequestHead &, int status, const QString &message) const
{
    return RestResponse::text(status, message.toUtf8() + '\n');
}

RestResponse AlgerDialect::unmatchedUpgrade(const RequestHead &) const
{
    return RestResponse::text(404, "no WebSocket at this path\n");
}

} // namespace signalbox::alger
