// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serverhost.h"

#include "app/systemd.h"

#include <QTimer>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

constexpr Milliseconds stoppingPeriod{5'000}; // shorter than what notifyStopping() asks for

// The person at the window could also start and stop the program, and therefore is an admin.
Actor consoleActor()
{
    QString name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = getuid() == 0 ? u"root"_s : u"console"_s;
    return {name, Role::Admin, u"console"_s, {}};
}

} // namespace

ServerHost::ServerHost(ServerSetup setup, QObject *parent) : QObject(parent), m_server(new Server(std::move(setup)))
{
    m_thread.setObjectName(u"server"_s);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    // Runs on the server thread, before the main thread receives started().
    connect(m_server, &Server::started, m_server, [this] { m_endpoint = m_server->openLink(consoleActor()); });
    connect(m_server, &Server::stopped, m_server, [this] { m_hasStopped = true; });
    connect(m_server, &Server::started, this, &ServerHost::started, Qt::DirectConnection);
    connect(m_server, &Server::failed, this, &ServerHost::failed, Qt::DirectConnection);
    connect(m_server, &Server::stopped, this, &ServerHost::stopped, Qt::DirectConnection);
    connect(m_server, &Server::reloadBegan, m_server, &systemd::notifyReloading);
    connect(m_server, &Server::reloadEnded, m_server, [] { systemd::notify("READY=1"); });
    m_thread.start();
}

ServerHost::~ServerHost()
{
    end();
}

void ServerHost::end()
{
    m_thread.quit();
    m_thread.wait();
}

void ServerHost::detach()
{
    QMetaObject::invokeMethod(m_server, [endpoint = std::exchange(m_endpoint, nullptr)] { delete endpoint; });
}

void ServerHost::start()
{
    QMetaObject::invokeMethod(m_server, [this] {
        if (const auto period = systemd::watchdogPeriod()) {
            auto *watchdog = new QTimer(m_server); // on the server thread, so that WATCHDOG=1 says that it turns
            QObject::connect(watchdog, &QTimer::timeout, m_server, [] { systemd::notify("WATCHDOG=1"); });
            watchdog->start(*period);
        }
        m_server->start();
    });
}

void ServerHost::stop()
{
    systemd::notify("STOPPING=1");
    QMetaObject::invokeMethod(m_server, [this] {
        // Components take as long as their stop_timeout says, and TimeoutStopSec knows nothing of that. On the server
        // thread: one that hangs asks for no more time.
        auto *patience = new QTimer(m_server);
        QObject::connect(patience, &QTimer::timeout, m_server, &systemd::notifyStopping);
        patience->start(stoppingPeriod);
        systemd::notifyStopping();
        m_server->stop();
    });
}

void ServerHost::reload()
{
    QMetaObject::invokeMethod(m_server, [this] { m_server->reload(); });
}

void ServerHost::planReload(const QString &file, std::function<void(const Result<ReloadPlan> &)> tell)
{
    QMetaObject::invokeMethod(m_server, [this, file, tell = std::move(tell)] { m_server->planReload(file, tell); });
}

} // namespace signalbox::app
