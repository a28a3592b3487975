// SPDX-License-Identifier: GPL-3.0-or-later
// bench_wire: load, and bare peers, for wire_table.py (docs/performance.md, "The wire path by itself"), which runs them
// as processes of their own. Nothing of Qt, so that a measurement shows the server's cost.
//
// bench_wire load PORT CLIENTS WINDOW SECONDS [IDLE]  deliveries per second of 1 KiB; IDLE more clients on /idle
// bench_wire connect PORT COUNT [IN_FLIGHT]           upgrades per second, then one message to all
// bench_wire status PORT CLIENTS SECONDS [ask]        how far the last client's frame of a tick is behind the first's;
//                                                     ask: of send, which sends when it is asked to
// bench_wire send|joined|beast                        serves; prints its port
#include "tests/bench/wirepeers.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr ssize_t pingBytes = 2; // the keep-alive is no delivery
using Clock = std::chrono::steady_clock;
using signalbox::bench::payloadBytes;

constexpr long frameBytes = payloadBytes + 4;

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

double secondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

class Load
{
public:
    explicit Load(int port) : m_port(port), m_poller(::epoll_create1(0)) {}
    // Without TIME_WAIT, of which some ten thousands would use up the ports.
    ~Load()
    {
        const linger now{1, 0};
        for (const int descriptor : m_all) {
            ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
            ::close(descriptor);
        }
    }

    void connect(const char *path, bool receives)
    {
        const int descriptor = begin(path);
        finish(descriptor);
        keep(descriptor, receives);
    }

    // Seconds, with that many upgrades under way at once.
    double connectMany(int count, int inFlight)
    {
        const Clock::time_point begun = Clock::now();
        std::vector<int> open;
        for (int number = 0; number < count; ++number) {
            open.push_back(begin("/"));
            if (int(open.size()) == inFlight || number + 1 == count) {
                for (const int descriptor : open) {
                    finish(descriptor);
                    keep(descriptor, true);
                }
                open.clear();
            }
        }
        return secondsSince(begun);
    }

    // One pass: each receiver has window messages when it returns.
    void pass(int window)
    {
        for (int number = 0; number < window; ++number)
            send(m_receivers.front(), m_trigger);
        for (long left = frameBytes * long(m_receivers.size()) * window; left > 0;)
            left -= receive();
    }

    double deliveriesPerSecond(int window, double seconds)
    {
        const Clock::time_point begun = Clock::now();
        long passes = 0;
        for (; secondsSince(begun) < seconds; ++passes)
            pass(window);
        return double(passes) * double(window) * double(m_receivers.size()) / secondsSince(begun);
    }

    // Milliseconds from the first to the last client that has a tick's frame.
    std::vector<double> spreads(double seconds)
    {
        std::vector<double> found;
        const Clock::time_point begun = Clock::now();
        Clock::time_point first;
        Clock::time_point last;
        while (secondsSince(begun) < seconds) {
            if (receive() == 0)
                continue;
            const Clock::time_point now = Clock::now();
            if (now - last > std::chrono::milliseconds(500)) {
                if (first != Clock::time_point())
                    found.push_back(std::chrono::duration<double, std::milli>(last - first).count());
                first = now;
            }
            last = now;
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    // The same of a server that sends when asked: it is asked every 2 s.
    std::vector<double> spreadsWhenAsked(double seconds)
    {
        std::vector<double> found;
        const Clock::time_point begun = Clock::now();
        while (secondsSince(begun) < seconds) {
            std::this_thread::sleep_for(std::chrono::seconds(2));
            send(m_all.front(), m_trigger);
            long missing = long(m_receivers.size()) * (payloadBytes + 4);
            Clock::time_point first;
            while (missing > 0) {
                missing -= receive();
                first = first == Clock::time_point() ? Clock::now() : first;
            }
            found.push_back(1000 * secondsSince(first));
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    int begin(const char *path) const
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(m_port));
        if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            fail("connect");
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        send(descriptor, "GET " + std::string(path)
                             + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return descriptor;
    }
    static void finish(int descriptor)
    {
        std::string answer;
        std::array<char, 4096> part;
        while (answer.find("\r\n\r\n") == std::string::npos) {
            const ssize_t got = ::recv(descriptor, part.data(), part.size(), 0);
            if (got <= 0)
                fail("no answer to an upgrade");
            answer.append(part.data(), static_cast<std::size_t>(got));
        }
        if (!answer.starts_with("HTTP/1.1 101"))
            fail(answer.c_str());
    }
    void keep(int descriptor, bool receives)
    {
        m_all.push_back(descriptor);
        if (!receives)
            return;
        m_receivers.push_back(descriptor);
        ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(m_poller, EPOLL_CTL_ADD, descriptor, &event);
    }
    static void send(int descriptor, std::string_view bytes)
    {
        if (::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
            fail("send");
    }
    long receive()
    {
        const int count = ::epoll_wait(m_poller, m_events.data(), int(m_events.size()), 20000);
        if (count <= 0)
            fail("a delivery is missing");
        long bytes = 0;
        for (int at = 0; at < count; ++at) {
            const int descriptor = m_events[static_cast<std::size_t>(at)].data.fd;
            const ssize_t got = ::recv(descriptor, m_scratch.data(), m_scratch.size(), 0);
            if (got == 0)
                fail("the server went");
            if (got == pingBytes)
                send(descriptor, std::string_view("\x8a\x80\0\0\0\0", 6));
            bytes += got > pingBytes ? got : 0;
        }
        return bytes;
    }

    const int m_port;
    const int m_poller;
    std::vector<int> m_all;
    std::vector<int> m_receivers;
    std::array<epoll_event, 256> m_events;
    std::array<char, 65536> m_scratch;
    const std::string m_trigger = std::string("\x82\xfe\x04\x00\0\0\0\0", 8) + std::string(payloadBytes, 'x');
};

int load(int port, int clients, int window, double seconds, int idle)
{
    Load load(port);
    for (int number = 0; number < clients; ++number)
        load.connect("/", true);
    for (int number = 0; number < idle; ++number)
        load.connect("/idle", false);
    load.deliveriesPerSecond(window, 0.3);
    std::printf("go\n"); // wire_table.py looks at the processor from here to the result
    std::fflush(stdout);
    std::printf("rate %.0f\n", load.deliveriesPerSecond(window, seconds));
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

int connects(int port, int count, int inFlight)
{
    Load load(port);
    std::printf("go\n");
    std::fflush(stdout);
    const int part = std::max(count / 10, 1);
    double all = 0;
    double first = 0;
    double last = 0;
    for (int done = 0; done < count; done += part) {
        last = load.connectMany(part, inFlight);
        first = done == 0 ? last : first;
        all += last;
    }
    load.pass(1);
    std::printf("rate %.0f first %.0f last %.0f\n", count / all, part / first, part / last);
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1; // the connections stay until wire_table.py has looked at the server
}

int status(int port, int clients, double seconds, bool asks)
{
    Load load(port);
    for (int number = 0; number < clients; ++number)
        load.connect("/ws", true);
    if (!asks)
        load.spreads(3);
    const std::vector<double> spreads = asks ? load.spreadsWhenAsked(seconds) : load.spreads(seconds);
    if (spreads.empty())
        fail("no tick");
    std::printf("ticks %zu median %.2f p99 %.2f worst %.2f\n", spreads.size(), spreads[spreads.size() / 2],
                spreads[(spreads.size() - 1) * 99 / 100], spreads.back());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto number = [&words](std::size_t at, int otherwise) {
        return words.size() > at ? std::atoi(words[at].c_str()) : otherwise;
    };
    if (words.size() >= 5 && words[0] == "load")
        return load(number(1, 0), number(2, 0), number(3, 0), std::atof(words[4].c_str()), number(5, 0));
    if (words.size() >= 3 && words[0] == "connect")
        return connects(number(1, 0), number(2, 0), number(3, 1));
    if (words.size() >= 4 && words[0] == "status")
        return status(number(1, 0), number(2, 0), std::atof(words[3].c_str()), words.size() > 4);
    if (words.size() == 1 && (words[0] == "send" || words[0] == "joined"))
        return signalbox::bench::serveRaw(words[0] == "joined");
    if (words.size() == 1 && words[0] == "beast")
        return signalbox::bench::serveBeast();
    std::fprintf(stderr, "usage: bench_wire load PORT CLIENTS WINDOW SECONDS [IDLE] | connect PORT COUNT [IN_FLIGHT] | "
                         "status PORT CLIENTS SECONDS | send | joined | beast\n");
    return 64;
}
