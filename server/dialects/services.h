// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/auth/authenticator.h"
#include "server/core/auth/sessions.h"
#include "server/core/config/config.h"
#include "server/core/hub.h"
#include "server/core/livestreams.h"

#include <functional>

namespace signalbox::dialects {

// What the server gives a dialect; all but limits and settings is the same for all dialects. The objects outlive the
// dialect. Server thread.
struct DialectServices
{
    core::Hub &hub;
    core::Authenticator *authenticator = nullptr; // null: credentials are refused
    core::Sessions *sessions = nullptr;           // for dialects with a login over REST
    core::Ask ask{};
    core::LiveStreams *streams = nullptr;
    std::function<bool()> isStoreOpen{}; // whether the database can be used; absent: yes
    core::Limits limits{};               // [limits] with [limits.<name>] over it
    core::DialectSettings settings{};    // [<name>]
};

} // namespace signalbox::dialects
