// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

namespace {

RestResponse sessionObject(const core::SessionToken &session)
{
    const QString token = QString::fromLatin1(session.token);
    const User &user = session.user;
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(session.lifetime).count();
    JsonWriter json;
    json.beginObject()
        .member("token"_L1, token)
        .member("access_token"_L1, token)
        .member("tokenType"_L1, "Bearer"_L1)
        .key("user"_L1)
        .beginObject();
    json.member("id"_L1, user.name)
        .member("username"_L1, user.name)
        .member("name"_L1, user.displayName)
        .member("email"_L1, user.email)
        .member("roles"_L1, user.roleNames)
        .endObject();
    json.member("expiresIn"_L1, seconds).member("expires_in"_L1, seconds).endObject();
    RestResponse response = RestResponse::json(200, json.take());
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    return response;
}

// Of the head, else of the body; empty when there is none.
QByteArray tokenOf(const dialects::RestRequest &request)
{
    const QByteArray token = request.head.token();
    const std::optional<QJsonObject> body = bodyOf(request);
    return token.isEmpty() && body ? member(*body, "token"_L1).toString().toUtf8() : token;
}

} // namespace

void Rest::login(const Request &request, const Respond &respond)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    const QString name = body ? member(*body, "username"_L1).toString() : QString();
    const QString password = body ? member(*body, "password"_L1).toString() : QString();
    if (name.isEmpty() || password.isEmpty())
        return respond(failure(400, u"username and password are required"_s));
    m_services.authenticator->checkPassword(
        name, password, request.head.origin(), [this, life = QPointer<Rest>(this), respond](const Result<User> &user) {
            if (!life)
                return;
            const Result<core::SessionToken> begun =
                user ? m_services.sessions->begin(user->name) : Unexpected{user.error()};
            if (begun)
                return respond(sessionObject(*begun));
            const Error &error = begun.error();
            if (error.code == ErrorCode::Internal)
                return respond(failure(error));
            respond(error.code == ErrorCode::Capacity    ? failure(429, error.message)
                    : error.code == ErrorCode::Forbidden ? failure(403, dialects::asSentence(error.message))
                                                         : failure(401, u"Invalid username or password"_s));
        });
}

void Rest::refresh(const Request &request, const Respond &respond)
{
    const QByteArray token = tokenOf(request);
    if (token.isEmpty())
        return respond(failure(401, u"Authentication required"_s));
    const Result<core::SessionToken> renewed = m_services.sessions->renew(token);
    if (renewed)
        return respond(sessionObject(*renewed));
    respond(renewed.error().code == ErrorCode::Internal ? failure(renewed.error())
                                                        : failure(401, u"Invalid or expired token"_s));
}

void Rest::logout(const Request &request, const Respond &respond)
{
    m_services.sessions->end(request.head.token(), [respond](const Result<void> &ended) {
        if (!ended)
            return respond(failure(ended.error()));
        respond(RestResponse::json(200, JsonWriter()
                                            .beginObject()
                                            .member("success"_L1, true)
                                            .member("message"_L1, "Logged out"_L1)
                                            .endObject()
                                            .text()));
    });
}

void Rest::health(const Request &, const Respond &respond)
{
    respond(RestResponse::json(200, JsonWriter()
                                        .beginObject()
                                        .member("status"_L1, "healthy"_L1)
                                        .member("timestamp"_L1, toIsoSeconds(now()))
                                        .member("version"_L1, snapshot().server.version)
                                        .endObject()
                                        .text()));
}

} // namespace signalbox::airavata
