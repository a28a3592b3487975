// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    const char *from;
    const char *frame;
    const char16_t *content;
    const char16_t *description;
};

inline constexpr std::array<Row, 8> frameTable{{
    {"call", "client", "binary", u"`{\"call\":\"<process>\",\"params\":[\"…\"]}`",
     u"First frame, within a second: starts the process. `params` may be left out."},
    {"input", "client", "text", u"any", u"Standard input, unchanged; what comes before the call is kept for it."},
    {"close-input", "client", "binary", u"`{\"signal\":\"close\"}`", u"End of input; later input is ignored."},
    {"cancel", "client", "binary", u"`{\"signal\":\"cancel\"}`",
     u"Ends the process and all it started: TERM, then KILL."},
    {"output", "server", "text", u"any", u"Standard output and error as they come, always valid UTF-8."},
    {"fulfilled", "server", "binary", u"`{\"status\":\"fulfilled\",\"value\":…}`",
     u"The process succeeded; `value` is there if its definition has a result. After all output."},
    {"rejected", "server", "binary", u"`{\"status\":\"rejected\",\"reason\":\"…\"}`",
     u"It was not started, failed, or was cancelled. After all output."},
    {"closed", "server", "close 1000", u"empty", u"After the result."},
}};

// The table as Markdown: --print-protocol pow, and the README of this folder.
QString protocolTable();

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
