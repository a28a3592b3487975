// SPDX-License-Identifier: GPL-3.0-or-later
// bench_broadcast WIRESERVER [subscribers] [window] [seconds]: docs/performance.md, "Broadcast, one message in flight"
// and "Broadcast, eight messages in flight". Three servers in turn and again in reverse, each a process of its own,
// under the same load: the product (wireserver … broadcast), a plain sendTextMessage loop, and a bare send() loop. Cost
// grows linearly with subscribers and with nothing else.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>
#include <QWebSocket>
#include <QWebSocketServer>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr int payloadBytes = 1024;
constexpr qint64 frameBytes = payloadBytes + 4;

void announce(quint16 port)
{
    QTextStream(stdout) << "listening on 127.0.0.1:" << port << '\n' << Qt::flush;
}

int servePlain()
{
    QWebSocketServer server(u"plain"_s, QWebSocketServer::NonSecureMode);
    server.setMaxPendingConnections(10000);
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QList<QWebSocket *> clients;
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
        QWebSocket *client = server.nextPendingConnection();
        clients.append(client);
        QObject::connect(client, &QWebSocket::textMessageReceived, &server, [&](const QString &text) {
            for (QWebSocket *other : std::as_const(clients))
                other->sendTextMessage(text);
        });
    });
    announce(server.serverPort());
    return QCoreApplication::exec();
}

// The bare send() loop, without WebSockets: answers a client's first bytes with "HTTP/1.1 101" and sends a ready-made
// frame to all clients for any later ones.
int serveRaw()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(listener, 1024) != 0)
        return 1;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length);
    announce(ntohs(address.sin_port));
    const int poller = ::epoll_create1(0);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener;
    ::epoll_ctl(poller, EPOLL_CTL_ADD, listener, &event);
    const QByteArray frame = QByteArray("\x81\x7e\x04\x00", 4) + QByteArray(payloadBytes, 'x');
    std::map<int, bool> upgraded;
    std::array<epoll_event, 256> events;
    std::array<char, 65536> scratch;
    while (true) {
        const int count = ::epoll_wait(poller, events.data(), int(events.size()), -1);
        for (int at = 0; at < count; ++at) {
            const int descriptor = events[std::size_t(at)].data.fd;
            if (descriptor == listener) {
                event.data.fd = ::accept(listener, nullptr, nullptr);
                const int on = 1;
                ::setsockopt(event.data.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                ::epoll_ctl(poller, EPOLL_CTL_ADD, event.data.fd, &event);
                upgraded[event.data.fd] = false;
                continue;
            }
            const ssize_t got = ::recv(descriptor, scratch.data(), scratch.size(), 0);
            if (got <= 0) {
                ::close(descriptor);
                upgraded.erase(descriptor);
            } else if (!upgraded[descriptor]) {
                upgraded[descriptor] = true;
                (void)::send(descriptor, "HTTP/1.1 101 S\r\n\r\n", 18, MSG_NOSIGNAL);
            } else {
                for (ssize_t triggers = got / (8 + payloadBytes); triggers > 0; --triggers) {
                    for (const auto &[other, ready] : upgraded)
                        (void)::send(other, frame.constData(), std::size_t(frame.size()), MSG_NOSIGNAL);
                }
            }
        }
    }
}

class Load
{
public:
    Load(quint16 port, int subscribers)
    {
        m_poller = ::epoll_create1(0);
        for (int number = 0; number < subscribers; ++number)
            m_descriptors.push_back(connectTo(port));
        for (std::size_t at = 0; at < m_descriptors.size(); ++at) {
            ::fcntl(m_descriptors[at], F_SETFL, O_NONBLOCK);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.fd = m_descriptors[at];
            ::epoll_ctl(m_poller, EPOLL_CTL_ADD, m_descriptors[at], &event);
        }
    }
    ~Load()
    {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
        ::close(m_poller);
    }

    // Deliveries per second with `window` messages in flight.
    double run(int window, qint64 milliseconds)
    {
        const qint64 perRound = frameBytes * qint64(m_descriptors.size()) * window;
        QElapsedTimer timer;
        timer.start();
        qint64 rounds = 0;
        while (timer.elapsed() < milliseconds) {
            for (int number = 0; number < window; ++number)
                (void)::send(m_descriptors.front(), m_trigger.constData(), std::size_t(m_trigger.size()), MSG_NOSIGNAL);
            for (qint64 left = perRound; left > 0;)
                left -= receive();
            ++rounds;
        }
        return double(rounds) * double(perRound / frameBytes) * 1000.0 / double(timer.elapsed());
    }

private:
    static int connectTo(quint16 port)
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot connect");
        const QByteArray head("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        (void)::send(descriptor, head.constData(), std::size_t(head.size()), MSG_NOSIGNAL);
        QByteArray answer;
        char byte = 0;
        while (!answer.endsWith("\r\n\r\n") && ::recv(descriptor, &byte, 1, 0) == 1)
            answer.append(byte);
        if (!answer.startsWith("HTTP/1.1 101"))
            qFatal("no upgrade: %s", answer.constData());
        return descriptor;
    }

    qint64 receive()
    {
        qint64 bytes = 0;
        const int count = ::epoll_wait(m_poller, m_events.data(), int(m_events.size()), 5000);
        if (count <= 0)
            qFatal("a delivery is missing");
        for (int at = 0; at < count; ++at) {
            const ssize_t got = ::recv(m_events[std::size_t(at)].data.fd, m_scratch.data(), m_scratch.size(), 0);
            bytes += std::max<ssize_t>(got, 0);
        }
        return bytes;
    }

    int m_poller = -1;
    std::vector<int> m_descriptors;
    std::array<epoll_event, 256> m_events;
    std::array<char, 65536> m_scratch;
    const QByteArray m_trigger = QByteArray("\x81\xfe\x04\x00\0\0\0\0", 8) + QByteArray(payloadBytes, 'x');
};

double measure(const QStringList &command, int subscribers, int window, int seconds)
{
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(command.first(), command.sliced(1));
    if (!server.waitForReadyRead(10000))
        qFatal("%s does not start", qPrintable(command.first()));
    const quint16 port = server.readLine().trimmed().split(':').last().toUShort();
    double rate = 0;
    {
        Load load(port, subscribers);
        load.run(window, 300);
        rate = load.run(window, seconds * 1000);
    }
    server.kill();
    server.waitForFinished();
    return rate;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--plain"_L1)
        return servePlain();
    if (arguments.value(1) == "--raw"_L1)
        return serveRaw();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: bench_broadcast WIRESERVER [subscribers] [window] [seconds]\n";
        return 64;
    }
    const int subscribers = arguments.value(2, u"500"_s).toInt();
    const int window = arguments.value(3, u"1"_s).toInt();
    const int seconds = arguments.value(4, u"2"_s).toInt();
    const QString self = QCoreApplication::applicationFilePath();
    const QList<std::pair<QString, QStringList>> servers{{u"product"_s, {arguments.at(1), u"0"_s, u"broadcast"_s}},
                                                         {u"plain"_s, {self, u"--plain"_s}},
                                                         {u"raw"_s, {self, u"--raw"_s}}};
    QMap<QString, QList<double>> rates;
    for (int round = 0; round < 4; ++round) {
        for (qsizetype at = 0; at < servers.size(); ++at) {
            const auto &[name, command] = servers.at(round % 2 == 0 ? at : servers.size() - 1 - at);
            rates[name].append(measure(command, subscribers, window, seconds));
        }
    }
    const double product = median(rates.value(u"product"_s));
    QTextStream out(stdout);
    for (const auto &[name, command] : servers) {
        const double rate = median(rates.value(name));
        out << name.leftJustified(8) << qint64(rate) << " deliveries/s, product/" << name << ' '
            << QString::number(product / rate, 'f', 2) << '\n';
    }
    return 0;
}
