// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/attention.h"
#include "widgets/state/liveness.h"

#include <QStatusBar>

namespace signalbox::widgets {

// Server state, addresses, clients, executions and the age of the last tick. GUI thread; owned by MainWindow.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const link::ControlLink &link, const Liveness &liveness, const Attention &attention,
               QWidget *parent = nullptr);

    void refresh();
    QString stateText() const { return m_state->text(); }
    QString tickText() const { return m_tick->shownText(); }

private:
    void refreshTick();

    const link::ControlLink &m_link;
    const Liveness &m_liveness;
    const Attention &m_attention;
    TextLabel *m_state;
    TextLabel *m_addresses;
    LiveLabel *m_clients;
    LiveLabel *m_executions;
    LiveLabel *m_tick;
};

} // namespace signalbox::widgets
