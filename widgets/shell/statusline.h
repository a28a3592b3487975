// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/shell/linklabel.h"
#include "widgets/shell/serverhealth.h"
#include "widgets/state/liveness.h"
#include "widgets/state/pageid.h"
#include "widgets/state/replica.h"

#include <QStatusBar>

namespace signalbox::widgets {

// Server state, addresses, clients, executions and the age of the last tick; the words lead to what they speak of.
// GUI thread; owned by MainWindow.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const Replica &replica, const Liveness &liveness, const ServerHealth &health, QWidget *parent = nullptr);

    void refresh();
    QString stateText() const { return m_state->text(); }
    QString tickText() const { return m_tick->shownText(); }
    LinkLabel &state() { return *m_state; }
    LinkLabel &clients() { return *m_clients; }
    LinkLabel &executions() { return *m_executions; }

Q_SIGNALS:
    void wanted(signalbox::widgets::PageId page, const QString &subject);

private:
    void refreshTick();
    void openState();

    const Replica &m_replica;
    const Liveness &m_liveness;
    const ServerHealth &m_health;
    LinkLabel *m_state;
    TextLabel *m_addresses;
    LinkLabel *m_clients;
    LinkLabel *m_executions;
    LiveLabel *m_tick;
};

} // namespace signalbox::widgets
