// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

namespace signalbox::core {

// Why the server refuses to listen beyond loopback with a configuration, and what is only worth a warning, on loopback
// too; each line says which key to set (docs/reliability.md, "No open door by accident"). The same for a start,
// --check-config and a reload.
struct Exposure
{
    QStringList refusals;
    QStringList warnings;

    // With --insecure the refusals are warnings.
    Exposure insisted() const { return {{}, refusals + warnings}; }
};

// Beyond loopback every password_hash is tried with each well-known password, which takes tens of milliseconds and 64 MiB
// a try: never on the server thread.
Exposure exposureOf(const Config &config);

} // namespace signalbox::core
