// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/asyncapi.h"

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

namespace {

constexpr QLatin1String anyHost("localhost:{port}"); // for a request that names no host

const QString &pings()
{
    static const QString text =
        u" The server sends control pings; a client that leaves two in a row unanswered is closed with 1001."_s;
    return text;
}

void writeReference(JsonWriter &json, const QString &pointer)
{
    json.beginObject().member("$ref"_L1, QString("#/"_L1 + pointer)).endObject();
}

void writeText(JsonWriter &json, QLatin1String name, const QString &text)
{
    if (!text.isEmpty())
        json.member(name, text);
}

// Of the upgrade; all that a client may put into it to say who it is.
Schema queryOf(Credentials credentials)
{
    using namespace schema;
    if (credentials == Credentials::Password)
        return object({{"username"_L1, text()}, {"password"_L1, text()}});
    return object({optional("token"_L1, text(u"A JWT; Authorization: Bearer says the same."_s))});
}

void writeSecuritySchemes(JsonWriter &json, Credentials credentials)
{
    json.key("securitySchemes"_L1).beginObject();
    if (credentials == Credentials::Password) {
        json.key("password"_L1)
            .beginObject()
            .member("type"_L1, "userPassword"_L1)
            .member("description"_L1, "Of a configured user, as ?username= and ?password= of the upgrade."_L1)
            .endObject();
    } else {
        json.key("token"_L1)
            .beginObject()
            .member("type"_L1, "httpApiKey"_L1)
            .member("name"_L1, "token"_L1)
            .member("in"_L1, "query"_L1)
            .member("description"_L1, "A JWT of a configured user."_L1)
            .endObject();
        json.key("bearer"_L1)
            .beginObject()
            .member("type"_L1, "http"_L1)
            .member("scheme"_L1, "bearer"_L1)
            .member("bearerFormat"_L1, "JWT"_L1)
            .endObject();
    }
    json.endObject();
}

void writeServer(JsonWriter &json, Credentials credentials, const RequestHead &head)
{
    const QString host = QString::fromLatin1(head.header("host"));
    json.key("here"_L1)
        .beginObject()
        .member("host"_L1, host.isEmpty() ? QString(anyHost) : host)
        .member("protocol"_L1, head.secure ? "wss"_L1 : "ws"_L1);
    if (host.isEmpty()) {
        json.key("variables"_L1).beginObject().key("port"_L1).beginObject();
        json.member("description"_L1, "That of the listener."_L1).endObject().endObject();
    }
    if (credentials != Credentials::TokenOrAnonymous || head.anonymousRole < Role::Viewer) {
        json.key("security"_L1).beginArray();
        for (const QLatin1String name : credentials == Credentials::Password
                                            ? QList<QLatin1String>{"password"_L1}
                                            : QList<QLatin1String>{"token"_L1, "bearer"_L1})
            writeReference(json, "components/securitySchemes/"_L1 + name);
        json.endArray();
    }
    json.endObject();
}

void writeChannel(JsonWriter &json, const AsyncApi &api, const ApiChannel &channel)
{
    json.key(channel.key).beginObject().member("address"_L1, channel.address);
    writeText(json, "description"_L1, channel.description);
    if (!channel.parameters.isEmpty()) {
        json.key("parameters"_L1).beginObject();
        for (const auto &[name, description] : channel.parameters)
            json.key(name).beginObject().member("description"_L1, description).endObject();
        json.endObject();
    }
    json.key("messages"_L1).beginObject();
    for (const ApiMessage &message : api.messages) {
        json.key(message.key);
        writeReference(json, "components/messages/"_L1 + message.key);
    }
    json.endObject().key("bindings"_L1).beginObject().key("ws"_L1).beginObject().member("method"_L1, "GET"_L1);
    json.key("query"_L1);
    queryOf(api.credentials).write(json);
    if (!api.subprotocol.isEmpty()) {
        json.key("headers"_L1);
        schema::object({{"Sec-WebSocket-Protocol"_L1, schema::constant(api.subprotocol)}}).write(json);
    }
    json.member("bindingVersion"_L1, "0.1.0"_L1).endObject().endObject().endObject();
}

using Messages = QList<const ApiMessage *>;

Messages answersTo(const ApiMessage &asked, const AsyncApi &api)
{
    Messages answers;
    for (const ApiMessage &message : api.messages) {
        if (message.answerTo.contains(asked.key))
            answers.append(&message);
    }
    return answers;
}

// One operation: what the server does with these messages in this channel.
void writeOperation(JsonWriter &json, const QString &key, const AsyncApi &api, const ApiChannel &channel,
                    const Messages &messages)
{
    const ApiMessage &first = *messages.constFirst();
    const QString place = "channels/"_L1 + channel.key;
    const auto writeMessages = [&json, &place](const Messages &all) {
        json.key("messages"_L1).beginArray();
        for (const ApiMessage *message : all)
            writeReference(json, place + "/messages/"_L1 + message->key);
        json.endArray();
    };
    json.key(key).beginObject();
    json.member("action"_L1, first.from == Sender::Client ? "receive"_L1 : "send"_L1).key("channel"_L1);
    writeReference(json, place);
    if (messages.size() == 1)
        writeText(json, "summary"_L1, first.description);
    writeMessages(messages);
    if (const Messages answers = answersTo(first, api); !answers.isEmpty()) {
        json.key("reply"_L1).beginObject().key("channel"_L1);
        writeReference(json, place);
        writeMessages(answers);
        json.endObject();
    }
    json.endObject();
}

// What the server sends unasked is one operation; every message that may be answered, or comes from a client, is one
// of its own.
void writeOperations(JsonWriter &json, const AsyncApi &api, const ApiChannel &channel)
{
    const auto keyOf = [&](const QString &name) {
        return api.channels.size() == 1 ? name : documentKey(channel.key + u' ' + name);
    };
    Messages pushed;
    for (const ApiMessage &message : api.messages) {
        if (!message.answerTo.isEmpty() && !message.isAlsoUnasked)
            continue;
        if (message.from == Sender::Server && answersTo(message, api).isEmpty())
            pushed.append(&message);
        else
            writeOperation(json, keyOf(message.key), api, channel, {&message});
    }
    if (!pushed.isEmpty())
        writeOperation(json, keyOf(u"push"_s), api, channel, pushed);
}

void writeMessage(JsonWriter &json, const ApiMessage &message)
{
    json.key(message.key).beginObject().member("name"_L1, message.name);
    writeText(json, "title"_L1, message.title);
    writeText(json, "description"_L1, message.description);
    json.member("contentType"_L1, message.frame == "text"_L1 ? "text/plain"_L1 : "application/json"_L1);
    json.key("payload"_L1);
    message.payload.write(json);
    writeText(json, "x-frame"_L1, message.frame);
    json.endObject();
}

void writeComponents(JsonWriter &json, const AsyncApi &api)
{
    std::map<QString, Schema> named;
    json.key("messages"_L1).beginObject();
    for (const ApiMessage &message : api.messages) {
        writeMessage(json, message);
        message.payload.collectNamed(named);
    }
    json.endObject();
    if (!named.empty()) {
        json.key("schemas"_L1).beginObject();
        for (const auto &[name, schema] : named) {
            json.key(name);
            schema.writeInPlace(json);
        }
        json.endObject();
    }
    writeSecuritySchemes(json, api.credentials);
}

} // namespace

QString documentKey(const QString &name)
{
    QString key;
    bool begins = false;
    for (const QChar c : name) {
        if (!c.isLetterOrNumber()) {
            begins = !key.isEmpty();
            continue;
        }
        key += begins ? c.toUpper() : key.isEmpty() ? c.toLower() : c;
        begins = false;
    }
    return key;
}

QByteArray asyncApiDocument(const AsyncApi &api, const RequestHead &head, const QString &version)
{
    JsonWriter json(32 * 1024);
    json.beginObject().member("asyncapi"_L1, "3.0.0"_L1).key("info"_L1).beginObject();
    json.member("title"_L1, api.title)
        .member("version"_L1, version)
        .member("description"_L1, api.description + pings());
    json.endObject().member("defaultContentType"_L1, "application/json"_L1).key("servers"_L1).beginObject();
    writeServer(json, api.credentials, head);
    json.endObject().key("channels"_L1).beginObject();
    for (const ApiChannel &channel : api.channels)
        writeChannel(json, api, channel);
    json.endObject().key("operations"_L1).beginObject();
    for (const ApiChannel &channel : api.channels)
        writeOperations(json, api, channel);
    json.endObject().key("components"_L1).beginObject();
    writeComponents(json, api);
    return json.endObject().endObject().take();
}

RestRoute asyncApiRoute(const QString &path, AsyncApi (*describe)(), const core::Hub &hub)
{
    return {"GET", path,
            [describe, &hub](const RestRequest &request, const Respond &respond) {
                const QString version = hub.snapshot().server.version;
                RestResponse response = RestResponse::json(200, asyncApiDocument(describe(), request.head, version));
                response.headers.append({"Cache-Control"_ba, "no-cache"_ba});
                respond(response);
            },
            Role::None};
}

} // namespace signalbox::dialects
