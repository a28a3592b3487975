// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/callsmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

bool isUnderWay(const Execution &execution)
{
    return execution.kind == ExecutionKind::Process && !isFinal(execution.state);
}

constexpr auto callColumns = std::to_array<Column<const Execution &>>({
    {.id = CallsModel::Name,
     .title = [] { return CallsModel::tr("Process"); },
     .width = 11,
     .naming = true,
     .display = [](const Execution &call) { return call.name; }},
    {.id = CallsModel::Owner,
     .title = [] { return CallsModel::tr("Owner"); },
     .width = 12,
     .display = [](const Execution &call) { return call.owner; }},
    {.id = CallsModel::Session,
     .title = [] { return CallsModel::tr("Source"); },
     .width = 9,
     .display = [](const Execution &call) { return call.dialect; }},
    {.id = CallsModel::Since,
     .title = [] { return CallsModel::tr("Since"); },
     .width = 10,
     .firm = true,
     .display = [](const Execution &call) { return format::dateTime(call.createdAt); },
     .sort = [](const Execution &call) -> QVariant { return qint64(call.createdAt.time_since_epoch().count()); }},
});
static_assert(isComplete(callColumns));

} // namespace

CallsModel::CallsModel(const Replica &replica, QObject *parent) : KeyedTable(callColumns, parent), m_replica(replica)
{
    connect(&replica, &Replica::missed, this, &CallsModel::load);
    connect(&replica, &Replica::executionChanged, this, [this](const Execution *, const Execution &now) {
        if (isUnderWay(now))
            put(now, now.id);
        else
            drop(now.id);
    });
    load();
}

void CallsModel::load()
{
    QList<Execution> calls;
    for (const Execution &execution : m_replica.snapshot().executions) {
        if (isUnderWay(execution))
            calls.append(execution);
    }
    replaceAll(calls);
}

} // namespace signalbox::widgets
