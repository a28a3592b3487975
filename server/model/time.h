// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace signalbox {

// Every time in the model: UTC, milliseconds. Local time exists only in the window.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

// "2025-10-17T05:00:00Z": the form of sutra and airavata.
QString toIsoSeconds(Timestamp time);
// "2024-01-15T10:30:00.000Z": the form of ark.
QString toIsoMilliseconds(Timestamp time);
// Accepts any ISO 8601 text with a zone, or without one as UTC; nothing for anything else.
std::optional<Timestamp> fromIso(const QString &text);

} // namespace signalbox
