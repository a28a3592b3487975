// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/headless.h"
#include "app/unixsignals.h"
#include "server/link/locallink.h"
#include "widgets/mainwindow.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace signalbox::app {

namespace {

// Qt aborts without one, and leaves a core dump instead of a reason.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    constexpr std::array anyOf{"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"};
    return std::any_of(anyOf.begin(), anyOf.end(), [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
#else
    return true;
#endif
}

} // namespace

int runDesktop(const Options &options, int &argc, char **argv)
{
    if (!hasDisplay())
        return reportStartFailure(
            {Unavailable, QStringLiteral("there is no display for the window: neither DISPLAY nor "
                                         "WAYLAND_DISPLAY is set (start the server alone with "
                                         "--no-gui)")});
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QGuiApplication::setDesktopFileName(QStringLiteral("signalbox"));
    application.setQuitOnLastWindowClosed(false); // the server stops first
    UnixSignals signalsOfUnix;
    std::variant<ServerSetup, int> setup = prepareSetup(options);
    if (const int *exitCode = std::get_if<int>(&setup))
        return *exitCode;
    widgets::loadTranslations(application, options.language.isEmpty() ? QLocale() : QLocale(options.language));

    ServerHost host(std::get<ServerSetup>(std::move(setup)));
    QSettings settings;
    std::unique_ptr<link::LocalLink> link;
    std::unique_ptr<widgets::MainWindow> window;
    int exitCode = CleanStop;

    QObject::connect(&host, &ServerHost::started, &application, [&](const QList<ListenerInfo> &listeners) {
        if (const auto failure = announceReady(options, listeners)) {
            exitCode = *failure;
            return host.stop();
        }
        link = std::make_unique<link::LocalLink>(host.endpoint());
        window = std::make_unique<widgets::MainWindow>(*link, settings);
        QObject::connect(window.get(), &widgets::MainWindow::stopWanted, &host, &ServerHost::stop);
        window->show();
    });
    QObject::connect(&host, &ServerHost::failed, &application, [&](const StartFailure &failure) {
        exitCode = reportStartFailure(failure);
        application.quit();
    });
    QObject::connect(&host, &ServerHost::stopped, &application, [&] {
        if (window) {
            window->disconnect(&host);
            window->leave(); // asked to end from outside: it remembers what it shows
        }
        QCoreApplication::exit(exitCode);
    });
    QObject::connect(&signalsOfUnix, &UnixSignals::stopRequested, &host, &ServerHost::stop);
    QObject::connect(&signalsOfUnix, &UnixSignals::reloadRequested, &host, &ServerHost::reload);
    QObject::connect(&signalsOfUnix, &UnixSignals::stopAtOnceRequested, &application, [] { _exit(CleanStop); });
    host.start();
    QApplication::exec();
    window.reset();
    link.reset();
    return exitCode;
}

} // namespace signalbox::app
