// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/readiness.h"

#include "server/core/runtime/process/portholder.h"
#include "server/core/runtime/process/processtree.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace signalbox::core {

ReadinessProbe::ReadinessProbe(const QString &componentId, const ProbeConfig &readiness, LogBook &logs, Clock &clock)
    : m_componentId(componentId)
    , m_readiness(readiness)
    , m_logs(logs)
    , m_clock(clock)
{
    if (!m_readiness.log.isEmpty()) {
        m_logs.await(m_componentId, m_readiness.log);
        connect(&m_logs, &LogBook::textSeen, this, [this](const QString &id) {
            if (id == m_componentId)
                Q_EMIT becameReady();
        });
    }
}

ReadinessProbe::~ReadinessProbe()
{
    if (!m_readiness.log.isEmpty())
        m_logs.await(m_componentId, {});
}

void ReadinessProbe::processStarted(qint64 treeRoot)
{
    m_treeRoot = treeRoot;
    if (!m_readiness.isSet())
        Q_EMIT becameReady();
    else if (m_readiness.after)
        m_clock.after(*m_readiness.after, this, [this] { Q_EMIT becameReady(); });
    else if (m_readiness.tcp)
        tryConnect(*m_readiness.tcp);
}

void ReadinessProbe::tryConnect(int port, bool overV6)
{
    auto *socket = new QTcpSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket, port] {
        socket->abort();
        socket->deleteLater();
        answered(port);
    });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket, port, overV6] {
        socket->deleteLater();
        if (!overV6)
            return tryConnect(port, true);
        m_clock.after(tcpPause, this, [this, port] { tryConnect(port); });
    });
    socket->connectToHost(QHostAddress(overV6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost),
                          static_cast<quint16>(port));
}

// Another program may hold the port; then the component will hardly get it.
void ReadinessProbe::answered(int port)
{
    const QList<qint64> own = readProcessTrees({m_treeRoot}).value(m_treeRoot).descendants;
    const PortHolder holder = portHolder(port, own);
    if (holder.isAmong)
        return Q_EMIT becameReady();
    const QString stranger = holder.pid == 0 ? u"a process of another user"_s
                                             : u"process %1 (%2)"_s.arg(QString::number(holder.pid), holder.name);
    if (std::exchange(m_stranger, stranger) != stranger)
        m_logs.note(m_componentId, LogLevel::Warn,
                    u"port %1 is held by %2, which is none of this component's"_s.arg(QString::number(port), stranger));
    m_clock.after(strangerPause, this, [this, port] { tryConnect(port); });
}

QString ReadinessProbe::description() const
{
    if (!m_readiness.log.isEmpty())
        return u"no line with '%1' was printed"_s.arg(m_readiness.log);
    if (m_readiness.tcp)
        return m_stranger.isEmpty() ? u"nothing answers on port %1"_s.arg(*m_readiness.tcp)
                                    : u"port %1 is held by %2, which is none of its own"_s.arg(
                                          QString::number(*m_readiness.tcp), m_stranger);
    return {};
}

} // namespace signalbox::core
