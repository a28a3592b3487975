// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/requests.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

void Rest::login(const Request &request, const Respond &respond)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    const QString name = body ? member(*body, "username"_L1).toString() : QString();
    const QString password = body ? member(*body, "password"_L1).toString() : QString();
    if (name.isEmpty() || password.isEmpty())
        return respond(failure(400, u"username and password are required"_s));
    m_services.authenticator->checkPassword(name, password, {request.head.address, request.head.isOwn},
                                            [this, life = QPointer<Rest>(this), respond](const Result<User> &user) {
                                                if (!life)
                                                    return;
                                                if (user)
                                                    return respond(session(*user));
                                                const ErrorCode code = user.error().code;
                                                respond(code == ErrorCode::Capacity ? failure(429, user.error().message)
                                                        : code == ErrorCode::Forbidden
                                                            ? failure(403, dialects::asSentence(user.error().message))
                                                            : failure(401, u"Invalid username or password"_s));
                                            });
}

void Rest::refresh(const Request &request, const Respond &respond)
{
    QByteArray token = request.head.token();
    if (const std::optional<QJsonObject> body = bodyOf(request); body && token.isEmpty())
        token = member(*body, "token"_L1).toString().toUtf8();
    if (token.isEmpty())
        return respond(failure(401, u"Authentication required"_s));
    const Result<core::TokenInfo> info = m_services.authenticator->checkToken(token);
    respond(info ? session(info->user) : failure(401, u"Invalid or expired token"_s));
}

// Tokens are not stored, so that none can be revoked; the client forgets its own.
void Rest::logout(const Request &, const Respond &respond)
{
    respond(RestResponse::json(200, JsonWriter()
                                        .beginObject()
                                        .member("success"_L1, true)
                                        .member("message"_L1, "Logged out"_L1)
                                        .endObject()
                                        .text()));
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

RestResponse Rest::session(const User &user) const
{
    const Result<QByteArray> token = m_services.tokens->issue(user.name, tokenLifetime);
    if (!token)
        return failure(500, token.error().message);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(tokenLifetime).count();
    JsonWriter json;
    json.beginObject()
        .member("token"_L1, QString::fromLatin1(*token))
        .member("access_token"_L1, QString::fromLatin1(*token))
        .member("tokenType"_L1, "Bearer"_L1)
        .key("user"_L1)
        .beginObject();
    json.member("id"_L1, user.name)
        .member("username"_L1, user.name)
        .member("name"_L1, user.displayName)
        .member("email"_L1, user.email)
        .member("roles"_L1, user.roleNames)
        .endObject();
    json.member("expiresIn"_L1, static_cast<qint64>(seconds))
        .member("expires_in"_L1, static_cast<qint64>(seconds))
        .endObject();
    RestResponse response = RestResponse::json(200, json.take());
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    return response;
}

} // namespace signalbox::airavata
