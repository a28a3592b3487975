// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/processesmodel.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

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

QString command(const ProcessDefinition &process)
{
    return format::commandLine(process.command);
}

// What it is for, and what it runs.
QString about(const ProcessDefinition &process)
{
    return process.description.isEmpty() ? command(process) : process.description + u"\n\n"_s + command(process);
}

constexpr auto processColumns = std::to_array<Column<const ProcessDefinition &>>({
    {.id = ProcessesModel::Name,
     .title = [] { return ProcessesModel::tr("Process"); },
     .width = 9,
     .naming = true,
     .display = [](const ProcessDefinition &process) { return process.name; },
     .tip = about},
    {.id = ProcessesModel::Description,
     .title = [] { return ProcessesModel::tr("Description"); },
     .width = 22,
     .display = [](const ProcessDefinition &process) { return process.description; },
     .tip = about},
    {.id = ProcessesModel::Command,
     .title = [] { return ProcessesModel::tr("Command"); },
     .width = 17,
     .spare = true,
     .display = [](const ProcessDefinition &process) { return command(process).simplified(); }, // one line
     .tip = command},
    {.id = ProcessesModel::Params,
     .title = [] { return ProcessesModel::tr("Parameters"); },
     .width = 12,
     .display = [](const ProcessDefinition &process) { return paramsText(process.params); },
     .tip = about},
    {.id = ProcessesModel::NeededRole,
     .title = [] { return ProcessesModel::tr("Needs role"); },
     .width = 9,
     .display = [](const ProcessDefinition &process) { return toString(process.role); },
     .tip = about},
});
static_assert(isComplete(processColumns));

} // namespace

ProcessesModel::ProcessesModel(const Replica &replica, QObject *parent)
    : KeyedTable(processColumns, parent)
    , m_replica(replica)
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

} // namespace signalbox::widgets
