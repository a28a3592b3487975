// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/keepalive.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <utility>

namespace signalbox::gateway {

namespace {

tcp_info infoOf(const ClientSocket &socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    (void)::getsockopt(socket.descriptor(), IPPROTO_TCP, TCP_INFO, &info, &size);
    return info;
}

} // namespace

KeepAlive::KeepAlive(const ClientSocket &socket, Timeouts &timeouts, Milliseconds interval, User &user)
    : m_socket(socket)
    , m_clock(timeouts.clock())
    , m_user(user)
    , m_interval(interval)
    , m_pingedAt(m_clock.steady())
    , m_next(timeouts, [this] { wake(); })
{
    m_next.start(m_interval);
}

void KeepAlive::wake()
{
    const tcp_info info = infoOf(m_socket);
    const bool takesBytes = info.tcpi_bytes_acked > std::exchange(m_acknowledged, info.tcpi_bytes_acked);
    const bool wasBlocked = std::exchange(m_wasBlocked, info.tcpi_notsent_bytes > 0 || !m_user.isRead());
    if (std::exchange(m_heard, false) || (wasBlocked && takesBytes))
        m_unanswered = 0;
    if (m_unanswered == 2)
        return m_user.peerLost();
    ++m_unanswered;
    m_pingedAt = m_clock.steady();
    m_next.start(m_interval);
    m_user.pingDue();
}

} // namespace signalbox::gateway
