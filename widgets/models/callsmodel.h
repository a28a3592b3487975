// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// Process calls that are under way, whoever made them. GUI thread; owned by ProcessesPage.
class CallsModel final : public KeyedTable<Execution>
{
    Q_OBJECT

public:
    enum Column { Name, Owner, Session, Since };

    explicit CallsModel(const Replica &replica, QObject *parent = nullptr);

private:
    const Execution &shown(int index) const override { return row(index); }
    QString idOf(const Execution &call) const override { return call.id; }
    void load();

    const Replica &m_replica;
};

} // namespace signalbox::widgets
