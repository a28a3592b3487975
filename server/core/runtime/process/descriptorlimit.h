// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

namespace signalbox::core {

// How many descriptors may be open (RLIMIT_NOFILE). The server takes as many as the system allows, since each client is
// one; what it starts gets back what the server was started with, which is little because of programs that use select().

void raiseDescriptorLimit(); // once, before anything is started
void restoreDescriptorLimit(pid_t child);
rlimit descriptorLimitOfChildren(); // what restoreDescriptorLimit() gives

} // namespace signalbox::core
