// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/componentsmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

ComponentsModel::ComponentsModel(const Replica &replica, const Liveness &liveness, QObject *parent)
    : KeyedTable(parent)
    , m_replica(replica)
    , m_liveness(liveness)
{
    connect(&replica, &Replica::missed, this, [this] { replaceAll(m_replica.snapshot().componentsInOrder()); });
    connect(&replica, &Replica::componentChanged, this, [this](const Component *before, const Component *now) {
        if (now)
            put(*now, now->id);
        else
            drop(before->id);
    });
    connect(&replica, &Replica::sampled, this, &ComponentsModel::tellFigures);
    connect(&liveness, &Liveness::secondPassed, this, [this] {
        if (m_awake && rowCount() > 0)
            Q_EMIT dataChanged(index(0, Uptime), index(rowCount() - 1, Uptime), {Qt::DisplayRole});
    });
    replaceAll(replica.snapshot().componentsInOrder());
}

void ComponentsModel::setAwake(bool awake)
{
    m_awake = awake;
    if (awake && std::exchange(m_behind, false))
        tellFigures();
}

void ComponentsModel::tellFigures()
{
    m_behind = !m_awake;
    if (m_behind || rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, Cpu), index(rowCount() - 1, Memory));
}

std::optional<double> ComponentsModel::figure(const Component &component, int column) const
{
    const ComponentFigures *figures = m_replica.snapshot().figuresOf(component);
    return figures ? std::optional(column == Cpu ? figures->cpuPercent : figures->memoryMb) : std::nullopt;
}

QString ComponentsModel::display(const Component &component, int column) const
{
    switch (column) {
    case State:
        return format::state(component.state);
    case Name:
        return component.name;
    case Uptime:
        return component.startedAt ? format::duration(m_liveness.serverNow() - *component.startedAt) : format::dash();
    case Cpu:
    case Memory:
        if (const std::optional<double> value = figure(component, column))
            return column == Cpu ? format::percent(*value) : format::megabytes(*value);
        return format::dash();
    case Pid:
        return component.pid ? QString::number(*component.pid) : format::dash();
    case Restarts:
        return format::count(component.restarts);
    case Reason:
        return format::why(component);
    default:
        return {};
    }
}

QVariant ComponentsModel::sortValue(const Component &component, int column) const
{
    switch (column) {
    case State: // what needs a person first
        return component.state == ComponentState::Error ? -1 : static_cast<int>(component.state);
    case Uptime:
        return component.startedAt ? qint64((m_liveness.serverNow() - *component.startedAt).count()) : qint64(-1);
    case Cpu:
    case Memory:
        return figure(component, column).value_or(-1.0);
    case Pid:
        return component.pid.value_or(-1);
    case Restarts:
        return component.restarts;
    default:
        return display(component, column);
    }
}

QVariant ComponentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Component &component = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(component, index.column());
    case Qt::ToolTipRole:
        return index.column() == Reason ? display(component, Reason) : QString();
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case SortRole:
        return sortValue(component, index.column());
    case IdRole:
        return component.id;
    case StateRole:
        return QVariant::fromValue(static_cast<int>(component.state));
    case BadRole:
        return component.state == ComponentState::Error;
    default:
        return {};
    }
}

QString ComponentsModel::title(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return tr("Name");
    case Uptime:
        return tr("Uptime");
    case Cpu:
        return tr("CPU");
    case Memory:
        return tr("Memory");
    case Pid:
        return tr("PID");
    case Restarts:
        return tr("Restarts");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
