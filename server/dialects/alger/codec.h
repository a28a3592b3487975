// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/alger/messages.h"
#include "server/model/result.h"

namespace signalbox::alger {

// JSON deeper than this is refused as invalid: no message of this protocol needs more, and code that walks through JSON
// does so by recursion.
inline constexpr int deepestJson = 64;

// Errors: InvalidArgument with the text of the 396 (README.md, "Frames") for a frame that cannot be read.
Result<Incoming> decode(const QByteArray &utf8);

QByteArray encode(const Outgoing &message);

// How many bytes of the UTF-8 text fit into `budget` bytes, written as a JSON string inside a JSON string. Ends between
// code points.
qsizetype fittingPrefix(const QByteArray &utf8, qsizetype budget);

} // namespace signalbox::alger
