// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/actions.h"
#include "app/readyfile.h"
#include "app/reaper.h"
#include "app/running.h"
#include "app/secondstart.h"
#include "app/systemd.h"
#include "app/unixsignals.h"
#include "server/core/runtime/process/descriptorlimit.h"
#include "server/core/runtime/process/processspec.h"
#include "server/core/runtime/process/sweep.h"
#include "server/serverlog.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

std::variant<ServerSetup, int> prepareSetup(const Options &options, QTextStream &err)
{
    const QString dataDir = QDir(options.dataDir).absolutePath();
    if (const Result<Running> running = findRunning(dataDir))
        return reportFailure(besideText(*running, dataDir), CannotCreate, err);
    const LoadedConfig loaded = loadEffectiveConfig(options);
    if (!loaded.outcome.isGood())
        return reportProblems(loaded.outcome.problems, err);
    const core::Exposure exposure = exposureOf(loaded, options);
    for (const QString &warning : exposure.warnings)
        qCWarning(lcServer, "%s", qUtf8Printable(warning));
    if (!exposure.refusals.isEmpty()) {
        for (const QString &refusal : exposure.refusals)
            err << "signalbox: " << refusal << '\n';
        err << "signalbox: not started; --insecure starts anyway\n" << Qt::flush;
        return BadConfiguration;
    }
    return ServerSetup{loaded.outcome.config, loaded.isFile() ? QFileInfo(loaded.origin).absoluteFilePath() : QString(),
                       options.bind,          dataDir,
                       options.isInsecure,    loaded.outcome.texts};
}

int reportStartFailure(const StartFailure &failure, QTextStream &err)
{
    return reportFailure(failure.message, failure.kind == StartFailure::Kind::Listener ? Unavailable : CannotCreate,
                         err);
}

int reportFailure(const QString &message, ExitCode exitCode, QTextStream &err)
{
    err << "signalbox: " << message << '\n' << Qt::flush;
    return exitCode;
}

std::optional<int> announceReady(const Options &options, const QList<ListenerInfo> &listeners, QTextStream &err)
{
    for (const ListenerInfo &listener : listeners) {
        const QString dialects = listener.dialects.join(", "_L1);
        for (const QString &endpoint : listener.endpoints())
            qCInfo(lcServer, "listening on %s (%s%s)", qUtf8Printable(endpoint), qUtf8Printable(dialects),
                   listener.tls ? ", TLS" : "");
    }
    if (!options.readyFile.isEmpty()) {
        if (const Result<void> written = writeReadyFile(options.readyFile, listeners); !written)
            return reportFailure(written.error().message, CannotCreate, err);
    }
    systemd::notify("READY=1");
    return {};
}

void obeySignals(const UnixSignals &signalsOfUnix, ServerHost &host, QObject &context,
                 const std::function<void()> &stop)
{
    QObject::connect(&signalsOfUnix, &UnixSignals::stopRequested, &context, stop);
    QObject::connect(&signalsOfUnix, &UnixSignals::reloadRequested, &context, [&host] { host.reload(); });
    // A second signal means not to wait: the guards end what runs, the store recovers at the next start.
    QObject::connect(&signalsOfUnix, &UnixSignals::stopAtOnceRequested, &context, [] { _exit(CleanStop); });
}

int runHeadless(const Options &options, int &argc, char **argv)
{
    core::raiseDescriptorLimit();
    // GLib's event loop is of use to desktops alone; with Qt's own a connection costs a tenth less. Both read the variable, and
    // an operator's choice stays.
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", core::ownChoice);
    QCoreApplication application(argc, argv);
    UnixSignals signalsOfUnix;
    core::adoptOrphans(); // not with a window, which starts programs of the desktop that are to outlive it
    const Reaper reaper;
    QTextStream err(stderr);
    const std::variant<ServerSetup, int> setup = prepareSetup(options, err);
    if (const int *exitCode = std::get_if<int>(&setup))
        return *exitCode;

    ControlSocket control;
    ServerHost host(std::get<ServerSetup>(setup));
    int exitCode = CleanStop;
    QObject::connect(&host, &ServerHost::started, &application, [&](const QList<ListenerInfo> &listeners) {
        openControl(control, host, std::get<ServerSetup>(setup), listeners, false);
        if (const auto failure = announceReady(options, listeners, err)) {
            exitCode = *failure;
            host.stop();
        }
    });
    QObject::connect(&host, &ServerHost::failed, &application, [&](const StartFailure &failure) {
        exitCode = reportStartFailure(failure, err);
        application.quit();
    });
    QObject::connect(&host, &ServerHost::stopped, &application, &QCoreApplication::quit);
    obeySignals(signalsOfUnix, host, host, [&host] { host.stop(); });
    host.start();
    QCoreApplication::exec();
    return exitCode;
}

} // namespace signalbox::app
