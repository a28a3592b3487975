// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/schema.h"

// What the `data` of each event holds; the rows of codes.h name these. A test demands that nothing else is sent, and that
// each member is.
namespace signalbox::ark::schemas {

dialects::Schema jobCreated();
dialects::Schema jobProgress();
dialects::Schema jobCompleted();
dialects::Schema jobFailed();
dialects::Schema jobCancelled();
dialects::Schema instanceCreated();
dialects::Schema instanceUpdated();
dialects::Schema instanceStatusChanged();
dialects::Schema instanceDeleted();
dialects::Schema instanceLog();
dialects::Schema agentRegistered();
dialects::Schema agentHeartbeat();
dialects::Schema agentOffline();
dialects::Schema systemError();

} // namespace signalbox::ark::schemas
