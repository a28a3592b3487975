// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/pow/messages.h"
#include "server/model/result.h"

#include <QByteArray>

#include <optional>

namespace signalbox::pow {

// A call is at most this long, whatever message_bytes allows for input: its parameters become arguments of a process
// (docs/model.md, "Processes").
inline constexpr qsizetype maxCallBytes = 65'536;

// Pure. Unknown members are ignored, a missing or null member is empty: {}, and null, is a call of the process "". The
// case of a member's name does not matter.
// InvalidArgument: too long, neither a JSON object nor null, or a member of the wrong type.
Result<CallMessage> decodeCall(const QByteArray &json);

// None for everything that is no signal.
Signal decodeSignal(const QByteArray &json);

// The binary frame that ends a call: members in the document's order.
QByteArray encodeResult(const Outcome &outcome);

// The answer of GET /status/{id}; no outcome: pending. buffer: valid UTF-8, left out when empty.
QByteArray encodeStatus(const QByteArray &buffer, const std::optional<Outcome> &outcome);

// A JSON string.
QByteArray encodeId(const QString &id);

} // namespace signalbox::pow
