// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

namespace signalbox::test {

// What printConfig() can give back: passwords, their hashes and values of environments are never printed.
inline core::Config withoutSecrets(core::Config config)
{
    for (core::UserConfig &user : config.users) {
        user.password.clear();
        user.passwordHash.clear();
    }
    for (core::ComponentConfig &component : config.components)
        component.environment.clear();
    for (core::ProcessConfig &process : config.processes)
        process.environment.clear();
    return config;
}

} // namespace signalbox::test
