// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/refresher.h"
#include "widgets/state/commands.h"

class QAction;

namespace signalbox::widgets {

// Start, stop and restart all components, each offered while it can succeed. GUI thread; owned by its page.
class GroupActions final : public QObject
{
    Q_OBJECT

public:
    GroupActions(Replica &replica, Commands &commands, QWidget &page);

    const QList<QAction *> &list() const { return m_list; }

private:
    void refresh();

    Replica &m_replica;
    Commands &m_commands;
    QList<QAction *> m_list; // as componentActs()
    Refresher m_refresher;
};

} // namespace signalbox::widgets
