// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"
#include "app/backup.h"
#include "app/desktop.h"
#include "app/headless.h"
#include "app/init.h"
#include "app/issuetoken.h"
#include "app/logging.h"
#include "app/options.h"
#include "app/printprotocol.h"
#include "app/unixsignals.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace signalbox;
using namespace signalbox::app;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream in(stdin);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const auto parsed = parseOptions(argumentsOf(argc, argv), QProcessEnvironment::systemEnvironment());
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return reportUsageError(*error, err);
    const Options options = std::get<Options>(parsed);
    if (const std::optional<int> exitCode = runAction(options, in, out, err))
        return *exitCode;
    if (options.action == Action::PrintProtocol)
        return printProtocol(options.protocol, out, err);
    if (options.action == Action::IssueToken)
        return issueToken(options, out, err);
    if (options.action == Action::Init)
        return writeFirstConfig(options, in, out, err);
    if (options.action == Action::Backup)
        return backUp(options, argc, argv, out, err);
    if (options.action == Action::Restore)
        return restore(options, argc, argv, out, err);

#ifdef __GLIBC__
    // Of a heap for each of a dozen threads most would be free and of no use to the others.
    ::mallopt(M_ARENA_MAX, 2);
#endif
    installLogging(options.logLevel, options.logLevels, options.logFormat);
    UnixSignals::hold();
    // The one place that decides between window and server alone, before anything else is built.
    return options.withGui ? runDesktop(options, argc, argv) : runHeadless(options, argc, argv);
}
