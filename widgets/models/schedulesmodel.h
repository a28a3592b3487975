// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

struct ScheduleRow
{
    const Schedule &schedule;
    const Snapshot &snapshot;
    Timestamp now;
};

// Every schedule: when it comes next, and what came of it last. GUI thread; owned by SchedulesPage.
class SchedulesModel final : public KeyedTable<Schedule, ScheduleRow>
{
    Q_OBJECT

public:
    enum Column { State, Name, Plan, Starts, Next, Last, Outcome };

    SchedulesModel(const Replica &replica, const Liveness &liveness, QObject *parent = nullptr);

    void setAwake(bool awake); // asleep, the time until the next run is not told

private:
    ScheduleRow shown(int index) const override;
    Tone toneAt(int index) const override;
    QString idOf(const Schedule &row) const override { return row.id; }
    void tellTimes();

    const Replica &m_replica;
    const Liveness &m_liveness;
    bool m_awake = false;
};

} // namespace signalbox::widgets
