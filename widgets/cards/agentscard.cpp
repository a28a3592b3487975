// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/agentscard.h"

#include "widgets/controls/textlabel.h"

#include <QVBoxLayout>

namespace signalbox::widgets {

AgentsCard::AgentsCard(const Replica &replica, QWidget *parent)
    : Card(parent)
    , m_model(replica)
    , m_order(m_model)
    , m_table(new DataTable)
{
    auto *heading = new TextLabel(TextStyle::Heading);
    heading->setText(tr("Agents"));
    heading->setContentsMargins(spacing::medium, spacing::tight, spacing::medium, 0);
    m_table->setAccessibleName(tr("Agents"));
    m_table->setModel(&m_order);
    m_table->sortByColumn(AgentsModel::Name, Qt::AscendingOrder);
    m_table->setEmptyText(tr("No agent is known. Agents on other machines register over ARK's REST: POST "
                             "/agents/register."));
    auto *inside = new QVBoxLayout(this);
    inside->setContentsMargins(1, spacing::tight, 1, spacing::tight);
    inside->setSpacing(spacing::tight);
    inside->addWidget(heading);
    inside->addWidget(m_table);
}

bool AgentsCard::select(const QString &agentId)
{
    return m_model.rowOf(agentId) >= 0 && m_table->selectId(agentId);
}

} // namespace signalbox::widgets
