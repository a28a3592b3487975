// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for a server that is killed: starts every given command under a guard, says "ready" once all run, and
// keeps a spare guard.
// guardholder GUARD MISBEHAVE MODE…
#include "server/core/runtime/process/guardedprocess.h"
#include "server/core/runtime/process/guards.h"

#include <QCoreApplication>

#include <cstdio>

using namespace signalbox::core;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Guards guards(arguments.at(1));
    guards.keepSpare();
    qsizetype left = arguments.size() - 3;
    for (const QString &mode : arguments.mid(3)) {
        auto *process = new GuardedProcess(&application);
        QObject::connect(process, &GuardedProcess::started, process, [&left] {
            if (--left == 0) {
                std::puts("ready");
                std::fflush(stdout);
            }
        });
        ProcessSpec spec;
        spec.guards = &guards;
        spec.program = arguments.at(2);
        spec.arguments = QStringList{mode};
        spec.stopTimeout = signalbox::Milliseconds(100);
        process->start(spec);
    }
    return QCoreApplication::exec();
}
