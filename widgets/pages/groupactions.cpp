// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/groupactions.h"

#include "widgets/controls/confirmations.h"
#include "widgets/look/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

GroupActions::GroupActions(const Context &context, QWidget &page)
    : QObject(&page)
    , m_context(context)
    , m_page(page)
    , m_refresher(page, context.replica, [this] { refresh(); })
{
    add(u"start"_s, tr("Start all"), StartComponents{});
    add(u"stop"_s, tr("Stop all"), StopComponents{});
    add(u"restart"_s, tr("Restart all"), RestartComponents{});
    m_refresher.on(context.replica, &Replica::componentChanged);
    connect(&context.commands, &Commands::changed, this, &GroupActions::refresh);
    refresh();
}

void GroupActions::add(const QString &iconName, const QString &text, const CommandBody &command)
{
    auto *action = new QAction(icon(iconName), text, this);
    connect(action, &QAction::triggered, this, [this, command] {
        submitToAll(*m_page.window(), m_context.commands, m_context.replica.snapshot(), command);
    });
    m_list << action;
}

void GroupActions::refresh()
{
    const QMap<QString, Component> &all = m_context.replica.snapshot().components;
    const bool free = m_context.replica.isConnected() && !m_context.commands.isPending(Commands::allComponents());
    constexpr std::array can{canStart, canStop, canRestart};
    for (std::size_t i = 0; i < can.size(); ++i)
        m_list[static_cast<qsizetype>(i)]->setEnabled(free && std::any_of(all.cbegin(), all.cend(), can[i]));
}

} // namespace signalbox::widgets
