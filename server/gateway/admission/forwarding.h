// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/requesthead.h"

#include <QHostAddress>

#include <optional>

namespace signalbox::gateway {

// Addresses and subnets ("127.0.0.1", "10.0.0.0/8") of [server] trusted_proxies. Pure value.
class TrustedProxies
{
public:
    TrustedProxies() = default;
    explicit TrustedProxies(const QStringList &subnets);

    bool contains(const QHostAddress &address) const; // an IPv4 one may be mapped

private:
    QList<QPair<QHostAddress, int>> m_subnets;
};

// Whose request a head is, by what proxies say in X-Forwarded-For, Forwarded and X-Real-IP.
struct Forwarding
{
    bool isForwarded = false; // some header says that a proxy was in between; Via and X-Forwarded-* count, too
    // The rightmost address that is no trusted proxy's, or the leftmost when all are; only a trusted peer is believed. Null:
    // nobody trusted says, or they contradict each other.
    QHostAddress client;
};

// Pure function. peer: the other end of the connection.
Forwarding forwardingOf(const dialects::RequestHead &head, const QHostAddress &peer, const TrustedProxies &trusted);

} // namespace signalbox::gateway
