// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/asyncapi.h"
#include "server/dialects/sutra/schemas.h"
#include "server/model/metrics.h"

#include <QString>

#include <algorithm>
#include <array>

// The frames of the Sutra wire. The names belong to the protocol: never rename. The table is printed by
// --print-protocol and stands in the README.
namespace signalbox::sutra {

struct Row
{
    dialects::Sender from;
    const char16_t *frame;
    const char16_t *when;
    dialects::Schema (*content)(); // nullptr: it is no message
    const char16_t *remark;
};

inline constexpr std::array<Row, 4> frameTable{{
    {dialects::Sender::Server, u"status", u"at once, then every tick", &schemas::status, u""},
    {dialects::Sender::Server, u"narrowed status", u"instead of it, after a `subscribe`", &schemas::narrowedStatus,
     u"members of `metrics` that were not asked for are left out"},
    {dialects::Sender::Client, u"subscribe", u"any time", &schemas::subscribe, u"narrows the frames for this client"},
    {dialects::Sender::Client, u"anything else", u"any time", nullptr, u"ignored"},
}};

// The metrics of a status frame in the order of the protocol document, as indices of metricTable.
inline constexpr std::size_t shownMetrics =
    std::count_if(metricTable.begin(), metricTable.end(), [](const auto &metric) { return metric.statusPlace > 0; });
inline constexpr std::array<std::size_t, shownMetrics> inStatusOrder = [] {
    std::array<std::size_t, shownMetrics> ordered{};
    ordered.fill(metricTable.size());
    for (std::size_t i = 0; i < metricTable.size(); ++i) {
        if (metricTable[i].statusPlace > 0)
            ordered.at(static_cast<std::size_t>(metricTable[i].statusPlace) - 1) = i;
    }
    return ordered;
}();
static_assert(std::find(inStatusOrder.begin(), inStatusOrder.end(), metricTable.size()) == inStatusOrder.end(),
              "two metrics have the same statusPlace, or one has left it");

// The table as Markdown: --print-protocol sutra, and the README of this folder.
QString protocolTable();
// The same as a document for programs: /asyncapi.json.
dialects::AsyncApi asyncApi();

} // namespace signalbox::sutra
