// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/componentsmodel.h"

#include "widgets/format.h"

namespace signalbox::widgets {

ComponentsModel::ComponentsModel(const link::ControlLink &link, const Liveness &liveness, QObject *parent)
    : KeyedTable(parent)
    , m_link(link)
    , m_liveness(liveness)
{
    connect(&link, &link::ControlLink::snapshotReplaced, this,
            [this] { replaceAll(m_link.snapshot().componentsInOrder()); });
    connect(&link, &link::ControlLink::changed, this, &ComponentsModel::hear);
    connect(&liveness, &Liveness::secondPassed, this, [this] {
        if (m_awake && rowCount() > 0)
            Q_EMIT dataChanged(index(0, Uptime), index(rowCount() - 1, Uptime), {Qt::DisplayRole});
    });
    replaceAll(link.snapshot().componentsInOrder());
}

void ComponentsModel::hear(const Change &change)
{
    if (const auto *changed = std::get_if<ComponentChanged>(&change.body))
        put(changed->component, changed->component.id);
    else if (const auto *removed = std::get_if<ComponentRemoved>(&change.body))
        drop(removed->id);
    else if (std::holds_alternative<MetricsSampled>(change.body))
        takeFigures();
}

void ComponentsModel::setAwake(bool awake)
{
    m_awake = awake;
    if (awake && std::exchange(m_behind, false))
        takeFigures();
}

void ComponentsModel::takeFigures()
{
    m_behind = !m_awake;
    if (m_behind || rowCount() == 0)
        return;
    for (Component &row : rows()) {
        const Component *known = m_link.snapshot().component(row.id);
        if (!known)
            continue;
        row.cpuPercent = known->cpuPercent;
        row.memoryMb = known->memoryMb;
    }
    Q_EMIT dataChanged(index(0, Cpu), index(rowCount() - 1, Memory));
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
        return component.cpuPercent ? format::percent(*component.cpuPercent) : format::dash();
    case Memory:
        return component.memoryMb ? format::megabytes(*component.memoryMb) : format::dash();
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
        return component.cpuPercent.value_or(-1.0);
    case Memory:
        return component.memoryMb.value_or(-1.0);
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
