// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox::core {

// One of the processes of this machine that use most, by the kernel's name: its arguments are its owner's.
struct HostProcess
{
    qint64 pid = 0;
    QString name;
    double cpuPercent = 0.0; // of one core, during the look
    qint64 residentBytes = 0;
    int threads = 0;
};

// What else is going on on this machine.
struct HostLook
{
    QList<HostProcess> processes; // at most hostProcesses, those with the most processor time first, then memory
    std::optional<qint64> outOfMemoryKills; // since the machine was started; nothing: the kernel does not say
    QStringList kernelLines;                // of its log, that speak of killed or broken processes; the newest last
    QString kernelLogProblem;               // for people; empty: it was read
};

constexpr int hostProcesses = 20;

// Takes a fifth of a second: not for the server thread. pids: of whose processes the kernel's words are looked for, besides
// those about memory.
HostLook lookAtHost(const QList<qint64> &pids);

std::optional<qint64> outOfMemoryKills();
// The lines of the kernel's log that matter.
QStringList kernelLinesOf(const QByteArray &log, const QList<qint64> &pids);

} // namespace signalbox::core
