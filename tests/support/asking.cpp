// SPDX-License-Identifier: GPL-3.0-or-later
// What app/desktop.cpp is to signalbox-window, without a window: the program asks its server as the window does, for tests of
// what the window alone can ask for. A line of standard input is "start PIPELINE", which may wait for room, or "cancel
// EXECUTION"; one of standard output is the id of what it was about once that is done, or "refused: …".
#include "app/desktop.h"
#include "app/headless.h"
#include "app/unixsignals.h"
#include "server/link/locallink.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

void ask(link::ControlLink &link, const QByteArray &line)
{
    const QString what = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
    if (line.startsWith("cancel "))
        (void)link.submit(CancelExecution{what});
    else
        (void)link.submit(StartPipeline{what, {}, {}, true});
}

// Line by line, whatever pieces they come in.
void readOn(QByteArray &pending, link::ControlLink &link, QSocketNotifier &notifier)
{
    QByteArray bytes(4096, '\0');
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (count <= 0)
        return notifier.setEnabled(false);
    pending += bytes.left(count);
    for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
        ask(link, pending.left(end));
        pending.remove(0, end + 1);
    }
}

} // namespace

int runDesktop(const Options &options, int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    UnixSignals signalsOfUnix;
    QTextStream err(stderr);
    const std::variant<ServerSetup, int> setup = prepareSetup(options, err);
    if (const int *exitCode = std::get_if<int>(&setup))
        return *exitCode;
    ServerHost host(std::get<ServerSetup>(setup));
    std::unique_ptr<link::LocalLink> link;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    notifier.setEnabled(false);
    QByteArray pending;
    QObject::connect(&host, &ServerHost::started, &application, [&](const QList<ListenerInfo> &listeners) {
        link = std::make_unique<link::LocalLink>(host.endpoint());
        QObject::connect(link.get(), &link::ControlLink::completed, &application,
                         [](const CommandId &, const QString &subject, const std::optional<Error> &error) {
                             const QString answer = error ? u"refused: "_s + error->message : subject;
                             std::fprintf(stdout, "%s\n", qUtf8Printable(answer));
                             std::fflush(stdout);
                         });
        QObject::connect(&notifier, &QSocketNotifier::activated, link.get(), [&] { readOn(pending, *link, notifier); });
        notifier.setEnabled(true);
        (void)announceReady(options, listeners, err);
    });
    QObject::connect(&host, &ServerHost::failed, &application, [&](const StartFailure &failure) {
        (void)reportStartFailure(failure, err);
        QCoreApplication::exit(Unavailable);
    });
    QObject::connect(&host, &ServerHost::stopped, &application, [] { QCoreApplication::exit(CleanStop); });
    obeySignals(signalsOfUnix, host, host, [&host] { host.stop(); });
    host.start();
    const int exitCode = QCoreApplication::exec();
    link.reset();
    return exitCode;
}

} // namespace signalbox::app
