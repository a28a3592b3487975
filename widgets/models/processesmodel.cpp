// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/processesmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

QString paramsText(ProcessDefinition::Params params)
{
    switch (params) {
    case ProcessDefinition::Params::Ignore:
        return ProcessesModel::tr("not used");
    case ProcessDefinition::Params::Append:
        return ProcessesModel::tr("appended");
    case ProcessDefinition::Params::Named:
        break;
    }
    return ProcessesModel::tr("in the command");
}

} // namespace

ProcessesModel::ProcessesModel(const Replica &replica, QObject *parent) : KeyedTable(parent), m_replica(replica)
{
    connect(&replica, &Replica::missed, this, &ProcessesModel::load);
    connect(&replica, &Replica::catalogueChanged, this, &ProcessesModel::load);
    load();
}

void ProcessesModel::load()
{
    // A reload of the same processes must not take the selection away.
    if (rows() != m_replica.snapshot().catalogue.processes)
        replaceAll(m_replica.snapshot().catalogue.processes);
}

QVariant ProcessesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProcessDefinition &process = row(index.row());
    if (role == IdRole)
        return process.name;
    if (role == Qt::ToolTipRole)
        return format::commandLine(process.command);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Name:
        return process.name;
    case Command:
        return format::commandLine(process.command).simplified(); // one line; all of them are in the tip
    case Params:
        return paramsText(process.params);
    case NeededRole:
        return toString(process.role);
    default:
        return {};
    }
}

QString ProcessesModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Process");
    case Command:
        return tr("Command");
    case Params:
        return tr("Parameters");
    case NeededRole:
        return tr("Needs role");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
