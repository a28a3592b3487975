// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/authenticator.h"
#include "server/core/hub.h"
#include "server/core/runtime/process/poller.h"
#include "server/gateway/admission/connectionslots.h"
#include "server/gateway/admission/limits.h"
#include "server/gateway/timeouts.h"
#include "server/gateway/wire/engine.h"
#include "server/gateway/wire/places.h"
#include "server/model/metrics.h"

namespace signalbox::gateway {

// What all listeners and connections of one Gateway share.
struct Services
{
    core::Hub &hub;
    const core::Authenticator *authenticator = nullptr; // nullptr: no token is valid
    LimitTable limits;
    ConnectionSlots &connectionSlots;
    Places &places;
    core::Poller &poller;
    Engines &engines;
    Timeouts &timeouts;
    RequestFigures &figures;
};

} // namespace signalbox::gateway
