// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/displayloss.h"
#include "app/headless.h"
#include "app/init.h"
#include "app/reaper.h"
#include "app/secondstart.h"
#include "app/unixsignals.h"
#include "server/core/runtime/process/descriptorlimit.h"
#include "server/link/locallink.h"
#include "widgets/controls/confirmations.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/text/languages.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <array>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

// Without a display Qt aborts, and leaves a core dump instead of a reason.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    constexpr std::array anyOf{"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"};
    return std::any_of(anyOf.begin(), anyOf.end(), [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
#else
    return true;
#endif
}

// For the time in which Qt looks for the display: where that cannot be reached Qt writes three lines and aborts, and
// leaves a core dump, too.
void handleWithoutDisplay(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg)
        return;
    const QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    const QString what =
        display.isEmpty() ? message.section(u'\n', 0, 0) : u"the display '%1' cannot be reached"_s.arg(display);
    QTextStream terminal(stderr);
    const int exitCode = reportFailure(what + u" (start the server alone with --no-gui)"_s, Unavailable, terminal);
    terminal.flush();
    _exit(exitCode);
}

// A program that was started from an icon has no visible terminal, so the text is shown in a message box, too.
void showFailure(const QString &text, const UnixSignals &signalsOfUnix)
{
    QTextStream(stderr) << text;
    const auto box = widgets::makeStartFailure(text.trimmed());
    QObject::connect(&signalsOfUnix, &UnixSignals::stopRequested, box.get(), &QDialog::reject);
    box->exec();
}

// Where a run would look for it; the window offers it while there is none.
widgets::FirstConfiguration firstConfiguration(const Options &options)
{
    const QString path = options.configCandidates.value(0);
    return {path, firstUser(), [path](const QString &password) { return writeFirstConfig(path, password); },
            &makePassword};
}

} // namespace

int runDesktop(const Options &options, int &argc, char **argv)
{
    core::raiseDescriptorLimit();
    QTextStream terminal(stderr);
    if (raiseRunning(options))
        return CleanStop;
    if (!hasDisplay())
        return reportFailure(
            u"there is no display for the window: neither DISPLAY nor WAYLAND_DISPLAY is set (start the "
            "server alone with --no-gui)"_s,
            Unavailable, terminal);
    const QtMessageHandler usual = qInstallMessageHandler(handleWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QCoreApplication::setOrganizationName(u"signalbox"_s);
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QGuiApplication::setDesktopFileName(u"signalbox"_s);
    application.setQuitOnLastWindowClosed(false); // the server stops first
    UnixSignals signalsOfUnix;
    const Reaper reaper;
    QSettings settings;
    widgets::loadTranslations(
        application,
        widgets::localeOf(options.language.isEmpty() ? widgets::chosenLanguage(settings) : options.language));
    QString problems;
    QTextStream err(&problems);
    const std::variant<ServerSetup, int> setup = prepareSetup(options, err);
    if (const int *exitCode = std::get_if<int>(&setup)) {
        showFailure(problems, signalsOfUnix);
        return *exitCode;
    }

    ControlSocket control;
    ServerHost host(std::get<ServerSetup>(setup));
    std::unique_ptr<link::LocalLink> link;
    std::unique_ptr<widgets::MainWindow> window;
    int exitCode = CleanStop;

    // Nothing on the screen looks as if nothing had been started.
    const std::unique_ptr<QMessageBox> starting = widgets::makeStarting();
    QObject::connect(starting.get(), &QDialog::rejected, &host, &ServerHost::stop);
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, starting.get(), &QDialog::show);
    patience.start(std::chrono::seconds(1));
    const auto isThere = [&patience, &starting] {
        patience.stop();
        starting->hide();
    };

    QObject::connect(&host, &ServerHost::started, &application, [&](const QList<ListenerInfo> &listeners) {
        isThere();
        outliveDisplay(host, [&host, &setup, listeners](ControlSocket &withoutWindow) {
            openControl(withoutWindow, host, std::get<ServerSetup>(setup), listeners, false);
        });
        if (const auto failure = announceReady(options, listeners, err)) {
            exitCode = *failure;
            showFailure(problems, signalsOfUnix);
            return host.stop();
        }
        link = std::make_unique<link::LocalLink>(host.endpoint());
        window = std::make_unique<widgets::MainWindow>(*link, settings);
        QObject::connect(window.get(), &widgets::MainWindow::stopWanted, &host, &ServerHost::stop);
        window->offer(firstConfiguration(options));
        window->show();
        control.answer(u"show"_s, [&window](const QJsonObject &, const ControlSocket::Answer &answer) {
            window->showUp();
            answer({{u"shown"_s, true}});
        });
        openControl(control, host, std::get<ServerSetup>(setup), listeners, true);
    });
    QObject::connect(&host, &ServerHost::failed, &application, [&](const StartFailure &failure) {
        isThere();
        exitCode = reportStartFailure(failure, err);
        showFailure(problems, signalsOfUnix);
        application.quit();
    });
    QObject::connect(&host, &ServerHost::stopped, &application, [&] {
        if (window) {
            window->disconnect(&host);
            window->leave(); // saves the window's state, also when the stop did not come from the window
        }
        QCoreApplication::exit(exitCode);
    });
    obeySignals(signalsOfUnix, host, host, [&] {
        if (window)
            return window->leave(); // shows that the server stops, and emits stopWanted()
        host.stop();
    });
    host.start();
    QApplication::exec();
    window.reset();
    link.reset();
    return exitCode;
}

} // namespace signalbox::app
