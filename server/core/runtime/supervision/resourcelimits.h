// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/runtime/process/controlgroups.h"
#include "server/core/runtime/process/processspec.h"

namespace signalbox::core {

// What one run of a component may use ([[component]] memory_limit, cpu_weight, nice, open_files): by its control group
// where it has one with the controller, else by what Unix has for each process, and of its memory by a look at each tick
// (docs/model.md, "Resources"). Owned by ManagedComponent.
class ResourceLimits
{
public:
    // Makes the group, if there are groups.
    ResourceLimits(const ControlGroups *groups, const ComponentConfig &config);

    ProcessLimits forLaunch() const;
    // What the system refused, each a sentence for people: of the process that was just started, and of a whole tree (root:
    // its guard) that the new values are given to.
    QStringList refusedAtStart(qint64 pid);
    QStringList adjust(const ComponentConfig &config, qint64 root);

    QString description() const; // Component::limits
    Reason memoryText() const;   // why one was killed: "killed: memory limit of 512 MiB"
    std::optional<qint64> watchedMemory() const { return m_isMemoryHeld ? std::nullopt : m_memory; }
    bool wasKilledForMemory() const { return m_group && m_group->killedForMemory() > 0; }
    ControlGroup *group() const { return m_group.get(); }

private:
    void take(const ComponentConfig &config);
    int totalNice() const; // with the weight, where that has no other effect

    std::unique_ptr<ControlGroup> m_group;
    std::optional<qint64> m_memory; // bytes
    int m_weight = 100;
    int m_nice = 0;
    qint64 m_openFiles = 0;      // 0: no limit of its own
    bool m_isMemoryHeld = false; // by the group
    bool m_isWeightHeld = false;
};

} // namespace signalbox::core
