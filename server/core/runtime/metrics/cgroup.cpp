// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/cgroup.h"

#include "server/core/runtime/process/procfile.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Of "name value" lines.
quint64 valueOf(const QByteArray &text, const QByteArray &name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(QByteArray(name + ' ')))
            return line.mid(name.size() + 1).trimmed().toULongLong();
    }
    return 0;
}

std::optional<quint64> memoryLimit(const QString &group)
{
    bool isNumber = false; // else it is "max", or the root, which has no such file
    const quint64 bytes = readProcFile(group + "/memory.max"_L1).trimmed().toULongLong(&isNumber);
    return isNumber ? std::optional(bytes) : std::nullopt;
}

std::optional<double> coreLimit(const QString &group)
{
    const QList<QByteArray> words =
        readProcFile(group + "/cpu.max"_L1).simplified().split(' '); // quota and period in µs
    bool isNumber = false;
    const double quota = words.value(0).toDouble(&isNumber);
    const double period = words.value(1).toDouble();
    return isNumber && period > 0.0 ? std::optional(quota / period) : std::nullopt;
}

} // namespace

CgroupFigures readCgroup(const QString &mount, const QByteArray &own)
{
    CgroupFigures figures;
    QString path;
    for (const QByteArray &line : own.split('\n')) {
        if (line.startsWith("0::/"))
            path = QString::fromUtf8(line.mid(3));
    }
    while (!path.isEmpty()) {
        const QString group = mount + path;
        if (const auto limit = memoryLimit(group); limit && *limit < figures.memoryLimit.value_or(UINT64_MAX)) {
            const quint64 droppable = valueOf(readProcFile(group + "/memory.stat"_L1), "inactive_file");
            const quint64 current = readProcFile(group + "/memory.current"_L1).trimmed().toULongLong();
            figures.memoryLimit = limit;
            figures.memoryUsed = current - std::min(current, droppable);
        }
        if (const auto cores = coreLimit(group); cores && (!figures.cores || *cores < *figures.cores)) {
            figures.cores = cores;
            figures.cpuTime = std::chrono::microseconds(valueOf(readProcFile(group + "/cpu.stat"_L1), "usage_usec"));
        }
        path.truncate(path.size() > 1 ? std::max<qsizetype>(path.lastIndexOf(u'/'), 1) : 0);
    }
    return figures;
}

CgroupFigures readCgroup()
{
    return readCgroup(u"/sys/fs/cgroup"_s, readProcFile(u"/proc/self/cgroup"_s));
}

} // namespace signalbox::core
