// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

namespace signalbox::core {

// What a run of the schedule comes down to: with an action on a description that has instances, one on all of these.
CommandBody commandOf(const Schedule &schedule, const Snapshot &snapshot);

} // namespace signalbox::core
