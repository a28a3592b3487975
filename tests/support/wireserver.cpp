// SPDX-License-Identifier: GPL-3.0-or-later
// wireserver PORT echo|broadcast: the product's own wire path for outside load generators and conformance
// suites (docs/performance.md, "The wire path by itself"). echo answers each message with itself; broadcast sends each
// to every client but those on /idle. Loopback, no ceilings on connections and rates, messages up to 64 MiB.
#include "server/gateway/gateway.h"

#include <QCoreApplication>
#include <QTextStream>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

class WireDialect final : public dialects::Dialect
{
public:
    explicit WireDialect(bool broadcasts) : m_broadcasts(broadcasts) {}

    QString name() const override { return u"wire"_s; }
    dialects::SlowReader slowReader() const override { return dialects::SlowReader::Close1013; }
    bool matches(const dialects::RequestHead &) const override { return true; }
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override
    {
        decide(dialects::Accept{{u"anonymous"_s, Role::Viewer, {}, {}}, head.subprotocols.value(0)});
    }
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &) override;
    void changed(const Change &, const Replaced &) override {}
    QList<dialects::RestRoute> routes() override { return {}; }
    dialects::RestResponse restError(const dialects::RequestHead &, int status, const QString &message) const override
    {
        return dialects::RestResponse::text(status, message.toUtf8());
    }
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &head) const override
    {
        return restError(head, 404, u"no such path"_s);
    }

    void received(dialects::Peer &from, const dialects::Frame &frame)
    {
        if (!m_broadcasts)
            return from.send(frame);
        const QList<dialects::Peer *> everybody = m_peers;
        for (dialects::Peer *peer : everybody)
            peer->send(frame);
    }

    void add(dialects::Peer &peer) { m_peers.append(&peer); }
    void remove(dialects::Peer &peer) { m_peers.removeOne(&peer); }

private:
    const bool m_broadcasts;
    QList<dialects::Peer *> m_peers; // in the order in which they came, as the peers of wire_table.py have theirs
};

class WireSession final : public dialects::Session
{
public:
    WireSession(WireDialect &dialect, dialects::Peer &peer, bool listens) : m_dialect(dialect), m_peer(peer)
    {
        if (listens)
            m_dialect.add(m_peer);
    }
    void textReceived(const QByteArray &utf8) override { m_dialect.received(m_peer, dialects::Frame::text(utf8)); }
    void binaryReceived(const QByteArray &payload) override
    {
        m_dialect.received(m_peer, dialects::Frame::binary(payload));
    }
    void closed() override { m_dialect.remove(m_peer); }

private:
    WireDialect &m_dialect;
    dialects::Peer &m_peer;
};

std::unique_ptr<dialects::Session> WireDialect::create(dialects::Peer &peer, const dialects::RequestHead &head)
{
    return std::make_unique<WireSession>(*this, peer, head.path != "/idle"_L1);
}

void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // as app/headless.cpp has it
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(2);
    bool isNumber = false;
    const quint16 port = arguments.value(1).toUShort(&isNumber);
    if (!isNumber || (mode != "echo"_L1 && mode != "broadcast"_L1)) {
        QTextStream(stderr) << "usage: wireserver PORT echo|broadcast\n";
        return 64;
    }
    allowManyDescriptors();
    core::SystemClock clock;
    core::Ids ids;
    core::Hub hub(clock, ids);
    WireDialect dialect(mode == "broadcast"_L1);
    gateway::LimitTable limits;
    limits.general.messageBytes = 64 * 1024 * 1024;
    limits.general.backlogBytes = 256 * 1024 * 1024;
    limits.general.messagesPerSecond = 0;
    limits.general.socketsPerAddress = 0;
    limits.general.requestsPerSecond = 0;
    limits.general.heldBytesPerAddress = 0;
    gateway::Gateway gateway(hub, nullptr, {&dialect}, limits);
    gateway::ListenerOptions options;
    options.port = port;
    options.dialects = {dialect.name()};
    if (const Result<void> listening = gateway.listen({options}); !listening) {
        QTextStream(stderr) << "wireserver: " << listening.error().message << '\n';
        return 69;
    }
    QTextStream(stdout) << "listening on 127.0.0.1:" << gateway.listeners().constFirst().port << '\n' << Qt::flush;
    return QCoreApplication::exec();
}
