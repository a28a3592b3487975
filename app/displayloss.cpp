// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/displayloss.h"

#include "app/controlsocket.h"
#include "app/headless.h"
#include "app/reaper.h"
#include "app/serverhost.h"
#include "app/unixsignals.h"
#include "server/serverlog.h"

#include <QEventLoop>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

ServerHost *server = nullptr;
std::function<void(ControlSocket &)> openWithoutWindow;
QtMessageHandler usualHandler = nullptr;

// As runHeadless() from the start of its event loop on.
void serveWithoutWindow()
{
    qCWarning(lcServer,
              "the display of the window is gone; the server goes on without a window (to stop it: kill %lld)",
              static_cast<long long>(::getpid()));
    UnixSignals signalsOfUnix;
    const Reaper reaper;
    ControlSocket control; // the window's is of a thread that waits for this one
    openWithoutWindow(control);
    QEventLoop loop;
    QObject::connect(server, &ServerHost::stopped, &loop, &QEventLoop::quit);
    obeySignals(signalsOfUnix, *server, loop, [] { server->stop(); });
    server->detach();
    if (!server->hasStopped())
        loop.exec();
    server->end();
}

// "The X11 connection broke (error 1). Did the X11 server die?", "The Wayland connection broke. …": the last thing that
// Qt does before exit().
bool saysThatDisplayIsGone(const QString &message)
{
    return message.startsWith("The X11 connection "_L1) || message.startsWith("The Wayland connection "_L1);
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    usualHandler(type, context, message);
    if (!saysThatDisplayIsGone(message) || QThread::currentThread() != server->thread())
        return;
    const std::unique_ptr<QThread> thread(QThread::create(&serveWithoutWindow));
    thread->start();
    thread->wait();
    ::_exit(CleanStop);
}

} // namespace

void outliveDisplay(ServerHost &host, std::function<void(ControlSocket &)> openControl)
{
    server = &host;
    openWithoutWindow = std::move(openControl);
    usualHandler = qInstallMessageHandler(handle);
}

} // namespace signalbox::app
