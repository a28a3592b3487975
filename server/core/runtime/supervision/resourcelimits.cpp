// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/resourcelimits.h"

#include "server/core/bytesize.h"
#include "server/core/runtime/process/descriptorlimit.h"
#include "server/core/runtime/process/procstat.h"
#include "server/model/words/systemwords.h"

#include <QSet>

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr int standardWeight = 100;
constexpr double weightOfOneNice = 1.25; // between two neighbours the kernel divides the processor like this

int ownNice()
{
    return ::getpriority(PRIO_PROCESS, 0);
}

int inRange(int nice)
{
    return std::clamp(nice, -20, 19);
}

// By group, as Guard::kill(): no foreign process is in one, and every thread hears it. Empty: it holds.
QString renice(const std::vector<ProcStat> &processes, int nice)
{
    QSet<int> groups;
    QString refusal;
    for (const ProcStat &process : processes) {
        if (process.processGroup <= 1 || groups.contains(process.processGroup))
            continue;
        groups.insert(process.processGroup);
        if (::setpriority(PRIO_PGRP, static_cast<id_t>(process.processGroup), nice) != 0 && errno != ESRCH)
            refusal = systemWords(errno);
    }
    return refusal;
}

QString limitFiles(const std::vector<ProcStat> &processes, qint64 files)
{
    const auto number = static_cast<rlim_t>(files);
    const rlimit wanted = files > 0 ? rlimit{number, number} : descriptorLimitOfChildren();
    QString refusal;
    for (const ProcStat &process : processes) {
        if (::prlimit(process.pid, RLIMIT_NOFILE, &wanted, nullptr) != 0 && errno != ESRCH)
            refusal = systemWords(errno);
    }
    return refusal;
}

} // namespace

ResourceLimits::ResourceLimits(const ControlGroups *groups, const ComponentConfig &config)
    : m_group(groups ? groups->make("component-"_L1 + config.id) : nullptr)
{
    take(config);
}

void ResourceLimits::take(const ComponentConfig &config)
{
    m_memory = config.memoryLimit;
    m_weight = config.cpuWeight;
    m_nice = config.nice;
    m_openFiles = config.openFiles.value_or(0);
    m_isMemoryHeld = m_group && m_group->limitMemory(m_memory);
    m_isWeightHeld = m_group && m_group->weighCpu(m_weight);
}

int ResourceLimits::totalNice() const
{
    const double share = static_cast<double>(m_weight) / standardWeight;
    const int instead =
        m_isWeightHeld ? 0 : -static_cast<int>(std::lround(std::log(share) / std::log(weightOfOneNice)));
    return inRange(m_nice + instead);
}

ProcessLimits ResourceLimits::forLaunch() const
{
    return {.nice = totalNice(), .openFiles = m_openFiles, .group = m_group ? m_group->descriptor() : -1};
}

Reason ResourceLimits::memoryText() const
{
    return {Why::MemoryLimit, {Reason::byteSize(byteSizeForPeople(m_memory.value_or(0)))}};
}

QString ResourceLimits::description() const
{
    QStringList parts;
    if (m_memory)
        parts.append(
            u"memory %1 by %2"_s.arg(byteSizeForPeople(*m_memory), m_isMemoryHeld ? u"cgroup"_s : u"watching"_s));
    if (m_weight != standardWeight)
        parts.append(u"CPU weight %1 by %2"_s.arg(m_weight).arg(m_isWeightHeld ? u"cgroup"_s : u"nice"_s));
    if (m_nice != 0)
        parts.append(u"nice %1"_s.arg(m_nice));
    if (m_openFiles > 0)
        parts.append(u"%1 open files by rlimit"_s.arg(m_openFiles));
    return parts.join(", "_L1);
}

// The guard sets all of this before the program begins, and says nothing of what is refused.
QStringList ResourceLimits::refusedAtStart(qint64 pid)
{
    QStringList refused;
    const auto process = static_cast<pid_t>(pid);
    errno = 0;
    const int nice = ::getpriority(PRIO_PROCESS, static_cast<id_t>(process));
    const bool isThere = errno == 0;
    if (const int wanted = inRange(ownNice() + totalNice()); isThere && totalNice() < 0 && nice > wanted)
        refused.append(
            u"it runs with nice %1 and not %2, which needs a privilege (CAP_SYS_NICE)"_s.arg(nice).arg(wanted));
    rlimit files{};
    if (m_openFiles > 0 && ::prlimit(process, RLIMIT_NOFILE, nullptr, &files) == 0
        && files.rlim_max < static_cast<rlim_t>(m_openFiles))
        refused.append(
            u"it may open %1 files and not %2: the server itself may not have more (LimitNOFILE=)"_s.arg(files.rlim_max)
                .arg(m_openFiles));
    if (m_group && m_group->isMissing(pid)) {
        refused.append(u"it could not be moved into its control group %1"_s.arg(m_group->folder()));
        m_isMemoryHeld = false;
        m_isWeightHeld = false;
    }
    return refused;
}

QStringList ResourceLimits::adjust(const ComponentConfig &config, qint64 root)
{
    const int niceBefore = totalNice();
    const int weightBefore = m_weight;
    const qint64 filesBefore = m_openFiles;
    take(config);
    QStringList refused;
    if (totalNice() == niceBefore && m_openFiles == filesBefore)
        return refused;
    const std::vector<ProcStat> processes = readAllProcessesBelow(static_cast<int>(root));
    const auto say = [&refused](const QString &key, const QString &refusal) {
        if (!refusal.isEmpty())
            refused.append(u"%1 holds from the next start on: %2"_s.arg(key, refusal));
    };
    if (totalNice() != niceBefore)
        say(m_weight == weightBefore ? u"nice"_s : u"cpu_weight"_s,
            renice(processes, inRange(ownNice() + totalNice())));
    if (m_openFiles != filesBefore)
        say(u"open_files"_s, limitFiles(processes, m_openFiles));
    return refused;
}

} // namespace signalbox::core
