// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/schema.h"

// What each frame holds; the rows of codes.h name these. A test demands that nothing else is sent, and that each member
// is.
namespace signalbox::sutra::schemas {

dialects::Schema status();
dialects::Schema narrowedStatus();
dialects::Schema subscribe();

} // namespace signalbox::sutra::schemas
