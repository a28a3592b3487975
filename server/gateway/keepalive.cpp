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

KeepAlive::KeepAlive(const ClientSocket &socket, core::Clock &clock, Milliseconds interval,
                     std::function<bool()> isRead)
    : m_socket(socket)
    , m_clock(clock)
    , m_interval(interval)
    , m_isRead(std::move(isRead))
    , m_pingedAt(clock.steady())
{
}

void KeepAlive::start()
{
    wait();
}

void KeepAlive::wait()
{
    m_clock.after(m_interval, this, [this] { wake(); });
}

void KeepAlive::wake()
{
    const tcp_info info = infoOf(m_socket);
    const bool takesBytes = info.tcpi_bytes_acked > std::exchange(m_acknowledged, info.tcpi_bytes_acked);
    const bool wasBlocked = std::exchange(m_wasBlocked, info.tcpi_notsent_bytes > 0 || !m_isRead());
    if (std::exchange(m_heard, false) || (wasBlocked && takesBytes))
        m_unanswered = 0;
    if (m_unanswered == 2) {
        Q_EMIT lost();
        return;
    }
    ++m_unanswered;
    m_pingedAt = m_clock.steady();
    Q_EMIT pingDue();
    wait();
}

} // namespace signalbox::gateway
