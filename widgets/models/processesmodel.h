// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// The processes one can call, as the catalogue has them. GUI thread; owned by ProcessesPage.
class ProcessesModel final : public KeyedTable<ProcessDefinition>
{
    Q_OBJECT

public:
    enum Column { Name, Description, Command, Params, NeededRole };

    explicit ProcessesModel(const Replica &replica, QObject *parent = nullptr);

private:
    const ProcessDefinition &shown(int index) const override { return row(index); }
    QString idOf(const ProcessDefinition &process) const override { return process.name; }
    void load();

    const Replica &m_replica;
};

} // namespace signalbox::widgets
