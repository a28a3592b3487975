// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

namespace signalbox::test {

// What printConfig() can give back: passwords and their hashes are never printed.
inline core::Config withoutSecrets(core::Config config)
{
    for (core::UserConfig &user : config.users) {
        user.password.clear();
        user.passwordHash.clear();
    }
    return config;
}

} // namespace signalbox::test
