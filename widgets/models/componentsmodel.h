// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// A component, and where its figures and the time are that it is shown with.
struct ComponentRow
{
    const Component &component;
    const Replica &replica;
    const Liveness &liveness;
};

// Every component as a table row, in the order of the configuration.
class ComponentsModel final : public KeyedTable<Component, ComponentRow>
{
    Q_OBJECT

public:
    enum Column { State, Name, Uptime, Cpu, Memory, Pid, Restarts, Reason, Group }; // saved by these numbers

    ComponentsModel(const Replica &replica, const Liveness &liveness, QObject *parent = nullptr);

    // Asleep, figures and uptimes are not told to anybody; waking up tells them all at once.
    void setAwake(bool awake);

private:
    ComponentRow shown(int index) const override;
    Tone toneAt(int index) const override { return toneOf(row(index)); }
    QString idOf(const Component &row) const override { return row.id; }
    void tellFigures();

    const Replica &m_replica;
    const Liveness &m_liveness;
    bool m_awake = true;
    bool m_behind = false;
};

} // namespace signalbox::widgets
