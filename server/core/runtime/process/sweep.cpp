// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/sweep.h"

#include "server/core/runtime/process/procstat.h"

#include <QFile>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

bool carries(pid_t pid, const QByteArray &marker)
{
    QFile file(u"/proc/%1/environ"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false; // ended meanwhile, or another user's
    return file.readAll().split('\0').contains(marker);
}

} // namespace

int killLeftovers(pid_t session, const QByteArray &marker)
{
    int alive = 0;
    for (const ProcStat &process : readAllProcStats()) {
        if (process.state == 'Z' || process.pid == ::getpid())
            continue;
        if ((session > 1 && process.session == session) || carries(process.pid, marker)) {
            ++alive;
            ::kill(process.pid, SIGKILL);
        }
    }
    return alive;
}

} // namespace signalbox::core
