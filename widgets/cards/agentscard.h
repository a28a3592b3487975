// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/models/agentsmodel.h"
#include "widgets/models/textfilter.h"

namespace signalbox::widgets {

// Hosts that take work, and how much they have of it. GUI thread; owned by ComponentsPage.
class AgentsCard final : public Card
{
    Q_OBJECT

public:
    explicit AgentsCard(const Replica &replica, QWidget *parent = nullptr);

    void setAwake(bool awake) { m_model.setAwake(awake); }
    bool select(const QString &agentId); // whether it is one

    DataTable &table() { return *m_table; }
    const DataTable &table() const { return *m_table; }

private:
    AgentsModel m_model;
    TextFilter m_order;
    DataTable *m_table;
};

} // namespace signalbox::widgets
