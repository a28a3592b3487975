// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unixaddress.h"

#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::app {

sockaddr_un controlAddress(int folder)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/%s", folder, controlName);
    return address;
}

bool isOfSameUser(int socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

} // namespace signalbox::app
