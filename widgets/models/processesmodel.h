// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"
#include "widgets/models/keyedtable.h"

namespace signalbox::widgets {

// The processes one can call, as the catalogue has them. GUI thread; owned by ProcessesPage.
class ProcessesModel final : public KeyedTable<ProcessDefinition>
{
    Q_OBJECT

public:
    enum Column { Name, Command, Params, NeededRole, ColumnCount };

    explicit ProcessesModel(const link::ControlLink &link, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString title(int column) const override;
    QString idOf(const ProcessDefinition &process) const override { return process.name; }
    void load();

    const link::ControlLink &m_link;
};

} // namespace signalbox::widgets
