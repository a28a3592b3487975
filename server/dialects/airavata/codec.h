// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/model/result.h"

#include <QJsonObject>

// Bytes to frames and back. Pure.
namespace signalbox::airavata {

// JSON deeper than this is refused as invalid: nothing here needs more, and whatever walks through it recurses.
inline constexpr int deepestJson = 64;

// Nothing for what is no JSON object, or too deep. Duplicate members: the last one counts.
std::optional<QJsonObject> parseObject(const QByteArray &utf8);

// "resourceId" or "resource_id": the member in either spelling (wire.md, Airavata), the given camelCase first.
QJsonValue member(const QJsonObject &object, QLatin1String camelCase);

// Errors carry the texts of airavata.md (Message Errors): InvalidArgument `Invalid message format`, Unsupported
// `Unknown message type`.
Result<Incoming> decode(const QByteArray &utf8);

// What a subscription is about. user: who asks, for type `user` without an id.
// Errors: InvalidArgument for an unknown type or a missing id.
Result<Resource> resourceOf(const Incoming &message, const QString &user);

QByteArray encode(const Outgoing &message);

} // namespace signalbox::airavata
