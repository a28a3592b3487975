// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

namespace signalbox::core {

// docs/configuration.md: every key of every section with its default and meaning on one line, and an example of each section.
QString configReference(const Config &defaults);

// An example of a section such as "server" or "component", as TOML; empty: there is none.
QString configExample(const QString &path);

} // namespace signalbox::core
