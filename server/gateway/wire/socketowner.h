// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <optional>

#include <sys/types.h>

namespace signalbox::gateway {

// The addresses of one TCP connection on this machine; IPv4 ones may be mapped.
struct SocketPair
{
    QHostAddress local; // of the socket that is looked for
    quint16 localPort = 0;
    QHostAddress remote;
    quint16 remotePort = 0;
};

// The user whose process made that socket, asked from the kernel (sock_diag, some microseconds). Nothing: the socket is of
// another network namespace, belongs to no process any more, or the kernel does not say. A user that has no number here,
// as one outside of a container, is nothing too. Safe to call from any thread.
std::optional<uid_t> socketOwner(const SocketPair &pair);

// Whether this kernel answers such questions at all, tried once. Where it does not, each one might have it look for a module.
bool tellsSocketOwners();

// The other end of a connection that this process holds, on this machine. Nothing: descriptor has no such connection.
std::optional<SocketPair> peerOf(int descriptor);

} // namespace signalbox::gateway
