// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace signalbox::core {

// What a control group has used. Nothing: its controller is not there.
struct GroupReading
{
    std::optional<qint64> memoryBytes; // without file contents that the kernel drops when memory is needed
    std::optional<std::chrono::microseconds> cpuTime; // of all processes that were ever in it
    std::optional<int> processes;                     // threads among them, as pids.current counts
};

// folder: of a group; all members are empty once it is gone. Any thread.
GroupReading readControlGroup(const QString &folder);

// The control group of one command. Any thread, one owner; the group is removed with it, unless a process is still there.
class ControlGroup
{
public:
    ControlGroup(const QString &folder, const QStringList &controllers);
    ~ControlGroup();
    ControlGroup(const ControlGroup &) = delete;
    ControlGroup &operator=(const ControlGroup &) = delete;

    const QString &folder() const { return m_folder; }
    int descriptor() const { return m_descriptor.number(); } // of the folder; see ProcessLimits
    bool isMissing(qint64 pid) const;                        // it runs in another group; false once it has ended

    // Whether it holds: the controller is there and took the value. unset: no limit.
    bool limitMemory(std::optional<qint64> bytes);
    bool weighCpu(int weight); // 1 to 10 000

    qint64 killedForMemory() const; // processes that the kernel killed because of the limit

private:
    bool write(const char *file, const QByteArray &text) const;

    const QString m_folder;
    const QStringList m_controllers;
    Descriptor m_descriptor;
    qint64 m_killedBefore = 0; // in another run, where the folder was left over
};

// The part of the tree of control groups (version 2) that was delegated to this process: by systemd (Delegate=yes), or
// because it is the root of a container. Values; owned by Server.
class ControlGroups
{
public:
    static constexpr QLatin1String leaf{"signalbox-server"}; // where the server itself is: a group with groups below it
                                                             // may hold no process
    // None, and whyNot().
    ControlGroups() = default;

    // Moves this process into the leaf and takes what controllers there are. mount: of version 2; empty: the one that
    // /proc/self/mountinfo names. own: the text of /proc/self/cgroup.
    static ControlGroups ofThisProcess();
    static ControlGroups delegatedTo(qint64 pid, const QString &mount, const QByteArray &own);

    bool areThere() const { return !m_folder.isEmpty(); }
    const QString &whyNot() const { return m_whyNot; } // for people
    const QStringList &controllers() const { return m_controllers; }
    std::unique_ptr<ControlGroup> make(const QString &name) const; // null: it cannot be made

private:
    explicit ControlGroups(const QString &whyNot) : m_whyNot(whyNot) {}

    QString m_folder;
    QStringList m_controllers;
    QString m_whyNot;
};

} // namespace signalbox::core
