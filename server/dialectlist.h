// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"
#include "server/dialects/services.h"

#include <memory>
#include <vector>

namespace signalbox {

// A dialect of this program: all that the code outside its folder knows of it.
struct DialectRow
{
    core::DialectFacts facts;  // name, default port, limits, settings
    QString (*messageTable)(); // Markdown, for --print-protocol and the README of its folder
    std::unique_ptr<dialects::Dialect> (*make)(const dialects::DialectServices &services);
};

// All dialects, in the order of the default listeners. How to add one: CONTRIBUTING.md, "Where does my line go?".
const std::vector<DialectRow> &dialectList();

// The configuration with every key at its default.
core::Config defaultConfig();

// What AgentRegistry and Engine take from the sections of dialects: [ark] heartbeat_interval, and [limits.pow], whose
// connections are also the calls that may run at once (0: no ceiling).
Milliseconds agentHeartbeat(const core::Config &config);
core::Limits callLimits(const core::Config &config);

} // namespace signalbox
