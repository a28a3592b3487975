// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/asyncapi.h"
#include "server/dialects/pow/schemas.h"

#include <QString>

#include <array>

// The frames of pow-1 in both directions (README.md, "Frames") and the texts that peers compare. The names belong to
// the protocol: never rename. The table is printed by --print-protocol and stands in the README; tests demand a
// conversation in tests/fixtures/pow for every row.
namespace signalbox::pow {

inline constexpr QLatin1String subprotocol("pow-1");

struct Row
{
    const char *id; // its name in fixtures
    dialects::Sender from;
    const char *frame;
    dialects::Schema (*content)(); // nullptr: it is no message
    const char16_t *description;
    const char *answerTo = nullptr; // id of another row
};

inline constexpr std::array<Row, 8> frameTable{{
    {"call", dialects::Sender::Client, "binary", &schemas::call,
     u"First frame, within a second: starts the process. `params` may be left out."},
    {"input", dialects::Sender::Client, "text", &schemas::text,
     u"Standard input, unchanged; what comes before the call is kept for it."},
    {"close-input", dialects::Sender::Client, "binary", &schemas::closeInput, u"End of input; later input is ignored."},
    {"cancel", dialects::Sender::Client, "binary", &schemas::cancel,
     u"Ends the process and all it started: TERM, then KILL."},
    {"output", dialects::Sender::Server, "text", &schemas::text,
     u"Standard output and error as they come, always valid UTF-8."},
    {"fulfilled", dialects::Sender::Server, "binary", &schemas::fulfilled,
     u"The process succeeded; `value` is null if its definition has no result. After all output.", "call"},
    {"rejected", dialects::Sender::Server, "binary", &schemas::rejected,
     u"It was not started, failed, or was cancelled. After all output.", "call"},
    {"closed", dialects::Sender::Server, "close 1000", nullptr, u"After the result."},
}};

// The table as Markdown: --print-protocol pow, and the README of this folder.
QString protocolTable();
// The same as a document for programs: <base_path>asyncapi.json.
dialects::AsyncApi asyncApi();

// Reasons of a rejected call, as existing servers spell them.
namespace reason {
inline constexpr QLatin1String timeout("timeout expired");
inline constexpr QLatin1String protocolError("protocol error occurred");
inline constexpr QLatin1String notStarted("failed to get process: "); // and one of these three, or what is in the way:
inline constexpr QLatin1String unknownProcess("unknown process");
inline constexpr QLatin1String denied("authorization denied");
inline constexpr QLatin1String invalidArguments("invalid args");
inline constexpr QLatin1String processError("process returned error: "); // and "exit status N", the signal, or:
inline constexpr QLatin1String cancelled("client requested cancellation");
} // namespace reason

} // namespace signalbox::pow
