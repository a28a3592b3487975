// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"

#include "server/json/jsondepth.h"
#include "server/json/jsonwriter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

namespace {

Unexpected invalidFormat()
{
    return unexpected(ErrorCode::InvalidArgument, u"Invalid message format"_s);
}

// Members stand in data or at top level.
QJsonValue find(const QJsonObject &frame, const QJsonObject &data, QLatin1String name)
{
    const QJsonValue inner = member(data, name);
    return inner.isUndefined() ? member(frame, name) : inner;
}

bool isTextOrAbsent(const QJsonValue &value)
{
    return value.isString() || value.isUndefined() || value.isNull();
}

std::optional<Incoming::Action> actionOf(const QString &action)
{
    if (action == "subscribe"_L1)
        return Incoming::Action::Subscribe;
    if (action == "unsubscribe"_L1)
        return Incoming::Action::Unsubscribe;
    return std::nullopt;
}

} // namespace

QString toString(ResourceType type)
{
    switch (type) {
    case ResourceType::Experiment:
        return u"experiment"_s;
    case ResourceType::Task:
        return u"task"_s;
    case ResourceType::Project:
        return u"project"_s;
    case ResourceType::User:
        return u"user"_s;
    case ResourceType::Worker:
        return u"worker"_s;
    case ResourceType::System:
    case ResourceType::Everyone:
        break;
    }
    return u"system"_s;
}

std::optional<ResourceType> resourceTypeFromString(const QString &text)
{
    for (const ResourceType type : {ResourceType::Experiment, ResourceType::Task, ResourceType::Project,
                                    ResourceType::User, ResourceType::Worker, ResourceType::System}) {
        if (text == toString(type))
            return type;
    }
    return std::nullopt;
}

std::optional<QJsonObject> parseObject(const QByteArray &utf8)
{
    if (isDeeperThan(deepestJson, utf8))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(utf8);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QJsonValue member(const QJsonObject &object, QLatin1String camelCase)
{
    const QJsonValue value = object.value(camelCase);
    if (!value.isUndefined())
        return value;
    QString snakeCase;
    for (const QChar c : QString(camelCase)) {
        if (c.isUpper())
            snakeCase += u'_';
        snakeCase += c.toLower();
    }
    return object.value(snakeCase);
}

Result<Incoming> decode(const QByteArray &utf8)
{
    const std::optional<QJsonObject> frame = parseObject(utf8);
    if (!frame)
        return invalidFormat();
    const QJsonValue type = frame->value("type"_L1);
    const QJsonValue given = frame->value("data"_L1);
    const QJsonObject data = given.toObject();
    const QJsonValue action = find(*frame, data, "action"_L1);
    const QJsonValue resourceType = find(*frame, data, "resourceType"_L1);
    const QJsonValue resourceId = find(*frame, data, "resourceId"_L1);
    if (!isTextOrAbsent(type) || !(given.isUndefined() || given.isNull() || given.isObject()) || !isTextOrAbsent(action)
        || !isTextOrAbsent(resourceType) || !isTextOrAbsent(resourceId))
        return invalidFormat();

    // The action counts, whatever the type says; some clients send the action as the type (README.md, "From clients").
    const auto known = actionOf(action.isString() ? action.toString() : type.toString());
    if (known)
        return Incoming{*known, resourceType.toString(), resourceId.toString()};
    if (action.isString() || type.toString().isEmpty())
        return invalidFormat();
    switch (clientType(type.toString()).value_or(Type::Error)) {
    case Type::Ping:
        return Incoming{Incoming::Action::Ping, {}, {}};
    case Type::Pong:
        return Incoming{Incoming::Action::Pong, {}, {}};
    case Type::SystemStatus:
        return Incoming{Incoming::Action::Statistics, {}, {}};
    default:
        return unexpected(ErrorCode::Unsupported, u"Unknown message type"_s);
    }
}

Result<Resource> resourceOf(const Incoming &message, const QString &user)
{
    constexpr qsizetype longestId = 512; // ids are at most <uuid>.<node>
    const std::optional<ResourceType> type = resourceTypeFromString(message.resourceType);
    if (message.resourceType.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"resourceType is required"_s);
    if (!type)
        return unexpected(ErrorCode::InvalidArgument,
                          u"Unknown resource type: %1"_s.arg(message.resourceType.left(64)));
    if (type == ResourceType::System)
        return Resource{*type, {}};
    const QString id = message.resourceId.isEmpty() && type == ResourceType::User ? user : message.resourceId;
    if (id.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"resourceId is required"_s);
    if (id.size() > longestId)
        return unexpected(ErrorCode::InvalidArgument, u"resourceId is too long"_s);
    return Resource{*type, id};
}

QByteArray encode(const Outgoing &message)
{
    JsonWriter json(message.data.size() + 256);
    json.beginObject()
        .member("type"_L1, QString::fromUtf16(rowOf(message.type).name))
        .member("id"_L1, message.id)
        .member("timestamp"_L1, toIsoSeconds(message.time));
    if (!message.data.isEmpty())
        json.key("data"_L1).raw(message.data);
    if (!message.error.isEmpty())
        json.member("error"_L1, message.error);
    if (message.subject) {
        json.member("resourceType"_L1, toString(message.subject->type));
        json.member("resourceId"_L1, message.subject->id);
    }
    json.endObject();
    return json.take();
}

} // namespace signalbox::airavata
