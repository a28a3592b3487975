// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/model/result.h"

#include <QJsonObject>

// Bytes to frames and back. Pure.
namespace signalbox::airavata {

// JSON deeper than this is refused as invalid: no message of this protocol needs more, and code that walks through JSON
// does so by recursion.
inline constexpr int deepestJson = 64;

// Nothing if the text is no JSON object, or too deep. Of duplicate members the last one counts.
std::optional<QJsonObject> parseObject(const QByteArray &utf8);

// "resourceId" or "resource_id": the member in either spelling (README.md, "From clients"), the given camelCase first.
QJsonValue member(const QJsonObject &object, QLatin1String camelCase);

// Errors, with the texts of the protocol document: InvalidArgument `Invalid message format`, Unsupported
// `Unknown message type`.
Result<Incoming> decode(const QByteArray &utf8);

// The resource of a subscription. user: the client's own, for type `user` without an id.
// Errors: InvalidArgument for a missing or unknown type, and for an id that is missing or too long.
Result<Resource> resourceOf(const Incoming &message, const QString &user);

QByteArray encode(const Outgoing &message);

} // namespace signalbox::airavata
