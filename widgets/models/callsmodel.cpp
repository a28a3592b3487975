// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/callsmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

bool isUnderWay(const Execution &execution)
{
    return execution.kind == ExecutionKind::Process && !isFinal(execution.state);
}

} // namespace

CallsModel::CallsModel(const Replica &replica, QObject *parent) : KeyedTable(parent), m_replica(replica)
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

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Execution &call = row(index.row());
    if (role == IdRole)
        return call.id;
    if (role == SortRole && index.column() == Since)
        return qint64(call.createdAt.time_since_epoch().count());
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Name:
        return call.name;
    case Owner:
        return call.owner;
    case Session:
        return call.dialect;
    case Since:
        return format::dateTime(call.createdAt);
    default:
        return {};
    }
}

QString CallsModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Process");
    case Owner:
        return tr("Owner");
    case Session:
        return tr("Source");
    case Since:
        return tr("Since");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
