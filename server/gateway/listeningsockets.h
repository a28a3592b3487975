// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/poller.h"
#include "server/model/result.h"

#include <QHostAddress>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::gateway {

// The listening sockets of one Listener: all its addresses, on one port. Server thread; owned by its Listener.
class ListeningSockets
{
public:
    // Given each accepted descriptor, and owns it.
    using Accept = std::function<void(int descriptor, const QHostAddress &peer, quint16 port)>;

    // failed is told why none could be accepted, usually for want of descriptors; none is until resumeAccepting().
    ListeningSockets(Accept accept, std::function<void(const QString &)> failed);
    ~ListeningSockets();

    // addresses: IP addresses, or "localhost", which is 127.0.0.1 and ::1, whichever this machine has. port 0: any that is
    // free on all of them. Opens all or none. Errors: Conflict when one is taken, InvalidArgument, Internal; they name it.
    // poller: accepts plain clients in batches; null: Qt accepts them one by one.
    Result<void> open(const QStringList &addresses, quint16 port, core::Poller *poller);
    void close();

    QStringList addresses() const; // that are listened on
    quint16 port() const;
    bool isLoopback() const; // all of them
    void resumeAccepting();

private:
    class Socket;
    struct Wanted;
    static std::vector<Wanted> wantedOf(const QStringList &addresses);
    Result<void> openAll(const std::vector<Wanted> &wanted, quint16 port);

    const Accept m_accept;
    const std::function<void(const QString &)> m_failed;
    std::vector<std::unique_ptr<Socket>> m_sockets;
    core::Poller *m_poller = nullptr;
};

} // namespace signalbox::gateway
