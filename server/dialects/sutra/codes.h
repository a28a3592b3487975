// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

// The frames of the Sutra wire. The names belong to the protocol: never rename. The table is printed by
// --print-protocol and stands in the README.
namespace signalbox::sutra {

struct Row
{
    const char16_t *direction;
    const char16_t *frame;
    const char16_t *when;
    const char16_t *content;
};

inline constexpr std::array<Row, 3> frameTable{{
    {u"server → client", u"text: status", u"at once, then every tick", u"`{\"components\":{…},\"metrics\":{…}}`"},
    {u"client → server", u"text: subscribe", u"any time",
     u"`{\"type\":\"subscribe\",\"components\":[…],\"metrics\":[…]}` narrows the frames for this client"},
    {u"client → server", u"anything else", u"any time", u"ignored"},
}};

// The table as Markdown: --print-protocol sutra, and the README of this folder.
QString protocolTable();

} // namespace signalbox::sutra
