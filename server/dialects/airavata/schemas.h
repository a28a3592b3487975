// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/schema.h"

// What the `data` of each message holds; the rows of codes.h name these. What the protocol document does not have may be
// missing, so that its own examples fit. A test demands that nothing else is sent, and that each member is.
namespace signalbox::airavata::schemas {

dialects::Schema status();       // statistics, or what became of a subscription
dialects::Schema subscription(); // what a client asks for
dialects::Schema experiment();
dialects::Schema experimentProgress();
dialects::Schema task();
dialects::Schema taskProgress();
dialects::Schema worker();

} // namespace signalbox::airavata::schemas
