// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configcodecs.h"

namespace signalbox::core {

// What no single key can see: duplicates, references, cycles, contradictions. `root` is the document the configuration
// was read from and gives the positions. Values that were already complained about (empty ids) are passed over.
void checkConfig(const Config &config, const TomlNode &root, ProblemList &problems);

} // namespace signalbox::core
