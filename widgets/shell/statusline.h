// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/shell/serverhealth.h"
#include "widgets/state/liveness.h"
#include "widgets/state/replica.h"

#include <QStatusBar>

namespace signalbox::widgets {

// Server state, addresses, clients, executions and the age of the last tick. GUI thread; owned by MainWindow.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const Replica &replica, const Liveness &liveness, const ServerHealth &health, QWidget *parent = nullptr);

    void refresh();
    QString stateText() const { return m_state->text(); }
    QString tickText() const { return m_tick->shownText(); }

private:
    void refreshTick();

    const Replica &m_replica;
    const Liveness &m_liveness;
    const ServerHealth &m_health;
    TextLabel *m_state;
    TextLabel *m_addresses;
    LiveLabel *m_clients;
    LiveLabel *m_executions;
    LiveLabel *m_tick;
};

} // namespace signalbox::widgets
