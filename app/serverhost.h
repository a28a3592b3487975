// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/server.h"

#include <QThread>

#include <atomic>

namespace signalbox::app {

// Owns the server thread and the Server on it. Main thread; owned by runDesktop() or runHeadless(). Every function but
// the destructor and end() returns at once.
class ServerHost : public QObject
{
    Q_OBJECT

public:
    explicit ServerHost(ServerSetup setup, QObject *parent = nullptr);
    ~ServerHost() override; // ends the thread; call stop() and wait for stopped() first

    void start();
    void stop();
    void reload();
    // Server::planReload(); tell is called on the server thread.
    void planReload(const QString &file, std::function<void(const Result<ReloadPlan> &)> tell);

    // After started(): the server's end of a window's link.
    link::LinkEndpoint *endpoint() const { return m_endpoint; }
    void detach();                                   // the window is gone and takes nothing any more: its link ends
    bool hasStopped() const { return m_hasStopped; } // any thread
    void end();                                      // the thread, and the server with it; after stopped(), waits

Q_SIGNALS: // on the server thread
    void started(const QList<signalbox::ListenerInfo> &listeners);
    void failed(const signalbox::StartFailure &failure);
    void stopped();

private:
    QThread m_thread;
    Server *m_server;
    link::LinkEndpoint *m_endpoint = nullptr;
    std::atomic<bool> m_hasStopped = false;
};

} // namespace signalbox::app
