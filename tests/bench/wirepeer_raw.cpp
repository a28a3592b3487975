// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wirepeers.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::bench {

namespace {

constexpr std::size_t joinedFrames = 64;

class RawServer
{
public:
    explicit RawServer(bool joined) : m_joined(joined)
    {
        const std::string frame = std::string("\x82\x7e\x04\x00", 4) + std::string(payloadBytes, 'x');
        for (std::size_t number = 0; number < joinedFrames; ++number)
            m_frames += frame;
        m_frameBytes = frame.size();
    }

    int serve()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        const int on = 1;
        ::setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(listener, 1024) != 0)
            return 1;
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length);
        std::printf("listening on 127.0.0.1:%d\n", ntohs(address.sin_port));
        std::fflush(stdout);
        watch(listener);
        std::array<epoll_event, 256> events;
        while (true) {
            const int count = ::epoll_wait(m_poller, events.data(), int(events.size()), -1);
            for (int at = 0; at < count; ++at) {
                const int descriptor = events[static_cast<std::size_t>(at)].data.fd;
                if (descriptor == listener)
                    watch(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK));
                else
                    receive(descriptor);
            }
        }
    }

private:
    void watch(int descriptor) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(m_poller, EPOLL_CTL_ADD, descriptor, &event);
    }

    void receive(int descriptor)
    {
        const ssize_t got = ::recv(descriptor, m_scratch.data(), m_scratch.size(), 0);
        if (got <= 0) {
            ::close(descriptor);
            std::erase(m_clients, descriptor);
            return;
        }
        const std::string_view bytes(m_scratch.data(), static_cast<std::size_t>(got));
        if (bytes.starts_with("GET ")) {
            if (!bytes.starts_with("GET /idle"))
                m_clients.push_back(descriptor);
            (void)::send(descriptor, "HTTP/1.1 101 S\r\n\r\n", 18, MSG_NOSIGNAL);
            return;
        }
        m_received += bytes.size();
        const std::size_t messages = m_received / (8 + payloadBytes);
        m_received %= 8 + payloadBytes;
        const std::size_t atOnce = m_joined ? messages : 1;
        for (std::size_t sent = 0; sent < messages; sent += atOnce) {
            for (const int client : m_clients)
                (void)::send(client, m_frames.data(), atOnce * m_frameBytes, MSG_NOSIGNAL);
        }
    }

    const bool m_joined;
    const int m_poller = ::epoll_create1(0);
    std::string m_frames;
    std::size_t m_frameBytes = 0;
    std::size_t m_received = 0; // of a message that is not whole
    std::vector<int> m_clients;
    std::array<char, joinedFrames * (8 + payloadBytes)> m_scratch;
};

} // namespace

int serveRaw(bool joined)
{
    return RawServer(joined).serve();
}

} // namespace signalbox::bench
