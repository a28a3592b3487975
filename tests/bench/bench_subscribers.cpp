// SPDX-License-Identifier: GPL-3.0-or-later
// bench_subscribers [batches] [rounds]: docs/performance.md, "One tick for any number of clients". The CPU time that
// one Airavata event costs the server process, by the number of receivers and of all clients. The server is a process
// of its own (this program with --serve) with the product's Hub, dialect and Gateway, and the limits raised by
// configuration; the clients are here. More clients around the receivers must change nothing, more receivers must cost
// in proportion.
#include "server/core/auth/userauthenticator.h"
#include "server/core/config/configio.h"
#include "server/dialectlist.h"
#include "server/dialects/airavata/airavatadialect.h"
#include "server/gateway/gateway.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTextStream>
#include <QTimer>
#include <QtEndian>

#include <sys/resource.h>
#include <unistd.h>

#include <ctime>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int eventsPerBatch = 20;
const QList<int> groups{0, 10, 100, 300, 1000}; // experiment r<n> has the first n clients as subscribers

const QByteArray limitsToml = "[limits.airavata]\nconnections = 8000\nconnections_per_user = 8000\n"
                              "connections_per_address = 8000\n";

void allowManyDescriptors()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// ---- the server

class Served : public QObject
{
public:
    Served()
    {
        gateway::ListenerOptions options;
        options.dialects = {u"airavata"_s};
        for (const int receivers : groups)
            rename(receivers, 0);
        if (const Result<void> listening = m_gateway.listen({options}); !listening)
            qFatal("%s", qPrintable(listening.error().message));
        m_out << m_gateway.listeners().constFirst().port << ' ' << *m_tokens.issue(u"bench"_s, std::chrono::hours(1))
              << '\n'
              << Qt::flush;
        connect(&m_input, &QSocketNotifier::activated, this, [this] {
            std::array<char, 64> line{};
            const ssize_t got = ::read(STDIN_FILENO, line.data(), line.size());
            if (got <= 0)
                return QCoreApplication::quit();
            m_left = eventsPerBatch;
            m_receivers = QByteArray(line.data(), got).trimmed().toInt();
            m_before = cpuMicroseconds();
            next();
        });
    }

private:
    static qint64 cpuMicroseconds()
    {
        timespec used{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return qint64(used.tv_sec) * 1'000'000 + used.tv_nsec / 1000;
    }

    // A new name is exactly one event. Each gets a turn of the event loop of its own, so that no two share a write.
    void next()
    {
        if (m_left-- > 0) {
            rename(m_receivers, ++m_number);
            return QTimer::singleShot(0, this, [this] { next(); });
        }
        QTimer::singleShot(1, this, [this] { m_out << cpuMicroseconds() - m_before << '\n' << Qt::flush; });
    }

    void rename(int receivers, int number)
    {
        Execution execution;
        execution.id = u"r%1"_s.arg(receivers);
        execution.kind = ExecutionKind::Experiment;
        execution.name = u"Sweep %1"_s.arg(number, 8);
        execution.owner = u"bench"_s;
        execution.project = u"default"_s;
        (void)m_hub.record(ExecutionChanged{execution});
    }

    core::SystemClock m_clock;
    core::Ids m_ids;
    core::Hub m_hub{m_clock, m_ids};
    core::Tokens m_tokens{m_clock, {QByteArray(32, 'k'), {}, {}}};
    core::UserAuthenticator m_users{m_clock, m_tokens, {{{u"bench"_s, {}, {}, {u"operator"_s}}, {}, {}}}};
    airavata::AiravataDialect m_dialect{dialects::DialectServices{m_hub, &m_users, &m_users}};
    gateway::Gateway m_gateway{
        m_hub, &m_users, QList<dialects::Dialect *>{&m_dialect},
        gateway::LimitTable::of(core::parseConfig(limitsToml, u"bench"_s, defaultConfig()).config)};
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QTextStream m_out{stdout};
    int m_receivers = 0;
    int m_left = 0;
    int m_number = 0;
    qint64 m_before = 0;
};

// ---- the clients

QByteArray masked(const QByteArray &text) // with a mask of zeros (RFC 6455, 5.3)
{
    const QByteArray length = text.size() < 126
                                  ? QByteArray(1, char(0x80 | text.size()))
                                  : QByteArray(1, char(0xfe)) + char(text.size() >> 8) + char(text.size());
    return QByteArray(1, char(0x81)) + length + QByteArray(4, '\0') + text;
}

class Subscriber : public QObject
{
public:
    Subscriber(quint16 port, const QByteArray &token, int number, int &events) : m_events(events)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.write("GET /ws/experiments/own-" + QByteArray::number(number) + "?token=" + token
                       + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        for (const int receivers : groups) {
            if (number < receivers)
                m_socket.write(masked(R"({"type":"subscribe","resourceType":"experiment","resourceId":"r)"
                                      + QByteArray::number(receivers) + "\"}"));
        }
        m_socket.write(masked(R"({"type":"ping"})")); // answered after all subscriptions
        connect(&m_socket, &QTcpSocket::readyRead, this, &Subscriber::read);
    }

    void stayAlive() { m_socket.write(masked(R"({"type":"pong"})")); }
    bool isReady() const { return m_isReady; }

private:
    void read()
    {
        m_bytes += m_socket.readAll();
        if (!m_isUpgraded) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            if (!m_bytes.startsWith("HTTP/1.1 101"))
                qFatal("no upgrade: %s", m_bytes.constData());
            m_isUpgraded = true;
            m_bytes.remove(0, end + 4);
        }
        qsizetype at = 0;
        while (m_bytes.size() - at >= 4) {
            const int length = m_bytes.at(at + 1);
            const qsizetype head = length == 126 ? 4 : 2;
            const qsizetype size = length == 126 ? qFromBigEndian<quint16>(m_bytes.constData() + at + 2) : length;
            if (m_bytes.size() - at < head + size)
                break;
            const QByteArrayView frame = QByteArrayView(m_bytes).sliced(at + head, size);
            m_events += frame.startsWith(R"({"type":"experiment_updated")");
            m_isReady = m_isReady || frame.startsWith(R"({"type":"pong")");
            if (m_bytes.at(at) == char(0x88))
                qFatal("closed: %s", frame.toByteArray().constData());
            at += head + size;
        }
        m_bytes.remove(0, at);
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
    bool m_isUpgraded = false;
    bool m_isReady = false;
    int &m_events; // received by all clients
};

class Bench
{
public:
    Bench(int batches, int rounds) : m_batches(batches), m_rounds(rounds)
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
        if (!m_server.waitForReadyRead(10000))
            qFatal("the server does not start");
        const QList<QByteArray> words = m_server.readLine().trimmed().split(' ');
        m_port = words.at(0).toUShort();
        m_token = words.at(1);
    }
    ~Bench()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished();
    }

    void grow(int clients)
    {
        while (int(m_clients.size()) < clients) {
            const std::size_t before = m_clients.size();
            while (int(m_clients.size()) < clients && m_clients.size() < before + 30)
                m_clients.push_back(std::make_unique<Subscriber>(m_port, m_token, int(m_clients.size()), m_events));
            waitFor([&] {
                return std::all_of(m_clients.cbegin() + std::ptrdiff_t(before), m_clients.cend(),
                                   [](const auto &client) { return client->isReady(); });
            });
        }
    }
    void shrink(int clients)
    {
        m_clients.resize(std::size_t(clients));
        (void)batch(0); // lets the server notice the closed connections
    }

    // Microseconds of the server's CPU per event: the median of the rounds.
    double measure(int receivers)
    {
        for (const auto &client : m_clients)
            client->stayAlive();
        (void)batch(receivers);
        QList<double> costs;
        for (int round = 0; round < m_rounds; ++round) {
            qint64 used = 0;
            for (int number = 0; number < m_batches; ++number)
                used += batch(receivers);
            costs.append(double(used) / (m_batches * eventsPerBatch));
        }
        std::sort(costs.begin(), costs.end());
        return costs.at(costs.size() / 2);
    }

private:
    static void waitFor(const std::function<bool()> &isDone)
    {
        QDeadlineTimer patience(20000);
        while (!isDone()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (patience.hasExpired())
                qFatal("nothing more came");
        }
    }

    // Checks that each receiver gets each event once, and no other client any.
    qint64 batch(int receivers)
    {
        m_server.write(QByteArray::number(receivers) + '\n');
        m_events = 0;
        const int expected = receivers * eventsPerBatch;
        waitFor([&] { return m_events >= expected && m_server.canReadLine(); });
        if (m_events != expected)
            qFatal("%d events for %d receivers", m_events, receivers);
        return m_server.readLine().trimmed().toLongLong();
    }

    const int m_batches;
    const int m_rounds;
    QProcess m_server;
    quint16 m_port = 0;
    QByteArray m_token;
    int m_events = 0;
    std::vector<std::unique_ptr<Subscriber>> m_clients;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    allowManyDescriptors();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--serve"_L1) {
        const Served served;
        return QCoreApplication::exec();
    }
    Bench bench(arguments.value(1, u"10"_s).toInt(), arguments.value(2, u"5"_s).toInt());
    QTextStream out(stdout);
    // A turn of Qt's event loop polls every socket, busy or not: an event without receivers costs that alone. An event
    // with receivers takes one more turn, for the writes.
    const auto line = [&](int receivers, int clients, double &reference) {
        const double turn = bench.measure(0);
        const double cost = bench.measure(receivers);
        const double net = cost - turn;
        reference = reference > 0 ? reference : net;
        out << QString::number(receivers).rightJustified(9) << QString::number(clients).rightJustified(9)
            << QString::number(cost, 'f', 1).rightJustified(10) << QString::number(turn, 'f', 1).rightJustified(10)
            << QString::number(net, 'f', 1).rightJustified(10)
            << QString::number(net / receivers, 'f', 2).rightJustified(13)
            << QString::number(net / reference, 'f', 2).rightJustified(8) << '\n'
            << Qt::flush;
    };
    out << "                    CPU of the server in us per event\n"
           "receivers  clients     whole  the turn  the rest  per receiver   ratio\n";
    double fewest = 0;
    for (const int clients : {100, 300, 1000, 3000}) {
        bench.grow(clients);
        line(100, clients, fewest);
    }
    bench.shrink(1000);
    out << '\n';
    double tenth = 0;
    for (const int receivers : {100, 10, 300, 1000}) // 100 first: the reference
        line(receivers, 1000, tenth);
    return 0;
}
