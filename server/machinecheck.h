// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configio.h"

namespace signalbox {

// What a configuration without mistakes names and this machine has not, for people, a text each: programs of commands, hooks,
// probes and secrets, working directories, certificates and their keys. And users without a password. Each text begins with the file and line where the
// document is known. It looks at files, as the user that runs this program. dataDirectory: absolute.
QStringList machineWarnings(const core::Config &config, const core::ConfigDocument *document,
                            const QString &dataDirectory);

} // namespace signalbox
