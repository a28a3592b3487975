// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/un.h>

namespace signalbox::app {

constexpr auto controlName = "control";

// The address of the control socket in an open folder, by way of /proc: a path of the folder may be longer than an address.
sockaddr_un controlAddress(int folder);

// Whether the process at the other end is this user's or root's.
bool isOfSameUser(int socket);

} // namespace signalbox::app
