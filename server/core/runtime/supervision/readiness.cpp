// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/readiness.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace signalbox::core {

ReadinessProbe::ReadinessProbe(const QString &componentId, const Readiness &readiness, LogBook &logs, Clock &clock)
    : m_componentId(componentId)
    , m_readiness(readiness)
    , m_logs(logs)
    , m_clock(clock)
{
    if (const auto *log = std::get_if<ReadyLog>(&m_readiness)) {
        m_logs.await(m_componentId, log->text);
        connect(&m_logs, &LogBook::textSeen, this, [this](const QString &id) {
            if (id == m_componentId)
                Q_EMIT becameReady();
        });
    }
}

ReadinessProbe::~ReadinessProbe()
{
    if (std::holds_alternative<ReadyLog>(m_readiness))
        m_logs.await(m_componentId, {});
}

void ReadinessProbe::processStarted()
{
    if (std::holds_alternative<std::monostate>(m_readiness))
        Q_EMIT becameReady();
    else if (const auto *after = std::get_if<ReadyAfter>(&m_readiness))
        m_clock.after(after->delay, this, [this] { Q_EMIT becameReady(); });
    else if (const auto *tcp = std::get_if<ReadyTcp>(&m_readiness))
        tryConnect(tcp->port);
}

void ReadinessProbe::tryConnect(int port)
{
    auto *socket = new QTcpSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] {
        socket->abort();
        socket->deleteLater();
        Q_EMIT becameReady();
    });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket, port] {
        socket->deleteLater();
        m_clock.after(tcpPause, this, [this, port] { tryConnect(port); });
    });
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(port));
}

QString ReadinessProbe::description() const
{
    if (const auto *log = std::get_if<ReadyLog>(&m_readiness))
        return u"no line with '%1' was printed"_s.arg(log->text);
    if (const auto *tcp = std::get_if<ReadyTcp>(&m_readiness))
        return u"nothing answers on port %1"_s.arg(tcp->port);
    return {};
}

} // namespace signalbox::core
