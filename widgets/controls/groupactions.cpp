// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/groupactions.h"

#include "widgets/actions/componentacts.h"
#include "widgets/controls/confirmations.h"

#include <QAction>

namespace signalbox::widgets {

GroupActions::GroupActions(Replica &replica, Commands &commands, QWidget &page)
    : QObject(&page)
    , m_replica(replica)
    , m_commands(commands)
    , m_refresher(page, replica, [this] { refresh(); })
{
    for (const ComponentAct &act : componentActs()) {
        m_list << makeAction(act.all, page, [this, &page, command = act.forAll] {
            submitToAll(*page.window(), m_commands, m_replica.snapshot(), command);
        });
    }
    m_refresher.on(replica, &Replica::componentChanged);
    connect(&commands, &Commands::changed, this, &GroupActions::refresh);
    refresh();
}

void GroupActions::refresh()
{
    const QMap<QString, Component> &all = m_replica.snapshot().components;
    const bool free = m_replica.isConnected() && !m_commands.isPending(Commands::allComponents());
    const auto &acts = componentActs();
    for (std::size_t i = 0; i < acts.size(); ++i)
        m_list[static_cast<qsizetype>(i)]->setEnabled(free && std::any_of(all.cbegin(), all.cend(), acts[i].can));
}

} // namespace signalbox::widgets
