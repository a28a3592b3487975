// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace signalbox::core {

// "4096", "64KiB", "512MiB", "2GiB", "1TiB": a whole number of bytes, or of a binary unit. Nothing for anything else: a
// sign, a fraction, a decimal unit as MB, more than 2^60 bytes.
std::optional<qint64> parseByteSize(const QString &text);

// The shortest text that parses back to the same: "1536MiB"; with a blank, for people: "1536 MiB", "4096 bytes".
QString formatByteSize(qint64 bytes);
QString byteSizeForPeople(qint64 bytes);

} // namespace signalbox::core
