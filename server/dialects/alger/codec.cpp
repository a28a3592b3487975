// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"

#include "server/json/jsondepth.h"
#include "server/json/jsonwriter.h"

#include <QJsonDocument>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace signalbox::alger {

namespace {

// Duplicate members: the last one counts, as in every JSON parser these clients use.
std::optional<QJsonObject> parseObject(const QByteArray &json)
{
    if (isDeeperThan(deepestJson, json))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

// An integer or a text of one (README.md, "Frames"); nothing for fractions and for numbers that are not exact.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    constexpr double limit = 9'007'199'254'740'992.0; // 2^53: beyond, JSON numbers are not exact
    if (!value.isDouble() || std::abs(value.toDouble()) > limit || std::trunc(value.toDouble()) != value.toDouble())
        return std::nullopt;
    return static_cast<qint64>(value.toDouble());
}

void readContent(Incoming &message, const QJsonValue &content)
{
    if (!content.isString()) {
        message.contentProblem = u"Content field must be a JSON-encoded string"_s;
        return;
    }
    const QString text = content.toString();
    if (text.isEmpty())
        return;
    const std::optional<QJsonObject> object = parseObject(text.toUtf8());
    if (object)
        message.content = *object;
    else
        message.contentProblem = u"Content must contain valid JSON"_s;
}

} // namespace

Result<Incoming> decode(const QByteArray &utf8)
{
    const std::optional<QJsonObject> frame = parseObject(utf8);
    if (!frame)
        return unexpected(ErrorCode::InvalidArgument, u"Payload is not valid JSON"_s);
    const auto id = wholeNumber(frame->value("id"_L1));
    const auto requestId = wholeNumber(frame->value("requestId"_L1));
    const auto type = wholeNumber(frame->value("type"_L1));
    if (!id || !requestId || !type)
        return unexpected(ErrorCode::InvalidArgument, u"Missing or non-integer protocol fields"_s);
    Incoming message{*id, *requestId, *type, {}, {}};
    readContent(message, frame->value("content"_L1));
    return message;
}

QByteArray encode(const Outgoing &message)
{
    JsonWriter json(message.content.size() + message.content.size() / 4 + 80);
    json.beginObject()
        .member("id"_L1, message.id)
        .member("requestId"_L1, message.requestId)
        .member("type"_L1, message.type)
        .key("content"_L1)
        .utf8(message.content)
        .endObject();
    return json.take();
}

qsizetype fittingPrefix(const QByteArray &utf8, qsizetype budget)
{
    const auto widthOf = [](char c) -> qsizetype {
        switch (c) {
        case '"':
        case '\\':
            return 4; // \" becomes \\\", \\ becomes four
        case '\n':
        case '\r':
        case '\t':
            return 3; // \\n
        default:
            return static_cast<unsigned char>(c) < 0x20 ? 7 : 1; // \\u001b
        }
    };
    const auto continues = [&](qsizetype at) { return (static_cast<unsigned char>(utf8.at(at)) & 0xc0) == 0x80; };

    qsizetype length = 0;
    while (length < utf8.size() && widthOf(utf8.at(length)) <= budget)
        budget -= widthOf(utf8.at(length++));
    while (length > 0 && length < utf8.size() && continues(length))
        --length;
    return length;
}

} // namespace signalbox::alger
