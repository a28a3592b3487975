// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/clientsocket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <limits>

namespace signalbox::gateway {

void ClientSocket::limitUnsent(int bytes)
{
    const int limit = bytes > 0 ? bytes : std::numeric_limits<int>::max();
    ::setsockopt(descriptor(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &limit, sizeof limit);
}

} // namespace signalbox::gateway
