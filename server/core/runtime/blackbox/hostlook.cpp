// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/blackbox/hostlook.h"

#include "server/core/runtime/process/procfile.h"
#include "server/core/runtime/process/procstat.h"
#include "server/model/words/systemwords.h"

#include <QHash>
#include <QRegularExpression>
#include <QThread>

#include <sys/klog.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr unsigned long lookTimeMs = 200;
constexpr qsizetype mostKernelLines = 20;

QHash<int, quint64> ticksOf(const std::vector<ProcStat> &all)
{
    QHash<int, quint64> ticks;
    for (const ProcStat &stat : all)
        ticks.insert(stat.pid, stat.userTicks + stat.systemTicks);
    return ticks;
}

QList<HostProcess> largest()
{
    const auto began = std::chrono::steady_clock::now();
    const QHash<int, quint64> before = ticksOf(readAllProcStats());
    QThread::msleep(lookTimeMs);
    const std::vector<ProcStat> all = readAllProcStats();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const auto ticksPerSecond = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const qint64 pageBytes = ::sysconf(_SC_PAGESIZE);
    QList<HostProcess> processes;
    for (const ProcStat &stat : all) {
        const quint64 now = stat.userTicks + stat.systemTicks;
        const auto spent = static_cast<double>(now - std::min(now, before.value(stat.pid, now)));
        processes.append({stat.pid,
                          {},
                          100.0 * spent / ticksPerSecond / took.count(),
                          static_cast<qint64>(stat.residentPages) * pageBytes,
                          stat.threads});
    }
    std::sort(processes.begin(), processes.end(), [](const HostProcess &one, const HostProcess &other) {
        return std::pair(one.cpuPercent, one.residentBytes) > std::pair(other.cpuPercent, other.residentBytes);
    });
    processes = processes.first(std::min<qsizetype>(processes.size(), hostProcesses));
    for (HostProcess &process : processes)
        process.name = QString::fromUtf8(readProcFile(u"/proc/%1/comm"_s.arg(process.pid)).trimmed());
    return processes;
}

} // namespace

std::optional<qint64> outOfMemoryKills()
{
    return numberNamed(readProcFile(u"/proc/vmstat"_s), "oom_kill");
}

QStringList kernelLinesOf(const QByteArray &log, const QList<qint64> &pids)
{
    static const QRegularExpression priority(u"^<\\d+>"_s);
    static const QRegularExpression memory(u"out of memory|oom-kill|oom_reaper|killed process"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression broken(u"\\[(\\d+)\\].*(?:segfault|trap|general protection|bad frame)|"
                                           "(?:segfault|trap).*\\[(\\d+)\\]"_s);
    QStringList lines;
    for (const QByteArray &bytes : log.split('\n')) {
        const QString line = QString::fromUtf8(bytes).remove(priority);
        const QRegularExpressionMatch fault = broken.match(line);
        const qint64 pid = (fault.captured(1).isEmpty() ? fault.captured(2) : fault.captured(1)).toLongLong();
        if (memory.match(line).hasMatch() || (fault.hasMatch() && pids.contains(pid)))
            lines.append(line);
    }
    return lines.last(std::min(lines.size(), mostKernelLines));
}

HostLook lookAtHost(const QList<qint64> &pids)
{
    constexpr int readAll = 3; // syslog(2)
    constexpr int sizeOfLog = 10;
    HostLook look;
    look.processes = largest();
    look.outOfMemoryKills = outOfMemoryKills();
    QByteArray log(std::max(::klogctl(sizeOfLog, nullptr, 0), 1), '\0');
    const int length = ::klogctl(readAll, log.data(), static_cast<int>(log.size()));
    if (length < 0)
        look.kernelLogProblem = systemWords(errno);
    else
        look.kernelLines = kernelLinesOf(log.first(length), pids);
    return look;
}

} // namespace signalbox::core
