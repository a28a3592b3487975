// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/componentsmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

QString uptime(ComponentRow row)
{
    const std::optional<Timestamp> &started = row.component.startedAt;
    return started ? format::duration(row.liveness.serverNow() - *started) : format::dash();
}

const ComponentFigures *figuresOf(const ComponentRow &row)
{
    return row.replica.snapshot().figuresOf(row.component);
}

std::optional<double> figure(const ComponentRow &row, double ComponentFigures::*member)
{
    const ComponentFigures *figures = figuresOf(row);
    return figures ? std::optional(figures->*member) : std::nullopt;
}

QString cpu(ComponentRow row)
{
    const std::optional<double> percent = figure(row, &ComponentFigures::cpuPercent);
    return percent ? format::percent(*percent) : format::dash();
}

QString memory(ComponentRow row)
{
    const ComponentFigures *figures = figuresOf(row);
    return figures ? format::memory(*figures) : format::dash();
}

QString memoryTip(ComponentRow row)
{
    const ComponentFigures *figures = figuresOf(row);
    return figures ? format::memoryTip(*figures) : QString();
}

constexpr auto componentColumns = std::to_array<Column<ComponentRow>>({
    {.id = ComponentsModel::State,
     .title = [] { return ComponentsModel::tr("State"); },
     .width = 11,
     .badge = true,
     .display = [](ComponentRow row) { return format::state(row.component); },
     .sort = [](ComponentRow row) -> QVariant { // what needs a person first
         if (row.component.state == ComponentState::Error)
             return -2;
         return isDegraded(row.component) ? -1 : static_cast<int>(row.component.state);
     }},
    {.id = ComponentsModel::Name,
     .title = [] { return ComponentsModel::tr("Name"); },
     .width = 18,
     .naming = true,
     .display = [](ComponentRow row) { return row.component.name; },
     .tip = [](ComponentRow row) { return row.component.description; }},
    {.id = ComponentsModel::Uptime,
     .title = [] { return ComponentsModel::tr("Uptime"); },
     .width = 11,
     .figure = true,
     .display = uptime,
     .sort = [](ComponentRow row) -> QVariant {
         const std::optional<Timestamp> &started = row.component.startedAt;
         return started ? qint64((row.liveness.serverNow() - *started).count()) : qint64(-1);
     }},
    {.id = ComponentsModel::Cpu,
     .title = [] { return ComponentsModel::tr("CPU"); },
     .width = 7,
     .figure = true,
     .display = cpu,
     .sort = [](ComponentRow row) -> QVariant { return figure(row, &ComponentFigures::cpuPercent).value_or(-1.0); }},
    {.id = ComponentsModel::Memory,
     .title = [] { return ComponentsModel::tr("Memory"); },
     .width = 10,
     .figure = true,
     .display = memory,
     .sort = [](ComponentRow row) -> QVariant { return figure(row, &ComponentFigures::memoryMb).value_or(-1.0); },
     .tip = memoryTip},
    {.id = ComponentsModel::Pid,
     .title = [] { return ComponentsModel::tr("PID"); },
     .width = 8,
     .figure = true,
     .searched = true,
     .display =
         [](ComponentRow row) { return row.component.pid ? format::plainNumber(*row.component.pid) : format::dash(); },
     .sort = [](ComponentRow row) -> QVariant { return row.component.pid.value_or(-1); }},
    {.id = ComponentsModel::Restarts,
     .title = [] { return ComponentsModel::tr("Restarts"); },
     .width = 8,
     .figure = true,
     .display = [](ComponentRow row) { return format::count(row.component.restarts); },
     .sort = [](ComponentRow row) -> QVariant { return row.component.restarts; }},
    {.id = ComponentsModel::Reason,
     .title = [] { return ComponentsModel::tr("Reason"); },
     .width = 16,
     .display = [](ComponentRow row) { return format::why(row.component); },
     .tip = [](ComponentRow row) { return format::whyInFull(row.component); }},
    {.id = ComponentsModel::Group,
     .title = [] { return ComponentsModel::tr("Group"); },
     .width = 10,
     .searched = true,
     .spare = true,
     .display = [](ComponentRow row) { return row.component.group; },
     .sort = [](ComponentRow row) -> QVariant { return row.component.group; }},
});
static_assert(isComplete(componentColumns));

} // namespace

ComponentsModel::ComponentsModel(const Replica &replica, const Liveness &liveness, QObject *parent)
    : KeyedTable(componentColumns, parent)
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

ComponentRow ComponentsModel::shown(int index) const
{
    return {row(index), m_replica, m_liveness};
}

} // namespace signalbox::widgets
